"""`piyue check`: whether every annotation file fits its page, and what there is to ask."""

from typing import Any

from tui.cli.context import Context, shown
from tui.operations.check import CheckOptions, FileChecked
from tui.operations.check import check as checked
from tui.operations.findings import Finding


def check(context: Context) -> None:
    """Print what is wrong and what there is to ask; nothing where all is well.

    Only what is wrong makes it fail: a question has two good answers.
    """
    files, found = 0, False
    context.note_learned_borders()
    arguments = context.arguments
    for event in checked(context.project, options=CheckOptions(not arguments.no_model, arguments.jobs)):
        if isinstance(event, FileChecked):
            files += 1
            continue
        found = True
        if event.severity == "error":
            context.status = 1
        _print(context, event)
    if not context.arguments.json and not found:
        context.line(context.say("cli.checked", files=files))


def _print(context: Context, finding: Finding) -> None:
    reason = finding.reason.render(context.language)
    if context.arguments.json:
        row: dict[str, Any] = finding._asdict() | {"reason": reason}
        context.answer(row)
    else:
        quote = f"“{finding.text}”" if finding.text else ""
        parts = (finding.path, f"{finding.id} {quote}".strip(), reason)
        context.line(shown(": ".join(filter(None, parts))))
