"""The formats, a row each: the module that writes and reads it, and what it can hold."""

from functools import cache
from importlib.metadata import entry_points
from typing import Any

from tui.errors import FormatError, NotFoundError
from tui.formats.format import DETAILS, EVERYTHING, FLAT, OF_ARTICLES, RANGES, Format, Holds


def _row(name: str, holds: Holds, suffix: str, **fields: Any) -> Format:
    return Format(name, f"tui.formats.{name.replace('-', '_')}", holds, suffix, **fields)


def _tree(row: Format) -> Format:
    return row._replace(layout="tree", shards=False)


GLINER_WORDS = 384
"""What GLiNER's models read of a text; it leaves out what is beyond."""
BERT_TOKENS = 500
"""Characters, with room for the marks at both ends of a text, of which BERT reads 512."""

FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("json", "tui.formats.native", EVERYTHING, ".json"),
        _row("jsonl", EVERYTHING, ".jsonl"),
        _row("doccano", RANGES | Holds.RELATIONS | Holds.LOOPS | OF_ARTICLES, ".jsonl", rows=True),
        _row("label-studio", RANGES | DETAILS | OF_ARTICLES, ".json", has_config=True),
        _row(
            "prodigy",
            RANGES | DETAILS | OF_ARTICLES | Holds.WORDS,
            ".jsonl",
            unit="entity",
            rows=True,
        ),
        _row("conll", FLAT | Holds.LINES, ".conll", unit="char", has_sentences=True),
        _row(
            "conllu",
            FLAT | Holds.LINES | Holds.NESTING | Holds.OVERLAP | Holds.WORDS,
            ".conllu",
            unit="entity",
            has_sentences=True,
        ),
        Format(
            "spacy",
            "tui.formats.docbin",
            RANGES | DETAILS | OF_ARTICLES,
            ".spacy",
            unit="char",
            needs="spacy",
            shards=False,
            rolls=True,
        ),
        _row(
            "hf",
            RANGES | DETAILS | OF_ARTICLES,
            ".jsonl",
            layout="dataset",
            unit="char",
            rows=True,
            cuts=True,
        ),
        _row(
            "hf-tokens",
            FLAT | Holds.LINES,
            ".jsonl",
            layout="dataset",
            unit="char",
            rows=True,
            has_numbers=True,
        ),
        _row(
            "gliner",
            RANGES & ~Holds.BLANKS,
            ".json",
            unit="entity",
            rows=True,
            cuts=True,
            length=GLINER_WORDS,
        ),
        _row(
            "w2ner",
            RANGES & ~Holds.BLANKS | Holds.SEGMENTS,
            ".json",
            unit="char",
            rows=True,
            cuts=True,
            length=BERT_TOKENS,
        ),
        _row("uie", RANGES | Holds.RELATIONS | Holds.LOOPS, ".txt", rows=True, cuts=True),
        _row("cmeee", RANGES, ".json", rows=True, cuts=True),
        _row(
            "instruct",
            RANGES | Holds.SEGMENTS | Holds.ATTRIBUTES | Holds.RELATIONS | Holds.LOOPS,
            ".jsonl",
            rows=True,
            cuts=True,
            reads=False,
        ),
        _tree(
            _row(
                "brat",
                RANGES & ~Holds.EDGES | DETAILS & ~Holds.LOOPS & ~Holds.IDS | Holds.SEGMENTS,
                ".txt",
            )
        ),
        _tree(
            Format(
                "cas",
                "tui.formats.xmi",
                RANGES | DETAILS | OF_ARTICLES | Holds.WORDS,
                ".xmi",
                unit="entity",
            )
        ),
        _tree(_row("cas-json", RANGES | DETAILS | OF_ARTICLES | Holds.WORDS, ".json", unit="entity")),
        _row("cluener", FLAT | Holds.BLANKS | Holds.LINES, ".json", rows=True),
        _tree(_row("yedda", FLAT & ~Holds.MARKUP, ".ann")),
        _row("cws", Holds.WORDS, ".txt", unit="word", has_sentences=True),
    )
}
"""The formats that come with piyue, by their names."""

GROUP = "piyue.formats"
"""The entry points with which other packages bring formats: each names a `Format`."""


@cache
def other_formats() -> dict[str, Format]:
    """Return the formats that installed packages bring; one of ours is never replaced.

    Raises:
        FormatError: one of them cannot be loaded, or is none.
    """
    found: dict[str, Format] = {}
    for point in entry_points(group=GROUP):
        try:
            row = point.load()
        except Exception as error:  # whatever somebody else's module raises
            raise FormatError("format.plugin", name=point.name, reason=error) from error
        if not isinstance(row, Format):
            raise FormatError("format.plugin", name=point.name, reason=f"{point.value} is no Format")
        found.setdefault(row.name, row)
    return {name: row for name, row in found.items() if name not in FORMATS}


def format_named(name: str) -> Format:
    """Return the format called `name`.

    Raises:
        NotFoundError: there is none.
        FormatError: another package's formats cannot be loaded.
    """
    if name in FORMATS:
        return FORMATS[name]
    others = other_formats()
    if name not in others:
        raise NotFoundError("format.unknown", name=name, known=", ".join([*FORMATS, *others]))
    return others[name]
