"""Keys as terminals send them: what arrives where, and what piyue takes it for."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import _ansi_sequences, events
from textual._xterm_parser import XTermParser

from tests.app.conftest import Open
from tests.conftest import ROOT
from tui.app.keys.key_map import KEYMAP
from tui.app.keys.terminal_keys import correct_sequences, meant_by, takes_mouse

TABLE = ROOT / "docs" / "terminal_keys.tsv"
TERMINALS = {"xterm", "mlterm", "rxvt", "st", "kitty", "konsole", "tmux", "screen"}


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put Textual's table back."""
    monkeypatch.setattr(XTermParser, "_sequence_to_key_events", XTermParser._sequence_to_key_events)
    table = _ansi_sequences.ANSI_SEQUENCES_KEYS
    before = dict(table)
    yield
    table.clear()  # type: ignore[attr-defined]
    table.update(before)  # type: ignore[attr-defined]


def read(sequence: str) -> list[str]:
    """The keys that are read from what a terminal sends."""
    parser = XTermParser()
    found = [*parser.feed(sequence), *parser.tick(), *parser.feed("")]
    return [event.key for event in found if isinstance(event, events.Key)]


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_key_of_the_map_was_typed_into_every_terminal() -> None:
    assert set(rows()[0]) == {"key", *TERMINALS}
    assert {row["key"] for row in rows()} == {key for row in KEYMAP for key in row.keys}


def test_every_action_has_a_key_that_arrives_in_every_terminal() -> None:
    everywhere = {row["key"] for row in rows() if {row[name] for name in TERMINALS} == {row["key"]}}
    assert [row.id for row in KEYMAP if everywhere.isdisjoint(row.keys)] == []


def test_the_document_lists_the_keys_that_do_not_arrive_everywhere() -> None:
    shown = (ROOT / "docs" / "terminals.md").read_text(encoding="utf-8")
    for row in rows():
        if {row[name] for name in TERMINALS} != {row["key"]}:
            cells = " | ".join(
                "yes" if row[name] == row["key"] else row[name] or "-" for name in rows()[0] if name != "key"
            )
            assert f"| `{row['key']}` | {cells} |" in shown


@pytest.mark.parametrize(
    ("sequence", "key"), [("\x1bOb", "ctrl+down"), ("\x1b[7^", "ctrl+home"), ("\x1b[8^", "ctrl+end")]
)
def test_keys_of_rxvt_are_those_that_were_pressed(sequence: str, key: str) -> None:
    correct_sequences({"TERM": "rxvt-unicode-256color"})
    assert read(sequence) == [key]


@pytest.mark.parametrize(
    ("sequence", "key"),
    [("\x1bf", "alt+f"), ("\x1bb", "alt+b"), ("\x1b,", "alt+comma"), ("\x1bK", "alt+shift+k")],
)
def test_a_character_soon_after_esc_is_known_as_such(sequence: str, key: str) -> None:
    correct_sequences({"TERM": "xterm"})
    assert read(sequence) == [key]


def test_iterm_s_words_are_left_as_they_are() -> None:
    correct_sequences({"TERM": "xterm", "TERM_PROGRAM": "iTerm.app"})
    assert read("\x1bf") == ["ctrl+right"]


@pytest.mark.parametrize(
    ("key", "character", "meant"),
    [
        ("alt+x", "x", ["escape", "x"]),
        ("alt+shift+x", "X", ["escape", "X"]),
        ("alt+comma", ",", ["escape", "comma"]),
        ("alt+h", "h", ["alt+h"]),
        ("è", "è", ["alt+h"]),
        ("Ë", "Ë", ["alt+shift+k"]),
        ("division_sign", "÷", ["alt+w"]),
        ("é", "é", ["é"]),
        ("工", "工", ["工"]),
        ("alt+up", None, ["alt+up"]),
        ("x", "x", ["x"]),
    ],
)
def test_alt_is_esc_where_it_does_nothing_and_a_letter_of_latin_1_is_alt_where_it_does(
    key: str, character: str | None, meant: list[str]
) -> None:
    bound = {"alt+h", "alt+w", "alt+shift+k", "x"}
    assert [event.key for event in meant_by(events.Key(key, character), bound)] == meant


async def test_esc_and_a_letter_soon_after_it_close_a_dialog_and_act(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("j j question_mark")
        await r.press("alt+o")
        assert r.tags()[0][0] == "ORG"


async def test_alt_as_xterm_sends_it_moves_an_edge(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("j j right right space space")
        before = r.reader.caret.selection
        await r.press("ì")
        assert before is not None
        assert r.reader.caret.selection is not None
        assert r.reader.caret.selection[1] > before[1]


async def test_what_an_input_method_wrote_into_the_text_is_answered(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("工")
        assert "input methods do nothing here" in r.screen()
        assert r.tags() == []


async def test_every_dialog_has_another_key_than_esc_to_leave_it() -> None:
    leaving = [row for row in KEYMAP if row.context not in ("reader", "work") and "escape" in row.keys]
    assert len(leaving) >= 3
    assert all("ctrl+g" in row.keys for row in leaving)


def test_gnu_screen_is_not_asked_for_the_mouse() -> None:
    assert takes_mouse({"TERM": "xterm"})
    assert not takes_mouse({"TERM": "screen", "STY": "1234.pts-0.host"})
