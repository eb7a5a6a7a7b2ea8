"""Shards: each takes a share of the pages and writes what it finds into a part (`shard_parts` reads them)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any, BinaryIO, NamedTuple, TypeVar

import tui
from tui.errors import PiyueError
from tui.operations.page_work import Mode, PageWork
from tui.operations.parallel import Work, in_chunks
from tui.store.project import Project
from tui.store.settings.model import FILE

Found = TypeVar("Found")
VERSION = 1
ENDING = ".part.jsonl"


class Shard(NamedTuple):
    """One share of the pages: which, from 0, of how many."""

    number: int
    total: int

    def of(self, pages: Sequence[Any]) -> Sequence[Any]:
        """Return its share: pages that follow each other, so that parts stand one behind the other."""
        first, end = (len(pages) * at // self.total for at in (self.number, self.number + 1))
        return pages[first:end]

    def file_name(self, command: str) -> str:
        """Return what its part is called."""
        return f"{command}-{self.number:05}-of-{self.total:05}{ENDING}"


class Inputs(NamedTuple):
    """What the parts of one run have in common.

    Attributes:
        version: of this program.
        project, annotations: digests of the pages' names, settings and user's words; of who annotated what.
        annotator: who asks.
        options: of the command.
    """

    version: str
    project: str
    annotations: str
    annotator: str
    options: str


def inputs_of(project: Project, options: Mapping[str, object]) -> Inputs:
    """Return what a run depends on, but for what pages and annotations say."""
    votes = repr([(one.source, one.votes) for one in project.divider.learned()])
    files = [path.read_bytes() for path in (project.root / FILE, project.dictionary) if path.is_file()]
    owners = project.records.annotators()
    begun = [f"{owner}/{page}" for owner in owners for page in sorted(project.backend.pages(owner))]
    return Inputs(
        tui.__version__,
        _digest(*files, votes.encode(), *(page.encode() for page in project.page_ids())),
        _digest(*(name.encode() for name in begun)),
        project.annotator,
        json.dumps({name: str(value) for name, value in options.items()}, ensure_ascii=False),
    )


def _digest(*pieces: bytes) -> str:
    digest = sha256()
    for piece in pieces:
        digest.update(len(piece).to_bytes(8) + piece)
    return digest.hexdigest()


def _plain(value: object) -> object:
    """Return what JSON has for a value that it does not know."""
    if isinstance(value, PiyueError):
        return value.as_dict()
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    raise TypeError(type(value).__name__)


encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode
"""Returns a line of a part."""


class ShardRunner:
    """Has work done with a share of the pages, and writes what is found.

    Args:
        part: where it is written.
        jobs: how many processes; None: see `usual_jobs`.
    """

    mode: Mode = "shard"

    def __init__(
        self,
        project: Project,
        command: str,
        shard: Shard,
        inputs: Inputs,
        part: BinaryIO,
        jobs: int | None = None,
    ) -> None:
        self._project, self._shard, self._part, self._jobs = project, shard, part, jobs
        self._bytes = 0
        self._write({"part": VERSION, "command": command} | shard._asdict() | {"inputs": inputs._asdict()})

    def map(self, work: PageWork[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """Write what is found on this shard's pages; yield nothing."""
        self._write({"work": work.name})
        work.prepare(self._project)
        for found in in_chunks(self._project, work.run, self._shard.of(pages), self._jobs, *more):
            self._write({"found": work.pack(found)})
        return iter(())

    def of_all(self, work: Work[Found], pages: Sequence[Any], *more: Any) -> Iterator[Found]:
        """Yield what is found on the pages of all shards."""
        return in_chunks(self._project, work, pages, self._jobs, *more)

    def end(self) -> None:
        """Write that the part is whole."""
        self._write({"end": self._bytes})

    def _write(self, value: object) -> None:
        line = encode(value).encode("utf-8", "backslashreplace") + b"\n"
        self._part.write(line)
        self._bytes += len(line)
