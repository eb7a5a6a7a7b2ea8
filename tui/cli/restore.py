"""`piyue restore`: lists generations, restores one, or unpacks a backup."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from tui.cli.arguments import JSON, Option, integer
from tui.cli.context import Context, shown
from tui.operations.backup import unpack
from tui.operations.restore import OlderState, older_states
from tui.operations.restore import restore as bring_back

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "restore": (
        Option(("page",), "restore_page", {"nargs": "?", "metavar": "PAGE"}),
        Option(("generation",), "generation", {"nargs": "?", "type": integer, "metavar": "N"}),
        Option(("--archive",), "archive", {"type": Path, "metavar": "FILE"}),
        Option(("-o", "--output"), "unpack", {"type": Path, "metavar": "DIR"}),
        JSON,
    ),
}
"""The arguments of each command."""


def restore(context: Context) -> None:
    """List generations, bring one back, or unpack a backup."""
    arguments = context.arguments
    if arguments.archive is not None:
        context.project, count = unpack(arguments.archive, arguments.output)
        context.line(shown(context.say("cli.unpacked", files=count, folder=context.project.root)))
    elif arguments.generation is not None:
        page = bring_back(context.project, arguments.page, arguments.generation)
        context.line(shown(context.say("cli.restored", page=page, number=arguments.generation)))
    else:
        states = older_states(context.project, arguments.page)
        first = next(states, None)
        if first is None:
            _say_none(context)
            return
        for state in chain((first,), states):
            _print(context, state)


def _say_none(context: Context) -> None:
    """Say whose states there are none of, of which pages."""
    name, page = context.project.annotator, context.arguments.page or ""
    key = "cli.no_generation_of" if page else "cli.no_generation"
    context.note(context.say(key, name=name, page=page))


def _print(context: Context, state: OlderState) -> None:
    if context.arguments.json:
        context.answer(state._asdict())
    else:
        context.line(shown(context.say("cli.generation", **state._asdict())))
