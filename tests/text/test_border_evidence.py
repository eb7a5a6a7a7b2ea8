"""Evidence for an article at a line like a headline: what does not count, and how far text is looked at."""

import pytest

from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS
from tests.text.test_votes import ABOVE, LINE, at_line, borders
from tests.text.unit_building import unit
from tui.text.border_evidence import (
    REACH,
    _closed,
    _last,
    _rows,
    _signs,
    _usual_length,
    candidates,
    few_apart,
    is_prose,
    section,
    share,
    text_above,
    text_below,
)
from tui.text.cohesion import WINDOW, Cohesion
from tui.text.cues import Cue
from tui.text.layout import Layout
from tui.text.lookahead import Lookahead
from tui.text.units import Unit

CUES = {
    "@": Cue.BYLINE,
    ">": Cue.OPENING,
    "-": Cue.FURNITURE,
    "+": Cue.CAPTION,
    "^": Cue.LEAD,
    "*": Cue.STORY_CREDIT,
    "=": Cue.TURN,
}


def page(*lines: str | Unit) -> Lookahead:
    """A page of units: `@` a byline, `>` an opening, `-` furniture, `+` a caption, `^` a lead,
    `=` where it goes on."""
    units = [
        line if isinstance(line, Unit) else unit(line.lstrip("".join(CUES)), cue=CUES.get(line[0]))
        for line in lines
    ]
    return Lookahead(units, Layout(indents=False, gap=1))


@pytest.mark.parametrize(
    ("vote", "rest", "line"),
    [
        ("wide gap", ("![](a.jpg)", f"\n\n{LINE}", PEARS), LINE),
        ("column name", (LINE, "合作社请来讲师", PEARS), LINE),
        ("column name", ("果乡信箱", PEARS), "果乡信箱"),
        ("only a column's name", ("相关链接", PEARS), "相关链接"),
        ("only a column's name", ("果乡信箱", LINE, PEARS), LINE),
        ("several lines", (LINE, PEARS), LINE),
        ("very short", ("卖梨学艺去", PEARS), "卖梨学艺去"),
        ("quotation", (f"{LINE}“好”", PEARS), f"{LINE}“好”"),
        ("opens with a quotation", (LINE, PEARS), LINE),
        ("rows below", (LINE, PEARS), LINE),
        ("rows below", ("秋梨 4.10元/斤 ↓0.20", LINE, "苹果 3.80元/斤 ↑0.10"), LINE),
        ("signed below", (LINE, PEARS, BRIDGE_MORE), LINE),
        ("unmarked among marked", (LINE, PEARS), LINE),
        ("part of a cycle", (LINE, PEARS), LINE),
    ],
)
def test_a_vote_is_not_given_where_its_evidence_is_another_thing(
    vote: str, rest: tuple[str, ...], line: str
) -> None:
    assert vote not in at_line(borders((*ABOVE, *rest)), line)[0]


@pytest.mark.parametrize("line", [f"{LINE}（3人）", f"{LINE}(12名)", f"{LINE}（20项）", f"{LINE}（5篇）"])
def test_a_line_that_counts_what_stands_below_is_numbered(line: str) -> None:
    assert "numbered" in at_line(borders((*ABOVE, line, PEARS)), line)[0]


def test_where_texts_are_signed_at_their_end_a_name_below_a_line_says_nothing() -> None:
    signed = ("老桥", BRIDGE, "（沈一鸣）", "渡口", BRIDGE_MORE, "（丁一舟）")
    found = borders((*signed, LINE, "贺大山", PEARS))
    assert found._lookahead.signs_at_end
    assert "name below" not in at_line(found, LINE)[0]


def test_a_marked_line_among_marked_ones_has_nothing_against_it() -> None:
    marked = [f"## {name}\n\n本报讯（记者 沈一鸣）{BRIDGE}" for name in ("老桥", "渡口", "石磨")]
    assert "unmarked among marked" not in at_line(borders((*marked, f"## {LINE}", PEARS)), LINE)[0]


def test_a_page_s_columns_open_as_the_first_of_them() -> None:
    lines = (*ABOVE, "渡口", f"【看点】{PEARS}", "石磨", f"【提示】{PEARS}", LINE, f"【看点】{BRIDGE_MORE}")
    assert "opens like the article above" in at_line(borders(lines), LINE)[0]
    assert "opens like the article above" not in at_line(borders(lines), "石磨")[0]


# Which lines are looked at


def found(*lines: str | Unit) -> list[tuple[str, bool]]:
    """The lines that may begin an article, and whether one surely does."""
    lookahead = page(*lines)
    every = candidates(lookahead, Cohesion([]))
    return [(lookahead.units[one.at].text, one.evidence is None) for one in every]


