"""The table of the ledger, drawn line by line on demand."""

from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType

from tui.app.dialogs.messages import RowMoved
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import fit, visible, width
from tui.app.widgets.row_list import RowList
from tui.measure.cells import cell, standing
from tui.measure.ledger import Row
from tui.texts import Language

Line: TypeAlias = Row | str
"""A metric, or the name of a group."""

MARKS = {"conflict": " ≠ ", "same": " = ", "": "   "}
WIDE = 100
Columns: TypeAlias = tuple[tuple[str, float], ...]
NARROW_COLUMNS: Columns = (("indicator", 0.3), ("subject", 0.26), ("period", 0.2), ("value", 0.24))
WIDE_COLUMNS: Columns = (
    *(("indicator", 0.22), ("subject", 0.18), ("period", 0.12)),
    *(("interval", 0.2), ("value", 0.14), ("title", 0.14)),
)
"""Columns and their parts of the width."""


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
        """Return a metric's marks and cells, or a group's name."""
        if isinstance(item, str):
            return [Segment(fit(f" {visible(item)}", cells), self.part("head"))]
        kind = standing(item)
        strong = Style(bold=True) if kind == "conflict" else None
        return [Segment(MARKS[kind], strong), *self._cells(item, cells - 3)]

    def _cells(self, row: Row, cells: int) -> list[Segment]:
        columns = WIDE_COLUMNS if cells >= WIDE else NARROW_COLUMNS
        return [
            Segment(padded(self._text(row, name), int(cells * part)), self._style(name))
            for name, part in columns
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
