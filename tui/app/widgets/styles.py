"""Styles of the parts of a line, in the theme's colours.

A style sheet's component classes say the same, but all of them are styled before a widget is first painted.
"""

from typing import Literal, TypeAlias

from msgspec import Struct
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

PartName: TypeAlias = Literal[
    "accent",
    "bad",
    "base",
    "busy",
    "current",
    "cursor",
    "dim",
    "good",
    "head",
    "here",
    "hint",
    "key",
    "picture",
    "row",
    "rule",
    "rule_focused",
    "selection",
    "status",
    "strong",
    "target",
    "text",
    "word",
]


class Ink(Struct, frozen=True):
    """A colour of the theme by its variable's name, and how much it covers of what lies under it."""

    name: str
    cover: float = 1.0


class Part(Struct, frozen=True):
    """A part's colour, what stands behind it, and its text's style; None: as what it stands on."""

    color: Ink | None = None
    behind: Ink | None = None
    text: Style = Style.null()


BOLD = Style(bold=True)
FAINT = Ink("foreground", 0.6)

PARTS: dict[PartName, Part] = {
    "text": Part(),
    "strong": Part(text=BOLD),
    "accent": Part(Ink("text-accent")),
    "dim": Part(FAINT),
    "picture": Part(FAINT, text=Style(italic=True)),
    "word": Part(behind=Ink("foreground", 0.07)),
    "target": Part(text=Style(underline=True)),
    "selection": Part(Ink("background"), Ink("primary")),
    "cursor": Part(text=Style(reverse=True)),
    "current": Part(text=Style(bold=True, reverse=True)),
    "row": Part(behind=Ink("primary", 0.3)),
    "head": Part(FAINT, text=BOLD),
    "rule": Part(Ink("foreground", 0.45)),
    "rule_focused": Part(Ink("text-primary"), text=BOLD),
    "here": Part(behind=Ink("primary", 0.2), text=BOLD),
    "hint": Part(Ink("background"), Ink("text-warning"), BOLD),
    "key": Part(Ink("text-accent"), text=BOLD),
    "status": Part(behind=Ink("surface")),
    "good": Part(Ink("text-success")),
    "busy": Part(Ink("text-warning")),
    "bad": Part(Ink("text-error"), text=BOLD),
}

ANSI_PARTS: dict[PartName, Part] = {
    "word": Part(text=Style(underline=True)),
    "target": Part(text=BOLD),
    "selection": Part(Ink("ansi_bright_white"), Ink("ansi_blue"), Style(bold=True, underline=True)),
    "row": Part(text=Style(reverse=True)),
    "here": Part(text=Style(bold=True, underline=True)),
    "hint": Part(text=Style(bold=True, reverse=True)),
    "dim": Part(text=Style(dim=True)),
    "picture": Part(text=Style(dim=True, italic=True)),
    "head": Part(text=BOLD),
    "rule": Part(text=Style(dim=True)),
}
"""The parts that look otherwise in a terminal's own colours, which cannot be mixed and may be none at all."""


class Parted(Widget):
    """A widget that paints in parts; each one's style is found once a theme."""

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._parts: dict[PartName, Style] = {}

    def part(self, name: PartName) -> Style:
        """Return the style of a part; `base` is the widget's own."""
        if name not in self._parts:
            self._parts[name] = self.resolve_part(name)
        return self._parts[name]

    def resolve_part(self, name: PartName) -> Style:
        """Return what the table says of a part, its colours mixed with what the widget stands on."""
        if name == "base":
            return self.rich_style
        under = self.background_colors[1]
        part = PARTS[name] if under.ansi is None else ANSI_PARTS.get(name, PARTS[name])
        color, behind = (self._mixed(ink, under) for ink in (part.color, part.behind))
        return Style(color=color and color.rich_color, bgcolor=behind and behind.rich_color) + part.text

    def _mixed(self, ink: Ink | None, under: Color) -> Color | None:
        if ink is None:
            return None
        color = Color.parse(self.app.theme_variables.get(ink.name, ink.name))
        return under + color.multiply_alpha(ink.cover) if under.ansi is None else color
