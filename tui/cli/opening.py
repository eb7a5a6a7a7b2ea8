"""The app, and new projects."""

from tui.cli.context import Context, shown
from tui.store.project import Project


def open_app(context: Context) -> None:
    """`piyue open`: the terminal app."""
    article = context.arguments.article
    if article is not None:
        page, mark, number = article.rpartition("#")
        if mark:
            article = f"{context.page_id(page)}#{number}"
    project = context.project
    from tui.app import run

    context.status = run(project, article)


def init(context: Context) -> None:
    """`piyue init`: a project folder."""
    context.project = Project.create(context.arguments.dir)
    context.line(shown(context.say("cli.made", folder=context.project.root)))
