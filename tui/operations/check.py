"""Checks every file under annotations/ against its page, and asks about its tags."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError, StoreError
from tui.measure.article_labels import label_faults
from tui.measure.consistency import Finding as Question
from tui.measure.consistency import Lexicon, findings
from tui.model import Document, Segment, Span, surface
from tui.operations.annotators import pages_annotated
from tui.operations.check_pages import doubts_of_pages
from tui.operations.findings import Finding, Severity
from tui.operations.pages import bulk_segmenter
from tui.operations.parallel import in_chunks
from tui.store.anchors import candidates
from tui.store.annotator_names import SHARED
from tui.store.files.generations import DAMAGED
from tui.store.files.journal import left_behind
from tui.store.files.predictions import FOLDER as PREDICTIONS
from tui.store.files.predictions import predicted_pages, stored_predictions
from tui.store.project import ANNOTATIONS, Project
from tui.text.offsets import Reading, read
from tui.texts import Message

Words: TypeAlias = Callable[[str], Sequence[Segment]]


class FileChecked(NamedTuple):
    """An annotation file was read and compared with its page."""

    path: str


CheckEvent: TypeAlias = Finding | FileChecked


class CheckOptions(NamedTuple):
    """How much is looked at.

    Attributes:
        model: whether a model is trained, in seconds to minutes, to say which tags it finds unlikely.
        jobs: how many processes go through the pages; None: as many as may run at once, if there are many.
    """

    model: bool = True
    jobs: int | None = None


USUAL = CheckOptions()


USUAL = CheckOptions()


def check(
    project: Project, words: Words | None = None, options: CheckOptions = USUAL
) -> Iterator[CheckEvent]:
    """Yield what is wrong with the annotation files, then what there is to ask about the tags.

    Args:
        words: cuts a reading text into words, where one process does it; None: what is usual.
    """
    known = frozenset(project.page_ids())
    yield from _shared_files(project, known)
    yield from _predictions(project, known)
    for file in _stray_files(project, known):
        yield _finding_of_file(project, file)
    for annotator in project.records.annotators():
        lexicon, readable = Lexicon(project.settings.labels), list[str]()
        theirs = _annotated_pages(project, annotator)
        for checked in in_chunks(project, _files_checked, theirs, options.jobs, annotator):
            yield from checked.events
            lexicon.join(checked.lexicon)
            readable += checked.readable
        yield from _unsaved(project, annotator)
        for found in in_chunks(project, _asked, readable, options.jobs, annotator, lexicon, words):
            yield from found
        if options.model:
            yield from _unlikely(project, annotator, readable)
    yield from doubts_of_pages(project, options.jobs)


class _Checked(NamedTuple):
    """What was found out about some of an annotator's files.

    Attributes:
        readable: the pages with tags.
    """

    events: list[CheckEvent]
    lexicon: Lexicon
    readable: list[str]


def _files_checked(project: Project, pages: Sequence[str], annotator: str) -> _Checked:
    """Compare an annotator's files with their pages."""
    checked = _Checked([], Lexicon(project.settings.labels), [])
    for page in pages:
        path = _path(annotator, page)
        try:
            document = project.document(page, annotator)
        except PiyueError as error:
            checked.events.append(Finding("unreadable", annotator, page, path, error))
        else:
            checked.events.extend(_wrong(project, document, path))
            checked.lexicon.add(document)
            if document.spans:
                checked.readable.append(page)
        checked.events.append(FileChecked(path))
    return checked


def _path(annotator: str, page: str) -> str:
    return f"{ANNOTATIONS}/{annotator}/{page}.json"


def _shared_files(project: Project, known: frozenset[str]) -> Iterator[CheckEvent]:
    """Yield what is wrong with the files of what is true for everybody."""
    from tui.store.files.repair import last_good

    top = project.root / ANNOTATIONS
    tops = [path for path in sorted(top.glob("_*.json")) if path.is_file()]
    for path in (*tops, *sorted((top / SHARED).glob("*.json"))):
        name, page = path.relative_to(project.root).as_posix(), "" if path.parent == top else path.stem
        try:
            _, problem = last_good(path)
            if page in known and problem is None:
                project.documents.division(project.page(page))
        except PiyueError as error:
            problem = error if isinstance(error, StoreError) else None
        if problem is not None:
            yield Finding("unreadable", "", page, name, problem)
        if page and page not in known:
            yield Finding("stray", "", page, name, Message("check.stray"))
        yield FileChecked(name)


def _predictions(project: Project, known: frozenset[str]) -> Iterator[CheckEvent]:
    """Yield what is wrong with imported predictions, and those whose text stands there no longer."""
    top = project.root / ANNOTATIONS
    for page in predicted_pages(top):
        path = _path(PREDICTIONS, page)
        try:
            guesses = stored_predictions(top, page)
            text = project.page(page).text if page in known else ""
        except PiyueError as error:
            yield Finding("unreadable", "", page, path, error)
        else:
            if page not in known:
                yield Finding("stray", "", page, path, Message("check.stray"))
                guesses = []
            for guess in guesses:
                if surface(text, guess.segments) != guess.text:
                    said = Message("check.prediction")
                    yield Finding("prediction", "", page, path, said, text=guess.text, severity="question")
        yield FileChecked(path)


def _annotated_pages(project: Project, annotator: str) -> list[str]:
    """Return the pages that an annotator has records of, in the order of the pages."""
    return [*pages_annotated(project, (annotator,))]


def _stray_files(project: Project, known: frozenset[str]) -> Iterator[Path]:
    """Yield the files below annotations/ that are no annotator's file of a page; hidden ones left out."""
    folder, names = project.root / ANNOTATIONS, frozenset(project.records.annotators())
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not path.is_file() or parts[0][0] == "_" or any(part.startswith(".") for part in parts):
            continue
        is_page = len(parts) == 2 and path.suffix == ".json" and path.stem in known and parts[0] in names
        if not is_page:
            yield path


