"""What of an export goes where: its splits and its shards."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.context import Context
from tui.errors import FormatError
from tui.formats.registry import Format

if TYPE_CHECKING:
    from tui.formats.common.splits import Item, Place
    from tui.formats.common.writing import Plan


def planned(context: Context, row: Format, states: frozenset[str], shards: int) -> "tuple[list[Place], Plan]":
    """Return where each article goes, if a split is asked for, and the plan of all.

    Raises:
        FormatError: the format has no shards, or the split is none.
    """
    from tui.formats.common.writing import Plan

    arguments = context.arguments
    if shards and (row.name == "spacy" or row.layout == "tree"):
        raise FormatError("export.shards", format=row.name)
    rolls = row.name == "spacy"
    if not (arguments.split or arguments.by):
        return [], Plan(shards=shards, rolls=rolls)
    from tui.formats.common.splits import NAMES, assign, ratio

    shares = ratio(arguments.split or "80/10/10")
    places = assign(list(_items(context, states)), shares, arguments.seed, arguments.by or "")
    return places, Plan(NAMES[len(shares)], {p.article: p.split for p in places}, shards, rolls)


def _items(context: Context, states: frozenset[str]) -> "Iterator[Item]":
    from tui.formats.common.splits import Item
    from tui.text.offsets import read

    for document in context.documents():
        for article in document.articles:
            if not states or document.progress_of(article.id).state in states:
                labels = Counter(span.label for span in document.spans_in(article))
                yield Item(article.id, document.page.id, read(document.page, article).text, labels)
