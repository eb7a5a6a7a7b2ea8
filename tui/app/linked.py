"""Where a relation of the open article may lead, and words that become its tail."""

from tui.app import acts
from tui.app.work import Work
from tui.edit import AddSpan, steps
from tui.errors import PiyueError
from tui.measure.aliases import KINDS
from tui.model import RelationType, Segment, Span
from tui.suggest.tails import Habits, Name, Tail, habits, label_for, tails


def likely(work: Work, head: Span, type_: RelationType) -> tuple[Tail, ...]:
    """Return what a relation may lead to, the likeliest first."""
    if work.shown is None:
        return ()
    opened, reading = work.shown.opened, work.shown.view.reading
    names = _names(work, type_)
    known, labels = _habits(work, type_, names), work.desk.schema.labels
    return tuple(tails(opened.document, opened.article, reading, head, type_, known, names, labels))


def fitting_label(work: Work, type_: RelationType) -> str | None:
    """Return the label that words get as the tail of a relation; None: a person has to say it."""
    return label_for(type_, work.desk.schema.labels.by_id, _habits(work, type_, str))


def _habits(work: Work, type_: RelationType, names: Name) -> Habits:
    return habits(work.desk.known(), type_.id, names)


def _names(work: Work, type_: RelationType) -> Name:
    """Return what the aliases call a text; where they cannot be read, it is called as it is written."""
    kind = next((kind for kind in KINDS if kind == type_.role), None)
    if kind is None or work.shown is None:
        return str
    from tui.store.files.aliases import load_aliases

    page = work.shown.opened.document.page.id
    try:
        aliases = load_aliases(work.desk.project)
    except PiyueError as error:
        work.tell(error.render(work.language), alarm=True)
        return str
    return lambda text: aliases.name(kind, text, page)


def tag_of(work: Work, target: Segment, head: Span, type_: RelationType) -> Span | None:
    """Return the tag that has exactly a range of the view and may be the tail."""
    if work.shown is None:
        return None
    reading = work.shown.view.reading
    for span in work.shown.opened.document.spans:
        if reading.project(span.segments) == (target,) and type_.allows(head.label, span.label):
            return span
    return None


def relate_words(work: Work, head: Span, type_: str, target: Segment, label: str) -> None:
    """Tag a range of the view and join it to a tag: one step."""
    if work.shown is None:
        return
    opened, view = work.shown.opened, work.shown.view
    try:
        tagged, _ = acts.tag(opened, view, target, label, work.desk.schema)
        made = tagged.changes[-1]
        assert isinstance(made, AddSpan)
        related = steps.relate(opened.session, opened.article.id, type_, head, made.span)
    except PiyueError as error:
        work.tell(error.render(work.language), alarm=True)
        return
    work.do(related._replace(changes=(*tagged.changes, related.changes[-1])))
