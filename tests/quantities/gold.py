"""The format of the gold files: a text, then its quantities, one a line."""

from collections.abc import Iterator
from pathlib import Path

from tui.quantities import Quantity

HERE = Path(__file__).parent


def row(quantity: Quantity) -> str:
    """Write a quantity as the gold files do: what is the default is left out."""
    value = quantity.value + (f"..{quantity.value_max}" if quantity.value_max else "")
    said = (quantity.comparator, quantity.direction, quantity.kind)
    marks = " ".join(word for word in said if word not in ("exact", "none", "level"))
    return " | ".join((quantity.surface, value, quantity.unit, marks)[: 4 if marks else 3])


def rows(given: list[str]) -> list[str]:
    """Return rows with their blanks made even."""
    return [" | ".join(cell.strip() for cell in line.split("|")) for line in given]


def lines(pattern: str) -> Iterator[str]:
    """Yield the lines of all files that a pattern names."""
    for path in sorted(HERE.glob(pattern)):
        yield from path.read_text(encoding="utf-8").splitlines()


def sentences(pattern: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence of the gold files with the rows below it."""
    text, below = "", list[str]()
    for line in lines(pattern):
        if line.startswith("    "):
            below.append(line.strip())
        elif line and not line.startswith("#"):
            if text:
                yield text, rows(below)
            text, below = line, []
    yield text, rows(below)


def pages(name: str) -> dict[str, list[str]]:
    """Return the rows of each page of a gold file."""
    found: dict[str, list[str]] = {}
    for line in lines(name):
        if line.startswith("= "):
            found[line[2:]] = []
        elif line and not line.startswith("#"):
            found[list(found)[-1]].append(line)
    return {page: rows(lines) for page, lines in found.items()}
