"""An export that several processes make is the one that a single one makes."""

import io

import pytest

from tests.formats.carrying import ABOUT, PAIRS
from tests.formats.corpus import corpus
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.loss_report import ExportReport
from tui.formats.common.writing import BodySinks, Export, ExportPart, Nowhere, Plan
from tui.formats.format import EVERYTHING, Format
from tui.formats.interface import Options, Sink
from tui.formats.registry import FORMATS
from tui.model import Document

NOW = "2026-03-01T12:00:00Z"
DOCUMENTS = corpus(6)
PLAN = Plan(("train", "test", "dev"), {"q1#1": "test", "q4#1": "test"}, 2)
OPTIONS = Options(unit="char", max_length=16)
WHOLE = ("label-studio", "spacy", "brat", "cas", "cas-json", "yedda")
"""Formats whose files are no pieces one behind the other, or are files of articles."""


class Files:
    """Sinks in memory: what becomes of each file."""

    def __init__(self, row: Format) -> None:
        self._row, self.written = row, dict[tuple[str, int], io.BytesIO]()

    def __call__(self, split: str, shard: int) -> Sink:
        out = self.written[split, shard] = io.BytesIO()
        return self._row.sink(out, ABOUT, OPTIONS)

    def contents(self) -> dict[tuple[str, int], bytes]:
        return {key: out.getvalue() for key, out in self.written.items()}


def fill(export: Export, documents: list[Document]) -> Export:
    wanted = Wanted(unplaced=export.row.holds == EVERYTHING)
    for entry in entries(documents, ExportReport(), wanted, PAIRS):
        export.add(entry)
    return export


def export_to(row: Format, sinks: Files | BodySinks) -> Export:
    return Export(row, OPTIONS, ABOUT, ExportReport(), PLAN, sinks)


def whole(row: Format, documents: list[Document]) -> tuple[Export, dict[tuple[str, int], bytes]]:
    files = Files(row)
    export = fill(export_to(row, files), documents)
    export.close()
    return export, files.contents()


def part(row: Format, documents: list[Document]) -> ExportPart:
    sinks = BodySinks(row, ABOUT, OPTIONS)
    export = fill(export_to(row, sinks), documents)
    return ExportPart(sinks.bodies(), export.card, export.metrics)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in WHOLE])
def test_parts_joined_in_their_order_are_the_files_the_card_and_the_table_of_metrics(name: str) -> None:
    row = FORMATS[name]
    assert BodySinks(row, ABOUT, OPTIONS).can
    expected, files = whole(row, DOCUMENTS)
    joined = Files(row)
    export = export_to(row, joined)
    for documents in (DOCUMENTS[:3], [], DOCUMENTS[3:]):
        export.join(part(row, documents))
    export.close()
    assert joined.contents() == files
    assert len(files) == 6
    cards = [one.card.render(ExportReport(), NOW, PLAN.splits, ["x"]) for one in (export, expected)]
    assert cards[0] == cards[1]
    assert export.metrics.render() == expected.metrics.render()


@pytest.mark.parametrize("name", WHOLE)
def test_other_formats_are_made_by_one_process(name: str) -> None:
    assert not BodySinks(FORMATS[name], ABOUT, OPTIONS).can


def test_a_file_that_is_written_elsewhere_gets_nothing() -> None:
    row = FORMATS["jsonl"]
    files = Files(row)
    export = Export(
        row,
        OPTIONS,
        ABOUT,
        ExportReport(),
        PLAN,
        lambda split, shard: Nowhere() if shard else files(split, 0),
    )
    export.join(part(row, DOCUMENTS))
    export.close()
    _, expected = whole(row, DOCUMENTS)
    assert files.contents() == {key: data for key, data in expected.items() if not key[1]}


def test_a_file_of_which_a_part_has_nothing_has_no_joint_for_it() -> None:
    row = FORMATS["json"]
    files = Files(row)
    export = export_to(row, files)
    for bodies in ({("dev", 0): b""}, {("dev", 0): b"1"}, {("dev", 0): b""}, {("dev", 0): b"2"}):
        export.join(ExportPart(bodies, export.card, export.metrics))
    export.close()
    assert files.contents()["dev", 0].endswith(b"[\n1,\n2\n]}\n")
