"""The panel: the article's tags with their text and, of metrics, their values."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style

from tui.app.text_view.messages import PlaceClicked
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
        self._here: str | None = None

    def set_rows(self, rows: Sequence[TagRow], here: str | None) -> None:
        """Show other rows; `here` is the tag that the reader's cursor is on."""
        self.set_items(rows)
        first = self.scroll_offset.y
        for at, row in enumerate(rows[first : first + self.size.height], start=first):
            if self._said.get(row.span.id) != self.value_of(row.span):
                self.refresh_lines_of(at, 1)
        self.mark(here)

    def mark(self, here: str | None) -> None:
        """Mark a tag's row, and put the cursor on it."""
        if here != self._here:
            self._here = here
            self.refresh_lines_of(self.cursor, 1)
        rows = enumerate(self.items) if here else ()
        at = next((at for at, row in rows if row.span.id == here and not row.relation), None)
        if at is not None:
            self.put_cursor(at)
            self.refresh_lines_of(at, 1)

    def row_style(self, index: int) -> Style:
        """Return what a row looks like beside others; the tag under the reader's cursor is marked."""
        item = self.items[index]
        is_here = item.span.id == self._here and not item.relation
        return super().row_style(index) or self.part("here" if is_here else "text")

    def chosen(self, item: TagRow) -> None:
        """Go to the tag."""
        self.post_message(GoToSpan(item.span.id))

    def asked(self) -> None:
        """Show what can be done with it."""
        self.post_message(PlaceClicked())

    def paint(self, item: TagRow, cells: int) -> list[Segment]:
        """Return the label's key, the tag's text and its value."""
        if self.palette is None:
            return []
        if item.relation:
            left, right = columns(item.span.text, item.relation, cells - 6, cells // 2)
            dim = self.part("dim")
            return [Segment("   -> ", dim), Segment(left), Segment(right, dim)]
        key = f" {self.palette.key(item.span.label)} "
        value = self._said[item.span.id] = self.value_of(item.span)
        left, right = columns(item.span.text, value, cells - 3, cells // 2)
        return [
            Segment(key, self.palette.rail(item.span.label)),
            Segment(left),
            Segment(right, self.part("dim")),
        ]
