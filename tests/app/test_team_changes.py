"""What somebody else changed on a team's server: which of it is taken up, and by what."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.app.conftest import workspace_on
from tests.app.test_documents_open import THREE
from tests.edit.test_changes import NOON
from tests.team.conftest import Tag, work
from tui.app.runtime.page_locks import PageLocks
from tui.app.runtime.team import Team
from tui.app.workspace.workspace import Workspace
from tui.edit import AddSpan, Step
from tui.errors import StoreError
from tui.model import Span
from tui.store.annotator_names import PREDICTIONS, SHARED
from tui.store.backend import QUEUE, Key
from tui.store.files.locks import LockedError
from tui.store.files.processes import Holder


class Around:
    """A workspace with what stands around it; notes what is called."""

    def __init__(self, folder: Path) -> None:
        self.called: list[str] = []
        self.workspace: Workspace = workspace_on(folder)
        project = self.workspace.documents.project
        self.context = cast(
            "Any",
            SimpleNamespace(
                workspace=self.workspace,
                project=project,
                app=SimpleNamespace(call_from_thread=lambda act, *values: act(*values)),
                controller=SimpleNamespace(
                    display=SimpleNamespace(show_holdings=self.note("holdings")),
                    show_changes=self.note("changes"),
                    tell=lambda key: self.called.append(key),
                ),
                alarm=lambda said: self.called.append(f"alarm {said}"),
            ),
        )
        self.notices = cast(
            "Any", SimpleNamespace(add=self.note("notice"), show=lambda error: self.called.append(error.key))
        )
        locks: Any = SimpleNamespace(merge=lambda session: self.called.append(session.document.page.id))
        self.pages: Any = SimpleNamespace(
            read_assignments=self.note("assignments"), is_indexing=False, update_index=self.note("index")
        )
        saving: Any = None
        pages: Any = self.pages
        self.team = Team(self.context, self.notices, locks, saving, pages, self.note("predicted"))

    def note(self, name: str) -> Callable[..., None]:
        return lambda *_: self.called.append(name)

    def look(self, key: Key | None) -> list[str]:
        self.called.clear()
        self.team._look(key)
        return list(self.called)


@pytest.fixture
def around(folder: Path) -> Around:
    (folder / "seeds" / "q.txt").write_text(THREE, encoding="utf-8")
    return Around(folder)


def change(around: Around, page: str = "p") -> None:
    """Have somebody else tag on a page of who works here."""
    work(around.workspace.documents.project.root, "ling", page, [Tag("王路曼", "PERSON")])


def test_a_page_of_mine_that_is_open_is_put_together_where_it_changed(around: Around) -> None:
    assert around.look(Key("ling", "p")) == []
    change(around)
    assert around.look(Key("ling", "p")) == ["p"]
    assert around.look(Key(SHARED, "p")) == ["p"]
    assert around.look(Key("wang", "p")) == []


def test_after_a_break_all_that_is_open_is_looked_at(around: Around) -> None:
    assert around.look(None) == ["assignments"]
    change(around)
    assert around.look(None) == ["assignments", "p"]
    around.workspace.shown = None
    assert around.look(None) == ["assignments"]


def test_a_page_that_is_not_open_makes_the_index_old(around: Around) -> None:
    documents = around.workspace.documents
    documents.project.pages.are_few = False
    around.team._index_again()
    assert around.called == []
    assert around.look(Key("ling", "q")) == []
    around.pages.is_indexing = True
    around.team._index_again()
    assert around.called == []
    around.pages.is_indexing = False
    for _ in range(2):
        around.team._index_again()
    assert around.called == ["index"], "once"
    around.look(Key("ling", "q"))
    documents.project.pages.are_few = True
    around.team._index_again()
    assert around.called == []


def test_predictions_are_for_the_page_that_is_shown(around: Around) -> None:
    assert around.look(Key(PREDICTIONS, "p")) == ["predicted"]
    assert around.look(Key(PREDICTIONS, "q")) == []
    around.workspace.shown = None
    assert around.look(Key(PREDICTIONS, "p")) == []


def test_who_adjudicates_is_told_of_others(around: Around) -> None:
    changed: list[str] = []
    around.workspace.sources = cast("Any", SimpleNamespace(changed=changed.append))
    around.look(Key("wang", "q"))
    around.look(Key(PREDICTIONS, "q"))
    assert changed == ["q"]


def test_whose_a_page_is_now_is_shown(around: Around) -> None:
    assert around.look(Key(QUEUE, "p")) == ["holdings"]
    assert around.workspace.documents.turns is not None


# The lock of a page


@pytest.fixture
def locks(around: Around) -> PageLocks:
    made = PageLocks(around.context, around.notices)
    made._ask = lambda *_: around.called.append("ask")  # type: ignore[method-assign]
    return made


def refusal(around: Around) -> object:
    return around.workspace.documents.session("p").refusal


def test_a_page_that_somebody_has_is_read_only_and_asked_about(around: Around, locks: PageLocks) -> None:
    error = LockedError("p.json", Holder("desk", 4711, "", "", "2026-03-02T08:30:00Z", "another"))
    locks.answered("p", error)
    assert around.called == ["ask"]
    assert refusal(around) is not None
    around.called.clear()
    locks.answered("p", None)
    assert around.called == [f"alarm {around.workspace.say('status.taken')}"]
    assert refusal(around) is None
    locks.answered("p", None)
    assert len(around.called) == 1, "it was mine"


def test_a_file_that_cannot_be_written_is_told(around: Around, locks: PageLocks) -> None:
    locks.answered("p", StoreError("tag.unlike"))
    assert around.called == ["tag.unlike"]
    assert refusal(around) is not None


def test_a_page_that_another_program_left_otherwise_is_put_together(around: Around, locks: PageLocks) -> None:
    saved: list[object] = []
    around.workspace.documents.changed = saved.append
    change(around)
    locks.answered("p", None, is_current=False)
    document = around.workspace.documents.session("p").document
    assert [span.text for span in document.spans] == ["王路曼"]
    assert saved == [document]
    assert around.called == ["changes", f"alarm {around.workspace.say('status.merged', page='p')}"]


def test_what_was_done_before_another_program_changed_the_page_can_still_be_taken_back(
    around: Around, locks: PageLocks
) -> None:
    session = around.workspace.documents.session("p")
    text = session.document.page.text[4:7]
    mine = Span(id="mine", label="LOC", segments=((4, 7),), text=text, created=NOON, updated=NOON)
    session.apply(Step("tag", (AddSpan(mine),), mine.text))
    change(around)
    locks.answered("p", None, is_current=False)
    assert {"mine"} < {span.id for span in session.document.spans}
    assert session.undo() is not None
    assert [span.text for span in session.document.spans] == ["王路曼"]


def test_the_page_that_is_shown_is_asked_for_once(around: Around, locks: PageLocks) -> None:
    taken: list[str] = []
    locks._take_behind = lambda session, **_: taken.append(session.document.page.id)  # type: ignore[method-assign]
    locks.take_shown()
    assert (taken, locks.is_tried("p")) == ([], False), "the first screen is not there yet"
    locks._tried = set()
    for _ in range(2):
        locks.take_shown()
    around.workspace.open("q#1")
    locks.take_shown()
    assert taken == ["p", "q"]
    assert [locks.is_tried(page) for page in "pqr"] == [True, True, False]
    around.workspace.shown = None
    locks.take_shown()
    assert taken == ["p", "q"]


def test_who_does_not_take_it_over_is_told_that_it_is_read_only(around: Around, locks: PageLocks) -> None:
    taken: list[bool] = []

    def take(session: object, *, over: bool = False) -> None:
        del session
        taken.append(over)

    locks._take_behind = take  # type: ignore[method-assign]
    session = around.workspace.documents.session("p")
    for over in (True, False, None):
        locks._chosen(session, over)
    assert (taken, around.called) == ([True], ["status.read_only"] * 2)
