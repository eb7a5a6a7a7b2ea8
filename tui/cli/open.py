"""`piyue open`: the terminal app."""

from collections.abc import Mapping

from tui.cli.arguments import ARTICLE, Option
from tui.cli.context import Context

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "open": (ARTICLE,),
}
"""The arguments of each command."""


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
