"""Accuracy of a project's proposals so far, for ``piyue stats --json``."""

from typing import Any

from tui.errors import StoreError
from tui.operations.proposals.model_file import load_model
from tui.operations.proposals.sure_checks import load_checks
from tui.store.predictions import stored_predictions
from tui.store.project import Project


def proposal_figures(project: Project) -> dict[str, Any]:
    """Return the figures of the last training, what became of sure proposals shown as doubtful, and how many
    predictions of other programs were imported.
    """
    model, checks = load_model(project), load_checks(project)
    pages = {page: _predictions(project, page) for page in project.records.predicted_pages()}
    return {
        "model": model.figures if model else None,
        "sure_proposals": {"seen": len(checks), "refused": checks.count(False)},
        "imported_predictions": {"pages": len(pages), "total": sum(pages.values())},
    }


def _predictions(project: Project, page: str) -> int:
    try:
        return len(stored_predictions(project.backend, page))
    except StoreError:  # `piyue check` names it
        return 0
