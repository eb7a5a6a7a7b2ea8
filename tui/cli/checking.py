"""Whether every file under annotations/ fits its page."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.cli.context import Context, shown
from tui.errors import OffsetError, PiyueError
from tui.measure.consistency import Finding as Question
from tui.measure.consistency import Lexicon, findings
from tui.model import Document, LabelSet, Span
from tui.store.anchors import candidates
from tui.store.files.generations import DAMAGED
from tui.store.files.journal import left_behind
from tui.store.project import ANNOTATIONS
from tui.text.offsets import Reading, read


class Finding(NamedTuple):
    """Something that is wrong.

    Attributes:
        kind: of a file `unreadable`, `newer` (only read), `damaged` (put aside), `stray` (no page belongs to
            it), `unsaved` (changes of a session that could not save); of what is in it `record` (it cannot be
            used and is kept as it is), `orphan` (a span whose place is not known), `label` (not one of the
            project's), `borders` (a span that is no unbroken range of one block), `relation` (an end is
            missing), `article` (a state of an article that is not there); else one of
            `tui.measure.consistency.Kind`.
        severity: `error`, or `question` where it may be right.
        reason: for people.
    """

    kind: str
    annotator: str
    page: str
    path: str
    id: str = ""
    text: str = ""
    reason: str = ""
    severity: str = "error"
    article: str = ""


def check(context: Context) -> None:
    """`piyue check`: prints what is wrong and what there is to ask; nothing where all is well.

    Only what is wrong makes it fail: a question has two good answers.
    """
    files, asked = 0, False
    for annotator, path in _files(context.project.root):
        files += 1
        _report(context, _findings(context, annotator, path))
    for annotator in context.project.annotators():
        _report(context, _unsaved(context, annotator))
    for finding in _questions(context):
        asked = True
        _print(context, finding)
    if not context.arguments.json and not context.status and not asked:
        context.line(context.say("cli.checked", files=files))


def _report(context: Context, findings: Iterator[Finding]) -> None:
    for finding in findings:
        context.status = 1
        _print(context, finding)


def _unsaved(context: Context, annotator: str) -> Iterator[Finding]:
    """Yield the journals in which dead sessions left work that they could not save."""
    root = context.project.root
    for left in left_behind(*context.project.shelf.journal_folders(annotator)):
        for page in sorted({entry["page"] for entry in left.entries}):
            count = sum(entry["page"] == page for entry in left.entries)
            name = left.path.relative_to(root) if left.path.is_relative_to(root) else left.path
            reason = context.say("check.unsaved", count=count)
            yield Finding("unsaved", annotator, page, str(name), reason=reason)


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below annotations/ and whose they are; hidden ones and what is everybody's left out."""
    folder = root / ANNOTATIONS
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in parts) and parts[0][0] != "_":
            yield (parts[0] if len(parts) > 1 else ""), path


def _findings(context: Context, annotator: str, path: Path) -> Iterator[Finding]:
    project = context.project
    name = path.relative_to(project.root).as_posix()
    page = path.stem
    if DAMAGED in path.name:
        yield Finding("damaged", annotator, page, name, reason=context.say("check.damaged"))
        return
    expected = project.root / ANNOTATIONS / annotator / f"{page}.json"
    if not annotator or path != expected or page not in project.page_ids():
        reason = context.say("check.stray")
        yield Finding("stray", annotator, page, name, reason=reason)
        return
    try:
        document = project.document(page, annotator)
    except PiyueError as error:
        yield Finding("unreadable", annotator, page, name, reason=error.render(context.language))
        return
    kept = project.shelf.kept(document)
    if kept.refusal is not None:
        yield Finding("newer", annotator, page, name, reason=kept.refusal.render(context.language))
    for problem in kept.problems:
        yield Finding("record", annotator, page, name, reason=problem.render(context.language))
    yield from (_orphan(context, document, name, span) for span in document.orphans)
    for kind, key, text in (*_wrong(document, project.settings.labels), *_dangling(path, document)):
        yield Finding(kind, annotator, page, name, key, text, context.say(f"check.{kind}"))


