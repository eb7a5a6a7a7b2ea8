"""The metrics of a project as rows, compared with each other."""

from collections.abc import Iterable

from tui.errors import PiyueError
from tui.measure.aliases import Aliases
from tui.measure.facts import compared
from tui.measure.ledger import Row, rows
from tui.model import Document
from tui.store.dates import base_for
from tui.store.project import Project


def ledger_rows(
    project: Project, documents: Iterable[Document], aliases: Aliases
) -> tuple[list[Row], list[PiyueError]]:
    """Return the rows of documents, and what kept some of them from being read."""
    schema = project.settings.annotation_schema
    found, refused = list[Row](), list[PiyueError]()
    for document in documents:
        try:
            found.extend(rows(document, aliases, base_for(project, document), schema))
        except PiyueError as error:
            refused.append(error)
    return compared(found), refused
