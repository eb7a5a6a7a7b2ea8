"""`piyue backup`: one verified archive of all that a project needs."""

from tui.cli.context import Context, shown
from tui.operations.backup import back_up


def backup(context: Context) -> None:
    """Write the archive, and say what is not in it."""
    made = back_up(context.project, context.arguments.output)
    context.line(shown(context.say("cli.backed_up", files=made.files, path=made.path)))
    if made.on_server:
        context.note(context.say("cli.server_not_backed_up"))
    if made.left_out:
        context.note(context.say("cli.not_backed_up", names=", ".join(made.left_out[:20])))
