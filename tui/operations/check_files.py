"""What is wrong with the files under annotations/: each is held against its page and the settings."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tui.errors import PiyueError, StoreError
from tui.measure.article_labels import label_faults
from tui.measure.lexicon import Lexicon
from tui.measure.value_faults import value_faults
from tui.model import Document, Segment, Span, surface
from tui.model.labels import is_label_id
from tui.operations.findings import Finding, Severity
from tui.operations.renamed_pages import RenamedPages
from tui.store.anchors import candidates
from tui.store.annotator_names import ASSIGNMENTS, PREDICTIONS, SHARED
from tui.store.document_reader import DocumentReader, ReadDocument
from tui.store.files.generations import DAMAGED
from tui.store.files.journal import left_behind
from tui.store.predictions import stored_predictions
from tui.store.project import ANNOTATIONS, Project
from tui.text.offsets import Reading, read
from tui.texts import Message


class FileChecked(NamedTuple):
    """An annotation file was read and compared with its page."""

    path: str


FileEvent: TypeAlias = Finding | FileChecked


class FilesChecked(NamedTuple):
    """What was found out about some of an annotator's files.

    Attributes:
        tagged: the pages that have tags.
    """

    events: list[FileEvent]
    lexicon: Lexicon
    tagged: list[str]


def files_checked(project: Project, pages: Sequence[str], annotator: str) -> FilesChecked:
    """Compare an annotator's files with their pages."""
    checked, reader = FilesChecked([], Lexicon(project.settings.labels), []), DocumentReader(project)
    for page in pages:
        path = path_of(annotator, page)
        try:
            found = reader.read(project.page(page), annotator)
        except PiyueError as error:
            checked.events.append(Finding("unreadable", annotator, page, path, error))
        else:
            checked.events.extend(_wrong(project, found, path))
            checked.lexicon.add(found.document)
            if found.document.spans:
                checked.tagged.append(page)
        checked.events.append(FileChecked(path))
    return checked


def lexicon_of(project: Project, pages: Sequence[str], annotator: str) -> Lexicon:
    """Return what an annotator tagged how on some pages, as far as they can be read."""
    lexicon, reader = Lexicon(project.settings.labels), DocumentReader(project)
    for page in pages:
        with suppress(PiyueError):
            lexicon.add(reader.read(project.page(page), annotator).document)
    return lexicon


def path_of(annotator: str, page: str) -> str:
    """Return the path of an annotator's file of a page, relative to the project."""
    return f"{ANNOTATIONS}/{annotator}/{page}.json"


def shared_files(project: Project, known: frozenset[str], renamed: RenamedPages) -> Iterator[FileEvent]:
    """Yield what is wrong with the files of what is true for everybody."""
    from tui.store.files.repair import last_good

    top = project.root / ANNOTATIONS
    tops = [path for path in sorted(top.glob("_*.json")) if path.is_file()]
    for path in (*tops, *sorted((top / SHARED).glob("*.json"))):
        is_of_all = path.parent == top or path.stem == ASSIGNMENTS
        name, page = path.relative_to(project.root).as_posix(), "" if is_of_all else path.stem
        try:
            _, problem = last_good(path)
            if page in known and problem is None:
                project.documents.division(project.page(page))
        except PiyueError as error:
            problem = error if isinstance(error, StoreError) else None
        if problem is not None:
            yield Finding("unreadable", "", page, name, problem)
        if page and page not in known:
            yield Finding("stray", "", page, name, renamed.reason(path))
        yield FileChecked(name)


def predictions_checked(project: Project, known: frozenset[str]) -> Iterator[FileEvent]:
    """Yield what is wrong with imported predictions, and those whose text stands there no longer."""
    for page in sorted(project.records.predicted_pages()):
        path = path_of(PREDICTIONS, page)
        try:
            guesses = stored_predictions(project.backend, page)
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


def stray_files(project: Project, known: frozenset[str]) -> Iterator[Path]:
    """Yield the files below annotations/ that are no annotator's file of a page; hidden ones left out."""
    folder, names = project.root / ANNOTATIONS, frozenset(project.records.annotators())
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not path.is_file() or parts[0][0] == "_" or any(part.startswith(".") for part in parts):
            continue
        is_page = len(parts) == 2 and path.suffix == ".json" and path.stem in known and parts[0] in names
        if not is_page:
            yield path


