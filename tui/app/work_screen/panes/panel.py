"""The panel: the article's tags with their text and, of metrics, their values."""

from collections.abc import Callable, Sequence

from rich.segment import Segment

from tui.app.text_view.palette import Palette
from tui.app.widgets.row_list import RowList, columns
from tui.app.work_screen.messages import GoToSpan
from tui.app.workspace.tag_rows import TagRow
from tui.model import Span


class Panel(RowList[TagRow]):
    """Lists the tags of the article in the order of the text.

    Attributes:
        value_of: says of a tag what stands at its right; asked for tags on the screen only.
    """

    palette: Palette | None = None
    value_of: Callable[[Span], str] = str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said: dict[str, str] = {}

    def set_rows(self, rows: Sequence[TagRow], here: str | None) -> None:
        """Show other rows; `here` is the tag that the reader's cursor is on."""
        self.set_items(rows)
        first = self.scroll_offset.y
        for at, row in enumerate(rows[first : first + self.size.height], start=first):
            if self._said.get(row.span.id) != self.value_of(row.span):
                self.refresh_lines_of(at, 1)
        self.mark(here)

    def mark(self, here: str | None) -> None:
        """Put the cursor on a tag's row."""
        rows = enumerate(self.items) if here else ()
        at = next((at for at, row in rows if row.span.id == here and not row.relation), None)
        if at is not None:
            self.put_cursor(at)

    def chosen(self, item: TagRow) -> None:
        """Go to the tag."""
        self.post_message(GoToSpan(item.span.id))

    def paint(self, item: TagRow, cells: int) -> list[Segment]:
        """Return the label's key, the tag's text and its value."""
        if self.palette is None:
            return []
        if item.relation:
            left, right = columns(item.span.text, item.relation, cells - 6)
            dim = self.part("dim")
            return [Segment("   -> ", dim), Segment(left), Segment(right, dim)]
        key = f" {self.palette.key(item.span.label)} "
        value = self._said[item.span.id] = self.value_of(item.span)
        left, right = columns(item.span.text, value, cells - 3)
        return [
            Segment(key, self.palette.rail(item.span.label)),
            Segment(left),
            Segment(right, self.part("dim")),
        ]
