"""Characters that terminals draw one or two cells wide: “ ” … — · and others (Unicode UAX #11, class A).

rich counts them as one cell. Where the terminal draws two, its table of widths is replaced here, for rich,
for Textual and for us at once. What Textual draws lines and bars with is such characters too: it gives way.
"""

import sys
from functools import cache
from typing import TYPE_CHECKING, ClassVar
from unicodedata import east_asian_width

from rich import cells
from rich._unicode_data import load
from textual.scrollbar import ScrollBar, ScrollBarRender

from tui.app.widgets import glyphs

if TYPE_CHECKING:
    from rich.cells import CellTable

_NARROW = cells._is_single_cell_widths
_ASCII = frozenset(map(chr, range(0x20, 0x7F))).issuperset


class _PlainBars(ScrollBarRender):
    """Scrollbars of blanks: block elements would be two cells wide."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


@cache
def _wide_table(unicode_version: str = "auto") -> "CellTable":
    """Return rich's table with the ambiguous characters two cells wide."""
    table = load(unicode_version)
    known = [(start, end, width) for start, end, width in table.widths]
    taken = {code for start, end, _ in known for code in range(start, end + 1)}
    wide = (code for code in range(0xA1, sys.maxunicode) if code not in taken and _is_ambiguous(code))
    return table._replace(widths=sorted([*known, *((code, code, 2) for code in wide)]))


def _is_ambiguous(code: int) -> bool:
    """Tell whether a code point is of class A; those for private use stay as they are."""
    return not 0xE000 <= code <= 0xF8FF and code < 0xF0000 and east_asian_width(chr(code)) == "A"


def set_wide(wide: bool) -> None:
    """Count ambiguous characters as two cells, or as one."""
    cells.load_cell_table = _wide_table if wide else load  # type: ignore[attr-defined]
    cells._is_single_cell_widths = _ASCII if wide else _NARROW
    ScrollBar.renderer = _PlainBars if wide else ScrollBarRender
    for cached in (cells.get_character_cell_size, cells.cached_cell_len, glyphs.clusters):
        cached.cache_clear()


def is_wide() -> bool:
    """Tell whether they are counted as two cells."""
    return cells.load_cell_table is _wide_table  # type: ignore[attr-defined]
