"""What speaks for an article that begins at a line, and what against it: each vote on a page of its own."""

import pytest

from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS, set_
from tui.text.border_evidence import candidates
from tui.text.borders import Borders
from tui.text.page_units import page_units
from tui.text.votes import STRONGEST, VOTES, votes_of, weights_of

REPORT = f"本报讯（记者 沈一鸣）{BRIDGE}"
ABOVE = ("老桥封闭大修", REPORT)
LINE = "果农学拍照"
PLAIN = (*ABOVE, LINE, PEARS)
HEADED = (*ABOVE, "管理处的打算", BRIDGE_MORE, LINE, PEARS)
ALWAYS = {
    "any line",
    "words apart",
    "headline taken up",
    "like headlines",
    "as long as the title",
    "pieces above",
    "headline in first sentence",
}
"""What holds on the plain page."""

FOR = {
    "article closed": (*ABOVE, "本报记者 沈一鸣 摄影报道", LINE, PEARS),
    "wide gap": (*ABOVE, BRIDGE_MORE, f"\n\n{LINE}", PEARS),
    "bulleted like the first": ("◆老桥封闭大修", REPORT, f"◆{LINE}", PEARS),
    "standing title": (*ABOVE, "编后", PEARS),
    "column name": (*ABOVE, "果乡信箱", LINE, PEARS),
    "only a column's name": (*ABOVE, "果乡信箱", PEARS),
    "rows below": (*ABOVE, LINE, "秋梨 4.10元/斤 ↓0.20", "苹果 3.80元/斤 ↑0.10"),
    "prose below verse": (*ABOVE, "渡口\n丁一舟\n船在等人\n人在等船\n只有水\n谁也不等", LINE, PEARS),
    "name below": (*ABOVE, LINE, "丁一舟", f"但{BRIDGE_MORE}"),
    "several lines": (*ABOVE, LINE, "合作社请来讲师", BRIDGE_MORE),
    "opens with time or place": (*ABOVE, LINE, f"5月2日，{PEARS}"),
    "opens with who speaks": (*ABOVE, LINE, f"丁一舟（合作社理事长）：{PEARS}"),
    "opens with an address": (*ABOVE, LINE, f"编辑同志：{PEARS}"),
    "opens like the article above": (*ABOVE, LINE, f"【看点】{PEARS}", "老桥旧事", f"【看点】{BRIDGE_MORE}"),
    "signed below": (*ABOVE, LINE, PEARS, "（丁一舟）"),
    "words apart": PLAIN,
    "headline taken up": PLAIN,
    "unlike the headings": HEADED,
    "pieces above": ("老桥封闭大修", BRIDGE, LINE, PEARS),
    "as long as the title": PLAIN,
    "very short": (*ABOVE, "卖梨", PEARS),
    "few words apart": ("老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE[:40]}。", LINE, f"{PEARS[:40]}。"),
    "headline in first sentence": (*ABOVE, "秋梨今年丰收", PEARS),
}
AGAINST = {
    "any line": PLAIN,
    "feature above": ("老桥封闭大修", "本报记者 沈一鸣", BRIDGE, LINE, PEARS),
    "author above": ("老桥封闭大修", "作者：丁一舟", BRIDGE, LINE, PEARS),
    "numbered": (*ABOVE, f"二、{LINE}", PEARS),
    "bulleted": (*ABOVE, f"●{LINE}", PEARS),
    "quotation": (*ABOVE, f"“{LINE}”", PEARS),
    "like headlines": PLAIN,
    "heading above": HEADED,
    "opens with a quotation": (*ABOVE, LINE, f"“{PEARS}”"),
    "headline known above": (*ABOVE, "老桥昨天封闭", PEARS),
    "title taken up below": (*ABOVE, LINE, BRIDGE_MORE),
    "same phrases": (*ABOVE, LINE, BRIDGE_MORE),
    "same names": (*ABOVE, "李长水站在桥头。", LINE, f"李长水也来了。{PEARS}"),
    "unmarked among marked": (
        *("# 老桥封闭大修", REPORT, "# 夜市重新开张", f"本报讯（记者 丁一舟）{BRIDGE_MORE}"),
        *("# 机场通航", f"本报讯（记者 路遥知）{BRIDGE}", LINE, PEARS),
    ),
    "part of a cycle": ("河上组诗", REPORT, "老桥（外二首）", PEARS, "渡口", BRIDGE_MORE),
    "box of facts": (*ABOVE, f"《小档案》{LINE}", PEARS),
    "goes on": (*ABOVE, LINE, f"但{PEARS}"),
}
LINES = {
    "standing title": "编后",
    "only a column's name": "果乡信箱",
    "very short": "卖梨",
    "part of a cycle": "渡口",
} | {
    "bulleted like the first": f"◆{LINE}",
    "numbered": f"二、{LINE}",
    "bulleted": f"●{LINE}",
    "opens like the article above": "老桥旧事",
    "quotation": f"“{LINE}”",
    "box of facts": f"《小档案》{LINE}",
    "headline known above": "老桥昨天封闭",
    "headline in first sentence": "秋梨今年丰收",
}
"""The line in question, where it is another one."""

