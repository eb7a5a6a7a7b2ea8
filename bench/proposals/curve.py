"""How good proposals are after so many tagged articles, on articles that were not trained on."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from random import Random
from time import perf_counter

from tui.model import LabelSet
from tui.suggest.candidate import Candidate, Example, outermost
from tui.suggest.lac import LacProposer
from tui.suggest.service import ProposalService
from tui.suggest.training import train_service
from tui.text.jieba_dictionary import parts_of_speech

SHOWN, SURE = 0.5, 0.9
SIZES = (0, 4, 8, 16)


@dataclass
class Score:
    """Counts of proposals: shown, right, wanted, sure, sure and right; and milliseconds an article."""

    counts: Counter[str] = field(default_factory=Counter)
    by_label: dict[str, Counter[str]] = field(default_factory=dict)
    milliseconds: list[float] = field(default_factory=list)

    def add(self, proposed: Sequence[Candidate], tags: Sequence[Candidate]) -> None:
        """Count one article: exact range and label, outermost spans."""
        wanted = {tag.key for tag in outermost(tags)}
        for tag in outermost(tags):
            self._count("wanted", tag.label)
        for one in outermost(one for one in proposed if one.score >= SHOWN):
            self._count("shown", one.label)
            if one.key in wanted:
                self._count("right", one.label)
            if one.score >= SURE:
                self._count("sure", one.label)
                if one.key in wanted:
                    self._count("sure right", one.label)

    def _count(self, name: str, label: str) -> None:
        self.counts[name] += 1
        self.by_label.setdefault(label, Counter())[name] += 1

    def f1(self, without: Collection[str] = ()) -> float:
        """Return the F1 over all labels but some."""
        rows = [row for label, row in self.by_label.items() if label not in without]
        right, others = (
            sum(row["right"] for row in rows),
            sum(row["shown"] + row["wanted"] for row in rows),
        )
        return 2 * right / others if others else 0.0

    @property
    def sure_precision(self) -> float:
        """How many of the sure ones are right."""
        return self.counts["sure right"] / max(1, self.counts["sure"])


def after(examples: Sequence[Example], labels: LabelSet, size: int, *, lac: bool, seeds: int = 3) -> Score:
    """Return the score on the articles that are left when `size` of them, drawn at random, are tagged."""
    score = Score()
    for seed in range(seeds if size else 1):
        drawn = list(examples)
        Random(seed).shuffle(drawn)
        service = ProposalService(labels, parts_of_speech(), lac=LacProposer() if lac else None)
        if size:
            train_service(service, drawn[:size], parts_of_speech())
        for example in drawn[size:]:
            began = perf_counter()
            proposed = service.propose(example.text)
            score.milliseconds.append(1000 * (perf_counter() - began) * 700 / len(example.text.text))
            score.add(proposed, example.tags)
    return score
