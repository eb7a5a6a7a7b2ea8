"""Pages that are gone, or have another name than when they were annotated: told by the sum of their bytes."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from tui.errors import NotFoundError, PiyueError
from tui.store.files.reading import read_plain
from tui.store.files.tables import parse
from tui.store.project import ANNOTATIONS, Project
from tui.store.sources.files import natural
from tui.texts import Message

NAMED = 3
"""So many pages that are gone are named."""


def pages_gone(project: Project) -> PiyueError | None:
    """Return what there is to say of pages that who works here has annotated and that are gone.

    Raises:
        PiyueError: the pages, or the annotations, cannot be listed.
    """
    annotated = project.records.annotated_pages(project.annotator)
    unlisted = annotated if project.pages.are_few else project.index.unlisted(annotated)
    gone = sorted((page for page in unlisted if not _is_there(project, page)), key=natural)
    if not gone:
        return None
    ids = ", ".join(gone[:NAMED]) + (" …" if len(gone) > NAMED else "")
    return NotFoundError("page.gone", ids=ids, count=len(gone))


def _is_there(project: Project, page: str) -> bool:
    try:
        project.pages.origin(page)
    except NotFoundError:
        return False
    return True


class RenamedPages:
    """Finds the page that an annotation file without a page was made for."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def reason(self, file: Path) -> Message:
        """Return why no page belongs to a file, and what to do: the page may have another name now."""
        is_of_page = file.suffix == ".json" and file.parent.parent == self._project.root / ANNOTATIONS
        for page in self._by_sum.get(_sum_of(file), ()) if is_of_page else ():
            target = file.with_name(f"{page}.json")
            if not target.exists():
                path = target.relative_to(self._project.root).as_posix()
                return Message("check.renamed_page", {"page": page, "path": path})
        return Message("check.stray")

    @cached_property
    def _by_sum(self) -> dict[str, list[str]]:
        """The pages by the sums of their bytes; made when a file without a page is found."""
        found: dict[str, list[str]] = {}
        for id_ in self._project.page_ids():
            with suppress(PiyueError):  # a page that cannot be read is told elsewhere
                found.setdefault(self._project.page(id_).sha256, []).append(id_)
        return found


def _sum_of(file: Path) -> str:
    """Return the sum that a file of annotations has of its page; empty: it has none, or cannot be read."""
    with suppress(OSError, PiyueError):
        for sum_ in _sums(file):
            return sum_
    return ""


def _sums(file: Path) -> Iterator[str]:
    for row in parse(read_plain(file), file).get("meta", {}).values():
        if isinstance(row, dict) and isinstance(sum_ := row.get("sha256"), str):
            yield sum_
