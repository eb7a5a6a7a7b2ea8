"""The lead settles differences by keys; the result is on disk as it was decided."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from textual.events import Resize

from tests.app.conftest import Running, shown
from tests.team.conftest import COUNT, INDICATOR, MEMBERS, ORG, Tag, work
from tui.app.runtime.app import PiyueApp
from tui.app.work_screen.modes.adjudicating import Adjudicating
from tui.app.workspace.adjudication import AdjudicationSources
from tui.app.workspace.documents import Documents
from tui.edit.changes import SetProgress
from tui.store.project import Project

Open: TypeAlias = Callable[..., AbstractAsyncContextManager[Running]]

pytestmark = pytest.mark.usefixtures("shared_segmenter")


@pytest.fixture
def adjudicating() -> Open:
    """Opens an app that adjudicates: ``async with adjudicating(root, "ling", "wang") as r``."""

    @asynccontextmanager
    async def open_app(root: Path, *names: str, size: tuple[int, int] = (130, 34)) -> AsyncIterator[Running]:
        project = Project.find(root)
        project.annotator = "gold"
        app = PiyueApp(project, "en", None, AdjudicationSources(project, names, by="mo"))
        async with shown(app, root, size) as run:
            yield run

    return open_app


def gold(r: Running, page: str = "first") -> list[tuple[str, str, str]]:
    spans = r.disk(page, "gold")["spans"].values()
    return sorted((s["text"], s["label"], s["decision"]) for s in spans)


def mode(r: Running) -> Any:
    return r.app.controller.mode


async def test_what_all_have_is_taken_and_the_first_difference_is_shown(
    adjudicating: Open, team: Path
) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        assert gold(r) == [("新建工会", "INDICATOR", "agreed")]
        screen = r.screen()
        assert "1/4 borders" in screen
        assert "1 ORG “临溪县总工会”" in screen
        assert "2 ORG “临溪县”" in screen
        assert "1-1 ORG" in screen.replace("Organisation", "ORG")  # a rail for each annotator
        assert "ling" not in screen


async def test_a_digit_takes_what_one_has_and_goes_on(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("1 x 2 2")
        assert gold(r) == [
            ("36家", "METRIC", "taken"),
            ("一千二百人", "METRIC", "taken"),
            ("临溪县总工会", "ORG", "taken"),
            ("新建工会", "INDICATOR", "agreed"),
        ]
        disk = r.disk("first", "gold")
        assert [row["state"] for row in disk["articles"].values()] == ["done"]
        assert [row["label"] for row in disk["relations"].values()] == ["indicator"]
        spans = {span["text"]: span for span in disk["spans"].values()}
        assert spans["36家"]["sources"] == ["wang/wang-36家-METRIC"]
        assert spans["36家"]["attributes"]["unit"] == "个"
        assert "all differences are settled" in r.screen()


async def test_what_somebody_decided_says_who_it_was(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("1")
        found = {(s["text"], s.get("decided_by", "")) for s in r.disk("first", "gold")["spans"].values()}
        assert found == {("新建工会", ""), ("临溪县总工会", "mo")}


async def test_what_was_taken_is_said_not_the_longest_of_what_there_was(
    adjudicating: Open, team: Path
) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("2")
        assert re.search(r"settled: ORG 临溪县(?!总)", r.screen())
        await r.press("u 1")
        assert "settled: ORG 临溪县总工会" in r.screen()
        await r.press("u plus")
        assert "settled: 临溪县总工会 + 临溪县" in r.screen()


async def test_both_are_taken_by_a_key(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("plus")
        assert [text for text, _, _ in gold(r)] == ["临溪县", "临溪县总工会", "新建工会"]


async def test_a_label_tags_anew_what_is_selected(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("l")
        assert ("临溪县总工会", "LOC", "anew") in gold(r)
        assert "2/4 missing" in r.screen()


async def test_a_value_is_settled_field_by_field(adjudicating: Open, root: Path) -> None:
    work(root, "ling", "first", [COUNT])
    work(root, "wang", "first", [COUNT._replace(said={"value": "63", "unit": "个"})])
    async with adjudicating(root, "ling", "wang") as r:
        await r.press("enter")
        assert "value: whose value?" in r.screen()
        await r.press("1 2")
        (span,) = r.disk("first", "gold")["spans"].values()
        assert (span["attributes"], span["annotator"]) == ({"value": "36", "unit": "个"}, "ling, wang")


async def test_undo_takes_a_decision_back_and_shows_the_difference(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        before = gold(r)
        await r.press("1")
        assert len(gold(r)) == 2
        await r.press("u")
        assert gold(r) == before
        assert "1/4 borders" in r.screen()
        await r.press("U")
        assert len(gold(r)) == 2


async def test_the_first_size_that_arrives_late_leaves_nothing_and_another_size_does(
    adjudicating: Open, team: Path
) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        screen = r.app.screen
        screen._laid_out = None  # type: ignore[attr-defined]
        screen.post_message(Resize(screen.size, screen.size))
        await r.rest()
        assert isinstance(r.app.controller.mode, Adjudicating)
        await r.pilot.resize_terminal(100, 30)
        await r.rest()
        assert not isinstance(r.app.controller.mode, Adjudicating)


async def test_names_are_hidden_until_asked_for(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        assert "ling" not in r.screen()
        assert "First:" not in r.screen()
        await r.press("Z")
        assert "1 ling ORG" in r.screen()
        await r.press("Z")
        assert "ling" not in r.screen()


async def test_the_majority_settles_the_rest_in_one_step(adjudicating: Open, root: Path) -> None:
    for name, tags in (("ling", [ORG, INDICATOR]), ("wang", [ORG, COUNT]), ("zhou", [Tag("临溪县", "ORG")])):
        work(root, name, "first", tags)
    async with adjudicating(root, "ling", "wang", "zhou") as r:
        await r.press("E")
        assert gold(r) == [("临溪县总工会", "ORG", "majority")]
        assert "settled by majority: 3" in r.screen()
        await r.press("u")
        assert gold(r) == []


async def test_the_next_article_with_differences_is_opened_by_a_key(adjudicating: Open, root: Path) -> None:
    for page, tag in (("first", ORG), ("second", Tag("李青禾", "PERSON"))):
        work(root, "ling", page, [tag])
        work(root, "wang", page, [])
    async with adjudicating(root, "ling", "wang") as r:
        await r.press("1 a")
        assert "1/1 missing" in r.screen()
        await r.press("1 a")
        assert "no differences are left" in r.screen()
        assert gold(r) == [("临溪县总工会", "ORG", "taken")]
        assert gold(r, "second") == [("李青禾", "PERSON", "taken")]


def test_pages_behind_the_first_difference_are_opened_when_it_is_their_turn(root: Path) -> None:
    for page in ("first", "second"):
        work(root, "ling", page, [])
        work(root, "wang", page, [Tag("李青禾", "PERSON")] if page == "second" else [ORG])
    project = Project.find(root)
    documents, sources = Documents(project, lambda _: None), AdjudicationSources(project, ("ling", "wang"))
    assert sources.next_article(documents) == "first#1"
    assert (documents.is_open("first"), documents.is_open("second")) == (True, False)
    assert sources.next_article(documents, "first#1") == "second#1"
    assert sources.next_article(documents, "second#1") == "first#1"


async def test_articles_on_which_all_agree_need_no_key(adjudicating: Open, root: Path) -> None:
    for name, tags in (("ling", [Tag("李青禾", "PERSON")]), ("wang", [])):
        work(root, name, "first", [ORG])
        work(root, name, "second", tags)
    async with adjudicating(root, "ling", "wang") as r:
        assert "1/1 missing" in r.screen()
        assert gold(r) == [("临溪县总工会", "ORG", "agreed")]
        assert [row["state"] for row in r.disk("first", "gold")["articles"].values()] == ["done"]


async def test_another_session_goes_on_where_one_stopped(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("1 x")
    async with adjudicating(team, "ling", "wang") as r:
        assert "3/4 value" in r.screen()


async def test_differences_are_listed_and_gone_to(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("F")
        assert "missing: TIME" in r.screen()
        await r.press("down enter")
        assert isinstance(mode(r), Adjudicating)
        assert "2/4 missing" in r.screen()


async def test_nothing_is_proposed_and_a_digit_nobody_has_is_said(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        before = gold(r)
        await r.press("7")
        assert "7: no annotator has that here" in r.screen()
        await r.press("escape E")
        assert "proposals are off while you settle" in r.screen()
        assert gold(r) == before


async def test_leaving_shows_one_s_own_tags_only(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        assert len(r.reader.scene.contents.tags) == 1 + 4 + 4
        await r.press("escape")
        assert len(r.reader.scene.contents.tags) == 1
        await r.press("ctrl+e")
        assert len(r.reader.scene.contents.tags) == 1 + 4 + 4


async def test_an_article_that_not_all_have_finished_is_not_adjudicated(
    adjudicating: Open, team: Path
) -> None:
    async with adjudicating(team, "ling", "zhou") as r:
        assert not isinstance(mode(r), Adjudicating)
        assert "not all annotators have finished this article" in r.screen()
        assert MEMBERS.text in r.reader.scene.text


async def test_from_a_figure_one_gets_to_its_places(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("escape f12")
        assert "spans, exact (F1)" in r.screen()
        assert "0.500" in r.screen()
        await r.press("down down enter")
        assert "Differences  everywhere  3" in r.screen()
        assert "borders: ORG “临溪县总工会”" in r.screen()
        assert "missing: TIME “今年” | -" in r.screen(), "it lowers the figure, too"
        await r.press("enter")
        assert r.reader.caret.at == 0


@pytest.mark.parametrize("keys", ["escape", "R", "z", "W", "slash escape", "[", "D escape"])
async def test_every_way_out_shows_one_s_own_tags_only(adjudicating: Open, team: Path, keys: str) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        before = gold(r)
        await r.press(keys.replace("[", "left_square_bracket"))
        if isinstance(mode(r), Adjudicating):
            await r.press("escape")
        assert len(r.reader.scene.contents.tags) == 1
        assert not r.reader.lit
        assert gold(r) == before


async def test_the_sheet_of_figures_tells_the_days(adjudicating: Open, team: Path) -> None:
    async with adjudicating(team, "ling", "wang") as r:
        await r.press("1 S end")
        shown = r.screen()
        day = next(line for line in shown.splitlines() if "by hand" in line)
        assert "tags/h" in day, "no column is cut off"
        assert re.search(r"\d{4}-\d\d-\d\d  gold", shown)


@pytest.fixture
def labelled(root: Path) -> Path:
    """Two who agree on the tags of the first page, and gave it other labels."""
    with (root / "piyue.toml").open("a", encoding="utf-8") as settings:
        settings.write(
            '[[article_labels]]\nid = "topic"\nzh = "题材"\nkind = "enum"\nchoices = ["劳动", "法律"]\n'
            'keys = ["l", "f"]\nmultiple = true\n'
            '[[article_labels]]\nid = "stance"\nzh = "立场"\nkind = "enum"\nchoices = ["正面", "批评"]\n'
        )
    project = Project(root)
    given = {"ling": {"topic": ("劳动",), "stance": ("正面",)}, "wang": {"topic": ("法律",)}}
    for name, labels in given.items():
        work(root, name, "first", [ORG])
        document = project.document("first", name)
        (article,) = document.articles
        progress = document.progress_of(article.id).replaced(labels=labels)
        project.save(SetProgress(article=article.id, progress=progress).apply(document)[0])
    return root


def result(root: Path) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The state and the labels of the first page in the result."""
    (progress,) = Project(root).document("first", "gold").progress.values()
    return progress.state, progress.labels


