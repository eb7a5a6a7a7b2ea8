"""The tables of the usual annotation file, decoded straight from its bytes.

All that a file may say beyond the usual is left to `tui.store.records.decode`, which reads record by record.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias, get_type_hints

import msgspec
from msgspec.structs import astuple

from tui.model import Relation, Span
from tui.model.values import Record, fields_of
from tui.store.records.kept import ANCHOR, ArticleRecord

BACKSLASH, ESCAPE, QUOTE = b"\\", b"\\u", b'"'

Columns: TypeAlias = Mapping[str, Sequence[Any]]
"""The values of each field of records, one for each record; no fields where there are no records."""


class _Anchor(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    before: str
    after: str
    quote: str | msgspec.UnsetType = msgspec.UNSET
    twins: bool = False


def tables_in(data: bytes) -> Any:
    """Return the tables, records as structs; None where a field is unknown or a key stands there twice.

    JSON readers silently take the last of two equal keys. Written again, such a file has fewer
    quotes; any other has as many, or fewer where it says what holds anyway, unless one was an escape.
    """
    if _has_escape(data):
        return None
    decoder, encoder = _codec()
    try:
        found = decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return found if encoder.encode(found).count(QUOTE) == data.count(QUOTE) else None


def _has_escape(data: bytes) -> bool:
    """Tell whether a file has an escape of a code point; one byte is found in a tenth of the time of two."""
    at = data.find(BACKSLASH)
    while at >= 0 and not data.startswith(ESCAPE, at):
        at = data.find(BACKSLASH, at + 1)
    return at >= 0


def columns_of(records: Collection[msgspec.Struct]) -> Columns:
    """Return the columns of structs of one kind, by their names here."""
    names = next(iter(records)).__struct_fields__ if records else ()
    return dict(zip(names, zip(*map(astuple, records), strict=True), strict=True))


@cache
def _codec() -> tuple[msgspec.json.Decoder[Any], msgspec.json.Encoder]:
    """Return what reads and writes files whose records have the fields of our values."""
    tables = [
        ("meta", dict[int, dict[str, Any]]),
        ("spans", dict[int, _struct(Span, (ANCHOR, _Anchor | msgspec.UnsetType, msgspec.UNSET))]),  # type: ignore[misc]
        ("relations", dict[int, _struct(Relation)]),  # type: ignore[misc]
        ("articles", dict[int, _struct(ArticleRecord)]),  # type: ignore[misc]
    ]
    file = msgspec.defstruct("File", tables, forbid_unknown_fields=True)
    return msgspec.json.Decoder(file), msgspec.json.Encoder()


def _struct(shape: type[Record], *more: tuple[str, Any, Any]) -> type[msgspec.Struct]:
    """Return the struct that has the fields of a value, as they are called outside, and perhaps more."""
    hints = get_type_hints(shape)
    fields: list[Any] = [
        (name, hints[name]) if usual is msgspec.NODEFAULT else (name, hints[name], _default(usual))
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
        gc=False,  # what comes from JSON holds nothing that leads back to it
    )


def _default(usual: Any) -> Any:
    return msgspec.field(default_factory=dict) if usual == {} else usual
