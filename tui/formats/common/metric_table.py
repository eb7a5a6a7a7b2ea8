"""The metrics of an export as a table, written beside formats that cannot hold their values."""

from collections.abc import Iterable

from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.table_files import CsvLines
from tui.model import RelationType
from tui.quantities.attributes import FIELDS

FILE = "metrics.csv"
PLACE = ("article", "id", "label", "start", "end", "text")
JOINED, NONE = "、", ("", "")


class MetricTable:
    """Collects the metrics of articles, each with its place, its quantity and what it is related to.

    Args:
        relations: of the project; each is two columns, of the related tags' texts and of their ids.
    """

    def __init__(self, relations: Iterable[RelationType]) -> None:
        self._relations = [relation.id for relation in relations]
        self._lines = CsvLines()

    def __len__(self) -> int:
        return self._lines.count

    def add(self, sheet: FlatArticle) -> None:
        """Take the metrics of an article: the tags that say a value."""
        metrics = [mark for mark in sheet.marks if mark.attributes.get("value") not in (None, "")]
        if not metrics:
            return
        text, texts = sheet.text, {mark.id: mark.text_in(sheet.text) for mark in sheet.marks}
        tails: dict[tuple[str, str], list[str]] = {}
        for link in sheet.links:
            if link.tail in texts:
                tails.setdefault((link.head, link.label), []).append(link.tail)
        rows = []
        for mark in metrics:
            row = [sheet.id, mark.id, mark.label, str(mark.start), str(mark.end), mark.text_in(text)]
            row += ["" if value is None else str(value) for value in map(mark.attributes.get, FIELDS)]
            for name in self._relations:
                found = tails.get((mark.id, name))
                row += (JOINED.join(map(texts.__getitem__, found)), JOINED.join(found)) if found else NONE
            rows.append(row)
        self._lines.add(rows)

    def join(self, other: "MetricTable") -> None:
        """Take the metrics of articles that come behind."""
        self._lines.join(other._lines)

    def render(self) -> bytes:
        """Return the table as CSV."""
        related = [column for name in self._relations for column in (name, f"{name}_id")]
        return self._lines.render((*PLACE, *FIELDS, *related))
