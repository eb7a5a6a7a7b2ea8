"""Texts opened without a project: their copies, their tags, and what becomes of them when they are kept."""

from pathlib import Path

import pytest

from tests.store.building import span_of
from tui.errors import NotFoundError, ProjectError, SourceError
from tui.store.project import Project
from tui.store.scratch import (
    copy_into,
    find_scratch,
    forget_untouched,
    is_scratch,
    mark_kept,
    open_scratch,
    open_scratch_text,
    scratch_folder,
    tables_of,
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of texts, one hidden, one in a folder, and a table."""
    files = {
        "10.txt": "十",
        "9.md": "九",
        "deep/a.TXT": "甲",
        ".hidden.txt": "x",
        "notes.pdf": "x",
        "t.jsonl": '{"text": "行"}\n',
    }
    for name, text in files.items():
        (tmp_path / "texts" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "texts" / name).write_text(text, "utf-8")
    return tmp_path / "texts"


def tag(project: Project, page: str) -> None:
    document = project.document(page)
    project.save(document.replaced(spans=(span_of(document.page, "a", (0, 1)),)))


def test_texts_become_a_project_and_nothing_is_written_beside_them(texts: Path) -> None:
    before = sorted(path.name for path in texts.rglob("*"))
    project = open_scratch([texts / "10.txt", texts / "9.md"])
    assert is_scratch(project)
    assert not is_scratch(Project(texts))
    assert [project.page(page).text for page in project.page_ids()] == ["九", "十"]
    assert project.root.parent == scratch_folder()
    assert sorted(path.name for path in texts.rglob("*")) == before


def test_a_folder_stands_for_the_texts_and_tables_in_it(texts: Path) -> None:
    project = open_scratch([texts])
    assert project.page_ids() == ("9", "10", "a", "t-1")
    assert tables_of(project) == ("seeds/t.jsonl",)
    assert project.page("t-1").text == "行"
    assert tables_of(open_scratch([texts / "9.md"])) == ()


def test_the_same_texts_lead_to_the_same_tags_and_are_as_they_are_now(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = open_scratch([texts / "9.md", texts / "10.txt"])
    tag(project, "9")
    (texts / "10.txt").write_text("二十", "utf-8")
    monkeypatch.chdir(texts)
    again = open_scratch([Path("10.txt"), Path("deep/../9.md")])
    assert again.root == project.root
    assert [len(again.document(page).spans) for page in ("9", "10")] == [1, 0]
    assert again.page("10").text == "二十"
    assert open_scratch([texts / "9.md"]).root != project.root


def test_a_text_that_did_not_change_is_not_written_again(texts: Path) -> None:
    copy = open_scratch([texts / "9.md"]).root / "seeds" / "9.md"
    before = copy.stat()
    open_scratch([texts / "9.md"])
    assert (copy.stat().st_ino, copy.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_copies_have_names_of_their_own_that_stay(tmp_path: Path) -> None:
    names = ["甲/p.txt", "乙/p.txt", "丙/乙/p.md", "丁/乙/p.txt", "戊/p", "己/.p", "庚/.txt", "辛/....txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    project = open_scratch([tmp_path / name for name in names])
    found = {
        project.page(page).text: project.page(page).path.removeprefix("seeds/") for page in project.page_ids()
    }
    assert found == {
        "甲/p.txt": "p.txt",
        "乙/p.txt": "乙-p.txt",
        "丙/乙/p.md": "p-2.md",
        "丁/乙/p.txt": "p-3.txt",
        "戊/p": "戊-p.txt",
        "己/.p": "己-p.txt",
        "庚/.txt": "txt.txt",
        "辛/....txt": "text.txt",
    }
    again = open_scratch([tmp_path / name for name in reversed(names)])
    assert {
        again.page(page).text: again.page(page).path.removeprefix("seeds/") for page in again.page_ids()
    } == found


@pytest.mark.usefixtures("private_home")
def test_a_text_without_a_file_is_a_project_of_its_own() -> None:
    one, same, other = (open_scratch_text(text.encode()) for text in ("工会", "工会", "工人"))
    assert one.root == same.root != other.root
    assert [one.page(page).text for page in one.page_ids()] == ["工会"]
    assert one.page_ids() == ("stdin",)


def test_what_is_not_there_or_holds_no_text_is_said(texts: Path) -> None:
    (texts / "empty").mkdir()
    with pytest.raises(NotFoundError, match=r"missing\.txt"):
        open_scratch([texts / "9.md", texts / "missing.txt"])
    with pytest.raises(NotFoundError, match="empty"):
        open_scratch([texts / "empty"])
    (texts / "gone.txt").symlink_to(texts / "gone.txt")
    with pytest.raises((NotFoundError, SourceError), match=r"gone\.txt"):
        open_scratch([texts / "gone.txt"])
    assert not list(scratch_folder().glob("*"))


def test_a_text_that_may_not_be_read_is_said(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("tui.store.scratch.read_plain", refuse)
    with pytest.raises(SourceError, match=r"9\.md.*Permission denied"):
        open_scratch([texts / "9.md"])


def test_a_scratch_project_is_found_by_its_name_and_the_last_one_without(texts: Path) -> None:
    first, second = open_scratch([texts / "9.md"]), open_scratch([texts / "10.txt"])
    assert find_scratch(first.root.name).root == first.root
    assert find_scratch("last").root == second.root
    open_scratch([texts / "9.md"])
    assert find_scratch("last").root == first.root
    with pytest.raises(NotFoundError, match="nothing"):
        find_scratch("nothing")


def test_a_kept_one_is_a_project_with_the_texts_and_tags(texts: Path, tmp_path: Path) -> None:
    scratch = open_scratch([texts])
    tag(scratch, "9")
    kept = tmp_path / "kept"
    kept.mkdir()
    copy_into(scratch, kept)
    (kept / "piyue.toml").write_text("")
    mark_kept(scratch, kept)
    assert sorted(Project(kept).page_ids()) == ["10", "9", "a"]
    assert (kept / "seeds" / "t.jsonl").is_file()
    assert len(Project(kept).document("9").spans) == 1
    assert open_scratch([texts]).root == kept
    with pytest.raises(NotFoundError):
        find_scratch("last")
    (kept / "piyue.toml").unlink()  # it is no project any more
    assert open_scratch([texts]).root == scratch.root


def test_what_cannot_be_copied_is_said(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectError, match="file"):
        copy_into(open_scratch([texts / "9.md"]), tmp_path / "file")
    scratch = open_scratch([texts / "9.md"])
    (scratch.root / "seeds" / "gone.txt").symlink_to(texts / "gone")
    with pytest.raises(ProjectError, match="No such file"):
        copy_into(scratch, tmp_path / "kept")


def test_one_in_which_nothing_was_annotated_is_forgotten(texts: Path) -> None:
    touched, untouched, begun = (open_scratch([texts / name]) for name in ("9.md", "10.txt", "deep"))
    tag(touched, "9")
    (begun.root / "annotations" / "ling" / ".piyue").mkdir(parents=True)
    for project in (touched, untouched, begun):
        forget_untouched(project)
    assert [project.root.exists() for project in (touched, untouched, begun)] == [True, False, False]


@pytest.mark.parametrize("record", ["", "{", "[]", '{"more": 1}', '"x"'])
def test_a_broken_record_is_the_same_as_none(texts: Path, record: str) -> None:
    project = open_scratch([texts / "9.md"])
    tag(project, "9")
    (project.root / "opened.json").write_text(record)
    again = open_scratch([texts / "9.md"])
    assert (again.root, len(again.document("9").spans)) == (project.root, 1)
