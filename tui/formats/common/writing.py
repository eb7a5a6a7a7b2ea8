"""Writes an export: adapts and counts entries, and passes them to the sink of their split and shard."""

from collections.abc import Callable
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

from tui.formats.common.adapting import Adapter
from tui.formats.common.dataset_card import Card
from tui.formats.common.entries import Entry
from tui.formats.common.flat_article import FlatArticle, flat_article_of, put_right
from tui.formats.common.loss_report import ExportReport
from tui.formats.common.metric_table import MetricTable
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.format import Format, Holds
from tui.formats.interface import Options, Sink

HF_NAMES = {"dev": "validation"}
"""What Hugging Face calls a split that others call something else."""
CHUNK = 2000
"""Articles in a file of a format that is in memory until it is written."""


class Plan(NamedTuple):
    """What goes where.

    Attributes:
        splits: their names; none: no splits.
        places: each article's split; an article that is not in it is in the first.
        shards: how many files a split has; 0: one without a number.
    """

    splits: tuple[str, ...] = ()
    places: dict[str, str] = {}
    shards: int = 0

    def split_of(self, article: str) -> str:
        """Return an article's split."""
        return self.places.get(article, self.splits[0]) if self.splits else ""

    def shard_of(self, page: str) -> int:
        """Return the shard that a page's articles are in: by a hash of its id, the same everywhere."""
        return crc32(page.encode("utf-8", "surrogatepass")) % self.shards if self.shards else 0


class Export:
    """Writes entries.

    Args:
        open_sink: returns the sink of a split and a shard; it is asked once for each.
    """

    def __init__(
        self,
        row: Format,
        options: Options,
        about: About,
        report: ExportReport,
        plan: Plan,
        open_sink: Callable[[str, int], Sink],
    ) -> None:
        self.row, self.options, self.plan = row, row.chosen(options), plan
        self.metrics = MetricTable(about.relations)
        self._adapter = Adapter(row, options, report)
        self.card = Card(row, self.options, about)
        self._open = open_sink
        self._sinks: dict[tuple[str, int], Sink] = {}

    def add(self, entry: Entry) -> None:
        """Write an article."""
        whole = flat_article_of(entry)
        if self.options.apply_readings:
            whole = put_right(whole)
        sheet = self._adapter.adapt(whole)
        split = self.plan.split_of(sheet.id)
        self.card.add(sheet, split)
        if Holds.ATTRIBUTES not in self.row.holds:
            self.metrics.add(whole)
        sink = self._sink(split, self.plan.shard_of(sheet.page))
        for part in self._adapter.cut(sheet):
            sink.add(part)

    def join(self, part: "ExportPart") -> None:
        """Write what another process made of articles that come behind."""
        for (split, shard), body in part.bodies.items():
            sink = self._sink(split, shard)
            assert isinstance(sink, Pieces | Nowhere)
            if body and isinstance(sink, Pieces):
                sink.add_encoded(body)
        self.card.join(part.card)
        self.metrics.join(part.metrics)

    def close(self) -> dict[str, bytes]:
        """End every file, also those that got no article; return what is to stand beside them."""
        for split in self.plan.splits or ("",):
            for shard in range(self.plan.shards or 1):
                self._sink(split, shard)
        beside: dict[str, bytes] = {}
        for sink in self._sinks.values():
            beside |= sink.close()
        return beside

    def _sink(self, split: str, shard: int) -> Sink:
        key = split, shard
        if key not in self._sinks:
            self._sinks[key] = self._open(split, shard)
        return self._sinks[key]


class ExportPart(NamedTuple):
    """What a process made of some articles.

    Attributes:
        bodies: by split and shard, what goes into the file.
    """

    bodies: dict[tuple[str, int], bytes]
    card: Card
    metrics: MetricTable


class BodySinks:
    """Opens sinks in memory, whose pieces go on to another process."""

    def __init__(self, row: Format, about: About, options: Options) -> None:
        self._row, self._about, self._options = row, about, options
        self._made: dict[tuple[str, int], tuple[BytesIO, Pieces]] = {}

    @property
    def can(self) -> bool:
        """Whether files of the format are pieces, one behind the other."""
        return self._row.layout != "tree" and not self._row.rolls and type(self._new()[1]) is Pieces

    def __call__(self, split: str, shard: int) -> Sink:
        """Return the sink of a split and shard."""
        out, sink = self._new()
        assert isinstance(sink, Pieces)
        self._made[split, shard] = out, sink
        return sink

    def bodies(self) -> dict[tuple[str, int], bytes]:
        """Return what was written to each."""
        return {key: sink.body(out.getvalue()) for key, (out, sink) in self._made.items()}

    def _new(self) -> tuple[BytesIO, Sink]:
        out = BytesIO()
        return out, self._row.sink(out, self._about, self._options)


class FolderSinks:
    """Opens the sinks of an export that is a folder."""

    def __init__(self, folder: Path, row: Format, options: Options, about: About, plan: Plan) -> None:
        self.folder, self.row, self.plan = folder, row, plan
        self._options, self._about = row.chosen(options), about
        self._stack = ExitStack()

    def __call__(self, split: str, shard: int) -> Sink:
        """Return the sink of a split and shard."""
        if self.row.layout == "tree":
            place = self.folder / split
            place.mkdir(parents=True, exist_ok=True)
            return self.row.sink(place, self._about, self._options)
        if self.row.rolls:
            return Rolling(self.folder / split, self.row, lambda out: self.of(out))
        file = self.folder / file_name(self.row, self._options, self.plan, split, shard)
        file.parent.mkdir(parents=True, exist_ok=True)
        return self.of(self._stack.enter_context(file.open("wb")))

    def of(self, out: BinaryIO) -> Sink:
        """Return a sink that writes to a stream."""
        return self.row.sink(out, self._about, self._options)

    def close(self) -> None:
        """Close the files."""
        self._stack.close()


class Rolling:
    """A sink that begins a new file after `CHUNK` articles, so that no more of them are in memory."""

    def __init__(self, folder: Path, row: Format, sink_on: Callable[[BinaryIO], Sink]) -> None:
        self._folder, self._suffix, self._sink_on = folder, row.suffix, sink_on
        self._files = self._articles = 0
        self._begin()

    def add(self, sheet: FlatArticle) -> None:
        """See `Sink.add`."""
        if self._articles == CHUNK:
            self.close()
            self._begin()
        self._sink.add(sheet)
        self._articles += 1

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        beside = self._sink.close()
        self._out.close()
        return beside

    def _begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._out = (self._folder / f"part-{self._files:05}{self._suffix}").open("wb")
        self._sink = self._sink_on(self._out)
        self._files += 1
        self._articles = 0


class Nowhere:
    """A sink for shards that are written elsewhere."""

    def add(self, sheet: FlatArticle) -> None:
        """See `Sink.add`."""

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        return {}


def file_name(row: Format, options: Options, plan: Plan, split: str, shard: int) -> str:
    """Return the path of a file in the folder of an export."""
    shards, suffix = plan.shards, row.suffix_for(options)
    if row.layout == "dataset":
        return f"data/{shown(row, split)}-{shard:05}-of-{shards or 1:05}{suffix}"
    number = f"-{shard:05}-of-{shards:05}" if shards else ""
    return f"{split or 'data'}{number}{suffix}"


def shown(row: Format, split: str) -> str:
    """Return what a split is called in this format."""
    return HF_NAMES.get(split, split or "train") if row.layout == "dataset" else split
