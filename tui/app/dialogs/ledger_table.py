"""The table of the ledger, drawn line by line on demand."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from tui.app.dialogs.messages import HeadClicked, RowMoved
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import fit, visible, width
from tui.app.widgets.row_list import RowList, columns
from tui.app.widgets.sparkline import sparkline
from tui.app.widgets.styles import Parted
from tui.measure.cells import cell, standing
from tui.measure.ledger import Row
from tui.measure.ledger_groups import GroupSummary, said_sum
from tui.texts import Language


class GroupLine(NamedTuple):
    """The name of a group, and what its metrics come to."""

    name: str
    summary: GroupSummary


Line: TypeAlias = Row | GroupLine
"""A metric, or the head of a group."""
SPARKS = 12
"""Cells of the line of a group's values over time."""

MARKS = {"conflict": " ≠ ", "same": " = ", "": "   "}
WIDE = 100
Columns: TypeAlias = tuple[tuple[str, float], ...]
NARROW_COLUMNS: Columns = (("indicator", 0.3), ("subject", 0.26), ("period", 0.2), ("value", 0.24))
WIDE_COLUMNS: Columns = (
    *(("indicator", 0.22), ("subject", 0.18), ("period", 0.12)),
    *(("interval", 0.2), ("value", 0.14), ("title", 0.14)),
)
"""Columns and their parts of the width."""


def columns_for(cells: int) -> Columns:
    """Return the columns for which there is room."""
    return WIDE_COLUMNS if cells - len(MARKS[""]) >= WIDE else NARROW_COLUMNS


class LedgerHeads(Parted):
    """The headings of the table; a click on one sorts by it.

    Attributes:
        names: says a column's name.
    """

    names: Callable[[str], str] = str

    def __init__(self) -> None:
        super().__init__(id="heads")
        self._order, self._is_descending = "", False

    def show(self, order: str, *, is_descending: bool) -> None:
        """Mark the column that is sorted by."""
        self._order, self._is_descending = order, is_descending
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        cells = self.size.width - 1
        painted = [Segment(MARKS[""])]
        for name, share in columns_for(cells):
            mark = (" v" if self._is_descending else " ^") if name == self._order else ""
            head = padded(self.names(name) + mark, int((cells - len(MARKS[""])) * share))
            painted.append(Segment(head, self.part("key" if mark else "head")))
        return Strip(painted).adjust_cell_length(self.size.width).apply_style(self.part("base"))

    def on_click(self, event: events.Click) -> None:
        """Sort by the column."""
        cells, at = self.size.width - 1, len(MARKS[""])
        for name, share in columns_for(cells):
            at += int((cells - len(MARKS[""])) * share)
            if event.x < at:
                self.post_message(HeadClicked(name))
                return


class LedgerList(RowList[Line], inherit_bindings=False):
    """Lists metrics; names of groups stand between them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("ledger")
    language: Language = "en"

    @property
    def row(self) -> Row | None:
        """The metric under the cursor."""
        here = self.items[self.cursor] if self.cursor < len(self.items) else None
        return here if isinstance(here, Row) else None

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines, the cursor on a metric."""
        self.set_items(lines)
        self.refresh()
        if lines and self.row is None:
            self.action_cursor(1)

    def put_cursor(self, index: int) -> None:
        """Put the cursor on a line; what is said of it is the screen's matter."""
        super().put_cursor(index)
        self.post_message(RowMoved())

    def selectable(self, item: Line) -> bool:
        """Tell whether a line is a metric."""
        return isinstance(item, Row)

    def chosen(self, item: Line) -> None:
        """Choosing is the screen's matter."""

    def paint(self, item: Line, cells: int) -> list[Segment]:
        """Return a metric's marks and cells, or a group's head."""
        if isinstance(item, GroupLine):
            return self._group(item, cells)
        kind = standing(item)
        strong = Style(bold=True) if kind == "conflict" else None
        return [Segment(MARKS[kind], strong), *self._cells(item, cells - 3)]

    def _group(self, group: GroupLine, cells: int) -> list[Segment]:
        """Return a group's name, how many metrics it has, their sums, and their values over time."""
        size, sums, series = group.summary
        sums_said = [f"{said_sum(total)} {unit}" for unit, total in sums[:2]]
        said = "  ".join([str(size), *sums_said, sparkline(series, SPARKS)]).rstrip()
        left, right = columns(f" {group.name}", f"{said} ", cells, cells // 3)
        return [Segment(left, self.part("head")), Segment(right, self.part("dim"))]

    def _cells(self, row: Row, cells: int) -> list[Segment]:
        return [
            Segment(padded(self._text(row, name), int(cells * share)), self._style(name))
            for name, share in columns_for(cells + len(MARKS[""]))
        ]

    def _style(self, name: str) -> Style | None:
        return self.part("dim") if name in ("interval", "title") else None

    def _text(self, row: Row, name: str) -> str:
        text = cell(row, name, self.language)
        return f"{text} {row.unit}".rstrip() if name == "value" else text or "-"


def padded(text: str, cells: int) -> str:
    """Return a text made visible, cut or filled up to `cells`, the last of them blank."""
    shown = fit(visible(text), cells - 1)
    return shown + " " * (cells - width(shown))
