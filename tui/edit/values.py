"""The value of a metric's tag, read where the tag stands."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from tui.model import Article, Attribute, Document, LabelSet, Segment, Span, surface
from tui.quantities import FIELDS, Fields, Quantity, attributes, fields_of, find
from tui.text.offsets import Reading, read

BEFORE = 500
"""Reading offsets before a tag's block from which on its blocks are read too: a table's head says a unit."""


class MetricReader:
    """Reads the values of metrics of one version of a page.

    What stands around a number says what its own characters do not: a unit in brackets or in a table's head,
    a rise or a fall. A block is read once for all tags in it.

    Args:
        units: the project's units beyond the known ones.
        reading: of the article in which all tags stand, where there is one; else each tag's article is read.
    """

    def __init__(
        self, document: Document, units: Mapping[str, str] | None = None, reading: Reading | None = None
    ) -> None:
        self._document, self._units, self._reading = document, units, reading
        self._readings: dict[str, Reading] = {}
        self._found: dict[tuple[int, int], dict[Segment, Quantity]] = {}

    def fields(self, segments: tuple[Segment, ...]) -> Fields:
        """Return the fields of the quantity at source segments; none where no quantity is read.

        Where no quantity has exactly this range, the characters are read by themselves.
        """
        standing = self._standing(segments)
        if standing is not None:
            return fields_of(standing)
        return attributes(surface(self._document.page.text, segments), self._units)

    def anew(self, said: Mapping[str, Attribute], segments: tuple[Segment, ...]) -> dict[str, Attribute]:
        """Return the attributes of a tag that gets other segments: the quantity's are read there."""
        kept = {key: value for key, value in said.items() if key not in FIELDS}
        return {**kept, **self.fields(segments)}

    def _standing(self, segments: tuple[Segment, ...]) -> Quantity | None:
        reading = self._reading or self._reading_at(segments[0][0])
        if reading is None:
            return None
        ranges = reading.project(segments)
        if len(ranges) != 1:
            return None
        return self._of_block(reading, reading.block_at(ranges[0][0])).get(ranges[0])

    def _of_block(self, reading: Reading, number: int) -> dict[Segment, Quantity]:
        first, end = reading.blocks[number]
        place = reading.pieces[0][1], number
        if place not in self._found:
            start = reading.blocks[reading.block_at(max(0, first - BEFORE))][0]
            found = find(reading.text[start:end], self._units)
            self._found[place] = {(start + q.start, start + q.end): q for q in found}
        return self._found[place]

    def _reading_at(self, at: int) -> Reading | None:
        """Return the reading of the article at a source offset; None: there is none."""
        number = bisect_right(self._ranges, at, key=lambda each: each[0]) - 1
        if number < 0 or at >= self._ranges[number][1]:
            return None
        article = self._ranges[number][2]
        if article.id not in self._readings:
            self._readings[article.id] = read(self._document.page, article)
        return self._readings[article.id]

    @cached_property
    def _ranges(self) -> list[tuple[int, int, Article]]:
        ranges = ((*range_, article) for article in self._document.articles for range_ in article.ranges)
        return sorted(ranges, key=lambda each: each[0])


def with_value(span: Span, labels: LabelSet, reader: MetricReader) -> Span:
    """Return a metric's tag that says no value with the one that is read where it stands; other tags stay.

    What the tag says of itself stays as well.
    """
    if span.label not in labels.metrics or span.attributes.get("value"):
        return span
    found = reader.fields(span.segments)
    given = {name: value for name, value in span.attributes.items() if value not in (None, "")}
    return span.replaced(attributes={**span.attributes, **found, **given}) if found else span
