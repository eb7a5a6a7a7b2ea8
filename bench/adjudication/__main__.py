"""`python -m bench.adjudication`: the keys with which a lead settles generated disagreements.

The lead knows the truth. Every key counts: those that decide, and those that go to the next article. The
result on disk is held against the truth.
"""

import asyncio
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from bench.adjudication.generated import KINDS, NAMES, Generated, Kind, Tag, generate, result_of
from tui.app.runtime.app import PiyueApp
from tui.app.work_screen.modes.adjudicating import Adjudicating
from tui.app.workspace.adjudication import AdjudicationSources
from tui.measure.adjudication.differences import Difference
from tui.model import Span
from tui.store.project import Project

RATES = (0.1, 0.3, 0.6)
MOST = 2.0
"""Keys that a difference may cost."""


class Measured(NamedTuple):
    """One project settled: its differences, the keys, and whether the result is the truth."""

    kind: Kind
    rate: float
    differences: int
    keys: int
    is_true: bool


async def settle(made: Generated, kind: Kind, rate: float) -> Measured:
    """Settle all differences of a project by keys."""
    project = Project(made.root)
    project.annotator = "gold"
    app = PiyueApp(project, "en", None, AdjudicationSources(project, NAMES))
    keys = 0
    async with app.run_test(size=(120, 40)) as pilot:
        await _rest(app, pilot)
        while (key := _key(app, made)) is not None:
            await pilot.press(key)
            await _rest(app, pilot)
            keys += 1
        app.saver.close()
        await app.words.stop()
    is_true = all(result_of(made, page) == tags for page, tags in made.truth.items())
    return Measured(kind, rate, made.differences, keys, is_true)


def _key(app: PiyueApp, made: Generated) -> str | None:
    """Return the key that a lead presses who knows the truth; None: all is settled."""
    controller, shown = app.controller, app.workspace.shown
    mode, sources = controller.mode, app.workspace.sources
    assert shown is not None
    assert sources is not None
    if not isinstance(mode, Adjudicating) or mode.at is None:
        following = sources.next_article(app.workspace.documents, shown.opened.article.id)
        return None if following is None else "a"
    found = sources.of(shown.opened.article)
    assert found is not None
    return _choice(found.differences[mode.at], made.truth[shown.opened.article.page])


def _choice(difference: Difference, truth: frozenset[Tag]) -> str:
    right = [number for number, version in enumerate(difference.versions, 1) if _tag(version) in truth]
    return str(right[0]) if right else "x"


def _tag(version: object) -> Tag | None:
    return (version.start, version.end, version.label) if isinstance(version, Span) else None


async def _rest(app: PiyueApp, pilot: Pilot[int]) -> None:
    while any(not worker.is_finished for worker in app.workers):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause()
    app.saver.flush()
    await pilot.pause()


def measure(rates: Sequence[float] = RATES) -> list[Measured]:
    """Measure all kinds at all rates."""
    found = []
    for kind in KINDS:
        for rate in rates:
            with TemporaryDirectory() as folder:
                made = generate(Path(folder) / "project", kind, rate)
                found.append(asyncio.run(settle(made, kind, rate)))
    return found


def main() -> int:
    """Print the figures; 1 where a difference costs more than it may, or a result is not the truth."""
    print(f"{'kind':<10}{'rate':>6}{'differences':>13}{'keys':>6}{'keys each':>11}  result")
    good = True
    for row in measure():
        each = row.keys / row.differences if row.differences else 0.0
        good &= each <= MOST and row.is_true
        said = "the truth" if row.is_true else "NOT the truth"
        print(f"{row.kind:<10}{row.rate:>6}{row.differences:>13}{row.keys:>6}{each:>11.2f}  {said}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
