"""Agreement as rows for people: each figure with its interval, or the reason why there is none."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from tui.measure.adjudication.differences import Kind
from tui.measure.agreement.comparison import MEASURES
from tui.measure.agreement.corpus import Corpus, Pair
from tui.measure.agreement.figures import Figure
from tui.model.names import SchemaNames

Say: TypeAlias = Callable[..., str]

PLACES: dict[str, tuple[Kind, ...]] = {
    "spans": ("missing", "border", "label"),
    "overlapping": ("missing", "label"),
    "borders": ("missing", "border"),
    "labels": ("label",),
    "values": ("value",),
    "relations": ("relation",),
}
"""Of which kinds the differences are that lower a figure."""


class FigureRow(NamedTuple):
    """A figure: what it is called, its value, and its interval or why it has none."""

    name: str
    value: str
    interval: str


def figure_rows(corpus: Corpus, say: Say, names: SchemaNames) -> list[FigureRow]:
    """Return the figures of all pairs together, in the order of `MEASURES`, then alphas."""
    whole = corpus.together
    rows = [figure_row(say, name, whole.figure(name), whole) for name in MEASURES if _is_shown(name, whole)]
    rows.append(figure_row(say, "alpha", corpus.characters.alpha()))
    for label, figure in corpus.article_values.alphas().items():
        row = figure_row(say, "article_alpha", figure)
        rows.append(row._replace(name=f"{names.article_label(label)}: {row.name}"))
    return rows


def _is_shown(name: str, pair: Pair) -> bool:
    """Labels of articles are shown where somebody gave any."""
    return name != "article_labels" or pair.figure(name).reason != "nothing"


def figure_row(say: Say, name: str, figure: Figure, pair: Pair | None = None) -> FigureRow:
    """Return a figure's row.

    Args:
        pair: whose interval it is; None: it has none.
    """
    shown = say(f"agree.figure.{name}")
    if figure.reason:
        reason = "one_state" if (name, figure.reason) == ("states", "one_label") else figure.reason
        return FigureRow(shown, "-", say(f"agree.reason.{reason}"))
    if pair is None:
        return FigureRow(shown, number(figure), "")
    interval = pair.interval(name)
    if interval.low is None or interval.high is None:
        return FigureRow(shown, number(figure), say(f"agree.reason.{interval.reason}"))
    return FigureRow(shown, number(figure), f"{interval.low:.3f}–{interval.high:.3f}")


def number(figure: Figure) -> str:
    """Return a figure to three places; `-` where there is none."""
    return "-" if figure.value is None else f"{figure.value:.3f}"
