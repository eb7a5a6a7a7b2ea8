"""The metrics of a project as rows, compared with each other."""

from collections.abc import Iterable

from tui.errors import PiyueError
from tui.measure.facts import compared
from tui.measure.ledger import Row, rows
from tui.model import Document
from tui.store.dates import base_for
from tui.store.files.aliases import load_aliases
from tui.store.project import Project


def ledger_rows(project: Project, documents: Iterable[Document]) -> tuple[list[Row], list[PiyueError]]:
    """Return the rows of documents, and what kept some of them from being read.

    Raises:
        PiyueError: the aliases cannot be read.
    """
    aliases, schema = load_aliases(project), project.settings.annotation_schema
    found, refused = list[Row](), list[PiyueError]()
    for document in documents:
        try:
            found.extend(rows(document, aliases, base_for(project, document), schema))
        except PiyueError as error:
            refused.append(error)
    return compared(found), refused
