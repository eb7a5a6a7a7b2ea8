"""What makers of proposals are given, and what they give: an article's text, and ranges in it with labels."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tui.model import Attribute, Role, Segment
from tui.text.stretches import sentences

if TYPE_CHECKING:
    from tui.model.span import Origin


@dataclass(frozen=True, slots=True)
class Candidate:
    """A range of an article's reading text that may be a tag.

    Attributes:
        score: how sure its maker is, 0 to 1.
        maker: the name of the maker, with its version where it has one.
    """

    start: int
    end: int
    label: str
    score: float
    maker: str = ""
    origin: "Origin" = "model"
    attributes: dict[str, Attribute] = field(default_factory=dict, compare=False)

    @property
    def range(self) -> Segment:
        """Its reading range."""
        return self.start, self.end

    def overlaps(self, other: "Candidate") -> bool:
        """Tell whether both hold some character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class ArticleText:
    """An article as makers see it; all offsets are reading offsets.

    Attributes:
        article: its id.
        blocks: the range and the role of each block.
        words: ranges that cover the text, as a segmenter cut it.
        rules: quantities and times.
        memory: texts that were tagged elsewhere.
        names: what a recogniser that was trained on other texts (LAC) takes for names, by its own labels.
    """

    article: str
    text: str
    blocks: tuple[Segment, ...]
    roles: tuple[Role, ...]
    words: Sequence[Segment]
    rules: Sequence[Candidate] = ()
    memory: Sequence[Candidate] = ()
    names: Sequence[Candidate] = ()

    @cached_property
    def sentences(self) -> tuple[Segment, ...]:
        """The sentences of all blocks, in order."""
        return tuple(found for block in self.blocks for found in sentences(self.text, *block))


def outermost(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those that lie in no other one of them, in order; of two that are equal, the surer."""
    ranked = sorted(candidates, key=lambda one: (one.start, -one.end, -one.score))
    kept: list[Candidate] = []
    reach = -1
    for one in ranked:
        if one.end > reach:
            kept.append(one)
            reach = one.end
    return kept
