"""What an export says of what it lost and of its end: the same on the command line and in the app."""

from collections.abc import Callable, Iterator

from tui.formats.common.loss_report import TALLIED, Loss
from tui.operations.export import Exported

SAID = 40
"""Losses that are said one by one where a file lists them all."""

Say = Callable[..., str]


def loss_line(loss: Loss, say: Say) -> str:
    """Return what a reader will not find, where, and why."""
    what = f"{say(f'what.{loss.what}')} {loss.id} “{loss.text}”"
    return say(f"cli.{loss.fate}", what=what, page=loss.page, reason=say(f"loss.{loss.reason}"))


def result_lines(done: Exported, target: str, say: Say, *, all_said: bool = False) -> Iterator[str]:
    """Yield how an export went, its counts last.

    Args:
        all_said: whether every loss was said already.
    """
    report = done.report
    if done.losses_file and report.losses > SAID and not all_said:
        yield say("cli.more_losses", count=report.losses - SAID, name=done.losses_file)
    for what in TALLIED:
        tally = report.tally(what)
        if tally["total"] != tally["whole"]:
            yield say("cli.tally", what=say(f"what.{what}"), **tally)
    if report.stateless:
        yield say("cli.states", count=report.stateless)
    if len(report.owners) > 1:
        yield say("cli.owners", names=", ".join(sorted(report.owners)))
    if done.left_out:
        yield say("cli.left_out", count=done.left_out)
    if done.alike:
        yield say("cli.alike", count=done.alike)
    if done.metric_file:
        yield say("cli.metrics", count=done.metrics, name=done.metric_file)
    elif done.metrics:
        yield say("cli.metrics_nowhere", count=done.metrics)
    counts = {what: report.seen[what] for what in ("article", "span", "relation")}
    yield say("cli.exported", path=target, losses=report.losses, **counts)
