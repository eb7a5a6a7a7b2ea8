"""Names in the ledger that are declared to mean the same."""

from collections.abc import Iterable

from tui.app.dialogs.pick import Choice
from tui.app.widgets.glyphs import visible
from tui.measure.aliases import Alias, AliasKind
from tui.measure.ledger import Row
from tui.store.files.aliases import AliasFile
from tui.store.project import Project

POINTING = ("该", "本", "全", "此", "我", "其")
"""What begins with these means something else on another page."""


def names_for(rows: Iterable[Row], row: Row, kind: AliasKind) -> list[Choice]:
    """Return the names that a row's indicator or subject can be declared to mean."""
    name, written = getattr(row, kind), getattr(row, f"{kind}_text")
    others = sorted({getattr(one, kind) for one in rows} - {name, ""})
    if name != written and written not in others:
        others.append(written)
    return [Choice(other, visible(other), (other,)) for other in others]


def declare(project: Project, kind: AliasKind, row: Row, chosen: str) -> str:
    """Call a row's name as another one, and return what was declared; its own words undo that.

    Raises:
        PiyueError: the aliases cannot be read or saved.
    """
    name, written = getattr(row, kind), getattr(row, f"{kind}_text")
    said = written if chosen == written else name
    file = AliasFile(project)
    page = row.page if said.startswith(POINTING) else ""
    file.save(file.load().with_alias(Alias(kind, said, chosen, page)))
    return f"{said} = {chosen}"
