"""The usual annotation file, read in one go: typed decoding straight from its bytes.

All that a file may say beyond the usual is left to `tui.store.records.decode`, which reads record by record:
unknown fields, tags that moved, relations that hang in the air, a key that is there twice, another version.
Of a file that is read here, both make the same document.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec
from msgspec.structs import astuple

from tui.errors import SegmentsError
from tui.model import Division, Page, Relation, Segment, Span, order, surface
from tui.model.segments import check
from tui.model.values import Record, fields_of, from_columns
from tui.store.anchors import FIELD
from tui.store.records.decode import VERSION, ArticleRecord, Kept, Numbers, placed_progress

QUOTE, ESCAPE = b'"', b"\\u"
LARGEST = 10**18

Shape = TypeVar("Shape", bound=Record)


class _Anchor(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    before: str
    after: str
    quote: str | msgspec.UnsetType = msgspec.UNSET
    twins: bool = False


def usual_fields(data: bytes, page: Page, division: Division, kept: Kept) -> dict[str, Any] | None:
    """Return what a file adds to the document of a page, as `Reader.fields` does.

    Args:
        data: the bytes of the file.
        kept: is filled on the way; of no use where nothing is returned.

    Returns:
        None: something in the file is unusual, or wrong.
    """
    found = _parsed(data)
    if found is None or len(found.meta) != 1:
        return None
    ((_, kept.meta),) = found.meta.items()
    if kept.meta.get("version") != VERSION or kept.meta.get("sha256") != page.sha256:
        return None
    spans = _spans([*found.spans.values()], page.text)
    if spans is None:
        return None
    relations = _values(Relation, _columns([*found.relations.values()]))
    named = {
        "meta": _numbers([""], found.meta),
        "spans": _numbers([span.id for span in spans], found.spans),
        "relations": _numbers([relation.id for relation in relations], found.relations),
    }
    kept.numbers.update((name, numbers) for name, numbers in named.items() if numbers)
    ids = kept.numbers["spans"].known
    if None in named.values() or not all(r.head in ids and r.tail in ids for r in relations):
        return None
    progress = _progress(found.articles, division, kept)
    if progress is None:
        return None
    return {"spans": tuple(sorted(spans, key=order)), "relations": tuple(relations), "progress": progress}


def _progress(articles: Mapping[int, Any], division: Division, kept: Kept) -> dict[str, Any] | None:
    records = _values(ArticleRecord, _columns([*articles.values()]))
    numbers = _numbers(articles, articles)
    if numbers is None:
        return None
    found, others = placed_progress([*zip(articles, records, strict=True)], division, kept)
    kept.numbers["articles"].taken.update(numbers.taken)
    return None if others else found


def _spans(raws: Sequence[msgspec.Struct], text: str) -> list[Span] | None:
    """Return the tags; None: the text of one does not stand where it says."""
    columns = _columns(raws)
    places = zip(columns.get("segments", ()), columns.get("text", ()), strict=True)
    if not all(_stands(text, segments, said) for segments, said in places):
        return None
    return _values(Span, {**columns, **_shared(columns)}) if columns else []


def _stands(text: str, segments: tuple[Segment, ...], said: str) -> bool:
    """Tell whether a tag's text stands where it says."""
    if len(segments) == 1:  # as nearly always
        ((start, end),) = segments
        return 0 <= start < end <= len(text) and text[start:end] == said
    try:
        return check(segments)[-1][1] <= len(text) and surface(text, segments) == said
    except SegmentsError:
        return False


def _columns(raws: Sequence[msgspec.Struct]) -> dict[str, tuple[Any, ...]]:
    """Return the columns of structs by their names; none where there are no structs."""
    if not raws:
        return {}
    return dict(zip(raws[0].__struct_fields__, zip(*map(astuple, raws), strict=True), strict=True))


def _values(shape: type[Shape], columns: Mapping[str, Sequence[Any]]) -> list[Shape]:
    """Return the values whose fields stand in columns."""
    if not columns:
        return []
    count = len(next(iter(columns.values())))
    return from_columns(shape, {**columns, "unknown": [{}] * count}, count)


def _shared(columns: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """Return the columns in which most values are the same: one object stands for all that are equal."""
    labels, nothing = dict[str, str](), dict[str, Any]()
    moments = zip(columns["created"], columns["updated"], strict=True)
    return {
        "label": [*map(labels.setdefault, columns["label"], columns["label"])],
        "attributes": [said or nothing for said in columns["attributes"]],
        "updated": [created if updated == created else updated for created, updated in moments],
    }


def _numbers(keys: Iterable[Any], rows: Mapping[int, Any]) -> Numbers | None:
    """Return the numbers of records by their keys; None: they are not ascending, or not one for each."""
    known, numbers = dict(zip(keys, rows, strict=True)), sorted(rows)
    ascend = numbers == [*rows] and (not numbers or (numbers[0] > 0 and numbers[-1] < LARGEST))
    return Numbers(known, set(numbers)) if ascend and len(known) == len(numbers) else None


def _parsed(data: bytes) -> Any:
    """Return the tables, records as structs; None where a field is unknown or a key stands there twice.

    JSON readers silently take the last of two equal keys. Written again, such a file has fewer
    quotes; any other has as many, or fewer where it says what holds anyway, unless one was an escape.
    """
    if ESCAPE in data:
        return None
    decoder, encoder = _codec()
    try:
        found = decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return found if encoder.encode(found).count(QUOTE) == data.count(QUOTE) else None


@cache
def _codec() -> tuple[msgspec.json.Decoder[Any], msgspec.json.Encoder]:
    """Return what reads and writes files whose records have the fields of our values."""
    tables = [
        ("meta", dict[int, dict[str, Any]]),
        ("spans", dict[int, _struct(Span, (FIELD, _Anchor | msgspec.UnsetType, msgspec.UNSET))]),  # type: ignore[misc]
        ("relations", dict[int, _struct(Relation)]),  # type: ignore[misc]
        ("articles", dict[int, _struct(ArticleRecord)]),  # type: ignore[misc]
    ]
    file = msgspec.defstruct("File", tables, forbid_unknown_fields=True)
    return msgspec.json.Decoder(file), msgspec.json.Encoder()


def _struct(shape: type[Record], *more: tuple[str, Any, Any]) -> type[msgspec.Struct]:
    """Return the struct that has the fields of a value, as they are called outside, and perhaps more."""
    hints = get_type_hints(shape)
    fields: list[Any] = [
        (name, hints[name]) if usual is MISSING else (name, hints[name], _default(usual))
        for name, usual in fields_of(shape).items()
        if name != "unknown"
    ]
    return msgspec.defstruct(
        shape.__name__,
        [*fields, *more],
        rename=dict(shape.OUTSIDE),
        forbid_unknown_fields=True,
        omit_defaults=True,
        kw_only=True,
    )


def _default(usual: Any) -> Any:
    return msgspec.field(default_factory=dict) if usual == {} else usual
