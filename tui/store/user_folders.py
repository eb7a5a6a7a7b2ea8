"""Private folders of this user, outside the project."""

import stat
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from platformdirs import user_cache_path, user_state_path

from tui.store.files.system_calls import is_owner

APP = "piyue"


def state_folder() -> Path:
    """Return where what the program remembers of a user lies; it need not exist."""
    return user_state_path(APP)


class PrivateCache:
    """A folder for what can be made again, to which nobody else can write.

    What lies there is trusted (jieba's dictionary is loaded as it stands), so a folder that another user owns
    or can write to is not used: a fresh one, gone at the end of the process, takes its place.
    """

    def __init__(self) -> None:
        self.path = self._usual() or self._temporary()

    def _usual(self) -> Path | None:
        folder = user_cache_path(APP)
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            return folder if _is_private(folder) else None
        except OSError:
            return None

    def _temporary(self) -> Path:
        folder = mkdtemp(prefix=f"{APP}-")
        finalize(self, rmtree, folder, ignore_errors=True)
        return Path(folder)


def _is_private(folder: Path) -> bool:
    """Tell whether this is a folder, no link, of this user, that only this user can write to."""
    state = folder.lstat()
    shared = stat.S_IWGRP | stat.S_IWOTH
    return stat.S_ISDIR(state.st_mode) and is_owner(state) and not state.st_mode & shared
