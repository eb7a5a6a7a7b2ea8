"""Which rows of the ledger are shown, in which order and groups."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from tui.app.dialogs.ledger_table import GroupLine, Line
from tui.app.text_view.geometry.wrap import wrap
from tui.app.widgets.glyphs import visible
from tui.app.workspace.status import Say
from tui.measure.ledger import Row
from tui.measure.ledger_groups import summary_of
from tui.measure.views import holding, view

ORDERS = ("", "indicator", "subject", "period", "value")
GROUPS = ("", "indicator", "subject", "period", "title")
"""What the rows are sorted and grouped by; empty: as they stand in the texts, not at all."""

CLAUSE_ENDS = frozenset("，；。：、,; ")


def preview(row: Row, cells: int, rows: int) -> list[str]:
    """Return what is said of a row below the ledger: the sentence around the metric, then the interval.

    No number or word is broken; where the sentence is too long, it begins with a later clause.
    """
    lead, sentence = f"{visible(row.title or '-')}：", visible(row.sentence)
    at = max(0, sentence.find(visible(row.text)))
    end = at + len(row.text)
    room = rows - bool(row.interval)
    begins = [0, *(place + 1 for place in range(at) if sentence[place] in CLAUSE_ENDS), at]
    for begin in begins:
        cut = f"{lead}…" if begin else lead
        text = cut + sentence[begin:]
        shown = wrap(text, 0, len(text), cells, 0)[:room]
        if shown[-1][1] >= len(cut) + end - begin:
            break
    return [*(text[slice(*part)] for part in shown), *filter(None, (row.interval,))]


def _next(choices: Sequence[str], now: str) -> str:
    return choices[(choices.index(now) + 1) % len(choices)]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The rows, and what they are sorted and grouped by."""

    rows: Sequence[Row] = ()
    order: str = ""
    group: str = ""
    is_descending: bool = False

    def turned(self, what: Literal["order", "group"]) -> "LedgerView":
        """Return the view with the next order or group there is."""
        if what == "order":
            return replace(self, order=_next(ORDERS, self.order))
        return replace(self, group=_next(GROUPS, self.group))

    def sorted_by(self, column: str) -> "LedgerView":
        """Return the view sorted by a column; if it is already, the other way round."""
        if column == self.order:
            return replace(self, is_descending=not self.is_descending)
        return replace(self, order=column, is_descending=False)

    def shown(self, wanted: str) -> list[Row]:
        """Return the rows that hold what is wanted, in their order."""
        rows = view(holding(self.rows, wanted), order=[self.order] if self.order else [])
        if self.is_descending:
            rows.reverse()
        return view(rows, order=[self.group]) if self.group else rows

    def lines(self, found: Sequence[Row]) -> list[Line]:
        """Return rows with the names of their groups above them."""
        if not self.group:
            return list(found)
        lines: list[Line] = []
        for name, members in groupby(found, key=lambda row: getattr(row, self.group) or ""):
            rows = list(members)
            lines += [GroupLine(name or "-", summary_of(rows)), *rows]
        return lines

    def title(self, found: Sequence[Row], say: Say) -> list[str]:
        """Return what stands above the rows: how many there are, and how they are arranged."""
        names = [say("ledger.title"), f"{len(found)}/{len(self.rows)}"]
        if conflicts := sum(bool(row.conflicts) for row in found):
            names.append(say("ledger.conflicts", count=conflicts))
        for key, name in (("ledger.order", self.order), ("ledger.group", self.group)):
            if name:
                names.append(say(key, name=say(f"cli.column.{name}")))
        return names
