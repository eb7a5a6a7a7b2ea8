"""What an argument's value may be, which argument is the command, and in which language one is answered."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tui.cli.arguments import MOST, day, integer, part, shard_of, whole_number
from tui.cli.context import escaped, shown
from tui.cli.parser import language_asked, with_command
from tui.cli.usage import settings_of, wrapped
from tui.errors import PiyueError


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (whole_number, "1", 1),
        (whole_number, "007", 7),
        (whole_number, str(MOST), MOST),
        (integer, "-7", -7),
        (integer, "0", 0),
        (part, "0", 0.0),
        (part, "1", 1.0),
        (part, "0.5", 0.5),
        (shard_of, "1/1", (0, 1)),
        (shard_of, "2/3", (1, 3)),
        (shard_of, "3/3", (2, 3)),
        (day, "2026-03-01", date(2026, 3, 1)),
    ],
)
def test_a_value_is_read(read: Callable[[str], Any], text: str, value: Any) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "texts"),
    [
        (whole_number, ["0", "-1", "1.5", "", "x", "٣", "²", "１", str(MOST + 1)]),
        (integer, ["", "1.5", "x"]),
        (part, ["-0.1", "1.1", "x", "", "nan", "inf"]),
        (shard_of, ["0/1", "2/1", "1", "1/2/3", "1/", "/2", "a/b", ""]),
        (day, ["", "2026-3-1", "2026-02-30", "yesterday"]),
    ],
)
def test_what_is_no_value_is_said_with_what_was_given(read: Callable[[str], Any], texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(PiyueError) as caught:
            read(text)
        assert text in str(caught.value)


def test_a_value_that_is_none_is_an_error_of_usage_in_the_language_that_is_spoken() -> None:
    for language, said in (("en", "x is not a day"), ("zh", "x 不是")):
        settings = settings_of({"type": day, "metavar": "DAY"}, language)  # type: ignore[arg-type]
        assert settings["metavar"] == "DAY"
        assert settings["type"]("2026-03-01") == date(2026, 3, 1)
        with pytest.raises(argparse.ArgumentTypeError, match=said):
            settings["type"]("x")
    assert settings_of({"metavar": "DAY"}, "en") == {"metavar": "DAY"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ""),
        ("stats", "stats"),
        ("stats a.txt", "stats a.txt"),
        ("a.txt", "open a.txt"),
        ("a.txt b.txt --lang zh", "open a.txt b.txt --lang zh"),
        ("-", "open -"),
        ("folder/page", "open folder/page"),
        ("there", "open there"),
        ("gone", "gone"),
        ("--lang zh a.txt", "--lang zh open a.txt"),
        ("--lang=zh a.txt", "--lang=zh open a.txt"),
        ("--project DIR --annotator ling a.txt", "--project DIR --annotator ling open a.txt"),
        ("--project a.txt", "--project a.txt"),
        ("--project", "--project"),
        ("--project DIR stats", "--project DIR stats"),
        ("--version a.txt", "--version a.txt"),
        ("--version a.txt b.txt", "--version a.txt b.txt"),
        ("--other=1 a.txt", "--other=1 a.txt"),
        ("--help", "--help"),
    ],
)
def test_a_text_where_a_command_could_stand_is_opened(
    line: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "there").touch()
    (tmp_path / "stats").touch()
    monkeypatch.chdir(tmp_path)
    assert with_command(line.split()) == expected.split()


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("stats --lang zh", "zh"),
        ("--lang en stats", "en"),
        ("stats --lang=zh", "zh"),
        ("stats --lang fr", None),
        ("stats zh --lang", None),
        ("--lang --zh zh", None),
        ("", None),
    ],
)
def test_the_language_that_is_asked_for_is_known_before_all_else(line: str, language: str | None) -> None:
    assert language_asked(line.split()) == language


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 9, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 4, ["one", "two", "three"]),
        ("incomprehensible", 4, ["incomprehensible"]),
        ("标注者的名字", 12, ["标注者的名字"]),
        ("标注者的名字", 11, ["标注者的名", "字"]),
        ("标注者，名字", 7, ["标注", "者，名", "字"]),
        ("（标注）名字", 8, ["（标注）", "名字"]),
        ("名 （标注）", 8, ["名 （标", "注）"]),
    ],
)
def test_a_line_of_help_has_so_many_cells(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_what_a_terminal_would_obey_is_visible() -> None:
    assert shown("甲\u3000乙\x1b[31m") == "甲  乙" + shown("\x1b[31m")
    assert "\x1b" not in shown("\x1b[31m")
    assert escaped('{"a": "甲\u3000\x1b\u202e"}') == '{"a": "甲\u3000\\u001b\\u202e"}'
