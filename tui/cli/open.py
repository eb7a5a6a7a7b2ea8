"""`piyue open`: the terminal app."""

from tui.cli.context import Context


def open_app(context: Context) -> None:
    """Open the app, at an article if one is named."""
    article = context.arguments.article
    if article is not None:
        page, mark, number = article.rpartition("#")
        if mark:
            article = f"{context.page_id(page)}#{number}"
    project = context.project
    from tui.app import run

    context.status = run(project, article)
