"""Places of the visible text to jump to: words, untagged numbers, repeated texts."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias, get_args

from tui import quantities
from tui.app.text_view.geometry.scene import Scene
from tui.app.workspace.documents import TagSchema
from tui.model import Document, Segment, Span
from tui.text.segment import fallback_words

JumpKind: TypeAlias = Literal["words", "numbers", "repeated"]
KINDS: tuple[JumpKind, ...] = get_args(JumpKind)
MARGIN = 40
"""Characters beyond what is visible in which a number that is cut there is read."""


def jump_places(
    scene: Scene, visible: Segment, kind: JumpKind, document: Document, schema: TagSchema
) -> list[Segment]:
    """Return the places of a kind that begin in the visible range, ascending (reading offsets)."""
    found = FIND[kind](scene, visible, document, schema)
    return sorted({place for place in found if visible[0] <= place[0] < visible[1]})


def _words(scene: Scene, visible: Segment, document: Document, schema: TagSchema) -> Iterable[Segment]:
    """Return the words that hold a letter, a digit or a Chinese character."""
    del document, schema
    start, end = visible
    words = scene.contents.words
    if words:
        found = words[bisect_left(words, (start, start)) : bisect_right(words, (end, end))]
    else:  # not known yet
        found = [(start + a, start + b) for a, b in fallback_words(scene.text[start:end])]
    return [(a, b) for a, b in found if any(map(str.isalnum, scene.text[a:b]))]


def _numbers(scene: Scene, visible: Segment, document: Document, schema: TagSchema) -> Iterable[Segment]:
    """Return the quantities that are not tagged as one."""
    del document
    start = max(0, visible[0] - MARGIN)
    text = scene.text[start : visible[1] + MARGIN]
    found = ((start + q.start, start + q.end) for q in quantities.find(text, schema.units))
    return [
        place for place in found if not _is_tagged(scene, place, lambda s: s.label in schema.labels.metrics)
    ]


def _repeated(scene: Scene, visible: Segment, document: Document, schema: TagSchema) -> Iterable[Segment]:
    """Return where the text of a tag of the page stands untagged; one within a longer one is left out."""
    del schema
    start, end = visible
    text, taken = scene.text[start:end], [False] * (end - start)
    found: list[Segment] = []
    for wanted in sorted({span.text for span in document.spans if span.text}, key=lambda t: (-len(t), t)):
        at = text.find(wanted)
        while at >= 0:
            stop = at + len(wanted)
            if not any(taken[at:stop]):
                taken[at:stop] = [True] * len(wanted)
                found.append((start + at, start + stop))
            at = text.find(wanted, stop)
    return [place for place in found if not _is_tagged(scene, place, lambda _: True)]


def _is_tagged(scene: Scene, place: Segment, wanted: Callable[[Span], bool]) -> bool:
    """Tell whether a tag that is wanted covers a place."""
    return any(
        wanted(shown.span) and any(a <= place[0] and place[1] <= b for a, b in shown.ranges)
        for shown in scene.tags_at(place[0])
    )


Find: TypeAlias = Callable[[Scene, Segment, Document, TagSchema], Iterable[Segment]]
FIND: Mapping[JumpKind, Find] = {"words": _words, "numbers": _numbers, "repeated": _repeated}
