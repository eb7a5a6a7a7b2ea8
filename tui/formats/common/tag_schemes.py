"""Tag schemes as a table: BIO2, BIOES and BMES; mixtures are read too."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.formats.common.flat_article import Mark
from tui.formats.common.not_read import NotReadError
from tui.formats.interface import Refuse


class Scheme(NamedTuple):
    """The letters, or tags, for the first, the inner, the last and the only token of an entity."""

    first: str
    inner: str
    last: str
    only: str


SCHEMES = {
    "BIO2": Scheme("B", "I", "I", "B"),
    "BIOES": Scheme("B", "I", "E", "S"),
    "BMES": Scheme("B", "M", "E", "S"),
}
OUTSIDE = "O"
BEGINS, ENDS = frozenset("BSUW"), frozenset("ESLUW")
"""Letters at which an entity begins, or ends, in any scheme; I, M and those that end go on with one."""


def tags(scheme: str, marks: Iterable[Mark], starts: Sequence[int], form: str = "{}") -> list[str]:
    """Return a tag for each token.

    Args:
        marks: ascending, not overlapping, each of whole tokens (blanks between them aside).
        starts: where tokens begin, ascending.
        form: what is written for a tag, which stands in the place of the braces.
    """
    found = [form.format(OUTSIDE)] * len(starts)
    behind = 0
    for mark in marks:
        parts = mark.parts
        start = bisect_left(starts, parts[0][0], behind)
        behind = bisect_left(starts, parts[-1][1], start)
        if start == behind:
            continue
        first, inner, last, only = _tags_of(scheme, mark.label, form)
        found[start:behind] = [inner] * (behind - start)
        found[behind - 1] = last
        found[start] = first if behind - start > 1 else only
    return found


@lru_cache(1024)
def _tags_of(scheme: str, label: str, form: str) -> Scheme:
    return Scheme(*(form.format(f"{letter}-{label}") for letter in SCHEMES[scheme]))


Parted = tuple[str, str]
"""A tag's letter, in upper case, and its label."""
PATTERNS = (
    re.compile(r"(?P<letter>[BIMESULOW])[-_](?P<label>.+)"),
    re.compile(r"(?P<label>.+)[-_](?P<letter>[BIMESULOW])"),
    re.compile(r"(?P<letter>[bimesulow])[-_](?P<label>.+)"),
    re.compile(r"(?P<label>.+)[-_](?P<letter>[bimesulow])"),
)
"""How tags are written, the most usual first; a file's are written as most of them are."""
NO_ENTITY = frozenset({"O", "o", "0", "_", "-", "", "OUT", "NONE", "None"})
UNTYPED = "ENTITY"
"""The label of entities whose tags name none: `B` or `B-`. seqeval calls their kind `_`."""
BARE = re.compile("[-_]?(?P<letter>[BIMESULWbimesulw])[-_]?")
"""A letter without a label, with the sign that would part them or without."""


class TagReader:
    """Parts the tags of a file into letter and label: `B-ORG`, `B_ORG`, `ORG-B`, `ORG`, `B`, `B-`.

    Args:
        found: all tags of the file; what a part of a tag means depends on the others.

    Attributes:
        are_words: whether the tags say where words end, and nothing else.
        has_untyped: whether tags of entities name no label though others do, or though they begin to; a
            corpus of one kind, whose tags are letters alone, leaves nothing open.
    """

    def __init__(self, found: Collection[str]) -> None:
        tags = {tag for tag in found if tag not in NO_ENTITY}
        self._pattern = max(PATTERNS, key=lambda pattern: sum(bool(pattern.fullmatch(tag)) for tag in tags))
        typed = [tag for tag in tags if not BARE.fullmatch(tag)]
        only_letters = bool(tags) and not typed
        self._has_letters = only_letters or any(map(self._pattern.fullmatch, typed))
        self.are_words = only_letters and len(tags) > 1 and not any(tag in NO_ENTITY for tag in found)
        bare = [tag for tag in tags if BARE.fullmatch(tag)]
        is_mixed = self._has_letters and bool(typed)
        self.has_untyped = not self.are_words and any(is_mixed or len(tag) > 1 for tag in bare)
        self._known: dict[str, Parted] = {}

    def __call__(self, tag: str) -> Parted:
        """Return a tag's letter and label."""
        known = self._known.get(tag)
        if known is None:
            known = self._known[tag] = self._parted(tag)
        return known

    def _parted(self, tag: str) -> Parted:
        if tag in NO_ENTITY:
            return OUTSIDE, ""
        bare = BARE.fullmatch(tag)
        if bare and (self._has_letters or len(tag) > 1):
            return bare["letter"].upper(), UNTYPED
        match = self._pattern.fullmatch(tag)
        if match is None:
            return "I", tag
        letter = match["letter"].upper()
        return (letter, match["label"]) if letter != OUTSIDE else (OUTSIDE, "")


INNER = frozenset("IM")


def tell_untyped(marks: Iterable[Mark], reader: TagReader, refuse: Refuse) -> None:
    """Tell how many entities of an article have a label that the file does not name."""
    count = sum(mark.label == UNTYPED for mark in marks) if reader.has_untyped else 0
    if count:
        refuse(NotReadError("no_label", UNTYPED, count))


def entities(found: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Yield (label, first token, token behind the last) of tags in any of the schemes.

    An inner tag without a beginning, or after another label, begins an entity.
    """
    tags = list(found)
    return entities_of(map(TagReader(dict.fromkeys(tags)), tags))


def entities_of(parted: Iterable[Parted]) -> Iterator[tuple[str, int, int]]:
    """Yield what `entities` does, of tags that were parted."""
    label, start, at = "", 0, -1
    for at, (letter, name) in enumerate(parted):
        if label and (letter in BEGINS or name != label):
            yield label, start, at
            label = ""
        if not label:
            label, start = name, at
        if letter in ENDS:
            yield label, start, at + 1
            label = ""
    if label:
        yield label, start, at + 1


def names(scheme: str, labels: Iterable[str]) -> list[str]:
    """Return all tags that labels can have in a scheme, `O` first."""
    letters = list(dict.fromkeys(SCHEMES[scheme]))
    return [OUTSIDE, *(f"{letter}-{label}" for label in labels for letter in letters)]
