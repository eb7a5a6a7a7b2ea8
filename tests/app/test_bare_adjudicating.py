"""Differences of annotators settled by the keys' ids, without a terminal."""

from pathlib import Path

import pytest

from tests.app.bare import Bare
from tests.app.scenario_projects import team
from tests.app.test_modes import SECOND
from tui.app.dialogs.hits import Outcome
from tui.app.work_screen.modes.differences_left import numbers_left
from tui.app.workspace.adjudication import AdjudicationSources


@pytest.fixture
def bare(folder: Path) -> Bare:
    """The page p with the tags of three, which differ in all ways; see `scenario_projects.FOUND`."""
    (folder / "seeds" / "q.txt").write_text(SECOND, encoding="utf-8")
    team(folder)
    return adjudicating(folder, "ling", "wang", "zhou")


def adjudicating(folder: Path, *names: str) -> Bare:
    made = Bare(folder)
    project = made.workspace.documents.project
    project.annotator = "gold"
    made.workspace.sources = AdjudicationSources(project, names)
    made.workspace.documents._sessions.clear()
    made.workspace.open("p#1")
    made.show()
    return made


def left(bare: Bare) -> list[int]:
    return numbers_left(bare.controller)


async def test_what_all_have_is_taken_and_the_first_difference_is_shown(bare: Bare) -> None:
    await bare.press("adjudicate")
    assert (bare.mode, bare.tags) == ("Adjudicating", [("PERSON", "王路曼"), ("INDICATOR", "新建工会组织")])
    assert bare.bar.startswith(" 1/7 missing")
    assert (bare.meant, left(bare)) == ("两新组织", [0, 1, 2, 3, 4, 5])
    assert {tag.owner for tag in bare.reader.scene.contents.tags} == {0, 1, 2, 3}
    assert len(bare.reader.lit) == 1
    assert "ling" not in bare.bar
    await bare.press("show_links")
    assert "1 ling" in bare.bar
    await bare.press("show_links")
    assert "1 ling" not in bare.bar


async def test_differences_are_gone_through_and_settled_by_digits(bare: Bare) -> None:
    await bare.press("adjudicate", "3")
    assert ("ORG", "两新组织") in bare.tags
    assert bare.bar.startswith(" 2/7")
    await bare.press("9")
    assert bare.said == bare.workspace.say("status.no_version", digit=9)
    await bare.press("remove")
    assert bare.bar.startswith(" 3/7")
    assert left(bare)[0] == 2
    await bare.press("undo")
    assert bare.bar.startswith(" 2/7")
    await bare.press("redo")
    assert bare.bar.startswith(" 3/7")
    await bare.press("previous_tag", "previous_tag", "previous_tag")
    assert bare.bar.startswith(" 7/7")
    await bare.press("next_tag")
    assert bare.bar.startswith(" 1/7"), "settled ones are gone through, too"
    await bare.press("remove")
    assert ("ORG", "两新组织") not in bare.tags
    assert bare.bar.startswith(" 3/7"), "the next that is open"


async def test_both_are_taken_and_a_label_tags_anew_what_is_selected(bare: Bare) -> None:
    await bare.press("adjudicate", "next_tag", "add_part")
    before = len(bare.tags)
    await bare.press("nudge_left", "d")
    assert "DOC" in {label for label, _ in bare.tags}
    assert len(bare.tags) >= before


async def test_a_value_is_settled_field_by_field(bare: Bare) -> None:
    await bare.press("adjudicate")
    while "value" not in bare.bar:
        await bare.press("next_tag")
    before = bare.bar
    await bare.press("edit")
    assert (bare.mode, bare.bar.split()[-6::2]) == ("ChoosingFields", ["1", "2", "3"])
    await bare.press("7")
    assert bare.said == bare.workspace.say("status.no_version", digit=7)
    await bare.press("clear")
    assert (bare.mode, bare.bar) == ("Adjudicating", before)
    await bare.press("edit", "2", "3")
    (metric,) = (span for span in bare.workspace.tags() if span.label == "METRIC")
    assert (metric.attributes["value"], metric.attributes["unit"]) == ("70", "个")
    assert bare.mode == "Adjudicating"


