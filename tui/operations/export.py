"""Export to a file, a folder, or one shard, with the loss report and a dataset card."""

import os
import re
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tui.errors import FormatError
from tui.formats.common.loss_report import ExportReport
from tui.formats.registry import format_named
from tui.operations.events import Event
from tui.operations.export_options import ExportOptions
from tui.operations.export_run import ExportRun, about
from tui.operations.export_targets import one_shard, to_file, to_folder, to_stream
from tui.store.project import Project

__all__ = ["STDOUT", "ExportOptions", "Exported", "config", "export"]

STDOUT = "-"
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Exported:
    """The export is done.

    Attributes:
        left_out: articles that are not in a wanted state.
        metrics: how many metrics stand in a table beside, since the format cannot hold their values.
        metric_file: where that is; empty: they went nowhere.
        losses_file: where all losses are; empty: nowhere.
        alike: articles that were kept together in a split since their texts are alike.
    """

    report: ExportReport
    left_out: int
    metrics: int
    metric_file: str
    losses_file: str
    alike: int


Events = Generator[Event | Exported, None, None]


def config(project: Project, name: str) -> bytes:
    """Return the labelling config of a project.

    Raises:
        FormatError: the format has none.
    """
    row = format_named(name)
    if not row.has_config:
        raise FormatError("export.config", format=name)
    return row.load().config(about(project)).encode()


def export(project: Project, options: ExportOptions, stdout: BinaryIO | None = None) -> Events:
    """Write the articles; yield what a reader will not find in them, at last the counts.

    Args:
        stdout: where `-` writes.

    Raises:
        FormatError: it cannot be written so, or nothing was found, or something lost and `strict` asked for.
        NotFoundError: an annotator has not annotated anything.
        StoreError: the target is among the pages, the annotations or the settings.
    """
    if options.target != STDOUT:
        project.refuse_output(Path(options.target))
    run = ExportRun(project, options)
    run.export.card.dates = _date_columns(project)
    if options.shard is not None:
        yield from one_shard(run, options.shard)
    elif _is_folder(run):
        yield from to_folder(run)
    elif options.target == STDOUT or not _is_plain(Path(options.target)):
        yield from to_stream(run, stdout if options.target == STDOUT else None)
    else:
        yield from to_file(run)
    yield Exported(
        run.report,
        run.export.card.left_out,
        len(run.export.metrics),
        run.metric_file,
        run.losses_file,
        sum(place.reason == "twin" for place in run.places),
    )


def _is_folder(run: ExportRun) -> bool:
    target = run.options.target
    into = target.endswith(os.sep) or Path(target).is_dir()
    return run.row.layout != "file" or bool(run.plan.splits or run.plan.shards) or into


def _is_plain(path: Path) -> bool:
    """Tell whether a file is or will be there, not a pipe or a device."""
    return path.is_file() or not path.exists()


def _date_columns(project: Project) -> frozenset[str]:
    """Return the columns of a dataset that may hold nothing but dates."""
    found = set()
    if any(ISO_DATE.fullmatch(page) for page in project.page_ids()):
        found.add("page")
    if any(setting.date for setting in project.pages.sources.used()):
        found.add("date")
    return frozenset(found)
