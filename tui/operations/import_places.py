"""Finds the place of an imported text: a matching article of the project, or a new page."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.errors import FormatError, PiyueError
from tui.formats.common.article_matching import reading_of
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.known_texts import Known, Texts, is_changed
from tui.formats.common.loss_report import ImportReport
from tui.model.page import PageLayout
from tui.operations.events import Event
from tui.operations.pages import divided
from tui.store.project import Project
from tui.store.sources.imported import ImportedText, is_writable

MOST_CHARACTERS = 4_000_000
"""So much of new texts is in memory, and in one file."""


class Placed(NamedTuple):
    """An article that was read, and which of the project's it is; whether it says the same."""

    known: Known
    article: FlatArticle
    is_same: bool


class PlaceFinder:
    """Finds the article that a text is; one that the project lacks becomes a page.

    New texts are collected, and written when `write` is called.

    Args:
        layout: of new pages.
        refuse: gets a text that cannot be a page.

    Attributes:
        new_pages: those of which nothing was saved yet; whoever saves them takes them out.
    """

    def __init__(
        self, project: Project, layout: PageLayout, report: ImportReport, refuse: Callable[[PiyueError], None]
    ) -> None:
        self.project, self._layout, self._report, self._refuse = project, layout, report, refuse
        self._texts = Texts()
        self._is_ready = False
        self._path: Path | None = None
        self._batch = project.pages.text_batch()
        self.new_pages: set[str] = set()

    @property
    def is_full(self) -> bool:
        """Whether it is time to write."""
        return self._batch.characters >= MOST_CHARACTERS

    def begin_file(self, path: Path) -> None:
        """Begin another file or folder: equal texts in it are taken for equal articles in turn."""
        self._path = path
        self._texts.begin()

    def read_project(self) -> Iterator[Event]:
        """Look at all texts of the project, once; yield what there is to tell."""
        if self._is_ready:
            return
        self._is_ready = True
        for found in divided(self.project):
            if isinstance(found, tuple):
                page, division = found
                self._texts.add(page, division.articles)
            else:
                yield found

    def place(self, article: FlatArticle, annotator: str) -> Placed | None:
        """Return where an article belongs; nothing where it is refused."""
        if article.record is not None:
            return Placed(Known(article.page, article.id), article, True)
        known = self._known(article, annotator)
        return None if known is None else Placed(known, article, self._texts.has(known, article.text))

    def write(self) -> None:
        """Write the new texts."""
        if self._batch:
            batch, self._batch = self._batch, self.project.pages.text_batch()
            self.project.pages.add_texts(batch)

    def _known(self, article: FlatArticle, annotator: str) -> Known | None:
        """Return the page and article that an article is of; a text that the project lacks becomes a page."""
        found = self._find(article, annotator) or self._changed(article)
        if found is not None:
            self._report.there["article"] += self._texts.has(found, article.text)
            return found
        if not is_writable(article.text):
            name = article.name or "-"
            self._refuse(
                FormatError("import.no_text", path=self._path, line=article.line, name=name, what="article")
            )
            return None
        self._report.added["article"] += 1
        add = self._add_page if self._layout == "newspaper" else self._add_text
        return add(article, annotator)

    def _find(self, article: FlatArticle, annotator: str) -> Known | None:
        """Return the article that a text is, by its name or by what it says."""
        if article.part and (known := self._texts.named(article.id)) is not None:
            return known
        return self._texts.find(article.id or article.name, article.text, annotator)

    def _changed(self, article: FlatArticle) -> Known | None:
        """Return the article of which a text is a changed version."""
        for known in self._texts.alike(article.name, article.text):
            page = self.project.page(known.page)
            reading = reading_of(page, self.project.documents.division(page).articles, known)
            if is_changed(article.text, reading.text):
                return known
        return None

    def _add_text(self, article: FlatArticle, annotator: str) -> Known:
        about = {name: said for name, said in article.about.items() if said}
        text = ImportedText(article.text, article.external_id, about, article.sentences, article.tokens)
        page = self._batch.add(text)
        self.new_pages.add(page)
        known = Known(page, f"{page}#1")
        self._texts.add_new(known, article.text, article.external_id)
        self._texts.find("", article.text, annotator)  # it is taken
        return known

    def _add_page(self, article: FlatArticle, annotator: str) -> Known | None:
        name = f"import-{sha256(article.text.encode()).hexdigest()[:12]}"
        try:
            page = self.project.pages.add(name, article.text)
        except PiyueError as error:
            self._refuse(error)
            self._report.added["article"] -= 1
            return None
        self._texts.add(page, self.project.documents.division(page).articles)
        return self._texts.find(article.name, article.text, annotator)