async def test_values_of_one_tag_are_not_taken_together_and_the_line_says_only_what_differs(
    bare: Bare,
) -> None:
    await bare.press("adjudicate")
    while "value" not in bare.bar:
        await bare.press("next_tag")
    assert "(value=69 unit=家)" in bare.bar
    assert "comparator" not in bare.bar
    before = bare.tags
    await bare.press("add_part")
    assert bare.said == bare.workspace.say("adjudicate.only_one", name="69家")
    assert bare.tags == before
    await bare.press("2")
    assert len(bare.tags) == len(before) + 1


async def test_fields_are_chosen_only_where_they_differ(bare: Bare) -> None:
    await bare.press("adjudicate", "edit")
    assert (bare.mode, bare.said) == ("Adjudicating", bare.workspace.say("status.no_fields"))


async def test_the_majority_settles_what_it_can_and_only_once(bare: Bare) -> None:
    await bare.press("adjudicate", "suggest")
    taken = bare.tags
    assert ("EVENT", "2022年") in taken
    assert ("INDICATOR", "新建工会组织") in taken
    open_still = left(bare)
    await bare.press("suggest")
    assert (bare.said, bare.tags, left(bare)) == (bare.workspace.say("status.no_majority"), taken, open_still)


async def test_all_settled_is_said_and_the_next_article_is_opened(bare: Bare) -> None:
    await bare.press("adjudicate")
    for _ in range(8):
        await bare.press("remove")
    assert left(bare) == []
    assert bare.reader.lit == frozenset()
    await bare.press("9")
    assert bare.said == bare.workspace.say("status.no_version", digit=9)
    await bare.press("1")
    assert bare.said == bare.workspace.say("status.settled")
    await bare.press("add_part")
    assert bare.said == bare.workspace.say("status.settled")
    await bare.press("next_tag")
    assert bare.bar.startswith(" 1/7")


async def test_leaving_shows_one_s_own_tags_only(bare: Bare) -> None:
    await bare.press("adjudicate", "clear")
    assert bare.mode == "Reading"
    assert {tag.owner for tag in bare.reader.scene.contents.tags} == {0}
    assert bare.reader.lit == frozenset()


async def test_what_not_all_have_finished_is_not_adjudicated_and_without_a_team_nothing_is(
    bare: Bare,
) -> None:
    bare.workspace.open("q#1")
    bare.show()
    await bare.press("adjudicate")
    assert (bare.mode, bare.said) == ("Reading", bare.workspace.say("status.not_by_all"))
    await bare.press("suggest")
    assert bare.said == bare.workspace.say("status.no_review")
    bare.workspace.sources = None
    await bare.press("adjudicate")
    assert bare.said == bare.workspace.say("status.no_adjudication")


async def test_the_next_article_with_differences_is_adjudicated(bare: Bare, folder: Path) -> None:
    two = adjudicating(folder, "ling", "wang")
    await two.press("adjudicate", "next_open")
    assert two.workspace.shown is not None
    assert (two.workspace.shown.opened.article.id, two.mode) == ("q#1", "Adjudicating")
    await two.press("next_open")
    assert two.workspace.shown.opened.article.id == "p#1"


async def test_differences_that_are_left_are_listed_and_gone_to(bare: Bare) -> None:
    await bare.press("adjudicate", "3", "check")
    dialog, take = bare.asked.pop()
    assert bare.workspace.shown is not None
    document, article = bare.workspace.shown.opened.document, bare.workspace.shown.opened.article
    rows = list(dialog._find(document, article))
    assert len(rows) == len(left(bare))
    take(None)
    assert bare.bar.startswith(" 2/7")
    take(Outcome((), rows[-1]))
    assert (bare.mode, bare.bar[:3]) == ("Adjudicating", f" {left(bare)[-1] + 1}/")
