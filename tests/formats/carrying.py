"""Through a format and back, without the command: documents to files, files to documents."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.errors import PiyueError
from tui.formats.common.adapting import Adapter
from tui.formats.common.adopting import Adopted, adopt, adopt_state
from tui.formats.common.article_matching import Map, mapped, reading_of
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.flat_article import FlatArticle, flat_article_of
from tui.formats.common.known_texts import Texts
from tui.formats.common.loss_report import ExportReport, ImportReport, Loss, Refusal
from tui.formats.common.merging import DocumentMerger
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import NotReadError
from tui.formats.format import EVERYTHING, Holds
from tui.formats.interface import PLAIN, Options
from tui.formats.registry import format_named
from tui.model import DEFAULT_LABELS, Document
from tui.model.labels import DEFAULT_RELATIONS
from tui.text.segment import Segmenter

ABOUT = About(name="试", tool="piyue 0", labels=DEFAULT_LABELS.labels, relations=DEFAULT_RELATIONS)
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Pairs:
    """A segmenter that cuts every two characters, so that marks end inside of words."""

    def words(self, text: str) -> list[tuple[int, int]]:
        found = []
        at = 0
        for line in text.split("\n"):
            found += [(at + n, at + min(n + 2, len(line))) for n in range(0, len(line), 2)]
            at += len(line) + 1
        return found


PAIRS: Segmenter = Pairs()


def sheets(
    name: str, documents: Iterable[Document], options: Options = PLAIN
) -> tuple[list[FlatArticle], list[Loss], ExportReport]:
    """What a format gets to write, and what was lost before."""
    row, losses = format_named(name), list[Loss]()
    report = ExportReport(losses.append)
    wanted = Wanted(unplaced=row.holds == EVERYTHING)
    adapter = Adapter(row, options, report)
    whole = [adapter.adapt(flat_article_of(entry)) for entry in entries(documents, report, wanted, PAIRS)]
    fitted = [part for article in whole for part in adapter.cut(article)]
    return fitted, losses, report


def written(name: str, found: Iterable[FlatArticle], folder: Path, options: Options = PLAIN) -> Path:
    """A file or folder of a format with sheets in it."""
    row = format_named(name)
    options = row.chosen(options)
    if row.layout == "tree":
        sink = row.load().sink(folder, ABOUT, options)
        for sheet in found:
            sink.add(sheet)
        sink.close()
        return folder
    path = folder / f"out{row.suffix}"
    with path.open("wb") as stream:
        sink = row.load().sink(stream, ABOUT, options)
        for sheet in found:
            sink.add(sheet)
        beside = sink.close()
    for ending, data in beside.items():
        path.with_name(path.name + ending).write_bytes(data)
    return path


def read(name: str, path: Path) -> list[FlatArticle]:
    """The sheets in a file or folder; nothing in it may be refused."""
    row, refused = format_named(name), list[PiyueError]()
    if row.layout == "tree":
        found = list(row.load().parse(path, str(path), refused.append))
    else:
        found = list(row.load().parse(io.BytesIO(path.read_bytes()), str(path), refused.append))
    assert [error for error in refused if not isinstance(error, NotReadError)] == []
    return found


def adopted(
    name: str, found: Iterable[FlatArticle], into: Document, refusals: list[Refusal] | None = None
) -> tuple[Document, ImportReport]:
    """A document with what sheets say of it."""
    refused: list[Refusal] = [] if refusals is None else refusals
    report = ImportReport(refused.append)
    holds = format_named(name).holds
    texts = Texts()
    texts.add(into.page, into.articles)
    merger = DocumentMerger(into, DEFAULT_LABELS, report)
    for sheet in found:
        known = (texts.named(sheet.id) if sheet.part else None) or texts.find(sheet.id, sheet.text)
        assert known is not None
        reading = reading_of(into.page, into.articles, known)
        across = Holds.SEGMENTS in holds
        mapping = mapped(sheet.text, reading, known, across=across, part=sheet.part, offset=sheet.offset)
        assert isinstance(mapping, Map)
        places = [(mark, mapping.segments(mark.parts)) for mark in sheet.marks]
        assert all(segments for _, segments in places)
        adopt(merger, [Adopted(m, s, Holds.IDS in holds) for m, s in places], sheet.links, NOON)
        if sheet.state:
            adopt_state(merger, known.article, sheet.state)
    return merger.document, report


def around(
    name: str, document: Document, options: Options = PLAIN
) -> tuple[list[FlatArticle], list[FlatArticle]]:
    """What was written, and what was read of it."""
    fitted, _, _ = sheets(name, [document], options)
    with TemporaryDirectory() as folder:
        return fitted, read(name, written(name, fitted, Path(folder), options))
