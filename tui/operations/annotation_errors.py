"""Places where a model that has not seen an article doubts its tags, or misses some."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from tui.measure.consistency import Finding, Fix, Kind
from tui.model import Article, Document
from tui.operations.proposals.articles import example_of
from tui.operations.proposals.corpus import documents, segmenter_of, worked_on
from tui.operations.proposals.making import service_for
from tui.search.places import place
from tui.store.project import Project
from tui.suggest.annotation_errors import PossibleError, possible_errors
from tui.suggest.candidate import Example
from tui.suggest.learned.label_classifier import label_probabilities
from tui.suggest.learned.tagger import learnable
from tui.suggest.training import Trial, trials
from tui.text.jieba_dictionary import parts_of_speech
from tui.text.offsets import Reading, read

KINDS: Mapping[str, Kind] = {"unlikely": "unlikely", "untagged": "missed"}
NOTHING = "–"
"""What the model reads where it takes a place for no tag."""
FEWEST = 6
"""Finished articles without which no model is asked what it thinks of them."""
MOST = 1000
"""Finished articles that are looked at: the newest."""
FOLDS = 3


class _Where(NamedTuple):
    document: Document
    article: Article
    reading: Reading


def doubted(
    project: Project, tell: Callable[[int, int], None] = lambda _done, _total: None
) -> Iterator[Finding]:
    """Yield the least likely tags of who works on a project, then the surest places without one.

    Nothing where too few articles are finished, or no label has enough tags. It takes seconds: three models
    are trained, each on two thirds of what is finished.

    Args:
        tell: gets how many articles were read, of how many.
    """
    found: list[Example] = []
    places: dict[str, _Where] = {}
    for example, where in _finished(project):
        found.append(example)
        places[example.text.article] = where
    if len(found) < FEWEST or not learnable(found):
        return
    segmenter = segmenter_of(project)
    cut = [replace(one, text=replace(one.text, words=segmenter.words(one.text.text))) for one in found]
    service = service_for(project.settings)

    def told() -> Iterator[Trial]:
        tell(0, len(cut))
        for done, trial in enumerate(trials(service, cut, parts_of_speech(), FOLDS), 1):
            yield trial
            tell(done, len(cut))

    probabilities = label_probabilities(service.examples(cut), parts_of_speech(), FOLDS)
    for error in possible_errors(told(), probabilities):
        yield _doubt(error, places[error.article])


def _finished(project: Project) -> Iterator[tuple[Example, _Where]]:
    count = 0
    for document in documents(project, worked_on(project)):
        for article in document.articles:
            example = example_of(document, article, ())
            if example.decided and count < MOST:
                count += 1
                yield example, _Where(document, article, read(document.page, article))


def _doubt(error: PossibleError, where: _Where) -> Finding:
    document, article, reading = where
    found = place(document, article, reading, error.place.range)
    taken = error.reading
    if error.kind == "untagged" or taken is None:
        detail, fix = (
            taken.label if taken else NOTHING,
            Fix(error.place.label, found.segments) if taken else None,
        )
    else:
        read_as = reading.text[slice(*taken.range)]
        detail = taken.label if taken.range == error.place.range else f"{taken.label} {read_as}"
        fix = Fix(taken.label, reading.to_source(*taken.range))
    if error.kind == "unlikely":
        spans = document.spans_at(found.segments[0][0])
        is_it = (s for s in spans if (s.label, s.segments) == (error.place.label, found.segments))
        found = found._replace(standing="labelled", span=next(is_it, None))
    return Finding(KINDS[error.kind], found, detail, fix)
