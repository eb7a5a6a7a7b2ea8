"""Filter in front of the terminal: no line contains control sequences."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.app.widgets.glyphs import visible


class Harmless(LineFilter):
    """Leaves out controls, escapes and marks of direction, whichever widget drew them.

    What shows text from files makes them visible itself; what Textual draws (a field to type in, a list)
    gives them no cell, so that a line stays as wide without them.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """See `LineFilter.apply`."""
        del background
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [Segment(_plain(text), style, control) for text, style, control in segments]


def _plain(text: str) -> str:
    return "".join(shown for shown, given in zip(visible(text), text, strict=True) if shown == given)
