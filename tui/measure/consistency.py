"""Consistency: questions about tags that disagree with each other, the text or the schema."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias, get_args
from unicodedata import category

from tui.measure.lexicon import Lexicon
from tui.model import Article, Document, Schema, Segment, Span, unite
from tui.model.labels import INTERVAL
from tui.search.places import Place, place
from tui.text.offsets import Reading, read
from tui.text.sentences import PAIRS, is_punctuation

Kind: TypeAlias = Literal[
    "labels_differ",
    "borders_differ",
    "mid_word",
    "punctuation",
    "unlabelled",
    "no_value",
    "no_unit",
    "no_indicator",
    "relation_type",
    "overlap",
    "required",
    "unlikely",
    "missed",
    "interval",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

_BOTH_ENDS = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})")
OPENINGS = {closing: opening for opening, closing in PAIRS.items()}
REACH = 30
"""How many characters before a tag a longer name may begin."""


class Fix(NamedTuple):
    """What would be done on a key.

    Attributes:
        label: what the tag would be called; of a new tag, its label.
        segments: where it would stand.
    """

    label: str
    segments: tuple[Segment, ...]


class Finding(NamedTuple):
    """A question about a place.

    Attributes:
        place: with the tag that is meant; without one, a tag is missed there.
        detail: a label, a text, a field: what the kind's sentence names.
        fix: what is obvious to do; None: nothing is.
    """

    kind: Kind
    place: Place
    detail: str = ""
    fix: Fix | None = None

    @property
    def key(self) -> str:
        """What an answer to it is remembered by."""
        label = self.place.span.label if self.place.span else ""
        where = ",".join(f"{start}-{end}" for start, end in self.place.segments)
        return "|".join((self.kind, self.place.page, where, label, self.place.text, self.detail))


class _Tags:
    """An article's tags by what is asked of them: a look at each for each would take their number squared."""

    def __init__(self, spans: Sequence[tuple[Span, tuple[Segment, ...]]]) -> None:
        self.ranges = {span.id: ranges for span, ranges in spans}
        self.at = {(span.label, span.segments) for span, _ in spans}
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._furthest: dict[str, list[int]] = defaultdict(list)
        for label, start, end in sorted((span.label, r[0][0], r[-1][1]) for span, r in spans):
            self._starts[label].append(start)
            self._furthest[label].append(max([end, *self._furthest[label][-1:]]))
        self.taken = unite(range_ for _, ranges in spans for range_ in ranges) if spans else ()

    def covers(self, label: str, range_: Segment) -> bool:
        """Tell whether a tag of a label reaches over a range."""
        before = bisect_right(self._starts.get(label, ()), range_[0])
        return before > 0 and self._furthest[label][before - 1] >= range_[1]


class _Held(NamedTuple):
    """An article held against lexicon and schema."""

    document: Document
    article: Article
    reading: Reading
    spans: Sequence[tuple[Span, tuple[Segment, ...]]]
    lexicon: Lexicon
    schema: Schema
    words: Sequence[Segment] | None
    tags: _Tags
    names: Sequence[tuple[int, list[str]]]

    def ask(self, kind: Kind, span: Span, detail: str = "", fix: Fix | None = None) -> Finding:
        """Return a question about a tag."""
        ranges = self.tags.ranges[span.id]
        found = place(self.document, self.article, self.reading, (ranges[0][0], ranges[-1][1]))
        return Finding(kind, found._replace(text=span.text, segments=span.segments, span=span), detail, fix)


def findings(
    document: Document,
    article: Article,
    lexicon: Lexicon,
    schema: Schema,
    words: Sequence[Segment] | None = None,
) -> list[Finding]:
    """Return what there is to ask about an article, in the order of the text.

    Args:
        lexicon: of all documents that should agree.
        words: of the reading text; without them nobody asks about words.
    """
    reading = read(document.page, article)
    placed = ((span, reading.project(span.segments)) for span in document.spans_in(article))
    spans = [(span, ranges) for span, ranges in placed if ranges]
    names = lexicon.names_in(reading.text)
    held = _Held(document, article, reading, spans, lexicon, schema, words, _Tags(spans), names)
    found = [finding for rule in RULES for finding in rule(held)]
    return sorted(found, key=lambda finding: (finding.place.start, KINDS.index(finding.kind)))


def _labels_differ(held: _Held) -> Iterator[Finding]:
    for span, _ in held.spans:
        usual = held.lexicon.usual(span.text)
        if usual != span.label and (usual, span.segments) not in held.tags.at:
            yield held.ask("labels_differ", span, usual, Fix(usual, span.segments))


def _borders_differ(held: _Held) -> Iterator[Finding]:
    """Ask about a tag within a longer name that is tagged whole elsewhere."""
    for span, ranges in held.spans:
        wider = next(_wider(held, span, (ranges[0][0], ranges[-1][1])), None)
        if wider is not None:
            name = held.reading.text[slice(*wider)]
            yield held.ask("borders_differ", span, name, Fix(span.label, held.reading.to_source(*wider)))


