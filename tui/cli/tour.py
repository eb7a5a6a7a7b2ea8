"""`piyue tour`: a lesson in the app on a project that is thrown away."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.cli.arguments import Option
from tui.cli.context import Context
from tui.operations.init import make_project
from tui.store.template import Choices
from tui.texts import say

OPTIONS: Mapping[str, tuple[Option, ...]] = {"tour": ()}
"""The arguments of each command."""
ANNOTATOR = "tour"


def tour(context: Context) -> None:
    """Open the app on an example page, with a line that says what to do next."""
    from tui.app import run

    with TemporaryDirectory(prefix="piyue-tour-") as folder:
        project = make_project(Path(folder) / "tour", Choices())
        project.annotator = ANNOTATOR
        context.status = run(project, asked=context.arguments.lang, tour=True)
    context.line(say("tour.over", context.spoken))
