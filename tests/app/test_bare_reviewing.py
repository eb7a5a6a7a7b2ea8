"""Proposals of metrics with what they are related to, fields corrected, sure ones taken together."""

from pathlib import Path

import pytest

from tests.app.bare import Bare
from tests.app.test_bare_labels import propose
from tests.app.test_bare_relating import relations
from tui.app.dialogs.edit_tag import Edited
from tui.app.workspace.asking import put_checks
from tui.app.workspace.proposals import proposals

ROWS = (
    ("69家", "METRIC", 0.8),
    ("顺义区总工会", "ORG", 0.85),
    ("近日", "TIME", 0.7),
    ("王路曼", "PERSON", 0.95),
    ("8447人", "METRIC", 0.97),
)


@pytest.fixture
def bare(folder: Path) -> Bare:
    made = Bare(folder)
    propose(made, *ROWS)
    return made


async def review_metric(bare: Bare) -> None:
    bare.at("69家")
    await bare.press("suggest")
    assert bare.meant == "69家"


async def test_a_metric_is_taken_with_the_tails_that_are_chosen(bare: Bare) -> None:
    await bare.tag("2022年", "i")
    await review_metric(bare)
    assert "subject: " in bare.bar
    first = bare.bar
    await bare.press("1")
    assert bare.bar != first
    seen = {first, bare.bar}
    for _ in range(6):
        await bare.press("1")
        seen.add(bare.bar)
    assert any("subject: –" in bar for bar in seen), "at last none"
    while bare.bar != first:
        await bare.press("1")
    await bare.press("edit")
    assert ("METRIC", "69家") in bare.tags
    made = relations(bare)
    assert {label for label, _, _ in made} <= {"subject", "period", "indicator"}
    assert all(head == "69家" for _, head, _ in made)
    assert made


async def test_where_no_tail_is_chosen_the_metric_comes_alone(bare: Bare) -> None:
    await review_metric(bare)
    for digit in ("1", "2", "3"):
        for _ in range(6):
            if f"{digit} " not in bare.bar or "–" in bare.bar.split(f"  {digit} ")[-1].split("  ")[0]:
                break
            await bare.press(digit)
    await bare.press("edit")
    assert ("METRIC", "69家") in bare.tags
    assert relations(bare) == []


async def test_a_digit_of_no_relation_counts_the_next_key(bare: Bare) -> None:
    bare.at("顺义区")
    await bare.press("suggest")
    assert bare.meant == "顺义区总工会"
    await bare.press("2")
    assert bare.reader.count == 2


async def test_fields_that_were_corrected_are_taken_and_what_was_given_up_is_not(bare: Bare) -> None:
    await review_metric(bare)
    await bare.press("suggest")
    dialog, take = bare.asked.pop()
    assert type(dialog).__name__ == "EditScreen"
    take(None)
    assert bare.tags == []
    take(Edited({"value": "70", "unit": "家"}, "?"))
    metric = next(span for span in bare.workspace.tags() if span.label == "METRIC")
    assert (metric.attributes["value"], metric.note, metric.taken) == ("70", "?", "changed")
    assert bare.mode == "Reading", "it was the last one"
    before = bare.tags
    take(Edited({"value": "71"}, ""))
    assert bare.tags == before, "the mode was left meanwhile"


async def test_a_text_is_refused_wherever_it_stands(bare: Bare) -> None:
    at = bare.text.rindex("顺义区总工会")
    assert at != bare.text.index("顺义区总工会")
    bare.at("顺义区")
    await bare.press("suggest", "remove_same")
    assert bare.workspace.shown is not None
    (pin,) = bare.workspace.shown.opened.document.corrections.refused
    assert (pin.text, pin.everywhere) == ("顺义区总工会", True)
    await bare.press("remove")
    pins = bare.workspace.shown.opened.document.corrections.refused
    assert [pin.everywhere for pin in pins if pin.text != "顺义区总工会"] == [False]


