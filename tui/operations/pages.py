"""Iterates over the pages of a project, one in memory at a time; unreadable ones are reported."""

from collections.abc import Generator, Sequence

from tui.errors import PiyueError
from tui.model import Division, Document, Page
from tui.operations.events import Event, Failed, Progress
from tui.store.document_reader import DocumentReader
from tui.store.project import Project
from tui.text.dictionary import read_dictionary
from tui.text.segment import Segmenter, fastest, segmenter_for

PageEvents = Generator[Event | Document, None, None]


def documents(project: Project, annotator: str, pages: Sequence[str] | None = None) -> PageEvents:
    """Yield the pages (all) with an annotator's annotations, and what there is to tell."""
    ids, reader = project.page_ids() if pages is None else pages, DocumentReader(project)
    for number, page_id in enumerate(ids, 1):
        yield Progress(number, len(ids))
        try:
            found = reader.read(project.page(page_id), annotator)
        except PiyueError as error:
            yield Failed(error)
            continue
        for problem in found.problems:
            yield Failed(problem)
        yield found.document


def divided(project: Project) -> Generator[Event | tuple[Page, Division], None, None]:
    """Yield all pages with their articles, and what there is to tell."""
    ids = project.page_ids()
    for number, page_id in enumerate(ids, 1):
        yield Progress(number, len(ids))
        try:
            page = project.page(page_id)
            division = project.documents.division(page)
        except PiyueError as error:
            yield Failed(error)
            continue
        yield page, division


def bulk_segmenter(project: Project) -> Segmenter:
    """Return what cuts many texts into words: the fastest there is, unless the settings name one."""
    settings = project.settings
    name = settings.segmenter or fastest()
    return segmenter_for(name, project.cache, read_dictionary(project.dictionary))
