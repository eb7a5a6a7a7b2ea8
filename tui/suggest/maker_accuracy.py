"""Accuracy so far of proposers that do not learn, for this annotator."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tui.suggest.candidate import Candidate, Example

Key = tuple[str, str, str]
"""Maker, label, and the score that the maker gives."""
WEIGHT = 4.0
"""So many candidates the maker's own score counts for."""


@dataclass(frozen=True, slots=True)
class MakerAccuracy:
    """Of candidates by maker, label and score: how many there were, and how many were tagged just so."""

    seen: Mapping[Key, int]
    right: Mapping[Key, int]

    def rescored(self, candidate: Candidate) -> Candidate:
        """Return a candidate with its score moved to what came true of such ones."""
        key = key_of(candidate)
        seen, right = self.seen.get(key, 0), self.right.get(key, 0)
        if not seen:
            return candidate
        return replace(candidate, score=(candidate.score * WEIGHT + right) / (WEIGHT + seen))


UNMEASURED = MakerAccuracy({}, {})


def key_of(candidate: Candidate) -> Key:
    """Return what candidates that are alike have in common."""
    return candidate.maker, candidate.label, f"{candidate.score:.2f}"


def measured_accuracy(rows: Iterable[tuple[Example, Iterable[Candidate]]]) -> MakerAccuracy:
    """Return the accuracy of candidates in what was decided on."""
    seen: Counter[Key] = Counter()
    right: Counter[Key] = Counter()
    for example, candidates in rows:
        tagged = {tag.key for tag in example.tags}
        for one in candidates:
            if example.is_decided(*one.range):
                seen[key_of(one)] += 1
                right[key_of(one)] += one.key in tagged
    return MakerAccuracy(seen, right)
