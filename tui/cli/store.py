"""`piyue store`: annotations on a team's server."""

from collections.abc import Mapping

from tui.cli.arguments import Option
from tui.cli.context import Context, shown
from tui.errors import ProjectError
from tui.operations.queue import tell_queue
from tui.store.backend import copy
from tui.store.files.backend import FilesBackend
from tui.store.postgres.backend import PostgresBackend
from tui.store.project import ANNOTATIONS
from tui.store.settings.user import settings_path, user_settings

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "store": (
        Option(("action",), "store", {"choices": ("setup", "copy")}),
        Option(("--to",), "store_to", {"choices": ("server", "files"), "default": "server"}),
        Option(("--url",), "store_url", {"metavar": "URL"}),
        Option(("--admit",), "store_admit", {"action": "append", "metavar": "ROLE=NAME"}),
    ),
}
"""The arguments of each command."""


def store(context: Context) -> None:
    """Set a server up, admit somebody, or copy the records of a project there or back."""
    arguments, project = context.arguments, context.project
    url = arguments.url or user_settings().store.url
    if not url:
        raise ProjectError("store.no_server", path=settings_path())
    server = PostgresBackend(url, project.settings.project.name or project.root.name)
    files = FilesBackend(project.root / ANNOTATIONS)
    try:
        if arguments.action == "setup":
            server.set_up()
            for name in arguments.admit or ():
                role, _, annotator = name.partition("=")
                server.admit(role, annotator or role)
            context.line(shown(context.say("cli.store.set_up", project=server.project)))
        else:
            source, target = (server, files) if arguments.to == "files" else (files, server)
            count = copy(source, target)
            if target is server:
                tell_queue(project, server.queue)
            context.line(shown(context.say("cli.store.copied", count=count, to=arguments.to)))
    finally:
        server.close()
