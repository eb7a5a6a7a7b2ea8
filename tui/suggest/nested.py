"""Nested proposer: the place name at the start of an organisation's name: 海淀区 in 海淀区总工会."""

from collections.abc import Mapping, Sequence

from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposer import LearnsFrom
from tui.suggest.word_lists import NOUNS_LIKE_PLACES

ENDS = "省市区县镇乡村州旗盟"
LONGEST = 8
"""Characters of a place that opens a name."""
SCORE = 0.6


class NestedProposer:
    """Proposes places within organisations; what came of them before says whether somebody tags them.

    Args:
        kinds: the project's labels of organisations and places.
        tags: parts of speech.
    """

    name = "nested"
    version = "1"
    learns_from: LearnsFrom = "nothing"

    def __init__(self, kinds: Mapping[str, str], tags: Mapping[str, str]) -> None:
        self._outer, self._inner = kinds.get("ORG", ""), kinds.get("LOC", "")
        self._tags = tags

    @property
    def is_ready(self) -> bool:
        """Whether the project has both labels."""
        return bool(self._outer and self._inner)

    def train(self, examples: Sequence[Example]) -> None:
        """Learn nothing."""

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return the places in the organisations that were found or are tagged."""
        return self._within(text, [one for one in text.by("outer") if one.label == self._outer])

    def _within(self, text: ArticleText, outer: Sequence[Candidate]) -> list[Candidate]:
        found = []
        for one in outer:
            end = self._place_end(text.text, one.start, min(one.end - 2, one.start + LONGEST))
            if end is not None:
                found.append(Candidate(one.start, end, self._inner, SCORE, self.name, "model"))
        return found

    def _place_end(self, text: str, start: int, last: int) -> int | None:
        """Return where the longest place that opens a name ends."""
        for end in range(last, start + 1, -1):
            written = text[start:end]
            if self._is_place(written) or (written[-1] in ENDS and self._is_place(written[:-1])):
                return end
        return None

    def _is_place(self, word: str) -> bool:
        return self._tags.get(word) == "ns" and word not in NOUNS_LIKE_PLACES
