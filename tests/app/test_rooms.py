"""Inside the app, too, imports go one way, and none of them goes round."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.test_rooms import nodes_of

APP = ROOT / "tui" / "app"
ROOMS = ("keys", "workspace", "widgets", "text_view", "dialogs", "work_screen", "runtime")
"""Lowest first: a room imports only those before it. `tui.app` itself opens the app."""

FILES = sorted(path for path in APP.rglob("*.py") if path.parent != APP)

HELD_BACK = 18
"""Imports inside of functions: what must not be loaded before the first screen. There are to be fewer."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path) for path in FILES}


@cache
def imported(path: Path) -> set[str]:
    """The modules of the app that a file imports, for types and inside of functions too."""
    found: set[str] = set()
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            inner = {name for name in names & MODULES if name != node.module}
            found |= inner if len(inner) == len(node.names) else names & MODULES
    return found


def rooms_above(path: Path) -> set[str]:
    above = ROOMS[ROOMS.index(name_of(path).split(".")[2]) + 1 :]
    return {name.split(".")[2] for name in imported(path)} & {*above}


def test_a_room_of_the_app_imports_only_rooms_below_it() -> None:
    assert {name_of(path): above for path in FILES if (above := rooms_above(path))} == {}


def test_no_import_goes_round() -> None:
    graph = {name_of(path): imported(path) for path in FILES}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way, name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_few_imports_stand_inside_of_functions() -> None:
    inside = [
        node
        for path in FILES
        for function in nodes_of(path)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert len(inside) <= HELD_BACK


BEHIND = (
    *("tui.text.divide", "tui.text.borders", "tui.text.correct", "tui.edit.repair", "tui.operations.export"),
    *("tui.formats", "tui.suggest", "tui.quantities", "tui.measure.ledger", "tui.store.files.annotations"),
    *("tui.app.workspace.editing", "tui.app.work_screen.aids", "tui.app.runtime.team", "tui.operations"),
    *("tui.measure", "tui.search", "tui.text.readings"),
    *("tui.texts.errors", "tui.texts.reports", "tui.store.scratch", "tui.cli.streams"),
    *("jieba", "tinydb", "pydantic", "sqlite3", "zipfile", "calendar", "_hashlib"),
)
"""What the first screen does not need; it is loaded when something asks for it."""


def test_the_first_screen_waits_for_nothing_that_it_does_not_need() -> None:
    code = "import sys, tui.cli.context, tui.app.runtime.app; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = {
        ".".join(parts[:n]) for m in run.stdout.split() for parts in [m.split(".")] for n in (1, 2, 3, 4)
    }
    assert loaded.isdisjoint(BEHIND)
