"""The ledger: one row a metric, with its indicator, subject and period."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from tui.measure.aliases import Aliases
from tui.model import DEFAULT_SCHEMA, Article, Document, Page, RelationRole, Schema, Segment, Span
from tui.model.labels import INTERVAL, RELATION_ROLES
from tui.quantities.periods import Base, Interval, article_base, period_at, resolve
from tui.text.offsets import Reading, read
from tui.text.titles import headline_of

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]?[”’」』）)]?")
_JOINED = "、"
_ISO = re.compile(r"(\.\.|[0-9-]{10})/(\.\.|[0-9-]{10})")


Ref: TypeAlias = tuple[str, str]
"""A row: its page and its id."""


class Row(NamedTuple):
    """A metric of the ledger.

    Attributes:
        indicator: what it measures, by the name that the aliases give it; empty where nobody said.
        title: of the article; None where it has no headline.
        subject: whose it is, likewise.
        period: when, as it is written.
        interval: the same in ISO 8601; empty where it is not known.
        open: why it is not (wholly) known: base, context, vague or unread; empty where it is.
        value: an exact decimal or fraction as text; empty where the metric could not be read.
        status: actual or target.
        indicator_text: as it is written.
        subject_text: as it is written.
        same: the rows that report the same fact.
        conflicts: those that say something else of the same thing.
    """

    id: str
    page: str
    article: str
    title: str | None
    indicator: str
    subject: str
    period: str
    interval: str
    open: str
    value: str
    value_max: str
    unit: str
    comparator: str
    direction: str
    kind: str
    status: str
    text: str
    sentence: str
    indicator_text: str
    subject_text: str
    segments: tuple[Segment, ...]
    same: tuple[Ref, ...] = ()
    conflicts: tuple[Ref, ...] = ()

    @property
    def ref(self) -> Ref:
        """What names the row in the whole ledger: an id is unique on its page only."""
        return self.page, self.id

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by their names."""
        return self._asdict()


def rows(
    document: Document, aliases: Aliases, base: Base | None, schema: Schema = DEFAULT_SCHEMA
) -> Iterator[Row]:
    """Yield the metrics of a page in the order of its articles and of the text; `same` and `conflicts` empty.

    A duration is one only where it has an indicator: 干了5年 measures nothing.

    Args:
        base: the date that the page counts from, as far as it is known.
        schema: says which tags are quantities, and what their relations say of them.
    """
    links = _links(document, schema)
    for article in document.articles:
        tagged = (span for span in document.spans_in(article) if span.label in schema.labels.metrics)
        metrics = [span for span in tagged if _measures(span, links.get(span.id, {}))]
        if metrics:
            reading, title = read(document.page, article), headline_of(document.page, article)
            day = article_base(reading.text, base)
            for span in metrics:
                place = _Place(document.page, article, reading, title)
                yield _row(span, place, links.get(span.id, {}), aliases, day)


def _measures(span: Span, links: "_Links") -> bool:
    return span.attributes.get("kind") != "duration" or "indicator" in links


class _Place(NamedTuple):
    page: Page
    article: Article
    reading: Reading
    title: str | None


_Links: TypeAlias = dict[RelationRole, list[Span]]
"""The spans that a metric's relations lead to, by their roles."""


def _links(document: Document, schema: Schema) -> dict[str, _Links]:
    """Return by metric what it is related to."""
    roles = schema.relation_roles()
    found: dict[str, _Links] = {}
    for relation in document.relations:
        tail = document.spans_by_id.get(relation.tail)
        role = roles.get(relation.label)
        if role is not None and tail is not None:
            found.setdefault(relation.head, {}).setdefault(role, []).append(tail)
    return found


def _row(span: Span, place: _Place, links: _Links, aliases: Aliases, base: Base | None) -> Row:
    written = {name: _JOINED.join(tail.text for tail in links.get(name, ())) for name in RELATION_ROLES}
    period = period_of(links.get("period", []), base, place.reading)
    page = place.page.id
    return Row(
        id=span.id,
        page=page,
        article=place.article.id,
        title=place.title,
        indicator=aliases.name("indicator", written["indicator"], page),
        subject=aliases.name("subject", written["subject"], page),
        period=written["period"],
        interval=period.iso,
        open=period.reason if period.reason or period.iso or not written["period"] else "unread",
        value=_field(span, "value"),
        value_max=_field(span, "value_max"),
        unit=_field(span, "unit"),
        comparator=_field(span, "comparator"),
        direction=_field(span, "direction"),
        kind=_field(span, "kind"),
        status=_field(span, "status"),
        text=span.text,
        sentence=sentence(place.reading, span),
        indicator_text=written["indicator"],
        subject_text=written["subject"],
        segments=span.segments,
    )


def _field(span: Span, name: str) -> str:
    value = span.attributes.get(name)
    return "" if value is None else str(value)


def period_of(tails: Iterable[Span], base: Base | None, reading: Reading) -> Interval:
    """Return the interval that the spans of a period stand for: what a person said of one comes first.

    Args:
        reading: of the article that they stand in; what stands around them says what they mean.
    """
    first = next(iter(tails), None)
    if first is None:
        return Interval(None, None)
    said = first.attributes.get(INTERVAL)
    given = interval_of(said) if isinstance(said, str) else None
    return given or _read_at(first, base, reading) or resolve(first.text, base) or Interval(None, None)


def _read_at(span: Span, base: Base | None, reading: Reading) -> Interval | None:
    parts = reading.project(span.segments)
    return period_at(reading.text, *parts[0], base) if len(parts) == 1 else None


def interval_of(text: str) -> Interval | None:
    """Return the interval written in ISO 8601 (``2023-01-01/2023-06-30``, ``../2023-06-30``); or None."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    try:
        start, end = (None if part == ".." else date.fromisoformat(part) for part in found.groups())
    except ValueError:
        return None
    if start and end and end < start:
        return None
    return Interval(start, end) if start or end else None


def sentence(reading: Reading, span: Span) -> str:
    """Return the sentence of the reading text in which a span begins."""
    parts = reading.project(span.segments)
    if not parts:
        return span.text
    block_start, block_end = reading.blocks[reading.block_at(parts[0][0])]
    for found in _SENTENCE.finditer(reading.text, block_start, block_end):
        if found.end() > parts[0][0]:
            return found[0].strip()
    return span.text
