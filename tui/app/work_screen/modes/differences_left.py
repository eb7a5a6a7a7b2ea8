"""The differences of the open article on which nothing is decided yet."""

from tui.app.work_screen.controller import Controller
from tui.app.workspace.adjudication import AdjudicationSources
from tui.edit import Session
from tui.measure.adjudication.article_labels import LabelDifference
from tui.measure.adjudication.state import Adjudication


def next_left(controller: Controller, at: int) -> int | None:
    """Return the number of the first difference from `at` on, round the end, on which nothing is decided."""
    left = numbers_left(controller)
    return next((number for number in left if number >= at), next(iter(left), None))


def numbers_left(controller: Controller) -> list[int]:
    """Return the numbers of the differences on which nothing is decided."""
    adjudication = adjudication_here(controller)
    if adjudication is None:
        return []
    left = adjudication.left(session_here(controller).document)
    return [number for number, each in enumerate(adjudication.differences) if each in left]


def labels_left(controller: Controller) -> list[LabelDifference]:
    """Return the labels of the open article on which annotators differ and nothing is decided."""
    adjudication = adjudication_here(controller)
    return adjudication.labels_left(session_here(controller).document) if adjudication else []


def adjudication_here(controller: Controller) -> Adjudication | None:
    """Return what is adjudicated of the open article."""
    shown = controller.workspace.shown
    return None if shown is None else sources_of(controller).of(shown.opened.article)


def sources_of(controller: Controller) -> AdjudicationSources:
    """Return whose work is adjudicated."""
    sources = controller.workspace.sources
    assert sources is not None
    return sources


def session_here(controller: Controller) -> Session:
    """Return the session of the open page."""
    shown = controller.workspace.shown
    assert shown is not None
    return shown.opened.session
