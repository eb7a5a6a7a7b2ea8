"""The command palette without a terminal: what it lists, in which order, what is found and done."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.app.bare import Bare
from tests.app.test_documents_open import THREE
from tui.app.dialogs.pick import PickScreen, found
from tui.app.keys.bindings import ON_WORK_SCREEN
from tui.app.keys.key_map import GROUPS, KEYMAP
from tui.app.work_screen.actions import palette as commands
from tui.app.workspace.first_steps import FirstSteps


@pytest.fixture
def bare(folder: Path) -> Bare:
    (folder / "seeds" / "q.txt").write_text(THREE, encoding="utf-8")
    made = Bare(folder)
    for page in ("p", "q"):
        made.workspace.documents.articles(page)
    made.workspace.documents.listed()
    app: Any = made.controller.screen.app
    app.available_themes = {"nord": None, "dracula": None}
    app.screen = SimpleNamespace()
    app.call_later = lambda act: act()
    return made


def palette(bare: Bare) -> tuple[PickScreen, Any]:
    commands.open_palette(bare.controller)
    dialog, take = bare.asked.pop()
    return dialog, take


def test_all_actions_are_there_by_group_then_labels_and_themes(bare: Bare) -> None:
    dialog, _ = palette(bare)
    ids = [choice.id for choice in dialog._choices]
    actions = [row.id for row in KEYMAP if row.context in ON_WORK_SCREEN]
    assert sorted(ids[: len(actions)]) == sorted(actions)
    labels = [f"label:{label.id}" for label in bare.controller.labels.labels]
    assert ids[len(actions) :] == [*labels, "theme:dracula", "theme:nord"]
    groups = list(dict.fromkeys(choice.group for choice in dialog._choices[: len(actions)]))
    order = [bare.workspace.say(f"group.{group}") for group in GROUPS]
    assert groups == [group for group in order if group in groups]
    shown = {choice.id: choice.shown for choice in dialog._choices}
    assert shown["remove"] == f"{'x':<12} {bare.workspace.say('key.remove')}"
    assert shown["label:ORG"] == f"{'o':<12} ORG Organisation"


async def test_what_was_used_last_comes_first_and_once(bare: Bare) -> None:
    await bare.press("finish", "show_links", "word_right", "finish")
    dialog, _ = palette(bare)
    ids = [choice.id for choice in dialog._choices]
    assert ids[:2] == ["finish", "show_links"]
    assert (ids.count("finish"), dialog._choices[0].group) == (1, bare.workspace.say("group.recent"))


async def test_what_is_chosen_is_done(bare: Bare) -> None:
    bare.select("顺义区")
    _, take = palette(bare)
    take("label:LOC")
    assert bare.tags == [("LOC", "顺义区")]
    take(None)
    assert bare.tags == [("LOC", "顺义区")]
    take("q#2")
    assert bare.workspace.shown is not None
    assert bare.workspace.shown.opened.article.id == "q#2"


def test_actions_are_found_in_both_languages_by_name_id_and_group(bare: Bare) -> None:
    dialog, _ = palette(bare)
    for typed in ("undo", "撤销", "chexiao"):
        assert "undo" in [choice.id for choice in found(dialog._choices, typed)], typed
    for typed, id_ in (
        ("use theme nord", "theme:nord"),
        ("机构", "label:ORG"),
        ("paragraph up", "paragraph_up"),
    ):
        assert found(dialog._choices, typed)[0].id == id_


def test_articles_are_found_by_title_and_page_and_no_more_than_twenty(
    bare: Bare, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [choice.id for choice in commands._articles(bare.controller, "夜市")]
    assert ids == ["q#2"]
    assert [choice.id for choice in commands._articles(bare.controller, "Q")] == ["q#1", "q#2", "q#3"]
    assert commands._articles(bare.controller, "nowhere") == []
    monkeypatch.setattr(commands, "MOST_ARTICLES", 2)
    assert len(commands._articles(bare.controller, "q")) == 2
    dialog, _ = palette(bare)
    assert list(dialog._further("夜市")) == [], "over a dialog none is opened"


def test_the_palette_is_not_opened_over_itself(bare: Bare) -> None:
    app = cast("Any", bare.controller.screen.app)
    app.screen = PickScreen("", [])
    commands.open_palette(bare.controller)
    assert bare.asked == []


async def test_a_theme_is_seen_while_it_is_marked_and_kept_when_it_is_taken(bare: Bare) -> None:
    app: Any = bare.controller.screen.app
    app.theme = "nord"
    painted: list[str] = []
    bare.controller.display.show_lists = lambda: painted.append(app.theme)  # type: ignore[method-assign]
    await bare.press("theme")
    dialog, take = bare.asked.pop()
    assert [choice.id for choice in dialog._choices] == ["dracula", "nord"]
    dialog._preview("dracula")
    assert (app.theme, painted) == ("dracula", ["dracula"])
    take(None)
    assert (app.theme, painted[-1], bare.workspace.chosen.now.theme) == ("nord", "nord", "")
    take("dracula")
    assert (app.theme, bare.workspace.chosen.now.theme) == ("dracula", "dracula")
    assert bare.said == bare.workspace.say("status.theme", theme="dracula")


async def test_the_other_language_is_spoken_and_remembered(bare: Bare) -> None:
    shown: list[str] = []
    show: Any = lambda _: shown.append(bare.workspace.language)  # noqa: E731
    bare.controller.display.show_schema = show  # type: ignore[method-assign]
    for language, said in (("zh", "语言：中文"), ("en", "language: English")):
        await bare.press("language")
        assert (bare.workspace.language, bare.workspace.chosen.now.language) == (language, language)
        assert bare.said == said
    assert shown == ["zh", "en"]


# The first steps of a new project


def test_each_step_comes_after_what_the_one_before_asked_for() -> None:
    steps = FirstSteps()
    assert steps.step(0) is None
    steps.begin()
    assert steps.step(0) == "move"
    steps.moved()
    assert [steps.step(tags) for tags in (0, 1, 2, 3)] == ["label", "saved", "number", "finish"]
    assert (steps.step(4), steps.step(0), steps.shown) == (None, None, False)


def test_tags_that_were_there_are_no_steps() -> None:
    steps = FirstSteps()
    steps.begin(5)
    assert steps.step(5) == "move"
    assert [steps.step(tags) for tags in (3, 6, 7)] == ["move", "saved", "number"]
