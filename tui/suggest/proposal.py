"""Proposals, and which of them are undecided."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tui.model import Attribute, Document, Segment, Span
from tui.model.span import Origin


class Proposal(NamedTuple):
    """A tag that is proposed.

    Attributes:
        segments: source offsets.
        surface: what stands there.
        maker: what proposes it.
        score: how sure its maker is, 0 to 1.
        relations: of a metric, what it may be related to: label, surface, segments and score, best first.
    """

    article: str
    page: str
    label: str
    surface: str
    segments: tuple[Segment, ...]
    origin: Origin
    score: float
    attributes: dict[str, Attribute]
    maker: str = "rules"
    relations: list[dict[str, Any]] = []

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by their names, as the command line prints them."""
        return self._asdict()


def open_proposals(proposals: Iterable[Proposal], document: Document) -> Iterator[Proposal]:
    """Yield the proposals that nobody has decided on: not refused, and no tag of the label on any of it."""
    said_no = {
        (refused.label, refused.segments)
        for refused in document.corrections.refused
        if refused.annotator in ("", document.annotator)
    }
    tagged: dict[str, list[Span]] = {}
    for span in document.spans:
        tagged.setdefault(span.label, []).append(span)
    for proposal in proposals:
        if (proposal.label, proposal.segments) in said_no:
            continue
        first, last = proposal.segments[0][0], proposal.segments[-1][1]
        near = (s for s in tagged.get(proposal.label, ()) if s.start < last and first < s.end)
        if not any(_touches(span.segments, proposal.segments) for span in near):
            yield proposal


def _touches(one: tuple[Segment, ...], other: tuple[Segment, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
