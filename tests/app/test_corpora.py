"""Corpora on the screen: what the sidebar shows of many articles, and how it is asked for."""

import json
from pathlib import Path

import pytest

from tests.app.conftest import Open, Running
from tui.app.text_view.geometry.caret import Caret

ROWS: list[dict[str, object]] = [
    {"id": 7, "title": "临溪县建会提速", "text": "临溪县总工会新建工会三十六家。\n\n职工说好。"},
    {"id": "a/b", "title": "广场舞大赛举行", "text": "四月五日，广场舞大赛在临溪举行。"},
    {"id": "终", "title": "图书馆延长开放", "text": "图书馆每晚开放到十点。"},
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A project whose pages are the rows of a table."""
    folder = tmp_path / "table"
    folder.mkdir()
    settings = '[[sources]]\npath = "corpus.jsonl"\nid = "id"\ntitle = "title"\n'
    (folder / "piyue.toml").write_text(settings, encoding="utf-8")
    write(folder, ROWS)
    return folder


def write(folder: Path, rows: list[dict[str, object]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "corpus.jsonl").write_text(text, encoding="utf-8")


def listed(r: Running) -> list[str]:
    """The titles that the sidebar holds."""
    return [row.title for row in r.app.workspace.articles.rows() if row.article]


async def type_filter(r: Running, text: str) -> None:
    await r.press("ctrl+o")
    await r.press(" ".join({" ": "space", ":": "colon", "-": "minus"}.get(c, c) for c in text))


async def test_the_rows_of_a_table_are_listed_below_its_name_and_opened(running: Open, table: Path) -> None:
    async with running(table) as r:
        assert listed(r) == ["临溪县建会提速", "广场舞大赛举行", "图书馆延长开放"]
        assert "corpus.jsonl" in r.screen()
        assert "总工会新建" in r.screen()
        await r.press("right_square_bracket")
        assert "四月五日" in r.screen()
        await r.press("o")
        assert [file.name for file in (table / "annotations/ling").glob("*.json")] == ["corpus-a%2Fb.json"]


async def test_a_changed_table_is_noticed_when_it_is_opened_again(running: Open, table: Path) -> None:
    async with running(table):
        pass
    write(table, [*ROWS[1:], {"id": "new", "title": "新桥通车", "text": "新桥今天通车了。"}])
    async with running(table) as r:
        assert listed(r) == ["广场舞大赛举行", "图书馆延长开放", "新桥通车"]


async def test_a_row_without_text_is_told_of_and_the_others_are_listed(running: Open, table: Path) -> None:
    write(table, [ROWS[0], {"id": 9, "body": "没有正文列"}, ROWS[2]])
    async with running(table, size=(160, 30)) as r:
        assert "corpus.jsonl:2" in r.screen()
        assert listed(r) == ["临溪县建会提速", "图书馆延长开放"]


async def test_the_list_follows_what_is_typed_and_escape_shows_all(running: Open, table: Path) -> None:
    async with running(table) as r:
        await type_filter(r, "广场")
        assert listed(r) == ["广场舞大赛举行"]
        assert "1/3" in r.screen()
        await r.press("escape")
        assert len(listed(r)) == 3


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("text:临溪", ["临溪县建会提速", "广场舞大赛举行"]),
        ("text:总工会新", ["临溪县建会提速"]),
        ("text:十", ["临溪县建会提速", "图书馆延长开放"]),
        ("-text:临溪", ["图书馆延长开放"]),
        ("page:a%2f", ["广场舞大赛举行"]),
        ("-广场 -图书", ["临溪县建会提速"]),
        ("state:done", []),
    ],
)
async def test_articles_are_found_by(typed: str, titles: list[str], running: Open, table: Path) -> None:
    async with running(table) as r:
        await type_filter(r, typed)
        await r.press("enter")
        assert listed(r) == titles


async def test_states_and_labels_are_found_as_they_are_now(running: Open, seeds: Path) -> None:
    async with running(seeds) as r:
        here = r.app.workspace.shown
        assert here is not None
        await r.press("o f f")
        await type_filter(r, "label:org state:done")
        await r.press("enter")
        assert [row.article for row in r.app.workspace.articles.rows() if row.article] == [
            here.opened.article.id
        ]


async def test_sorting_puts_what_has_most_tags_first(running: Open, seeds: Path) -> None:
    async with running(seeds) as r:
        await r.press("right_square_bracket right_square_bracket o Y Y Y")
        rows = r.app.workspace.articles.rows()
        assert r.app.workspace.shown is not None
        assert rows[0].article == r.app.workspace.shown.opened.article.id
        assert all(row.article for row in rows)


@pytest.mark.usefixtures("own_segmenter")
async def test_a_word_made_for_always_is_in_the_dictionary_and_cuts_all_texts(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        at = r.reader.scene.text.index("建会有")
        assert "建会有" not in r.words()
        r.reader.put(Caret(at, (at, at + 3), "end"))
        await r.press("percent_sign")
        assert (folder / "dictionary.txt").read_text("utf-8") == "建会有\n"
        assert "建会有" in r.words()
        assert "dictionary.txt" in r.screen()
    async with running(folder) as r:
        assert "建会有" in r.words()


@pytest.mark.usefixtures("own_segmenter")
async def test_a_word_cut_for_always_is_cut_everywhere(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("组织")
        assert "组织" in r.words()
        await r.press("full_stop tilde")
        assert (folder / "dictionary.txt").read_text("utf-8") == "组\n织\n组织 0\n"
        assert "组织" not in r.words()
        assert {"组", "织"} <= set(r.words())


@pytest.mark.usefixtures("own_segmenter")
async def test_a_line_of_the_dictionary_that_holds_no_word_is_told_of(running: Open, folder: Path) -> None:
    (folder / "dictionary.txt").write_text("建会有\n三个 字段 都 错\n", encoding="utf-8")
    async with running(folder, size=(160, 30)) as r:
        assert "dictionary.txt:2" in r.screen()
        assert "建会有" in r.words()


async def test_the_segmenter_of_the_settings_cuts(running: Open, folder: Path) -> None:
    pytest.importorskip("rjieba")
    (folder / "piyue.toml").write_text('segmenter = "rjieba"\n', encoding="utf-8")
    async with running(folder) as r:
        assert "工会" in r.words()
