"""Examples and candidates as JSON, between the app and the process that makes proposals."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from tui.measure.consistency import Finding, Fix
from tui.model import Span
from tui.quantities.periods import Base
from tui.search.places import Place
from tui.suggest.candidate import ArticleText, Candidate, Example


def from_candidate(one: Candidate) -> list[Any]:
    """Return a candidate as a row."""
    return [one.start, one.end, one.label, one.score, one.maker, one.origin, dict(one.attributes)]


def to_candidate(row: list[Any]) -> Candidate:
    """Return the candidate of a row."""
    return Candidate(*row)


def from_example(example: Example) -> dict[str, Any]:
    """Return an example as an object; what makers found before stays behind."""
    text = example.text
    return {
        "article": text.article,
        "text": text.text,
        "blocks": text.blocks,
        "roles": text.roles,
        "words": [*text.words],
        "base": text.base,
        "page": text.page,
        "pieces": text.pieces,
        "tags": [from_candidate(one) for one in example.tags],
        "decided": example.decided,
        "refused": [from_candidate(one) for one in example.refused],
        "refused_texts": sorted(example.refused_texts),
        "finished": example.is_finished,
    }


def to_example(data: dict[str, Any]) -> Example:
    """Return the example of an object."""
    text = ArticleText(
        data["article"],
        data["text"],
        _ranges(data["blocks"]),
        tuple(data["roles"]),
        _ranges(data["words"]),
        Base(*data["base"]) if data["base"] else None,
        page=data["page"],
        pieces=tuple((reading, source, length) for reading, source, length in data["pieces"]),
    )
    return Example(
        text,
        tuple(map(to_candidate, data["tags"])),
        _ranges(data["decided"]),
        tuple(map(to_candidate, data["refused"])),
        frozenset((written, label) for written, label in data["refused_texts"]),
        data["finished"],
    )


def _ranges(rows: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in rows)


def from_finding(finding: Finding) -> dict[str, Any]:
    """Return a question about a place as an object; of its tag, what says which one it is."""
    span = finding.place.span
    return {
        "kind": finding.kind,
        "place": finding.place._replace(span=None),
        "span": span and [span.id, span.label, span.segments, span.text, span.created.isoformat()],
        "detail": finding.detail,
        "fix": finding.fix,
    }


def to_finding(data: dict[str, Any]) -> Finding:
    """Return the question of an object; its tag has an id, a label and a place, and nothing else."""
    place = Place(*data["place"])
    place = place._replace(segments=_ranges(place.segments), span=_span(data["span"]))
    fix = Fix(data["fix"][0], _ranges(data["fix"][1])) if data["fix"] else None
    return Finding(data["kind"], place, data["detail"], fix)


def _span(row: list[Any] | None) -> Span | None:
    if row is None:
        return None
    id_, label, segments, text, created = row
    when = datetime.fromisoformat(created)
    return Span(id=id_, label=label, segments=_ranges(segments), text=text, created=when, updated=when)