OF_OPENINGS_FOR, OF_OPENINGS_AGAINST = (
    {"any opening", "no headline above"},
    {"quoted agency", "same words", "same headline"},
)


def borders(page: tuple[str, ...], without: str = "") -> Borders:
    return Borders(page_units(set_(*page)), VOTES | ({without: 0.0} if without else {}))


def at_line(found: Borders, line: str) -> tuple[dict[str, float], float]:
    """The evidence at a line of the first article, and the probability that another begins there."""
    lookahead = found._lookahead
    undecided = [one for one in candidates(lookahead, found._cohesion) if one.evidence is not None]
    for candidate, (evidence, _) in zip(undecided, found.decided({0}), strict=True):
        if line in [unit.text for unit in lookahead.units[candidate.at : candidate.end]]:
            return {name: value for name, value in evidence.items() if value}, found.begins[candidate.at]
    raise AssertionError(line)


def test_each_vote_is_known_with_its_side() -> None:
    speaking_for = {name for name, weight in VOTES.items() if weight > 0}
    assert speaking_for == {*FOR, "like headlines", *OF_OPENINGS_FOR}
    assert {*VOTES} - speaking_for == {*AGAINST, *OF_OPENINGS_AGAINST} - {"like headlines"}


def test_a_plain_line_has_the_evidence_that_every_line_has() -> None:
    assert at_line(borders(PLAIN), LINE)[0].keys() == ALWAYS


@pytest.mark.parametrize("vote", [*FOR, *AGAINST])
def test_each_vote_is_given_where_its_evidence_stands_and_counts(vote: str) -> None:
    page = (FOR | AGAINST)[vote]
    line = LINES.get(vote, LINE)
    evidence, sure = at_line(borders(page), line)
    assert (evidence[vote] > 0) == (vote != "like headlines")
    _, otherwise = at_line(borders(page, without=vote), line)
    assert (sure > otherwise) == (vote in FOR)


SECOND = f"据新华社南浦5月12日电（记者 丁一舟）{PEARS}"


@pytest.mark.parametrize(
    ("vote", "page", "headline"),
    [
        ("any opening", (*ABOVE, f"本报讯（记者 丁一舟）{PEARS}"), "老桥封闭大修"),
        ("no headline above", (*ABOVE, f"本报讯（记者 丁一舟）{PEARS}"), ""),
        ("quoted agency", (*ABOVE, SECOND), "老桥封闭大修"),
        ("same words", (*ABOVE, f"本报讯（记者 丁一舟）{BRIDGE_MORE}"), "老桥封闭大修"),
        ("same headline", (*ABOVE, f"本报讯（记者 丁一舟）{BRIDGE_MORE}"), "老桥封闭大修"),
    ],
)
def test_what_counts_at_a_second_opening(vote: str, page: tuple[str, ...], headline: str) -> None:
    found, otherwise = borders(page), borders(page, without=vote)
    openings = [at for at, unit in enumerate(found._lookahead.units) if unit.cue is not None]
    sure, without = found.another(openings[-1], headline), otherwise.another(openings[-1], headline)
    assert (sure > without) == (vote in OF_OPENINGS_FOR)
    assert sure != without


def test_weights_are_kept_in_the_order_of_votes_within_bounds_and_read_back() -> None:
    first, second, *_ = VOTES
    kept = votes_of(VOTES | {second: 99.0, first: -99.0})
    assert [name for name, _ in kept] == list(VOTES)
    assert kept[:2] == ((first, -STRONGEST), (second, STRONGEST))
    assert weights_of(dict(kept)) == kept
    assert weights_of({"no vote": 1.0, second: "2.5"}) == ((second, 2.5),)


@pytest.mark.parametrize("kept", [None, [], "x", 7])
def test_what_is_no_table_is_no_weights(kept: object) -> None:
    with pytest.raises(TypeError):
        weights_of(kept)


@pytest.mark.parametrize("weight", [STRONGEST + 0.1, -STRONGEST - 0.1, "x", float("nan"), float("inf")])
def test_a_weight_that_is_no_number_within_bounds_is_none(weight: object) -> None:
    for name in (next(iter(VOTES)), list(VOTES)[-1]):
        with pytest.raises(ValueError):  # noqa: PT011
            weights_of({**VOTES, name: weight})
