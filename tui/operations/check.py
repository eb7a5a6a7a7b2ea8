"""Checks every file under annotations/ against its page, and asks about its tags."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError
from tui.measure.consistency import Finding as Question
from tui.measure.consistency import findings
from tui.measure.lexicon import Lexicon
from tui.measure.questions import question_row
from tui.model import Document, Segment
from tui.operations.annotators import pages_annotated
from tui.operations.check_files import (
    FileChecked,
    FilesChecked,
    files_checked,
    finding_of_file,
    lexicon_of,
    path_of,
    predictions_checked,
    shared_files,
    stray_files,
    unsaved,
)
from tui.operations.check_pages import doubts_of_pages
from tui.operations.findings import Finding
from tui.operations.page_work import LocalRunner, PageRunner, PageWork
from tui.operations.pages import bulk_segmenter
from tui.operations.renamed_pages import RenamedPages
from tui.store.document_reader import DocumentReader
from tui.store.project import Project
from tui.text.offsets import read
from tui.texts import Message

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
    project: Project,
    words: Words | None = None,
    options: CheckOptions = USUAL,
    runner: PageRunner | None = None,
) -> Iterator[CheckEvent]:
    """Yield what is wrong with the annotation files, then what there is to ask about the tags.

    Args:
        words: cuts a reading text into words, where one process does it; None: what is usual.
        runner: goes through the pages; None: processes of this machine. A shard is left what only all files
            together tell: who puts the parts together finds it.
    """
    runner = runner or LocalRunner(project, options.jobs)
    if runner.mode != "shard":
        yield from _strange_files(project)
    for annotator in project.records.annotators():
        lexicon, tagged = Lexicon(project.settings.labels), list[str]()
        theirs = _annotated_pages(project, annotator)
        for checked in runner.map(FILES, theirs, annotator):
            yield from checked.events
            lexicon.join(checked.lexicon)
            tagged += checked.tagged
        for others in runner.of_all(lexicon_of, theirs, annotator):
            lexicon.join(others)
        if runner.mode != "shard":
            yield from unsaved(project, annotator)
        for found in runner.map(QUESTIONS, theirs, annotator, lexicon, words):
            yield from found
        if options.model and runner.mode != "shard":
            yield from _unlikely(project, annotator, tagged)
    yield from doubts_of_pages(project, runner)


def _strange_files(project: Project) -> Iterator[CheckEvent]:
    """Yield what is wrong with files that are no annotator's of a page."""
    known, renamed = frozenset(project.page_ids()), RenamedPages(project)
    yield from shared_files(project, known, renamed)
    yield from predictions_checked(project, known)
    for file in stray_files(project, known):
        yield finding_of_file(project, file, renamed)


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
            if not document.spans:
                continue
            path = path_of(annotator, page)
            questions = questions_of(project, document, lexicon, words)
            found += [_as_finding(annotator, path, one) for one in questions if one.key not in accepted]
    return found


FILES = PageWork(
    "files",
    files_checked,
    tuple[list[Finding | FileChecked], list[str]],
    lambda found: (found.events, found.tagged),
    lambda said: FilesChecked(said[0], Lexicon(), said[1]),
)
QUESTIONS = PageWork("questions", _asked, list[Finding])


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
            yield _as_finding(annotator, path_of(annotator, question.place.page), question)


def _as_finding(annotator: str, path: str, question: Question) -> Finding:
    place = question.place
    return Finding(
        question.kind,
        annotator,
        place.page,
        path,
        Message(question_row(question.kind, question.detail), {"detail": question.detail}),
        id=place.span.id if place.span else "",
        text=place.text,
        severity="question",
        article=place.article,
        start=place.segments[0][0],
        end=place.segments[-1][1],
    )
