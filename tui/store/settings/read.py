"""Reads `piyue.toml`: valid settings, or an error with its line."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tui.errors import ProjectError
from tui.model.validation import valid
from tui.store.files.reading import read_plain
from tui.store.settings.errors import settings_error, syntax_error
from tui.store.settings.label_rows import completed
from tui.store.settings.model import FILE, Settings


def load_settings(path: Path) -> Settings:
    """Return the settings in the file at `path`; the defaults where there is none.

    Raises:
        ProjectError: the file cannot be read or says something that is not allowed; with the line.
    """
    try:
        data = read_plain(path)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise ProjectError("settings.unreadable", path=path, reason=error.strerror) from error
    try:
        return parse_settings(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProjectError("settings.encoding", path=path, line=line) from error


def parse_settings(text: str, path: Path | str = FILE) -> Settings:
    """Return the settings in a text.

    Raises:
        ProjectError: it is not TOML, or says something that is not allowed.
    """
    try:
        data: Mapping[str, Any] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists in lists
        raise syntax_error(error, text, path) from error
    data = completed(data)
    try:
        return valid(Settings, data)
    except ValidationError as error:
        raise settings_error(error, data, text, path) from error
