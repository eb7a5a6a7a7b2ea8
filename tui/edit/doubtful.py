"""The doubtful places of a page: borders, roles and misread text to check first."""

from tui.edit.repair import is_confirmed
from tui.model import Document, overlap
from tui.model.page import CERTAIN
from tui.text.doubts import PLACES, doubts


def doubtful_places(document: Document) -> list[int]:
    """Return the source offsets of what is doubtful on a page, ascending.

    A page whose division somebody confirmed has doubtful readings only; a reading that somebody put right
    is none.
    """
    places = set() if is_confirmed(document) else _of_division(document)
    known = [segment for pin in document.corrections.reads for segment in pin.segments]
    for doubt in doubts(document.page.text):
        if doubt.kind in PLACES and not overlap([(doubt.start, doubt.end)], known):
            places.add(doubt.start)
    return sorted(places)


def _of_division(document: Document) -> set[int]:
    borders = {a.blocks[0].segments[0][0] for a in document.articles if a.border < CERTAIN}
    blocks = (block for article in document.articles for block in article.blocks)
    return borders | {block.segments[0][0] for block in blocks if block.confidence < CERTAIN}
