"""`piyue suggest` and `piyue learn`: proposals, and training of the model."""

from collections.abc import Mapping

from tui.cli.arguments import ARTICLE, JSON, Option
from tui.cli.context import Context, shown, width
from tui.cli.corpus import find_article
from tui.errors import PiyueError
from tui.measure.tables import table
from tui.model import Article, Document
from tui.operations.learn import FOLDS
from tui.operations.learn import learn as train
from tui.operations.learn_borders import learn_borders
from tui.operations.propose import ProjectProposals

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "suggest": (Option(("--all",), "all", {"action": "store_true"}), ARTICLE, JSON),
    "learn": (JSON,),
}
"""The arguments of each command."""


def suggest(context: Context) -> None:
    """`piyue suggest`: what nobody has decided on yet."""
    proposals = ProjectProposals(context.project)
    if context.arguments.article is not None:
        page, article, _ = find_article(context, context.arguments.article)
        _print(context, proposals, context.project.document(page.id), (article,))
        return
    for document in context.documents():
        try:
            _print(context, proposals, document, document.articles)
        except PiyueError as error:
            context.complain(error)


def _print(
    context: Context, proposals: ProjectProposals, document: Document, articles: tuple[Article, ...]
) -> None:
    for article in articles:
        for proposal in proposals.of(document, article):
            if context.arguments.json:
                context.answer(proposal.as_dict())
            else:
                fields = " ".join(f"{k}={v}" for k, v in proposal.attributes.items() if v not in (None, ""))
                cells = (proposal.article, proposal.label, proposal.surface, f"{proposal.score:.2f}", fields)
                context.line(shown("  ".join(cells)))


def learn(context: Context) -> None:
    """`piyue learn`: train on what is finished, and say how good the model is."""
    for one in learn_borders(context.project):
        context.note(one.message.render(context.language))
    figures = train(context.project, folds=FOLDS).figures or {}
    if context.arguments.json:
        context.answer(figures)
        return
    context.line(context.say("cli.learn", **{k: v for k, v in figures.items() if k != "by_label"}))

    heads = [context.say(f"cli.column.{name}") for name in ("label", "tags", "precision", "recall", "f1")]
    rows = [
        (
            context.say("cli.learn.all") if label == "*" else label,
            str(row["tags"]),
            *(f"{row[name]:.2f}" for name in ("precision", "recall", "f1")),
        )
        for label, row in figures["by_label"].items()
    ]
    for line in table(rows, heads, width()):
        context.line(line)
