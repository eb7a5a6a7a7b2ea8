"""`piyue export`: writes the annotations as a training set, and says on stderr what is not in it."""

import os
import sys
from datetime import UTC, datetime

from tui.cli.context import Context
from tui.cli.streams import STDOUT, stdout, stream_to
from tui.formats.common.loss_report import TALLIED, Loss
from tui.formats.registry import Options
from tui.operations import export as operation
from tui.operations.events import Failed, Hidden, Lost, Progress
from tui.operations.export import LOSSES, Exported, ExportOptions

SAID = 40
"""Losses that are said one by one where a file lists them all."""


def export(context: Context) -> None:
    """Write the articles."""
    arguments = context.arguments
    context.is_long = arguments.output != STDOUT or not sys.stdout.isatty()
    if arguments.config:
        data = operation.config(context.project, arguments.format)
        with stream_to(arguments.output) as stream:
            stream.write(data)
        return
    said = 0
    for event in operation.export(context.project, _options(context), stdout()):
        match event:
            case Progress(done, total):
                context.show_progress(done, total)
            case Failed(error):
                context.complain(error)
            case Hidden(pages):
                context.note(context.say("agree.hidden", count=pages))
            case Lost(loss):
                said += 1
                if arguments.output == STDOUT or arguments.strict or said <= SAID:
                    _say_loss(context, loss)
            case Exported():
                _say_result(context, event)


def _options(context: Context) -> ExportOptions:
    arguments, settings = context.arguments, context.project.settings.export
    shard, shards = arguments.shard or (None, arguments.shards or 0)
    annotators = arguments.annotators or ([arguments.annotator] if arguments.annotator else [])
    return ExportOptions(
        format=arguments.format,
        target=str(arguments.output),
        options=Options(
            scheme=arguments.scheme,
            unit=arguments.unit or "",
            max_length=arguments.max_length,
            predictions=arguments.predictions,
            parquet=arguments.parquet,
            style=arguments.style or settings.style,
            prompt=settings.prompt,
            language=settings.language,
            apply_readings=arguments.apply_readings,
        ),
        states=frozenset(arguments.state or ()),
        labels=frozenset(arguments.label or ()),
        annotators=tuple(annotators),
        strict=arguments.strict,
        split=arguments.split or "",
        seed=arguments.seed,
        by=arguments.by or "",
        shards=shards,
        shard=shard,
        allow_empty=arguments.allow_empty,
        moment=_now(),
        jobs=arguments.jobs,
    )


def _now() -> str:
    """Return the time to write into a card: `SOURCE_DATE_EPOCH` where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _say_loss(context: Context, loss: Loss) -> None:
    what = f"{context.say(f'what.{loss.what}')} {loss.id} “{loss.text}”"
    reason = context.say(f"loss.{loss.reason}")
    context.note(context.say(f"cli.{loss.fate}", what=what, page=loss.page, reason=reason))


def _say_result(context: Context, done: Exported) -> None:
    """Say on stderr how it went."""
    report, target = done.report, context.arguments.output
    if done.losses_file and report.losses > SAID and not context.arguments.strict:
        context.note(context.say("cli.more_losses", count=report.losses - SAID, name=LOSSES))
    for what in TALLIED:
        tally = report.tally(what)
        if tally["total"] != tally["whole"]:
            context.note(context.say("cli.tally", what=context.say(f"what.{what}"), **tally))
    if done.left_out:
        context.note(context.say("cli.left_out", count=done.left_out))
    if done.alike:
        context.note(context.say("cli.alike", count=done.alike))
    if done.metric_file:
        context.note(context.say("cli.metrics", count=done.metrics, name=done.metric_file))
    elif done.metrics:
        context.note(context.say("cli.metrics_nowhere", count=done.metrics))
    counts = {what: report.seen[what] for what in ("article", "span", "relation")}
    context.note(context.say("cli.exported", path=target, losses=report.losses, **counts))
