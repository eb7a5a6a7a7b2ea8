"""The catalogue: every text that people read, in English and Chinese, by key.

Each topic has a table of its own; a row is ``key: (English, Chinese)`` with `str.format` fields. A test holds
that both languages are there and name the same fields.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from tui.texts import (
    app,
    cli,
    correct,
    dialogs,
    errors,
    format_errors,
    keys,
    measure,
    opening,
    options,
    reports,
    serve,
    store_errors,
    team,
)

Language = Literal["en", "zh"]
Row = tuple[str, str]

LANGUAGES: tuple[Language, ...] = ("en", "zh")
TABLES = (
    app,
    cli,
    correct,
    dialogs,
    errors,
    format_errors,
    keys,
    measure,
    opening,
    options,
    reports,
    serve,
    store_errors,
    team,
)
CATALOGUE: Mapping[str, Row] = {key: row for table in TABLES for key, row in table.ROWS.items()}


def say(key: str, language: Language = "en", /, **values: object) -> str:
    """Return the text of `key` in `language` with its fields filled in.

    Raises:
        KeyError: the catalogue has no such key, or a field has no value.
    """
    return CATALOGUE[key][LANGUAGES.index(language)].format(**values)


class Message(NamedTuple):
    """A text of the catalogue with the values of its fields, whose language is chosen when it is shown."""

    key: str
    values: Mapping[str, Any] = {}

    def render(self, language: Language) -> str:
        """Return the text in `language`."""
        return say(self.key, language, **self.values)

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
