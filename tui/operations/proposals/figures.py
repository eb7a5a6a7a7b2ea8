"""Accuracy of a project's proposals so far, for ``piyue stats --json``."""

from typing import Any

from tui.operations.proposals.model_file import load_model
from tui.operations.proposals.sure_checks import load_checks
from tui.store.project import Project


def proposal_figures(project: Project) -> dict[str, Any]:
    """Return the figures of the last training, and what became of sure proposals shown as doubtful."""
    model, checks = load_model(project), load_checks(project)
    return {
        "model": model.figures if model else None,
        "sure_proposals": {"seen": len(checks), "refused": checks.count(False)},
    }
