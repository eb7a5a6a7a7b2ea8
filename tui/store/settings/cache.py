"""Cached settings: building the validators would delay the first screen."""

import os
import pickle
from contextlib import suppress
from pathlib import Path

from tui import model
from tui.store.digest import sha256
from tui.store.files.reading import read_plain
from tui.store.settings import model as rules
from tui.store.settings.model import Settings


def remembered_settings(path: Path, cache: Path) -> Settings:
    """Return the settings in the file at `path`.

    Args:
        cache: a folder to which only this user can write; what lies there is taken as it is. It can be
            deleted at any time.

    Raises:
        ProjectError: the file cannot be read or says something that is not allowed; with the line.
    """
    try:
        data = read_plain(path)
    except FileNotFoundError:
        return Settings()
    except OSError:
        return _load(path)
    kept = cache / "settings" / sha256(_stamp() + data).hexdigest()[:32]
    with suppress(Exception):  # a damaged pickle can raise anything
        found = pickle.loads(kept.read_bytes())
        if isinstance(found, Settings):
            return found
    settings = _load(path)
    with suppress(OSError):
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
        fresh.write_bytes(pickle.dumps(settings))
        fresh.replace(kept)
    return settings


def _load(path: Path) -> Settings:
    from tui.store.settings.read import load_settings  # and with it TOML: not for what is remembered

    return load_settings(path)


def _stamp() -> bytes:
    """Return what changes with the files that say what settings are."""
    files = sorted(
        file for room in (model.__file__, rules.__file__) for file in Path(room or "").parent.glob("*.py")
    )
    states = (f"{file.name}:{file.stat().st_size}:{file.stat().st_mtime_ns}" for file in files)
    return "\0".join(states).encode()
