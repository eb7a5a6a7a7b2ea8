"""`piyue report`: the team's figures as one HTML file."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tui.cli.arguments import ANNOTATORS, Option
from tui.cli.context import Context, shown
from tui.cli.stats import asked, team_stats
from tui.measure.agreement.corpus import Corpus
from tui.operations.agree import AgreeOptions, agree
from tui.operations.annotators import ALL
from tui.operations.report import write_report

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "report": (
        ANNOTATORS,
        Option(
            ("-o", "--output"),
            "report_output",
            {"type": Path, "default": "report.html", "metavar": "FILE"},
        ),
    ),
}
"""The arguments of each command."""


def report(context: Context) -> None:
    """Write the figures of those who are asked for, else of everybody."""
    arguments = context.arguments
    context.is_long = True
    context.check_output(arguments.output)
    if not arguments.annotators:
        arguments.annotators = [ALL]
    names = asked(context)
    found = team_stats(context, names)
    name = context.project.settings.project.name or context.project.root.name
    corpus = _agreement(context, names) if len(names) > 1 else None
    now = datetime.now().astimezone()
    write_report(arguments.output, name, found, corpus, context.say, context.names, now)
    context.line(shown(context.say("cli.reported", path=arguments.output)))


def _agreement(context: Context, names: tuple[str, ...]) -> Corpus | None:
    events = agree(context.project, AgreeOptions(names))
    return next((event for event in events if isinstance(event, Corpus)), None)