def _finding_of_file(project: Project, path: Path) -> Finding:
    name = path.relative_to(project.root).as_posix()
    parts = path.relative_to(project.root / ANNOTATIONS).parts
    kind = "damaged" if DAMAGED in path.name else "stray"
    annotator = parts[0] if len(parts) > 1 else ""
    return Finding(kind, annotator, path.stem, name, Message(f"check.{kind}"))


def _unsaved(project: Project, annotator: str) -> Iterator[Finding]:
    """Yield the journals in which dead sessions left work that they could not save."""
    for left in left_behind(*project.documents.journals.folders(annotator)):
        for page in sorted({entry["page"] for entry in left.entries}):
            count = sum(entry["page"] == page for entry in left.entries)
            inside = left.path.is_relative_to(project.root)
            name = left.path.relative_to(project.root) if inside else left.path
            yield Finding("unsaved", annotator, page, str(name), Message("check.unsaved", {"count": count}))


def _wrong(project: Project, document: Document, path: str) -> Iterator[Finding]:
    """Yield what is wrong in the file of a document."""
    kept = project.documents.annotations.kept(document)
    about = document.annotator, document.page.id, path
    if kept.refusal is not None:
        yield Finding("newer", *about, kept.refusal)
    for problem in kept.problems:
        yield Finding("record", *about, problem)
    for span in document.orphans:
        places = len(candidates(document.page.text, span))
        reason = Message("check.uncertain", {"count": places}) if places else Message("check.orphan")
        yield Finding("orphan", *about, reason, span.id, span.text)
    yield from _unknown_labels(project, document, path)
    yield from _article_labels(project, document, path)
    yield from _misplaced(document, path)
    for raw in kept.aside["relations"].values():
        if {"id", "label", "from", "to"} <= raw.keys():
            yield Finding("relation", *about, Message("check.relation"), str(raw["id"]), str(raw["label"]))


def _unknown_labels(project: Project, document: Document, path: str) -> Iterator[Finding]:
    known = project.settings.labels.by_id
    about = document.annotator, document.page.id, path
    for span in document.spans:
        if span.label not in known:
            yield _placed(_unknown_label(about, span), document, span)
    for span in document.orphans:
        if span.label not in known:
            yield _unknown_label(about, span)


def _article_labels(project: Project, document: Document, path: str) -> Iterator[Finding]:
    """Yield labels of articles that are not as the project provides; a missing one is a question."""
    about = document.annotator, document.page.id, path
    for fault in label_faults(document, project.settings.annotation_schema):
        said = f"{fault.label} {'、'.join(fault.values)}".rstrip()
        finding = Finding(
            "article_label", *about, Message(f"check.label_{fault.fault}"), fault.article.id, said
        )
        severity: Severity = "question" if fault.fault == "missing" else "error"
        start = fault.article.start
        yield finding._replace(severity=severity, article=fault.article.id, start=start, end=start)


def _unknown_label(about: tuple[str, str, str], span: Span) -> Finding:
    return Finding("label", *about, Message("check.label"), span.id, f"{span.label} {span.text}")


def _misplaced(document: Document, path: str) -> Iterator[Finding]:
    """Yield tags that no article holds unbroken, and states of articles that are not there."""
    about = document.annotator, document.page.id, path
    placed: set[str] = set()
    for article in document.articles:
        reading = read(document.page, article)
        placed.update(span.id for span in document.spans_in(article) if _fits(reading, span))
    for span in document.spans:
        if span.id not in placed:
            found = Finding("borders", *about, Message("check.borders"), span.id, span.text)
            yield _placed(found, document, span)
    known = {article.id for article in document.articles}
    for key in sorted(document.progress.keys() - known):
        yield Finding("article", *about, Message("check.article"), key, document.progress[key].state)


def _placed(finding: Finding, document: Document, span: Span) -> Finding:
    """Return a finding with the place and the article of a tag."""
    within = (a.id for a in document.articles if any(s <= span.start < e for s, e in a.ranges))
    return finding._replace(start=span.start, end=span.end, article=next(within, ""))


def _fits(reading: Reading, span: Span) -> bool:
    """Tell whether an article shows all of a tag in one paragraph; it may have a gap there."""
    parts = reading.project(span.segments)
    if sum(end - start for start, end in parts) != sum(end - start for start, end in span.segments):
        return False
    return reading.block_at(parts[0][0]) == reading.block_at(parts[-1][1] - 1)


def _asked(
    project: Project, pages: Sequence[str], annotator: str, lexicon: Lexicon, words: Words | None
) -> list[Finding]:
    """Return what there is to ask about an annotator's tags on pages, but for what was found right."""
    from tui.store.files.accepted import Accepted  # TinyDB, which a project without tags does not need

    accepted, found = Accepted(project), list[Finding]()
    words = words or bulk_words(project)
    for page in pages:
        with suppress(PiyueError):  # one that became unreadable meanwhile
            document = project.document(page, annotator)
            path = _path(annotator, page)
            questions = questions_of(project, document, lexicon, words)
            found += [_as_finding(annotator, path, one) for one in questions if one.key not in accepted]
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
            yield _as_finding(annotator, _path(annotator, question.place.page), question)


def _as_finding(annotator: str, path: str, question: Question) -> Finding:
    place = question.place
    return Finding(
        question.kind,
        annotator,
        place.page,
        path,
        Message(f"question.{question.kind}", {"detail": question.detail}),
        id=place.span.id if place.span else "",
        text=place.text,
        severity="question",
        article=place.article,
        start=place.segments[0][0],
        end=place.segments[-1][1],
    )
