"""Which article comes next."""

from tui.app.workspace.documents import Documents
from tui.app.workspace.workspace import Workspace


def next_text(workspace: Workspace) -> str | None:
    """Return the text of the next article, as it would be shown."""
    article = workspace.neighbour(1)
    if article is None:
        return None
    return workspace.documents.open(article, workspace.view_kind).view().reading.text


def next_of_mine(workspace: Workspace) -> str | None:
    """Return the next open article of the page that is shown, if it is mine."""
    if workspace.shown is None:
        return None
    article, documents = workspace.shown.opened.article, workspace.documents
    if documents.holding(article.page) != "mine":
        return None
    return next_open_on(documents, article.page, article.id)


def next_open(documents: Documents, article: str) -> str | None:
    """Return the next article, wrapping round, that is neither done nor skipped; None: there is none.

    Where pages were assigned, those that I have begun come first, then those that I was given, then free
    ones; those of others never do.
    """
    if documents.project.pages.are_few:
        for page in documents.pages:
            documents.articles(page)
    return documents.listed().next_open(article, documents.turns.rank if documents.turns else None)


def next_open_on(documents: Documents, page: str, after: str = "") -> str | None:
    """Return the next article of a page, wrapping round, that is neither done nor skipped."""
    document = documents.session(page).document
    ids = [article.id for article in document.articles]
    at = ids.index(after) + 1 if after in ids else 0
    order = ids[at:] + ids[: max(0, at - 1)]
    return next((id_ for id_ in order if document.progress_of(id_).state in ("todo", "doing")), None)
