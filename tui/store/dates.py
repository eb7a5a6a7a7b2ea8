"""The base date of a page and of an article on it."""

from functools import lru_cache

from tui.model import Document
from tui.quantities.periods import Base, base_of, date_in, dateline
from tui.store.project import Project

_MASTHEAD = 12
"""Lines at a page's beginning in which its date may stand."""
_LONGEST = 80
"""Characters of a line that may be one of a masthead or folio."""
_TOLD = ("date", "source")
"""What a table says of a page that may hold its date, the surest first."""


def base_for(project: Project, document: Document) -> Base | None:
    """Return the date that a page counts from, as far as it is known.

    What was given by hand comes first, then the settings, what its table says of it (its date, its source),
    its name, its masthead, a folio line further down (《东屏日报》（2023年05月12日 02版）).
    """
    page, dates = document.page, project.settings.dates
    prefixes = sorted((key for key in dates if page.id.startswith(key)), key=len, reverse=True)
    for written in (document.corrections.date, *(dates[prefix] for prefix in prefixes)):
        if base := base_of(written):
            return base
    for name in _TOLD:
        told = page.about.get(name, "")
        if base := date_in(told) or dateline("", [told]):
            return base
    return _printed(page.id, page.text)


@lru_cache(maxsize=64)  # asked anew for each tag on the screen
def _printed(page_id: str, text: str) -> Base | None:
    """Return the date that a page's name, its masthead or a folio line gives."""
    lines = text.split("\n")
    short = (line for line in lines if len(line) <= _LONGEST)
    return dateline(page_id, lines[:_MASTHEAD]) or dateline(page_id, short)
