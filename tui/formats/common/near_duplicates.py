"""Near-duplicates: the same dispatch cut or with another headline, found by common strings.

Two articles are twins where at least half of the strings of six characters in the shorter one stand in the
other as well, whichever script and width they are printed in. Of large corpora a fixed share of the strings,
chosen by their hash, stands for all. Nothing is drawn by lot: the answer is the same on every machine.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from zlib import crc32

LENGTH = 6
COMMON = 0.5
MOST = 64
"""Of a string that stands in more articles than this, the first stand for all: it is a formula."""
LARGE = 2_000_000
"""Characters of a corpus from which on a quarter of the strings is looked at; of ten times that, a 16th."""


def share(characters: int) -> int:
    """Return of how many strings one is looked at in a corpus of so many characters."""
    return 1 if characters < LARGE else 4 if characters < 10 * LARGE else 16


def strings(text: str, one_in: int = 1) -> frozenset[int]:
    """Return the hashes of a text's strings, blanks and punctuation left out; of a short one, its own."""
    plain = "".join(filter(str.isalnum, folded(text))).encode("utf-32-le", "surrogatepass")
    step = 4 * LENGTH
    hashes = {crc32(plain[at : at + step]) for at in range(0, max(len(plain) - step, 0) + 1, 4)}
    kept = frozenset(value for value in hashes if value % one_in == 0)
    return kept or frozenset({crc32(plain)})


def folded(text: str) -> str:
    """Return a text in simplified script, full-width signs in their usual width, letters in lower case."""
    return _simplify()(unicodedata.normalize("NFKC", text)).lower()


@cache
def _simplify() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    # Half a surrogate pair has no script, and the library takes none.
    return lambda text: convert(text.encode("utf-8", "replace").decode())


class Families:
    """Groups articles that are twins, or twins of twins, as they come; each is known by its number."""

    def __init__(self) -> None:
        self._parents: list[int] = []
        self._sizes: list[int] = []
        self._holders: dict[int, int | list[int]] = {}

    def add(self, found: Iterable[int]) -> int:
        """Take the next article by its strings; return its number."""
        hashes = list(found)
        number = len(self._parents)
        self._parents.append(number)
        self._sizes.append(len(hashes))
        common: Counter[int] = Counter()
        for value in hashes:
            common.update(self._hold(value, number))
        for other, count in common.items():
            if count >= COMMON * min(self._sizes[other], len(hashes)):
                self.join(number, other)
        return number

    def join(self, one: int, other: int) -> None:
        """Make one family of two articles' families; it is known by its first article."""
        first, second = sorted((self.of(one), self.of(other)))
        self._parents[second] = first

    def of(self, number: int) -> int:
        """Return the first article of an article's family."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def _hold(self, value: int, number: int) -> tuple[int, ...] | list[int]:
        """Return who had this string before, and note that the article has it too."""
        held = self._holders.setdefault(value, number)
        if held == number:
            return ()
        if isinstance(held, int):
            self._holders[value] = [held, number]
            return (held,)
        before = held[:]
        if len(held) < MOST:
            held.append(number)
        return before
