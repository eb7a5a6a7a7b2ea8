"""The user's own settings for all projects: `$XDG_CONFIG_HOME/piyue/settings.toml`; all are optional.

What decides about the user's machine stands here and never in a project, which may come from anybody.
"""

from functools import cache
from pathlib import Path

from platformdirs import user_config_path

from tui.errors import ProjectError
from tui.model.values import Value

FILE = "settings.toml"


class StoreSetting(Value, frozen=True, kw_only=True):
    """Where annotations are kept.

    Attributes:
        url: `postgresql://…` of a team's server; empty: in the project's files.
    """

    url: str = ""


class UserSettings(Value, frozen=True, kw_only=True):
    """What a user settles once.

    Attributes:
        links: folders outside of projects to which links in a project may lead.
    """

    links: tuple[str, ...] = ()
    store: StoreSetting = StoreSetting()


def settings_path() -> Path:
    """Return where the user's settings lie; they need not exist."""
    return user_config_path("piyue") / FILE


def user_settings() -> UserSettings:
    """Return the user's settings, looked at once for each state of their file.

    Raises:
        ProjectError: the file cannot be read, or says something that is not allowed.
    """
    path = settings_path()
    try:
        state = path.stat()
    except OSError:
        return UserSettings()
    return _read(path, state.st_ino, state.st_mtime_ns)


@cache
def _read(path: Path, inode: int, modified: int) -> UserSettings:
    import tomllib

    from pydantic import ValidationError

    from tui.model.validation import valid

    del inode, modified
    try:
        return valid(UserSettings, tomllib.loads(path.read_text("utf-8-sig")))
    except OSError as error:
        raise ProjectError("settings.unreadable", path=path, reason=error.strerror) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ProjectError("settings.user", path=path, where=where, reason=first["msg"]) from error
    except ValueError as error:
        raise ProjectError("settings.user", path=path, where="TOML", reason=error) from error