def test_lines_above_a_report_or_the_first_ones_surely_begin_an_article() -> None:
    assert found("老桥", PEARS, LINE, BRIDGE) == [("老桥", True), (LINE, False)]
    assert found(PEARS, LINE, ">" + BRIDGE) == [(LINE, True)]
    assert found(PEARS, LINE, "@记者 沈一鸣") == [(LINE, True)]
    assert found(PEARS, LINE, "^编者按", BRIDGE) == [(LINE, False)]
    assert found(PEARS, LINE, "+果农在拍照", BRIDGE) == [(LINE, False)]


def test_other_lines_are_no_candidates() -> None:
    assert found(PEARS, LINE) == []
    assert found(PEARS, LINE, "*沈一鸣摄影报道") == []
    assert found(PEARS, "沈一鸣", LINE, BRIDGE) == [(LINE, False)]


def part_of_a_cycle(*lines: str) -> list[str]:
    lookahead = page(*lines)
    return [
        lookahead.units[one.at].text
        for one in candidates(lookahead, Cohesion([]))
        if one.evidence is not None and one.evidence["part of a cycle"]
    ]


def test_the_parts_of_a_cycle_are_single_lines_up_to_the_next_headline() -> None:
    cycle = (PEARS, "老桥（外二首）", BRIDGE, "渡口", BRIDGE)
    assert part_of_a_cycle(*cycle, "水井", BRIDGE) == ["渡口", "水井"]
    assert part_of_a_cycle(*cycle, LINE, "合作社请来讲师", BRIDGE, "水井", BRIDGE) == ["渡口"]
    assert part_of_a_cycle(PEARS, "老桥", BRIDGE, "渡口", BRIDGE) == []


def evidence_of(line: Unit, *below: str | Unit) -> dict[str, float]:
    """The evidence at a line below a text."""
    lookahead = page("老桥封闭大修", ">" + BRIDGE, line, *below)
    every = [one.evidence for one in candidates(lookahead, Cohesion([])) if one.at == 2]
    assert every[0] is not None
    return {name: strength for name, strength in every[0].items() if strength}


def test_a_wide_gap_counts_but_not_below_a_picture() -> None:
    assert "wide gap" in evidence_of(unit(LINE, gap=2), PEARS)
    assert "wide gap" not in evidence_of(unit(LINE, gap=1), PEARS)
    assert "wide gap" not in evidence_of(unit(LINE, gap=2, pictured=True), PEARS)


def test_furniture_between_two_lines_of_a_headline_is_none_of_it() -> None:
    assert "very short" in evidence_of(unit("卖梨"), "-河湾纪事第三版", "学艺", PEARS)


# How the text around is read


def test_the_usual_headline_stands_right_above_a_report() -> None:
    assert (
        _usual_length(page("老桥", ">" + BRIDGE, "渡口石磨", "@沈一鸣", BRIDGE, "水井边的茶亭", PEARS)) == 3
    )
    assert _usual_length(page("老桥", PEARS)) == 0
    assert _usual_length(page(BRIDGE, ">" + BRIDGE)) == 0


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (unit(BRIDGE), True),
        (unit(BRIDGE, cue=Cue.CAPTION), True),
        (unit(BRIDGE, cue=Cue.LEAD), True),
        (unit(BRIDGE, cue=Cue.BYLINE), False),
        (unit("老桥"), False),
    ],
)
def test_prose_is_told_text_and_no_headline(one: Unit, expected: bool) -> None:
    assert is_prose(page(one), one) is expected


def test_rows_are_those_of_tables_and_verse() -> None:
    assert not _rows(None)
    assert not _rows(unit("老桥"))
    assert _rows(unit("老桥", verse=True))
    assert _rows(unit("19:30 新闻"))


def test_the_last_unit_of_an_article_is_the_next_above_that_is_not_outside() -> None:
    lookahead = page(BRIDGE, "-第3版", "-第4版", "老桥", *["-第5版"] * REACH, "渡口")
    assert _last(lookahead, 3) == 0
    assert _last(lookahead, 1) == 0
    assert _last(lookahead, 0) == -1
    assert _last(lookahead, 4) == 3
    assert _last(lookahead, len(lookahead.units) - 1) == -1


@pytest.mark.parametrize(
    ("lines", "signs"),
    [
        ((BRIDGE, "沈一鸣"), True),
        (("老桥", "沈一鸣"), False),
        ((BRIDGE, "渡口"), False),
        (("@记者", "沈一鸣"), False),
        (("沈一鸣",), False),
    ],
)
def test_a_name_right_below_a_text_signs_it(lines: tuple[str, ...], signs: bool) -> None:
    assert _signs(page(*lines), len(lines) - 1) is signs


