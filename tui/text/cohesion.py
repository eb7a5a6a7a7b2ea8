"""Similarity of two pieces of a page, by the pairs of Chinese characters they share.

This is lexical cohesion as in TextTiling (Hearst 1997), with pairs of characters in the place of words:
Chinese text needs no segmenter for it. A pair weighs the more the fewer paragraphs of the page have it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log, sqrt
from operator import add

WINDOW = 500
"""So many characters above and below a line are compared."""
LEAST = 80
"""With fewer characters on either side nothing can be said."""
HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
FUNCTION = frozenset(
    "的了在是和有不这一个也就都而及与着或把被从对为以于其之他她它我们你上下中到说要会可能里还又很那没去来年月日时"
    "這個對為於與們裡還說會沒來時"
)
"""Characters of grammar and time, which every text has."""
BETWEEN = tuple(pairwise(sorted((0x4DFF, *map(ord, FUNCTION), 0xA000))))
WORD_RUN = re.compile(
    "[\u3400-\u4dbf" + "".join(f"{chr(a + 1)}-{chr(b - 1)}" for a, b in BETWEEN if b - a > 1) + "]+"
)
"""Chinese characters without those of grammar."""
RELATED = 0.065
"""Full windows of an article share about 0.1 of their weight, those of two articles 0.04: this lies
between."""
SLOPE = 0.55
"""So far from it, as a share of it, nothing is left to doubt."""


def pairs(text: str) -> Iterator[str]:
    """Yield the pairs of Chinese characters in a text that have no character of grammar."""
    for run in WORD_RUN.findall(text):
        yield from map(add, run, run[1:])


@lru_cache(maxsize=64)
def pair_set(text: str) -> frozenset[str]:
    """Return the pairs of a text; those of the texts around a line are asked for again and again."""
    return frozenset(pairs(text))


class Cohesion:
    """Compares pieces of one page.

    Args:
        paragraphs: the page's; the fewer of them have a pair, the more it weighs.
    """

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._paragraphs = list(paragraphs)

    def shared(self, one: str, other: str) -> float | None:
        """Return what share of their weight two texts have in common (0 to 1); None where one is too
        short."""
        if min(len(one), len(other)) < LEAST:
            return None
        left, right = pair_set(one), pair_set(other)
        whole = sqrt(self._weight(left) * self._weight(right))
        return self._weight(left & right) / whole if whole else 0.0

    def apart(self, above: str, below: str) -> float:
        """Return how much two texts speak of different things: 1 of nothing in common, down to -2, 0 unknown.

        Shorter texts of one article share less: what counts as related grows with the length of the shorter.
        """
        shared = self.shared(above, below)
        if shared is None:
            return 0.0
        enough = min(1.0, min(len(above), len(below)) / WINDOW)
        related = RELATED * sqrt(enough)
        return max(-min(2.0, 5 * enough), min(1.0, (related - shared) / (SLOPE * related)))

    @cached_property
    def _having(self) -> Counter[str]:
        """How many paragraphs have each pair; most short pages never ask."""
        having: Counter[str] = Counter()
        for text in self._paragraphs:
            having.update(set(pairs(text)))
        return having

    def _weight(self, found: Iterable[str]) -> float:
        count, having = len(self._paragraphs), self._having
        return sum(log(1 + count / max(1, having[pair])) for pair in found)


def uptake(headline: str, above: str, below: str) -> float:
    """Return how much of a headline is spoken of below it and not above: 1 all of it, -1 the reverse,
    0 unknown."""
    words = set(pairs(headline))
    if len(words) < 2 or min(len(above), len(below)) < LEAST:
        return 0.0
    taken = words & pair_set(below)
    known = words & pair_set(above)
    return (len(taken - known) - len(known)) / len(words)
