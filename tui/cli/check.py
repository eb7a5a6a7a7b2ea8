"""`piyue check`: checks every annotation file against its page, and lists questions about tags."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tui.cli.arguments import JSON, Option
from tui.cli.context import Context, shown
from tui.cli.sharding import PAGE_RUNS, page_runner
from tui.errors import ProjectError
from tui.operations.check import CheckOptions
from tui.operations.check import check as checked
from tui.operations.check_files import FileChecked
from tui.operations.findings import Finding
from tui.store.settings.model import FILE, Settings

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "check": (Option(("--model",), "check_model", {"action": "store_true"}), *PAGE_RUNS, JSON),
}
"""The arguments of each command."""
LISTED = 10
"""Tags of one label unknown to the project that people get a line for; an imported corpus has thousands."""


def check(context: Context) -> None:
    """Print what is wrong and what there is to ask; nothing where all is well.

    Only what is wrong makes it fail: a question has two good answers.
    """
    if _refuses_settings(context):
        return
    files, found, unknown = 0, False, Counter[str]()
    context.note_learned_borders()
    options = CheckOptions(context.arguments.model)
    with page_runner(context, "check") as runner:
        for event in checked(context.project, options=options, runner=runner):
            if isinstance(event, FileChecked):
                files += 1
                continue
            found = True
            if event.severity == "error":
                context.status = 1
            if event.kind == "label" and not context.arguments.json:
                said = event.reason.values.get("label")  # a label that cannot be an id may hold blanks
                label = str(said or event.text.partition(" ")[0])
                unknown[label] += 1
                if unknown[label] > LISTED:
                    continue
            _print(context, event)
    for label, count in unknown.items():
        if count > LISTED:
            context.line(shown(context.say("cli.check.more", label=label, count=count - LISTED)))
    if not context.arguments.json and not found and runner.mode != "shard":
        context.line(context.say("cli.checked", files=files))


def _refuses_settings(context: Context) -> bool:
    """Print all for which the app would refuse the settings; return whether there is anything."""
    from tui.app.keys.resolve import key_errors

    errors: Sequence[ProjectError]
    try:
        settings = context.project.settings
        errors = key_errors(settings.keys, settings.labels, settings.preset)
    except ProjectError as error:
        errors = getattr(error, "all", (error,))  # of a `SettingsError`
        context.project.settings = Settings()  # there is no language to speak in them
    for each in errors:
        context.status = 1
        _print(context, Finding("settings", "", "", FILE, each))
    return bool(errors)


def _print(context: Context, finding: Finding) -> None:
    if context.arguments.json:
        row: dict[str, Any] = finding._asdict() | {"reason": finding.reason.render(context.language)}
        context.answer(row)
    else:
        context.line(shown(finding.line(context.language, context.project.settings.annotation_schema)))
