"""Places where a model that has not seen an article doubts its tags, or misses some."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from tui.suggest.candidate import Candidate, overlapping
from tui.suggest.learned.label_classifier import Key
from tui.suggest.learned.tagger import Read
from tui.suggest.training import Trial

LOWEST = 0.1
"""The share of all tags that are listed: the least likely ones."""
SUREST = 0.05
"""How many places without a tag are listed, as a share of all tags."""
DOUBTED = 0.5
"""A tag that is likelier than this is not doubted, even if it is among the least likely."""
LEAST = 0.03
"""What is added to each score: no reading is impossible."""
BORDERS = 0.75
"""How much of a tag's likelihood its borders take at most: readers differ in borders more than in labels."""
UNTAGGED = 0.8
"""A place that is less surely a tag than this is not missed."""


@dataclass(frozen=True, slots=True)
class PossibleError:
    """A tag that is unlikely, or a place without one.

    Attributes:
        article: its id.
        place: the tag, or where one would be.
        reading: what the model takes the place for; None: for no tag.
        score: of a tag, how likely it is; of a place without one, how sure the model is.
    """

    kind: Literal["unlikely", "untagged"]
    article: str
    place: Candidate
    reading: Candidate | None
    score: float


def possible_errors(
    trials: Iterable[Trial], probabilities: Mapping[Key, Mapping[str, float]]
) -> list[PossibleError]:
    """Return the least likely tags, the least likely first, then the surest places without one.

    Args:
        probabilities: of each label at each tag, as `label_probabilities` returns them.
    """
    doubted: list[PossibleError] = []
    missed: list[PossibleError] = []
    count = 0
    for trial in trials:
        count += len(trial.example.tags)
        doubted += (one for one in tag_likelihoods(trial, probabilities) if one.score < DOUBTED)
        missed += _missed(trial)
    doubted.sort(key=lambda one: one.score)
    missed.sort(key=lambda one: -one.score)
    return [*doubted[: ceil(LOWEST * count)], *missed[: ceil(SUREST * count)]]


def tag_likelihoods(trial: Trial, probabilities: Mapping[Key, Mapping[str, float]]) -> list[PossibleError]:
    """Return all tags of a trial with how likely each is: its label, times its borders.

    Likely is what is so beside what else the place may be: a rare name is hard to read, but nothing else.
    """
    article, tags = trial.example.text.article, trial.example.tags
    read = trial.read or Read([], [])
    own = {tag.key: scores.get(tag.label, 0.0) for tag, scores in read.likely}
    outer, over = overlapping(tags), overlapping(read.candidates)
    found = []
    for tag in tags:
        labels = probabilities.get((article, tag.key), {})
        other = _likeliest(
            replace(tag, label=name, score=labels[name]) for name in labels if name != tag.label
        )
        score = _beside(labels.get(tag.label, 0.0), other)
        is_nested = any(tag is not one and tag.within(one) for one in outer(tag))
        crossing = None if is_nested else _likeliest(one for one in over(tag) if one.range != tag.range)
        if crossing:
            score *= 1.0 - BORDERS + BORDERS * min(1.0, 2 * _beside(own.get(tag.key, 0.0), crossing))
        reading = _likeliest(one for one in (other, crossing) if one and one.score >= DOUBTED)
        found.append(PossibleError("unlikely", article, tag, reading, score))
    return found


def _likeliest(candidates: Iterable[Candidate]) -> Candidate | None:
    return max(candidates, key=lambda one: one.score, default=None)


def _beside(score: float, other: Candidate | None) -> float:
    """Return how likely something is beside something else: 0.5 where both are just as likely."""
    return (score + LEAST) / (score + (other.score if other else 0.0) + 2 * LEAST)


def _missed(trial: Trial) -> list[PossibleError]:
    if trial.read is None:
        return []
    article = trial.example.text.article
    refused = {one.key for one in trial.example.refused}
    return [
        PossibleError("untagged", article, one, one, one.score)
        for one in trial.read.candidates
        if one.score >= UNTAGGED
        and one.key not in refused
        and trial.example.is_decided(*one.range)
        and not any(one.overlaps(tag) for tag in trial.example.tags)
    ]
