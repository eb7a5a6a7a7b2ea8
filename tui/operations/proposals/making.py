"""The proposers of a project: makers as set, its memory, its model."""

from collections.abc import Iterable
from dataclasses import replace

from tui.operations.proposals.articles import decided_blocks
from tui.operations.proposals.corpus import examples, worked_on
from tui.operations.proposals.model_file import load_model
from tui.store.project import Project
from tui.store.settings.model import Settings
from tui.suggest.candidate import Example
from tui.suggest.lac import LacProposer
from tui.suggest.learned.model import Model
from tui.suggest.memory import ENOUGH
from tui.suggest.service import ProposalService
from tui.text.jieba_dictionary import parts_of_speech

STALE = 0.5
"""The share of the articles that a model was trained on whose pages must still be worked on."""


def service_for(settings: Settings, lac: LacProposer | None = None) -> ProposalService:
    """Return a service that has learned nothing yet.

    Args:
        lac: what asks LAC, if the settings allow it; None: one of the service's own.
    """
    indicator = next((t.tails[0] for t in settings.relations if t.role == "indicator" and t.tails), "")
    return ProposalService(
        settings.labels,
        parts_of_speech(),
        units=settings.units,
        lac=(lac or LacProposer()) if settings.suggest.lac else None,
        indicator=indicator if indicator in settings.labels.by_id else "",
    )


def with_memory(project: Project) -> ProposalService:
    """Return a project's service: all that was decided in memory, its model where there is one that fits."""
    service = service_for(project.settings)
    pages = worked_on(project)
    for example in examples(project, None, pages):
        service.remember(example)
    use_model(service, project, pages)
    return service


def use_model(service: ProposalService, project: Project, pages: Iterable[str]) -> Model | None:
    """Take up the model of a project where it is wanted and fits; return it.

    Args:
        pages: on which something is decided: of a model whose pages are gone, nothing holds.
    """
    model = load_model(project) if project.settings.suggest.learn else None
    if model is not None and _share_left(model, set(pages)) < STALE:
        model = None
    return model if service.use(model) else None


def _share_left(model: Model, pages: set[str]) -> float:
    """Return how many of the articles that a model was trained on are on these pages."""
    left = sum(article.rpartition("#")[0] in pages for article in model.articles)
    return left / max(1, len(model.articles))


def decided(service: ProposalService, example: Example) -> Example:
    """Return an example with the paragraphs that were decided on, where the article is not finished."""
    if example.is_finished:
        return example
    left = [one for one in service.propose(example.text, example) if one.score >= ENOUGH]
    return replace(example, decided=decided_blocks(example, left))
