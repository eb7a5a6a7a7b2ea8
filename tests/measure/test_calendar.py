"""The calendar of days."""

from datetime import date

from tui.measure.team.calendar import calendar_lines
from tui.texts import say


def test_each_day_has_a_mark_by_how_much_was_done() -> None:
    counts = {date(2022, 9, 5): 30, date(2022, 9, 6): 20, date(2022, 9, 7): 1, date(2022, 8, 31): 10}
    lines = calendar_lines(counts, date(2022, 9, 8), lambda row, **v: say(row, "en", **v), weeks=3)
    assert lines == [
        "    8   9",
        "Mon . . #",
        "Tue . . +",
        "Wed . - -",
        "Thu . . .",
        "Fri . .",
        "Sat . .",
        "Sun . .",
        ". - + #  tags a day, up to 30",
    ]


def test_without_work_there_is_no_calendar() -> None:
    assert calendar_lines({}, date(2022, 9, 8), lambda row, **v: say(row, "en", **v)) == []


def test_chinese_days_stand_below_each_other() -> None:
    lines = calendar_lines({date(2022, 9, 5): 1}, date(2022, 9, 5), lambda r, **v: say(r, "zh", **v), weeks=2)
    assert lines[:2] == ["   8 9", "一 . #"]
