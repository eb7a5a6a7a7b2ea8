"""`piyue init`: a project folder."""

from collections.abc import Mapping
from pathlib import Path

from tui.cli.arguments import Option
from tui.cli.context import Context, shown
from tui.store.project import Project

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "init": (
        Option(("dir",), "dir", {"type": Path, "metavar": "DIR"}),
        Option(("--git",), "init_git", {"action": "store_true"}),
    ),
}
"""The arguments of each command."""


def init(context: Context) -> None:
    """Make a project folder with an example page."""
    context.project = Project.create(context.arguments.dir)
    if context.arguments.git:
        from tui.operations.merge import set_up_git

        set_up_git(context.project.root, begin=True)
    context.line(shown(context.say("cli.made", folder=context.project.root)))
