"""Merges two states of a file of records, record by record; the order does not matter."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from tui.store.record_keys import Row, canonical, identity, number_of

Tables: TypeAlias = dict[str, dict[str, Any]]
Numbered: TypeAlias = tuple[str, Row]
UNDISPUTED = frozenset(("updated", "seconds"))
"""Of an article's record: what follows from what was done last."""
PLACED = ("blocks", "words", "reads")
"""Tables in which no two records may overlap; of borders at one place both sides have the same record."""


class Conflict(NamedTuple):
    """A record that both sides changed.

    Attributes:
        dropped: the one that does not hold.
    """

    table: str
    kept: Row
    dropped: Row


class Merged(NamedTuple):
    """The records of both sides, and those of which only one could hold."""

    tables: Tables
    conflicts: list[Conflict]


def merge(base: Tables | None, ours: Tables, theirs: Tables, *, removed_stays: bool = False) -> Merged:
    """Return what two sides made of `base`; without it, the union of both.

    What one side left as it was is as the other one has it. Of a record that both changed, the newer one
    holds; one that is removed on one side and changed on the other is kept.

    Args:
        removed_stays: what `theirs` removed is not kept, whatever ours made of it.
    """
    conflicts: list[Conflict] = []
    if removed_stays and base is not None:
        ours = _without_removed(base, ours, theirs)
    names = list(dict.fromkeys((*ours, *theirs)))
    if list(ours) != list(theirs):
        names.sort(key=lambda name: (name not in ours or name not in theirs, name))
    tables: Tables = {}
    for name in names:
        sides = [_by_identity(name, (side or {}).get(name, {})) for side in (base, ours, theirs)]
        rows = {
            key: row
            for key in sorted({*sides[1], *sides[2]})
            if (row := _record(name, key, sides, conflicts)) is not None
        }
        if name in PLACED:
            rows = _apart(name, rows, conflicts)
        tables[name] = _numbered(rows, sides)
    return Merged(tables, conflicts)


def _without_removed(base: Tables, ours: Tables, theirs: Tables) -> Tables:
    """Return ours without the records of the base that theirs has no more."""
    found: Tables = {}
    for name, rows in ours.items():
        gone = _by_identity(name, base.get(name, {})).keys() - _by_identity(name, theirs.get(name, {})).keys()
        kept = {key: row for key, row in _by_identity(name, rows).items() if key not in gone}
        found[name] = dict(kept.values())
    return found


def _by_identity(table: str, rows: Mapping[str, Row]) -> dict[str, Numbered]:
    """Return rows with their numbers by what they are; one that is there twice stays twice."""
    found: dict[str, Numbered] = {}
    for number, row in rows.items():
        key = identity(table, number, row)
        while key in found:
            key += "'"
        found[key] = number, row
    return found


def _record(table: str, key: str, sides: list[dict[str, Numbered]], conflicts: list[Conflict]) -> Row | None:
    base, ours, theirs = (side[key][1] if key in side else None for side in sides)
    if ours == theirs:
        return min(ours, theirs, key=repr)  # fields may stand in another order
    if theirs == base:
        return ours
    if ours == base:
        return theirs
    if ours is None or theirs is None:
        return ours or theirs
    if table == "meta":
        return _meta(base or {}, ours, theirs, conflicts)
    kept, dropped = sorted((ours, theirs), key=_age, reverse=True)
    if table == "articles" and any(isinstance(side.get("labels"), dict) for side in (ours, theirs)):
        labels = _article_labels(*((side or {}).get("labels") for side in (base, kept, dropped)))
        kept, dropped = ({**side, "labels": labels} for side in (kept, dropped))
        if all(kept.get(name) == dropped.get(name) for name in ({*kept, *dropped} - UNDISPUTED)):
            return kept
    conflicts.append(Conflict(table, kept, dropped))
    return kept


def _article_labels(base: Any, newer: Any, older: Any) -> dict[str, Any]:
    """Return the labels that two sides gave an article, label by label; where both did, the newer one."""
    sides = [side if isinstance(side, dict) else {} for side in (base, newer, older)]
    found: dict[str, Any] = {}
    for id_ in sorted({*sides[1], *sides[2]}):
        was, mine, other = (side.get(id_) for side in sides)
        said = other if mine == was else mine if other == was else mine or other
        if said:
            found[id_] = said
    return found


def _meta(base: Row, ours: Row, theirs: Row, conflicts: list[Conflict]) -> Row:
    """Return what is said of a file, field by field."""
    found: dict[str, Any] = {}
    for name in sorted({*ours, *theirs}):
        was, mine, other = (side.get(name) for side in (base, ours, theirs))
        if mine == other or other == was:
            found[name] = mine
        elif mine == was:
            found[name] = other
        elif name == "sha256":
            found[name] = ""  # made on two texts: each tag finds its place by its anchor
        else:
            found[name] = max((said for said in (mine, other) if said is not None), key=canonical)
            if name == "date" and None not in (mine, other):
                conflicts.append(
                    Conflict("meta", {name: found[name]}, {name: min(mine, other, key=canonical)})
                )
    return {name: said for name, said in found.items() if said is not None}


def _age(row: Row) -> tuple[int, str, str]:
    version = row.get("version")
    changed = row.get("updated") or row.get("created")
    return version if type(version) is int else 0, changed if isinstance(changed, str) else "", canonical(row)


def _apart(table: str, rows: dict[str, Row], conflicts: list[Conflict]) -> dict[str, Row]:
    """Return rows of which no two speak of one place."""
    kept: dict[str, Row] = {}
    for key, row in sorted(rows.items(), key=lambda item: _age(item[1]), reverse=True):
        clash = next((other for other in kept.values() if _overlap(_places(row), _places(other))), None)
        if clash is None:
            kept[key] = row
        else:
            conflicts.append(Conflict(table, clash, row))
    return kept


def _places(row: Row) -> list[tuple[int, int]]:
    try:
        return [(int(row["segments"][0][0]), int(row["segments"][-1][1]))]
    except (TypeError, ValueError, IndexError, KeyError):
        return []


def _overlap(one: Iterable[tuple[int, int]], other: list[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for start, end in one for begin, stop in other)


def _numbered(rows: dict[str, Row], sides: list[dict[str, Numbered]]) -> dict[str, Row]:
    """Return rows by ascending number: that of the base, else the one that they are to have, or had."""
    taken: dict[int, Row] = {}
    base = sides[0]
    for key, row in sorted(rows.items(), key=lambda item: (item[0] not in base, item[0])):
        had = sorted({int(side[key][0]) for side in sides if key in side and side[key][0].isdecimal()})
        usual = number_of(key)
        first = [int(base[key][0])] if key in base and base[key][0].isdecimal() else []
        free = (
            number for number in (*first, *([usual] if usual in had else had), usual) if number not in taken
        )
        number = next(free, usual)
        while number in taken:
            number += 1
        taken[number] = row
    return {str(number): taken[number] for number in sorted(taken)}
