"""Pages that have another name than when they were annotated: told by the sum of their bytes."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from tui.errors import PiyueError
from tui.store.files.reading import read_plain
from tui.store.project import ANNOTATIONS, Project
from tui.texts import Message


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
    from tui.store.files.storage import parse  # TinyDB, which a project without such files does not need

    for row in parse(read_plain(file), file).get("meta", {}).values():
        if isinstance(row, dict) and isinstance(sum_ := row.get("sha256"), str):
            yield sum_
