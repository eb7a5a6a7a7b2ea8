"""What the rules know better of a line than the model does, and what they leave to it."""

from typing import Any

import pytest

from tests.text.unit_building import unit
from tui.model import Role
from tui.text.cues import Cue
from tui.text.line_model import LABELS, Label, Labelled
from tui.text.line_rules import DOUBT, DOUBT_OUTSIDE, KNOWN, LIKELY, by_rules, with_text
from tui.text.page_lines import Line, Place
from tui.text.units import Unit

SAID = Labelled("text", 0.1, 0.3)
"""What the model says of a line, unless a test says otherwise."""
TOLD = unit("青石河上的老桥昨天封闭大修。")
REPORT = unit("本报讯（记者 沈一鸣）", cue=Cue.OPENING)


def line(
    one: Unit, role: Role | None, *more: Unit, first: bool = False, block: int = 0, **given: Any
) -> Line:
    return Line([one, *more], [Place(block, 0, role, first, **given)] * (1 + len(more)))


def begun(one: Unit, role: Role | None, *more: Unit, block: int = 0) -> Line:
    """A line that an article begins with, by the rules."""
    return line(one, role, *more, first=True, block=block)


def ruled(*lines: Line, said: Labelled = SAID, learned: tuple[int, ...] = ()) -> list[Labelled]:
    return list(by_rules(lines, [said] * len(lines), learned))


def known(label: Label, begins: float = KNOWN) -> Labelled:
    return Labelled(label, begins, 0.0)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((begun(TOLD, "paragraph"),), SAID),
        ((begun(unit("老桥封闭大修"), "title"), line(TOLD, "paragraph")), SAID),
        ((begun(REPORT, "byline"),), known("opening")),
        ((line(REPORT, "byline"),), SAID),
        ((begun(unit("老桥封闭大修", brief="news"), "paragraph"),), known("opening")),
        ((line(unit("老桥封闭大修", brief="news"), "paragraph"),), SAID),
        ((begun(TOLD, "paragraph", unit("（新华社）")),), known("opening")),
        ((begun(TOLD, "paragraph", unit("（本報專電）")),), known("opening")),
        ((begun(TOLD, "paragraph", unit("（沈一鸣）")),), SAID),
        ((begun(unit("（新华社）"), "paragraph"),), SAID),
        ((begun(unit("图", cue=Cue.CAPTION), "caption", unit("（新华社）")),), SAID),
        ((line(TOLD, "paragraph", unit("（新华社）")),), SAID),
        ((begun(unit("编者按：", cue=Cue.LEAD), "lead"),), known("opening")),
        ((line(unit("编者按：", cue=Cue.LEAD), "lead"),), SAID),
        ((begun(unit("更正"), "title"), line(TOLD, "paragraph")), known("headline")),
        ((line(unit("更正"), "title"), line(TOLD, "paragraph")), SAID),
        ((begun(unit("更正"), "title"), line(unit("老桥"), "subtitle")), SAID),
        ((begun(unit("更正"), "paragraph"), line(TOLD, "paragraph")), SAID),
        ((begun(unit("更正"), "title"),), SAID),
    ],
)
def test_what_a_convention_tells_begins_an_article_whatever_the_model_says(
    lines: tuple[Line, ...], expected: Labelled
) -> None:
    assert ruled(*lines)[0] == expected


def test_a_row_of_an_article_s_table_belongs_to_it() -> None:
    told, row = Labelled("furniture", 0.1, 0.9), unit("1　白塔　12胜3负", verse=True)
    titled = line(unit("积分榜"), "title")
    assert ruled(titled, line(row, "paragraph"), said=told) == [told, told._replace(label="text")]
    scores = line(unit("四节比分：22比15、18比20"), "paragraph")
    assert ruled(titled, scores, said=told) == [told, told._replace(label="text")]
    assert ruled(titled, line(row, None), said=told) == [told, told]
    assert ruled(titled, line(TOLD, "paragraph"), said=told) == [told, told]
    assert ruled(line(TOLD, "paragraph"), line(row, "paragraph"), said=told) == [told, told]
    other = Line([row], [Place(0, 1, "paragraph")])
    assert ruled(titled, other, said=told) == [told, told]


def test_what_says_where_an_article_goes_on_is_no_line_of_one() -> None:
    turn = unit("（下转第三版）", cue=Cue.TURN)
    assert ruled(line(turn, None)) == [Labelled("furniture", 0.0, KNOWN)]
    assert ruled(Line([turn, TOLD], [Place(0), Place(9, 0, "paragraph")])) == [SAID]
    assert ruled(line(unit("第三版", cue=Cue.FURNITURE), None)) == [SAID]


@pytest.mark.parametrize(
    ("headline", "below", "expected"),
    [
        (("title",), REPORT, known("headline")),
        (("kicker", "title", "subtitle"), REPORT, known("headline")),
        (("title",), TOLD, SAID),
        (("kicker", "title", "subtitle"), TOLD, SAID),
        (("title",), None, SAID),
        ((), TOLD, SAID),
    ],
)
def test_a_headline_right_above_a_report_s_opening_begins_its_article(
    headline: tuple[Role, ...], below: Unit | None, expected: Labelled
) -> None:
    above = [line(unit("老桥封闭大修"), role, first=not at) for at, role in enumerate(headline)]
    found = ruled(*above, *([line(below, "byline", first=not above)] if below else []))
    assert found == [expected, *[SAID] * (len(found) - 1)]