async def test_labels_of_the_article_that_differ_are_decided_by_the_keys_that_decide_on_tags(
    adjudicating: Open, labelled: Path
) -> None:
    async with adjudicating(labelled, "ling", "wang") as r:
        assert "article label topic  1 劳动  2 法律  " in r.screen()
        await r.press("+")
        assert result(labelled) == ("doing", {"topic": ("劳动", "法律")})
        assert "article label: topic 劳动、法律" in r.screen()
        assert "article label stance  1 正面  2 -  " in r.screen()
        await r.press("x")
        assert result(labelled) == ("done", {"topic": ("劳动", "法律")})
        assert "all differences are settled" in r.screen()
        await r.press("u 1")
        assert result(labelled) == ("done", {"topic": ("劳动", "法律"), "stance": ("正面",)})
        await r.press("u u 2")
        assert result(labelled)[1] == {"topic": ("法律",)}


async def test_a_label_that_takes_one_value_is_not_given_two(adjudicating: Open, labelled: Path) -> None:
    settings = labelled / "piyue.toml"
    settings.write_text(settings.read_text("utf-8").replace("multiple = true\n", ""), "utf-8")
    async with adjudicating(labelled, "ling", "wang") as r:
        await r.press("+")
        assert "“topic” can have only one value" in r.screen()
        assert result(labelled) == ("doing", {})


async def test_labels_are_given_by_their_own_keys_too_and_the_article_is_done_with_the_last_one(
    adjudicating: Open, labelled: Path
) -> None:
    async with adjudicating(labelled, "ling", "wang") as r:
        await r.press("ctrl+right_square_bracket f enter")
        await r.press(r.app.project.settings.article_labels[1].value_keys[1])
        assert result(labelled) == ("done", {"topic": ("法律",), "stance": ("批评",)})
        assert "all is settled: article done" in r.screen()
        assert "tags that all have: 0" not in r.screen()
