"""What the index keeps of a page: found apart from the index, so that other processes can do it."""

from collections.abc import Generator, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.model import Document, State
from tui.store.document_reader import DocumentReader
from tui.store.index.index import pairs
from tui.store.index.listing import rows_of
from tui.store.project import Project
from tui.store.sources.origin import Origin
from tui.text.offsets import Reading, read
from tui.text.readings import right_reading


class PageToRead(NamedTuple):
    """A page that may be other than the index knows it.

    Attributes:
        state: of its file: its size, and when it was changed.
        noted: the state of the annotations and corrections.
        sha256: of the text with which it was listed; empty: it was not, or other things were noted on it.
    """

    origin: Origin
    state: tuple[int, int]
    noted: str
    sha256: str = ""


class ArticleRead(NamedTuple):
    """An article as the index lists it; `pairs` are those of its text."""

    id: str
    title: str
    state: State
    tags: int
    labels: str
    doubtful: bool
    lost: int
    length: int
    pairs: str


class PageRead(NamedTuple):
    """A page that was read.

    Attributes:
        articles: None: its text is the one with which it was listed.
    """

    sha256: str
    articles: list[ArticleRead] | None


PageResult: TypeAlias = PageRead | PiyueError
"""What became of a page, or why it cannot be used."""


def read_pages(project: Project, pages: Sequence[PageToRead]) -> list[PageResult]:
    """Return what the index keeps of some pages, in their order."""
    reader = DocumentReader(project)
    return [_read_page(project, reader, page) for page in pages]


def read_one_by_one(
    project: Project, chunks: Iterable[Sequence[PageToRead]]
) -> Generator[list[PageResult], None, None]:
    """Yield what the index keeps of the pages of each chunk, read by this process."""
    for chunk in chunks:
        yield read_pages(project, chunk)


def _read_page(project: Project, reader: DocumentReader, wanted: PageToRead) -> PageResult:
    try:
        page = project.pages.sources.read(wanted.origin)
        if page.sha256 == wanted.sha256:
            return PageRead(page.sha256, None)
        document = reader.read(page, project.annotator).document
        readings = [read(page, article) for article in document.articles]
    except PiyueError as error:
        return error
    articles = [
        ArticleRead(*row[2:], len(reading.text), pairs(_searched(reading, document)))
        for row, reading in zip(rows_of(document), readings, strict=True)
    ]
    return PageRead(page.sha256, articles)


def _searched(reading: Reading, document: Document) -> str:
    """Return an article's text, and behind it what that should read where people said so."""
    pins = document.corrections.reads
    right = right_reading(reading, pins).text if pins else reading.text
    return reading.text if right == reading.text else f"{reading.text}\n{right}"
