"""The texts of a project, by which one that is imported is known again.

A text is one of the project's exactly, or but for blanks and ends of lines. One that is another one but for
one place is a changed version; all others are new: corpora are full of texts that begin alike.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from tui.formats.common.sinks import stem_of
from tui.model import Article, Page, surface
from tui.text.offsets import JOINT

BEGINNING = 40
"""Characters, blanks left out, by which a text that may have been changed is looked up."""
MOST_ALIKE = 8
CHANGED = 0.1
"""How much of a text may differ, in one place, for it to be a changed version of another."""


class Known(NamedTuple):
    """An article of the project; without one, a whole page."""

    page: str
    article: str = ""


class Texts:
    """The texts of a project by their hashes: 16 bytes each, however long they are."""

    def __init__(self) -> None:
        self._exact: dict[bytes, list[Known]] = {}
        self._bare: dict[bytes, list[Known]] = {}
        self._bare_of: dict[Known, bytes] = {}
        self._begun: dict[bytes, list[Known]] = {}
        self._named: dict[str, list[Known]] = {}
        self._external: dict[Known, str] = {}
        self._taken: set[tuple[Known, str]] = set()
        self._passed: Counter[tuple[bytes, bool, str]] = Counter()

    def add(self, page: Page, articles: Iterable[Article]) -> None:
        """Take a page and its articles."""
        for article in articles:
            text = JOINT.join(surface(page.text, block.segments) for block in article.blocks)
            known = Known(page.id, article.id)
            without = self._add(known, text, page.external_id)
            if len(without) >= BEGINNING:
                for key in _ends(without):
                    self._begun.setdefault(key, []).append(known)
        self._add(Known(page.id), page.text)

    def add_new(self, known: Known, text: str, external_id: str) -> None:
        """Take a text that an import brings; none that comes with it is a changed version of it."""
        self._add(known, text, external_id)

    def _add(self, known: Known, text: str, external_id: str = "") -> str:
        without = bare(text)
        self._bare_of[known] = _hash(without)
        for table, key in ((self._exact, _hash(text)), (self._bare, self._bare_of[known])):
            # A whole page stands in for articles only where none has its text.
            held = table.setdefault(key, [])
            if known.article and held and not held[0].article:
                held.clear()
            if known.article or not held or not held[0].article:
                held.append(known)
        if known.article:
            self._named.setdefault(known.article, []).append(known)
        if external_id:
            self._external[known] = external_id
            self._named.setdefault(external_id, []).append(known)
        return without

    def begin(self) -> None:
        """Begin another file: equal texts in it are taken for equal articles in turn."""
        self._taken.clear()
        self._passed.clear()

    def named(self, name: str) -> Known | None:
        """Return the article that has this id."""
        return next((known for known in self._named.get(name, ()) if known.article == name), None)

    def has(self, known: Known, text: str) -> bool:
        """Tell whether an article has a text, but for blanks and ends of lines."""
        return self._bare_of.get(known) == _hash(bare(text))

    def find(self, name: str, text: str, annotator: str = "") -> Known | None:
        """Return the article that is named, or has this text; nothing where it is new.

        Of equal texts the first is taken for the first article, the next for the second, then for those that
        differ in blanks; when there is no more, it is one more text. Whoever asks has to see whether a named
        one is really so: `mapped` does.

        Args:
            annotator: each has equal texts of his own.
        """
        exact, without = _hash(text), _hash(bare(text))
        if exact not in self._exact and without not in self._bare:
            return self.named(name) if name else None
        called = (known for known in self._named.get(name, ()) if self._bare_of[known] == without)
        found = next(called, None) if name else None
        for table, key in ((self._exact, exact), (self._bare, without)):
            found = found or self._free(table, key, annotator)
        found = found or self._again(name, exact)
        if found is not None:
            self._taken.add((found, annotator))
        return found

    def _again(self, name: str, exact: bytes) -> Known | None:
        """Return the article that a file is called as, with an annotator's name or without: see `fresh`."""
        some = [known for known in self._exact.get(exact, ())[:MOST_ALIKE] if known.article]
        return next((one for one in some if f"{name}.".startswith(f"{stem_of(one.article)}.")), None)

    def _free(self, table: Mapping[bytes, Sequence[Known]], key: bytes, annotator: str) -> Known | None:
        """Return the first with this text that was not taken; those before it are passed for good."""
        known, passed = table.get(key, ()), (key, table is self._exact, annotator)
        at = self._passed[passed]
        while at < len(known) and self._is_taken(known[at], annotator):
            at += 1
        self._passed[passed] = at
        return known[at] if at < len(known) else None

    def _is_taken(self, known: Known, annotator: str) -> bool:
        """Tell whether a text of this file was taken for an article, or for the whole page that it is on."""
        return not self._taken.isdisjoint(((known, annotator), (Known(known.page), annotator)))

    def alike(self, name: str, text: str) -> list[Known]:
        """Return the articles that begin and end as a text does, else those that begin so.

        Not those whose names say that they are others; and where many begin so, the beginning says nothing.
        """
        without = bare(text)
        if len(without) < BEGINNING:
            return []
        both, begun = (self._begun.get(key, []) for key in _ends(without))
        found = both or (begun if len(begun) <= MOST_ALIKE else [])
        return [known for known in found if not name or name == self._external.get(known, name)]


def _ends(without: str) -> tuple[bytes, bytes]:
    """Return what a text is looked up by: its beginning with its end, and its beginning alone."""
    beginning = without[:BEGINNING]
    return _hash(f"{beginning}\n{without[-BEGINNING:]}"), _hash(beginning)


def is_changed(here: str, there: str) -> bool:
    """Tell whether one text is the other, but for one place: then somebody changed it.

    Two where digits stand there are two bulletins of one form.
    """
    one, other = bare(here), bare(there)
    length = min(len(one), len(other))
    first = next((at for at in range(length) if one[at] != other[at]), length)
    last = next((at for at in range(length - first) if one[-1 - at] != other[-1 - at]), length - first)
    changed = one[first : len(one) - last], other[first : len(other) - last]
    if all(any(character.isdigit() for character in piece) for piece in changed):
        return False
    return max(map(len, changed)) <= CHANGED * max(len(one), len(other))


def bare(text: str) -> str:
    """Return a text without blanks and ends of lines."""
    return "".join(text.split())


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
