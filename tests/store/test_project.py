"""A project folder: found, made, listed and read, with nothing of it written unasked."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.store.building import span_of
from tui.errors import NotFoundError, ProjectError, SourceError, StoreError
from tui.model import Document, Progress
from tui.store.project import Project
from tui.store.settings.user import settings_path
from tui.store.sources.files import natural

NEWS = "临溪县总工会办实事\n\n本报讯（记者 李青禾）三月新建工会组织36家。\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with pages 2, 10 and, in a subfolder, 1."""
    folder = tmp_path / "paper"
    for name in ("10.txt", "2.md", "spring/1.TXT"):
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NEWS, "utf-8")
    return folder


@pytest.fixture
def project(root: Path) -> Project:
    return Project.find(root)


def tagged(document: Document) -> Document:
    return document.replaced(spans=(span_of(document.page, "a", (0, 4)),))


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_project_is_found_from_any_folder_below_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Project.find(root / "seeds" / "spring").root == root
    monkeypatch.chdir(root / "seeds")
    assert Project.find().root == root
    assert Project.find(Path("..")).root == root


def test_settings_alone_make_a_project(tmp_path: Path) -> None:
    (tmp_path / "piyue.toml").touch()
    assert Project.find(tmp_path).page_ids() == ()


@pytest.mark.parametrize(("folder", "message"), [("", "piyue init DIR"), ("missing", "no such folder")])
def test_where_there_is_no_project_one_is_told_how_to_get_one(
    folder: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(ProjectError, match=message):
        Project.find(tmp_path / folder)


def test_pages_stand_in_natural_order(project: Project) -> None:
    assert project.page_ids() == ("2", "10", "1")


def test_natural_order_counts_and_is_total() -> None:
    names = ["p10", "p9", "p09", "p", "", "10", "9", "版10", "版9", "p9a2", "p9a10"]
    expected = ["", "9", "10", "p", "p09", "p9", "p9a2", "p9a10", "p10", "版9", "版10"]
    names_backwards = names[::-1]
    assert sorted(names, key=natural) == sorted(names_backwards, key=natural) == expected


def test_hidden_files_and_what_is_no_page_are_left_out(root: Path) -> None:
    for name in (".3.txt", ".git/4.txt", "5.pdf", "6.txt~"):
        path = root / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (root / "seeds" / "7.txt").mkdir()
    (root / "seeds" / "round").symlink_to(root / "seeds")
    os.mkfifo(root / "seeds" / "8.txt")
    assert Project.find(root).page_ids() == ("2", "10", "1")


def test_two_files_for_one_id_are_an_error_that_names_both(root: Path) -> None:
    (root / "seeds" / "1.md").touch()
    with pytest.raises(ProjectError, match=r"seeds/1\.md and seeds/spring/1\.TXT would both be page 1"):
        Project.find(root).page_ids()


def test_a_page_is_its_file(root: Path, project: Project) -> None:
    page = project.page("1")
    assert (page.id, page.path, page.text) == ("1", "seeds/spring/1.TXT", NEWS)
    assert page.sha256 == hashlib.sha256((root / page.path).read_bytes()).hexdigest()


def test_a_page_that_cannot_be_read_leaves_the_others_usable(root: Path) -> None:
    (root / "seeds" / "bad.txt").write_bytes(b"\xff\xff\x00\x00\x81")
    project = Project.find(root)
    assert "bad" in project.page_ids()
    with pytest.raises(SourceError, match=r"^seeds/bad\.txt"):
        project.page("bad")
    assert project.page("2").text == NEWS


def test_a_page_that_is_gone_is_named(root: Path, project: Project) -> None:
    project.page_ids()
    (root / "seeds" / "2.md").unlink()
    with pytest.raises(SourceError, match=r"^seeds/2\.md: the page cannot be read \(No such file"):
        project.page("2")


def test_a_mistyped_page_gets_a_suggestion(project: Project) -> None:
    with pytest.raises(NotFoundError, match="there is no page 100; did you mean 10"):
        project.page("100")
    with pytest.raises(NotFoundError, match="piyue pages"):
        project.page("x")


def test_a_link_out_of_the_project_is_refused_and_one_within_is_not(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(NEWS)
    (root / "seeds" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "seeds" / "in.txt").symlink_to(root / "seeds" / "2.md")
    project = Project.find(root)
    assert project.page("in").text == NEWS
    with pytest.raises(SourceError, match=r"^seeds/out\.txt: this link leads out"):
        project.page("out")


def test_seeds_may_lie_somewhere_else(tmp_path: Path, root: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "seeds").symlink_to(root / "seeds")
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(f'links = ["{root}"]')
    assert Project.find(other).page("1").text == NEWS


def test_reading_writes_nothing(root: Path, project: Project) -> None:
    before = files(root)
    for page_id in project.page_ids():
        document = project.document(page_id)
        project.save(document)
        assert (document.annotator, document.spans) == ("ling", ())
    assert files(root) == before
    assert project.records.annotators() == ()


def test_a_document_is_saved_in_its_annotators_folder_and_comes_back(root: Path, project: Project) -> None:
    before = files(root)
    document = tagged(project.document("1"))
    project.save(document)
    assert set(files(root)) - set(before) == {"annotations/ling/1.json"}
    assert Project.find(root).document("1") == document
    assert Project.find(root).document("1", "zhou").spans == ()


def test_a_document_can_be_saved_again_and_again(project: Project) -> None:
    first = project.document("1")
    second = tagged(first)
    third = second.replaced(progress={second.articles[0].id: Progress(state="done")})
    for document in (second, third, first):
        project.save(document)
        assert project.document("1") == document


def test_a_document_brought_back_to_nothing_leaves_a_file_without_tags(root: Path, project: Project) -> None:
    document = project.document("1")
    project.save(tagged(document))
    project.save(document)
    assert b'"spans": {},' in (root / "annotations/ling/1.json").read_bytes()


def test_the_settings_name_the_annotator(root: Path) -> None:
    (root / "piyue.toml").write_text('annotator = "王路曼"', "utf-8")
    project = Project.find(root)
    project.save(tagged(project.document("1")))
    assert project.records.annotators() == ("王路曼",)
    assert (root / "annotations" / "王路曼" / "1.json").exists()


def test_annotators_are_the_folders_that_are_not_reserved(root: Path, project: Project) -> None:
    for name in ("zhou", "ling", "_project", ".git"):
        (root / "annotations" / name).mkdir(parents=True)
    (root / "annotations" / "README").touch()
    assert project.records.annotators() == ("ling", "zhou")


@pytest.mark.parametrize("name", ["../../elsewhere", "a/b", "a\\b", "_project", ".git", "", "/tmp/x", "a\0"])
def test_no_annotators_name_leads_out_of_the_annotations(name: str, tmp_path: Path, project: Project) -> None:
    document = tagged(project.document("1")).replaced(annotator=name)
    before = files(tmp_path)
    with pytest.raises(StoreError, match="cannot be an annotator's name"):
        project.save(document)
    if name:
        with pytest.raises(StoreError, match="cannot be an annotator's name"):
            project.document("1", name)
    assert files(tmp_path) == before


def _denied(call: Callable[..., Any]) -> Callable[..., Any]:
    def denied(path: Any, *more: Any, **options: Any) -> Any:
        if str(path).endswith(".json"):
            raise PermissionError(13, "Permission denied")
        return call(path, *more, **options)

    return denied


def test_annotations_that_cannot_be_looked_at_are_no_empty_ones(
    root: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.save(tagged(project.document("1")))
    for name in ("lstat", "open"):
        monkeypatch.setattr(os, name, _denied(getattr(os, name)))
    with pytest.raises(StoreError, match=r"1\.json: the file cannot be read \(Permission denied\)"):
        project.document("1")


def test_a_page_whose_name_is_not_utf_8_is_a_page(root: Path) -> None:
    name = os.fsdecode("工会".encode("gb18030"))
    (root / "seeds" / f"{name}.txt").write_text(NEWS, "utf-8")
    project = Project.find(root)
    document = tagged(project.document(name))
    project.save(document)
    assert Project.find(root).document(name) == document


def test_another_reading_of_the_page_does_not_give_leave_to_overwrite(project: Project) -> None:
    project.save(project.document("1").replaced(progress={"1#1": Progress(state="doing")}))
    document = project.document("1")
    somebody = Project.find(project.root)
    somebody.save(tagged(somebody.document("1")))
    project.document("1")
    with pytest.raises(StoreError, match="another program changed this file"):
        project.save(document.replaced(progress={"1#1": Progress(state="done")}))
    assert len(project.document("1").spans) == 1


def test_a_file_that_came_after_the_page_was_read_is_not_overwritten(project: Project) -> None:
    document = project.document("1")
    somebody = Project.find(project.root)
    somebody.save(tagged(somebody.document("1")))
    with pytest.raises(StoreError, match="another program changed this file"):
        project.save(document.replaced(progress={"1#1": Progress(state="done")}))


def test_what_belongs_to_a_document_goes_with_it(project: Project) -> None:
    project.save(tagged(project.document("1")))
    document = project.document("1")
    assert len(project.documents.annotations._files) == 1
    del document
    assert project.documents.annotations._files == {}


def test_a_project_that_is_gone_is_not_made_again(root: Path, project: Project) -> None:
    document = tagged(project.document("1"))
    root.rename(root.with_name("moved"))
    with pytest.raises(StoreError, match="the folder no longer exists"):
        project.save(document)
    assert not root.exists()


def test_an_annotations_folder_that_is_a_file_is_named(root: Path, project: Project) -> None:
    (root / "annotations").touch()
    with pytest.raises(StoreError, match="annotations"):
        project.save(tagged(project.document("1")))


def test_a_new_project_can_be_worked_in_at_once(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "new" / "paper")
    assert [path.name for path in sorted(project.root.iterdir())] == ["annotations", "piyue.toml", "seeds"]
    (page_id,) = project.page_ids()
    document = project.document(page_id)
    assert document.articles
    project.save(tagged(document))
    assert len(Project.find(project.root).document(page_id).spans) == 1


@pytest.mark.parametrize("there", ["seeds", "annotations", "piyue.toml"])
def test_nothing_that_is_there_is_overwritten(there: str, tmp_path: Path) -> None:
    (tmp_path / there).mkdir()
    (tmp_path / there / "x").touch()
    before = list(tmp_path.rglob("*"))
    with pytest.raises(ProjectError, match="already exists"):
        Project.create(tmp_path)
    assert list(tmp_path.rglob("*")) == before


def test_a_project_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="cannot be made here"):
        Project.create(tmp_path / "file" / "paper")


def test_the_cache_is_private(project: Project, private_home: Path) -> None:
    assert project.cache == private_home / "cache" / "piyue"
    assert project.cache.stat().st_mode & 0o777 == 0o700
    assert Project.find(project.root).cache == project.cache


@pytest.mark.parametrize("danger", ["group", "everybody", "owner", "link", "file"])
def test_a_cache_that_others_can_write_to_is_not_used(
    danger: str, project: Project, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = private_home / "cache" / "piyue"
    folder.parent.mkdir()
    if danger == "file":
        folder.touch()
    elif danger == "link":
        folder.symlink_to(private_home)
    else:
        folder.mkdir()
        folder.chmod({"group": 0o770, "everybody": 0o707, "owner": 0o700}[danger])
    with monkeypatch.context() as changed:
        if danger == "owner":
            changed.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
        cache = project.cache
    assert cache != folder
    assert cache.stat().st_mode & 0o777 == 0o700
    assert project.cache == cache


def test_the_first_page_is_read_with_its_tags_and_without_what_saves(root: Path) -> None:
    project = Project(root)
    document = project.document("1", "ling")
    project.save(document.replaced(spans=(span_of(document.page, "a", (0, 2)),)))
    script = (
        "import sys; from pathlib import Path; from tui.store.project import Project\n"
        "document = Project.find(Path(sys.argv[1])).document('1', 'ling')\n"
        "saves = {'tinydb', 'tui.store.records.encode', 'tui.store.merge', 'tui.store.anchors'}\n"
        "print([span.id for span in document.spans], saves & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(root)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "['a'] set()\n"
