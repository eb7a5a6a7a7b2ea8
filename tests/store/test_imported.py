"""Texts of other corpora become rows of one file, and pages whose ids are known before; nothing is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tests.store.building import span_of
from tui.errors import NotFoundError, PiyueError, SourceError, StoreError
from tui.model import BorderPin, Corrections, Document
from tui.model.page import Sentence
from tui.store.files.together import create_together
from tui.store.project import Project
from tui.store.sources.imported import ImportedText, is_writable

TEXT = "临溪县工会。\n新建36家。\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "paper" / "seeds").mkdir(parents=True)
    return Project(tmp_path / "paper")


def imported(project: Project, *texts: ImportedText) -> list[str]:
    batch = project.pages.text_batch()
    ids = [batch.add(text) for text in texts]
    project.pages.add_texts(batch)
    return ids


def rows(project: Project) -> list[dict[str, Any]]:
    (file,) = found_files(project)
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def found_files(project: Project) -> list[Path]:
    return list(project.root.rglob("import-*.jsonl"))


def test_each_text_is_a_page_at_once_and_for_the_next_reader(project: Project) -> None:
    ids = imported(project, ImportedText(TEXT, "doc_a"), ImportedText("另一篇", "doc_b"))
    for seen in (project, Project(project.root)):
        assert seen.page_ids() == tuple(ids)
        page = seen.page(ids[0])
        assert (page.text, page.external_id, page.layout) == (TEXT, "doc_a", "document")
        assert (page.sentences, page.tokens, page.about) == ((), (), {})
        assert seen.page(ids[1]).text == "另一篇"
    assert [id_.rpartition("-")[2] for id_ in ids] == ["doc_a", "doc_b"]


def test_what_belongs_to_a_text_comes_back_with_it(project: Project) -> None:
    lines = (Sentence(0, 6), Sentence(7, 13))
    own = (Sentence(0, 3, "s1"), Sentence(3, 6))
    ids = imported(
        project,
        ImportedText(TEXT, sentences=lines),
        ImportedText(TEXT, sentences=own, tokens=((0, 3), (3, 5)), about={"title": "建会", "date": "2023"}),
    )
    first, second = (Project(project.root).page(id_) for id_ in ids)
    assert (first.sentences, first.tokens, first.external_id) == (lines, (), "")
    assert (second.sentences, second.tokens) == (own, ((0, 3), (3, 5)))
    assert second.about == {"title": "建会", "date": "2023"}
    told = rows(project)
    assert told[0] == {"id": "1", "text": TEXT, "piyue": {"sentences": "lines"}}
    assert told[1]["piyue"] == {"sentences": [[0, 3, "s1"], [3, 6]], "tokens": [[0, 3], [3, 5]]}


@pytest.mark.parametrize(
    ("external", "names"),
    [
        (["", ""], ["1", "2"]),
        (["a", "a"], ["a", "2"]),
        (["2", ""], ["1", "2"]),
        (["1", "x"], ["1", "x"]),
        (["甲", "a b", "a/b", "../x"], ["1", "2", "3", "4"]),
        (["a_b", "_", "a" * 60, "a" * 61], ["a_b", "2", "a" * 60, "4"]),
        (["2_", "", "2"], ["2_", "2", "3"]),
    ],
)
def test_a_row_is_called_by_its_id_there_if_that_can_be_one_else_by_its_number(
    project: Project, external: list[str], names: list[str]
) -> None:
    ids = imported(project, *(ImportedText(TEXT, id_) for id_ in external))
    assert [id_.split("-", 2)[2] for id_ in ids] == names
    assert [project.page(id_).external_id for id_ in ids] == external


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_ids=st.lists(st.sampled_from(["", "1", "2", "3", "1_", "2_", "a", "甲"]), max_size=6))
def test_whatever_texts_are_called_no_two_are_one_page(given_ids: list[str], tmp_path: Path) -> None:
    (tmp_path / "any" / "seeds").mkdir(parents=True, exist_ok=True)
    batch = Project(tmp_path / "any").pages.text_batch()
    ids = [batch.add(ImportedText(str(n), id_)) for n, id_ in enumerate(given_ids)]
    assert len(set(ids)) == len(ids) == len(batch)


def test_a_batch_says_how_much_it_holds(project: Project) -> None:
    batch = project.pages.text_batch()
    assert (len(batch), batch.characters) == (0, 0)
    batch.add(ImportedText("五个字的文"))
    batch.add(ImportedText("二字"))
    assert (len(batch), batch.characters) == (2, 7)


def test_the_same_texts_imported_again_are_a_file_of_their_own(project: Project) -> None:
    (first,), (second,), (third,) = (imported(project, ImportedText(TEXT)) for _ in range(3))
    assert (second, third) == (first.replace("-1", "-1-1"), first.replace("-1", "-2-1"))
    assert len(found_files(project)) == 3
    assert [Project(project.root).page(id_).text for id_ in (first, second, third)] == [TEXT] * 3


def test_a_text_that_utf_8_cannot_hold_or_that_is_empty_is_no_page() -> None:
    assert [is_writable(text) for text in ("字", " ", "", "\ud800")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"sentences": [[0, 3], [2, 6]]}, "2 to 6 is no range"),
        ({"sentences": [[0, 0]]}, "0 to 0 is no range"),
        ({"tokens": [[0, 99]]}, "0 to 99 is no range"),
        ({"tokens": [[-1, 2]]}, "-1 to 2 is no range"),
        ({"sentences": [[0, 2.5]]}, "2.5 is no offset"),
        ({"sentences": [[0, True]]}, "True is no offset"),
        ({"tokens": 3}, "piyue: "),
        ([], "piyue: "),
    ],
)
def test_what_a_row_says_beside_its_text_is_checked(project: Project, said: object, why: str) -> None:
    (id_,) = imported(project, ImportedText(TEXT))
    (file,) = found_files(project)
    file.write_text(json.dumps({"id": "1", "text": TEXT, "piyue": said}) + "\n", "utf-8")
    with pytest.raises(SourceError, match=why):
        Project(project.root).page(id_)


def tagged(project: Project, id_: str, start: int = 0) -> Document:
    document = project.document(id_)
    return document.replaced(spans=(span_of(document.page, "a", (start, start + 3)),))


def test_new_documents_are_written_together_and_only_what_was_decided(project: Project) -> None:
    ids = imported(project, *(ImportedText(TEXT, name) for name in ("a", "b", "c")))
    border = Corrections(borders=(BorderPin(at=7, begins=True, text="新建36家。"),))
    made = [
        tagged(project, ids[0]),
        project.document(ids[1]),
        tagged(project, ids[2], 3).replaced(corrections=border),
    ]
    project.documents.save_new(made)
    files = sorted(
        p.relative_to(project.root / "annotations").as_posix()
        for p in (project.root / "annotations").rglob("*.json")
    )
    assert files == sorted([f"_project/{ids[2]}.json", f"ling/{ids[0]}.json", f"ling/{ids[2]}.json"])
    again = Project(project.root)
    assert [[span.text for span in again.document(id_).spans] for id_ in ids] == [["临溪县"], [], ["工会。"]]
    assert again.document(ids[2]).corrections == border


def test_a_document_that_is_there_already_stops_all_of_them(project: Project) -> None:
    ids = imported(project, ImportedText(TEXT, "a"), ImportedText(TEXT, "b"))
    project.save(tagged(project, ids[1]))
    before = (project.root / "annotations" / "ling" / f"{ids[1]}.json").read_bytes()
    with pytest.raises(StoreError, match="another program"):
        project.documents.save_new([tagged(project, ids[0]), tagged(project, ids[1], 3)])
    folder = project.root / "annotations" / "ling"
    assert [path.name for path in folder.iterdir() if path.is_file()] == [f"{ids[1]}.json"]
    assert (folder / f"{ids[1]}.json").read_bytes() == before


def test_files_written_together_are_whole_and_never_written_over(tmp_path: Path) -> None:
    wanted = {tmp_path / name: name.encode() * 9 for name in ("a", "b", "c")}
    create_together(wanted.items())
    assert {path: path.read_bytes() for path in wanted} == wanted
    with pytest.raises(StoreError):
        create_together([(tmp_path / "d", b"x"), (tmp_path / "a", b"y")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c", "home"]
    assert (tmp_path / "a").read_bytes() == b"a" * 9


def test_all_folders_of_files_written_together_are_synced_and_led_to_by_no_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, synced = tmp_path / "p" / "annotations", list[Path]()
    for name in ("ling", "wang", "_project"):
        (root / name).mkdir(parents=True)
    monkeypatch.setattr("tui.store.files.together.sync_name", lambda path: synced.append(path.parent))
    files = [root / name / f"{page}.json" for page in range(20) for name in ("ling", "wang")]
    contents = list[bytes]()
    monkeypatch.setattr("tui.store.files.together.sync_file", lambda path: contents.append(path.read_bytes()))
    create_together((path, str(number).encode()) for number, path in enumerate(files))
    assert sorted(synced) == [root / "ling", root / "wang"]
    assert sorted(map(int, contents)) == list(range(40))  # before any has its name


def test_nothing_is_written_through_a_link_out_of_the_project(project: Project, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project.root / "annotations").mkdir()
    (project.root / "annotations" / "ling").symlink_to(tmp_path / "elsewhere")
    ids = imported(project, ImportedText(TEXT))
    with pytest.raises(StoreError, match="leads out"):
        project.documents.save_new([tagged(project, ids[0])])
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("text", ["工会动态\n", "\ufeff工会", "一\r\n二\r三"])
def test_a_page_that_is_added_is_read_as_it_was_given(project: Project, text: str) -> None:
    page = project.pages.add("new", text)
    assert (page.id, page.path, page.text) == ("new", "seeds/new.txt", text)
    assert project.page_ids() == ("new",)
    assert Project(project.root).page("new").text == text


@pytest.mark.parametrize("text", ["", "\ud800"])
def test_what_could_not_be_read_back_is_no_page(project: Project, text: str) -> None:
    with pytest.raises(SourceError, match=r"seeds/new\.txt"):
        project.pages.add("new", text)
    assert project.page_ids() == ()
    assert not list((project.root / "seeds").iterdir())


def test_a_page_that_is_there_is_not_written_over(project: Project) -> None:
    project.pages.add("new", "一")
    with pytest.raises(SourceError, match=r"seeds/new\.txt"):
        project.pages.add("new", "二")
    assert Project(project.root).page("new").text == "一"


def test_a_page_is_added_to_the_first_folder_of_newspapers(tmp_path: Path) -> None:
    (tmp_path / "piyue.toml").write_text(
        '[[sources]]\npath = "t.jsonl"\n[[sources]]\npath = "whole"\nlayout = "document"\n'
        '[[sources]]\npath = "papers"\n[[sources]]\npath = "others"\n'
    )
    (tmp_path / "t.jsonl").write_text("")
    assert Project(tmp_path).pages.add("new", "一").path == "papers/new.txt"
    (tmp_path / "piyue.toml").write_text('[[sources]]\npath = "t.jsonl"\n')
    assert Project(tmp_path).pages.add("newer", "一").path == "seeds/newer.txt"


@pytest.mark.parametrize(("pages", "found"), [({}, None), ({"b": "乙", "a": "甲"}, "a")])
def test_the_first_page_is_the_first_in_order(
    tmp_path: Path, pages: dict[str, str], found: str | None
) -> None:
    (tmp_path / "seeds").mkdir()
    for name, text in pages.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    assert Project(tmp_path).pages.first() == found


def test_of_a_table_the_first_page_is_known_from_its_first_row(tmp_path: Path) -> None:
    (tmp_path / "piyue.toml").write_text('[[sources]]\npath = "t.jsonl"\n')
    (tmp_path / "t.jsonl").write_text('{"text": "一"}\n{"text": "二"}\n{', "utf-8")
    pages = Project(tmp_path).pages
    assert not pages.are_few
    assert pages.first() == "t-1"
    assert pages.read("t-1").text == "一"
    assert pages.read("t-2").text == "二"
    with pytest.raises(NotFoundError, match="did you mean t-2"):
        pages.read("t-22")


def test_many_or_large_pages_are_not_few(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"x" * ((1 << 20) - 1))
    assert Project(tmp_path).pages.are_few
    (tmp_path / "seeds" / "b.txt").write_bytes(b"x" * 2)
    assert not Project(tmp_path).pages.are_few
    for number in range(500):
        (tmp_path / "seeds" / f"{number}.txt").touch()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"")
    assert not Project(tmp_path).pages.are_few
    (tmp_path / "seeds" / "499.txt").unlink()
    (tmp_path / "seeds" / "498.txt").unlink()
    assert Project(tmp_path).pages.are_few


def test_pages_of_which_some_are_rows_are_not_few(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("工会", "utf-8")
    (tmp_path / "piyue.toml").write_text('[[sources]]\npath = "seeds"\ntext = "text"\n')
    assert Project(tmp_path).pages.are_few
    (tmp_path / "seeds" / "t.JSONL").write_text('{"text": "一"}\n{"text": "二"}\n', "utf-8")
    found = Project(tmp_path)
    assert not found.pages.are_few
    assert found.page_ids() == ("a", "t-1", "t-2")


def test_an_inner_source_has_its_own_pages_and_settings(tmp_path: Path) -> None:
    (tmp_path / "piyue.toml").write_text(
        '[[sources]]\npath = "seeds"\n[[sources]]\npath = "seeds/whole"\nlayout = "document"\n'
    )
    for name in ("a.txt", "whole/b.txt", "whole/deep/c.txt", "wholesome/d.txt"):
        (tmp_path / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / name).write_text("工会", "utf-8")
    made = Project(tmp_path)
    layouts = {id_: made.page(id_).layout for id_ in made.page_ids()}
    assert layouts == {"a": "newspaper", "d": "newspaper", "b": "document", "c": "document"}
    source_of = made.pages.sources.source_of
    assert [
        source_of(path) for path in ("seeds/a.txt", "seeds/whole/b.txt", "seeds/wholesome/d.txt", "x")
    ] == [
        *("seeds", "seeds/whole", "seeds", ""),
    ]
    assert [setting.path for setting in made.pages.sources.used()] == ["seeds", "seeds/whole"]
    (tmp_path / "seeds" / "imported").mkdir()
    (tmp_path / "piyue.toml").write_text('[[sources]]\npath = "t.jsonl"\n[[sources]]\npath = "gone"\n')
    used = [setting.path for setting in Project(tmp_path).pages.sources.used()]
    assert used == ["t.jsonl", "gone", "seeds/imported"]


def test_a_page_that_cannot_be_found_is_an_error_for_people(project: Project) -> None:
    with pytest.raises(PiyueError, match="there is no page “x”"):
        project.page("x")
