"""Character widths as the terminal in a browser page counts them.

The terminal (xterm.js with its addon `unicode11`) takes each code point by itself: no sign makes another one
wide, a joiner joins nothing, a tone of skin is a square. What is wide there is what is wide in Unicode 12.1.
"""

from functools import cache
from typing import TYPE_CHECKING

from rich import cells
from rich._unicode_data import load

from tui.app.widgets import glyphs

if TYPE_CHECKING:
    from rich.cells import CellTable

VERSION = "12.1.0"
WIDE = ((0x302E, 0x302F), (0x1F3FB, 0x1F3FF))
"""Marks that rich adds to what stands before them; the terminal gives them two cells."""


@cache
def _browser_table(unicode_version: str = "auto") -> "CellTable":
    """Return rich's table of `VERSION`, in which nothing depends on what stands beside it."""
    del unicode_version
    table = load(VERSION)
    kept = [row for row in table.widths if not any(start <= row[0] and row[1] <= end for start, end in WIDE)]
    widths = sorted([*kept, *((start, end, 2) for start, end in WIDE)])
    return table._replace(widths=widths, narrow_to_wide=frozenset())


def use_browser_widths() -> None:
    """Count from now on as the terminal in the page does."""
    cells.load_cell_table = _browser_table  # type: ignore[attr-defined]
    glyphs.show_joiners()
    for cached in (cells.get_character_cell_size, cells.cached_cell_len, glyphs.clusters):
        cached.cache_clear()
