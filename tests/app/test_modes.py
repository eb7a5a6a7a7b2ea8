"""The work screen is in one mode; what each key does then; leaving a mode changes nothing on disk."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, Running
from tests.team.conftest import Tag, work
from tui.app.work_screen.modes.adjudicating import Adjudicating
from tui.app.work_screen.modes.finding import Finding
from tui.app.work_screen.modes.jumping import Jumping
from tui.app.work_screen.modes.labelling import ChoosingLabel
from tui.app.work_screen.modes.reading import Reading
from tui.app.work_screen.modes.relabelling import Relabelling, RelabellingSame
from tui.app.work_screen.modes.relating import ChoosingRelation, Relating
from tui.app.work_screen.modes.repairing import Repairing
from tui.app.work_screen.modes.resizing import Resizing
from tui.app.work_screen.modes.reviewing import Reviewing
from tui.app.workspace.adjudication import AdjudicationSources

SECOND = """夜市重新开张

本报讯（记者 李四）昨晚，停业三月的夜市重新开张，三家商户参加，收入69家。
"""

ENTER = {
    Relabelling: "r",
    RelabellingSame: "W",
    Resizing: "R",
    ChoosingRelation: "L",
    Relating: "L s",
    Reviewing: "E",
    ChoosingLabel: "f4",
    Repairing: "ctrl+n",
    Jumping: "apostrophe",
    Finding: "ctrl+f",
    Adjudicating: "ctrl+e",
}
"""The keys that enter each mode from a metric's tag."""

LEAVE = {
    "esc": "escape",
    "another article": "right_square_bracket",
    "undo": "u",
    "a correction of the page": "O",
    "the source lines": "z",
    "the next open article": "a",
    "a search": "slash 开 张 escape",
}
"""Ways to leave a mode without doing what its bar speaks of."""


STAYS = {
    Reviewing: ("undo",),
    Adjudicating: ("undo", "the next open article"),
    ChoosingRelation: ("a search",),
    Relating: ("a search",),
}
"""Ways on which a mode is not left: it goes on with what was undone, with the next article, or with a hit."""

TYPED_INTO = (Jumping, Finding)
"""Modes to which letters are given, whatever key they are."""
LEAVE_TYPED = {"esc": "escape", "undo": "ctrl+z", "a search": "ctrl+g escape", "the end": "ctrl+end"}
"""Ways to leave these."""


@pytest.fixture
def two(folder: Path) -> Path:
    """A project with two pages of one article each."""
    (folder / "seeds" / "q.txt").write_text(SECOND, encoding="utf-8")
    for page in ("p", "q"):  # on each, one annotator has the metric and the other has not
        work(folder, "wang", page, [Tag("69家", "METRIC", {"value": "69", "unit": "家"})])
        work(folder, "zhou", page, [])
    return folder


def adjudicate_where(r: Running, *modes: type) -> None:
    """Have differences of two others to settle, if one of the modes is about them."""
    if Adjudicating in modes:
        r.app.workspace.sources = AdjudicationSources(r.app.project, ("wang", "zhou"))


def records(r: Running) -> dict[str, Any]:
    """All tags and relations on disk, of both pages, by id."""
    found: dict[str, Any] = {}
    for page in ("p", "q"):
        disk = r.disk(page)
        found |= {id_: _plain(row) for id_, row in disk["spans"].items()}
        found |= {id_: _plain(row) for id_, row in disk.get("relations", {}).items()}
    return found


def _plain(row: dict[str, Any]) -> str:
    return json.dumps({key: row[key] for key in row if key != "updated"}, ensure_ascii=False, sort_keys=True)


async def on_a_metric(r: Running) -> None:
    """Tag what relations need, and stand on the metric; the step before is one that undo takes back."""
    await r.find("顺义区")
    await r.press("space o escape")
    await r.find("69")
    await r.press("m")


# The sequences that went wrong


async def test_another_article_leaves_a_resize(running: Open, two: Path) -> None:
    async with running(two) as r:
        await r.press("down o R right_square_bracket enter escape")
        assert len(r.tags()) == 1
        before = r.tags()
        await r.press("left_square_bracket")
        assert r.tags() == before
        assert isinstance(r.app.controller.mode, Reading)


async def test_a_relation_begun_in_a_resize_ends_as_a_relation(running: Open, two: Path) -> None:
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)
        await r.press("R L s")
        assert "69家 -subject->" in r.screen()
        await r.press("enter")
        metric = next(s for s in r.disk()["spans"].values() if s["label"] == "METRIC")
        assert (metric["text"], metric["attributes"]["value"]) == ("69家", "69")
        assert [x["label"] for x in r.disk()["relations"].values()] == ["subject"]


