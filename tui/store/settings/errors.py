"""Turns errors of tomllib and pydantic into one line with the place and what is allowed there."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from textwrap import shorten
from typing import Any, NamedTuple, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tui.errors import ProjectError
from tui.model import AttributeType, Label, RelationType, Stage
from tui.model.values import Value, fields_of
from tui.store.settings.label_rows import label_clashes
from tui.store.settings.model import About, ExportSetting, Settings, SourceSetting, SuggestSettings, Team
from tui.texts import Language, Message, say

Location: TypeAlias = tuple[int | str, ...]

MODELS: dict[str, type[Value]] = {
    "": Settings,
    "project": About,
    "labels": Label,
    "labels.attributes": AttributeType,
    "article_labels": AttributeType,
    "export": ExportSetting,
    "relations": RelationType,
    "sources": SourceSetting,
    "states": Stage,
    "suggest": SuggestSettings,
    "team": Team,
}
"""What a setting is a field of, by the table it stands in."""

ROWS = {
    "missing": "settings.missing",
    "literal_error": "settings.choice",
    "string_type": "settings.text",
    "dataclass_type": "settings.table",
    "dict_type": "settings.table",
    "tuple_type": "settings.tables",
}
"""The catalogue's row for a kind of mistake."""

TABLES = frozenset(("labels", "attributes", "article_labels", "relations", "sources", "states"))
"""The lists whose items are tables; those of all others are texts."""

PATTERNS = {
    "key": "key",
    "color": "color",
    "annotator": "annotator",
    "leads": "annotator",
    "annotators": "annotator",
    "result": "annotator",
    "path": "path",
    "dates": "date",
    "units": "unit",
}
"""The row of tables and fields whose pattern, broken, has one of its own; others hold the id of something."""


LONGEST_LIST = 160
"""Characters of a list of settings that are allowed; the rest stands in docs/files.md."""


class Mistake(NamedTuple):
    """One mistake: its line, its row of the catalogue and the row's fields."""

    line: int
    key: str
    values: dict[str, Any]


class SettingsError(ProjectError):
    """The first of the mistakes in a file of settings.

    Attributes:
        others: those behind it.
    """

    def __init__(self, mistake: Mistake, path: Path | str, others: Sequence[Mistake] = ()) -> None:
        self.mistake = mistake
        self.others = tuple(SettingsError(other, path) for other in others)
        super().__init__(mistake.key, path=path, line=mistake.line, **mistake.values)

    @property
    def all(self) -> tuple["SettingsError", ...]:
        """Every mistake, each with no others."""
        return SettingsError(self.mistake, self.path or ""), *self.others

    def render(self, language: Language) -> str:
        """Return the one line, with the number of further mistakes."""
        more = say("settings.more", language, count=len(self.others)) if self.others else ""
        return super().render(language) + more


def settings_error(
    error: ValidationError, data: Mapping[str, Any], text: str, path: Path | str
) -> SettingsError:
    """Return what is wrong with the settings `data`, read from `text`."""
    lines = lines_of(text)
    clashes = [
        Mistake(_line(clash.place, lines), clash.key, {"where": _where(clash.place), **clash.values})
        for clash in label_clashes(data.get("labels"))
    ]
    details = error.errors(include_url=False)
    if clashes:  # which pydantic knows the first of, and only where nothing else is wrong
        details = [d for d in details if (d["type"], d["loc"]) != ("value_error", ("labels",))]
    mistakes = [_mistake(detail, lines) for detail in details]
    # What is missing has no line; a mistyped name nearby is what explains it.
    mistakes.sort(key=lambda mistake: (mistake.key == "settings.missing", mistake.line))
    mistakes += clashes
    return SettingsError(mistakes[0], path, mistakes[1:])


