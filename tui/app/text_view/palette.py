"""Styles by name: those of the style sheet, and shades of label colours for the background."""

from collections.abc import Callable

from rich.style import Style
from textual.color import Color

from tui.app.widgets.styles import PartName
from tui.model import Label, LabelSet

UNKNOWN = "#8a8a8a"
"""The colour of a label that the project does not define."""


ONE_LINE = Style(underline=True)
TWO_LINES = Style(underline2=True, italic=True)
ITALIC, FAINT_ITALIC = Style(italic=True), Style(italic=True, dim=True)
"""How what is proposed is drawn; in a terminal's own colours a line is the mark of a word."""

HUES = ("red", "yellow", "green", "cyan", "blue", "magenta")
"""The colours that every terminal has, a sixth of the circle apart."""


class Palette:
    """Resolves styles once a theme.

    Args:
        part: gives the style of a part of a line.
        background: what the text stands on.
        labels: the project's labels.
        language: of the labels' names.
    """

    def __init__(
        self, part: Callable[[PartName], Style], background: Color, labels: LabelSet, language: str
    ) -> None:
        self.part, self.background, self.labels, self.language = part, background, labels, language
        self._shades: dict[tuple[str, str], Style] = {}

    def text(self, label: str) -> Style:
        """The style of tagged text: a tint of the label's colour behind it."""
        return self._shade(label, "text")

    def rail(self, label: str) -> Style:
        """The style of a rail: the label's colour, as legible on the background."""
        return self._shade(label, "rail")

    def proposed(self, label: str, sure: bool) -> Style:
        """The style of text that is proposed: underlined in the label's colour, a doubtful one twice.

        The dots of a dotted line are no style of most terminals.
        """
        if self.background.ansi is not None:
            return self._shade(label, "rail") + (ITALIC if sure else FAINT_ITALIC)
        return self._shade(label, "rail") + (ONE_LINE if sure else TWO_LINES)

    def key(self, label: str) -> str:
        """The label's key, `?` for an unknown one."""
        known = self.labels.by_id.get(label)
        return known.key if known else "?"

    def name(self, label: str) -> str:
        """What a rail says."""
        return self.labels.name_of(label, self.language)

    def _shade(self, label: str, use: str) -> Style:
        if (label, use) not in self._shades:
            known: Label | None = self.labels.by_id.get(label)
            colour = Color.parse(known.color if known else UNKNOWN)
            shade = _SHADES[use] if self.background.ansi is None else _ansi
            self._shades[label, use] = shade(colour, self.background)
        return self._shades[label, use]


def _ansi(colour: Color, background: Color) -> Style:
    """Return the nearest of the terminal's own colours as foreground: what its shade is, nobody knows."""
    del background
    hue, saturation, _ = colour.hsl
    if saturation < 0.15:
        return Style(bold=True)
    return Style(color=HUES[round(hue * len(HUES)) % len(HUES)], bold=True)


def _tint(colour: Color, background: Color) -> Style:
    return Style(bgcolor=background.blend(colour, 0.3).rich_color)


def _legible(colour: Color, background: Color) -> Style:
    """Return the colour as foreground, moved from the background to a contrast of 4.5 (WCAG 2.2 AA)."""
    towards = Color.parse("white" if background.brightness < 0.5 else "black")
    for _ in range(20):
        if _contrast(colour, background) >= 4.5:
            break
        colour = colour.blend(towards, 0.15)
    return Style(color=colour.rich_color)


def _contrast(one: Color, other: Color) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


_SHADES: dict[str, Callable[[Color, Color], Style]] = {"text": _tint, "rail": _legible}
