"""Annotators with access to the browser app: names and token hashes, in a file of this user alone."""

import json
import stat
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from secrets import token_urlsafe

from tui.errors import ProjectError, StoreError
from tui.store.annotator_names import FOLDER_NAME
from tui.store.files.atomic import make_folder, replace
from tui.store.files.system_calls import is_owner
from tui.store.project import Project
from tui.store.user_folders import state_folder

TOKEN_BYTES = 32
LONGEST_NAME = 60


class People:
    """The people of one project. The file is read at each question: another process may have changed it.

    Args:
        path: the file; where there is none nobody was added.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def of(cls, project: Project) -> "People":
        """Return those of a project; its folder may be public, so the file lies outside of it."""
        return cls(state_folder() / "serve" / f"{project_key(project)}.json")

    def names(self) -> tuple[str, ...]:
        """Return who was added, in order.

        Raises:
            StoreError: the file cannot be read, or others than its owner could.
        """
        return tuple(sorted(self._hashes()))

    def person(self, token: str) -> str | None:
        """Return whose token this is; None where it is nobody's.

        Raises:
            StoreError: see `names`.
        """
        wanted = _hash(token)
        return next((name for name, known in self._hashes().items() if compare_digest(known, wanted)), None)

    def add(self, name: str) -> str:
        """Let somebody in, and return the token, which is kept nowhere.

        Raises:
            ProjectError: the name is taken, or cannot be an annotator's.
            StoreError: the file cannot be read or written.
        """
        hashes = self._hashes()
        if not FOLDER_NAME.fullmatch(name) or not name.isprintable() or len(name) > LONGEST_NAME:
            raise ProjectError("serve.name", name=name)
        if name in hashes:
            raise ProjectError("serve.taken", name=name)
        token = token_urlsafe(TOKEN_BYTES)
        self._write({**hashes, name: _hash(token)})
        return token

    def remove(self, name: str) -> None:
        """Let somebody in no more.

        Raises:
            ProjectError: there is nobody of that name.
            StoreError: the file cannot be read or written.
        """
        hashes = self._hashes()
        if name not in hashes:
            raise ProjectError("serve.nobody", name=name, known=", ".join(sorted(hashes)) or "-")
        self._write({other: known for other, known in hashes.items() if other != name})

    def _hashes(self) -> dict[str, str]:
        try:
            state = self._path.stat()
            hashes = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            raise StoreError("serve.unreadable", path=self._path) from error
        if state.st_mode & (stat.S_IRWXG | stat.S_IRWXO) or not is_owner(state):
            raise StoreError("serve.public", path=self._path)
        if not isinstance(hashes, dict) or not all(isinstance(known, str) for known in hashes.values()):
            raise StoreError("serve.unreadable", path=self._path)
        return hashes

    def _write(self, hashes: dict[str, str]) -> None:
        try:
            make_folder(self._path.parent, Path(self._path.anchor))
            self._path.touch(mode=0o600)  # a replacement has the permissions of what it replaces
        except OSError as error:
            raise StoreError("store.write", path=self._path, reason=error.strerror) from error
        replace(self._path, json.dumps(hashes).encode("ascii"))


def project_key(project: Project) -> str:
    """Return what stands for a project's folder in names of files and cookies."""
    folder = str(project.root.resolve()).encode("utf-8", "surrogateescape")
    return sha256(folder).hexdigest()[:32]


def _hash(token: str) -> str:
    """Return what is kept of a token; it is random and long, so one round of hashing will do."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
