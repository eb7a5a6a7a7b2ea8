"""The metrics of an export as a table, written beside formats that cannot hold their values."""

from collections.abc import Iterable

from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.table_files import CsvLines
from tui.model import RelationType
from tui.quantities.attributes import FIELDS

FILE = "metrics.csv"
PLACE = ("article", "id", "label", "start", "end", "text")
JOINED = "、"


class MetricTable:
    """Collects the metrics of articles, each with its place, its quantity and what it is related to.

    Args:
        relations: of the project; each is two columns, of the related tags' texts and of their ids.
    """

    def __init__(self, relations: Iterable[RelationType]) -> None:
        self._relations = [relation.id for relation in relations]
        self._columns = {name: len(PLACE) + len(FIELDS) + 2 * at for at, name in enumerate(self._relations)}
        self._unrelated = [""] * (2 * len(self._relations))
        self._lines = CsvLines()

    def __len__(self) -> int:
        return self._lines.count

    def add(self, sheet: FlatArticle) -> None:
        """Take the metrics of an article: the tags that say a value."""
        metrics = [mark for mark in sheet.marks if mark.attributes.get("value") not in (None, "")]
        if not metrics:
            return
        marks = {mark.id: mark for mark in sheet.marks}
        tails: dict[str, dict[str, list[str]]] = {}
        for link in sheet.links:
            if link.tail in marks:
                tails.setdefault(link.head, {}).setdefault(link.label, []).append(link.tail)

        rows = []
        for mark in metrics:
            row = [sheet.id, mark.id, mark.label, str(mark.start), str(mark.end), mark.text_in(sheet.text)]
            row += ["" if value is None else str(value) for value in map(mark.attributes.get, FIELDS)]
            row += self._unrelated
            for label, found in tails.get(mark.id, {}).items():
                if (at := self._columns.get(label)) is not None:
                    texts = [marks[key].text_in(sheet.text) for key in found]
                    row[at : at + 2] = JOINED.join(texts), JOINED.join(found)
            rows.append(row)
        self._lines.add(rows)

    def join(self, other: "MetricTable") -> None:
        """Take the metrics of articles that come behind."""
        self._lines.join(other._lines)

    def render(self) -> bytes:
        """Return the table as CSV."""
        related = [column for name in self._relations for column in (name, f"{name}_id")]
        return self._lines.render((*PLACE, *FIELDS, *related))
