"""From documents to entries: the only place where spans get reading offsets for an export."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter, lt
from typing import NamedTuple

from msgspec import Struct

from tui.errors import OffsetError
from tui.formats.common.loss_report import ExportReport, Fate, Loss, What
from tui.formats.common.native_schema import Why
from tui.model import Article, Document, Relation, Segment, Span
from tui.text.correct import corrected_words
from tui.text.offsets import Reading, read
from tui.text.segment import Segmenter


class Wanted(NamedTuple):
    """What is to be exported; an empty set means all.

    Attributes:
        unplaced: whether what has no reading range goes along, for piyue to read.
    """

    states: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    unplaced: bool = True


ALL = Wanted()


class Placed(Struct, frozen=True):
    """A span, and the reading range at which exactly its text stands."""

    start: int
    end: int
    span: Span

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Sort key: by place, the enclosing span before the enclosed, then by label; ids are random."""
        return self.start, -self.end, self.span.label, self.span.id


class Loose(Struct, frozen=True):
    """A span without such a range, and why."""

    span: Span
    why: Why


@dataclass
class Entry:
    """An article with everything said about it, each span where it stands.

    Attributes:
        spans: in the order of their places.
        relations: between two of these.
        unplaced: what the page has and no article can show, with the first one; what the article cannot.
        far: relations between two articles or with an unplaced end.
        words: reading ranges.
    """

    document: Document
    article: Article
    reading: Reading
    spans: list[Placed] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    unplaced: list[Loose] = field(default_factory=list)
    far: list[Relation] = field(default_factory=list)
    words: tuple[Segment, ...] = ()


def entries(
    documents: Iterable[Document],
    report: ExportReport,
    wanted: Wanted = ALL,
    segmenter: Segmenter | None = None,
) -> Iterator[Entry]:
    """Yield the wanted articles of each document in order, one document in memory at a time.

    Args:
        report: gets everything that an entry does not show in its `spans` and `relations`.
        segmenter: cuts the words; without one, entries have none.
    """
    for document in documents:
        for entry in _PageEntries(document, wanted, report).entries:
            report.seen["article"] += 1
            starts = [placed.start for placed in entry.spans]
            if not all(map(lt, starts, starts[1:])):  # they nearly always are in order
                entry.spans.sort(key=attrgetter("order"))
            if segmenter:
                # With what people corrected.
                words = segmenter.words(entry.reading.text)
                entry.words = tuple(corrected_words(entry.reading, words, document.corrections.words))
            yield entry


class _Stretch(NamedTuple):
    """A stretch of the source that an article shows in one piece.

    Attributes:
        entry: none where the article is not wanted.
        shift: from source offsets to reading offsets.
    """

    start: int
    end: int
    entry: Entry | None
    shift: int


NOWHERE = _Stretch(0, 0, None, 0)