async def test_what_is_undone_is_asked_about_again_though_the_makers_were_heard_since(bare: Bare) -> None:
    bare.at("近日")
    await bare.press("suggest", "edit")
    assert bare.tags == [("TIME", "近日")]
    propose(bare, *(row for row in ROWS if row[0] != "近日"))  # a maker proposes nothing that is tagged
    await bare.press("undo")
    assert (bare.tags, bare.meant) == ([], "近日")
    await bare.press("redo")
    assert bare.tags == [("TIME", "近日")]
    await bare.press("clear")
    assert bare.said == bare.workspace.say("status.proposed", taken=1, refused=0, left=4)
    bare.at("顺义区")
    await bare.press("suggest", "remove", "undo", "clear")
    assert bare.said == bare.workspace.say("status.proposed", taken=0, refused=0, left=4)
    await bare.press("undo")
    propose(bare, *(row for row in ROWS if row[0] != "近日"))
    assert "近日" not in {one.surface for one in proposals(bare.workspace)}, "nobody proposes it any more"


async def test_the_order_is_changed_while_one_goes_through_them(bare: Bare) -> None:
    bare.at("近日")
    await bare.press("suggest")
    assert bare.meant == "近日"
    await bare.press("proposal_order")
    assert (bare.workspace.proposals.order, bare.mode, bare.meant) == ("doubtful", "Reviewing", "近日")
    await bare.press("proposal_order")
    assert (bare.workspace.proposals.order, bare.meant) == ("surest", "顺义区总工会")
    await bare.press("clear", "proposal_order")
    assert (bare.mode, bare.workspace.proposals.order) == ("Reading", "reading")
    assert bare.said == bare.workspace.say("status.order", order=bare.workspace.say("order.reading"))


async def test_what_cannot_be_tagged_stays_and_is_said(bare: Bare) -> None:
    await bare.tag("近日", "i")
    propose(bare, *ROWS)
    bare.at("顺义区")
    await bare.press("suggest")
    assert bare.meant == "顺义区总工会"
    bare.controller.editor.tag(bare.reader.target, "ORG")
    await bare.press("edit")
    assert (bare.said, bare.mode) == ("“顺义区总工会” is already tagged ORG", "Reviewing")
    await bare.press("suggest")
    assert bare.asked == []


# Sure ones


async def sure_only(bare: Bare, *, seen: bool = True) -> None:
    propose(bare, *ROWS[3:])
    if seen:
        bare.workspace.proposals.see((0, len(bare.text)))
    await bare.press("suggest")


async def test_sure_ones_are_taken_in_one_step_once_they_were_seen(bare: Bare) -> None:
    await sure_only(bare, seen=False)
    assert (bare.mode, bare.said) == ("Reading", bare.workspace.say("status.sure_below"))
    await bare.press("take_sure")
    assert (bare.tags, bare.said) == ([], bare.workspace.say("status.no_sure"))
    await sure_only(bare)
    assert bare.mode == "TakingSure"
    assert bare.workspace.say("proposals.sure", count=2) in bare.bar
    await bare.press("edit", "edit")
    assert (bare.mode, bare.tags) == ("TakingSure", []), (
        "enter, which takes one by one, takes not all at once"
    )
    assert bare.said == bare.workspace.say("status.sure_key", count=2)
    await bare.press("take_sure")
    assert (bare.mode, bare.tags) == ("Reading", [("METRIC", "8447人"), ("PERSON", "王路曼")])
    await bare.press("undo")
    assert bare.tags == []
    await bare.press("take_sure")
    assert len(bare.tags) == 2


async def test_sure_ones_are_left_or_gone_through_one_by_one(bare: Bare) -> None:
    await sure_only(bare)
    await bare.press("clear")
    assert (bare.mode, bare.tags) == ("Reading", [])
    await sure_only(bare)
    await bare.press("suggest")
    assert (bare.mode, bare.meant) == ("Reviewing", "8447人")
    await bare.press("remove")
    assert bare.meant == "王路曼"
    await bare.press("edit")
    assert (bare.mode, bare.tags) == ("Reading", [("PERSON", "王路曼")])


async def test_a_sure_one_among_the_doubtful_ones_is_a_check(bare: Bare) -> None:
    put_checks(bare.workspace, [])
    bare.workspace.proposals.is_check = lambda start, end: end - start == 3  # type: ignore[method-assign]
    bare.at("王路曼")
    await bare.press("suggest")
    assert bare.meant == "王路曼"
    await bare.press("edit")
    assert bare.workspace.proposals.checks == [True]
    await bare.press("remove")
    assert bare.workspace.proposals.checks == [True], "that one was a doubtful one"
    propose(bare, *ROWS)
    bare.workspace.proposals.is_check = lambda start, end: end - start == 5  # type: ignore[method-assign]
    bare.at("8447人")
    await bare.press("suggest", "d")
    assert bare.workspace.proposals.checks == [True, False], "it got another label"
