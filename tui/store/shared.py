"""What is true of a page for everybody: its date and the proposals that were refused.

It lies in `annotations/_project/<page>.json`, a TinyDB file. Tables that this room does not know are written
back as they were.
"""

from pathlib import Path
from typing import Any, NamedTuple

import tui
from tui.errors import StoreError
from tui.model import Page
from tui.quantities.periods import Base, base_of, dateline
from tui.store.atomic import make_folder
from tui.store.project import ANNOTATIONS, Project
from tui.store.storage import AtomicStorage, Tables
from tui.suggest import Refusal

FOLDER = "_project"
VERSION = 1
_MASTHEAD = 12
"""Lines at a page's beginning in which its date may stand."""


class Shared(NamedTuple):
    """What everybody shares of a page.

    Attributes:
        date: the date that somebody gave it (``2023-07-05``, ``2023-07``, ``2023``); empty: none.
    """

    date: str = ""
    refused: tuple[Refusal, ...] = ()


class SharedFile:
    """The shared file of one page, as it was read and has been saved since.

    Args:
        project: the page's.
    """

    def __init__(self, project: Project, page: Page) -> None:
        self.path = project.root / ANNOTATIONS / FOLDER / f"{page.id}.json"
        self._root = project.root / ANNOTATIONS
        self._page = page
        self._storage = AtomicStorage(self.path)
        self._tables: Tables = {}

    def load(self) -> Shared:
        """Return what the file says; without one, nothing.

        Raises:
            StoreError: it cannot be read, or says something that is not allowed.
        """
        self._tables = self._storage.read() or {}
        dates = [str(row.get("date", "")) for row in self._tables.get("page", {}).values()]
        if any(date and base_of(date) is None for date in dates):
            raise StoreError("store.record", path=self.path, record="page", reason=dates[0])
        refused = self._tables.get("refused", {}).items()
        return Shared("".join(dates[:1]), tuple(self._refusal(key, row) for key, row in refused))

    def save(self, shared: Shared) -> None:
        """Write it; durable when this returns.

        Raises:
            StoreError: it could not be done, or somebody else changed the file; it is as it was.
        """
        make_folder(self.path.parent, self._root)
        meta = {"version": VERSION, "page": self._page.id, "tool": f"piyue {tui.__version__}"}
        known: dict[str, dict[str, Any]] = {
            "meta": {"1": meta},
            "page": {"1": {"date": shared.date}} if shared.date else {},
            "refused": {str(number): _raw(row) for number, row in enumerate(shared.refused, 1)},
        }
        tables = self._tables | known
        self._storage.write(tables)
        self._tables = tables

    def _refusal(self, key: str, row: dict[str, Any]) -> Refusal:
        try:
            segments = tuple((int(start), int(end)) for start, end in row["segments"])
            return Refusal(str(row["label"]), segments, str(row["text"]), str(row.get("reason", "")))
        except (KeyError, TypeError, ValueError) as error:
            raise StoreError("store.record", path=self.path, record=f"refused {key}", reason=error) from error


def load_shared(project: Project, page: Page) -> Shared:
    """Return what everybody shares of a page.

    Raises:
        StoreError: the file cannot be read.
    """
    return SharedFile(project, page).load()


def base_for(project: Project, page: Page, shared: Shared | None = None) -> Base | None:
    """Return the date that a page counts from: given by hand, in the settings, else in its name or masthead.

    Raises:
        StoreError: the shared file cannot be read.
    """
    given = (shared or load_shared(project, page)).date
    dates = project.settings.dates
    prefixes = sorted((key for key in dates if page.id.startswith(key)), key=len, reverse=True)
    for written in (given, *(dates[prefix] for prefix in prefixes)):
        if base := base_of(written):
            return base
    return dateline(page.id, page.text.split("\n", _MASTHEAD)[:_MASTHEAD])


def project_file(root: Path) -> Path:
    """Return the file of what is true for the whole project."""
    return root / ANNOTATIONS / f"{FOLDER}.json"


def _raw(refusal: Refusal) -> dict[str, Any]:
    raw = {"label": refusal.label, "segments": refusal.segments, "text": refusal.surface}
    return raw | ({"reason": refusal.reason} if refusal.reason else {})
