"""Hugging Face token classification: a sentence a row, with tokens and their tags as ClassLabel.

Of other datasets of this kind the tags may be numbers: what these mean says the dataset's card, or its
description, beside the data or above it.
"""

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.json_fields import field, refusing
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import unknown_fields
from tui.formats.common.placed_tokens import origin_fields, placed, row_article
from tui.formats.common.sinks import Pieces
from tui.formats.common.tag_schemes import OUTSIDE, TagReader, entities_of, names, tags, tell_untyped
from tui.formats.common.tokens import sentences, starts_of, visible_tokens
from tui.formats.hf import classes, column
from tui.formats.interface import Options, Refuse
from tui.model.page import Sentence

TOKENS = ("tokens", "words")
TAGS = ("ner_tags", "tags", "labels", "ner")
"""What these columns are called."""
KNOWN = frozenset({"id", "article", "starts", *TOKENS, *TAGS})


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options))


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    ranges = visible_tokens(sheet, options.unit)
    found = tags(options.scheme, sheet.marks, starts_of(ranges))
    ids = {sentence.start: sentence.id for sentence in sheet.sentences if sentence.id}
    rows, at = [], 0
    for number, sentence in enumerate(sentences(sheet, ranges, options.max_length), 1):
        rows.append(
            {
                "id": ids.get(sentence[0][0], f"{sheet.name}-{number}"),
                "tokens": [sheet.text[start:end] for start, end in sentence],
                "ner_tags": found[at : at + len(sentence)],
                **origin_fields(sheet, sentence),
            }
        )
        at += len(sentence)
    return b"".join(dumps(row) + b"\n" for row in rows)


def features(labels: Iterable[str], scheme: str, dates: Container[str] = ()) -> list[dict[str, Any]]:
    """Return the columns as a dataset card describes them."""
    del dates
    return [
        column("id", "string"),
        {"name": "tokens", "list": "string"},
        {"name": "ner_tags", "list": classes(names(scheme, labels))},
        column("article", "string"),
        {"name": "starts", "list": "int64"},
    ]


def parse(
    source: BinaryIO, path: str, refuse: Refuse, names: Mapping[int, str] = MappingProxyType({})
) -> Iterator[FlatArticle]:
    """Yield the rows, each a text or a part of one; one that cannot be read is refused and the next read.

    Args:
        names: what tags that are numbers mean, where somebody says so; else the dataset's description does.
    """
    begun = source.tell()
    numbers, kinds = False, dict[str, None]()
    for _, value in json_lines(source, path, lambda _: None):
        for tag in _column(value, TAGS):
            numbers = numbers or isinstance(tag, int)
            kinds[str(tag)] = None
    said = {0: OUTSIDE} | dict(names) if names else dict(enumerate(_class_names(Path(path))))
    named = said if numbers else {}
    if numbers and not named:
        raise FormatError("import.classes", path=path)
    reader = TagReader([*named.values()] or list(kinds))
    source.seek(begun)
    rows: list[FlatArticle] = []
    for line, value in json_lines(source, path, refuse):
        with refusing(refuse, path, line):
            row = _article(value, reader, named, path, line, refuse)
            if rows and not _follows(rows[-1], row):
                yield _joined(rows)
                rows = []
            rows.append(row)
    if rows:
        yield _joined(rows)


def _follows(one: FlatArticle, other: FlatArticle) -> bool:
    """Tell whether a row is the next of the same article."""
    return bool(other.part) and one.id == other.id and one.offset + len(one.text) <= other.offset


def _joined(rows: list[FlatArticle]) -> FlatArticle:
    """Return the article of rows that follow one another, each a sentence of it."""
    first = rows[0]
    text, marks, sentences = "", list[Mark](), list[Sentence]()
    for row in rows:
        start = row.offset - first.offset
        text += " " * (start - len(text)) + row.text
        marks += [
            mark.replaced(
                id=f"T{len(marks) + number}", parts=tuple((a + start, b + start) for a, b in mark.parts)
            )
            for number, mark in enumerate(row.marks, 1)
        ]
        sentences.append(Sentence(start, len(text), row.external_id))
    if not first.part:
        return first._replace(sentences=tuple(sentences))
    return first._replace(text=text, marks=tuple(marks), sentences=tuple(sentences), external_id="")


def _column(value: Any, names: Iterable[str]) -> list[Any]:
    found = (value.get(name) for name in names) if isinstance(value, dict) else ()
    return next((column for column in found if isinstance(column, list)), [])


def _article(
    value: Any, reader: TagReader, named: Mapping[int, str], path: str, line: int, refuse: Refuse
) -> FlatArticle:
    name = next((name for name in TOKENS if name in value), TOKENS[0])
    tokens = [str(token) for token in field(value, name, list, path, line)]
    found = _column(value, TAGS)
    if len(found) != len(tokens):
        reason = f"{len(found)} tags, {len(tokens)} tokens"
        raise FormatError("import.field", path=path, line=line, field=TAGS[0], reason=reason)
    for error in unknown_fields(value, KNOWN):
        refuse(error)
    if unnamed := [tag for tag in found if isinstance(tag, int) and tag not in named]:
        reason = f"{unnamed[0]} has no name"
        raise FormatError("import.field", path=path, line=line, field=TAGS[0], reason=reason)
    words = [named[tag] if isinstance(tag, int) else str(tag) for tag in found]
    text = placed(value, tokens, path, line)
    marks = [
        Mark(f"T{number}", label, ((text.ranges[first][0], text.ranges[behind - 1][1]),))
        for number, (label, first, behind) in enumerate(entities_of(map(reader, words)), 1)
    ]
    tell_untyped(marks, reader, refuse)
    return row_article(value, text, line)._replace(marks=tuple(marks))


def _class_names(path: Path) -> list[str]:
    """Return what the numbers of tags mean, where a description beside the data or above says so."""
    for folder in (path.parent, path.parent.parent):
        for name in ("dataset_info.json", "dataset_infos.json"):
            if found := _in_description(folder / name):
                return found
        card = folder / "README.md"
        if card.is_file() and (found := _in_card(card.read_text(encoding="utf-8", errors="replace"))):
            return found
    return []


def _in_description(path: Path) -> list[str]:
    try:
        value = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    except (OSError, ValueError):
        return []
    return _names_in(value)


def _names_in(value: Any) -> list[str]:
    """Return the names of the first column of tags in a description, however deep it stands."""
    if not isinstance(value, dict):
        return []
    for name in TAGS:
        feature = value.get(name)
        inner = feature.get("feature", feature) if isinstance(feature, dict) else {}
        if isinstance(inner, dict) and isinstance(inner.get("names"), list):
            return [str(item) for item in inner["names"]]
    return next((found for item in value.values() if (found := _names_in(item))), [])


def _in_card(text: str) -> list[str]:
    """Return the names in a card: a column's numbered names, as YAML or as JSON has them."""
    for name in TAGS:
        match = re.search(rf"name\"?: \"?{name}\b(.*?)(?:\"?name\"?: \"?\w|\n---)", text, re.S)
        if match:
            pairs = re.findall(r"['\"]?(\d+)['\"]?: ?['\"]?([^\s'\",}]+)", match[1])
            found = {int(number): said for number, said in pairs}
            if found and sorted(found) == list(range(len(found))):
                return [found[number] for number in range(len(found))]
    return []
