"""The rows of `[[labels]]` made whole: standard labels beside them, and what they do not say themselves."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Any, NamedTuple, TypeAlias

from tui.model import DEFAULT_LABELS
from tui.model.label_choices import distinct_color, free_key, free_letters
from tui.model.values import written

Row: TypeAlias = dict[str, Any]
STANDARD: Mapping[str, Row] = {
    label.id: {key: said for key, said in written(label).items() if said not in (None, (), "")}
    for label in DEFAULT_LABELS.labels
}


class Clash(NamedTuple):
    """Two labels that cannot both be.

    Attributes:
        place: of the setting that is wrong.
        key: the row of the catalogue that says what is wrong.
        values: the fields of that row; `free` are the letters that no label's key begins with.
    """

    place: tuple[int | str, ...]
    key: str
    values: Mapping[str, str]


def completed(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return settings as they were read, with labels that say all; what is no label stays as it is."""
    rows: Any = data.get("labels")
    if not _are_rows(rows):
        return data
    own = [_named({**STANDARD.get(row.get("id", ""), {}), **row}) for row in rows]
    standard = data.get("standard_labels", True)
    return {**data, "labels": _coloured([*own, *(_standard_beside(own) if standard is True else ())])}


def _are_rows(rows: Any) -> bool:
    if not isinstance(rows, list) or not rows:
        return False
    return all(isinstance(row, dict) and isinstance(row.get("id", ""), str) for row in rows)


def _named(row: Row) -> Row:
    """Return a row with a name in either language: the other one's, else its id."""
    names = {"en": row.get("en") or row.get("zh"), "zh": row.get("zh") or row.get("en")}
    return {**row, **{field: name or row.get("id", "") for field, name in names.items()}}


def _standard_beside(own: Sequence[Row]) -> list[Row]:
    """Return the standard labels whose ids are not taken; one whose key is taken gets a free one, if any."""
    ids = {row.get("id") for row in own}
    keys = [_key(row) for row in own]
    found = []
    for id_, row in STANDARD.items():
        if id_ in ids:
            continue
        is_taken = any(row["key"] == key[:1] for key in keys)
        if is_taken:
            later = [other["key"] for other in STANDARD.values() if other["id"] not in ids]
            row = {**row, "key": free_key(id_, [*keys, *later])}
        if row["key"]:
            keys.append(row["key"])
            found.append(row)
    return found


def _coloured(rows: Sequence[Row]) -> list[Row]:
    colors = [row["color"] for row in rows if _is_color(row.get("color"))]
    found = []
    for row in rows:
        if "color" not in row:
            row = {**row, "color": distinct_color(colors)}
            colors.append(row["color"])
        found.append(row)
    return found


def _is_color(said: object) -> bool:
    """Tell whether others can be chosen apart from it."""
    if not isinstance(said, str) or len(said) != 7:
        return False
    return all(digit in "0123456789abcdefABCDEF" for digit in said[1:])


def label_clashes(rows: object) -> list[Clash]:
    """Return all ids and keys that two labels have, and keys that begin another, with the free letters."""
    if not _are_rows(rows):
        return []
    labels: Any = rows
    free = " ".join(free_letters(str(row.get("key", "")) for row in labels)) or "-"
    return [*_used_twice(labels, free), *_begun(labels, free)]


def _used_twice(labels: Sequence[Row], free: str) -> Iterator[Clash]:
    for at, row in enumerate(labels):
        for other in labels[:at]:
            if row.get("id") and row["id"] == other.get("id"):
                yield Clash(("labels", at, "id"), "settings.twice", {"value": repr(row["id"])})
            elif _key(row) and _key(row) == _key(other):
                values = {"value": repr(_key(row)), "other": other.get("id", "?"), "free": free}
                yield Clash(("labels", at, "key"), "settings.key_twice", values)


def _begun(labels: Sequence[Row], free: str) -> Iterator[Clash]:
    for one, other in permutations(labels, 2):
        if _key(one) and _key(one) != _key(other) and _key(other).startswith(_key(one)):
            values = {"key": _key(one), "id": one.get("id", "?")}
            longer = {"longer": _key(other), "other": other.get("id", "?")}
            yield Clash(("labels",), "settings.key_begins", {**values, **longer, "free": free})


def _key(row: Row) -> str:
    return key if isinstance(key := row.get("key"), str) else ""
