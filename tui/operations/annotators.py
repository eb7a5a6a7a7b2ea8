"""The annotators of a project and their version of a page."""

from collections.abc import Iterator, Sequence

from tui.errors import NotFoundError
from tui.model import Document
from tui.store.project import ANNOTATIONS, Project

ALL = "all"
"""What stands for everybody where annotators are named."""


def owners_of(project: Project, page: str, annotators: Sequence[str]) -> list[str]:
    """Return which of some annotators have decided anything on a page, in their order.

    Raises:
        StoreError: the server is away.
    """
    if project.server is not None:
        there = project.server.owners(page)
        return [name for name in annotators if name in there]
    folder = project.root / ANNOTATIONS
    return [name for name in annotators if (folder / name / f"{page}.json").exists()]


def documents_of(project: Project, page: str, annotators: Sequence[str]) -> list[Document]:
    """Return a page as each of some annotators has it who has decided anything on it, in their order.

    Raises:
        PiyueError: the page or a file cannot be read.
    """
    names = owners_of(project, page, annotators)
    if not names:
        return []
    source = project.page(page)
    return [project.documents.load(source, name) for name in names]


def known_annotators(project: Project, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the annotators that are asked for, each once; without any the team's, else all who have tagged.

    The result of adjudication is compared with nobody, unless it is asked for.

    Raises:
        NotFoundError: one of them has not annotated anything.
    """
    known = project.records.annotators()
    for name in wanted:
        if name not in known:
            key = "annotator.unknown" if known else "annotator.nobody"
            raise NotFoundError(key, name=name, known=", ".join(known))
    team = project.settings.team
    named = [name for name in team.annotators if name in known]
    others = [name for name in known if name != team.result]
    return tuple(dict.fromkeys(wanted)) or tuple(named) or tuple(others)


def chosen_annotators(project: Project, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the annotators that are asked for, each once; `all` is everybody but the result of adjudication.

    Without any, who works here. For commands and exports that take several annotators.

    Raises:
        NotFoundError: one of them has not annotated anything.
    """
    known = project.records.annotators()
    if ALL in wanted and ALL not in known:
        result = project.settings.team.result
        return tuple(name for name in known if name != result) or (project.annotator,)
    return known_annotators(project, wanted) if wanted else (project.annotator,)


def is_lead(project: Project, person: str = "") -> bool:
    """Tell whether somebody, by default who works here, leads the team; without a team everybody does."""
    team = project.settings.team
    return not team.people or (person or project.annotator) in team.leads


def pages_annotated(project: Project, annotators: Sequence[str]) -> Iterator[str]:
    """Yield the pages, in order, on which at least one of some annotators has decided anything.

    Raises:
        StoreError: the server is away.
    """
    begun = {page for name in annotators for page in project.backend.pages(name)}
    yield from (page for page in project.page_ids() if page in begun)
