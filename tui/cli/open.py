"""`piyue open`: the terminal app, on a project or on texts."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.cli.arguments import ARTICLE, Option
from tui.cli.context import Context, shown
from tui.errors import NotFoundError, PiyueError
from tui.store.project import Project

STDIN = Path("-")
KEYBOARD = "CONIN$" if os.name == "nt" else "/dev/tty"

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "open": (
        Option(("texts",), "texts", {"nargs": "*", "type": Path, "metavar": "FILE"}),
        ARTICLE,
        Option(("--transcript",), "transcript", {"action": "store_true"}),
    ),
}
"""The arguments of each command."""


def open_app(context: Context) -> None:
    """Open the app, at an article or at texts if some are named."""
    article = context.arguments.article
    if context.arguments.texts:
        article = _open_texts(context, context.arguments.texts) or article
    elif article is not None:
        page, mark, number = article.rpartition("#")
        if mark:
            article = f"{context.page_id(page)}#{number}"
    project = context.project
    from tui.app import run

    context.status = run(
        project, article, asked=context.arguments.lang, transcript=context.arguments.transcript
    )
    from tui.store.scratch import is_scratch

    if is_scratch(project):
        _say_where(context, project)


def _open_texts(context: Context, paths: Sequence[Path]) -> str | None:
    """Open the project of these texts; return the article to begin with, None: where one left off."""
    from tui.operations.open_texts import open_texts
    from tui.store.scratch import open_scratch_text

    if STDIN in paths:
        if len(paths) > 1:
            raise NotFoundError("open.stdin_alone")
        found, page = open_scratch_text(_stdin()), None
    else:
        found, page = open_texts(paths, context.arguments.project)
    context.project = found
    if context.arguments.annotator is not None:
        found.annotator = context.arguments.annotator
    if context.arguments.lang is not None:
        found.settings = found.settings.replaced(language=context.arguments.lang)
    if page is None:
        return None
    articles = found.documents.division(found.page(page)).articles
    return articles[0].id if articles else None


def _stdin() -> bytes:
    """Return what comes from stdin, and take keys from the terminal from now on."""
    if sys.stdin.isatty():
        raise PiyueError("open.stdin_terminal")
    data = sys.stdin.buffer.read()
    try:
        keyboard = os.open(KEYBOARD, os.O_RDWR)
    except OSError as error:
        raise PiyueError("app.no_terminal") from error
    os.dup2(keyboard, sys.stdin.fileno())
    os.close(keyboard)
    return data


def _say_where(context: Context, project: Project) -> None:
    """Say where the tags of a scratch project are, and how to keep them; without any it goes away."""
    from tui.store.scratch import forget_untouched

    forget_untouched(project)
    if project.root.is_dir():
        context.line(shown(context.say("open.kept", folder=project.root, name=project.root.name)))
