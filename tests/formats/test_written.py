"""Whole files of each format and option, and what is read of them, in `written.txt`.

    == doccano predictions
    -- out.jsonl
    the file's lines
    -- read
    an article and what it has, a line each

``PIYUE_SNAPSHOTS=keep`` writes today's: read them before they are kept.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.formats.carrying import read, sheets, written
from tests.formats.corpus import HOSTILE
from tests.store.building import document_of, page_of, span_of
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.interface import Options
from tui.formats.registry import FORMATS
from tui.model import Document, Progress, Relation

FILE = Path(__file__).with_name("written.txt")
VARIANTS: dict[str, tuple[str, Options]] = {
    **{name: (name, Options()) for name, row in FORMATS.items() if not row.needs},
    "label-studio predictions": ("label-studio", Options(predictions=True)),
    "conll BIOES by words, short": ("conll", Options(scheme="BIOES", unit="word", max_length=6)),
    "conllu BMES": ("conllu", Options(scheme="BMES", unit="char")),
    "hf-tokens by words": ("hf-tokens", Options(unit="word")),
    **{
        f"{name} short": (name, Options(max_length=9)) for name in ("hf", "uie", "cmeee", "instruct", "w2ner")
    },
    "instruct alpaca en": ("instruct", Options(style="alpaca", language="en")),
    "instruct with a prompt": ("instruct", Options(prompt="找出。")),
    "cas-json by words": ("cas-json", Options(unit="word", max_length=8)),
}
NEWS = "东河县的王某说好。\n西山的工会有9家！"


def corpus() -> list[Document]:
    """A page with all that trips readers, and a skipped one that comes from another corpus."""
    page = page_of(HOSTILE)
    said = {
        "临溪县总工会😀": ("ORG", {"note": "全称\n带表情"}),
        "临溪县": ("LOC", {}),
        "总工会😀新建": ("EVENT", {}),
        "36家": ("METRIC", {"attributes": {"value": "36", "unit": "家", "is_target": False}, "score": 0.5}),
        "𠮷某\u3000说": ("PERSON", {"annotator": "wang"}),
        "36家，\r\n职工": ("EVENT", {}),
    }
    spans = []
    for number, (text, (label, fields)) in enumerate(said.items(), 1):
        at = HOSTILE.index(text)
        spans.append(span_of(page, f"a{number}", (at, at + len(text)), label=label, **fields))  # type: ignore[arg-type]
    links = [
        Relation(id=f"r{n}", label="subject", head="a4", tail=tail)
        for n, tail in enumerate(("a1", "a4", "a5"))
    ]
    first = document_of(page, *spans, relations=tuple(links), progress={"p#1": Progress(state="done")})
    other = page_of(NEWS, "q").replaced(external_id="7", about={"title": "说好", "date": "2031-05-03"})
    second = document_of(
        other,
        span_of(other, "b1", (0, 3), label="LOC"),
        span_of(other, "b2", (4, 6), label="PERSON"),
        progress={"q#1": Progress(state="skipped")},
    )
    return [first, second]


def shown(path: Path) -> Iterator[str]:
    for file in sorted(path.rglob("*") if path.is_dir() else path.parent.iterdir()):
        if file.is_file():
            yield f"-- {file.relative_to(path if path.is_dir() else path.parent)}"
            yield from map(repr, file.read_bytes().decode().split("\n"))


def line(mark: Mark, text: str) -> str:
    said = {"attributes": dict(mark.attributes), "note": mark.note, "score": mark.score}
    more = {name: value for name, value in said.items() if value}
    return f"  {mark.id} {mark.label} {mark.parts} {mark.text_in(text)!r} {more}"


def told(sheet: FlatArticle) -> Iterator[str]:
    yield f"{sheet.id!r} {sheet.text!r}"
    named = ("state", "annotator", "about", "external_id", "words", "tokens", "sentences", "part", "offset")
    yield from (f"  {name}: {value!r}" for name in named if (value := getattr(sheet, name)))
    yield from (line(mark, sheet.text) for mark in sheet.marks)
    yield from (f"  guess {line(mark, sheet.text)}" for mark in sheet.proposals)
    yield from (f"  {link.id} {link.label} {link.head} → {link.tail}" for link in sheet.links)
    if sheet.record is not None:
        yield f"  {len(sheet.record.spans)} records, {len(sheet.record.relations)} relations"


def now(variant: str, folder: Path) -> str:
    name, options = VARIANTS[variant]
    fitted, _, _ = sheets(name, corpus(), options)
    place = folder / "made"
    place.mkdir()
    path = written(name, fitted, place, options)
    lines = [f"== {variant}", *shown(path)]
    if FORMATS[name].reads:
        lines += ["-- read", *(text for sheet in read(name, path) for text in told(sheet))]
    return "\n".join(lines)


def kept() -> dict[str, str]:
    blocks = f"\n{FILE.read_text('utf-8')}".split("\n== ")[1:] if FILE.exists() else []
    return {block.partition("\n")[0]: f"== {block}".rstrip("\n") for block in blocks}


@pytest.mark.parametrize("variant", VARIANTS)
def test_files_are_what_they_were_and_so_is_what_is_read_of_them(variant: str, tmp_path: Path) -> None:
    found = now(variant, tmp_path)
    if os.environ.get("PIYUE_SNAPSHOTS") == "keep":
        FILE.write_text("\n\n".join((kept() | {variant: found}).values()) + "\n", "utf-8")
    assert found.splitlines() == kept()[variant].splitlines()
