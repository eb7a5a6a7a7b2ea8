"""Terminals with few colours, and people who want none: a theme of the terminal's own colours."""

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor

OWN_COLOURS = "ansi-dark"
"""Textual's theme in which text and background are the terminal's own."""
MANY = frozenset(("256", "truecolor"))


def first_theme(app: App[Any], chosen: str) -> str:
    """Return the theme to begin with: the chosen one, where the terminal can show it."""
    known = app.available_themes
    has_few = not app.is_headless and app.console.color_system not in MANY
    if has_few or app.no_color:
        return chosen if chosen in known and known[chosen].ansi else OWN_COLOURS
    return chosen if chosen in known else app.theme


def without_shades(app: App[Any], filters: Iterable[LineFilter]) -> Iterable[LineFilter]:
    """Yield Textual's filters; in the terminal's own colours NO_COLOR means no colour, not greys."""
    for line_filter in filters:
        is_grey = isinstance(line_filter, Monochrome) and app.native_ansi_color
        yield NoColor() if is_grey else line_filter
