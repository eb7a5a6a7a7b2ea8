"""Possible misreadings of text recognition: numbers, quotation marks, similar characters."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.model import Segment
from tui.text.lookalikes import ALIKE

SPOILT: tuple[tuple[str, str], ...] = (
    ("a per mille sign", r"(?<![\d.,])\d[\d.,]*+\s*+[%％][0oO]"),
    ("a digit behind a per cent sign", r"(?<![\d.])\d[\d.]*+[%％]\d(?!\d*[%％.])"),
    ("a full-width separator", r"(?<!\d)\d{1,3}(?:，\d{3})+(?:\.\d+)?(?=[亿万元人吨户件辆千公亩%])"),
    ("a blank within a number", r"(?<!\d)\d++\.[ \u3000]++\d++(?=\s*[万亿%％元人吨公千米])"),
    ("a thousand as 干", r"(?<![\d.,])\d[\d.,]*+\s*+[万亿]?干(?=[瓦米克伏人元吨]|公[里顷斤])"),
    ("a degree twice", r"(?<!\d)\d++\s*+[°º]\s*+℃"),
)
"""What recognition makes of numbers: a name of what was printed, and the pattern of what is read. A
pattern starts where a number does, and gives nothing back, so that time grows with the page."""
PATTERN = re.compile("|".join(f"(?:{pattern})" for _, pattern in SPOILT))
QUOTES: tuple[tuple[str, str, str], ...] = (
    ("“", "”", '"'),
    ("‘", "’", ""),
    ("「", "」", ""),
    ("『", "』", ""),
    ("《", "》", ""),
)
"""What opens a quotation, what closes it, and what may stand for either."""
FAR = 600
"""No quotation is longer, in code points."""
LIKELY = 300
"""A pair of characters is likely that the dictionary's words have so often."""
TIMES = 100
"""And so many times as often as the pair that was read."""
SIZES = (3, 4, 5)
"""So many characters have the longer words that are looked for: 合议庭 is no misread 会议."""
COMMON = 20_000
"""A character that is a word of its own so often stands beside any other."""
ALONE: Mapping[str, str] = {"近": "一二三四五六七八九十百千万亿两几半", "料": "全今明年将可会"}
"""By a character that is a word of its own in papers: what stands behind it then (近一年, 港府料全年增长)."""
HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
SUSPECT = re.compile(f"(?<={HAN})[{''.join(ALIKE)}](?={HAN})")
"""A character that others look like, within text."""


def doubtful_numbers(text: str) -> Iterator[Segment]:
    """Yield where a number reads as recognition spoils it (6.8%0 for 6.8‰); its value is not to be
    trusted."""
    for match in PATTERN.finditer(text):
        yield match.span()


def unpaired_quotes(text: str) -> list[Segment]:
    """Return the quotation marks without a partner near, ascending; quotations may stand within others."""
    found: list[int] = []
    for opening, closing, either in QUOTES:
        open_: list[int] = []
        for match in re.finditer(f"[{opening}{closing}{either}]", text):
            at, mark = match.start(), match[0]
            while open_ and at - open_[0] > FAR:
                found.append(open_.pop(0))
            if mark == opening or (mark == either and not open_):
                open_.append(at)
            elif open_:
                open_.pop()
            else:
                found.append(at)
        found += open_
    return [(at, at + 1) for at in sorted(found)]


class WordPairs(NamedTuple):
    """What a dictionary knows of characters.

    Attributes:
        pairs: how often its words have two characters side by side.
        words: how often a character is a word of its own.
        most: how often they have the commonest pair.
        longer: its words of three characters and more.
    """

    pairs: Mapping[str, int]
    words: Mapping[str, int]
    most: int
    longer: frozenset[str]

    def is_within_word(self, text: str, at: int) -> bool:
        """Tell whether a longer word stands in a text, of which the character at `at` is one."""
        ranges = ((start, start + size) for size in SIZES for start in range(at - size + 1, at + 1))
        return any(start >= 0 and text[start:end] in self.longer for start, end in ranges)


def word_pairs(words: Iterable[tuple[str, int]]) -> WordPairs:
    """Return what a dictionary, words with how often each occurs, knows of characters."""
    pairs: dict[str, int] = defaultdict(int)
    single: dict[str, int] = {}
    longer: set[str] = set()
    for word, count in words:
        length = len(word)
        if length == 2:  # most are
            pairs[word] += count
        elif length == 1:
            single[word] = count
        else:
            longer.add(word)
            for at in range(length - 1):
                pairs[word[at : at + 2]] += count
    return WordPairs(dict(pairs), single, max(pairs.values(), default=0), frozenset(longer))


class Misreading(NamedTuple):
    """A character that hardly stands in a word with its neighbours, as one that looks like it would.

    Attributes:
        at: where, in code points.
        before, after: the pairs that it makes with its neighbours.
        likely: what it may be.
    """

    at: int
    before: str
    after: str
    likely: str


def misreadings(text: str, known: WordPairs) -> Iterator[Misreading]:
    """Yield the characters of a text that may be misread, in their order."""
    count = known.pairs.get
    for match in SUSPECT.finditer(text):
        at, alike = match.start(), ALIKE[match[0]]
        one, character, other = text[at - 1], match[0], text[at + 1]
        before, after = one + character, character + other
        needed = max(LIKELY, TIMES * max(count(before, 0), count(after, 0)))
        if other in ALONE.get(character, ""):
            continue
        if needed > known.most or known.words.get(character, 0) >= COMMON:
            continue
        likely, best = max((max(count(one + c, 0), count(c + other, 0)), c) for c in alike)
        if likely >= needed and not known.is_within_word(text, at):
            yield Misreading(at, before, after, best)


def seen_once(found: Iterable[tuple[str, Misreading]]) -> list[tuple[str, Misreading]]:
    """Return what may be misread on the pages of a project, but for pairs that stand there more than once:
    names and terms that the dictionary does not know.

    Args:
        found: ids of pages, and what may be misread on each.
    """
    every = list(found)
    count = Counter(pair for _, one in every for pair in (one.before, one.after))
    return [(page, one) for page, one in every if count[one.before] == count[one.after] == 1]
