"""Keeps access within the project folder: no link that leads out of it is followed.

A project may come from anybody. So every function of the store that opens, writes, renames or lists asks here
first; outside of all projects (exports, archives) nothing is asked.
"""

import os
from pathlib import Path
from stat import S_ISLNK

from tui.errors import StoreError

_roots: set[str] = set()


def guard(root: Path) -> None:
    """Refuse links out of a project from now on."""
    _roots.add(os.fspath(root))


def refuse_links_out(path: Path | str) -> None:
    """Make sure that no link on the way to `path` leads out of the project that it lies in.

    What lies in another project within that one counts as in the inner one. A link is allowed that leads to a
    folder named by the user's own settings (`tui.store.settings.user`).

    Raises:
        StoreError: one does; names the link.
    """
    root, rest = _project_of(os.fspath(path))
    at = root
    for part in rest.split("/") if rest else ():
        if part in ("", "."):
            continue
        at = f"{at}/{part}"
        try:
            is_link = S_ISLNK(os.lstat(at).st_mode)
        except (OSError, ValueError):  # what is not there, or no name, leads nowhere
            return
        if is_link and not _stays(at, root):
            raise StoreError("store.outside", path=at)


def _project_of(path: str) -> tuple[str, str]:
    """Return the innermost project around `path`, and the way from there; no way where there is none."""
    at = path.rfind("/")
    while at > 0:
        if path[:at] in _roots:
            return path[:at], path[at + 1 :]
        at = path.rfind("/", 0, at)
    return "", ""


def _stays(link: str, root: str) -> bool:
    """Tell whether a link leads into the project, or to where the user allows it."""
    real = os.path.realpath(link)
    if _is_in(real, os.path.realpath(root)):
        return True
    from tui.store.settings.user import user_settings

    return any(_is_in(real, os.path.realpath(Path(each).expanduser())) for each in user_settings().links)


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")
