"""The annotator's work in a project: all of it, or as much as training may take."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from tui.errors import PiyueError
from tui.model import Document
from tui.operations.proposals.articles import example_of
from tui.store.dates import base_for
from tui.store.document_reader import DocumentReader
from tui.store.project import Project
from tui.suggest.candidate import Example
from tui.text.dictionary import read_what_holds
from tui.text.segment import Segmenter, fastest, segmenter_for

TRAINING = 200_000
"""Characters that a model is trained on at most: training them takes half of the processor time it may."""


def worked_on(project: Project) -> list[str]:
    """Return the pages on which the annotator of a project decided something, the newest first."""
    try:
        return project.backend.pages(project.annotator)
    except (OSError, PiyueError):
        return []


def segmenter_of(project: Project) -> Segmenter:
    """Return what cuts many texts of a project into words: the fastest there is, unless it names one."""
    name = project.settings.segmenter or fastest()
    entries, _ = read_what_holds(project.dictionary)
    return segmenter_for(name, project.cache, entries)


def documents(project: Project, pages: list[str]) -> Iterator[Document]:
    """Yield what can be read of some pages; what cannot is named by `piyue check`."""
    reader = DocumentReader(project)
    for page in pages:
        try:
            yield reader.read(project.page(page), project.annotator).document
        except PiyueError:
            continue


def examples(project: Project, segmenter: Segmenter | None, pages: list[str]) -> Iterator[Example]:
    """Yield the articles of pages on which something was decided.

    Args:
        segmenter: None: nobody needs the words.
    """
    for document in documents(project, pages):
        base = base_for(project, document)
        for article in document.articles:
            example = example_of(document, article, (), base)
            if example.is_finished or example.tags or example.refused:
                words = segmenter.words(example.text.text) if segmenter else ()
                yield replace(example, text=replace(example.text, words=words))


def for_training(project: Project, segmenter: Segmenter, limit: int = TRAINING) -> Iterator[Example]:
    """Yield articles up to so many characters: one half of them the newest, the other chosen by a hash."""
    pages = worked_on(project)
    taken = 0
    for turn in (limit // 2, limit):
        seen = 0
        for page in pages:
            if taken >= turn:
                break
            for example in examples(project, segmenter, [page]):
                taken += len(example.text.text) if example.is_finished else 0
                yield example
            seen += 1
        pages = sorted(pages[seen:], key=lambda page: sha256(page.encode()).digest())
