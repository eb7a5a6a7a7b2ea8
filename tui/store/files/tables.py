"""The bytes of a file of records, and the tables in it."""

import json
from collections.abc import Mapping
from itertools import starmap
from pathlib import Path
from typing import Any

from tui.errors import StoreError
from tui.store.backend import Tables
from tui.store.records.lines import record_line, table_pieces


def lay_out(tables: Mapping[str, Mapping[Any, Any]], path: Path) -> bytes:
    """Return `tables` as JSON with one record a line, so that a changed record is a changed line in a diff.

    Raises:
        StoreError: something in it is not JSON's.
    """
    try:
        lines = {name: starmap(record_line, rows.items()) for name, rows in tables.items()}
        return b"".join(table_pieces(lines.items()))
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreError("store.unwritable", path=path, reason=error) from error


def read_tables(data: bytes, path: Path) -> tuple[Tables, int | None]:
    """Return the tables in `data`; of a file with conflict markers, both sides' put together.

    Returns:
        The tables; and where there were markers, how many records both sides had changed.

    Raises:
        StoreError: it is no file of tables, or one of its sides is none.
    """
    try:
        return parse(data, path), None
    except StoreError:
        from tui.store.files.conflicts import sides
        from tui.store.merge import merge

        if (found := sides(data)) is None:
            raise
    base = None if found.base is None else parse(found.base, path)
    merged = merge(base, parse(found.ours, path), parse(found.theirs, path))
    return merged.tables, len(merged.conflicts)


def conflicted(path: Path, dropped: int) -> StoreError:
    """Return what is to be said of a file that was put together."""
    return StoreError("store.conflicted", path=path, count=dropped)


def parse(data: bytes, path: Path) -> Tables:
    """Return the tables in `data`.

    Raises:
        StoreError: it is not JSON, holds a key twice (a merge that went wrong), or is not tables of records.
    """
    try:
        tables: Tables = DECODE(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise StoreError("store.torn", path=path, line=error.lineno, reason=error.msg) from error
    except (ValueError, RecursionError) as error:
        raise StoreError("store.torn", path=path, reason=error) from error
    rows = tables.values() if isinstance(tables, dict) else [None]
    if not all(isinstance(r, dict) and all(isinstance(v, dict) for v in r.values()) for r in rows):
        raise StoreError("store.shape", path=path)
    return tables


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands there twice")
    return found


DECODE = json.JSONDecoder(object_pairs_hook=_each_once, parse_constant=_no_number).decode
