"""Gamma (Mathet, Widlöcher, Métivier 2015) of tags with labels, where pygamma-agreement is installed."""

import logging
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

from tui.errors import FormatError
from tui.measure.agreement.figures import Figure
from tui.model import Article, Document


class Unit(NamedTuple):
    """A tag as gamma sees it: source offsets, from the first code point to behind the last."""

    annotator: str
    start: int
    end: int
    label: str


Continuum: TypeAlias = Sequence[Unit]
"""The tags of all annotators of an article."""


SEED = 0


def continuum(article: Article, documents: Sequence[Document], labels: frozenset[str]) -> list[Unit]:
    """Return an article's tags as several annotators made them."""
    return [
        Unit(document.annotator, span.start, span.end, span.label)
        for document in documents
        for span in document.spans_in(article)
        if not labels or span.label in labels
    ]


def gamma(continua: Sequence[Continuum]) -> Figure:
    """Return gamma, averaged over articles by their tags; the same each time, for chance is drawn by a seed.

    Articles in which fewer than two annotators have tags say nothing: pygamma-agreement answers there with a
    number that depends on nothing.

    Raises:
        FormatError: pygamma-agreement is not installed.
    """
    try:
        library, segment = import_module("pygamma_agreement"), import_module("pyannote.core").Segment
        random = import_module("numpy.random")
    except ImportError as error:
        raise FormatError("agree.gamma", module="pygamma-agreement") from error
    total = weight = 0.0
    for units in continua:
        if len({unit.annotator for unit in units}) < 2:
            continue
        made = library.Continuum()
        for unit in units:
            made.add(unit.annotator, segment(unit.start, unit.end), unit.label)
        random.seed(SEED)
        total += float(_quietly(made.compute_gamma).gamma) * len(units)
        weight += len(units)
    return Figure(total / weight) if weight else Figure(None, "nothing")


def _quietly(compute: Callable[[], Any]) -> Any:
    """Return what is computed; the library says at each article which solver it takes, on the root logger."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        return compute()
    finally:
        logging.disable(before)