def finding_of_file(project: Project, path: Path, renamed: RenamedPages) -> Finding:
    """Return that a file is a stray one, or a damaged one that was put aside."""
    name = path.relative_to(project.root).as_posix()
    parts = path.relative_to(project.root / ANNOTATIONS).parts
    annotator = parts[0] if len(parts) > 1 else ""
    if DAMAGED in path.name:
        return Finding("damaged", annotator, path.stem, name, Message("check.damaged"))
    return Finding("stray", annotator, path.stem, name, renamed.reason(path))


def unsaved(project: Project, annotator: str) -> Iterator[Finding]:
    """Yield the journals in which dead sessions left work that they could not save."""
    for left in left_behind(*project.documents.journals.folders(annotator)):
        for page in sorted({entry["page"] for entry in left.entries}):
            count = sum(entry["page"] == page for entry in left.entries)
            inside = left.path.is_relative_to(project.root)
            name = left.path.relative_to(project.root) if inside else left.path
            yield Finding("unsaved", annotator, page, str(name), Message("check.unsaved", {"count": count}))


def _wrong(project: Project, found: ReadDocument, path: str) -> Iterator[Finding]:
    """Yield what is wrong in the file of a document."""
    document, kept = found
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
    yield from _values(project, document, path)
    yield from _misplaced(document, path)
    for raw in kept.aside["relations"].values():
        if {"id", "label", "from", "to"} <= raw.keys():
            yield Finding("relation", *about, Message("check.relation"), str(raw["id"]), str(raw["label"]))
    yield from _needless_relations(document, path)


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


def _needless_relations(document: Document, path: str) -> Iterator[Finding]:
    """Yield relations that the app would not make: of a tag to itself, or as there is one already."""
    known = set[tuple[str, str, str]]()
    for relation in document.relations:
        link = relation.label, relation.head, relation.tail
        if link in known or relation.head == relation.tail:
            reason = Message("check.loop" if relation.head == relation.tail else "check.twin")
            about = document.annotator, document.page.id, path, reason, relation.id, relation.label
            yield _placed(Finding("relation", *about), document, document.spans_by_id[relation.head])
        known.add(link)


def _values(project: Project, document: Document, path: str) -> Iterator[Finding]:
    """Yield values of tags that the app would refuse."""
    for span in document.spans:
        for fault in value_faults(span, project.settings.labels):
            found = Finding("value", document.annotator, document.page.id, path, fault, span.id, span.text)
            yield _placed(found, document, span)


def _unknown_label(about: tuple[str, str, str], span: Span) -> Finding:
    said = (
        Message("check.label")
        if is_label_id(span.label)
        else Message("check.label_name", {"label": span.label})
    )
    return Finding("label", *about, said, span.id, f"{span.label} {span.text}")


def _misplaced(document: Document, path: str) -> Iterator[Finding]:
    """Yield tags that no article holds unbroken, and states of articles that are not there."""
    about = document.annotator, document.page.id, path
    pieces = sorted(piece for article in document.articles for piece in article.ranges)
    starts = [start for start, _ in pieces]
    doubtful = [span for span in document.spans if not _is_in_one_piece(span, pieces, starts)]
    placed = _placed_spans(document) if doubtful else frozenset[str]()
    for span in doubtful:
        if span.id not in placed:
            found = Finding("borders", *about, Message("check.borders"), span.id, span.text)
            yield _placed(found, document, span)
    known = {article.id for article in document.articles}
    for key in sorted(document.progress.keys() - known):
        yield Finding("article", *about, Message("check.article"), key, document.progress[key].state)


def _is_in_one_piece(span: Span, pieces: Sequence[Segment], starts: Sequence[int]) -> bool:
    """Tell whether a block has a tag within one segment, as nearly always."""
    start, end = span.segments[0]
    at = bisect_right(starts, start) - 1
    return len(span.segments) == 1 and at >= 0 and end <= pieces[at][1]


def _placed_spans(document: Document) -> frozenset[str]:
    """Return the ids of the tags that an article shows unbroken."""
    placed: set[str] = set()
    for article in document.articles:
        reading = read(document.page, article)
        placed.update(span.id for span in document.spans_in(article) if _fits(reading, span))
    return frozenset(placed)


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
