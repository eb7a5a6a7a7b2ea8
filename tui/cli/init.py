"""`piyue init`: a project folder."""

from tui.cli.context import Context, shown
from tui.store.project import Project


def init(context: Context) -> None:
    """Make a project folder with an example page."""
    context.project = Project.create(context.arguments.dir)
    if context.arguments.git:
        from tui.operations.merge import set_up_git

        set_up_git(context.project.root, begin=True)
    context.line(shown(context.say("cli.made", folder=context.project.root)))
