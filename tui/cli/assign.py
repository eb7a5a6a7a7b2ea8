"""`piyue assign`: assigns pages to annotators, or takes them back."""

from collections.abc import Mapping

from tui.cli.arguments import JSON, Option, integer, whole_number
from tui.cli.context import Context, shown
from tui.errors import PiyueError
from tui.operations.assign import AssignOptions, unassign
from tui.operations.assign import assign as assigned

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "assign": (
        Option(("pages",), "assign_pages", {"nargs": "*", "metavar": "PAGE"}),
        Option(("--all",), "assign_all", {"action": "store_true"}),
        Option(("--to",), "to", {"required": True, "metavar": "NAME,…"}),
        Option(("--overlap",), "overlap", {"type": whole_number, "metavar": "N"}),
        Option(("--by",), "by_load", {"choices": ("load", "random"), "default": "load"}),
        Option(("--seed",), "assign_seed", {"type": integer, "default": 0, "metavar": "N"}),
        Option(("--remove",), "unassign", {"action": "store_true"}),
        JSON,
    ),
}
"""The arguments of each command."""


def assign(context: Context) -> None:
    """Print what was given to whom, a line each; nothing new is said."""
    arguments = context.arguments
    if not arguments.pages and not arguments.all:
        raise PiyueError("team.pages")
    project = context.project
    pages = project.page_ids() if arguments.all else [context.page_id(page) for page in arguments.pages]
    people = tuple(name for part in arguments.to.split(",") if (name := part.strip()))
    if arguments.remove:
        found = unassign(project, pages, people)
    else:
        overlap = arguments.overlap or project.settings.team.overlap
        found = assigned(project, pages, AssignOptions(people, overlap, arguments.by, arguments.seed))
        if arguments.overlap and (count := len({*people})) < overlap:
            context.note(context.say("cli.assigned.few", count=count, overlap=overlap))
    for each in found:
        if arguments.json:
            context.answer(each._asdict())
        else:
            context.line(shown(context.say("cli.assigned", **each._asdict())))
    if not found:
        context.note(context.say("cli.unassigned.none" if arguments.remove else "cli.assigned.none"))
