"""No link in a project leads anybody out of it, whatever is done."""

import json
from pathlib import Path

import pytest

from tests.faults.fuzzing import run
from tests.formats.corpus import HOSTILE
from tests.store.building import opened, span_of
from tui.errors import PiyueError
from tui.store.backup import back_up
from tui.store.project import Project
from tui.store.settings.user import settings_path

SECRET = "绝密工会材料三十六家"

FOLDERS = (
    *("annotations", "annotations/_project", "annotations/ling", "annotations/ling/.piyue"),
    *(
        "annotations/ling/.piyue/generations",
        "annotations/ling/.piyue/journal",
        "annotations/ling/.piyue/locks",
    ),
    *("seeds", "seeds/more", "guidelines"),
)
FILES = (
    *("annotations/_project.json", "annotations/_accepted.json", "annotations/_project/p.json"),
    *("annotations/ling/p.json", "dictionary.txt", "piyue.toml", "seeds/q.txt", "guidelines/ORG.md"),
)
COMMANDS = (
    *(["pages"], ["articles"], ["check"], ["stats"], ["ledger"], ["alias"], ["labels"], ["restore"]),
    *(["suggest", "--all"], ["export", "--format", "json", "-o", "-"], ["alias", "subject", "甲", "乙"]),
    *(["restore", "p", "1"], ["labels", "rename", "ORG", "UNION"], ["merge"]),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "paper"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_text(HOSTILE, "utf-8")
    return root


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Private things that look like a project's."""
    outside = tmp_path / "private"
    for folder in ("ling", "generations/p", "journal", "locks", "_project"):
        (outside / folder).mkdir(parents=True)
    for name in (
        "p.txt",
        "p.md",
        "ORG.md",
        "ling/p.json",
        "p.json",
        "generations/p/000001-20260301T120000Z.json",
    ):
        (outside / name).write_text(SECRET, "utf-8")
    for name in ("_project.json", "_accepted.json", "_project/p.json"):
        (outside / name).write_text(SECRET, "utf-8")
    return outside


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def everything_is_done(root: Path) -> str:
    """Run every command and open, change and save a page as the app does; return what was said."""
    said = "".join(run(*command, "--project", str(root))[1] for command in COMMANDS)
    project = Project.find(root)
    try:
        project.annotator = "ling"
        document = opened(project, "p", lambda _: None)
        project.documents.annotations.lease(document).take()
        span = span_of(document.page, "a", (0, 2))
        project.save(document.replaced(spans=(span,)))
        project.save(document.replaced(corrections=document.corrections.replaced(date="2026-03-01")))
    except PiyueError as error:
        said += str(error)
    try:
        back_up(root, root.parent / "backup.zip")
    except PiyueError as error:
        said += str(error)
    return said


@pytest.mark.parametrize("name", [*FOLDERS, *FILES])
def test_a_link_out_of_the_project_is_refused_by_name_and_nothing_outside_changes(
    name: str, root: Path, outside: Path
) -> None:
    link = root / name
    link.parent.mkdir(parents=True, exist_ok=True)
    if name == "seeds":
        (link / "p.txt").unlink()
        link.rmdir()
        (root / "piyue.toml").write_text("")
    target = outside / Path(name).name if name in FILES else outside
    if name in FILES and not target.exists():
        target.write_text(SECRET, "utf-8")
    link.symlink_to(target, target_is_directory=name in FOLDERS)
    before = state(outside)
    said = everything_is_done(root)
    assert "Traceback" not in said
    assert SECRET not in said
    assert str(link) in said or name in said
    assert state(outside) == before
    backup = root.parent / "backup.zip"
    assert not backup.exists() or SECRET.encode() not in backup.read_bytes()


def test_a_link_that_the_user_allows_is_followed(root: Path, outside: Path) -> None:
    (root / "seeds" / "more").symlink_to(outside, target_is_directory=True)
    (root / "seeds" / "q.txt").symlink_to(outside / "p.txt")
    (root / "piyue.toml").write_text('[[sources]]\npath = "seeds"\n')
    assert SECRET not in run("show", "q#1", "--project", str(root))[1]
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(f"links = [{json.dumps(str(outside))}]\n")
    assert SECRET in run("show", "q#1", "--project", str(root))[1]


def test_no_setting_of_a_project_allows_a_link(root: Path, outside: Path) -> None:
    (root / "seeds" / "q.txt").symlink_to(outside / "p.txt")
    (root / "piyue.toml").write_text(f"links = [{json.dumps(str(outside))}]\n")
    assert SECRET not in "".join(run(*command, "--project", str(root))[1] for command in COMMANDS)


def test_a_link_to_itself_hides_nothing_else(root: Path) -> None:
    (root / "seeds" / "x.txt").symlink_to(root / "seeds" / "x.txt")
    (root / "seeds" / "loop").symlink_to(root / "seeds", target_is_directory=True)
    status, said = run("pages", "--project", str(root))
    assert (status, "p" in said.split()) == (0, True)
    assert back_up(root, root.parent / "backup.zip") > 0
