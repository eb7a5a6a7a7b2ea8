"""`piyue pages`, `articles` and `show`: pages, articles and reading texts."""

from collections.abc import Mapping, Sequence
from typing import Any

from tui.cli.arguments import JSON, Option
from tui.cli.context import Context, width
from tui.errors import NotFoundError
from tui.measure.tables import table
from tui.model import Article, Division, Page, surface
from tui.text.correct import corrected_words
from tui.text.doubts import doubts
from tui.text.offsets import Reading, read
from tui.text.titles import headline_of, title_of

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "pages": (JSON,),
    "articles": (Option(("--page",), "page", {"metavar": "P"}), JSON),
    "show": (Option(("article",), "article", {"metavar": "ARTICLE"}), JSON),
}
"""The arguments of each command."""


def pages(context: Context) -> None:
    """`piyue pages`."""
    rows = []
    for page, division in context.divided():
        if context.arguments.json:
            context.answer(page_row(page, division))
        else:
            rows.append((page.id, len(division.articles), len(page.text), page.encoding, page.path))
    if not context.arguments.json:
        _print(context, rows, ("page", "articles", "characters", "encoding", "path"))


def articles(context: Context) -> None:
    """`piyue articles`."""
    asked = context.arguments.page
    rows = []
    context.note_learned_borders()
    for document in context.documents(None if asked is None else [context.page_id(asked)]):
        if any(doubt.kind == "mixed columns" for doubt in doubts(document.page.text)):
            context.note(context.say("doubt.page", page=document.page.id))
        for article in document.articles:
            state = document.progress_of(article.id).state
            if context.arguments.json:
                context.answer(article_row(document.page, article) | {"state": state})
            else:
                title = title_of(document.page, article)
                rows.append((article.id, context.say(f"state.{state}"), article.kind, title))
    if not context.arguments.json:
        _print(context, rows, ("article", "state", "kind", "title"))


def show(context: Context) -> None:
    """`piyue show`."""
    page, article, reading = find_article(context, context.arguments.article)
    if not context.arguments.json:
        context.raw(reading.text)
        return
    document = context.project.document(page.id)
    state, pins = document.progress_of(article.id).state, document.corrections.words
    words = corrected_words(reading, context.segmenter.words(reading.text), pins)
    context.answer(article_row(page, article) | {"state": state, "text": reading.text, "words": words})


def page_row(page: Page, division: Division) -> dict[str, Any]:
    """Return a page as ``pages --json`` says it."""
    return {
        "page": page.id,
        "path": page.path,
        "encoding": page.encoding,
        "sha256": page.sha256,
        "length": len(page.text),
        "articles": [article.id for article in division.articles],
        "furniture": division.furniture,
        "doubts": [doubt._asdict() for doubt in doubts(page.text)],
    }


def article_row(page: Page, article: Article) -> dict[str, Any]:
    """Return an article as ``articles --json`` says it, but for its state."""
    return {
        "id": article.id,
        "page": page.id,
        "kind": article.kind,
        "title": headline_of(page, article),
        "confidence": article.confidence,
        "border": article.border,
        "start": article.start,
        "end": article.end,
        "blocks": [
            {
                "role": block.role,
                "text": surface(page.text, block.segments),
                "segments": block.segments,
                "confidence": block.confidence,
            }
            for block in article.blocks
        ],
    }


def find_article(context: Context, wanted: str) -> tuple[Page, Article, Reading]:
    """Return the article called so, or the only one of a page called so.

    A page's id may be cut to a beginning that only one page has.

    Raises:
        NotFoundError: there is none, or more than one.
        SourceError: its page cannot be read.
    """
    prefix, mark, number = wanted.rpartition("#")
    if not (prefix if mark else wanted):
        raise NotFoundError("article.unknown", id=wanted)
    page = context.project.page(context.page_id(prefix if mark else wanted))
    articles = context.project.documents.division(page).articles
    found = [article for article in articles if not mark or article.id == f"{page.id}#{number}"]
    if len(found) > 1:
        raise NotFoundError(
            "article.many", page=page.id, count=len(found), first=found[0].id, last=found[-1].id
        )
    if not found:
        raise NotFoundError("article.unknown", id=wanted)
    return page, found[0], read(page, found[0])


def _print(context: Context, rows: Sequence[tuple[object, ...]], columns: tuple[str, ...]) -> None:
    for line in table(rows, [context.say(f"cli.column.{name}") for name in columns], width()):
        context.line(line)
