"""`piyue export`: writes the annotations as a training set, and reports losses on stderr."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

from tui.cli.arguments import FORMAT, JOBS, Option, integer, shard_of, whole_number
from tui.cli.context import STDOUT, Context
from tui.cli.streams import stdout, stream_to
from tui.formats.common.splits import ratio
from tui.formats.interface import Options
from tui.operations import export as operation
from tui.operations.events import Failed, Hidden, Lost, Progress
from tui.operations.export import Exported, ExportOptions
from tui.operations.export_lines import SAID, loss_line, result_lines


def split_ratio(text: str) -> str:
    """Return `text` if it names shares such as 80/10/10.

    Raises:
        FormatError: it does not.
    """
    ratio(text)
    return text


STATES = ("todo", "doing", "done", "skipped")
OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "export": (
        FORMAT,
        Option(("-o", "--output"), "output", {"required": True, "metavar": "PATH"}),
        Option(("--state",), "state", {"action": "append", "choices": STATES}),
        Option(("--label",), "label", {"action": "append", "metavar": "L"}),
        Option(("--strict",), "strict", {"action": "store_true"}),
        Option(("--split",), "split", {"metavar": "80/10/10", "type": split_ratio}),
        Option(("--seed",), "seed", {"type": integer, "default": 0, "metavar": "N"}),
        Option(("--by",), "by", {"choices": ("page", "date")}),
        Option(("--shards",), "shards", {"type": whole_number, "metavar": "N"}),
        Option(("--shard",), "shard", {"type": shard_of, "metavar": "I/N"}),
        JOBS,
        Option(("--scheme",), "scheme", {"choices": ("BIO2", "BIOES", "BMES"), "default": "BIO2"}),
        Option(("--unit",), "unit", {"choices": ("char", "word", "entity")}),
        Option(("--max-length",), "max_length", {"type": whole_number, "default": 0, "metavar": "N"}),
        Option(("--predictions",), "predictions", {"action": "store_true"}),
        Option(("--apply-readings",), "apply_readings", {"action": "store_true"}),
        Option(("--config",), "config", {"action": "store_true"}),
        Option(("--parquet",), "parquet", {"action": "store_true"}),
        Option(("--style",), "style", {"choices": ("chat", "alpaca")}),
        Option(("--allow-empty",), "allow_empty", {"action": "store_true"}),
        Option(("--annotator",), "annotators", {"action": "append", "metavar": "NAME", "dest": "annotators"}),
    ),
}
"""The arguments of each command."""


def export(context: Context) -> None:
    """Write the articles."""
    arguments = context.arguments
    context.is_long = arguments.output != STDOUT or not sys.stdout.isatty()
    if arguments.config:
        data = operation.config(context.project, arguments.format)
        context.check_output(arguments.output)
        with stream_to(arguments.output) as stream:
            stream.write(data)
        return
    for event in operation.export(context.project, _options(context), stdout()):
        match event:
            case Progress(done, total):
                context.show_progress(done, total)
            case Failed(error):
                context.complain(error)
            case Hidden(pages):
                context.note(context.say("agree.hidden", count=pages))
            case Lost(loss):
                context.note(loss_line(loss, context.say))
            case Exported():
                for line in result_lines(event, arguments.output, context.say, all_said=arguments.strict):
                    context.note(line)


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
        told=None if arguments.output == STDOUT or arguments.strict else SAID,
    )


def _now() -> str:
    """Return the time to write into a card: `SOURCE_DATE_EPOCH` where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