def _wider(held: _Held, span: Span, range_: Segment) -> Iterator[Segment]:
    """Yield where a tag's range lies within a name that has its label elsewhere and no such tag here."""
    start, end = range_
    first = bisect_left(held.names, (start - REACH,))
    for at, names in held.names[first : bisect_left(held.names, (start + 1,), first)]:
        for name in names:
            stop = at + len(name)
            if (
                stop >= end
                and len(name) > end - start
                and span.label in held.lexicon.labels[name]
                and not held.tags.covers(span.label, (at, stop))
            ):
                yield at, stop


def _mid_word(held: _Held) -> Iterator[Finding]:
    if held.words is None:
        return
    borders = {offset for word in held.words for offset in word}
    for span, ranges in held.spans:
        text = held.reading.text
        for at in (ranges[0][0], ranges[-1][1]):
            if 0 < at < len(text) and at not in borders and _is_han(text[at - 1]) and _is_han(text[at]):
                yield held.ask("mid_word", span, text[max(0, at - 2) : at] + "|" + text[at : at + 2])
                break


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def _punctuation(held: _Held) -> Iterator[Finding]:
    for span, _ in held.spans:
        start, end = (0, 0) if is_punctuation(span.text) else _bare(span.text)
        if (start, end) == (0, len(span.text)):
            continue
        fix = None
        if len(span.segments) == 1 and start < end:
            first = span.segments[0][0]
            fix = Fix(span.label, ((first + start, first + end),))
        yield held.ask("punctuation", span, span.text[start:end], fix)


def _bare(text: str) -> Segment:
    """Return the range of a text without blanks and marks at its ends; a pair around all of it stays."""
    start, end = 0, len(text)
    while start < end and category(text[start])[0] in "PZ":
        if PAIRS.get(text[start], "\0") in text[start + 1 : end]:
            break
        start += 1
    while end > start and category(text[end - 1])[0] in "PZ" and text[end - 1] not in "%％‰°":
        if OPENINGS.get(text[end - 1], "\0") in text[start : end - 1]:
            break
        end -= 1
    return start, end


def _unlabelled(held: _Held) -> Iterator[Finding]:
    length = len(held.reading.text)
    taken = iter((*held.tags.taken, (length, length)))
    start, end = next(taken)
    behind = 0
    for at, names in held.names:
        while at >= end:
            start, end = next(taken)
        if at < behind or start <= at:
            continue
        name = next((name for name in names if "\n" not in name and at + len(name) <= start), None)
        if name is not None:
            label = held.lexicon.usual(name)
            found = place(held.document, held.article, held.reading, (at, at + len(name)))
            yield Finding("unlabelled", found, label, Fix(label, found.segments))
            behind = at + len(name)


def _metrics(held: _Held) -> Iterator[Finding]:
    indicators = held.schema.relations_with("indicator")
    linked = {relation.head for relation in held.document.relations if relation.label in indicators}
    for span, _ in held.spans:
        if span.label not in held.schema.labels.metrics:
            continue
        if not span.attributes.get("value"):
            yield held.ask("no_value", span)
        elif not span.attributes.get("unit"):
            yield held.ask("no_unit", span)
        if indicators and span.id not in linked:
            yield held.ask("no_indicator", span)


def _relation_types(held: _Held) -> Iterator[Finding]:
    types = {type_.id: type_ for type_ in held.schema.relations}
    known = held.document.spans_by_id
    here = {span.id for span, _ in held.spans}
    for relation in held.document.relations:
        head, tail = known.get(relation.head), known.get(relation.tail)
        if head is None or tail is None or head.id not in here:
            continue
        type_ = types.get(relation.label)
        if type_ is None or not type_.allows(head.label, tail.label):
            yield held.ask("relation_type", head, f"{relation.label} -> {tail.label} {tail.text}")


def _overlaps(held: _Held) -> Iterator[Finding]:
    last: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for span, ranges in held.spans:
        before = last[span.label]
        over = next((other for other, end in before if end > ranges[0][0]), None)
        if over is not None:
            yield held.ask("overlap", span, over.text)
        before[:] = [(other, end) for other, end in before if end > ranges[0][0]] + [(span, ranges[-1][1])]


def _required(held: _Held) -> Iterator[Finding]:
    labels = held.schema.labels
    required = {
        label: [type_.id for type_ in labels.attributes_of(label) if type_.required]
        for label in {span.label for span, _ in held.spans}
    }
    for span, _ in held.spans:
        for id_ in required[span.label]:
            if span.attributes.get(id_) in (None, ""):
                yield held.ask("required", span, id_)


def _intervals(held: _Held) -> Iterator[Finding]:
    """Ask about a time whose interval ends before it begins, as earlier versions could write it."""
    for span, _ in held.spans:
        said = span.attributes.get(INTERVAL)
        found = _BOTH_ENDS.fullmatch(said) if isinstance(said, str) else None
        if found and found[2] < found[1]:
            yield held.ask("interval", span, found[0])


Rule: TypeAlias = Callable[[_Held], Iterable[Finding]]
RULES: tuple[Rule, ...] = (
    _labels_differ,
    _borders_differ,
    _mid_word,
    _punctuation,
    _unlabelled,
    _metrics,
    _relation_types,
    _overlaps,
    _required,
    _intervals,
)
