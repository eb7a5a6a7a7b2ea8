"""Features of each character for the model."""

from collections.abc import Iterable, Mapping, Sequence

from tui.model import Segment
from tui.suggest.candidate import ArticleText, Candidate
from tui.suggest.names import find_names
from tui.suggest.tagged_words import Word, is_person, kinds_of, tagged_words
from tui.suggest.word_lists import SURNAMES
from tui.text.sentences import PAIRS

VERSION = 2
"""Of the features: a model of other ones is none."""
LONGEST = 300
"""Characters of a sequence; longer sentences are cut."""
CLOSING = {closing: opening for opening, closing in PAIRS.items()}


def sequences(text: ArticleText) -> list[Segment]:
    """Return the ranges that the model reads as one each: sentences."""
    return [
        (at, min(at + LONGEST, end)) for start, end in text.sentences for at in range(start, end, LONGEST)
    ]


class Features:
    """The features of an article's characters, a list for each."""

    def __init__(self, text: ArticleText, tags: Mapping[str, str]) -> None:
        self.text = text
        words = tagged_words(text, tags)
        self._rows: list[list[str]] = [[] for _ in text.text]
        self._words(words)
        self._mark("n", _longest_of_kind(find_names(text, words)))
        self._mark("r", text.by("rules"))
        self._mark("l", text.by("lac"))
        self._memory(text.by("memory"))
        self._brackets()
        self._types = [_type_of(character) for character in text.text]

    def of(self, start: int, end: int) -> list[list[str]]:
        """Return the features of a sequence."""
        text = self.text.text[start:end]
        around = f"\x02\x02{text}\x03\x03"
        types = f"^^{''.join(self._types[start:end])}$$"
        role = self.text.roles[_block_of(self.text.blocks, start)]
        found = []
        for at in range(end - start):
            b, a, c, d, e = tuple(around[at : at + 5])
            t = types[at : at + 5]
            found.append(
                [
                    "c=" + c, "a=" + a, "d=" + d, "ba=" + b + a, "de=" + d + e,
                    "ac=" + a + c, "cd=" + c + d, "ad=" + a + d,
                    "t=" + t[1:4],
                    "q=" + role,
                    *self._rows[start + at],
                ]
            )  # fmt: skip
        return found

    def _words(self, words: Sequence[Word]) -> None:
        before = ("", "^")
        for at, word in enumerate(words):
            behind = words[at + 1] if at + 1 < len(words) else None
            kinds = [f"{kind}{min(n, 4)}" for kind, n in kinds_of(word.text)]
            next_kinds = [kind for kind, _ in kinds_of(behind.text)] if behind else []
            past_kinds = [kind for kind, _ in kinds_of(before[0])]
            length = word.end - word.start
            shared = [
                "w=" + word.text,
                "pw=" + before[0],
                "nw=" + (behind.text if behind else ""),
            ]
            tags = f"{before[1]}|{word.tag}|{behind.tag if behind else '$'}"
            for n in range(length):
                place = "S" if length == 1 else "B" if n == 0 else "E" if n == length - 1 else "M"
                row = self._rows[word.start + n]
                row += shared
                row += [
                    "k=" + place,
                    "kp=" + place + word.tag,
                    "kpp=" + place + before[1] + "|" + word.tag,
                    "kpn=" + place + word.tag + "|" + (behind.tag if behind else "$"),
                    "k3=" + place + tags,
                    "kw=" + place + word.text,
                ]
                row += ["s=" + place + kind for kind in kinds]
                row += ["sn=" + place + kind for kind in next_kinds]
                row += ["sp=" + place + kind for kind in past_kinds]
                if is_person(word.text):
                    row.append("sur=" + place)
            before = (word.text, word.tag)
        for at, character in enumerate(self.text.text):
            if character in SURNAMES:
                self._rows[at].append("surname")

    def _mark(self, name: str, candidates: Iterable[Candidate]) -> None:
        for one in candidates:
            for at, place in _places(one.start, one.end):
                self._rows[at].append(f"{name}={place}{one.label}")
            if one.end < len(self._rows):
                self._rows[one.end].append(f"{name}>{one.label}")

    def _memory(self, candidates: Iterable[Candidate]) -> None:
        for one in candidates:
            sure = "3" if one.score >= 0.9 else "2" if one.score >= 0.7 else "1" if one.score >= 0.4 else "0"
            for at, place in _places(one.start, one.end):
                self._rows[at] += [f"m={place}{one.label}", f"ms={place}{one.label}{sure}"]
            if one.end < len(self._rows):
                self._rows[one.end].append(f"m>{one.label}")

    def _brackets(self) -> None:
        for block in self.text.blocks:
            open_marks: list[str] = []
            for at in range(*block):
                character = self.text.text[at]
                if CLOSING.get(character) in open_marks:
                    while open_marks.pop() != CLOSING[character]:
                        pass
                if open_marks:
                    self._rows[at].append("in=" + open_marks[-1])
                if character in PAIRS:
                    open_marks.append(character)


def _longest_of_kind(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those that lie in no other one of their kind."""
    reach: dict[str, int] = {}
    kept = []
    for one in candidates:
        if one.end > reach.get(one.label, 0):
            kept.append(one)
            reach[one.label] = one.end
    return kept


def _places(start: int, end: int) -> Iterable[tuple[int, str]]:
    for at in range(start, end):
        yield at, "S" if end - start == 1 else "B" if at == start else "E" if at == end - 1 else "I"


def _block_of(blocks: Sequence[Segment], at: int) -> int:
    return next((number for number, (start, end) in enumerate(blocks) if start <= at < end), 0)


def _type_of(character: str) -> str:
    if "\u3400" <= character <= "\u9fff":
        return "h"
    if character.isdigit():
        return "d"
    if character.isalpha():
        return "a"
    return "s" if character.isspace() else "p"
