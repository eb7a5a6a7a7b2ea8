"""Proposals of tags, for programs and for people."""

from tui.cli.context import Context, shown
from tui.cli.corpus import find_article
from tui.errors import PiyueError
from tui.model import Article, Document
from tui.operations.propose import ProjectProposals


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
    from tui.operations.learn import FOLDS
    from tui.operations.learn import learn as train
    from tui.operations.learn_borders import learn_borders

    for one in learn_borders(context.project):
        context.note(one.message.render(context.language))
    figures = train(context.project, folds=FOLDS).figures or {}
    if context.arguments.json:
        context.answer(figures)
        return
    context.line(context.say("cli.learn", **{k: v for k, v in figures.items() if k != "by_label"}))
    from tui.cli.context import width
    from tui.measure.tables import table

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
