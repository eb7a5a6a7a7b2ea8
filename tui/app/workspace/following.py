"""Which article comes next."""

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
    article = workspace.shown.opened.article
    if workspace.documents.holding(article.page) != "mine":
        return None
    return workspace.documents.next_open_on(article.page, article.id)


def next_open(workspace: Workspace) -> str | None:
    """Return the next article that is neither done nor skipped."""
    if workspace.shown is None:
        return None
    return workspace.documents.next_open(workspace.shown.opened.article.id)
