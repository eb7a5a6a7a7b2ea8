"""Possible tails of a relation in the open article: tags, and words that would become tags."""

from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.measure.aliases import KINDS
from tui.model import RelationType, Segment, Span
from tui.store.files.aliases import load_aliases
from tui.suggest.relation_history import Name, RelationHistory, label_for, relation_history
from tui.suggest.tail_ranking import Tail, ranked_tails


def likely_tails(workspace: Workspace, head: Span, type_: RelationType) -> tuple[Tail, ...]:
    """Return what a relation may lead to, the likeliest first."""
    if workspace.shown is None:
        return ()
    opened, reading = workspace.shown.opened, workspace.shown.view.reading
    names = _names(workspace, type_)
    known, labels = _history(workspace, type_, names), workspace.documents.schema.labels
    return tuple(ranked_tails(opened.document, opened.article, reading, head, type_, known, names, labels))


def label_of_words(workspace: Workspace, type_: RelationType) -> str | None:
    """Return the label that words get as the tail of a relation; None: a person has to say it."""
    return label_for(type_, workspace.documents.schema.labels.by_id, _history(workspace, type_, str))


def _history(workspace: Workspace, type_: RelationType, names: Name) -> RelationHistory:
    return relation_history(workspace.documents.known(), type_.id, names)


def _names(workspace: Workspace, type_: RelationType) -> Name:
    """Return what the aliases call a text; where they cannot be read, it is called as it is written."""
    kind = next((kind for kind in KINDS if kind == type_.role), None)
    if kind is None or workspace.shown is None:
        return str
    page = workspace.shown.opened.document.page.id
    try:
        aliases = load_aliases(workspace.documents.project)
    except PiyueError as error:
        workspace.tell(error.render(workspace.language), alarm=True)
        return str
    return lambda text: aliases.name(kind, text, page)


def tag_at_range(workspace: Workspace, target: Segment, head: Span, type_: RelationType) -> Span | None:
    """Return the tag that has exactly a range of the view and may be the tail."""
    if workspace.shown is None:
        return None
    reading = workspace.shown.view.reading
    for span in workspace.shown.opened.document.spans:
        if reading.project(span.segments) == (target,) and type_.allows(head.label, span.label):
            return span
    return None


def tag_around(workspace: Workspace, target: Segment, head: Span, type_: RelationType) -> Span | None:
    """Return the shortest tag that a range of the view stands in and that may be the tail."""
    if workspace.shown is None:
        return None
    reading = workspace.shown.view.reading
    ranges = ((span, reading.project(span.segments)) for span in workspace.shown.opened.document.spans)
    found = [
        span
        for span, parts in ranges
        if any(start <= target[0] and target[1] <= end for start, end in parts)
        and span.id != head.id
        and type_.allows(head.label, span.label)
    ]
    return min(found, key=lambda span: len(span.text), default=None)
