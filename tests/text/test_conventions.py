"""Lines of newspaper pages with what they are: one at least for each wording of the conventions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.text import parts as interpreter
from tui.text.conventions import TABLE
from tui.text.cues import Where
from tui.text.parts import hints, parts

LINES = (Path(__file__).parent / "conventions.txt").read_text("utf-8").splitlines()
ROWS = [line for line in LINES if not line.startswith("# ")]
BEGINNINGS = ("据《东屏日报》4月2日报道，", "据东屏网消息，", "据东屏融媒体公众号报道，")


def expected(row: str) -> list[tuple[str, str]]:
    return [(cue, text) for cue, _, text in (part.partition(": ") for part in row.split(" | "))]


def told(row: str) -> list[str]:
    found = parts(" ".join(text for _, text in expected(row)))
    return [part.cue.name.lower() if part.cue else "-" for part in found]


def is_told(row: str) -> bool:
    return told(row) == [cue for cue, _ in expected(row)]


@pytest.mark.parametrize("row", ROWS)
def test_a_line_is_what_its_convention_says(row: str) -> None:
    assert told(row) == [cue for cue, _ in expected(row)]


@pytest.mark.parametrize("text", BEGINNINGS)
def test_a_report_may_begin_with_whom_it_quotes(text: str) -> None:
    assert hints(f"{text}老桥昨天封闭大修。")
    assert not hints(f"有人说，{text}老桥昨天封闭大修。")


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    interpreter._rows.cache_clear()


@pytest.mark.slow
def test_no_convention_can_be_dropped_without_a_line_that_becomes_something_else(
    without: pytest.MonkeyPatch,
) -> None:
    idle = []
    for number, convention in enumerate(TABLE):
        without.setattr(interpreter, "TABLE", TABLE[:number] + TABLE[number + 1 :])
        interpreter._rows.cache_clear()
        if convention.where is Where.HINT:
            needed = not any(map(hints, BEGINNINGS))
        else:
            needed = not all(map(is_told, ROWS))
        if not needed:
            idle.append(convention.name)
    assert idle == []
