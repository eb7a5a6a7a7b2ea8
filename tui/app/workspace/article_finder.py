"""The articles of the sidebar: filtered, sorted, and updated when articles come or go."""

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from tui.app.workspace.article_list import Filter, ShownArticles
from tui.app.workspace.documents import Documents
from tui.app.workspace.status import Say
from tui.model.names import label_called

Found: TypeAlias = tuple[tuple[int, Filter], ShownArticles]
"""Rows, and what they were found for: a version of the article list, and a filter."""


class ArticleFinder:
    """Finds the rows of the sidebar."""

    def __init__(self, documents: Documents, say: Say) -> None:
        self._documents, self._say = documents, say
        self.filter = Filter()
        self._found: Found | None = None

    def rows(self) -> ShownArticles:
        """What the sidebar shows; found anew when articles came or went, or others are wanted."""
        version = self._documents.listed().version
        if self._found is None or self._found[0] != (version, self.filter):
            self.take(self.find(self.filter))
        assert self._found is not None
        return self._found[1]

    def find(self, wanted: Filter) -> Found:
        """Return the rows that are wanted, without showing them: this may be done in another thread."""
        listing = self._documents.listing
        version = listing.version
        return (version, wanted), listing.shown(
            wanted, self._search, partial(label_called, self._documents.schema.labels)
        )

    def take(self, found: Found) -> None:
        """Show rows that were found."""
        self._found, self.filter = found, found[0][1]

    def _search(self, text: str) -> Sequence[str]:
        """Return the ids of the articles with a text, as far as the index knows."""
        return self._documents.project.index.search(text)

    def foot(self, shown: ShownArticles) -> str:
        """What stands below the articles: how many, in which order, what was asked for, and lost tags."""
        total = len(self._documents.listing.rows)
        count = f"{shown.articles:,}" if shown.articles == total else f"{shown.articles:,}/{total:,}"
        order = "" if self.filter.order == "page" else self._say(f"order.{self.filter.order}")
        lost = sum(self._documents.listing.lost.values())
        said = self._say("pane.lost", count=lost) if lost else ""
        return " ".join(filter(None, (count, order, self.filter.typed, said)))
