"""`piyue agree`: how far annotators agree, as JSON and as tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from tui.cli.adjudicate import print_differences
from tui.cli.arguments import JSON, Option
from tui.cli.context import Context, width
from tui.errors import PiyueError
from tui.measure.adjudication.article_labels import LabelDifference
from tui.measure.adjudication.differences import Difference
from tui.measure.adjudication.rows import difference_row
from tui.measure.agreement.comparison import MEASURES
from tui.measure.agreement.corpus import Corpus, Pair
from tui.measure.agreement.figures import Figure
from tui.measure.agreement.rows import figure_row, figure_rows, number
from tui.measure.tables import table
from tui.operations.agree import AgreeOptions, PageHidden
from tui.operations.agree import agree as agreed

DIFFERENCES = ("missing", "border", "label", "value", "relation", "article_label")
OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "agree": (
        Option(
            ("--annotator",),
            "agree_annotators",
            {"action": "append", "metavar": "NAME", "dest": "annotators"},
        ),
        Option(("--label",), "label", {"action": "append", "metavar": "L"}),
        Option(("--places",), "places", {"action": "store_true"}),
        Option(("--kind",), "kind", {"choices": DIFFERENCES}),
        Option(("--gamma",), "gamma", {"action": "store_true"}),
        JSON,
    ),
}
"""The arguments of each command."""


def agree(context: Context) -> None:
    """Print the agreement of all pairs of annotators, and what was left out."""
    corpus = _measured(context)
    gamma, kind = _gamma(context, corpus), context.arguments.kind
    if context.arguments.json:
        context.answer(as_json(corpus, gamma, kind))
    elif context.arguments.places or kind:
        print_differences(context, [*wanted(corpus.together.differences, kind), *wanted_labels(corpus, kind)])
    else:
        _print_tables(context, corpus, gamma)
    if corpus.left_out:
        context.note(context.say("agree.left_out", count=corpus.left_out))
    if not corpus.together.articles:
        context.status = 1
        context.note(context.say("agree.nothing", names=", ".join(corpus.annotators)))


def _measured(context: Context) -> Corpus:
    arguments = context.arguments
    named = tuple(arguments.annotators or ())  # the one before the command is who asks
    hidden, corpus = 0, None
    for event in agreed(context.project, AgreeOptions(named, frozenset(arguments.label or ()))):
        if isinstance(event, PiyueError):
            context.complain(event)
        elif isinstance(event, PageHidden):
            hidden += 1
        else:
            corpus = event
    if hidden:
        context.note(context.say("agree.hidden", count=hidden))
    assert corpus is not None
    return corpus


def _gamma(context: Context, corpus: Corpus) -> Figure | None:
    if not context.arguments.gamma:
        return None
    from tui.measure.agreement.gamma import gamma

    return gamma(corpus.continua)


def wanted(differences: Iterable[Difference], kind: str | None) -> list[Difference]:
    """Return the differences of a kind; without one, all."""
    return [each for each in differences if kind is None or kind in each.kinds]


def wanted_labels(corpus: Corpus, kind: str | None) -> list[LabelDifference]:
    """Return the differences in labels of articles, if a kind, or none, asks for them."""
    return corpus.together.label_differences if kind in (None, "article_label") else []


def as_json(corpus: Corpus, gamma: Figure | None, kind: str | None = None) -> dict[str, Any]:
    """Return the agreement in the shape of ``piyue agree --json``."""
    alpha, alphas = corpus.characters.alpha(), corpus.article_values.alphas()
    pairs = [pair for pair in corpus.pairs.values() if pair.articles or len(corpus.pairs) == 1]
    answer: dict[str, Any] = {
        "annotators": corpus.annotators,
        "pairs": [{"a": pair.names[0], "b": pair.names[1], **pair_json(pair)} for pair in pairs],
        "all": pair_json(corpus.together),
        "alpha": alpha.value,
        "article_labels_alpha": {name: figure.value for name, figure in alphas.items()},
        "left_out": corpus.left_out,
        "undefined": {"alpha": alpha.reason} if alpha.reason else {},
        "disagreements": [
            *(difference_row(each) for each in wanted(corpus.together.differences, kind)),
            *(each.row for each in wanted_labels(corpus, kind)),
        ],
    }
    return answer | ({"gamma": gamma.value} if gamma else {})


def pair_json(pair: Pair) -> dict[str, Any]:
    """Return a pair's figures; one that is null has its reason in `undefined`."""
    figures = {name: pair.figure(name) for name in MEASURES}
    intervals = {name: pair.interval(name) for name in MEASURES}
    return {
        "articles": pair.articles,
        "left_out": pair.left_out,
        **{name: figure.value for name, figure in figures.items()},
        "spans": _score(pair, "spans"),
        "overlapping": _score(pair, "overlapping"),
        "intervals": {n: [i.low, i.high] for n, i in intervals.items() if i.low is not None},
        "undefined": {name: figure.reason for name, figure in figures.items() if figure.reason},
        "by_label": {label: _values(score) for label, score in pair.by_label().items()},
        "by_page": {page: _values(score) for page, score in pair.by_page().items()},
    }


def _score(pair: Pair, name: str) -> dict[str, float | None]:
    return _values(pair.score(name))


def _values(score: Any) -> dict[str, float | None]:
    return {name: figure.value for name, figure in score._asdict().items()}


def _print_tables(context: Context, corpus: Corpus, gamma: Figure | None) -> None:
    whole, say = corpus.together, context.say
    if not whole.articles:
        return  # every figure would be empty; what is missing is said
    context.line(say("agree.head", names=", ".join(corpus.annotators), articles=whole.articles))
    rows = figure_rows(corpus, say, context.names)
    rows += [figure_row(say, "gamma", gamma)] if gamma else []
    _table(context, rows, ("figure", "value", "interval95"))
    if len(corpus.pairs) > 1:
        pairs = [pair for pair in corpus.pairs.values() if pair.articles]
        found = [(" - ".join(pair.names), pair.articles, number(pair.figure("spans"))) for pair in pairs]
        _table(context, found, ("pair", "articles", "value"))
    labels = [(context.names.label(label), *map(number, score)) for label, score in whole.by_label().items()]
    _table(context, labels, ("label", "precision", "recall", "f1"))


def _table(context: Context, rows: Iterable[tuple[object, ...]], columns: tuple[str, ...]) -> None:
    found = list(rows)
    if found:
        context.line()
        for line in table(found, [context.say(f"cli.column.{name}") for name in columns], width()):
            context.line(line)
