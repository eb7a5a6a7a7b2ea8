"""Where one goes on at the next start, and when that is remembered."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.app.conftest import workspace_on
from tests.app.test_documents_open import THREE
from tui.app.runtime.saved_place import SavedPlace
from tui.app.workspace.workspace import Workspace
from tui.store.reading_place import Place, load_place, save_place


class Around:
    """A workspace without an article, and the app around it."""

    def __init__(self, folder: Path) -> None:
        self.workspace: Workspace = workspace_on(folder)
        self.workspace.shown = None
        self.project = self.workspace.documents.project
        self.screens: list[Any] = [SimpleNamespace(query=lambda _: ["the text"])]
        self.caret = SimpleNamespace(at=3)
        context = SimpleNamespace(
            workspace=self.workspace,
            project=self.project,
            app=SimpleNamespace(screen_stack=self.screens),
            controller=SimpleNamespace(reader=SimpleNamespace(caret=self.caret)),
            run_in_thread=lambda act, *values, group: act(*values),
        )
        self.place = SavedPlace(cast("Any", context))

    @property
    def opened(self) -> str:
        return self.workspace.shown.opened.article.id if self.workspace.shown else ""


@pytest.fixture
def around(folder: Path) -> Around:
    (folder / "seeds" / "q.txt").write_text(THREE, encoding="utf-8")
    return Around(folder)


def test_the_article_that_is_asked_for_comes_before_the_last_one_and_that_before_the_first(
    around: Around,
) -> None:
    assert (around.place.open_first(None), around.opened, around.place.resumed) == (0, "p#1", None)
    there = Place("q#2", 7, "plain")
    save_place(around.project, there)
    assert (around.place.open_first(None), around.opened, around.place.resumed) == (7, "q#2", there)
    assert around.workspace.view_kind == "plain"
    assert (around.place.open_first("q#3"), around.opened) == (0, "q#3")


def test_where_the_last_one_is_gone_it_begins_at_the_first(around: Around) -> None:
    save_place(around.project, Place("q#9", 7, "plain"))
    assert (around.place.open_first(None), around.opened, around.place.resumed) == (0, "p#1", None)


def test_who_adjudicates_begins_where_something_is_to_be_decided(around: Around) -> None:
    sources = SimpleNamespace(next_article=lambda _: "q#3")
    around.workspace.sources = cast("Any", sources)
    assert (around.place.open_first(None), around.opened) == (0, "q#3")
    assert (around.place.open_first("q#1"), around.opened) == (0, "q#1")
    sources.next_article = lambda _: None
    around.place.open_first(None)
    assert around.opened == "p#1"


async def test_a_place_is_remembered_once(around: Around, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[Place] = []
    monkeypatch.setattr("tui.app.runtime.saved_place.save_place", lambda _, place: saved.append(place))
    around.place.note()
    assert saved == [], "nothing is open"
    around.workspace.open("q#2")
    for act in (around.place.note, around.place.note, around.place.keep_now):
        act()
    await around.place.keep()
    assert saved == [Place("q#2", 3, "segmented")]
    around.caret.at = 4
    await around.place.keep()
    around.caret.at = 5
    around.place.keep_now()
    around.caret.at = 6
    around.place.note()
    assert [place.offset for place in saved] == [3, 4, 5, 6]


def test_while_it_ends_nothing_is_remembered(around: Around) -> None:
    around.workspace.open("q#2")
    around.screens[0] = SimpleNamespace(query=lambda _: [])
    around.place.keep_now()
    around.screens.clear()
    around.place.keep_now()
    assert load_place(around.project) is None