class _PageEntries:
    """The entries of one page, each span and relation put where it belongs."""

    def __init__(self, document: Document, wanted: Wanted, report: ExportReport) -> None:
        self.document, self.wanted, self.report = document, wanted, report
        self.entries = [
            Entry(document, article, read(document.page, article))
            for article in document.articles
            if self._is_wanted(article)
        ]
        self._stretches = sorted(self._all_stretches(), key=lambda stretch: stretch.start)
        self._starts = [stretch.start for stretch in self._stretches]
        self._homes: dict[str, Entry] = {}
        self._placed: set[str] = set()
        self._gapped: set[str] = set()
        self._seen: list[Span] = []
        self._spans()
        self._relations()
        self._progress()

    def _is_wanted(self, article: Article) -> bool:
        return not self.wanted.states or self.document.progress_of(article.id).state in self.wanted.states

    def _all_stretches(self) -> Iterator[_Stretch]:
        by_article = {entry.article.id: entry for entry in self.entries}
        for article in self.document.articles:
            if entry := by_article.get(article.id):
                for at, start, length in entry.reading.pieces:
                    yield _Stretch(start, start + length, entry, at - start)
            else:
                for block in article.blocks:
                    for start, end in block.segments:
                        yield _Stretch(start, end, None, 0)

    def _spans(self) -> None:
        labels = self.wanted.labels
        spans = self.document.spans
        self._put(spans if not labels else [span for span in spans if span.label in labels])
        for span in self.document.orphans:
            if not labels or span.label in labels:
                self._set_aside(span, "orphan", self._first())
        seen = self.report.seen
        seen["span"] += len(self._seen)
        seen["attributes"] += len([span for span in self._seen if span.attributes])
        seen["note"] += len([span for span in self._seen if span.note])
        for entry in self.entries:
            progress = self.document.progress_of(entry.article.id)
            seen["attributes"] += bool(progress.labels)
            seen["note"] += bool(progress.note)

    def _put(self, spans: Iterable[Span]) -> None:
        """Put each span into the article it begins in; not at all where that one is not wanted."""
        first, last, entry, shift = NOWHERE
        for span in spans:
            start, end = span.segments[0]
            if not first <= start < last:  # it does not follow the one before in the same stretch
                at = bisect_right(self._starts, start) - 1
                first, last, entry, shift = self._stretches[at] if at >= 0 else NOWHERE
            if start >= last:
                self._set_aside(span, "furniture", self._first())
                continue
            if entry is None:
                continue
            place: Segment | None = start + shift, end + shift
            if end > last or len(span.segments) > 1:
                place = _place(entry.reading, span)
            if place is None or entry.reading.text[place[0] : place[1]] != span.text:
                self._set_aside(span, "broken", entry)
                continue
            entry.spans.append(Placed(*place, span))
            self._seen.append(span)
            self._homes[span.id] = entry
            self._placed.add(span.id)

    def _set_aside(self, span: Span, why: Why, carrier: Entry | None) -> None:
        """Keep a span that has no reading range with the carrier, and say so."""
        if carrier is None and self._is_left_out():
            return
        self._seen.append(span)
        if why == "broken":
            self.report.seen["segments"] += 1
        if carrier is not None:
            carrier.unplaced.append(Loose(span, why))
            self._homes.setdefault(span.id, carrier)
        is_shown = why != "orphan" and carrier is not None and parts_in(carrier.reading, span) != ()
        if is_shown:
            # A tag with a gap goes out with its parts: nothing of it is lost.
            self._gapped.add(span.id)
        else:
            along: list[What] = [what for what in ("attributes", "note") if getattr(span, what)]
            if why == "broken":
                along.append("segments")
            self._lose("span", span.id, span.text, why, carrier is not None, *along)

    def _relations(self) -> None:
        for relation in self.document.relations:
            if self._is_wanted_relation(relation):
                self._relate(relation)

    def _is_wanted_relation(self, relation: Relation) -> bool:
        if not self.wanted.labels:
            return True
        ends = map(self.document.spans_by_id.get, (relation.head, relation.tail))
        return all(end is None or end.label in self.wanted.labels for end in ends)

    def _relate(self, relation: Relation) -> None:
        head, tail = self._homes.get(relation.head), self._homes.get(relation.tail)
        if head is None and self._is_left_out():
            return
        self.report.seen["relation"] += 1
        ends = {relation.head, relation.tail}
        if head is not None and head is tail and ends <= self._placed:
            head.relations.append(relation)
            return
        if head is not None and head is tail and ends <= self._placed | self._gapped:
            head.far.append(relation)
            return
        is_kept = head is not None and tail is not None and (self.wanted.unplaced or head is tail)
        if head is not None and is_kept:
            head.far.append(relation)
        if self.wanted.unplaced or not is_kept:
            self._lose("relation", relation.id, relation.label, "far", is_kept)

    def _progress(self) -> None:
        known = {article.id for article in self.document.articles}
        for key, progress in self.document.progress.items():
            if key not in known and not self.wanted.states:
                self._lose("state", key, progress.state, "gone", False)

    def _is_left_out(self) -> bool:
        """Tell whether things without a carrier were not asked for: states were, and no article has one."""
        return bool(self.wanted.states)

    def _first(self) -> Entry | None:
        return self.entries[0] if self.entries else None

    def _lose(self, what: What, key: str, text: str, reason: str, kept: bool, *along: What) -> None:
        fate: Fate = "aside" if kept and self.wanted.unplaced else "lost"
        self.report.lose(Loss(what, key, text, self.document.page.id, reason, fate), *along)


def parts_in(reading: Reading, span: Span) -> tuple[Segment, ...]:
    """Return where all of a span stands in the reading text; nothing where a piece of it does not."""
    parts = reading.project(span.segments)
    return parts if "".join(reading.text[a:b] for a, b in parts) == span.text else ()


def _place(reading: Reading, span: Span) -> Segment | None:
    """Return the reading range of a span that goes from one stretch to another, if it is unbroken there."""
    try:
        return reading.to_reading(span.segments)
    except OffsetError:
        return None
