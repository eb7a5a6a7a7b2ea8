"""`piyue backup`: writes one verified archive of a project."""

from collections.abc import Mapping
from pathlib import Path

from tui.cli.arguments import Option
from tui.cli.context import Context, shown
from tui.operations.backup import back_up

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "backup": (Option(("-o", "--output"), "archive_output", {"type": Path, "metavar": "FILE"}),),
}
"""The arguments of each command."""


def backup(context: Context) -> None:
    """Write the archive, and say what is not in it."""
    made = back_up(context.project, context.arguments.output)
    context.line(shown(context.say("cli.backed_up", files=made.files, path=made.path)))
    if made.on_server:
        context.note(context.say("cli.server_not_backed_up"))
    if made.left_out:
        context.note(context.say("cli.not_backed_up", names=", ".join(made.left_out[:20])))
