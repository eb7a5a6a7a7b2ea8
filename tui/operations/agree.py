"""Agreement over all pages on which two annotators have worked."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from tui.errors import NotFoundError, PiyueError
from tui.measure.agreement.corpus import Corpus
from tui.operations.annotators import documents_of, known_annotators, pages_annotated
from tui.operations.queue import visible_pages
from tui.store.project import Project


class AgreeOptions(NamedTuple):
    """What is compared.

    Attributes:
        annotators: whose work; none: the team's, else everybody's.
        labels: tags with these labels; none: all.
    """

    annotators: tuple[str, ...] = ()
    labels: frozenset[str] = frozenset()


class PageHidden(NamedTuple):
    """A page was left out: who asks has not finished it and must not see what others tagged."""

    page: str


AgreeEvent: TypeAlias = PageHidden | PiyueError | Corpus


def agree(project: Project, options: AgreeOptions) -> Iterator[AgreeEvent]:
    """Yield what was left out and what could not be read, then, last, the agreement.

    Raises:
        NotFoundError: there are not two annotators, or one has not annotated anything.
    """
    names = known_annotators(project, options.annotators)
    if len(names) < 2:
        raise NotFoundError("agree.two" if names else "annotator.nobody", known=", ".join(names))
    corpus, visible = (
        Corpus(names, project.settings.annotation_schema, options.labels),
        visible_pages(project),
    )
    for page in pages_annotated(project, names):
        if page not in visible:
            yield PageHidden(page)
            continue
        try:
            corpus.add(documents_of(project, page, names))
        except PiyueError as error:
            yield error
    yield corpus
