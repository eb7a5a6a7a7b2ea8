"""Which documents an export of several annotators has: those in which somebody left a trace."""

from collections.abc import Callable

import pytest

from tests.operations.conftest import NOON, done, tagged
from tui.edit.orphans import AddOrphan
from tui.model import Document, Relation, Span
from tui.operations.export_documents import ChosenDocuments
from tui.store.project import Project

LOST = Span(id="x", label="ORG", segments=((0, 2),), text="别的", created=NOON, updated=NOON)


def with_tag(document: Document) -> Document:
    return tagged(document, document.page.text[:2], "LOC")


def with_relation(document: Document) -> Document:
    both = tagged(with_tag(document), document.page.text[2:3], "ORG")
    head, tail = both.spans
    return both.replaced(relations=(Relation(id="r", label="subject", head=head.id, tail=tail.id),))


def with_lost_tag(document: Document) -> Document:
    return AddOrphan(span=LOST).apply(document)[0]


@pytest.mark.parametrize(
    ("change", "is_there"),
    [(with_tag, True), (with_relation, True), (done, True), (with_lost_tag, True), (None, False)],
)
def test_of_several_annotators_a_page_is_exported_of_those_who_touched_it(
    project: Project, change: Callable[[Document], Document] | None, is_there: bool
) -> None:
    first, second, *_ = project.page_ids()
    for page in (first, second):
        project.save(done(project.document(page, "ling")))
    project.save(done(project.document(second, "wang")))
    if change is not None:
        project.save(change(project.document(first, "wang")))
    found = list(ChosenDocuments(project, ("ling", "wang")).on((first, second)))
    assert [(one.page.id, one.annotator) for one in found if isinstance(one, Document)] == [
        (first, "ling"),
        *([(first, "wang")] if is_there else []),
        (second, "ling"),
        (second, "wang"),
    ]
