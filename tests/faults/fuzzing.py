"""Fuzzers: whatever comes in, there is an answer or one line that says why not, and soon.

``python -m tests.faults.fuzzing SECONDS [SEED] [TARGET…]`` runs them for so long and prints what it found.
"""

import gc
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.faults import mutants as m
from tests.faults.samples import CSV, ROWS, TOML, annotated, archived, corrected, listings, valid
from tests.formats.corpus import HOSTILE, hostile
from tests.store.building import division_of, page_of
from tui.cli import main
from tui.errors import PiyueError
from tui.formats.registry import FORMATS
from tui.quantities import display, find, normalise, parse
from tui.quantities.periods import find_periods
from tui.search.query import hits, parse_query
from tui.store.backup import unpack
from tui.store.files.annotations import AnnotationFile
from tui.store.files.corrections import CorrectionsFile
from tui.store.files.journal import left_behind
from tui.store.files.locks import Lock
from tui.store.project import Project
from tui.store.settings.model import SourceSetting
from tui.store.settings.read import parse_settings
from tui.store.sources.tables import find_rows, read_row
from tui.text.decode import decode
from tui.text.dictionary import read_what_holds
from tui.text.divide import divide
from tui.text.offsets import read

BATCH = 200
"""Examples of one target before the next one's turn."""

PATIENCE = 30
"""Seconds after which an example is taken to hang; most take a thousandth of one."""


class HangError(Exception):
    """It took too long."""


@contextmanager
def in_time(seconds: float = PATIENCE) -> Iterator[None]:
    """Raise `HangError` where it takes longer."""

    def stop(*_: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def refused_in_words() -> Iterator[None]:
    """Take an error of ours for an answer, if it is one line that a terminal may have."""
    found: PiyueError | None = None
    try:
        yield
    except PiyueError as error:
        found = error
    assert found is None or (found.render("en") + found.render("zh")).isprintable()


@contextmanager
def file_of(data: bytes, name: str = "p.json") -> Iterator[Path]:
    """A file in a folder of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path


def fuzz_decode(data: bytes) -> None:
    """What is decoded encodes to the same bytes."""
    with refused_in_words():
        text, encoding = decode(data, "p.txt")
        assert text.encode(encoding) == data


def fuzz_split(text: str) -> None:
    """No character belongs to two blocks, or to a block and to the furniture."""
    page = page_of(text)
    division = divide(page)
    seen = Counter(at for a, b in division.furniture for at in range(a, b))
    for article in division.articles:
        read(page, article)
        seen.update(at for block in article.blocks for a, b in block.segments for at in range(a, b))
    assert all(count == 1 for count in seen.values())
    assert all(0 <= at < len(text) for at in seen)


def fuzz_quantities(text: str) -> None:
    """A quantity is where it says; so is a time."""
    for quantity in find(text):
        assert text[quantity.start : quantity.end] == quantity.surface
    for time in find_periods(text):
        assert 0 <= time.start < time.end <= len(text)
    parse(text)


def fuzz_fields(fields: dict[str, object]) -> None:
    """The fields of a quantity, as somebody or another program wrote them."""
    display(fields)
    with refused_in_words():
        normalise(fields)


def fuzz_annotations(data: bytes) -> None:
    """What was read can be written, and is read again as the same."""
    page = page_of()
    with file_of(data) as path, refused_in_words():
        file = AnnotationFile(path)
        document = file.load(page, division_of(page), "ling")
        assert all(str(problem).isprintable() for problem in file.kept.problems)
        if file.kept.refusal is None:
            file.save(document)
            again = AnnotationFile(path).load(page, division_of(page), "ling")
            assert (again.spans, again.orphans) == (document.spans, document.orphans)


def fuzz_corrections(data: bytes) -> None:
    """What is true for everybody."""
    with file_of(data) as path, refused_in_words():
        CorrectionsFile(path).load(page_of())


def fuzz_beside(data: bytes) -> None:
    """A journal and a lock that somebody left."""
    with file_of(data, "1-a.jsonl") as path:
        list(left_behind(path.parent))
        lock = Lock(path.parent / "p.json")
        lock.path.parent.mkdir(parents=True)
        lock.path.write_bytes(data)
        lock.holder()


def fuzz_settings(data: bytes) -> None:
    """`piyue.toml`."""
    with refused_in_words():
        parse_settings(data.decode("utf-8", "replace"))


def fuzz_dictionary(data: bytes) -> None:
    """`dictionary.txt`."""
    with file_of(data, "dictionary.txt") as path:
        _, errors = read_what_holds(path)
        assert all(str(error).isprintable() for error in errors)


def fuzz_rows(case: tuple[bytes, str]) -> None:
    """Rows of `[[sources]]`: no page's name leads anywhere."""
    data, name = case
    setting = SourceSetting(path=name, id="id", title="title", date="date")
    with file_of(data, name) as path, refused_in_words():
        for origin in find_rows(path.parent, name, setting, 0):
            assert "/" not in origin.id
            assert origin.id.isprintable()
            assert len(f"{origin.id}.json".encode()) < 250
            with refused_in_words():
                page = read_row(path.parent, origin, setting)
                page.text.encode()


def fuzz_query(text: str) -> None:
    """What somebody looks for."""
    document = hostile()
    with refused_in_words():
        query = parse_query(text)
        for article in document.articles:
            list(hits(document, article, query))


def fuzz_archive(data: bytes) -> None:
    """A backup writes below its folder and nowhere else."""
    with file_of(data, "b.zip") as path, refused_in_words():
        try:
            unpack(path, path.parent / "in" / "here")
        finally:
            assert {p.name for p in path.parent.iterdir()} <= {"b.zip", "in"}
            assert {p.name for p in path.parent.glob("in/*")} <= {"here"}


def fuzz_import(case: tuple[str, bytes]) -> None:
    """A file of any format is taken or refused; what was there is there, and no name leads elsewhere."""
    name, data = case
    row = FORMATS[name]
    with TemporaryDirectory() as folder:
        root, given_ = Path(folder, "deep", "paper"), Path(folder, "in")
        (root / "seeds").mkdir(parents=True)
        given_.mkdir()
        (root / "seeds" / "p.txt").write_bytes(HOSTILE.encode())
        for stem, ending, content in _beside(name, data):
            (given_ / f"{stem}{ending}").write_bytes(content)
        path = given_ if row.layout == "tree" else given_ / f"p{row.suffix}"
        status, said = run("import", "--format", name, str(path), "--project", str(root))
        assert status in (0, 1)
        assert all(line.isprintable() for line in said.split("\n"))
        assert {p.name for p in Path(folder).iterdir()} == {"deep", "in"}
        assert {p.name for p in root.parent.iterdir()} == {"paper"}
        assert {p.name for p in root.iterdir()} <= {"seeds", "annotations"}
        project = Project(root)
        for annotator in project.records.annotators():
            for page in project.page_ids():
                problems = project.documents.problems(project.document(page, annotator))
                assert problems == (), problems


def _beside(name: str, data: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Yield the files of a format: that of brat's tags lies beside one with the text."""
    yield "p", ".ann" if name == "brat" else FORMATS[name].suffix, data
    if name == "brat":
        yield "p", ".txt", valid(name)[1]


def run(*arguments: str) -> tuple[int, str]:
    """Run a command; return its status and what it said."""
    out, err = TextIOWrapper(BytesIO(), "utf-8"), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*arguments, "--lang", "en"])
        out.flush()
    gc.unfreeze()  # a command takes for granted that it is the only one of its process
    return status, out.buffer.getvalue().decode() + err.getvalue()


