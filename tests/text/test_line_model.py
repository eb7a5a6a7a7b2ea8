"""The model of lines: what it makes of papers that neither it nor the rules were developed on."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.text.sheets import Gold, Sheet, found_blocks, read_sheet
from tests.text.showing import page_of
from tui.model import Division
from tui.text.divide import by_rules, divide
from tui.text.line_features import Row, features
from tui.text.line_model import LABELS, calibrated, labelled

UNSEEN = sorted((ROOT / "tests" / "unseen_sheets").glob("*.txt"))
CERTAIN = 0.9


def extents(gold: Gold) -> list[tuple[int, int]]:
    """The first and the last code point of each article."""
    points: dict[int, list[int]] = {}
    for article, _, own in gold.blocks:
        if article is not None:
            points.setdefault(article, []).extend(own)
    return [(min(own), max(own)) for own in points.values()]


def right(sheet: Sheet, division: Division) -> list[bool]:
    """Of each article that was found, whether both of its borders are right."""
    known = set(extents(sheet.gold))
    return [one in known for one in extents(found_blocks(sheet.text, division))]


def test_on_papers_unlike_all_sheets_three_of_four_articles_are_found_with_both_borders() -> None:
    sheets = [read_sheet(path) for path in UNSEEN]
    found = sum(sum(right(sheet, divide(page_of(sheet.text)))) for sheet in sheets)
    assert found >= 0.75 * sum(len(sheet.gold.articles) for sheet in sheets)


def test_there_it_finds_more_articles_than_the_rules_alone() -> None:
    sheets = [read_sheet(path) for path in UNSEEN]
    ruled = sum(sum(right(sheet, by_rules(page_of(sheet.text)).division)) for sheet in sheets)
    assert sum(sum(right(sheet, divide(page_of(sheet.text)))) for sheet in sheets) > 1.2 * ruled


def test_there_at_most_one_in_ten_of_the_certain_articles_is_wrong() -> None:
    certain: list[bool] = []
    for path in UNSEEN:
        sheet = read_sheet(path)
        division = divide(page_of(sheet.text))
        pairs = zip(right(sheet, division), division.articles, strict=True)
        certain += [one for one, article in pairs if article.confidence >= CERTAIN]
    assert len(certain) > 10
    assert certain.count(False) <= len(certain) / 10


@pytest.mark.parametrize("path", UNSEEN, ids=lambda path: path.stem)
def test_of_a_page_that_is_put_together_anew_nothing_is_lost(path: Path) -> None:
    text = read_sheet(path).text
    found = found_blocks(text, divide(page_of(text)))
    points = sorted(at for _, _, own in found.blocks for at in own)
    assert points == [at for at, character in enumerate(text) if not character.isspace()]


def test_each_line_has_a_label_and_probabilities() -> None:
    rows = [Row("老桥封闭大修", 0, False, 0, "tit!"), Row("老桥昨天封闭。", 1, False, 0, "par")]
    found = labelled(rows)
    assert [one.label in LABELS for one in found] == [True, True]
    assert all(0 <= share <= 1 for one in found for share in (one.begins, one.outside))
    assert labelled([]) == []


def test_a_line_is_known_by_those_beside_it_too() -> None:
    alone = features([Row("老桥封闭大修", 0, False, 0, "tit!")])[0]
    below = Row("老桥昨天封闭，桥面将加宽。", 1, False, 0, "par")
    beside = features([Row("老桥封闭大修", 0, False, 0, "tit!"), below])[0]
    assert "1no line" in alone
    assert {"1rpar", "1estop"} <= set(beside)


def test_confidence_grows_with_the_probability_and_is_lower_than_it() -> None:
    shares = [calibrated(share / 100) for share in range(101)]
    assert all(one < other for one, other in pairwise(shares))
    assert all(calibrated(share) < share for share in (0.6, 0.9, 0.98))


@pytest.mark.parametrize("text", ["红字　空", "编辑：丁一\n\n本报讯 县里开会。"])
def test_of_a_page_of_few_lines_the_rules_alone_say_what_is_an_article(text: str) -> None:
    page = page_of(text + "\n")
    found, ruled = divide(page).articles, by_rules(page).division.articles
    assert [article.blocks for article in found] == [article.blocks for article in ruled]
