"""Proposals for a project's articles, with relations of proposed metrics."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from tui.errors import PiyueError
from tui.model import Article, Document, Span
from tui.operations.page_work import LocalRunner, PageRunner, PageWork, Problem
from tui.operations.predictions import with_predictions
from tui.operations.proposals.articles import as_proposals, example_of
from tui.operations.proposals.corpus import documents, segmenter_of, worked_on
from tui.operations.proposals.making import with_memory
from tui.store.dates import base_for
from tui.store.document_reader import DocumentReader
from tui.store.project import Project
from tui.suggest.candidate import Candidate, Example
from tui.suggest.proposal import Proposal
from tui.suggest.relation_history import RelationHistory, relation_history
from tui.suggest.relations import linked, with_proposals
from tui.suggest.service import ProposalService
from tui.suggest.still_open import still_open
from tui.text.offsets import Reading, read
from tui.text.segment import Segmenter


def proposals_of_pages(project: Project, runner: PageRunner | None = None) -> Iterator[Proposal | PiyueError]:
    """Yield what is proposed on all pages in their order, and what of a page could not be read.

    Args:
        runner: goes through the pages; None: processes of this machine.
    """
    for found in (runner or LocalRunner(project)).map(PROPOSALS, project.page_ids()):
        yield from found


def _of_pages(project: Project, pages: Sequence[str]) -> list[Proposal | PiyueError]:
    found, reader, proposals = list[Proposal | PiyueError](), DocumentReader(project), _of_project(project)
    for page in pages:
        try:
            document = reader.read(project.page(page), project.annotator)
            found += document.problems
            for article in document.document.articles:
                found += proposals.of(document.document, article)
        except PiyueError as error:
            found.append(error)
    return found


PROPOSALS = PageWork("proposals", _of_pages, list[Problem | Proposal])


@lru_cache(1)
def _of_project(project: Project) -> "ProjectProposals":
    return ProjectProposals(project)


class ProjectProposals:
    """What is proposed in a project to who works on it; dictionary, memory and model are loaded once.

    Args:
        project: with the annotator who is asked for.
    """

    def __init__(self, project: Project) -> None:
        self._project = project

    @cached_property
    def _segmenter(self) -> Segmenter:
        return segmenter_of(self._project)

    @cached_property
    def _service(self) -> ProposalService:
        return with_memory(self._project)

    @cached_property
    def _history(self) -> Mapping[str, RelationHistory]:
        known = list(documents(self._project, worked_on(self._project)))
        return {type_.id: relation_history(known, type_.id) for type_ in self._project.settings.relations}

    def of(self, document: Document, article: Article) -> Iterator[Proposal]:
        """Yield what is proposed of an article and nobody has decided on, in the order of the text."""
        settings = self._project.settings
        if self._project.annotator in settings.suggest.off_for:
            return
        reading = read(document.page, article)
        words = self._segmenter.words(reading.text)
        example = example_of(document, article, words, base_for(self._project, document))
        example = with_predictions(self._project, example)
        found = self._service.propose(example.text, example)
        shown = [one for one in found if one.score >= settings.suggest.shown]
        shown += _further(example, shown)
        proposals = list(as_proposals(article, reading, shown))
        metrics = [one for one in proposals if one.label in settings.labels.metrics]
        standing = with_proposals(document, reading, found, metrics) if metrics else document
        heads = {(span.label, span.segments): span for span in reversed(standing.spans)}
        for one in proposals:
            if one.label in settings.labels.metrics:
                head = heads[one.label, one.segments]
                yield one._replace(relations=self._relations(standing, article, reading, head))
            else:
                yield one

    def _relations(
        self,
        standing: Document,
        article: Article,
        reading: Reading,
        head: Span,
    ) -> list[dict[str, object]]:
        """Return what a metric may be related to, the likeliest first."""
        types = self._project.settings.relations
        rows = linked(standing, article, reading, head, types, self._history)
        best = [one for ranked in rows.values() for one in ranked[:MOST]]
        return [one.as_dict() for one in sorted(best, key=lambda one: -one.score)]


def _further(example: Example, shown: Sequence[Candidate]) -> list[Candidate]:
    """Return what else was imported: too doubtful to be shown in the text, or beside what is shown there."""
    taken = {one.key for one in shown}
    return [one for one in still_open(example.text.predictions, example) if one.key not in taken]


MOST = 3
"""Tails that are named of each relation."""
