"""The app on a team's server: what others change shows, and `a` goes where the queue says."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from tests.app.conftest import Open, Running
from tests.store.server import Server
from tests.team.conftest import ORG, TIME, put_on_server, work
from tests.team.test_queue import sidebar
from tui.model import BlockPin, Corrections
from tui.operations.queue import draw
from tui.store.postgres.backend import PostgresBackend
from tui.store.predictions import Prediction, add_predictions
from tui.store.project import Project

PATIENCE = 20.0
"""Seconds after which what does not show is said not to show."""


async def shows(r: Running, is_there: Callable[[], bool]) -> float:
    """Wait until something shows, and return for how long that took."""
    began = monotonic()
    while not is_there():
        assert monotonic() < began + PATIENCE, r.screen()
        await r.pilot.pause()
    return monotonic() - began


async def listens(r: Running, shared: PostgresBackend) -> None:
    """Wait until the app hears what is changed."""

    def is_heard() -> bool:
        with shared.connection() as connection:
            found = connection.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN piyue'"
            ).fetchone()
        return found is not None and found[0] > 0

    await shows(r, is_heard)
    await r.rest()


def tagged(r: Running) -> set[str]:
    return {tag.span.text for tag in r.reader.scene.contents.tags}


@pytest.mark.slow
async def test_a_colleague_s_change_shows_within_a_second(
    running: Open, root: Path, shared: PostgresBackend
) -> None:
    async with running(root, size=(130, 30)) as r:
        await listens(r, shared)
        assert "kicker" not in [block.role for block in r.app.workspace.shown.opened.article.blocks]  # type: ignore[union-attr]
        theirs = Project(root)
        theirs.annotator = "wang"
        document = theirs.document("first")
        block = document.articles[0].blocks[0]
        text = document.page.text[block.segments[0][0] : block.segments[0][1]]
        pins = Corrections(blocks=(BlockPin(segments=block.segments, text=text, role="kicker"),))
        theirs.save(document.replaced(corrections=pins))

        def is_corrected() -> bool:
            shown = r.app.workspace.shown
            return shown is not None and shown.opened.article.blocks[0].role == "kicker"

        assert await shows(r, is_corrected) < 1
        work(root, "ling", "first", [ORG], state="doing")  # ling, on another machine
        assert await shows(r, lambda: ORG.text in tagged(r)) < 1
        assert "kicker" in [block.role for block in r.app.workspace.shown.opened.article.blocks]  # type: ignore[union-attr]
        assert draw(theirs) == "second"
        assert await shows(r, lambda: any("wang" in row for row in sidebar(r))) < 1


@pytest.mark.slow
async def test_predictions_that_a_colleague_imports_are_proposed_at_once(
    running: Open, root: Path, shared: PostgresBackend
) -> None:
    with (root / "piyue.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[suggest]\nlac = false\nlearn = false\n")
    async with running(root, size=(130, 30), propose=True) as r:
        await listens(r, shared)
        await shows(r, lambda: bool(r.reader.scene.contents.proposed))  # it has been asked once
        shown = r.app.workspace.shown
        assert shown is not None
        at, text = shown.opened.article.start, shown.opened.document.page.text
        guess = Prediction("EVENT", ((at, at + 2),), text[at : at + 2], 0.7, "m1")
        add_predictions(Project(root).backend, shown.opened.document.page, [guess])

        def is_proposed() -> bool:
            return any(place.label == "EVENT" for place in r.reader.scene.contents.proposed)

        await shows(r, is_proposed)
        assert is_proposed()
        assert tagged(r) == set()


@pytest.mark.slow
async def test_what_is_done_here_at_the_same_time_stays(
    running: Open, root: Path, shared: PostgresBackend
) -> None:
    async with running(root, size=(130, 30)) as r:
        await listens(r, shared)
        await r.press("o")  # the word under the cursor is an organisation
        (mine,) = tagged(r)
        work(root, "ling", "first", [TIME], state="doing")
        await shows(r, lambda: tagged(r) == {mine, TIME.text})
        await r.rest()
    project = Project(root)
    project.annotator = "ling"
    assert {span.text for span in project.document("first").spans} == {mine, TIME.text}


@pytest.mark.slow
async def test_one_s_own_saves_are_nothing_new(running: Open, root: Path, shared: PostgresBackend) -> None:
    async with running(root, size=(130, 30)) as r:
        await listens(r, shared)
        await r.press("o")
        await r.press("u")
        assert tagged(r) == set()  # it would be the first thing that can be undone otherwise


@pytest.mark.slow
async def test_a_goes_where_the_queue_says(running: Open, root: Path, shared: PostgresBackend) -> None:
    (root / "seeds" / "third.txt").write_text("北桥工会开会。\n", encoding="utf-8")
    theirs = Project(root)
    theirs.annotator = "wang"
    assert draw(theirs) == "first"
    async with running(root, size=(130, 30)) as r:
        await r.press("a")
        assert r.reader.scene.text.startswith("望津市总工会")  # wang has the first
        heads = {
            row.split()[0]: row.split()[1] for row in sidebar(r) if row.split()[0] in ("first", "second")
        }
        assert heads == {"first": "wang", "second": "mine"}
        await r.press("f a")
        assert r.reader.scene.text.startswith("北桥工会")
        await r.press("f a")
        assert r.reader.scene.text.startswith("北桥工会")  # nothing is left for ling
    states = {(each.page, each.annotator, each.state) for each in shared.queue.work()}
    assert states == {("first", "wang", "todo"), ("second", "ling", "done"), ("third", "ling", "done")}


@pytest.mark.slow
async def test_a_server_that_is_away_is_said_and_what_was_missed_shows_when_it_is_back(
    running: Open, root: Path, server: Server, shared: PostgresBackend, tmp_path: Path
) -> None:
    put_on_server(root, server.url(), tmp_path.name)
    async with running(root, size=(130, 30)) as r:
        await listens(r, shared)
        server.kill()
        try:
            await r.press("a")
            assert "cannot be reached" in r.screen()
        finally:
            server.start()
        work(root, "ling", "first", [ORG], state="doing")
        await shows(r, lambda: ORG.text in tagged(r))
        await r.rest()
