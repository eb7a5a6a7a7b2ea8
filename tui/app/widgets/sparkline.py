"""A row of numbers as a line of bars."""

from collections.abc import Sequence

from tui.app.widgets.glyphs import width

BARS = "▁▂▃▄▅▆▇█"
DIGITS = "12345678"
"""What stands for the bars where a terminal draws them two cells wide."""


def sparkline(values: Sequence[float], cells: int) -> str:
    """Return a bar a value, the newest `cells` of them; fewer than two values are no line."""
    shown = values[-cells:] if cells > 0 else ()
    if len(shown) < 2:
        return ""
    bars = BARS if width(BARS[0]) == 1 else DIGITS
    low, high = min(shown), max(shown)
    steps = (len(bars) - 1) / (high - low) if high > low else 0.0
    return "".join(bars[round((value - low) * steps)] for value in shown)
