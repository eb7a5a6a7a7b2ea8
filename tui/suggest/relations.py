"""Relations of a proposed metric: its indicator, subject and period, tagged or proposed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import exp

from tui.model import Article, Document, RelationType, Segment, Span, order
from tui.suggest.candidate import Candidate
from tui.suggest.indicators import IndicatorProposer
from tui.suggest.kinds import fitting_label
from tui.suggest.proposal import Proposal
from tui.suggest.relation_history import Name, RelationHistory
from tui.suggest.tail_evidence import PROPOSED
from tui.suggest.tail_ranking import Tail, ranked_tails
from tui.suggest.word_lists import GENERIC_PLACES
from tui.text.offsets import Reading

MIDDLE, WIDTH = 3.0, 1.5
"""The rank at which a tail is as likely as none, and how quickly that changes."""
SHOWN = 0.5
"""What is less sure is no tail, but for what stands beside a metric, and 全市."""
NOW = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Linked:
    """A relation that is proposed.

    Attributes:
        label: the relation's.
        tail_label: that of the tag it leads to; empty where the words have none and none fits.
        segments: of the tail, source offsets.
        span: the tag it leads to; None: one that would have to be made.
        score: how sure, 0 to 1; below 0.5 rather to nothing.
    """

    label: str
    tail_label: str
    surface: str
    segments: tuple[Segment, ...]
    span: Span | None
    score: float

    def as_dict(self) -> dict[str, object]:
        """Return what the command line prints of it."""
        return {
            "label": self.label,
            "surface": self.surface,
            "segments": self.segments,
            "score": round(self.score, 3),
        }


def with_proposals(
    document: Document, reading: Reading, proposed: Iterable[Candidate], heads: Iterable[Proposal] = ()
) -> Document:
    """Return a document in which what is proposed of an article stands among the tags.

    Args:
        heads: proposals that are there in any case.
    """
    spans = [
        _proposed(
            f"{PROPOSED}{number}",
            one.label,
            reading.to_source(*one.range),
            reading.text[slice(*one.range)],
            one.score,
        )
        for number, one in enumerate(proposed)
        if one.score >= SHOWN
        or one.maker == IndicatorProposer.name
        or reading.text[slice(*one.range)] in GENERIC_PLACES
    ]
    there = {(span.label, span.segments) for span in spans}
    spans += [
        _proposed(f"{PROPOSED}head {number}", head.label, head.segments, head.surface, head.score)
        for number, head in enumerate(heads)
        if (head.label, head.segments) not in there
    ]
    return document.replaced(spans=tuple(sorted((*document.spans, *spans), key=order)))


def _proposed(id_: str, label: str, segments: tuple[Segment, ...], text: str, score: float) -> Span:
    return Span(id=id_, label=label, segments=segments, text=text, score=score, created=NOW, updated=NOW)


def linked(
    document: Document,
    article: Article,
    reading: Reading,
    head: Span,
    types: Sequence[RelationType],
    history: Mapping[str, RelationHistory],
    name: Name = str,
) -> dict[str, list[Linked]]:
    """Return what a metric may be related to, by relation, the likeliest first.

    Args:
        document: as `with_proposals` returns it.
        head: the metric, in that document.
        types: relations that have a role.
        history: how each relation was made before.
    """
    found = {}
    for type_ in types:
        if type_.role and (not type_.heads or head.label in type_.heads):
            ranked = ranked_tails(document, article, reading, head, type_, history[type_.id], name)
            found[type_.id] = [_linked(type_, tail, reading) for tail in ranked]
    return found


def _linked(type_: RelationType, tail: Tail, reading: Reading) -> Linked:
    span = tail.span
    is_tag = span is not None and not span.id.startswith(PROPOSED)
    text = reading.text[slice(*tail.range)]
    return Linked(
        type_.id,
        span.label if span else fitting_label(text, type_.tails),
        text,
        span.segments if span else reading.to_source(*tail.range),
        span if is_tag else None,
        1.0 / (1.0 + exp((MIDDLE - tail.score) / WIDTH)),
    )