async def test_another_article_leaves_a_relabelling(running: Open, two: Path) -> None:
    async with running(two) as r:
        await r.press("down o r right_square_bracket p")
        assert [label for label, _ in r.tags()] == ["ORG"]
        assert [label for label, _ in r.tags("q")] == ["PERSON"]


async def test_a_proposal_that_is_shown_is_what_a_label_decides(running: Open, two: Path) -> None:
    async with running(two, size=(120, 30)) as r:
        await on_a_metric(r)
        await r.press("g r escape n r E p")
        labels = {text: label for label, text in r.tags()}
        assert labels["69家"] == "METRIC"
        assert labels["顺义区总工会"] == "ORG"
        assert "PERSON" in labels.values(), "the proposal was tagged by hand"


async def test_another_article_leaves_half_a_relation(running: Open, two: Path) -> None:
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)
        await r.press("L s right_square_bracket")
        assert "-subject->" not in r.screen()
        await r.press("enter escape left_square_bracket")
        assert not r.disk().get("relations")


# Every mode, every way out


async def back_to_the_metric(r: Running) -> None:
    """Stand on the metric again, whatever was opened meanwhile."""
    controller = r.app.controller
    controller.open_article("p#1")
    metric = next(span for span in controller.workspace.tags() if span.label == "METRIC")
    controller.go_to_span(metric.id)
    await r.rest()


@pytest.mark.parametrize("mode", ENTER, ids=lambda mode: mode.__name__)
async def test_leaving_a_mode_changes_no_tag_and_no_relation(mode: type, running: Open, two: Path) -> None:
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)
        await r.press("exclamation_mark exclamation_mark")
        adjudicate_where(r, mode)
        before = records(r)
        for way, keys in (LEAVE_TYPED if mode in TYPED_INTO else LEAVE).items():
            await back_to_the_metric(r)
            await r.press(ENTER[mode])
            assert type(r.app.controller.mode) is mode
            await r.press(keys)
            if way in STAYS.get(mode, ()):
                assert type(r.app.controller.mode) is mode, "it goes on from there"
                await r.press("escape")
            assert type(r.app.controller.mode) is Reading, way
            if way == "undo":
                await r.press("U")
            assert records(r) == before, way


@pytest.mark.parametrize("mode", ENTER, ids=lambda mode: mode.__name__)
async def test_a_mode_is_left_with_its_tag_and_with_the_size_of_the_screen(
    mode: type, running: Open, two: Path
) -> None:
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)
        adjudicate_where(r, mode)
        before = records(r)
        await r.press(ENTER[mode])
        await r.pilot.resize_terminal(120, 40)
        await r.rest()
        assert type(r.app.controller.mode) is Reading
        assert records(r) == before
        await r.press("escape escape g")
        await r.find("69")
        await r.press(ENTER[mode])
        r.app.controller.editor.undo()
        r.app.controller.show_changes()
        await r.rest()
        if mode not in (Reviewing, ChoosingLabel, Repairing, Adjudicating, *TYPED_INTO):
            assert type(r.app.controller.mode) is Reading, "its tag was removed"
        assert len(records(r)) == len(before) - 1


OTHERWISE: dict[tuple[type, type], type] = {
    **{(Reviewing, other): Reading for other in (Relabelling, RelabellingSame, Resizing)},
    **{(Reviewing, other): Reading for other in (ChoosingRelation, Relating)},
    **{(one, Relabelling): Reading for one in (ChoosingLabel, ChoosingRelation)},
    **{(Relating, other): Reading for other in (ChoosingRelation, Relating)},
    (Resizing, Resizing): Reading,
    (Adjudicating, Reviewing): Adjudicating,
    (Finding, Jumping): Finding,
}
"""Pairs that end elsewhere: where a proposal is shown there is no tag, a letter is taken as a label's or a
relation's, the key that began a resize or a relation also ends it, `E` takes what most annotators have."""


