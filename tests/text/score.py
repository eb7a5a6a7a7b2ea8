"""How much of what was set the splitter finds: `python -m tests.text.score`; `--missed`: what it misses.

Every sheet is set as it says and in other typographies, and divided. Three shares are told:

- borders: of the first characters of articles, set and found, those that are both (F1);
- roles: of the characters that are not blank, those in a block of the right role, furniture included;
- joins: of the line breaks between two lines of paragraphs, those rightly undone or rightly kept.
"""

import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.text.sheets import SHEETS, Gold, Sheet, found_blocks, read_sheet, starts_of
from tests.text.showing import page_of
from tui.model import Division, Page
from tui.text.divide import divide

INDENT = "　　"
TYPOGRAPHIES: dict[str, dict[str, str]] = {
    "as the sheet says": {},
    "a blank line between blocks": {"blank": "1", "indent": ""},
    "two blank lines": {"blank": "2", "indent": ""},
    "a line a paragraph, indented": {"blank": "0", "indent": INDENT},
    "a line a paragraph": {"blank": "0", "indent": ""},
    "wrapped at 20, indented": {"blank": "0", "indent": INDENT, "width": "20"},
    "wrapped at 14, indented": {"blank": "0", "indent": INDENT, "width": "14"},
    "wrapped at 20, blank lines": {"blank": "1", "indent": "", "width": "20"},
    "wrapped at 28, only short last lines": {"blank": "0", "indent": "", "width": "28"},
}


class Score(NamedTuple):
    """Right and all, of borders, roles and joins."""

    borders: tuple[int, int]
    roles: tuple[int, int]
    joins: tuple[int, int]

    def plus(self, other: "Score") -> "Score":
        """Return both together."""
        return Score(*((a + c, b + d) for (a, b), (c, d) in zip(self, other, strict=True)))

    @property
    def shares(self) -> tuple[float, float, float]:
        """The three shares, 0 to 1."""
        borders, roles, joins = (right / (all_ or 1) for right, all_ in self)
        return borders, roles, joins


class Divided(NamedTuple):
    """A sheet that was set and divided."""

    sheet: Sheet
    page: Page
    division: Division

    @property
    def found(self) -> Gold:
        """What the splitter says stands where."""
        return found_blocks(self.sheet.text, self.division)


@cache
def divided(path: Path, typography: str) -> Divided:
    """Set a sheet in a typography and divide it; several tests look at each."""
    sheet = read_sheet(path, **TYPOGRAPHIES[typography])
    page = page_of(sheet.text)
    return Divided(sheet, page, divide(page))


def score(one: Divided) -> Score:
    """Return how much of a sheet is found."""
    sheet, found = one.sheet, one.found
    starts, ours = starts_of(sheet.gold), starts_of(found)
    roles, our_roles = _roles(sheet.gold), _roles(found)
    block, our_block = _blocks(sheet.gold), _blocks(found)
    right = sum(
        (block[a] == block[b]) == (our_block.get(a, -1) == our_block.get(b, -2))
        for a, b in _breaks(sheet, block)
    )
    return Score(
        (2 * len(starts & ours), len(starts) + len(ours)),
        (sum(our_roles.get(at) == role for at, role in roles.items()), len(roles)),
        (right, len(list(_breaks(sheet, block)))),
    )


def total(typography: str) -> Score:
    """Return the score of all sheets in a typography."""
    whole = Score((0, 0), (0, 0), (0, 0))
    for path in SHEETS:
        whole = whole.plus(score(divided(path, typography)))
    return whole


def _roles(gold: Gold) -> dict[int, str]:
    return {at: role for _, role, points in gold.blocks for at in points}


def _blocks(gold: Gold) -> dict[int, int]:
    """Return the paragraph of each character that stands in one."""
    return {
        at: number
        for number, (_, role, points) in enumerate(gold.blocks)
        if role == "paragraph"
        for at in points
    }


def _breaks(sheet: Sheet, block: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the characters before and behind each line break between two lines of paragraphs."""
    seen = [at for at, character in enumerate(sheet.text) if not character.isspace()]
    for one, other in pairwise(seen):
        if "\n" in sheet.text[one:other] and one in block and other in block:
            yield one, other


def by_article(gold: Gold) -> list[tuple[str, list[tuple[str, tuple[int, ...]]]]]:
    """Return each article's kind and blocks in the order of the page."""
    return [
        (kind, sorted((role, points) for at, role, points in gold.blocks if at == number))
        for number, kind in enumerate(gold.articles)
    ]


def is_met(path: Path, typography: str) -> bool:
    """Tell whether a sheet in a typography is divided exactly as it was set."""
    one = divided(path, typography)
    return by_article(one.found) == by_article(one.sheet.gold)


def main() -> None:
    """Print the shares, or the sheets that are missed in each typography."""
    if sys.argv[1:] == ["--missed"]:
        for name in TYPOGRAPHIES:
            print(f"{name}: {' '.join(path.stem for path in SHEETS if not is_met(path, name))}")
        return
    print(f"{len(SHEETS)} sheets{'borders':>42}{'roles':>9}{'joins':>9}")
    for name in TYPOGRAPHIES:
        borders, roles, joins = total(name).shares
        print(f"{name:<44}{borders:>9.1%}{roles:>9.1%}{joins:>9.1%}")


if __name__ == "__main__":
    main()
