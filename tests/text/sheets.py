"""Sheets: pages whose division is known because they are set from it.

A sheet's first line says how the page is set: `% blank=1 indent=　　 width=20` (blank lines between blocks,
what stands before a paragraph, characters in a line; 0: not wrapped). Each other line is a block in the order
of the page:

    = news                 an article begins, of this kind
    ## title: text         a block with its role; mark-up before it is set, and belongs to nothing
    - text                 a line that belongs to no article
    & text                 goes on with the newest paragraph, behind what was set into it
    .                      one blank line more

`\\` at a line's end: the next block follows on the same line. `¦` in a text: the line breaks there as between
blocks; `¬` before it is a hyphen that breaks a word. `verse` is a paragraph right below the one before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT
from tui.model import Division

SHEETS = sorted((ROOT / "tests" / "sheets").glob("*.txt"))
LINE = re.compile(r"(?:([#*]+) ?)?(\w+): (.*)")


@dataclass
class Gold:
    """What stands where: code points that are not blank, by block.

    Attributes:
        articles: their kinds.
        blocks: of each, the number of its article (None: none), its role, and its code points.
    """

    articles: list[str] = field(default_factory=list)
    blocks: list[tuple[int | None, str, tuple[int, ...]]] = field(default_factory=list)


@dataclass
class Sheet:
    """A page as it is set, and its division."""

    blank: int = 1
    indent: str = ""
    width: int = 0
    text: str = ""
    gold: Gold = field(default_factory=Gold)
    _more: int = 0
    _on: bool = False
    _column: int = 0

    def put(self, line: str) -> None:
        """Set one line of the sheet."""
        if line == ".":
            self._more += 1
        elif line.startswith("= "):
            self.gold.articles.append(line[2:])
        elif line.startswith("- "):
            self._set(None, "furniture", "", line[2:])
        elif line.startswith("& "):
            self._go_on(line[2:])
        elif found := LINE.fullmatch(line):
            self._set(len(self.gold.articles) - 1, found[2], found[1] or "", found[3])
        else:
            raise ValueError(line)

    def _set(self, article: int | None, role: str, marks: str, text: str) -> None:
        self._break(0 if role == "verse" and self._below_verse else self.blank)
        closing = marks if marks.startswith("*") else ""
        if marks and not closing:
            marks += " "
        body = role == "paragraph" or (role == "byline" and text.endswith("\\"))
        if body and not self._column:
            self._add(self.indent)
        self._add(marks)
        self._below_verse = role == "verse"
        points = self._pieces(text.removesuffix("\\") + closing, article is not None, body)
        points = [at for at in points if self.text[at] not in "*" or not closing]
        self.gold.blocks.append((article, "paragraph" if role == "verse" else role, tuple(points)))
        self._on = text.endswith("\\")

    _below_verse: bool = False

    def _go_on(self, text: str) -> None:
        self._break(self.blank)
        at = max(n for n, block in enumerate(self.gold.blocks) if block[1] == "paragraph")
        article, role, points = self.gold.blocks[at]
        more = self._pieces(text.removesuffix("\\"), True, True)
        self.gold.blocks[at] = article, role, (*points, *more)
        self._on = text.endswith("\\")

    def _pieces(self, text: str, cut: bool, wrap: bool) -> list[int]:
        """Set a text, broken where it says so and where the column ends; return its code points."""
        points: list[int] = []
        for number, piece in enumerate(re.split("¦", text) if cut else [text]):
            if number:
                self._break(self.blank)
            for character in piece:
                if wrap and self.width and self._column >= self.width:
                    self._break(0)
                if character == "¬":
                    self._add("-")
                    continue
                if not character.isspace():
                    points.append(len(self.text))
                self._add(character)
        return points

    def _break(self, blank: int) -> None:
        if self.text and not self._on:
            self.text += "\n" * (1 + blank + self._more)
            self._column = 0
        self._on, self._more = False, 0

    def _add(self, text: str) -> None:
        self.text += text
        self._column += len(text)


def read_sheet(path: Path, **setting: str) -> Sheet:
    """Return the sheet in a file, set as it says, or otherwise as told."""
    first, *lines = path.read_text("utf-8").splitlines()
    options = dict(part.split("=", 1) for part in first.removeprefix("% ").split(" ") if part)
    options |= setting
    sheet = Sheet(int(options.get("blank", 1)), options.get("indent", ""), int(options.get("width", 0)))
    for line in lines:
        sheet.put(line)
    sheet.text += "\n"
    return sheet


def found_blocks(text: str, division: Division) -> Gold:
    """Return what the splitter found, as gold is written."""
    return Gold([article.kind for article in division.articles], list(_blocks(text, division)))


def starts_of(gold: Gold) -> set[int]:
    """Return where articles begin: the first code point of each."""
    found: dict[int, int] = {}
    for article, _, points in gold.blocks:
        if article is not None and points:
            found[article] = min(found.get(article, points[0]), points[0])
    return set(found.values())


def _blocks(text: str, division: Division) -> Iterator[tuple[int | None, str, tuple[int, ...]]]:
    for number, article in enumerate(division.articles):
        for block in article.blocks:
            yield number, block.role, _points(text, block.segments)
    for segment in division.furniture:
        yield None, "furniture", _points(text, (segment,))


def _points(text: str, segments: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    return tuple(at for start, end in segments for at in range(start, end) if not text[at].isspace())
