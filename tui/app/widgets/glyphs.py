"""What a terminal shows for a piece of text: clusters of code points and their widths in cells.

Text from files may hold anything. What a terminal would obey instead of show (controls, escapes,
bidirectional marks, lone surrogates) is drawn as one visible glyph; no code point is added or left out, so
offsets stay what they are.
"""

from functools import lru_cache
from typing import TypeAlias
from unicodedata import category

from rich.cells import cell_len, split_graphemes

Cluster: TypeAlias = tuple[int, int, int]
"""A user-perceived character: start, end (code points), width in cells."""

CUT = ".."
"""What stands for what was cut. An ellipsis is one cell in some terminals and two in others."""

SUBSTITUTE = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
_OBEYED = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = frozenset("\u200c\u200d")


class _Visible(dict[int, str]):
    """A table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in "\t\n":
            shown = " "
        elif category(character) not in _OBEYED or character in _JOINERS:
            shown = character
        elif code < 0x20:
            shown = chr(0x2400 + code)
        else:
            shown = "\N{SYMBOL FOR DELETE}" if code == 0x7F else SUBSTITUTE
        self[code] = shown
        return shown


_VISIBLE = _Visible()


def show_joiners() -> None:
    """Make joiners visible too: the terminal joins nothing."""
    _VISIBLE.update(dict.fromkeys(map(ord, _JOINERS), SUBSTITUTE))


def visible(text: str) -> str:
    """Return `text`, code point for code point, with what a terminal would obey made visible."""
    return text.translate(_VISIBLE)


@lru_cache(maxsize=2048)
def clusters(text: str) -> tuple[Cluster, ...]:
    """Return the clusters of `text`, which cover it without a gap."""
    return tuple(split_graphemes(visible(text))[0])


def width(text: str) -> int:
    """Return the width of `text` in cells, as it is shown."""
    return cell_len(visible(text))


def fit(text: str, cells: int) -> str:
    """Return `text` made visible and cut to at most `cells`, ending in `CUT` where something was cut."""
    shown = visible(text)
    if cell_len(shown) <= cells:
        return shown
    room, end = cells - len(CUT), 0
    for _, stop, cell_width in split_graphemes(shown)[0]:
        room -= cell_width
        if room < 0:
            break
        end = stop
    return shown[:end] + CUT[: max(0, cells)]
