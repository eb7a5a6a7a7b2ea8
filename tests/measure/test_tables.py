"""Tables and bars for people."""

from tui.measure.tables import bar, cut, table


def test_columns_stand_under_each_other_by_cells_not_by_characters() -> None:
    lines = table([("工会", 5, "甲"), ("ab", 12, "乙")], ("x", "n", "t"), 80)
    assert lines == ["x      n  t", "工会   5  甲", "ab    12  乙"]


def test_a_line_is_cut_at_a_cell_and_never_through_a_character() -> None:
    assert cut("工会工会", 8) == "工会工会"
    assert cut("工会工会", 7) == "工会.."
    assert cut("工会工会", 6) == "工会.."
    assert table([("\x1b[31m红",)], ("t",), 80)[1] == "\\x1b[31m红"


def test_a_bar_is_full_only_where_all_is_done() -> None:
    assert set(bar(3, 3)) == {"#"}
    assert set(bar(0, 0)) == {"."}