@pytest.mark.parametrize(
    ("lines", "closed"),
    [
        ((BRIDGE, "*沈一鸣摄影报道"), True),
        (("*沈一鸣摄影报道",), True),
        ((BRIDGE, "@记者 沈一鸣"), True),
        ((BRIDGE, "沈一鸣"), True),
        ((BRIDGE, "沈一鸣", "-第3版"), True),
        (("老桥", "@记者 沈一鸣"), False),
        (("老桥", unit("（沈一鸣）", cue=Cue.BYLINE, begins=False)), True),
        (("@记者 沈一鸣",), False),
        ((BRIDGE, "=（下转第三版）"), True),
        ((BRIDGE, "=（未完待续）"), True),
        ((BRIDGE, "=（全文完）"), True),
        ((BRIDGE, "=（明日请看：渡口）"), True),
        ((BRIDGE, "=（下期待续）", "-第3版"), True),
        ((BRIDGE, "=（15）河湾出版社出版"), True),
        ((BRIDGE, "=（上接第一版）"), False),
        ((BRIDGE, "-（未完待续）"), False),
        ((BRIDGE,), False),
        ((BRIDGE, "渡口"), False),
    ],
)
def test_an_article_is_closed_by_who_wrote_it_or_where_it_goes_on_below_its_text(
    lines: tuple[str | Unit, ...], closed: bool
) -> None:
    assert _closed(page(*lines, LINE, PEARS), len(lines)) is closed


A, B, C = BRIDGE, BRIDGE_MORE, PEARS


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((A, B), f"{B} {A}"),
        ((A, "老桥", B), f"{B} {A}"),
        ((A, "-第3版", B), f"{B} {A}"),
        ((A, ">本报讯", B), B),
        ((A, ">本报讯"), ""),
        ((A, "@沈一鸣", B), B),
        ((A, "@沈一鸣"), A),
        ((), ""),
    ],
)
def test_the_text_above_reaches_back_to_where_its_article_begins(lines: tuple[str, ...], text: str) -> None:
    assert text_above(page(*lines, LINE), len(lines)) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((A, B), f"{A} {B}"),
        ((A, "老桥", B), f"{A} {B}"),
        ((A, ">本报讯", B), A),
        ((">本报讯", A, B), f"{A} {B}"),
        ((A, "@沈一鸣", B), A),
        (("@沈一鸣", A), A),
        ((), ""),
    ],
)
def test_the_text_below_reaches_to_where_another_article_begins(lines: tuple[str, ...], text: str) -> None:
    assert text_below(page(LINE, *lines), 1) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((A, B), f"{A} {B}"),
        ((A, "老桥", B), A),
        ((A, "-第3版", B), f"{A} {B}"),
        ((A, ">本报讯", B), A),
        (("@沈一鸣", A), ""),
    ],
)
def test_a_section_ends_at_the_next_line_like_a_headline(lines: tuple[str, ...], text: str) -> None:
    assert section(page(LINE, *lines), 1) == text


def test_no_more_text_is_looked_at_than_a_window_holds() -> None:
    long = "老桥大修。" * (WINDOW // 5)
    lookahead = page(A, long, LINE, long, A)
    assert text_above(lookahead, 2) == long
    assert text_below(lookahead, 3) == long
    assert section(lookahead, 3) == long
    longer = page(long + "渡口。", LINE, "渡口。" + long)
    assert text_above(longer, 1) == (long + "渡口。")[-WINDOW:]
    assert text_below(longer, 2) == section(longer, 2) == ("渡口。" + long)[:WINDOW]
    far = page(A, *["-第3版"] * REACH, LINE, *["-第3版"] * REACH, A)
    assert (text_above(far, REACH + 1), text_below(far, REACH + 2), section(far, REACH + 2)) == ("", "", "")


def test_how_much_of_a_headline_is_spoken_of() -> None:
    assert share("老桥大修", "老桥昨天大修") == pytest.approx(2 / 3)
    assert share("老桥大修", PEARS) == 0
    assert share("老", PEARS) == 0


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        ("老桥" * 15, "渡口" * 15, 1.0),
        ("老桥" * 14, "渡口" * 15, 0.0),
        ("老桥" * 15, "渡口" * 14, 0.0),
        (BRIDGE * 9, PEARS * 9, 0.0),
        ("老桥昨天大修" * 5, "老桥" + "渡口" * 14, -1 / 3),
        ("老桥昨天大修" * 5, "老桥昨天大修" * 5, -1.0),
    ],
)
def test_of_short_texts_it_counts_how_many_words_they_share(above: str, below: str, said: float) -> None:
    assert few_apart(above, below) == pytest.approx(said)
