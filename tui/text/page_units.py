"""The text of a page as units, and all steps before the articles are built."""

from tui.text.broken_headlines import join_headlines, part_headlines
from tui.text.columns import with_columns
from tui.text.layout import layout_of
from tui.text.lines import read_lines
from tui.text.lookahead import Lookahead
from tui.text.page_head import mark_page_head
from tui.text.units import units_of
from tui.text.verse import mark_verse


def page_units(text: str) -> Lookahead:
    """Return the units of a page's text, hard wraps and broken headlines undone, verse marked."""
    read = read_lines(text)
    lines = with_columns(read)
    layout = layout_of(lines)
    units = units_of(text, lines, layout)
    mark_page_head(units)
    mark_verse(units)
    recognised = lines is not read
    units = join_headlines(text, units, recognised=recognised)
    return Lookahead(part_headlines(units), layout, recognised)
