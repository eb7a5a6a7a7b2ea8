"""Which panes are shown at which width, and what is said of pages and of the place of the cursor."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.app.conftest import workspace_on
from tui.app.keys.key_map import KEYMAP
from tui.app.text_view.palette import Palette
from tui.app.text_view.reader import Reader
from tui.app.work_screen.display import LONGEST_TITLES, TEXT_CELLS, USUAL_TITLES, Display
from tui.app.work_screen.panes.headings import Headings
from tui.app.work_screen.panes.panel import Panel
from tui.app.work_screen.panes.sidebar import Sidebar
from tui.app.workspace.editing import Editor
from tui.app.workspace.transcript import Transcript
from tui.app.workspace.turns import Turns
from tui.app.workspace.workspace import Workspace
from tui.measure.team.assignments import Assignment, Assignments
from tui.model.labels import DEFAULT_LABELS
from tui.text.readings import Misread


class Screen:
    """The panes of the work screen, at a width."""

    def __init__(self, cells: int, *, guided: bool = False) -> None:
        self.size = SimpleNamespace(width=cells)
        self.panes = {
            kind: SimpleNamespace(display=True, styles=SimpleNamespace(width=None, max_width=None))
            for kind in (Sidebar, Panel, Headings)
        }
        self.reader = SimpleNamespace(
            caret=SimpleNamespace(at=0),
            scene=SimpleNamespace(contents=SimpleNamespace(view=SimpleNamespace(misread=()))),
            palette=lambda: Palette(lambda _: cast("Any", None), cast("Any", None), DEFAULT_LABELS, "en"),
        )
        self.guided = guided

    def query_one(self, kind: Any) -> Any:
        return self.reader if kind is Reader else self.panes[kind]

    def query(self, name: str) -> list[str]:
        return [name] if self.guided else []

    def call_after_refresh(self, act: object) -> None:
        """What is filled later is not looked at here."""


def display(screen: Screen, workspace: Workspace, *, has_tags: bool = False) -> Display:
    made = Display(cast("Any", screen), workspace, KEYMAP, lambda: [], lambda: True, lambda row: False)
    made._has_tags = has_tags
    return made


def shown(screen: Screen) -> str:
    return "".join(
        name for name, kind in (("s", Sidebar), ("p", Panel), ("h", Headings)) if screen.panes[kind].display
    )


@pytest.mark.parametrize(
    ("cells", "has_tags", "guided", "panes"),
    [
        (120, False, False, "s"),
        (120, True, False, "sp"),
        (110, True, False, "sp"),
        (109, True, False, "s"),
        (109, False, False, "s"),
        (64, True, False, "s"),
        (63, True, False, ""),
        (63, False, False, ""),
        (120, True, True, "s"),
        (109, False, True, ""),
        (63, False, True, ""),
    ],
)
def test_panes_are_shown_where_there_is_room_for_them(
    cells: int, has_tags: bool, guided: bool, panes: str, folder: Path
) -> None:
    screen = Screen(cells, guided=guided)
    display(screen, workspace_on(folder), has_tags=has_tags).show_panes(None)
    assert shown(screen) == f"{panes}h"


@pytest.mark.parametrize(
    ("cells", "focused", "panes"),
    [(120, Panel, "sp"), (100, Panel, "p"), (50, Panel, "p"), (50, Sidebar, "s"), (100, Sidebar, "s")],
)
def test_a_pane_that_keys_go_to_is_shown(cells: int, focused: Any, panes: str, folder: Path) -> None:
    screen = Screen(cells)
    display(screen, workspace_on(folder)).show_panes(cast("Any", screen.panes[focused]))
    assert shown(screen) == f"{panes}h"


@pytest.mark.parametrize(
    ("cells", "wanted", "guided", "panes"),
    [
        (50, {"sidebar": True}, False, "s"),
        (120, {"sidebar": False}, False, "p"),
        (120, {"panel": False}, False, "s"),
        (100, {"panel": True}, False, "p"),
        (50, {"panel": True, "sidebar": True}, False, "sp"),
        (120, {"panel": True}, True, "p"),
        (120, {"panel": True, "sidebar": True}, True, "sp"),
    ],
)
def test_a_wish_goes_before_the_room(
    cells: int, wanted: dict[str, bool], guided: bool, panes: str, folder: Path
) -> None:
    screen = Screen(cells, guided=guided)
    made = display(screen, workspace_on(folder), has_tags=True)
    made.wanted.update(wanted)
    made.show_panes(None)
    assert shown(screen) == f"{panes}h"


def test_nothing_stands_beside_a_text_that_is_read_aloud(folder: Path) -> None:
    workspace = workspace_on(folder)
    workspace.transcript = Transcript()
    for focused, panes in ((None, ""), (Sidebar, "s"), (Panel, "p")):
        screen = Screen(140)
        there = screen.panes[focused] if focused else None
        display(screen, workspace, has_tags=True).show_panes(cast("Any", there))
        assert shown(screen) == panes


@pytest.mark.parametrize(
    ("cells", "guided", "width"),
    [
        (140, False, None),
        (158, False, None),
        (159, False, 37),
        (170, False, 48),
        (220, False, 60),
        (220, True, None),
    ],
)
def test_what_the_text_leaves_is_for_long_titles(
    cells: int, guided: bool, width: int | None, folder: Path
) -> None:
    screen = Screen(cells, guided=guided)
    display(screen, workspace_on(folder)).show_panes(None)
    styles = screen.panes[Sidebar].styles
    assert styles.width == styles.max_width == width
    if width is not None:
        assert USUAL_TITLES < width <= LONGEST_TITLES
        assert cells - width - 40 >= TEXT_CELLS


# What is said


def test_a_page_says_how_many_tags_it_lost_and_whose_it_is(folder: Path) -> None:
    workspace = workspace_on(folder)
    made, documents = display(Screen(120), workspace), workspace.documents
    assert made._holding("p") == ""
    documents.listing.lost["p"] = 2
    assert made._holding("p") == workspace.say("pane.lost", count=2)
    documents.turns = Turns(
        documents.project, Assignments([Assignment("p", "ling"), Assignment("q", "wang")])
    )
    assert made._holding("p") == f"{workspace.say('pane.lost', count=2)} {workspace.say('holding.mine')}"
    assert (made._holding("q"), made._holding("r")) == ("wang", workspace.say("holding.free"))


def test_the_tag_under_the_cursor_is_said_with_its_value_and_note(folder: Path) -> None:
    workspace, screen = workspace_on(folder), Screen(120)
    made, editor = display(screen, workspace), Editor(workspace)
    assert workspace.shown is not None
    reading = workspace.shown.view.reading.text

    def said(text: str, label: str, note: str = "") -> str:
        at = reading.index(text)
        span = workspace.span(editor.tag((at, at + len(text)), label))
        assert span is not None
        return made._about_here(span.replaced(note=note))

    assert said("王路曼", "PERSON") == "PERSON: 王路曼"
    assert said("69家", "METRIC") == "METRIC: 69家 = 69 家"
    assert said("新建", "METRIC") == "METRIC: 新建 ?"
    noted = said("顺义区", "LOC", "否?")
    assert noted.startswith("LOC: 顺义区  ")
    assert noted.endswith("否?")
    screen.reader.scene.contents.view.misread = (Misread(0, 2, "甲乙"), Misread(5, 6, "丙"))
    reads = workspace.say("status.reads", reads="甲乙")
    assert made._about_here(None) == reads
    assert said("建会", "EVENT") == f"EVENT: 建会  {reads}"
    screen.reader.caret.at = 2
    assert made._about_here(None) == ""
