"""Words of another segmenter; where they differ, they become corrections of the page's words."""

from collections.abc import Iterable, Sequence

from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.tokens import tokens
from tui.model import Segment
from tui.text.offsets import Reading

Place = tuple[Segment, ...]
"""Where a tag stands in the source."""


def are_characters(words: Sequence[Segment]) -> bool:
    """Tell whether each is one character: then these are tokens, and nobody said that they are words."""
    return all(end - start == 1 for start, end in words)


def known_words(reading: Reading, known: Sequence[Segment], tagged: Iterable[Place]) -> set[Segment]:
    """Return the ranges of the reading text that need no correction where another program has a word.

    Args:
        known: the words so far, as ranges of the reading text.
        tagged: where tags stand; a word that is one so far but for a cut at a tag's end is none to correct.
    """
    marks = tuple(Mark("", "", reading.project(place)) for place in tagged)
    if not marks:
        return set(known)
    return {*known, *tokens(FlatArticle("", reading.text, marks, words=tuple(known)), "entity")}
