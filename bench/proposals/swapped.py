"""Labels swapped on purpose: how many are among the tags that a model finds least likely."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tui.model import LabelSet
from tui.suggest.annotation_errors import tag_likelihoods
from tui.suggest.candidate import Candidate, Example
from tui.suggest.learned.label_classifier import label_probabilities
from tui.suggest.service import ProposalService
from tui.suggest.training import trials
from tui.text.jieba_dictionary import parts_of_speech

SHARE = 0.1
FOLDS = 3


def found(examples: Sequence[Example], labels: LabelSet, seed: int) -> tuple[float, float]:
    """Return the shares of swapped labels in the lowest tenth and fifth of all tags."""
    random = Random(seed)
    known = sorted({tag.label for example in examples for tag in example.tags})
    wrong: set[tuple[str, tuple[int, int, str]]] = set()

    def swapped(example: Example, tag: Candidate) -> Candidate:
        if random.random() >= SHARE:
            return tag
        other = replace(tag, label=random.choice([label for label in known if label != tag.label]))
        wrong.add((example.text.article, other.key))
        return other

    given = [replace(one, tags=tuple(swapped(one, tag) for tag in one.tags)) for one in examples]
    service = ProposalService(labels, parts_of_speech())
    probabilities = label_probabilities(service.examples(given), parts_of_speech(), FOLDS)
    read = trials(service, given, parts_of_speech(), FOLDS)
    rows = [row for trial in read for row in tag_likelihoods(trial, probabilities)]
    rows.sort(key=lambda row: row.score)
    keys = [(row.article, row.place.key) for row in rows]
    tenth, fifth = (sum(key in wrong for key in keys[: len(keys) // n]) for n in (10, 5))
    return tenth / len(wrong), fifth / len(wrong)