def _orphan(context: Context, document: Document, name: str, span: Span) -> Finding:
    """Return what is to be said of a tag whose place is not known."""
    places = len(candidates(document.page.text, span))
    reason = context.say("check.uncertain", count=places) if places else context.say("check.orphan")
    return Finding("orphan", document.annotator, document.page.id, name, span.id, span.text, reason)


def _wrong(document: Document, labels: LabelSet) -> Iterator[tuple[str, str, str]]:
    """Yield kind, id and text of what does not fit in a document."""
    readings = [read(document.page, article) for article in document.articles]
    for span in (*document.spans, *document.orphans):
        if span.label not in labels.by_id:
            yield "label", span.id, f"{span.label} {span.text}"
    for span in document.spans:
        if not any(_fits(reading, span) for reading in readings):
            yield "borders", span.id, span.text
    known = {article.id for article in document.articles}
    for key in sorted(document.progress.keys() - known):
        yield "article", key, document.progress[key].state


def _questions(context: Context) -> Iterator[Finding]:
    """Yield what there is to ask about the tags of each annotator, but for what was found right."""
    annotators = context.project.annotators()
    if not annotators:
        return
    from tui.store.files.accepted import Accepted

    accepted = Accepted(context.project.root)
    for annotator in annotators:
        lexicon = Lexicon(context.project.settings.labels)
        pages = list(_readable(context, annotator))
        for page in pages:
            lexicon.add(context.project.document(page, annotator))
        for page in pages:
            document = context.project.document(page, annotator)
            if not document.spans:
                continue
            for question in questions_of(context, document, lexicon):
                if question.key not in accepted:
                    yield _as_finding(context, annotator, question)


def _readable(context: Context, annotator: str) -> Iterator[str]:
    """Yield the pages that an annotator has annotated and that can be read; the others were named before."""
    for page in context.project.page_ids():
        if (context.project.root / ANNOTATIONS / annotator / f"{page}.json").exists():
            with suppress(PiyueError):
                context.project.document(page, annotator)
                yield page


def questions_of(context: Context, document: Document, lexicon: Lexicon) -> Iterator[Question]:
    """Yield the questions about a document's articles, words looked at too."""
    settings = context.project.settings
    schema = settings.annotation_schema
    for article in document.articles:
        words = context.bulk_segmenter.words(read(document.page, article).text)
        yield from findings(document, article, lexicon, schema, words)


def _as_finding(context: Context, annotator: str, question: Question) -> Finding:
    place = question.place
    path = f"{ANNOTATIONS}/{annotator}/{place.page}.json"
    reason = context.say(f"question.{question.kind}", detail=question.detail)
    key = place.span.id if place.span else ""
    text = place.text
    return Finding(question.kind, annotator, place.page, path, key, text, reason, "question", place.article)


def _dangling(path: Path, document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield the relations in the file that the document could not take: an end of theirs does not stand."""
    from tui.store.files.storage import AtomicStorage

    taken = {relation.id for relation in document.relations}
    for raw in (AtomicStorage(path).read() or {}).get("relations", {}).values():
        if raw.get("id") not in taken and {"id", "label", "from", "to"} <= raw.keys():
            yield "relation", str(raw.get("id")), str(raw.get("label"))


def _fits(reading: Reading, span: Span) -> bool:
    try:
        reading.to_reading(span.segments)
    except OffsetError:
        return False
    return True


def _print(context: Context, finding: Finding) -> None:
    if context.arguments.json:
        context.answer(finding._asdict())
    else:
        quote = f"“{finding.text}”" if finding.text else ""
        parts = (finding.path, f"{finding.id} {quote}".strip(), finding.reason)
        context.line(shown(": ".join(filter(None, parts))))
