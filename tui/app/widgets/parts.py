"""Styles of a widget's parts, resolved against what the widget stands on."""

from rich.style import Style
from textual.widget import Widget


def part_style(widget: Widget, name: str) -> Style:
    """Return what the style sheet says of a component class, and only that.

    Colours that let the background through are mixed with it here, since a line is painted as it stands.
    """
    styles, background = widget.get_component_styles(name), widget.background_colors[1]
    color = (background + styles.color).rich_color if styles.has_rule("color") else None
    behind = (background + styles.background).rich_color if styles.has_rule("background") else None
    return Style(color=color, bgcolor=behind) + styles.text_style
