"""Trains the model of lines: `python -m tests.text.train_line_model`; sheets that are named are left out.

It learns from every sheet in several typographies, with what the rules made of each line when the sheet was
new (`first_sight.txt`): rules that were corrected on a sheet are right there more often than on any page of a
reader.
"""

import sys
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import pycrfsuite

from tests.conftest import ROOT
from tests.text.score import TYPOGRAPHIES
from tests.text.sheets import SHEETS, Gold, found_blocks, read_sheet, starts_of
from tests.text.showing import page_of, read_page
from tui.model import ROLES, Role
from tui.text.divide import by_rules
from tui.text.line_features import Row, features
from tui.text.line_model import MODEL, Label
from tui.text.page_lines import Line, lines_of, row_of
from tui.text.units import Unit

PAGES, SEEDS = ROOT / "tests" / "pages", ROOT / "seeds"
FIRST_SIGHT = Path(__file__).with_name("first_sight.txt")
LETTERS: dict[str, Role | None] = dict(zip("ktslbhpcr", ROLES, strict=True)) | {"f": None}
"""How a role is written in that file; a capital where an article begins."""
LABEL: dict[str, Label] = {"heading": "heading", "caption": "caption", "credit": "caption"}
LONG = 40
"""Characters of a line that is surely a paragraph."""
PARAMETERS = {"c1": 0.5, "c2": 0.1, "max_iterations": 100, "feature.minfreq": 3}


class Known(NamedTuple):
    """The lines of a sheet in a typography, and what each is."""

    sheet: str
    typography: str
    rows: list[Row]
    labels: list[Label]


def known() -> Iterator[Known]:
    """Yield every sheet in each recorded typography: as the rules read it then, and as they do today."""
    paths = {path.stem: path for path in SHEETS}
    for line in FIRST_SIGHT.read_text("utf-8").splitlines():
        name, letters, typography = line.split(" ", 2)
        sheet = read_sheet(paths[name], **TYPOGRAPHIES[typography])
        ruled = by_rules(page_of(sheet.text))
        lines = lines_of(ruled.units, ruled.division)
        labeller = _Labeller(sheet.gold)
        labels = [labeller.label(line.units) for line in lines]
        today = [line.row() for line in lines]
        letter = _by_offset(sheet.text, letters)
        then = [_as_ruled(line, letter[line.units[0].segments[0][0]]) for line in lines]
        yield Known(name, typography, then, labels)
        yield Known(name, typography, today, labels)


def _as_ruled(line: Line, letter: str) -> Row:
    return row_of(line.units, LETTERS[letter.lower()], letter.isupper())


def _by_offset(text: str, letters: str) -> list[str]:
    """Return the letter of each code point: that of its line."""
    found: list[str] = []
    left = iter(letters)
    for line in text.splitlines(keepends=True):
        found += (next(left) if line.strip() else "f") * len(line)
    return found


class _Labeller:
    """Says what a line is by the gold."""

    def __init__(self, gold: Gold) -> None:
        self._starts = starts_of(gold)
        self._at = {at: (article, role) for article, role, points in gold.blocks for at in points}
        self._told: dict[int | None, int] = {}
        for article, role, points in gold.blocks:
            if role == "paragraph" and points:
                self._told.setdefault(article, points[0])

    def label(self, line: Sequence[Unit]) -> Label:
        """Return what a line is: by the role that most of its characters have."""
        points = [
            at for unit in line for start, end in unit.segments for at in range(start, end) if at in self._at
        ]
        if not points:
            return "furniture"
        article, first = self._at[points[0]]
        role = Counter(self._at[at][1] for at in points).most_common(1)[0][0]
        if any(at in self._starts for at in points):
            return "headline" if first in ("kicker", "title", "subtitle") else "opening"
        if role in ("title", "subtitle", "kicker"):
            return "title"
        if role == "byline":
            return "signature" if self._told.get(article, points[0]) < points[0] else "byline"
        return "furniture" if role == "furniture" else LABEL.get(role, "text")


def train(pages: Sequence[Known], path: Path) -> None:
    """Write a model that is trained on these pages."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for page in pages:
        trainer.append(features(page.rows), page.labels)
    trainer.train(str(path))


def divided_rightly() -> Iterator[Known]:
    """Yield the pages of the tests, which the rules alone divide rightly: the tests hold them to it."""
    for path in [*PAGES.glob("*.txt"), *SEEDS.glob("*.txt")]:
        page = read_page(path)
        ruled = by_rules(page)
        lines = lines_of(ruled.units, ruled.division)
        labeller = _Labeller(found_blocks(page.text, ruled.division))
        rows, labels = [line.row() for line in lines], [labeller.label(line.units) for line in lines]
        yield Known(path.stem, "", rows, labels)


class _Variation:
    """Varies pages: sheets are short, and papers have longer articles, and conventions that no sheet has."""

    def __init__(self, pages: Sequence[Known]) -> None:
        self._texts: dict[str, list[str]] = {}
        for page in pages:
            for row, label in zip(page.rows, page.labels, strict=True):
                if label != "text" or _is_plain(row, label):
                    self._texts.setdefault(label, []).append(row.text)
                    self._texts.setdefault(row.ruled, []).append(row.text)
        self._told = [text for text in self._texts["text"] if text[-1] == "。"]

    def of(self, page: Known) -> Known:
        """Return a page with more and longer paragraphs, and perhaps other lines above its text."""
        chance = Random(f"{page.sheet} {page.typography}")
        kickers, headings, marks = (chance.random() < share for share in (0.15, 0.3, 0.1))
        rows: list[Row] = []
        labels: list[Label] = []

        def add(row: Row, label: Label) -> None:
            rows.append(row)
            labels.append(label)

        for row, label in zip(page.rows, page.labels, strict=True):
            if label == "headline" and marks:
                row = row._replace(level=2)
            if label == "heading" and headings:
                add(row._replace(text=chance.choice(self._texts["heading"])), label)
            if label == "headline" and kickers and row.ruled == "tit!":
                add(row._replace(text=chance.choice(self._texts["kic!"]), ruled="kic!"), label)
                row, label = row._replace(ruled="tit"), "title"
            plain = _is_plain(row, label)
            if plain and chance.random() < 0.7:
                row = row._replace(text=row.text + self._more(chance, 0, 3))
            add(row, label)
            if plain and chance.random() < 0.5:
                for _ in range(chance.randrange(1, 6)):
                    add(row._replace(text=self._more(chance, 1, 3)), label)
        return Known(page.sheet, page.typography, rows, labels)

    def _more(self, chance: Random, least: int, most: int) -> str:
        return "".join(chance.choices(self._told, k=chance.randint(least, most)))


def _is_plain(row: Row, label: Label) -> bool:
    return label == "text" and row.ruled == "par" and len(row.text) > LONG


def main(without: Container[str] = ()) -> None:
    """Train on all sheets but those named in the command."""
    pages = [page for page in known() if page.sheet not in without]
    pages += divided_rightly()
    variation = _Variation(pages)
    train([*pages, *map(variation.of, pages)], MODEL)


if __name__ == "__main__":
    main(frozenset(sys.argv[1:]))
