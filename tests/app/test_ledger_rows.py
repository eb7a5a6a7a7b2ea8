"""The ledger's rows: which are shown, in which order and columns, what is said above and beside them."""

from dataclasses import replace

import pytest

from tests.app.test_ledger import row
from tui.app.dialogs.ledger_table import GroupLine, columns_for, padded
from tui.app.dialogs.ledger_view import GROUPS, ORDERS, LedgerView
from tui.texts import say

FIRST = row("3", "人", "", "a", indicator="会员", subject="乙会", period="2021年", title="建会", text="3人")
SECOND = row(
    "12", "人", "", "b", indicator="会员", subject="甲会", period="2020年", title="清凉", text="12人"
)
THIRD = row("5", "家", "", "c", indicator="工会", subject="", period="", title="建会", text="5家")
VIEW = LedgerView((FIRST, SECOND, THIRD))


def ids(view: LedgerView, wanted: str = "") -> str:
    return "".join(each.id for each in view.shown(wanted))


def test_rows_are_sorted_and_grouped_by_the_next_thing_each_time() -> None:
    view, orders, groups = VIEW, [""], [""]
    for _ in range(5):
        view = view.turned("order")
        orders.append(view.order)
    assert orders == ["", "indicator", "subject", "period", "value", ""]
    for _ in range(5):
        view = view.turned("group")
        groups.append(view.group)
    assert groups == ["", "indicator", "subject", "period", "title", ""]
    assert (len(ORDERS), len(GROUPS)) == (5, 5)


def test_by_the_same_column_again_it_is_the_other_way_round() -> None:
    by_value = VIEW.sorted_by("value")
    assert (ids(VIEW), ids(by_value), ids(by_value.sorted_by("value"))) == ("abc", "acb", "bca")
    again = by_value.sorted_by("value").sorted_by("value")
    assert ids(again) == "acb"
    assert ids(by_value.sorted_by("value").sorted_by("subject")) == "abc", "upwards"
    assert ids(VIEW.sorted_by("")) == "cba"


def test_only_rows_that_hold_what_is_wanted_are_shown() -> None:
    assert (ids(VIEW, "会员"), ids(VIEW, "建会"), ids(VIEW, "会员 甲会"), ids(VIEW, "无")) == (
        "ab",
        "ac",
        "b",
        "",
    )


def test_rows_of_a_group_stand_together_below_its_name_in_their_order() -> None:
    view = replace(VIEW.sorted_by("value").sorted_by("value"), group="title")
    found = view.shown("")
    assert ids(view) == "cab"
    heads = [line.name if isinstance(line, GroupLine) else line.id for line in view.lines(found)]
    assert heads == ["建会", "c", "a", "清凉", "b"]
    by_subject = replace(VIEW, group="subject")
    heads = [line.name for line in by_subject.lines(by_subject.shown("")) if isinstance(line, GroupLine)]
    assert heads == ["乙会", "甲会", "-"]
    assert VIEW.lines(VIEW.shown("")) == [FIRST, SECOND, THIRD]


def title(view: LedgerView, wanted: str = "") -> str:
    return "  ".join(view.title(view.shown(wanted), lambda key, **values: say(key, "en", **values)))


def test_above_them_stands_how_many_there_are_and_how_they_are_arranged() -> None:
    assert title(VIEW, "会员") == "Ledger  2/3"
    assert title(replace(VIEW, order="value")) == "Ledger  3/3  sorted by value"
    assert title(replace(VIEW, group="title")) == "Ledger  3/3  grouped by title"
    other = FIRST._replace(conflicts=(("p", "b"),))
    assert "contradictions: 2" in title(LedgerView((other, other, THIRD)))


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (40, ["indicator", "subject", "period", "value"]),
        (102, ["indicator", "subject", "period", "value"]),
        (103, ["indicator", "subject", "period", "interval", "value", "title"]),
    ],
)
def test_where_there_is_room_intervals_and_titles_have_columns(cells: int, names: list[str]) -> None:
    found = columns_for(cells)
    assert [name for name, _ in found] == names
    assert sum(share for _, share in found) == pytest.approx(1)


def test_a_cell_is_filled_or_cut_and_ends_with_a_blank() -> None:
    assert [padded(text, 6) for text in ("", "甲", "甲乙丙", "a\x1bb")] == [
        "      ",
        "甲    ",
        "甲..  ",
        "a␛b   ",
    ]