def syntax_error(error: Exception, text: str, path: Path | str) -> SettingsError:
    """Return what to do about what tomllib says, with the line in its place."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
    line = int(found[1]) if found and found[1] else max(1, len(text.splitlines()))
    reason = str(error)[: found and found.start()]
    key = next((key for said, key in _SYNTAX.items() if reason.startswith(said)), "settings.toml")
    return SettingsError(Mistake(line, key, {"reason": reason}), path)


_SYNTAX = {
    "Cannot overwrite a value": "settings.line_twice",
    "Cannot declare": "settings.table_twice",
    "Invalid value": "settings.no_value",
    "Expected '='": "settings.no_equals",
    "Invalid statement": "settings.no_equals",
}
"""By what tomllib says: the row that says what to do."""


def lines_of(text: str) -> dict[Location, int]:
    """Return the line, from 1, on which each table and setting of a TOML text begins.

    What is written within one value (an inline table, an array) has the line of that value.
    """
    found: dict[Location, int] = {}
    counts: dict[Location, int] = {}
    table: Location = ()
    for line, statement in _statements(text):
        place = _place(tomllib.loads(statement))
        if statement.lstrip().startswith("["):
            table, place = _numbered(place, counts), ()
            if statement.lstrip().startswith("[["):
                counts[table] = counts.get(table, 0) + 1
                table = (*table, counts[table] - 1)
        for end in range(len(table + place)):
            found.setdefault((table + place)[: end + 1], line)
    return found


def _numbered(place: Location, counts: Mapping[Location, int]) -> Location:
    """Return a table's path with the number of the last table of each list on the way to it."""
    found: Location = ()
    for part in place:
        found = (*found, counts[found] - 1, part) if found in counts else (*found, part)
    return found


def _statements(text: str) -> list[tuple[int, str]]:
    """Return each statement of a TOML text with its line; a statement ends where tomllib can read it."""
    found: list[tuple[int, str]] = []
    begun, lines = 0, text.split("\n")
    for number in range(len(lines)):
        statement = "\n".join(lines[begun : number + 1])
        try:
            holds = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        if holds:
            found.append((begun + 1, statement))
        begun = number + 1
    return found


def _place(data: Any) -> Location:
    """Return the path of keys that leads to the one value in `data`."""
    place: list[str] = []
    while isinstance(data, dict) and len(data) == 1:
        ((key, data),) = data.items()
        place.append(key)
    return tuple(place)


def _mistake(detail: ErrorDetails, lines: Mapping[Location, int]) -> Mistake:
    place = detail["loc"]
    if place[:2] == ("labels", "labels"):  # the field of Settings, and that of LabelSet
        place = place[1:]
    values: dict[str, Any] = {}
    kind, value = detail["type"], detail["input"]
    if kind == "value_error":
        key, values = "settings.wrong", {"reason": _reason(detail["ctx"]["error"])}
    elif kind == "unexpected_keyword_argument":
        key, values = _unknown(place)
    elif kind == "string_pattern_mismatch":
        field = next(part for part in reversed(place) if isinstance(part, str))
        key = f"settings.{PATTERNS.get(str(place[0]), PATTERNS.get(field, 'id'))}"
    else:
        key = ROWS.get(kind, "settings.value")
        if kind == "tuple_type" and TABLES.isdisjoint(place[-1:]):
            key = "settings.texts"
        allowed = detail.get("ctx", {}).get("expected", "")
        values = {"reason": detail["msg"], "allowed": _short(allowed.replace(" or ", ", "))}
    return Mistake(_line(place, lines), key, {"where": _where(place), "value": _quoted(value)} | values)


def _reason(error: ValueError) -> Message | str:
    """Return what a value was refused for, in the language that it is shown in where we refused it."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Message) else str(error)


def _unknown(place: Location) -> tuple[str, dict[str, str]]:
    """Return the row and fields that say which settings there are instead."""
    model = MODELS[".".join(part for part in place[:-1] if isinstance(part, str))]
    if near := get_close_matches(str(place[-1]), fields_of(model), 1):
        return "settings.near", {"near": near[0]}
    return "settings.unknown", {"allowed": _short(", ".join(fields_of(model)))}


def _short(allowed: str) -> str:
    return shorten(allowed, LONGEST_LIST, placeholder=" …")


def _line(place: Location, lines: Mapping[Location, int]) -> int:
    """Return the line of the innermost thing around `place` that has one."""
    return next((lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in lines), 1)


def _where(place: Location) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")


def _quoted(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
