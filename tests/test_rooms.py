"""Imports go one way, and every text has its row in both languages and is used."""

import ast
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui import errors as exceptions
from tui.texts import CATALOGUE

PACKAGE = ROOT / "tui"
ROOMS = (
    "texts",
    "errors",
    "model",
    "text",
    "quantities",
    "edit",
    "search",
    "suggest",
    "measure",
    "formats",
    "store",
    "operations",
    "app",
    "cli",
    "serve",
    "__main__",
)
"""Lowest first: a room imports only those before it."""

OWNERS = {
    "jieba": "text/segment",
    "tinydb": "store/",
    "psycopg": "store/postgres/",
    "textual": "app/",
    "aiohttp": "serve/",
    "textual_serve": "serve/",
    "spacy": "formats/docbin",
}
"""The only places that may import a heavy library: a path in the package begins so."""

FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(name: str) -> str:
    return name.split("/")[0].removesuffix(".py")


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a file: several tests go through them."""
    return tuple(ast.walk(tree_of(path)))


def imports(path: Path) -> Iterator[str]:
    """Every module that is imported anywhere in a file, inside of functions and for types too."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_is_in_the_list() -> None:
    found = {room_of(name_of(path)) for path in FILES} - {"__init__"}
    assert found <= set(ROOMS)


def rooms_used(path: Path) -> set[str]:
    named = (name.split(".") for name in imports(path))
    return {parts[1] for parts in named if parts[0] == "tui" and parts[1:]} - {"__version__"}


def rooms_below(path: Path) -> set[str]:
    """A file's own room, too."""
    room = room_of(name_of(path))
    return set(ROOMS[: ROOMS.index(room) + 1]) if room in ROOMS else set()


def test_a_room_imports_only_rooms_below_it() -> None:
    assert {name_of(path): above for path in FILES if (above := rooms_used(path) - rooms_below(path))} == {}


def test_heavy_libraries_stay_in_their_rooms() -> None:
    used = [
        (name_of(path), library) for path in FILES for library in {n.split(".")[0] for n in imports(path)}
    ]
    assert [(name, library) for name, library in used if not name.startswith(OWNERS.get(library, ""))] == []


def modules_after(code: str, *, cwd: Path) -> set[str]:
    """The modules that a fresh interpreter holds after `code`."""
    script = f"{code}\nimport sys\nprint('\\n' + ' '.join(sys.modules))"
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=cwd, env=environ, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.slow
def test_nothing_below_the_app_loads_the_screen(tmp_path: Path) -> None:
    above = ("app", "cli", "serve", "__init__")
    below = (name_of(path) for path in FILES if room_of(name_of(path)) not in above)
    names = ["tui." + name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in below]
    loaded = modules_after("import " + ", ".join(names), cwd=tmp_path)
    assert loaded.isdisjoint({"textual", "jieba"})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["pages", "--json"], "tui.quantities"),
        (["articles", "--json"], "tui.quantities"),
        (["stats"], "tui.quantities"),
        (["stats", "--json"], ""),
        (["check"], ""),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], more: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("工会动态\n三月新建工会组织36家。\n", encoding="utf-8")
    loaded = modules_after(f"from tui.cli import main\nassert main({arguments!r}) == 0", cwd=tmp_path)
    assert loaded.isdisjoint({"textual", "jieba", "tinydb", "tui.formats.common.native_schema", more})


def literals(path: Path) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every string in a file: as it stands, and as a pattern in which a field may be anything."""
    for node in nodes_of(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, re.compile(re.escape(node.value))
        elif isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in node.values]
            yield "", re.compile("".join(parts))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left = node.left
            if isinstance(left, ast.Constant) and isinstance(left.value, str) and left.value.endswith("."):
                yield "", re.compile(re.escape(left.value) + ".+")


def users() -> list[tuple[str, re.Pattern[str]]]:
    """The strings of all files but the catalogue's own."""
    paths = (path for path in FILES if room_of(name_of(path)) != "texts")
    return [found for path in paths for found in literals(path)]


def test_every_text_is_there_in_both_languages_with_the_same_fields() -> None:
    for key, row in CATALOGUE.items():
        english, chinese = ({f for _, f, _, _ in string.Formatter().parse(t) if f is not None} for t in row)
        assert english == chinese, key
        assert all(row), key


def test_no_text_stands_in_two_tables() -> None:
    assert sum(map(len, CATALOGUE.tables)) == len(CATALOGUE)


@pytest.mark.slow
def test_every_text_is_used() -> None:
    named = users()
    plain = {literal for literal, _ in named}
    # Only those that begin with a word and a full stop: others would match everything.
    patterns = [pattern for _, pattern in named if re.match(r"[a-z]+\\\..*\.\+", pattern.pattern)]
    unused = {key for key in CATALOGUE if key not in plain and not any(p.fullmatch(key) for p in patterns)}
    assert unused == set()


def asked(path: Path) -> Iterator[str]:
    """The first argument of every call of `say` and of an error's class, where it is a plain string."""
    for node in nodes_of(path):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if (name in ("say", "tell") or name in vars(exceptions)) and isinstance(first, ast.Constant):
            yield str(first.value)


def test_every_key_that_is_asked_for_is_in_the_catalogue() -> None:
    ours = {(name_of(path), key) for path in FILES for key in asked(path) if "." in key}
    assert [(name, key) for name, key in sorted(ours) if key not in CATALOGUE] == []
