"""Trains the model of a project, and measures it."""

from collections.abc import Sequence
from dataclasses import replace
from time import process_time
from typing import Any

from tui.errors import ProjectError
from tui.operations.proposals.corpus import for_training, segmenter_of, worked_on
from tui.operations.proposals.making import decided, service_for, use_model
from tui.operations.proposals.model_file import save_model
from tui.store.project import Project
from tui.suggest.candidate import Example
from tui.suggest.learned.model import Model
from tui.suggest.learned.tagger import learnable
from tui.suggest.service import ProposalService
from tui.suggest.training import Counts, counted, train_service, trials
from tui.text.jieba_dictionary import parts_of_speech

FOLDS = 5
"""Parts of a cross-validation."""


def learn(project: Project, *, folds: int = 0) -> Model:
    """Train the model of who works on a project on what is finished, keep it, and return it with its figures.

    Args:
        folds: parts for cross-validation, each tried with a model of the others; 0: no such figures.

    Raises:
        ProjectError: nothing is finished, or no label has enough tags.
        OSError: the model cannot be kept.
    """
    began = process_time()
    service = service_for(project.settings)
    found = _learned_from(project, service)
    if not learnable(found):
        raise ProjectError("learn.nothing")
    model = train_service(service, found, parts_of_speech())
    seconds = process_time() - began
    rows = counted(trials(service, found, parts_of_speech(), folds)) if folds else {}
    model = replace(model, figures=_figures(found, seconds, rows))
    save_model(project, model)
    return model


def _learned_from(project: Project, service: ProposalService) -> list[Example]:
    """Return what something was decided in: finished articles, and decided paragraphs of others."""
    found = list(for_training(project, segmenter_of(project)))
    service.memory.train(found)
    use_model(service, project, worked_on(project))
    return [example for example in (decided(service, one) for one in found) if example.decided]


def _figures(examples: Sequence[Example], seconds: float, rows: dict[str, Counts]) -> dict[str, Any]:
    return {
        "articles": len(examples),
        "characters": sum(end - start for example in examples for start, end in example.decided),
        "tags": sum(len(example.tags) for example in examples),
        "seconds": round(seconds, 2),
        "by_label": {label: counts.as_dict() for label, counts in sorted(rows.items())},
    }
