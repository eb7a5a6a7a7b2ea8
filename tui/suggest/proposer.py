"""The protocol of proposers."""

from collections.abc import Sequence
from typing import Literal, Protocol, TypeAlias

from tui.suggest.candidate import ArticleText, Candidate, Example

LearnsFrom: TypeAlias = Literal["nothing", "tags", "decided"]
"""Nothing; each tag at once; articles and paragraphs in which everything was decided."""


class Proposer(Protocol):
    """Something that finds places in an article that may be tags.

    Attributes:
        name: of the maker; proposals and tags that were taken from them say it.
        version: of its rules or features; with another one it has to be trained again.
        learns_from: what `train` looks at.
    """

    name: str
    version: str
    learns_from: LearnsFrom

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked: trained, installed."""
        ...

    def train(self, examples: Sequence[Example]) -> None:
        """Learn from examples in place of what was learned before."""
        ...

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return what it finds, in the order of the text; what makers before it found is in `text.found`."""
        ...
