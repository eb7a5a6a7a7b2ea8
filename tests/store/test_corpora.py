"""Sources in tables and the index of a corpus, against a plain look at the files."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tui.errors import PiyueError, ProjectError, SourceError
from tui.model import Corrections, ReadsPin
from tui.store.index.build import Progress, refresh
from tui.store.index.index import Index, pairs
from tui.store.project import Project
from tui.text.offsets import read

NEWS = "临溪县总工会新建工会三十六家，“两新”组织建会见成效。\n\n职工𠮷某说：ＡＢＣ公司  很好。"
TABLE = '[[sources]]\npath = "t.jsonl"\nid = "id"\ntitle = "title"\ndate = "day"\n'


def project(folder: Path, toml: str = TABLE, **files: str) -> Project:
    folder.mkdir(exist_ok=True)
    (folder / "piyue.toml").write_text(toml, "utf-8")
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return Project.find(folder)


def lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def index(project: Project, stop_after: int = 10**9) -> tuple[Progress, list[str]]:
    """Bring the index up to date; return how far it came, and what was refused."""
    told: list[Progress] = []
    refused: list[str] = []
    refresh(project, lambda p: told.append(p) or len(told) < stop_after, lambda e: refused.append(str(e)))  # type: ignore[func-returns-value]
    return told[-1], refused


def titles(project: Project) -> list[str]:
    return [row.title for row in project.index.rows()]


def test_a_row_is_a_page_with_its_title_above_its_text(tmp_path: Path) -> None:
    found = project(
        tmp_path / "p", t_jsonl=lines({"id": 7, "title": "建会", "text": NEWS, "day": "2020-01-02"})
    )
    page = found.page("t-7")
    assert page.text == f"建会\n\n{NEWS}"
    assert page.path == "t.jsonl:1"
    assert page.about == {"title": "建会", "date": "2020-01-02"}


def test_the_text_of_a_row_stands_in_the_column_that_is_named(tmp_path: Path) -> None:
    toml = '[[sources]]\npath = "t.jsonl"\ntext = "body"\n'
    found = project(tmp_path / "p", toml, t_jsonl=lines({"text": "不是", "body": NEWS}, {"text": "不是"}))
    assert found.page("t-1").text == NEWS
    with pytest.raises(SourceError, match=r"t\.jsonl:2: .*body"):
        found.page("t-2")


def test_a_title_that_the_text_begins_with_is_not_put_there_twice(tmp_path: Path) -> None:
    found = project(tmp_path / "p", t_jsonl=lines({"id": 7, "title": "建会", "text": f"建会\n\n{NEWS}"}))
    assert found.page("t-7").text == f"建会\n\n{NEWS}"


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)))
def test_rows_of_csv_are_what_the_csv_module_reads(rows: list[str], tmp_path: Path) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["n", "text"])
    writer.writerows((number, text) for number, text in enumerate(rows))
    found = project(tmp_path / "p", '[[sources]]\npath = "t.csv"\nid = "n"\n', t_csv=stream.getvalue())
    expected = {f"t-{r['n']}": r["text"] for r in csv.DictReader(io.StringIO(stream.getvalue(), newline=""))}
    assert {page: found.page(page).text for page in found.page_ids()} == expected


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ids=st.lists(st.text(min_size=1, max_size=200), unique=True, min_size=1))
def test_whatever_rows_are_called_their_pages_are_unique_and_fit_a_file_name(
    ids: list[str], tmp_path: Path
) -> None:
    text = "".join(json.dumps({"id": id_, "text": "x"}) + "\n" for id_ in ids if id_.isprintable())
    found = project(tmp_path / "p", t_jsonl=text)
    pages = found.page_ids()
    assert len(pages) == text.count("\n")
    for page in pages:
        assert "/" not in page
        assert "\\" not in page
        assert not page.startswith(".")
        assert len(f"{page}.json".encode()) < 200


@pytest.mark.parametrize("path", ["../x", "/etc", "a/../../b", ".hidden", "a//b", "C:\\x", ""])
def test_sources_outside_of_the_project_are_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"piyue\.toml:2"):
        _ = project(tmp_path / "p", f"[[sources]]\npath = {json.dumps(path)}\n").settings


def test_a_table_that_is_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.jsonl").write_text(lines({"text": "x"}))
    found = project(tmp_path / "p", '[[sources]]\npath = "t.jsonl"\n')
    (found.root / "t.jsonl").symlink_to(tmp_path / "secret.jsonl")
    with pytest.raises(SourceError, match="leads out of the project"):
        found.page_ids()


def test_two_rows_of_one_id_are_an_error_that_names_both(tmp_path: Path) -> None:
    found = project(tmp_path / "p", t_jsonl=lines({"id": 1, "text": "a"}, {"id": 1, "text": "b"}))
    with pytest.raises(ProjectError, match=r"t\.jsonl:1 and t\.jsonl:2"):
        found.page_ids()
    assert index(found)[1] == [
        str(ProjectError("project.clash", id="t-1", one="t.jsonl:1", other="t.jsonl:2"))
    ]


@pytest.mark.parametrize("row", ["{", "[1]", '{"body": "x"}', '{"text": 3}', '{"text": "\\ud800"}'])
def test_a_row_that_is_no_page_is_named_by_its_line(row: str, tmp_path: Path) -> None:
    found = project(tmp_path / "p", '[[sources]]\npath = "t.jsonl"\n', t_jsonl=f'{{"text": "好"}}\n{row}\n')
    assert found.page("t-1").text == "好"
    with pytest.raises(SourceError, match=r"^t\.jsonl:2: "):
        found.page("t-2")


def corpus(tmp_path: Path) -> Project:
    toml = f'[[sources]]\npath = "seeds"\n\n{TABLE}'
    rows = lines({"id": 1, "title": "一", "text": NEWS}, {"id": 2, "title": "二", "text": "广场舞大赛。"})
    return project(
        tmp_path / "p", toml, t_jsonl=rows, seeds__10_txt="十\n\n好。\n", seeds__9_md="九\n\n职工好。\n"
    )


def test_the_index_lists_all_articles_in_the_order_of_the_sources(tmp_path: Path) -> None:
    found = corpus(tmp_path)
    index(found)
    assert [row.page for row in found.index.rows()] == list(found.page_ids()) == ["9", "10", "t-1", "t-2"]


def test_how_far_the_index_is_is_told_from_time_to_time_and_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Progress] = []
    refresh(corpus(tmp_path), lambda p: told.append(p) or True, print)  # type: ignore[func-returns-value]
    assert told == [Progress(4, 4, 1.0)]
    told.clear()
    monkeypatch.setattr("tui.store.index.build.COMMIT_SECONDS", -1.0)
    (tmp_path / "other").mkdir()
    refresh(corpus(tmp_path / "other"), lambda p: told.append(p) or True, print)  # type: ignore[func-returns-value]
    assert [each[:2] for each in told] == [(1, 1), (2, 2), (3, 3), (4, 4), (4, 4)]
    assert [each.part for each in told] == sorted(each.part for each in told)
    assert (told[0].part, told[-2].part < 1, told[-1].part) == (0.0, True, 1.0)


def test_what_did_not_change_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = corpus(tmp_path)
    assert index(found)[0].changed == 4
    monkeypatch.setattr(found.pages.sources, "read", lambda _: pytest.fail("a page was read"))
    assert index(found)[0].changed == 0


def test_changes_of_any_kind_are_noticed(tmp_path: Path) -> None:
    found = corpus(tmp_path)
    index(found)
    (found.root / "seeds" / "9.md").write_text("玖\n\n职工好。\n", "utf-8")
    (found.root / "seeds" / "10.txt").unlink()
    (found.root / "seeds" / "1.txt").write_text("壹\n\n好。\n", "utf-8")
    (found.root / "t.jsonl").write_text(lines({"id": 2, "title": "贰", "text": "广场舞大赛。"}), "utf-8")
    again = Project.find(found.root)
    index(again)
    assert [row.page for row in again.index.rows()] == ["1", "9", "t-2"]
    assert titles(again)[2] == "贰"
    assert again.index.search("三十六家") == []
    assert index(again)[0] == (3, 0, 1.0)
    (found.root / "seeds" / "1.txt").unlink()
    index(Project.find(found.root))
    assert (again.index.first(), index(again)[0]) == ("9", (2, 0, 1.0))


def test_what_was_noted_is_listed(tmp_path: Path) -> None:
    from tests.store.building import NOON
    from tui.edit import SetState

    found = corpus(tmp_path)
    index(found)
    document = found.document("t-2")
    change = SetState(article=document.articles[0].id, state="done", at=NOON)
    found.save(change.apply(document)[0])
    index(found)
    assert {row.page: row.state for row in found.index.rows()}["t-2"] == "done"


def test_what_was_corrected_is_listed_for_everybody(tmp_path: Path) -> None:
    found = corpus(tmp_path)
    index(found)
    document = found.document("9")
    pins = Corrections(reads=(ReadsPin(segments=((0, 1),), text="九", reads="久"),))
    found.save(document.replaced(corrections=pins))
    assert [path.parent.name for path in (found.root / "annotations").glob("*/9.json")] == ["_project"]
    assert index(found)[0].changed == 1
    assert (found.index.search("久"), found.index.search("九")) == ([document.articles[0].id],) * 2
    (found.root / "annotations" / "ling").mkdir()
    for name in ("9.txt", "9", ".json"):
        (found.root / "annotations" / "ling" / name).touch()
    assert index(found)[0].changed == 0


def test_an_index_that_was_cut_short_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.index.build.COMMIT_SECONDS", -1.0)
    found = corpus(tmp_path)
    assert index(found, stop_after=3)[0].pages == 3
    assert len(titles(found)) == 3
    assert index(found)[0].changed == 1
    assert len(titles(found)) == 4


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    found = corpus(tmp_path)
    index(found)
    found.index.path.write_bytes(b"no database" * 1000)
    assert list(found.index.rows()) == []
    index(found)
    assert len(titles(found)) == 4


def test_a_page_is_where_the_index_says_as_long_as_its_file_is_as_it_was(tmp_path: Path) -> None:
    found = corpus(tmp_path)
    assert (found.index.first(), found.index.origin("9"), list(found.index.rows())) == (None, None, [])
    assert not found.index.path.exists()  # asking makes none
    index(found)
    assert found.index.first() == "9"
    assert {page: found.index.origin(page) for page in found.page_ids()} == found.pages.sources.by_id()
    (found.root / "t.jsonl").write_text(
        lines({"id": 9, "text": "新"}) + (found.root / "t.jsonl").read_text("utf-8")
    )
    (found.root / "seeds" / "9.md").unlink()
    again = Project.find(found.root)
    assert [again.index.origin(page) for page in ("9", "t-1", "t-2", "none")] == [None] * 4
    assert again.index.origin("10") == found.index.origin("10")
    assert again.page("t-2").text == "二\n\n广场舞大赛。"


def test_an_index_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    found = corpus(tmp_path)
    found.index.path.parent.mkdir(parents=True)
    found.index.path.mkdir()
    with pytest.raises(PiyueError, match="index of the corpus cannot be written"):
        index(found)


@pytest.fixture
def indexed(tmp_path: Path) -> tuple[Project, dict[str, list[str]]]:
    """A project, and the lines of its reading texts by article."""
    found = corpus(tmp_path)
    index(found)
    texts: dict[str, list[str]] = {}
    for page in found.page_ids():
        document = found.document(page)
        texts |= {a.id: read(document.page, a).text.split("\n") for a in document.articles}
    return found, texts


@settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_search_finds_the_articles_in_which_a_string_stands(
    data: st.DataObject, indexed: tuple[Project, dict[str, list[str]]]
) -> None:
    found, texts = indexed
    every = [line for text in texts.values() for line in text if line]
    line = data.draw(st.sampled_from(every))
    start = data.draw(st.integers(0, len(line) - 1))
    wanted = line[start : start + data.draw(st.integers(1, 6))] + data.draw(
        st.sampled_from(["", "", "会", '"'])
    )
    expected = [id_ for id_, text in texts.items() if any(wanted.lower() in one.lower() for one in text)]
    assert found.index.search(wanted) == expected


@pytest.mark.parametrize("wanted", ["abc公司", "ABC", "公司\u3000\u3000很好", '"两新"x', "工会*", "AND", ""])
def test_width_case_and_blanks_are_alike_and_signs_are_no_commands(wanted: str, tmp_path: Path) -> None:
    found = corpus(tmp_path)
    index(found)
    hits: Any = found.index.search(wanted)
    assert bool(hits) == (wanted in ("abc公司", "ABC", "公司\u3000\u3000很好"))


def test_pairs_do_not_cross_lines() -> None:
    assert pairs("甲乙\n丙") == "甲乙 乙␣ 丙␣"


@pytest.mark.parametrize("blank", [*map(chr, range(10)), *map(chr, range(11, 33)), "\x7f", "\xa0", "\u3000"])
def test_every_blank_is_like_any_other(blank: str) -> None:
    assert pairs(f"甲{blank}乙") == pairs("甲 乙") == "甲␣ ␣乙 乙␣"


def test_every_sign_is_like_the_same_of_full_width() -> None:
    for code in range(0x21, 0x7F):
        assert pairs(f"甲{chr(code)}乙") == pairs(f"甲{chr(code + 0xFEE0)}乙"), chr(code)
    assert len({pairs(chr(code).lower()) for code in range(0x21, 0x7F)}) == 94 - 26


def test_a_table_that_did_not_change_is_not_gone_through_again_unless_a_row_could_not_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = corpus(tmp_path)
    index(found)
    (found.root / "seeds" / "9.md").write_text("玖\n\n职工好。\n", "utf-8")
    with monkeypatch.context() as closed:
        closed.setattr("tui.store.sources.tables.find_rows", lambda *_: pytest.fail("a table was read"))
        assert index(Project.find(found.root)) == ((4, 1, 1.0), [])
    with (found.root / "t.jsonl").open("a") as file:
        file.write("{}\n")
    for text in ("九", "又"):
        (found.root / "seeds" / "9.md").write_text(f"{text}\n\n职工好。\n", "utf-8")
        last, (refused,) = index(Project.find(found.root))
        assert (last.pages, refused.partition(": ")[0]) == (5, "t.jsonl:3")


def test_nothing_is_looked_at_page_by_page_where_no_file_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = corpus(tmp_path)
    index(found)
    monkeypatch.setattr("tui.store.index.build.Changes", None)
    last, refused = index(found)
    assert (last.pages, last.changed, last.part) == (4, 0, 1.0)
    assert refused == []
    (found.root / "seeds" / "later.txt").write_text("又一版\n", encoding="utf-8")
    with pytest.raises(TypeError):
        index(Project(found.root))


def test_a_page_that_cannot_be_used_is_told_of_each_time(tmp_path: Path) -> None:
    found = corpus(tmp_path)
    (found.root / "seeds" / "torn.txt").write_bytes(b"\xff\x00\x81")
    told = list[PiyueError]()
    for _ in range(2):
        refresh(Project(found.root), lambda _: True, told.append)
    assert [str(error).partition(":")[0] for error in told] == ["seeds/torn.txt"] * 2


def test_an_index_by_other_rules_says_where_pages_are_and_one_of_other_sources_nothing(
    tmp_path: Path,
) -> None:
    found = corpus(tmp_path)
    index(found)
    made = found.index
    assert (made.first(), len([*made.rows()])) == ("9", 4)
    rules = Index(made.path, found.root, str(found.settings.sources), "other rules")
    assert (rules.first(), rules.origin("9"), [*rules.rows()]) == ("9", made.origin("9"), [])
    sources = Index(made.path, found.root, "other sources", found.divider.rules)
    assert (sources.first(), sources.origin("9"), [*sources.rows()]) == (None, None, [])
