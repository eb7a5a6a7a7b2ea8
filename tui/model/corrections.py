"""Corrections of a page: borders, roles, paragraphs, words, refused proposals.

A correction says what is true at a place of the source, with the text that stands there; it does not say
what was done to a certain division. So it holds for whatever a later version of the splitter makes.
"""

from typing import TypeAlias

from tui.model.page import Role
from tui.model.segments import Segments, surface
from tui.model.values import Record, Value

QUOTE = 24
"""So many code points of what an article begins with are quoted."""


class BlockPin(Record, frozen=True, kw_only=True):
    """This text is one block with this role; without a role it belongs to no article."""

    segments: Segments
    text: str
    role: Role | None = None


class BorderPin(Record, frozen=True, kw_only=True):
    """With what stands here an article begins, or does not.

    Attributes:
        at: the source offset of the first code point of a block.
        text: what stands from there on.
    """

    at: int
    text: str
    begins: bool = True


class WordPin(Record, frozen=True, kw_only=True):
    """This text is one word."""

    segments: Segments
    text: str


class RefusedPin(Record, frozen=True, kw_only=True):
    """A proposal that a person refused; it is known again by its label and its place.

    Attributes:
        reason: what the person said about it, if anything.
        annotator: whom it is not made to again; empty: nobody.
        everywhere: whether the label is not proposed for this text anywhere again.
    """

    label: str
    segments: Segments
    text: str
    reason: str = ""
    annotator: str = ""
    everywhere: bool = False


class ReadsPin(Record, frozen=True, kw_only=True):
    """This text was misread: it should read otherwise. The source stays as it is.

    Attributes:
        reads: what the page says; empty where the text should not be there.
    """

    segments: Segments
    text: str
    reads: str


Pin: TypeAlias = BlockPin | BorderPin | WordPin | RefusedPin | ReadsPin
"""A correction that quotes the text that it holds for."""


class Corrections(Value, frozen=True, kw_only=True):
    """What was corrected on a page; it is true for every annotator. No two pins of a kind overlap.

    Attributes:
        refused: proposals that are not made again.
        reads: what text that recognition misread should read.
        date: when the paper appeared (``2023-07-05``, ``2023-07``, ``2023``); empty where nobody said so.
        votes: the weights of the votes, by name, that the page was divided with when work on it began; empty:
            the general ones.
    """

    blocks: tuple[BlockPin, ...] = ()
    borders: tuple[BorderPin, ...] = ()
    words: tuple[WordPin, ...] = ()
    refused: tuple[RefusedPin, ...] = ()
    reads: tuple[ReadsPin, ...] = ()
    date: str = ""
    votes: tuple[tuple[str, float], ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything was corrected."""
        pins = self.blocks or self.borders or self.words or self.refused or self.reads
        return bool(pins or self.date or self.votes)

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The corrections that quote text, kind by kind."""
        return (*self.blocks, *self.borders, *self.words, *self.refused, *self.reads)

    def stands(self, text: str) -> bool:
        """Tell whether every correction quotes what stands in `text`."""
        return all(quotes(pin, text) for pin in self.pins)


UNCORRECTED = Corrections()


def quotes(pin: Pin, text: str) -> bool:
    """Tell whether what the pin quotes stands where it says."""
    if isinstance(pin, BorderPin):
        return pin.at >= 0 and text.startswith(pin.text, pin.at)
    return pin.segments[-1][1] <= len(text) and surface(text, pin.segments) == pin.text
