"""`piyue import`: records go where they come from, texts of others to the articles that they are."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.context import Context
from tui.errors import FormatError, PiyueError
from tui.formats.common.loss_report import WHATS, ImportReport, Refusal
from tui.formats.registry import Format, Holds, format_named

if TYPE_CHECKING:
    from tui.formats.common.article_matching import Difference, Known, Map, Texts
    from tui.formats.common.flat_article import Mark, Sheet
    from tui.formats.common.merging import Intake
    from tui.formats.common.native_schema import ArticleRecord
    from tui.model import Document, Relation
    from tui.text.offsets import Reading


BESIDE = ("losses.jsonl", "splits.jsonl")
"""What lies in an export and is none of its data."""


def import_files(context: Context) -> None:
    """`piyue import`: adds what is missing, and says what was there and what was refused, and why."""
    arguments = context.arguments
    report = ImportReport(
        lambda refusal: _say_refusal(context, refusal), lambda remark: _say_remark(context, remark)
    )
    row = format_named(arguments.format)
    row.load()
    desk = _Desk(context, report, row)
    for path in arguments.files:
        try:
            desk.take(_sheets(context, row, path))
        except PiyueError as error:
            context.complain(error)
    desk.relate()
    if desk.pages:
        context.line(context.say("cli.new_pages", count=desk.pages))
    for what in WHATS:
        counts = {
            "added": report.added[what],
            "there": report.there[what],
            "refused": report.refused[what],
        }
        if what == "word" and not any(counts.values()):
            continue  # few formats have any
        context.line(context.say("cli.imported", what=context.say(f"what.{what}"), **counts))


def label_map(pairs: Iterable[str]) -> dict[str, str]:
    """Return the table that `FROM=TO` pairs make; `@FILE` stands for the lines of a file.

    Raises:
        FormatError: one is no pair, or a file cannot be read.
    """
    table: dict[str, str] = {}
    for pair in pairs:
        if pair.startswith("@"):
            try:
                lines = Path(pair[1:]).read_text(encoding="utf-8-sig").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise FormatError("import.unreadable", path=pair[1:], reason=error) from error
            table |= label_map(line for line in lines if line.strip() and not line.startswith(("#", "@")))
            continue
        name, equals, to = pair.partition("=")
        if not equals or not name.strip():
            raise FormatError("import.map", pair=pair)
        table[name.strip()] = to.strip()
    return table


class _Desk:
    """Takes sheets page by page, and remembers the relations whose ends may come with a later one."""

    def __init__(self, context: Context, report: ImportReport, row: Format) -> None:
        self.context, self.report, self.row = context, report, row
        self.pages = 0
        self._labels = label_map(context.arguments.map or ())
        self._waiting: dict[tuple[str, str], list[Relation]] = {}
        self._texts: Texts | None = None

    def take(self, sheets: "Iterable[Sheet]") -> None:
        """Take the sheets of a file; neighbours of one page and annotator are saved together."""
        if self._texts is not None:
            self._texts.begin()
        placed = ((self._place(sheet), sheet) for sheet in sheets)
        known = ((place, sheet) for place, sheet in placed if place is not None)
        for (page, annotator), group in groupby(known, key=lambda pair: (pair[0].page, self._who(pair[1]))):
            self._work(page, annotator, list(group), [])

    def relate(self) -> None:
        """Take the relations that waited; those whose ends never came are refused."""
        waiting, self._waiting = self._waiting, {}
        for (page, annotator), relations in waiting.items():
            self._work(page, annotator, [], relations)
        for (page, _), relations in self._waiting.items():
            for relation in relations:
                self.report.refuse(Refusal("relation", relation.id, relation.label, page, "ends"))

    def _who(self, sheet: "Sheet") -> str:
        chosen: str | None = self.context.arguments.annotator
        return chosen or sheet.annotator or self.context.project.annotator

    def _place(self, sheet: "Sheet") -> "Known | None":
        """Return the page and article that a sheet is of; a text that the project lacks becomes a page."""
        from tui.formats.common.article_matching import Known

        if sheet.record is not None:
            return Known(sheet.page, sheet.id)
        if self._texts is None:
            self._texts = self._all_texts()
        found = self._texts.find(sheet.id, sheet.text)
        if found is not None:
            return found
        project = self.context.project
        name = f"import-{sha256(sheet.text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
        try:
            page = project.add_page(name, sheet.text)
        except PiyueError as error:
            self.context.complain(error)
            return None
        self.pages += 1
        self._texts.add(page, project.division(page).articles)
        return self._texts.find(sheet.id, sheet.text)

    def _all_texts(self) -> "Texts":
        from tui.formats.common.article_matching import Texts

        texts = Texts()
        for page, division in self.context.divided():
            texts.add(page, division.articles)
        return texts

    def _work(
        self,
        page: str,
        annotator: str,
        sheets: "Sequence[tuple[Known, Sheet]]",
        relations: "Sequence[Relation]",
    ) -> None:
        from tui.formats.common.merging import Intake

        project, added = self.context.project, self.report.added.copy()
        try:
            document = project.document(page, annotator)
            intake = Intake(document, project.settings.labels, self.report, project.settings.units)
            records = [self._relabelled(s.record) for _, s in sheets if s.record is not None]
            waiting = intake.take(records).waiting if records else intake.relate(relations).waiting
            for known, sheet in sheets:
                if sheet.record is None:
                    self._adopt(intake, document, known, sheet)
            if intake.document is not document:
                project.save(intake.document)
        except PiyueError as error:
            self.report.added = added
            self.context.complain(error)
            return
        if waiting:
            self._waiting.setdefault((page, annotator), []).extend(waiting)

    def _relabelled(self, record: "ArticleRecord") -> "ArticleRecord":
        if not self._labels:
            return record
        spans = [span.replaced(label=self._labels.get(span.label, span.label)) for span in record.spans]
        return record.replaced(spans=tuple(span for span in spans if span.label))

    def _adopt(self, intake: "Intake", document: "Document", known: "Known", sheet: "Sheet") -> None:
        """Take another program's sheet."""
        from tui.formats.common.article_matching import Map, mapped, reading_of
        from tui.formats.common.merging import Adopted

        reading = reading_of(document.page, document.articles, known)
        found = mapped(sheet.text, reading, known, across=Holds.SEGMENTS in self.row.holds)
        if not isinstance(found, Map):
            self._refuse(found, sheet)
            return
        keeps = Holds.IDS in self.row.holds
        adopted = []
        for mark in self._kept(sheet.marks):
            segments = found.segments(mark.parts)
            if segments:
                adopted.append(Adopted(mark, segments, keeps))
            else:
                intake.refuse("span", mark.id, mark.text_in(sheet.text), "blocks")
        intake.adopt(adopted, sheet.links if Holds.RELATIONS in self.row.holds else (), datetime.now(UTC))
        if sheet.state and known.article:
            intake.set_state(known.article, sheet.state)
        if sheet.words:
            self._correct_words(intake, reading, found, sheet)

    def _correct_words(self, intake: "Intake", reading: "Reading", places: "Map", sheet: "Sheet") -> None:
        """Take the words of a sheet that are others here."""
        from tui.formats.common.imported_words import are_characters, others
        from tui.text.correct import corrected_words

        document = intake.document
        if are_characters(sheet.words):
            shown = sheet.text[:20]
            self.report.remark(Refusal("article", sheet.id, shown, document.page.id, "characters"))
            return
        found = {word: places.segments((word,)) for word in sheet.words}
        for (start, end), place in found.items():
            if not place:
                intake.refuse("word", f"{start}:{end}", sheet.text[start:end], "blocks")
        cut = self.context.bulk_segmenter.words(reading.text)
        known = corrected_words(reading, cut, document.corrections.words)
        standing = [place for place in found.values() if place]
        fresh = others(standing, reading, known, [span.segments for span in document.spans])
        intake.correct_words(fresh, len(standing) - len(fresh))

    def _kept(self, marks: "Iterable[Mark]") -> "Iterator[Mark]":
        """Yield marks by the names that labels have here; those that have none are left out."""
        for mark in marks:
            if label := self._labels.get(mark.label, mark.label):
                yield mark._replace(label=label)

    def _refuse(self, found: "Difference | Map", sheet: "Sheet") -> None:
        from tui.formats.common.article_matching import Difference

        assert isinstance(found, Difference)
        detail = f"{found.offset}: “{found.here}” / “{found.there}”"
        name = found.known.article or found.known.page
        self.report.refuse(Refusal("article", name, sheet.text[:20], found.known.page, "text", detail))


