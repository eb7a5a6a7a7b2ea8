"""The panel: the tags of the article with their text and, of a metric, the normalised value."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment

from tui.app.messages import GoToSpan
from tui.app.reader.palette import Palette
from tui.app.widgets.rows import Rows, columns
from tui.model import Span


class Entry(NamedTuple):
    """A row: a tag, and what is said of it at the right; below a tag, one that it leads to."""

    span: Span
    value: str
    link: bool = False


class Panel(Rows[Entry]):
    """Lists the tags of the article in the order of the text."""

    palette: Palette | None = None

    def set_entries(self, rows: Sequence[Entry], here: str | None) -> None:
        """Show other rows; `here` is the tag that the reader's cursor is on."""
        self.set_items(rows)
        self.mark(here)

    def mark(self, here: str | None) -> None:
        """Put the cursor on a tag's row."""
        index = next((i for i, e in enumerate(self.items) if e.span.id == here and not e.link), None)
        if index is not None:
            self.put_cursor(index)

    def chosen(self, item: Entry) -> None:
        """Go to the tag."""
        self.post_message(GoToSpan(item.span.id))

    def paint(self, item: Entry, cells: int) -> list[Segment]:
        """Return the label's key, the tag's text and its value."""
        if self.palette is None:
            return []
        if item.link:
            left, right = columns(item.span.text, item.value, cells - 6)
            dim = self.part("rows--dim")
            return [Segment("   -> ", dim), Segment(left), Segment(right, dim)]
        key = f" {self.palette.key(item.span.label)} "
        left, right = columns(item.span.text, item.value, cells - 3)
        return [
            Segment(key, self.palette.rail(item.span.label)),
            Segment(left),
            Segment(right, self.part("rows--dim")),
        ]