class Target(NamedTuple):
    """What is fuzzed: what it gets, and what has to hold."""

    data: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def _of_format(name: str) -> st.SearchStrategy[tuple[str, bytes]]:
    return st.tuples(st.just(name), st.deferred(lambda: m.mutants(valid(name)[0]) | st.binary(max_size=40)))


FIELDS = ("value", "value_max", "unit", "comparator", "direction", "status", "kind", "is_target")

TARGETS = {
    "decode": Target(
        st.binary() | m.spliced(HOSTILE.encode("utf-16")) | m.spliced(HOSTILE.encode("gb18030")), fuzz_decode
    ),
    "split": Target(m.prose, fuzz_split),
    "quantities": Target(m.prose, fuzz_quantities),
    "fields": Target(
        st.dictionaries(st.sampled_from(FIELDS), m.values | st.text(m.CHINESE, max_size=6)), fuzz_fields
    ),
    "annotations": Target(st.deferred(lambda: m.mutants(annotated())), fuzz_annotations),
    "corrections": Target(st.deferred(lambda: m.mutants(corrected())), fuzz_corrections),
    "beside": Target(
        m.values.map(m.dumped) | m.mutants(b'{"holder": {"process": 1}}\n{"page": "p", "changes": {}}'),
        fuzz_beside,
    ),
    "settings": Target(m.spliced(TOML), fuzz_settings),
    "dictionary": Target(m.spliced("小哥 200 n\n工会 3\n".encode()), fuzz_dictionary),
    "rows": Target(
        st.tuples(m.mutants(ROWS), st.just("t.jsonl")) | st.tuples(m.spliced(CSV), st.just("t.csv")),
        fuzz_rows,
    ),
    "query": Target(
        m.texts | m.texts.map("re:".__add__) | st.text("re:(|[]){}*+?\\label临", max_size=20), fuzz_query
    ),
    "archive": Target(listings() | st.deferred(lambda: m.spliced(archived())), fuzz_archive),
    **{f"import {name}": Target(_of_format(name), fuzz_import) for name in FORMATS},
}


def fuzz(name: str, examples: int, number: int | None = None) -> None:
    """Run a target on so many examples; a number makes them always the same.

    Raises:
        Exception: what the smallest example that was found raises.
    """
    target = TARGETS[name]

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=number is None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(target.data)
    def run_one(data: Any) -> None:
        with in_time():
            target.check(data)

    (run_one if number is None else seed(number)(run_one))()


def main_loop(seconds: float, number: int, names: list[str]) -> int:
    """Fuzz one target after the other until the time is over; print each find, and how much was tried.

    Returns:
        How many targets something was found in.
    """
    end, tried, found = monotonic() + seconds, Counter[str](), dict[str, str]()
    while monotonic() < end:
        for name in names:
            number += 1
            try:
                fuzz(name, BATCH, number)
            except Exception:
                told = traceback.format_exc()
                if found.get(name) is None:
                    print(f"== {name} (seed {number})\n{told}", flush=True)
                found[name] = told
            tried[name] += BATCH
    for name in names:
        print(f"{name:22} {tried[name]:8} examples {'FOUND' if name in found else 'nothing'}")
    return len(found)


if __name__ == "__main__":
    with TemporaryDirectory() as home:
        os.environ |= {f"XDG_{name}_HOME": home for name in ("CACHE", "STATE", "CONFIG", "DATA")}
        os.environ |= {"HOME": home, "LOGNAME": "ling"}
        sys.exit(
            main_loop(float(sys.argv[1]), int((sys.argv[2:] or ["1"])[0]), sys.argv[3:] or list(TARGETS))
        )
