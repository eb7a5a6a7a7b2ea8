"""Scenarios in `scenarios/`: what the screen shows and what is on disk, key by key.

    The key of a label tags the word under the cursor.
    > down o
     9|    新发展会员8447人
      |    ------^___
    at: 会员
    + p ORG 新发展

A sentence and keys, `@` before a text to put the cursor on. Then, of the screen, the rows that changed and
what is marked in them (`screen_pictures.marked`); the word under the cursor or what is selected, and its
place; the records that came to the disk or went from it.
First in a file stand its title and what the app is opened with: a ``project`` of `scenario_projects`, its
``settings``, the ``text`` of the page p, the annotators that it ``adjudicates``. Between keys, ``!name:text``
is what happens to files or to the terminal; ``!reopen`` closes the app and opens it anew.

``PIYUE_SNAPSHOTS=keep`` writes what is seen now into the files: read it before it is kept.
"""

import json
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.app import screen_pictures
from tests.app.conftest import Running, shown
from tests.app.scenario_projects import DISK, HAPPENS, ON_DISK, PROJECTS
from tests.app.test_modes import SECOND
from tests.shares import is_whole
from tui.app.runtime.app import PiyueApp
from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.screen import WorkScreen
from tui.app.workspace.adjudication import AdjudicationSources
from tui.app.workspace.tour import Tour
from tui.app.workspace.transcript import Transcript
from tui.store.project import Project
from tui.texts import Language

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.txt"))
SAID = frozenset(("segments", "text", "label", "article", "state", "page"))
"""Fields of a record on disk that are said otherwise."""
VARYING = frozenset(("id", "created", "updated", "anchor", "seconds", "start", "sha256", "tool", "version"))
"""Fields that are of no interest here, or differ from run to run."""


class Step(NamedTuple):
    """A sentence, the keys, and the lines that are seen then."""

    sentence: str
    keys: str
    lines: tuple[str, ...] = ()


class Scenario(NamedTuple):
    """A title, what the app is opened with, and steps."""

    title: str
    options: dict[str, str]
    steps: tuple[Step, ...]

    @property
    def size(self) -> tuple[int, int]:
        width, height = map(int, self.options.get("size", "120x34").split("x"))
        return width, height


def read(file: Path) -> Scenario:
    """Read a scenario."""
    title, *blocks = file.read_text("utf-8").split("\n\n")
    name, *options = title.splitlines()
    steps = [_step(block.splitlines()) for block in blocks if block.strip()]
    return Scenario(name, dict(option.split(": ", 1) for option in options), tuple(steps))


def _step(lines: list[str]) -> Step:
    keys = next(number for number, line in enumerate(lines) if line.startswith(">"))
    return Step("\n".join(lines[:keys]), lines[keys][1:].strip(), tuple(lines[keys + 1 :]))


def written(scenario: Scenario) -> str:
    """Return the file of a scenario."""
    options = [f"{name}: {value}" for name, value in scenario.options.items()]
    blocks = ["\n".join([scenario.title, *options])]
    blocks += ["\n".join([step.sentence, f"> {step.keys}", *step.lines]) for step in scenario.steps]
    return "\n\n".join(blocks) + "\n"


async def played(folder: Path, scenario: Scenario, disk: pytest.MonkeyPatch) -> Scenario:
    """Press the keys of a scenario; return it with what is seen.

    Args:
        disk: patched where the disk refuses.
    """
    steps: list[Step] = []
    shown: list[str] = []
    stored: list[str] = []
    async with AsyncExitStack() as stack:
        r = await stack.enter_async_context(_opened(folder, scenario))
        for step in scenario.steps:
            for key in step.keys.split():
                if key == "!reopen":
                    await r.app.ending.quit()
                    await stack.aclose()
                    r = await stack.enter_async_context(_opened(folder, scenario))
                else:
                    await _do(r, key, disk)
            await r.rest()
            before, shown = shown, list(_shown(r))
            on_disk, stored = stored, list(_stored(r))
            lines = _folded([now for now, then in zip_longest(shown, before) if now not in (None, then)])
            lines += [f"- {record}" for record in on_disk if record not in stored]
            lines += [f"+ {record}" for record in stored if record not in on_disk]
            steps.append(step._replace(lines=tuple(lines)))
    return scenario._replace(steps=tuple(steps))


@asynccontextmanager
async def _opened(folder: Path, scenario: Scenario) -> AsyncIterator[Running]:
    """Open the app as a scenario says."""
    options = scenario.options
    project, sources = Project.find(folder), None
    if "adjudicates" in options:
        project.annotator = "gold"
        sources = AdjudicationSources(project, options["adjudicates"].split())
    language: Language = "zh" if options.get("language") == "zh" else "en"
    app = PiyueApp(project, language, options.get("article"), sources, propose="propose" in options)
    app.workspace.tour = Tour() if "tour" in options else None
    app.workspace.transcript = Transcript() if "transcript" in options else None
    # CI looks after each key, other runs after the keys of a step: what is seen then is the same.
    async with shown(app, folder, scenario.size, each_key=is_whole()) as run:
        yield run


