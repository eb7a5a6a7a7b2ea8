"""Places where a model that has not seen an article doubts its tags, or misses some."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from tui.suggest.candidate import Candidate
from tui.suggest.training import Trial

LOWEST = 0.1
"""The share of all tags that are listed: the least likely ones."""
SUREST = 0.05
"""How many places without a tag are listed, as a share of all tags."""
DOUBTED = 0.5
"""A tag that is likelier than this is not doubted, even if it is among the least likely."""
LEAST = 0.03
"""What is added to each score: no reading is impossible."""
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


def possible_errors(trials: Iterable[Trial]) -> list[PossibleError]:
    """Return the least likely tags, the least likely first, then the surest places without one."""
    doubted: list[PossibleError] = []
    missed: list[PossibleError] = []
    count = 0
    for trial in trials:
        count += len(trial.example.tags)
        if trial.read is not None:
            doubted += _doubted(trial)
            missed += _missed(trial)
    doubted.sort(key=lambda one: one.score)
    missed.sort(key=lambda one: -one.score)
    return [*doubted[: ceil(LOWEST * count)], *missed[: ceil(SUREST * count)]]


def tag_likelihoods(trial: Trial) -> list[PossibleError]:
    """Return all tags of a trial with how likely each is.

    Likely is what is so beside what else the place may be: a rare name is hard to read, but nothing else.
    """
    if trial.read is None:
        return []
    found = []
    for tag, scores in trial.read.likely:
        over = [one for one in trial.read.candidates if one.overlaps(tag) and one.key != tag.key]
        over += [
            replace(tag, label=label, score=score) for label, score in scores.items() if label != tag.label
        ]
        reading = max(over, key=lambda one: one.score, default=None)
        own, other = scores.get(tag.label, 0.0), reading.score if reading else 0.0
        likely = (own + LEAST) / (own + other + 2 * LEAST)
        sure = reading if other >= DOUBTED else None
        found.append(PossibleError("unlikely", trial.example.text.article, tag, sure, likely))
    return found


def _doubted(trial: Trial) -> list[PossibleError]:
    return [
        one
        for one in tag_likelihoods(trial)
        if one.score < DOUBTED
        and not any(tag is not one.place and one.place.within(tag) for tag in trial.example.tags)
    ]


def _missed(trial: Trial) -> list[PossibleError]:
    assert trial.read is not None
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
