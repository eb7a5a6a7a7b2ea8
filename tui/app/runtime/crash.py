"""The crash report: where the program was, without any text of the project."""

import platform
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from textual.worker import WorkerFailed

import tui
from tui.errors import PiyueError
from tui.store.user_folders import state_folder

LIBRARIES = ("textual", "rich", "pydantic", "tinydb", "jieba")


def write_report(error: BaseException) -> str:
    """Write a report that only this user can read; return its path, or why there is none."""
    path = state_folder() / "crashes" / f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(report(error), encoding="utf-8")
    except OSError as failure:
        return str(failure.strerror)
    return str(path)


def report(error: BaseException) -> str:
    """Return versions, and the way to the error: files, lines and functions.

    What an exception says may quote a text, and so may the values of variables: neither is in it.
    """
    lines = [f"piyue {tui.__version__}, Python {platform.python_version()}, {platform.platform()}"]
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            lines.append(f"{name} {version(name)}")
    seen: BaseException | None = error
    while seen is not None:
        lines += ["", _kind(seen), *_frames(seen)]
        seen = _cause(seen)
    return "\n".join(lines) + "\n"


def _cause(error: BaseException) -> BaseException | None:
    """Return what led to an error; Textual does not chain what failed in a worker, but holds it."""
    return error.error if isinstance(error, WorkerFailed) else error.__cause__ or error.__context__


def _kind(error: BaseException) -> str:
    """Return an exception's class, and what is known to be ours or the system's."""
    detail = {PiyueError: "key", OSError: "errno"}
    shown = [str(getattr(error, name)) for kind, name in detail.items() if isinstance(error, kind)]
    return " ".join([f"{type(error).__module__}.{type(error).__qualname__}", *shown])


def _frames(error: BaseException) -> list[str]:
    """Return the frames, outermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"  {Path(f.filename).name}:{f.lineno} in {f.name}: {f.line}" for f in frames]