def _sheets(context: Context, row: Format, path: Path) -> "Iterator[Sheet]":
    """Yield the sheets of a file, or, of a folder, those of its files or of the folders in it."""
    module = row.load()
    if row.layout == "tree":
        if not path.is_dir():
            raise FormatError("import.folder", path=path)
        for folder in [path, *sorted(p for p in path.rglob("*") if p.is_dir() and not p.is_symlink())]:
            yield from module.parse(folder, str(folder), context.complain)
        return
    for file in _files(context, row, path):
        try:
            stream = file.open("rb")
        except OSError as error:
            raise FormatError("import.unreadable", path=file, reason=error.strerror) from error
        with stream:
            yield from module.parse(stream, str(file), context.complain)


def _files(context: Context, row: Format, path: Path) -> Iterator[Path]:
    """Yield the files of an export: itself, or, in its folder, those with data."""
    from tui.formats.common.foreign_folders import is_own

    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob(f"*{row.suffix}")):
        if not is_own(file, path):
            context.complain(FormatError("import.outside", path=file))
        elif not file.name.endswith(BESIDE):
            yield file


def _what(context: Context, item: Refusal) -> str:
    return f"{context.say(f'what.{item.what}')} {item.id} “{item.text}”"


def _say_refusal(context: Context, refusal: Refusal) -> None:
    context.status = 1
    reason = context.say(f"refusal.{refusal.reason}", detail=refusal.detail)
    what = _what(context, refusal)
    context.note(context.say("cli.refused", what=what, page=refusal.page, reason=reason))


def _say_remark(context: Context, remark: Refusal) -> None:
    reason = context.say(f"refusal.{remark.reason}", detail=remark.detail)
    context.note(context.say("cli.remark", what=_what(context, remark), page=remark.page, reason=reason))
