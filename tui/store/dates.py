"""The date that a page counts from."""

from tui.model import Document
from tui.quantities.periods import Base, base_of, date_in, dateline
from tui.store.project import Project

_MASTHEAD = 12
"""Lines at a page's beginning in which its date may stand."""


def base_for(project: Project, document: Document) -> Base | None:
    """Return the date that a page counts from, as far as it is known.

    What was given by hand comes first, then the settings, what its table says of it, its name, its masthead.
    """
    page, dates = document.page, project.settings.dates
    prefixes = sorted((key for key in dates if page.id.startswith(key)), key=len, reverse=True)
    for written in (document.corrections.date, *(dates[prefix] for prefix in prefixes)):
        if base := base_of(written):
            return base
    told = date_in(page.about.get("date", ""))
    return told or dateline(page.id, page.text.split("\n", _MASTHEAD)[:_MASTHEAD])
