"""Where an export goes: a stream, a file, a folder, or the files of one shard."""

from collections.abc import Generator, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

from tui.formats.common.dataset_card import Card
from tui.formats.common.held_stream import HeldStream
from tui.formats.common.json_lines import dumps
from tui.formats.common.metric_table import FILE as METRICS
from tui.formats.common.splits import Place
from tui.formats.common.whole_files import replacing, replacing_folder
from tui.formats.common.writing import FolderSinks, Nowhere, file_name, shown
from tui.formats.interface import Sink
from tui.operations.events import Event
from tui.operations.export_plan import SHARES
from tui.operations.export_run import ExportRun

LOSSES, PLACES, CARD = "losses.jsonl", "splits.jsonl", "README.md"

Events = Generator[Event, None, None]


def to_stream(run: ExportRun, stream: BinaryIO | None) -> Events:
    """Write to a stream, without a card.

    Args:
        stream: None: a file that replaces the target.
    """
    with ExitStack() as stack:
        out = stack.enter_context(replacing(Path(run.options.target))) if stream is None else stream
        held = stack.enter_context(HeldStream(out, run.may_fail))
        yield from run.fill(lambda *_: run.sink(cast(BinaryIO, held)))
        held.release()


def to_file(run: ExportRun) -> Events:
    """Write a file, its card and its losses."""
    path = Path(run.options.target)
    with ExitStack() as stack:
        # What was opened last is in place first: the card stands only where its file does.
        card = stack.enter_context(replacing(path.with_name(f"{path.name}.card.md")))
        losses = path.with_name(f"{path.name}.{LOSSES}")
        run.keep_losses(stack.enter_context(replacing(losses)), losses.name)
        stream = stack.enter_context(replacing(path))
        beside = yield from run.fill(lambda *_: run.sink(stream))
        beside |= run.metrics(f"{path.name}.{METRICS}", f".{METRICS}")
        files = [path.name, *(path.name + ending for ending in beside)]
        card.write(run.export.card.render(run.report, run.options.moment, (), files))
    for ending, data in beside.items():
        with replacing(path.with_name(path.name + ending)) as stream:
            stream.write(data)


def to_folder(run: ExportRun) -> Events:
    """Write a folder, which replaces one that an export has made before."""
    with (
        replacing_folder(Path(run.options.target)) as folder,
        (folder / LOSSES).open("wb") as losses,
    ):
        run.keep_losses(losses, LOSSES)
        sinks = FolderSinks(folder, run.row, run.options.options, run.about, run.plan)
        try:
            beside = yield from run.fill(sinks)
        finally:
            sinks.close()
        for ending, data in beside.items():
            (folder / f"{run.row.name}{ending}").write_bytes(data)
        for name, data in run.metrics(METRICS, METRICS).items():
            (folder / name).write_bytes(data)
        card = run.export.card
        if run.places:
            (folder / PLACES).write_bytes(lines_of(run.places))
            card.splitting = _splitting(run, PLACES)
        files = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())
        splits = run.plan.splits or ("",)
        names = [shown(run.row, split) for split in splits]
        card.rename(dict(zip(splits, names, strict=True)))
        (folder / CARD).write_bytes(card.render(run.report, run.options.moment, names, files))


def one_shard(run: ExportRun, number: int) -> Events:
    """Write the files of one shard into the folder, each whole or not at all, with their own card."""
    folder, stem = Path(run.options.target), f"shard-{number:05}-of-{run.options.shards:05}"
    folder.mkdir(parents=True, exist_ok=True)
    splits = run.plan.splits or ("",)
    options, card = run.export.options, run.export.card
    files = [file_name(run.row, options, run.plan, split, number) for split in splits]
    with ExitStack() as stack:
        # What was opened last is in place first: the card stands only where its files do.
        card_file = stack.enter_context(replacing(folder / f"{stem}.card.md"))
        losses = folder / f"{stem}.{LOSSES}"
        run.keep_losses(stack.enter_context(replacing(losses)), losses.name)

        def open_sink(split: str, shard: int) -> Sink:
            if shard != number:
                return Nowhere()
            path = folder / file_name(run.row, options, run.plan, split, shard)
            path.parent.mkdir(parents=True, exist_ok=True)
            return run.sink(stack.enter_context(replacing(path)))

        yield from run.fill(open_sink)
        names = [shown(run.row, split) for split in splits]
        card.rename(dict(zip(splits, names, strict=True)))
        beside = run.metrics(f"{stem}.{METRICS}", f"{stem}.{METRICS}")
        if run.places:
            places = [p for p in run.places if run.plan.shard_of(p.page) == number]
            beside[f"{stem}.{PLACES}"] = lines_of(places)
            card.splitting = _splitting(run, f"{stem}.{PLACES}")
        for name, data in beside.items():
            stack.enter_context(replacing(folder / name)).write(data)
        card_file.write(card.render(run.report, run.options.moment, names, files))
        if run.row.layout == "dataset":
            # Every worker writes the same: it names the columns, and nothing that one shard cannot know.
            same = Card(run.row, options, run.about)
            same.dates = card.dates
            stack.enter_context(replacing(folder / CARD)).write(same.columns(names))


def _splitting(run: ExportRun, file: str) -> str:
    options = run.options
    by = f", by {options.by}" if options.by else ""
    return f"{options.split or SHARES}, seed {options.seed}{by}; see {file}"


def lines_of(rows: Iterable[Place]) -> bytes:
    """Return rows as JSON Lines."""
    return b"".join(dumps(row._asdict()) + b"\n" for row in rows)