def test_what_the_model_is_surer_of_than_the_rules_stays_as_sure() -> None:
    assert ruled(begun(REPORT, "byline"), said=Labelled("text", 0.9999, 0.0)) == [known("opening", 0.9999)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [("headline", known("title", 1 - KNOWN)), ("opening", known("title", 1 - KNOWN)), ("text", None)],
)
def test_no_article_begins_below_an_editor_s_note_that_begins_one(
    said: Label, expected: Labelled | None
) -> None:
    note, told = unit("编者按：", cue=Cue.LEAD), Labelled(said, 0.4, 0.3)
    title = line(unit("老桥封闭大修"), "title")
    assert ruled(begun(note, "lead"), title, title, said=told)[1:] == [expected or told, told]
    assert ruled(line(note, "lead"), title, said=told)[1] == told


def test_a_line_of_no_article_above_a_brief_is_the_name_of_its_column() -> None:
    brief = begun(unit("老桥封闭大修。", brief="news"), "paragraph")
    column = line(unit("简讯"), None)
    assert ruled(column, brief)[0] == Labelled("furniture", 0.0, KNOWN)
    assert ruled(line(unit("简讯"), "paragraph"), brief)[0] == SAID
    assert ruled(column, begun(TOLD, "paragraph"))[0] == SAID
    assert ruled(column) == [SAID]


@pytest.mark.parametrize(
    ("one", "said", "label"),
    [
        (begun(unit("老桥封闭大修"), "title", block=7), "text", "headline"),
        (begun(TOLD, "paragraph", block=7), "furniture", "opening"),
        (line(unit("老桥封闭大修"), "heading", block=7), "headline", "heading"),
        (line(TOLD, "paragraph", block=7), "opening", "heading"),
        (line(TOLD, "paragraph", block=7), "text", "text"),
        (line(TOLD, "paragraph", block=8), "caption", "caption"),
        (begun(TOLD, "paragraph", block=8), "text", "text"),
    ],
)
def test_votes_learned_of_the_source_decide_where_articles_begin(
    one: Line, said: Label, label: Label
) -> None:
    told = Labelled(said, 0.1, 0.3)
    assert ruled(one, said=told, learned=(7,)) == [told._replace(label=label)]


@pytest.mark.parametrize(
    ("role", "said", "begins", "label"),
    [
        ("title", "text", DOUBT + 0.01, "headline"),
        ("paragraph", "text", DOUBT + 0.01, "opening"),
        ("title", "text", DOUBT, "text"),
        ("title", "furniture", DOUBT + 0.01, "furniture"),
        ("title", "furniture", DOUBT_OUTSIDE + 0.01, "headline"),
        ("title", "furniture", DOUBT_OUTSIDE, "furniture"),
        ("title", "opening", 0.9, "opening"),
    ],
)
def test_where_the_model_hardly_says_otherwise_an_article_begins_as_the_rules_say(
    role: Role, said: Label, begins: float, label: Label
) -> None:
    told, one = Labelled(said, begins, 0.3), unit("老桥封闭大修")
    assert ruled(begun(one, role), said=told) == [told._replace(label=label)]
    assert ruled(line(one, role), said=told) == [told]


@pytest.mark.parametrize(
    ("said", "begins", "role", "label"),
    [
        ("opening", LIKELY - 0.01, "paragraph", "text"),
        ("opening", LIKELY, "paragraph", "opening"),
        ("opening", LIKELY - 0.01, "heading", "opening"),
        ("headline", LIKELY - 0.01, "paragraph", "headline"),
    ],
)
def test_a_paragraph_of_the_rules_begins_an_article_without_a_headline_only_where_that_is_likely(
    said: Label, begins: float, role: Role, label: Label
) -> None:
    told = Labelled(said, begins, 0.3)
    assert ruled(line(TOLD, role), said=told) == [told._replace(label=label)]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("headline headline", "headline title"),
        ("headline opening", "headline text"),
        ("headline title opening", "headline title text"),
        ("headline byline headline text headline", "headline byline title text headline"),
        ("headline furniture opening", "headline furniture text"),
        ("headline text opening", "headline text opening"),
        ("headline caption headline", "headline caption headline"),
        ("headline headline opening opening", "headline title text opening"),
        ("title opening", "title opening"),
        ("opening headline", "opening headline"),
    ],
)
def test_no_headline_has_another_article_for_its_text(labels: str, expected: str) -> None:
    given = [Labelled(label, 0.4, 0.1) for word in labels.split() for label in LABELS if label == word]
    found = list(with_text([line(TOLD, "paragraph")] * len(given), given))
    assert found == [one._replace(label=label) for one, label in zip(given, expected.split(), strict=True)]  # type: ignore[arg-type]


def test_but_where_the_rules_begin_one() -> None:
    given = [Labelled("headline", 0.4, 0.1), Labelled("opening", 0.4, 0.1)]
    assert list(with_text([line(TOLD, "title"), begun(TOLD, "paragraph")], given)) == given
