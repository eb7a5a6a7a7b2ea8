"""All proposers together: the proposals of an article, one for each place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tui.model import LabelSet
from tui.suggest.candidate import (
    ArticleText,
    Candidate,
    Example,
    overlapping,
    without_crossing,
    without_overlap,
)
from tui.suggest.indicators import IndicatorProposer
from tui.suggest.kinds import labels_by_kind
from tui.suggest.lac import LacProposer, as_kinds
from tui.suggest.learned.model import Model
from tui.suggest.learned.proposer import LearnedProposer
from tui.suggest.maker_accuracy import UNMEASURED, MakerAccuracy, measured_accuracy
from tui.suggest.memory import ENOUGH, MemoryProposer
from tui.suggest.names import NamesProposer
from tui.suggest.nested import NestedProposer
from tui.suggest.proposer import Proposer
from tui.suggest.rules import RuleProposer
from tui.suggest.still_open import still_open

SILENT = 0.6
"""What is left of a score where a model of many tags of the label does not take the place for a tag."""
MANY = 30
"""With so many tags of a label, half of that is taken away."""
FEW = 3.0
"""So many more tags of a label it would take for a model's score to hold; measured: docs/proposals.md."""


class ProposalService:
    """Asks the makers in turn and merges what they find: the model, else the memory, else a rule.

    What another program's model guessed comes before the rules, where its score is enough.

    Args:
        labels: the project's.
        units: the project's units beyond the known ones.
        tags: parts of speech.
        lac: what asks LAC, where that is installed; None: it is not asked.
        indicator: the label of what metrics measure; empty: there is none.
    """

    def __init__(
        self,
        labels: LabelSet,
        tags: Mapping[str, str],
        *,
        units: Mapping[str, str] | None = None,
        lac: LacProposer | None = None,
        indicator: str = "",
    ) -> None:
        self._labels = labels
        self._kinds = labels_by_kind(labels)
        self.rules = RuleProposer(labels, units)
        self.memory = MemoryProposer((*labels.metrics, *labels.times))
        self.lac = lac
        self.learned = LearnedProposer(tags)
        self.names = NamesProposer(tags)
        self.nested = NestedProposer(self._kinds, tags)
        self.indicators = IndicatorProposer(labels.metrics, indicator, tags)
        self.accuracy: MakerAccuracy = UNMEASURED
        self._trained_on: Mapping[str, int] = {}
        self._refused_texts: dict[str, frozenset[tuple[str, str]]] = {}

    @property
    def makers(self) -> tuple[Proposer, ...]:
        """All makers, in the order in which they are asked."""
        lac = (self.lac,) if self.lac is not None and self.uses_lac else ()
        return (self.rules, self.memory, *lac, self.names, self.learned, self.nested, self.indicators)

    @property
    def uses_lac(self) -> bool:
        """Whether LAC is asked."""
        return self.lac is not None and self.lac.is_ready

    @property
    def label_ids(self) -> tuple[str, ...]:
        """What a model must have been trained with to be of use here."""
        return tuple(label.id for label in self._labels.labels)

    def use(self, model: Model | None) -> bool:
        """Take up a model; tell whether it fits the project. None: there is none."""
        fitting = model if model and model.fits(self.label_ids, with_lac=self.uses_lac) else None
        try:
            self.learned.use(fitting.crf if fitting else b"")
        except ValueError:
            fitting = None
            self.learned.use(b"")
        self.accuracy = fitting.accuracy if fitting else UNMEASURED
        self._trained_on = fitting.tags if fitting else {}
        return fitting is not None

    def remember(self, example: Example) -> None:
        """Take an article as it is now into the memory, with what was refused everywhere."""
        self.memory.put(example)
        self._refused_texts[example.text.article] = example.refused_texts

    def prepared(self, text: ArticleText, *, own: bool = True) -> ArticleText:
        """Return an article with what the model is told by the makers that do not need it.

        Args:
            own: whether the memory may say what it knows of this very article; in training it must not.
        """
        found: dict[str, Sequence[Candidate]] = {
            self.rules.name: self.rules.propose(text),
            self.memory.name: self.memory.memory.find(text, own=own),
            self.names.name: self.names.propose(text),
        }
        if self.lac is not None and self.uses_lac:
            found[self.lac.name] = self.lac.propose(text)
        return replace(text, found=found)

    def examples(self, examples: Iterable[Example]) -> list[Example]:
        """Return examples as the model learns from them: prepared, the memory without their own part."""
        return [replace(one, text=self.prepared(one.text, own=False)) for one in examples]

    def accuracy_on(self, prepared: Iterable[Example]) -> MakerAccuracy:
        """Return how often the makers that do not learn were right."""
        return measured_accuracy((one, self._candidates(one)) for one in prepared)

    def _candidates(self, example: Example) -> Iterator[Candidate]:
        """Yield what makers propose that do not learn, but not what a longer tag hides."""
        over = overlapping(example.tags)
        for one in self._unlearned(example.text):
            if not any(one.within(tag) and one.range != tag.range for tag in over(one)):
                yield one
        tagged = replace(example.text, found={**example.text.found, "outer": example.tags})
        if self.nested.is_ready:
            yield from self.nested.propose(tagged)
        if self.indicators.is_ready and any(tag.label == self.indicators.label for tag in example.tags):
            yield from self.indicators.propose(tagged)

    def propose(self, article: ArticleText, example: Example | None = None) -> list[Candidate]:
        """Return what is proposed, in the order of the text; nothing overlaps but what is nested.

        Args:
            example: what was decided on the article; it silences what it covers.
        """
        if example is not None and example.is_finished:
            return []
        text = self.prepared(article)
        found = self._merged(text)
        tags = example.tags if example else ()
        outer = replace(text, found={**text.found, "outer": (*found, *tags)})
        if self.nested.is_ready:
            found += map(self.accuracy.rescored, self.nested.propose(outer))
        shown = [one for one in found if one.score >= ENOUGH]
        if self.indicators.is_ready:
            found += without_overlap(shown, map(self.accuracy.rescored, self.indicators.propose(outer)))
        refused = frozenset[tuple[str, str]]().union(*self._refused_texts.values())
        left = still_open(found, example or Example(article), refused)
        return sorted(left, key=lambda one: (one.start, -one.end))

    def _merged(self, text: ArticleText) -> list[Candidate]:
        found = list(map(self._weighed, self.learned.propose(text)))
        found += without_overlap(found, (one for one in text.by(self.memory.name) if one.score >= ENOUGH))
        found += without_crossing(found, (one for one in text.predictions if one.score >= ENOUGH))
        return found + without_overlap(found, map(self._doubted, self._unlearned(text)))

    def _weighed(self, candidate: Candidate) -> Candidate:
        """Return what the model finds: the fewer tags it has seen the less sure, but not hidden by that."""
        count = self._trained_on.get(candidate.label, 0)
        score = candidate.score * count / (count + FEW)
        return replace(candidate, score=max(score, min(candidate.score, ENOUGH)))

    def _doubted(self, candidate: Candidate) -> Candidate:
        one = self.accuracy.rescored(candidate)
        count = self._trained_on.get(one.label, 0)
        return replace(one, score=one.score * (1.0 - (1.0 - SILENT) * count / (count + MANY)))

    def _unlearned(self, text: ArticleText) -> Iterator[Candidate]:
        """Yield what makers propose that do not learn, with the project's labels."""
        yield from text.by(self.rules.name)
        for one in (*text.by(self.names.name), *as_kinds(text.by(LacProposer.name))):
            if one.label in self._kinds:
                yield replace(one, label=self._kinds[one.label])
