"""What piyue stands on is what it says it stands on."""

import ast
import re
import sys
import tomllib

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
MODULES = {"python-crfsuite": "pycrfsuite", "markdown-it-py": "markdown_it"}
"""Packages that are imported by another name."""
FOR_DEVELOPMENT = ("dev", "interop")


def name_of(requirement: str) -> str:
    return re.split(r"[<>=\[; ]", requirement)[0]


def tables() -> list[dict[str, list[str]]]:
    """The tables of the list: each row's names, and the rest of the row."""
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    found = []
    for part in text.split("|---|---|---|\n")[1:]:
        rows = [line.strip("|").split("|") for line in part.split("\n\n")[0].splitlines()]
        found.append(
            {
                name.strip(): [cell.strip() for cell in cells]
                for names, *cells in rows
                for name in names.split(",")
            }
        )
    return found


def test_the_list_names_every_dependency_and_why() -> None:
    base, _ = tables()
    assert set(base) == {name_of(each) for each in PROJECT["dependencies"]}
    assert all(map(all, base.values()))


def test_the_list_names_every_extra() -> None:
    _, extras = tables()
    wanted = {
        name_of(each): extra
        for extra, each_of in EXTRAS.items()
        if extra not in FOR_DEVELOPMENT
        for each in each_of
    }
    assert {name: cells[0] for name, cells in extras.items()} == wanted


@pytest.mark.slow
def test_what_is_imported_is_in_the_list_and_what_always_comes_is_imported() -> None:
    used = set()
    for path in (ROOT / "tui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                used.add(node.module.split(".")[0])
    # Of what pydantic brings along, and of what only type checkers see.
    ours = used - sys.stdlib_module_names - {"tui", "_typeshed", "pydantic_core"}
    base, extras = ({MODULES.get(name, name.replace("-", "_")) for name in table} for table in tables())
    assert base <= ours <= base | extras  # of the extras, some are imported by name


def test_every_version_is_pinned_with_its_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)==\S+ \\\n    --hash=(sha256):", lock, re.MULTILINE))
    assert {name_of(each) for each in PROJECT["dependencies"]} <= pinned.keys()
    assert len(pinned) == len(re.findall(r"^[a-z]", lock, re.MULTILINE))
