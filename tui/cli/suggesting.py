"""Proposals of tags, for programs and for people."""

from tui.cli.context import Context, shown
from tui.cli.corpus import find_article
from tui.errors import PiyueError
from tui.model import Article, Document
from tui.operations.predictions import predicted
from tui.store.dates import base_for
from tui.suggest.proposal import open_proposals
from tui.suggest.rules import by_rule
from tui.text.offsets import read


def suggest(context: Context) -> None:
    """`piyue suggest`: what nobody has decided on yet."""
    if context.arguments.article is not None:
        page, article, _ = find_article(context, context.arguments.article)
        _print(context, context.project.document(page.id), (article,))
        return
    for document in context.documents():
        try:
            _print(context, document, document.articles)
        except PiyueError as error:
            context.complain(error)


def _print(context: Context, document: Document, articles: tuple[Article, ...]) -> None:
    project, page = context.project, document.page
    base, settings = base_for(project, document), project.settings
    for article in articles:
        proposals = by_rule(
            article, read(page, article), units=settings.units, base=base, labels=settings.labels
        )
        for proposal in open_proposals([*proposals, *predicted(project, document, article)], document):
            if context.arguments.json:
                context.answer(proposal.as_dict())
            else:
                fields = " ".join(f"{k}={v}" for k, v in proposal.attributes.items() if v not in (None, ""))
                cells = (proposal.article, proposal.label, proposal.surface, fields)
                context.line(shown("  ".join(cells)))
