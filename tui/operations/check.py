"""Checks every file under annotations/ against its page, and asks about its tags."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.measure.consistency import Finding as Question
from tui.measure.consistency import findings
from tui.measure.lexicon import Lexicon
from tui.measure.questions import question_said
from tui.model import Document, Segment
from tui.operations.annotators import pages_annotated
from tui.operations.check_files import (
    FileChecked,
    files_checked,
    finding_of_file,
    path_of,
    predictions_checked,
    shared_files,
    stray_files,
    unsaved,
)
from tui.operations.check_pages import doubts_of_pages
from tui.operations.findings import Finding
from tui.operations.pages import bulk_segmenter
from tui.operations.parallel import in_chunks
from tui.store.document_reader import DocumentReader
from tui.store.project import Project
from tui.text.offsets import read

Words: TypeAlias = Callable[[str], Sequence[Segment]]


CheckEvent: TypeAlias = Finding | FileChecked


class CheckOptions(NamedTuple):
    """How much is looked at.

    Attributes:
        model: whether models are trained, in seconds to minutes, to say which tags they find unlikely.
        jobs: how many processes go through the pages; None: as many as may run at once, if there are many.
    """

    model: bool = False
    jobs: int | None = None


USUAL = CheckOptions()


def check(
    project: Project, words: Words | None = None, options: CheckOptions = USUAL
) -> Iterator[CheckEvent]:
    """Yield what is wrong with the annotation files, then what there is to ask about the tags.

    Args:
        words: cuts a reading text into words, where one process does it; None: what is usual.
    """
    known = frozenset(project.page_ids())
    yield from shared_files(project, known)
    yield from predictions_checked(project, known)
    for file in stray_files(project, known):
        yield finding_of_file(project, file)
    for annotator in project.records.annotators():
        lexicon, readable = Lexicon(project.settings.labels), list[str]()
        theirs = _annotated_pages(project, annotator)
        for checked in in_chunks(project, files_checked, theirs, options.jobs, annotator):
            yield from checked.events
            lexicon.join(checked.lexicon)
            readable += checked.readable
        yield from unsaved(project, annotator)
        for found in in_chunks(project, _asked, readable, options.jobs, annotator, lexicon, words):
            yield from found
        if options.model:
            yield from _unlikely(project, annotator, readable)
    yield from doubts_of_pages(project, options.jobs)


def _annotated_pages(project: Project, annotator: str) -> list[str]:
    """Return the pages that an annotator has records of, in the order of the pages."""
    return [*pages_annotated(project, (annotator,))]


def _asked(
    project: Project, pages: Sequence[str], annotator: str, lexicon: Lexicon, words: Words | None
) -> list[Finding]:
    """Return what there is to ask about an annotator's tags on pages, but for what was found right."""
    from tui.store.files.accepted import Accepted  # TinyDB, which a project without tags does not need

    accepted, found, reader = Accepted(project), list[Finding](), DocumentReader(project)
    words = words or bulk_words(project)
    for page in pages:
        with suppress(PiyueError):  # one that became unreadable meanwhile
            document = reader.read(project.page(page), annotator).document
            questions = questions_of(project, document, lexicon, words)
            found += [_as_finding(project, annotator, one) for one in questions if one.key not in accepted]
    return found


@lru_cache(1)
def bulk_words(project: Project) -> Words:
    """Return what cuts many reading texts of a project into words."""
    return bulk_segmenter(project).words


def questions_of(project: Project, document: Document, lexicon: Lexicon, words: Words) -> Iterator[Question]:
    """Yield the questions about a document's articles, words looked at too."""
    schema = project.settings.annotation_schema
    for article in document.articles:
        yield from findings(document, article, lexicon, schema, words(read(document.page, article).text))


def _unlikely(project: Project, annotator: str, pages: Sequence[str]) -> Iterator[Finding]:
    """Yield what a model that has not seen an article doubts in it, but for what was found right."""
    if not project.settings.suggest.learn or not pages:
        return
    from tui.operations.annotation_errors import doubted
    from tui.store.files.accepted import Accepted

    theirs = Project(project.root)
    theirs.annotator = annotator
    accepted = Accepted(project)
    for question in doubted(theirs):
        if question.key not in accepted:
            yield _as_finding(project, annotator, question)


def _as_finding(project: Project, annotator: str, question: Question) -> Finding:
    place = question.place
    return Finding(
        question.kind,
        annotator,
        place.page,
        path_of(annotator, place.page),
        question_said(question, project.settings.annotation_schema),
        id=place.span.id if place.span else "",
        text=place.text,
        severity="question",
        article=place.article,
        start=place.segments[0][0],
        end=place.segments[-1][1],
    )