@pytest.mark.parametrize("one", ENTER, ids=lambda mode: mode.__name__)
async def test_entering_a_mode_leaves_the_one_before(one: type, running: Open, two: Path) -> None:
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)
        before = records(r)
        for other in ENTER:
            if one in TYPED_INTO and len(ENTER[other].split()[0]) == 1:
                continue  # a letter is that of a place
            adjudicate_where(r, one, other)
            await back_to_the_metric(r)
            await r.press(f"{ENTER[one]} {ENTER[other]}")
            assert type(r.app.controller.mode) is OTHERWISE.get((one, other), other), other
            await r.press("escape escape escape")
            assert type(r.app.controller.mode) is Reading
            if one is other is Repairing:
                await r.press("u")  # the key that began the repair has also done it
            made = {id_: row for id_, row in records(r).items() if before.get(id_) != row}
            if one is Relating and other in (ChoosingRelation, Relating):
                assert [json.loads(row)["label"] for row in made.values()] == ["subject"], "as its bar said"
                await r.press("u")
            else:
                assert not made, other
            assert before.keys() <= records(r).keys()


# What each mode does


async def test_a_letter_that_begins_no_label_leaves_a_longer_key_alone(running: Open, two: Path) -> None:
    async with running(two) as r:
        await on_a_metric(r)
        await r.press("f4")
        assert " _ p PERSON" in r.screen()
        await r.press("q")
        assert "no label has the key q" in r.screen()
        assert r.app.is_running
        await r.press("f4 right o")
        assert [label for label, _ in r.tags()] == ["ORG", "METRIC", "ORG"]


async def test_relabelling_says_whose_label_is_asked_for(running: Open, two: Path) -> None:
    async with running(two) as r:
        await on_a_metric(r)
        await r.press("r")
        assert "relabel 69家 as:" in r.screen()
        await r.press("y")
        assert [label for label, _ in r.tags()] == ["ORG", "METRIC"]
        await r.press("r semicolon e v e n t enter")
        assert [label for label, _ in r.tags()] == ["ORG", "EVENT"]


async def test_a_key_without_a_meaning_in_a_mode_leaves_it_and_does_its_work(
    running: Open, two: Path
) -> None:
    async with running(two) as r:
        await on_a_metric(r)
        await r.press("R x")
        assert [label for label, _ in r.tags()] == ["ORG"]
        await r.press("u r f")
        assert [a["state"] for a in r.disk()["articles"].values()] == ["done"]
        assert isinstance(r.app.controller.mode, Reading)


async def test_keys_that_a_mode_uses_itself_do_not_stand_below_with_what_they_usually_do(
    running: Open, two: Path
) -> None:
    usual = ("x remove", "enter edit", "n next tag", "u undo")
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)

        def below() -> tuple[str, ...]:
            return tuple(said for said in usual if said in r.screen().splitlines()[-1])

        assert below() == usual
        for keys, left in (
            ("R", ("x remove", "n next tag", "u undo")),  # enter ends it
            ("apostrophe", ()),  # letters are those of hints
            ("r", usual),  # a label is chosen, all else leaves the mode and does its work
            ("E", ("u undo",)),  # all but undo decides on a proposal
        ):
            await r.press(keys)
            assert below() == left
            await r.press("escape")


async def test_letters_are_a_mode_s_only_where_the_text_has_the_focus(running: Open, two: Path) -> None:
    async with running(two, size=(140, 30)) as r:
        await r.press("f4")
        assert "u undo" not in r.screen().splitlines()[-1]
        await r.press("tab")
        assert isinstance(r.app.controller.mode, ChoosingLabel)
        assert "u undo" in r.screen().splitlines()[-1]


async def test_help_and_panes_leave_a_mode_as_it_is(running: Open, two: Path) -> None:
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)
        await r.press("R question_mark escape v S escape T escape")
        assert isinstance(r.app.controller.mode, Resizing)
        await r.press("less_than_sign enter")
        assert [text for _, text in r.tags()] == ["顺义区总工会", "69"]


async def click(r: Running, text: str) -> None:
    """Click on the first character of a text."""
    scene = r.reader.scene
    at = scene.text.index(text)
    left = max(1, (r.reader.scrollable_content_region.width - scene.layout.width) // 2)
    spot = (left + scene.layout.x_of(at), scene.line_of(at) - int(r.reader.scroll_offset.y))
    await r.pilot.click("#reader", offset=spot)
    await r.rest()
    assert r.reader.caret.at == at


async def test_the_mouse_leaves_a_resize_and_keeps_a_relation(running: Open, two: Path) -> None:
    async with running(two, size=(140, 30)) as r:
        await on_a_metric(r)
        await r.press("R")
        await click(r, "据了解")
        assert isinstance(r.app.controller.mode, Reading)
        await r.press("g")
        await r.find("69")
        await r.press("L s")
        await click(r, "据了解")
        assert isinstance(r.app.controller.mode, Relating)
