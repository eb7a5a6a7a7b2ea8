"""`piyue keys`: prints the key map of the project."""

from collections.abc import Mapping

from tui.app.keys.display import display
from tui.app.keys.key_map import GROUPS
from tui.app.keys.resolve import resolve
from tui.cli.arguments import Option
from tui.cli.context import Context, shown

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "keys": (),
}
"""The arguments of each command."""


def keys(context: Context) -> None:
    """Print the keys of labels, then those of actions group by group, each with its id."""
    settings = context.project.settings
    rows = resolve(settings.keys, settings.labels, settings.preset)
    language = context.language
    table = [(context.say("help.labels"), "")]
    table += [
        (label.key, f"{label.id}  {label.zh if language == 'zh' else label.en}")
        for label in settings.labels.labels
    ]
    for group in GROUPS:
        table += [("", ""), (context.say(f"group.{group}"), "")]
        for row in rows:
            if row.group == group:
                where = f" ({context.say('help.list')})" if row.context == "list" else ""
                text = f"{context.say(f'key.{row.id}')}{where}  [{row.id}]"
                table.append(("  ".join(map(display, row.keys)), text))
    for left, right in table:
        context.line(shown(f"{left:<26}{right}".rstrip() if right else left))
