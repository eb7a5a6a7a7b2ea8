"""The place name that opens an organisation's name: 海淀区 in 海淀区总工会."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposer import LearnsFrom

ENDS = "省市区县镇乡村州旗盟"
LONGEST = 8
"""Characters of a place that opens a name."""
SCORE = 0.6
FEWEST = 3
"""Nested tags after which how often they were made decides."""


class NestedProposer:
    """Proposes places within organisations, where people tag them so.

    It learns how often the organisations that begin with a place have that place tagged: nobody who tags
    outer names only is asked about inner ones.

    Args:
        kinds: the project's labels of organisations and places.
        tags: parts of speech.
    """

    name = "nested"
    version = "1"
    learns_from: LearnsFrom = "decided"

    def __init__(self, kinds: Mapping[str, str], tags: Mapping[str, str]) -> None:
        self._outer, self._inner = kinds.get("ORG", ""), kinds.get("LOC", "")
        self._tags = tags
        self._places: Counter[str] = Counter()
        self._score = SCORE

    @property
    def is_ready(self) -> bool:
        """Whether the project has both labels."""
        return bool(self._outer and self._inner)

    def train(self, examples: Sequence[Example]) -> None:
        """Count how often a place that opens a name is tagged, and which places are known."""
        self._places = Counter(
            example.text.text[tag.start : tag.end]
            for example in examples
            for tag in example.tags
            if tag.label == self._inner
        )
        hits = total = 0
        for example in examples:
            tagged = {tag.key for tag in example.tags}
            for one in self._within(example.text, [t for t in example.tags if t.label == self._outer]):
                total += 1
                hits += one.key in tagged
        self._score = SCORE if total < FEWEST else (hits + 0.5) / (total + 1.0)

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return the places in the organisations that were found or are tagged."""
        return self._within(text, [one for one in text.by("outer") if one.label == self._outer])

    def _within(self, text: ArticleText, outer: Sequence[Candidate]) -> list[Candidate]:
        found = []
        for one in outer:
            end = self._place_end(text.text, one.start, min(one.end - 2, one.start + LONGEST))
            if end is not None:
                score = min(self._score, one.score)
                found.append(Candidate(one.start, end, self._inner, score, self.name, "model"))
        return found

    def _place_end(self, text: str, start: int, last: int) -> int | None:
        """Return where the longest place that opens a name ends."""
        for end in range(last, start + 1, -1):
            written = text[start:end]
            if written in self._places or self._tags.get(written) == "ns":
                return end
            if written[-1] in ENDS and self._tags.get(written[:-1]) == "ns":
                return end
        return None
