"""Choosing labels and going through proposals, by the keys' ids."""

from pathlib import Path

import pytest

from tests.app.bare import Bare
from tui.app.workspace.asking import put_answer
from tui.suggest.candidate import Candidate


@pytest.fixture
def bare(folder: Path) -> Bare:
    return Bare(folder)


async def test_a_tag_gets_another_label_and_moving_away_leaves_it(bare: Bare) -> None:
    await bare.tag("顺义区", "l")
    await bare.press("relabel")
    assert (bare.mode, "relabel 顺义区" in bare.bar) == ("Relabelling", True)
    await bare.press("o")
    assert (bare.mode, bare.tags) == ("Reading", [("ORG", "顺义区")])
    await bare.press("relabel", "z")
    assert (bare.mode, bare.said) == ("Relabelling", "no label has the key z")
    bare.at("近日")
    assert bare.mode == "Reading"
    bare.at("顺义区")
    await bare.press("relabel", "remove")
    assert (bare.mode, bare.tags) == ("Reading", [])


async def test_a_letter_after_its_leader_is_a_label_s(bare: Bare) -> None:
    bare.select("顺义区")
    await bare.press("label_leader")
    assert (bare.mode, " _ p PERSON" in bare.bar) == ("ChoosingLabel", True)
    await bare.press("l")
    assert (bare.mode, bare.tags) == ("Reading", [("LOC", "顺义区")])
    await bare.press("relabel", "label_leader")
    assert "relabel 顺义区 as: _" in bare.bar
    await bare.press("o")
    assert (bare.mode, bare.tags) == ("Reading", [("ORG", "顺义区")])
    await bare.press("label_leader")
    bare.at("近日")
    assert bare.mode == "Reading"
    await bare.press("finish", "label_leader")
    assert bare.mode == "ChoosingLabel"


async def test_the_last_label_is_repeated(bare: Bare) -> None:
    await bare.press("repeat_label")
    assert bare.said == "no label has been used yet"
    await bare.tag("顺义区", "l")
    bare.select("总工会")
    await bare.press("repeat_label")
    assert bare.tags == [("LOC", "顺义区"), ("LOC", "总工会")]


def propose(bare: Bare, *rows: tuple[str, str, float]) -> None:
    bare.workspace.proposals.is_check = lambda *_: False  # type: ignore[method-assign]
    bare.workspace.proposals.shown, bare.workspace.proposals.sure = 0.5, 0.9
    found = [
        Candidate(at := bare.text.index(text), at + len(text), label, score, "learned")
        for text, label, score in rows
    ]
    put_answer(bare.workspace, "p#1", sorted(found, key=lambda one: one.start))


ROWS = (("两新组织", "ORG", 0.8), ("王路曼", "PERSON", 0.7), ("近日", "TIME", 0.6), ("顺义区", "LOC", 0.95))


async def test_doubtful_ones_are_taken_refused_and_skipped_then_the_sure_ones_are_asked_for(
    bare: Bare,
) -> None:
    propose(bare, *ROWS)
    bare.workspace.proposals.see((0, len(bare.text)))
    bare.at("两新")
    await bare.press("suggest")
    assert (bare.mode, bare.meant) == ("Reviewing", "两新组织")
    await bare.press("edit")
    assert (bare.tags, bare.meant) == ([("ORG", "两新组织")], "王路曼")
    await bare.press("next_tag")
    assert bare.meant == "近日"
    await bare.press("previous_tag", "remove")
    assert bare.meant == "近日"
    await bare.press("undo")
    assert bare.meant == "王路曼"
    await bare.press("e")
    assert (bare.tags[-1], bare.meant) == (("EVENT", "王路曼"), "近日")
    await bare.press("nudge_left", "edit")
    assert ("TIME", "近") in bare.tags
    assert bare.mode == "TakingSure"
    assert bare.said == bare.workspace.say("status.proposed", taken=2, refused=0, left=1)


async def test_a_review_ends_with_what_was_decided(bare: Bare) -> None:
    propose(bare, *ROWS)
    bare.at("两新")
    await bare.press("suggest", "remove", "edit", "clear")
    assert bare.mode == "Reading"
    assert bare.said == bare.workspace.say("status.proposed", taken=1, refused=1, left=2)
    assert bare.reader.caret.selection is None
    await bare.press("suggest")
    bare.at("据")
    assert bare.mode == "Reading"


async def test_where_nothing_is_proposed_that_is_said(bare: Bare) -> None:
    propose(bare)
    await bare.press("suggest")
    assert (bare.mode, bare.said) == ("Reading", bare.workspace.say("status.no_proposals"))
    propose(bare, ROWS[-1])
    await bare.press("suggest")
    assert (bare.mode, bare.said) == ("Reading", bare.workspace.say("status.sure_below"))
    for _ in range(2):
        bare.workspace.cycle_view(0)
    bare.controller.show_article()
    await bare.press("suggest")
    assert bare.said == bare.workspace.say("status.no_source")
