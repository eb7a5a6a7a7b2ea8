"""The text of a page as units, and all steps before the articles are built."""

from tui.text.broken_headlines import join_headlines, part_headlines
from tui.text.columns import with_columns
from tui.text.cut_columns import with_pieces_back
from tui.text.glued_openings import part_openings
from tui.text.layout import layout_of
from tui.text.lines import read_lines
from tui.text.lookahead import Lookahead
from tui.text.page_head import mark_page_head
from tui.text.verse import mark_verse
from tui.text.wrapped_lines import units_of


def page_units(text: str) -> Lookahead:
    """Return the units of a page's text, hard wraps and broken headlines undone, verse marked."""
    read = read_lines(text)
    parted = part_openings(read)
    lines = with_columns(parted)
    layout = layout_of(lines)
    units = units_of(text, lines, layout)
    ordered = with_pieces_back(text, units)
    mark_page_head(ordered)
    mark_verse(ordered)
    recognised = lines is not parted
    joined = join_headlines(text, ordered, recognised=recognised)
    return Lookahead(part_headlines(joined), layout, recognised or ordered is not units)
