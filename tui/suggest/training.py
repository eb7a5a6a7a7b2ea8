"""Trains a model on examples, and estimates its accuracy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tui.suggest.candidate import Candidate, Example, outermost
from tui.suggest.learned.model import Model
from tui.suggest.learned.tagger import Read, learnable, train
from tui.suggest.memory import ENOUGH
from tui.suggest.service import ProposalService

LARGEST = 60_000
"""Characters that each model of a cross-validation is trained on at most."""
ALL = "*"
"""The row of all labels together."""


def train_service(service: ProposalService, examples: Sequence[Example], tags: Mapping[str, str]) -> Model:
    """Let a service learn from examples in place of what it knew; return the model.

    Args:
        tags: parts of speech.
    """
    service.memory.train(examples)
    prepared = service.examples(examples)
    model = Model(
        train(prepared, tags),
        service.label_ids,
        service.uses_lac,
        frozenset(example.text.article for example in examples),
        learnable(examples),
        service.accuracy_on(prepared),
    )
    service.use(model)
    return model


@dataclass(frozen=True, slots=True)
class Trial:
    """An article as it is read by who has learned from others only.

    Attributes:
        proposed: all candidates.
        read: what the model alone says; None: it knows no label.
    """

    example: Example
    proposed: list[Candidate]
    read: Read | None


def trials(
    service: ProposalService, examples: Sequence[Example], tags: Mapping[str, str], folds: int
) -> Iterator[Trial]:
    """Yield each example as a service reads it that has learned from other parts; parts go by a hash."""
    ranked = sorted(examples, key=lambda one: sha256(one.text.article.encode()).digest())
    for number in range(min(folds, len(ranked))):
        others = [one for at, one in enumerate(ranked) if at % folds != number]
        train_service(service, _capped(others), tags)
        for example in ranked[number::folds]:
            text = service.prepared(example.text)
            yield Trial(example, service.propose(example.text), service.learned.read(text, example.tags))


def _capped(examples: Sequence[Example]) -> list[Example]:
    kept: list[Example] = []
    left = LARGEST
    for example in examples:
        left -= len(example.text.text)
        if left < 0 and kept:
            break
        kept.append(example)
    return kept


@dataclass(slots=True)
class Counts:
    """Tags of a label, proposals of it, and how many of these are right: exact range and label."""

    wanted: int = 0
    proposed: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """How many of the proposals are right."""
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """How many of the tags were proposed."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.proposed + self.wanted
        return 2 * self.right / both if both else 0.0

    def as_dict(self) -> dict[str, float | int]:
        """Return the figures as `piyue learn --json` prints them."""
        return {
            "tags": self.wanted,
            "proposed": self.proposed,
            "precision": round(self.precision, 3),
            "recall": round(self.recall, 3),
            "f1": round(self.f1, 3),
        }


def counted(rows: Iterator[Trial]) -> dict[str, Counts]:
    """Return figures by label and of all: outermost tags, and what is proposed with 0.5 or more."""
    found: dict[str, Counts] = {ALL: Counts()}
    for row in rows:
        wanted = {tag.key for tag in outermost(row.example.tags) if row.example.is_decided(*tag.range)}
        shown = (one for one in row.proposed if one.score >= ENOUGH)
        proposed = {one.key for one in outermost(shown) if row.example.is_decided(*one.range)}
        for key in wanted | proposed:
            for counts in (found[ALL], found.setdefault(key[2], Counts())):
                counts.wanted += key in wanted
                counts.proposed += key in proposed
                counts.right += key in wanted and key in proposed
    return found
