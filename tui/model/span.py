"""Spans with a label, and relations between them."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from msgspec import field

from tui.model.segments import Segments
from tui.model.values import Record

Attribute: TypeAlias = str | bool | int | None
Origin: TypeAlias = Literal["manual", "rule", "lexicon", "model", "import"]
Taken: TypeAlias = Literal["", "alone", "together", "changed"]
"""How a proposal became a tag: by itself, with the other sure ones, or after a change."""
Decision: TypeAlias = Literal["", "agreed", "taken", "majority", "anew"]
"""How an adjudicated tag came about: all had it, it was chosen among several, most had it, or it is new."""


class Span(Record, frozen=True, kw_only=True):
    """A labelled piece of a page.

    Attributes:
        segments: source offsets.
        text: what stands there, kept so that a changed source is noticed.
        attributes: of a METRIC, the quantity's fields; never mutated in place.
        annotator: who made it; empty where the file already says so.
        maker: what proposed it, where a machine did.
        score: the proposing machine's, 0 to 1, where there was one.
        taken: how a proposal became a tag: alone, together with others, or changed.
        sources: of a tag that adjudication made, the tags that it stands for: ``annotator/id``.
        decision: of such a tag, how it came about.
        decided_by: of such a tag, who decided on it; empty where nobody had to.
    """

    id: str
    label: str
    segments: Segments
    text: str
    attributes: dict[str, Attribute] = field(default_factory=dict)
    note: str = ""
    annotator: str = ""
    origin: Origin = "manual"
    maker: str = ""
    score: float | None = None
    taken: Taken = ""
    created: datetime
    updated: datetime
    sources: tuple[str, ...] = ()
    decision: Decision = ""
    decided_by: str = ""

    @property
    def start(self) -> int:
        """The first source offset."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """The source offset behind the last."""
        return self.segments[-1][1]


CERTAINTY = "certainty"
"""The attribute that says `unsure` of a tag that its maker doubts; without it, the tag is sure."""


def is_unsure(span: Span) -> bool:
    """Tell whether its maker doubts a tag."""
    return span.attributes.get(CERTAINTY) == "unsure"


class Relation(Record, frozen=True, kw_only=True):
    """A directed, labelled link between two spans of a page, by their ids."""

    id: str
    label: str
    head: str
    tail: str

    OUTSIDE: ClassVar[Mapping[str, str]] = {"head": "from", "tail": "to"}


def order(span: Span) -> tuple[int, int, str, str]:
    """Sort key: by place, the enclosing span before the enclosed, then by label; ids are random."""
    segments = span.segments  # not through its properties: many tags are put in order
    return segments[0][0], -segments[-1][1], span.label, span.id
