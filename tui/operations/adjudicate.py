"""Adjudication without asking: what all annotators agree on, and what a majority has."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias, get_args

from tui.edit.session import Session
from tui.errors import NotFoundError, PiyueError, StoreError
from tui.measure.adjudication.article_labels import LabelDifference
from tui.measure.adjudication.decisions import take_agreed
from tui.measure.adjudication.differences import Difference, views
from tui.measure.adjudication.majority import majority_step
from tui.measure.adjudication.state import Adjudication
from tui.model import Article, Document
from tui.operations.annotators import documents_of, known_annotators, pages_annotated
from tui.operations.queue import visible_pages
from tui.store.annotator_names import FOLDER_NAME
from tui.store.project import Project

Rule: TypeAlias = Literal["agreed", "majority"]
RULES: tuple[Rule, ...] = get_args(Rule)


class AdjudicateOptions(NamedTuple):
    """Whose work becomes whose.

    Attributes:
        annotators: whose work is put together; at least two.
        into: the annotator that the result is of.
        rule: what is taken without asking: what all have, or also what most have.
        threshold: the part of the annotators that a majority needs.
    """

    annotators: tuple[str, ...]
    into: str
    rule: Rule = "agreed"
    threshold: float = 0.5


class ArticleAdjudicated(NamedTuple):
    """An article that all annotators have finished.

    Attributes:
        agreed: how many tags were taken that all have.
        majority: how many differences were settled by the majority.
        left: the differences that are left to a person.
        labels_left: those in labels of the article.
    """

    article: str
    agreed: int
    majority: int
    left: tuple[Difference, ...]
    labels_left: tuple[LabelDifference, ...] = ()


class ArticleLeftOut(NamedTuple):
    """An article that somebody has begun and not all have finished."""

    article: str


AdjudicateEvent: TypeAlias = ArticleAdjudicated | ArticleLeftOut | PiyueError


def checked(project: Project, options: AdjudicateOptions) -> AdjudicateOptions:
    """Return options that can be carried out.

    Raises:
        NotFoundError: one of the annotators has not annotated anything, or there are not two.
        StoreError: the result cannot be of an annotator called so.
    """
    names = known_annotators(project, options.annotators) if options.annotators else ()
    if len(names) < 2:
        raise NotFoundError("adjudicate.two")
    if options.into in names or not FOLDER_NAME.fullmatch(options.into):
        raise StoreError("adjudicate.into", name=options.into)
    return options._replace(annotators=names)


def finished_by_all(documents: Sequence[Document], annotators: Sequence[str], article: Article) -> bool:
    """Tell whether all annotators have finished an article."""
    return len(documents) == len(annotators) and all(
        document.progress_of(article.id).state == "done" for document in documents
    )


def adjudicate(project: Project, options: AdjudicateOptions) -> Iterator[AdjudicateEvent]:
    """Take what needs no person into the result and yield what is left; each page is saved at once.

    Raises:
        NotFoundError, StoreError: see `checked`.
    """
    options = checked(project, options)
    visible = visible_pages(project)
    for page in pages_annotated(project, options.annotators):
        try:
            if page in visible:
                yield from _adjudicate_page(project, page, options)
        except PiyueError as error:
            yield error


def _adjudicate_page(project: Project, page: str, options: AdjudicateOptions) -> Iterator[AdjudicateEvent]:
    documents = documents_of(project, page, options.annotators)
    before = project.documents.load(documents[0].page, options.into)
    session = Session(before)
    events: list[AdjudicateEvent] = []
    for article in documents[0].articles:
        if finished_by_all(documents, options.annotators, article):
            seen = views(article, documents, project.settings.annotation_schema)
            events.append(_adjudicate_article(session, Adjudication.of(seen), options))
        elif any(document.progress_of(article.id).state != "todo" for document in documents):
            events.append(ArticleLeftOut(article.id))
    if session.document is not before:
        project.save(session.document)
    yield from events


def _adjudicate_article(
    session: Session, adjudication: Adjudication, options: AdjudicateOptions
) -> ArticleAdjudicated:
    agreed = decided = 0
    if step := take_agreed(session, adjudication):
        session.apply(step)
        agreed = int(step.subject or 0)
    if options.rule == "majority" and (found := majority_step(session, adjudication, options.threshold)):
        session.apply(found[0])
        decided = found[1]
    left = tuple(adjudication.left(session.document))
    labels_left = tuple(adjudication.labels_left(session.document))
    return ArticleAdjudicated(adjudication.article.id, agreed, decided, left, labels_left)
