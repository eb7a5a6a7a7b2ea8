"""The catalogue: every text that people read, in English and Chinese, by key.

Each topic has a table of its own; a row is ``key: (English, Chinese)`` with `str.format` fields. A test holds
that both languages are there and name the same fields.

English has two forms of a word behind a count, and the field chooses: ``{count:page|pages}`` is "1 page" or
"3 pages", ``{count:,|page|pages}`` "3,000 pages", and ``{count:|it|them}`` the word without the number.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any, Literal, NamedTuple

from tui.texts import app, cli, keys, opening, options, usage

Language = Literal["en", "zh"]
Row = tuple[str, str]

LANGUAGES: tuple[Language, ...] = ("en", "zh")
FIRST = (app, keys, opening, cli, options, usage)
"""What is said until the first text is on the screen; the other tables are read when something else is."""
OTHERS = (
    "correct",
    "dialogs",
    "errors",
    "format_errors",
    "measure",
    "reports",
    "serve",
    "settings_errors",
    "store_errors",
    "team",
)


class Catalogue(Mapping[str, Row]):
    """The rows of all tables."""

    def __init__(self) -> None:
        self._first = {key: row for table in FIRST for key, row in table.ROWS.items()}

    @cached_property
    def tables(self) -> list[Mapping[str, Row]]:
        """The rows of each table."""
        others = [import_module(f"tui.texts.{name}") for name in OTHERS]
        return [table.ROWS for table in (*FIRST, *others)]

    @cached_property
    def _all(self) -> Mapping[str, Row]:
        return {key: row for table in self.tables for key, row in table.items()}

    def __getitem__(self, key: str) -> Row:
        return self._first.get(key) or self._all[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


CATALOGUE = Catalogue()


class Counted:
    """The value of a field, which may choose between the forms of a word: ``{count:page|pages}``."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return repr(self.value)

    def __format__(self, spec: str) -> str:
        """Return the value, a word behind it, or the word alone."""
        if "|" not in spec:
            return format(self.value, spec)
        *layout, one, many = spec.split("|")
        word = one if str(self.value) == "1" else many
        return word if layout == [""] else f"{format(self.value, *layout)} {word}"


def say(key: str, language: Language = "en", /, **values: object) -> str:
    """Return the text of `key` in `language` with its fields filled in.

    Raises:
        KeyError: the catalogue has no such key, or a field has no value.
    """
    row = CATALOGUE[key][LANGUAGES.index(language)]
    if language == "zh" and "reason" in values:
        from tui.texts import system_errors

        values["reason"] = system_errors.CHINESE.get(str(values["reason"]), values["reason"])
    if "|" in row:
        return row.format(**{name: Counted(value) for name, value in values.items()})
    return row.format(**values)


def in_language(value: Any, language: Language) -> Any:
    """Return a value as it is said in `language`: a text that has one for each language, in that one."""
    return value.render(language) if hasattr(value, "render") else value


class Message(NamedTuple):
    """A text of the catalogue with the values of its fields, whose language is chosen when it is shown."""

    key: str
    values: Mapping[str, Any] = {}

    def __str__(self) -> str:
        """Return the text in English, for those who know of no languages."""
        return self.render("en")

    def render(self, language: Language) -> str:
        """Return the text in `language`."""
        values = {name: in_language(value, language) for name, value in self.values.items()}
        return say(self.key, language, **values)

    @classmethod
    def checked(cls, said: Any) -> "Message":
        """Return a message that was read from a file.

        Raises:
            ValueError: this is none.
        """
        try:
            message = cls(*said)
            message.render("en")
        except (AttributeError, IndexError, KeyError, TypeError) as error:
            raise ValueError(str(error)) from error
        return message


def language_of(environ: Mapping[str, str]) -> Language:
    """Return the language that the locale variables ask for, by the POSIX order of precedence."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
