"""What is said at the start, and which sentence is marked as the one read last."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from tui.app.runtime.start_message import BREAK, StartMessage
from tui.app.text_view.geometry.caret import Caret
from tui.app.workspace.first_steps import FirstSteps
from tui.app.workspace.status import StatusLine
from tui.model import Segment

TEXT = "桥通车了。市民说好！夜市重开\n图书馆开放"


class Start:
    """The start of an app, with what it says."""

    def __init__(self, at: int = 0, text: str = TEXT) -> None:
        self.told: list[tuple[str, str]] = []
        self.read_last: Segment | None = None
        self.idle = 0.0
        self.status = StatusLine()
        self.project: Any = SimpleNamespace(
            server=None,
            annotator="ling",
            records=SimpleNamespace(annotators=lambda: ["ling"]),
            settings=SimpleNamespace(has_undeclared_labels=False, theme=""),
        )
        self.workspace: Any = SimpleNamespace(
            status=self.status, first_steps=FirstSteps(), shown="an article"
        )
        self.place: Any = SimpleNamespace(resumed=None)
        self.reader: Any = SimpleNamespace(
            scene=SimpleNamespace(text=text), caret=Caret(at), mark_read=self.mark, read_last=None
        )
        controller = SimpleNamespace(
            reader=self.reader,
            show_bars=lambda: None,
            tell=lambda key, text="", **said: self.told.append((key, text or said.get("theme", ""))),
        )
        context = SimpleNamespace(
            workspace=self.workspace,
            project=self.project,
            controller=controller,
            app=SimpleNamespace(
                set_interval=lambda _, look: setattr(self, "look", look), available_themes={"nord": None}
            ),
        )
        self.message = StartMessage(cast("Any", context), cast("Any", self.place), lambda: self.idle)

    def mark(self, sentence: Segment | None) -> None:
        self.reader.read_last = sentence

    @property
    def marked(self) -> str | None:
        sentence = self.reader.read_last
        return None if sentence is None else self.reader.scene.text[slice(*sentence)]


def test_who_comes_back_is_told_where_they_were() -> None:
    start = Start(at=7)
    start.message.begin()
    assert (start.told, start.marked) == ([], None), "it is the first time"
    start.place.resumed = "a place"
    start.message.begin()
    assert (start.told, start.marked) == ([("start.resumed", "市民说好！")], "市民说好！")
    assert not start.workspace.first_steps.shown


def test_one_thing_is_said() -> None:
    start = Start()
    start.place.resumed = "a place"
    start.project.settings.has_undeclared_labels = True
    start.message.begin()
    assert start.told == [("labels.standard_too", "")]
    start.status.tell("another message")
    start.project.settings.has_undeclared_labels = False
    start.message.begin()
    assert (len(start.told), start.marked) == (1, None)


def test_a_theme_that_there_is_not_is_told() -> None:
    start = Start()
    start.project.settings.theme = "nord"
    start.message.begin()
    assert start.told == []
    start.project.settings.theme = "nort"
    start.message.begin()
    assert start.told == [("start.no_theme", "nort")]


def test_without_an_article_nothing_was_read() -> None:
    start = Start()
    start.place.resumed, start.workspace.shown = "a place", None
    start.message.begin()
    assert (start.told, start.marked) == ([], None)


@pytest.mark.parametrize(
    ("annotators", "server", "is_new"), [([], None, True), (["ling"], None, False), ([], "a server", False)]
)
def test_who_has_no_tags_here_is_shown_the_first_steps(
    annotators: list[str], server: str | None, is_new: bool
) -> None:
    start = Start()
    start.project.records.annotators, start.project.server = lambda: annotators, server
    start.status.tell("another message")
    start.message.begin()
    assert start.workspace.first_steps.shown == is_new


def test_after_a_break_the_sentence_is_marked_once() -> None:
    start = Start(at=12)
    start.message.begin()
    start.idle = BREAK
    start.message._mark_after_break()
    assert start.marked is None
    start.idle = BREAK + 1
    start.message._mark_after_break()
    assert start.marked == "夜市重开"
    start.reader.caret = Caret(0)
    start.message._mark_after_break()
    assert start.marked == "夜市重开", "until the cursor moves"


@pytest.mark.parametrize(
    ("at", "sentence"),
    [(0, "桥通车了。"), (4, "桥通车了。"), (5, "市民说好！"), (13, "夜市重开"), (15, "图书馆开放")],
)
def test_the_sentence_of_the_cursor_is_the_one_read_last(at: int, sentence: str) -> None:
    start = Start(at=at)
    start.message._mark_sentence()
    assert start.marked == sentence


def test_in_no_text_there_is_no_sentence_and_of_a_long_one_little_is_said() -> None:
    start = Start(text="")
    start.place.resumed = "a place"
    start.message.begin()
    assert (start.told, start.marked) == ([], None)
    start = Start(at=500, text="长" * 600)
    start.place.resumed = "a place"
    start.message.begin()
    assert start.told == [("start.resumed", "长" * 16)]
