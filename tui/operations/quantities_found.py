"""The quantities of a project's pages, as rows of JSON; several processes find what one finds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeAlias

from tui.errors import PiyueError
from tui.model import Article
from tui.model.values import Read
from tui.operations.page_work import LocalRunner, PageRunner, PageWork
from tui.quantities import find
from tui.store.project import Project
from tui.text.offsets import Reading, read

Row: TypeAlias = dict[str, Any]


def quantities_of_pages(project: Project, runner: PageRunner | None = None) -> Iterator[Row | PiyueError]:
    """Yield the quantities of all pages in their order; in the place of a page that cannot be read, why.

    Args:
        runner: goes through the pages; None: processes of this machine.
    """
    for found in (runner or LocalRunner(project)).map(QUANTITIES, project.page_ids()):
        yield from found


def quantities_of(article: Article, reading: Reading, units: Mapping[str, str]) -> Iterator[Row]:
    """Yield the quantities of an article, in reading offsets and with source segments.

    Args:
        units: of the project, each with its dimension.
    """
    for quantity in find(reading.text, units):
        if "\n" not in quantity.surface:
            place = {"segments": reading.to_source(quantity.start, quantity.end)}
            yield quantity.as_dict() | place | {"article": article.id, "page": article.page}


def _found(project: Project, pages: Sequence[str]) -> list[Row | PiyueError]:
    rows, units = list[Row | PiyueError](), project.settings.units
    for page_id in pages:
        try:
            page = project.page(page_id)
            articles = project.documents.division(page).articles
        except PiyueError as error:
            rows.append(error)
            continue
        for article in articles:
            rows += quantities_of(article, read(page, article), units)
    return rows


def _row_of(said: Any) -> Row | PiyueError:
    """Return a row, or why a page could not be read, as it was in the file of a part."""
    if not isinstance(said, dict) or not ("error" in said or said.keys() >= NAMED):
        raise ValueError(str(said)[:80])
    return PiyueError.of_dict(said) if "error" in said else said


NAMED = frozenset(("surface", "value", "value_max", "unit", "comparator", "direction", "kind", "article"))
"""The fields of a row that a line for people shows."""
QUANTITIES = PageWork("quantities", _found, list[Annotated[Row | PiyueError, Read(_row_of)]])
