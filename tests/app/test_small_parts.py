"""Small parts of the app: keys that are listed or repeated, hues of a terminal, steps of the tour."""

import asyncio
import os

import pytest
from textual.color import Color

from tests.store.building import page_of, span_of
from tui.app.dialogs.dialog import Dialog
from tui.app.keys.key_map import KEYMAP
from tui.app.runtime.warm_up import _user_folders_in as user_folders_in
from tui.app.text_view.palette import _ansi as nearest
from tui.app.work_screen.key_effects import is_listed, is_repeated, keeps_mode, uses_count
from tui.app.workspace.tour import NAME, Tour, Work
from tui.model import Span, State
from tui.model.labels import DEFAULT_LABELS

ROWS = {row.id: row for row in KEYMAP}


def test_keys_that_everybody_needs_all_the_time_are_not_listed_as_used_last() -> None:
    for id_ in (
        "palette",
        "help",
        "quit",
        "undo",
        "redo",
        "next_pane",
        "previous_pane",
        "jump",
        "grow_right",
    ):
        assert not is_listed(ROWS[id_]), id_
    for id_ in ("finish", "remove", "ledger", "one_word", "link"):
        assert is_listed(ROWS[id_]), id_


def test_what_changes_tags_their_shapes_and_the_page_is_repeated_but_for_undo_and_itself() -> None:
    for id_ in ("remove", "relabel", "end_right", "split_tag", "one_word", "mark_title"):
        assert is_repeated(ROWS[id_]), id_
    for id_ in ("undo", "redo", "again", "repeat_label", "jump", "finish", "link"):
        assert not is_repeated(ROWS[id_]), id_


def test_a_number_stays_for_the_label_that_a_key_leads_to() -> None:
    assert [uses_count(ROWS[id_]) for id_ in ("repeat_label", "pick_label", "label_leader")] == [False] * 3
    assert uses_count(ROWS["word_right"])
    assert (keeps_mode(ROWS["outer_tag"]), keeps_mode(ROWS["next_tag"])) == (True, False)


@pytest.mark.parametrize(
    ("colour", "hue"),
    [
        ("#ff0000", "red"),
        ("#ffff00", "yellow"),
        ("#00ff00", "green"),
        ("#00ffff", "cyan"),
        ("#0000ff", "blue"),
        ("#ff00ff", "magenta"),
        ("#ff0010", "red"),
        ("#808080", None),
        ("#80807a", None),
    ],
)
def test_a_label_has_the_nearest_of_a_terminal_s_own_colours(colour: str, hue: str | None) -> None:
    style = nearest(Color.parse(colour), Color.parse("black"))
    assert style.bold
    assert (style.color and style.color.name) == hue


def test_user_folders_are_elsewhere_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "before")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    with user_folders_in("there"):
        found = [os.environ[f"XDG_{name}_HOME"] for name in ("CACHE", "CONFIG", "DATA", "STATE")]
        assert found == ["there"] * 4
    assert (os.environ["XDG_CACHE_HOME"], "XDG_DATA_HOME" in os.environ) == ("before", False)


async def test_a_key_waits_until_the_dialog_is_there() -> None:
    dialog = Dialog[None]()
    waiting = asyncio.create_task(dialog.until_ready("a"))
    for _ in range(3):
        await asyncio.sleep(0)
    assert not waiting.done()
    dialog.ready.set()
    await asyncio.wait_for(waiting, 5)


TEXT = f"{NAME}建会\n{NAME}今年新建工会36家，{NAME}说好。"


def tagged(label: str, start: int, end: int, **said: str) -> Span:
    return span_of(page_of(TEXT), f"{label}{start}", (start, end), label=label, attributes=said)


def test_the_tour_goes_on_with_what_was_done_and_each_step_once() -> None:
    tour = Tour()

    def step(at: int, *tags: Span, state: State = "todo") -> str:
        tour.follow(Work(TEXT, (at, at + 1), tags, state))
        said = tour.text(lambda row, **_: row, DEFAULT_LABELS)
        return f"{tour._done} {said}"

    second = TEXT.index(NAME, 1)
    one, two = (tagged("ORG", at, at + 6) for at in (second, TEXT.rindex(NAME)))
    number = TEXT.index("36家")
    assert step(0) == "0 tour.step", "in the headline"
    assert step(second + 7) == "0 tour.step"
    assert step(second + 5) == "1 tour.step"
    assert step(0) == "1 tour.step", "what was done stays done"
    assert step(0, tagged("LOC", second, second + 6)) == "1 tour.step"
    assert step(0, one) == "2 tour.step"
    assert step(0, one, two) == "3 tour.step"
    assert step(0, tagged("METRIC", number, number + 3)) == "3 tour.step"
    assert step(0, tagged("METRIC", number, number + 3, value="36")) == "4 tour.step"
    assert step(0, state="doing") == "4 tour.step"
    assert step(0, state="done") == "5 tour.done"