async def _do(r: Running, key: str, disk: pytest.MonkeyPatch) -> None:
    """Press a key, put the cursor on a text, or have something happen."""
    if key.startswith("@"):
        await _put(r, key[1:])
    elif key.startswith("!"):
        name, _, said = key[1:].partition(":")
        if name in DISK:
            DISK[name](disk)
        elif name in ON_DISK:
            ON_DISK[name](r.folder, said)
        else:
            await HAPPENS[name](r, said)
    else:
        await r.press(key)


def _folded(rows: list[str]) -> list[str]:
    """Return rows with one line for several blank ones that follow each other."""
    runs = [(blank, list(run)) for blank, run in groupby(rows, key=lambda row: row.endswith("|"))]
    return [
        row for blank, run in runs for row in ([f"{run[0][:2]}-{run[-1]}"] if blank and len(run) > 1 else run)
    ]


async def _put(r: Running, text: str) -> None:
    """Put the cursor on a text: the next one, else the first."""
    whole, at = r.reader.scene.text, r.reader.caret.at
    found = whole.find(text, at)
    r.reader.put(Caret(found if found >= 0 else whole.index(text)))
    r.app.controller.moved()
    await r.rest()


def _shown(r: Running) -> Iterator[str]:
    for number, row in enumerate(screen_pictures.taken(r.app)):
        text, marks = "".join(part for part, _ in row).rstrip(), screen_pictures.marked(row)
        yield f"{number:2}|{text}" + (f"\n  |{marks}" if marks else "")
    if isinstance(r.app.screen, WorkScreen) and r.reader.scene.text:
        start, end = r.reader.target
        mark = "selected" if r.reader.caret.selection else "at"
        yield f"{mark}: {r.reader.scene.text[start:end]!r} {r.reader.caret.at}"


def _stored(r: Running) -> Iterator[str]:
    for page in sorted(path.stem for path in (r.folder / "seeds").glob("*.txt")):
        yield from (f"{page} {record}" for record in _records(r.disk(page, r.app.project.annotator)))
    for file in sorted((r.folder / "annotations" / "_project").glob("*.json")):
        for kind, rows in json.loads(file.read_text("utf-8")).items():
            yield from (f"{file.stem} {kind}: {row.get('text', '')}{_fields(row)}" for row in rows.values())
    for file in sorted(path for path in r.folder.glob("*.t*") if path.is_file()):
        yield from (f"{file.name}: {line}" for line in file.read_text("utf-8").splitlines() if line)


def _records(disk: dict[str, Any]) -> Iterator[str]:
    spans = {span["id"]: span for span in disk["spans"].values()}
    for span in sorted(spans.values(), key=lambda span: (span["segments"], span["label"])):
        yield f"{span['label']} {'…'.join(_parts(span))}{_fields(span)}"
    ends = [
        (spans[row["from"]]["text"], row["label"], spans[row["to"]]["text"])
        for row in disk.get("relations", {}).values()
    ]
    yield from (f"{head} -{label}-> {tail}" for head, label, tail in sorted(ends))
    for article in disk["articles"].values():
        if "state" in article or "note" in article:
            yield f"{article['article']} {article.get('state', '-')}{_fields(article)}"


def _parts(span: dict[str, Any]) -> Iterator[str]:
    at = 0
    for start, end in span["segments"]:
        yield span["text"][at : at + end - start]
        at += end - start


def _fields(record: dict[str, Any]) -> str:
    fields = {
        name: value
        for name, value in record.items()
        if value not in (None, "") and name not in SAID | VARYING
    }
    return f" {json.dumps(fields, ensure_ascii=False, sort_keys=True)}" if fields else ""


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_the_screen_and_the_disk_show_what_a_scenario_says(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)  # what is typed can be relative: no picture shows where the project is
    scenario = read(file)
    (folder / "seeds" / "q.txt").write_text(SECOND, encoding="utf-8")
    if "project" in scenario.options:
        PROJECTS[scenario.options["project"]](folder)
    if "text" in scenario.options:
        (folder / "seeds" / "p.txt").write_text(scenario.options["text"].replace("\\n", "\n"), "utf-8")
    if "settings" in scenario.options:
        (folder / "piyue.toml").write_text(scenario.options["settings"].replace("\\n", "\n"), "utf-8")
    with pytest.MonkeyPatch.context() as disk:
        seen = await played(folder, scenario, disk)
    if os.environ.get("PIYUE_SNAPSHOTS") == "keep":
        file.write_text(written(seen), encoding="utf-8")
    assert written(seen) == written(scenario)
