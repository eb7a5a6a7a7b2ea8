"""What is painted anew: what has changed, and nothing beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open
from tui.app.text_view import painter
from tui.app.work_screen.panes.panel import Panel
from tui.app.work_screen.panes.sidebar import Sidebar

Calls = list[tuple[Any, ...]]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], Calls]:
    """Notes the calls of a function."""

    def count(owner: object, name: str) -> Calls:
        calls: Calls = []
        function = getattr(owner, name)

        def called(*arguments: Any) -> Any:
            calls.append(arguments)
            return function(*arguments)

        monkeypatch.setattr(owner, name, called)
        return calls

    return count


async def test_a_tag_paints_the_rows_of_the_lists_that_it_changes(
    running: Open, seeds: Path, counted: Callable[[object, str], Calls]
) -> None:
    async with running(seeds, size=(140, 40)) as r:
        await r.press("o right right p")
        await r.rest()
        articles, tags = counted(Sidebar, "paint"), counted(Panel, "paint")
        await r.press("right right l")
        await r.rest()
        assert {item.article for _, item, _ in articles} == {
            r.app.workspace.documents.listing.rows[0].article
        }
        assert {item.span.label for _, item, _ in tags} == {"PERSON", "LOC"}, "the cursor went on from PERSON"
        assert len(r.tags("000_fabdfe4cb5b039c8")) == 3


async def test_a_row_of_the_text_that_only_moves_is_not_painted_anew(
    running: Open, seeds: Path, counted: Callable[[object, str], Calls]
) -> None:
    async with running(seeds, size=(140, 40)) as r:
        await r.press("o down down down")
        await r.rest()
        before = [r.reader.render_line(y).text for y in range(r.reader.size.height)]
        rows = counted(painter, "paint_row")
        await r.press("o")
        await r.rest()
        after = [r.reader.render_line(y).text for y in range(r.reader.size.height)]
        assert before[-2] == after[-1], "the rail made room for itself"
        assert len({row for _, row, *_ in rows}) <= 2, "the row of the tag, with and without the cursor"


async def test_the_scrollbars_are_there_with_the_lists(running: Open, seeds: Path) -> None:
    async with running(seeds, size=(140, 40)) as r:
        shown = [w.show_vertical_scrollbar for w in (r.reader, r.app.screen_stack[0].query_one(Sidebar))]
        assert shown == [True, True]
        assert r.reader.vertical_scrollbar.window_virtual_size == r.reader.scene.lines.height


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_words_and_cursors_are_seen_in_every_theme(theme: str, running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    async with running(folder, size=(140, 40)) as r:
        sidebar, base = r.app.screen_stack[0].query_one(Sidebar), r.reader.part("base")
        assert all(base + r.reader.part(name) != base for name in ("word", "selection", "cursor", "target"))
        assert all(
            sidebar.part("base") + sidebar.part(name) != sidebar.part("base") for name in ("row", "dim")
        )
