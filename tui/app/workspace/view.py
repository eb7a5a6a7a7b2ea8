"""The shown parts of an article: text, words and tags, without screen positions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from tui.model import Role, Segment, Span
from tui.model.values import Frozen
from tui.text.offsets import Reading

if TYPE_CHECKING:
    from tui.text.readings import Misread

ViewKind: TypeAlias = Literal["plain", "segmented", "source"]
VIEW_KINDS: tuple[ViewKind, ...] = ("segmented", "plain", "source")
ViewRole: TypeAlias = Role | Literal["source"]


class View(Frozen, frozen=True):
    """A text to be shown: its reading map, the role of each of its blocks, and what of it was misread."""

    reading: Reading
    roles: tuple[ViewRole, ...]
    misread: "tuple[Misread, ...]" = ()


class ShownTag(Frozen, frozen=True):
    """A tag as it is shown: the span and the ranges of the view that it covers, ascending.

    Attributes:
        owner: whose it is, where tags of several annotators are shown: from 1; 0: who works here.
    """

    span: Span
    ranges: tuple[Segment, ...]
    owner: int = 0

    @property
    def length(self) -> int:
        """How many characters of the view it covers."""
        return sum(b - a for a, b in self.ranges)


class ProposedPlace(Struct, frozen=True):
    """A range of the view that is proposed as a tag, and whether that is sure."""

    start: int
    end: int
    label: str
    sure: bool


class Contents(Frozen, frozen=True):
    """What is to be shown: a view, its words (ascending), tags, whether words are told apart, proposals."""

    view: View
    words: Sequence[Segment] = ()
    tags: tuple[ShownTag, ...] = ()
    segmented: bool = False
    proposed: tuple[ProposedPlace, ...] = ()


def notice(text: str) -> Contents:
    """Return a text that is no article's as contents: what there is to say where there is none."""
    return Contents(View(Reading(text, ((0, len(text)),), ()), ("paragraph",)))


EMPTY = notice("")
