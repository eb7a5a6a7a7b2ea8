"""`piyue alias`: names that mean the same in the ledger."""

from collections.abc import Mapping

from tui.cli.arguments import JSON, Option
from tui.cli.context import Context, shown
from tui.errors import NotFoundError
from tui.measure.aliases import Alias
from tui.store.files.aliases import AliasFile

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "alias": (
        Option(("kind",), "alias.kind", {"nargs": "?", "choices": ("indicator", "subject")}),
        Option(("written",), "alias.written", {"nargs": "?", "metavar": "WRITTEN"}),
        Option(("name",), "alias.name", {"nargs": "?", "metavar": "NAME"}),
        Option(("--page",), "alias.page", {"metavar": "P"}),
        JSON,
    ),
}
"""The arguments of each command."""


def alias(context: Context) -> None:
    """List the aliases, or add one."""
    arguments = context.arguments
    file = AliasFile(context.project)
    aliases = file.load()
    if arguments.kind is None:
        for known in aliases.all:
            if arguments.json:
                context.answer(known._asdict())
            else:
                parts = (known.kind, known.written, "=", known.name, known.page)
                context.line(shown("  ".join(filter(None, parts))))
        if not aliases.all:
            context.note(context.say("cli.alias.none"))
        return
    if not arguments.written or not arguments.name:
        raise NotFoundError("cli.alias.incomplete")
    page = "" if arguments.page is None else context.page_id(arguments.page)
    file.save(aliases.with_alias(Alias(arguments.kind, arguments.written, arguments.name, page)))
