"""Gamma (Mathet, Widlöcher, Métivier 2015) of tags with labels, where pygamma-agreement is installed."""

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, TypeAlias

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


def continuum(article: Article, documents: Sequence[Document], labels: frozenset[str]) -> list[Unit]:
    """Return an article's tags as several annotators made them."""
    return [
        Unit(document.annotator, span.start, span.end, span.label)
        for document in documents
        for span in document.spans_in(article)
        if not labels or span.label in labels
    ]


def gamma(continua: Sequence[Continuum]) -> Figure:
    """Return gamma, averaged over articles by their tags.

    Articles in which fewer than two annotators have tags say nothing: pygamma-agreement answers there with a
    number that depends on nothing.

    Raises:
        FormatError: pygamma-agreement is not installed.
    """
    try:
        library, segment = import_module("pygamma_agreement"), import_module("pyannote.core").Segment
    except ImportError as error:
        raise FormatError("agree.gamma", module="pygamma-agreement") from error
    total = weight = 0.0
    for units in continua:
        if len({unit.annotator for unit in units}) < 2:
            continue
        made = library.Continuum()
        for unit in units:
            made.add(unit.annotator, segment(unit.start, unit.end), unit.label)
        total += made.compute_gamma().gamma * len(units)
        weight += len(units)
    return Figure(total / weight) if weight else Figure(None, "nothing")
