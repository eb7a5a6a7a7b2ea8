"""Many annotators draw from one server's queue: ``python -m tests.faults.drawing PEOPLE SECONDS [FILLED]``.

Each is a process that draws a page, saves a few tags one by one, finishes it, and draws the next. Every two
seconds one of them is killed with its page in hand, and somebody new begins. When the time is over, those who
are left go on until nothing is left to draw; then each page has to be finished by as many as it is for.

FILLED: so many pages, of 30 tags by each of two annotators, are there before, in this project and another.
"""

import json
import sys
from collections import Counter
from multiprocessing import Process, SimpleQueue
from random import Random
from statistics import quantiles
from time import monotonic, sleep
from typing import Any

from tests.store.server import Server
from tui.store.backend import Key, Tables
from tui.store.postgres.backend import PostgresBackend

PROJECT, OTHER = "drawing", "other"
OVERLAP = 2
LEASE = 8.0
"""Seconds; far longer than a page takes."""
TAGS = 4
PAUSE = 0.3
"""Seconds between two tags of one person: faster than anybody tags."""
KILL_EVERY = 2.0
SPAN = """{"id": "%s", "label": "ORG", "segments": [[12, 18]], "text": "临溪县总工会", "origin": "manual",
"created": "2026-03-02T12:00:00+00:00", "updated": "2026-03-02T12:00:00+00:00"}"""
FILL = """
INSERT INTO piyue.files SELECT %(project)s, owner, 'done' || page, 1, '{meta,spans}'
FROM generate_series(1, %(pages)s) AS page, unnest(ARRAY['first', 'second']) AS owner;
INSERT INTO piyue.records
SELECT %(project)s, owner, 'done' || page, 'spans', number::text, format(%(span)s, page + number)::json, 1
FROM generate_series(1, %(pages)s) AS page, unnest(ARRAY['first', 'second']) AS owner,
    generate_series(1, 30) AS number;
INSERT INTO piyue.pages
SELECT %(project)s, 'done' || page, -page, 2 FROM generate_series(1, %(pages)s) AS page;
INSERT INTO piyue.work SELECT %(project)s, 'done' || page, owner, false, 'done'
FROM generate_series(1, %(pages)s) AS page, unnest(ARRAY['first', 'second']) AS owner;
"""
SIZE = """SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class
WHERE relnamespace = 'piyue'::regnamespace AND relkind = 'r'"""


def annotate(url: str, name: str, said: "SimpleQueue[Any]") -> None:
    """Tag pages until nothing is left; say what took how long."""
    backend = PostgresBackend(url, PROJECT)
    while True:
        began = monotonic()
        page = backend.queue.draw(name, OVERLAP, LEASE)
        said.put(("draw", monotonic() - began))
        if page is None:
            break
        storage, rows = backend.storage(Key(name, page)), dict[str, Any]()
        storage.read()
        backend.queue.progress(page, name, "doing", LEASE)
        for number in range(TAGS):
            sleep(PAUSE)
            rows = rows | {str(number + 1): json.loads(SPAN % f"{name}{page}{number}")}
            tables: Tables = {"meta": {"1": {"version": 2}}, "spans": rows}
            began = monotonic()
            storage.write(tables)
            said.put(("save", monotonic() - began))
        backend.queue.progress(page, name, "done", LEASE)
    backend.close()


class Crew:
    """Those who work now; whoever is killed is followed by somebody new.

    Attributes:
        times: the seconds that each thing took.
    """

    def __init__(self, server: Server, owner: PostgresBackend) -> None:
        self._server, self._owner = server, owner
        self._pipes: list[SimpleQueue[Any]] = []  # one each: who is killed may hold a common one's lock
        self._working: dict[str, Process] = {}
        self.killed: list[str] = []
        self.times: dict[str, list[float]] = {"draw": [], "save": []}

    def begin(self) -> None:
        """Have somebody new begin."""
        name = f"annotator{len(self._pipes)}"
        pipe: SimpleQueue[Any] = SimpleQueue()
        self._pipes.append(pipe)
        self._owner.admit("piyue", name)
        self._working[name] = Process(target=annotate, args=(self._server.url(), name, pipe), daemon=True)
        self._working[name].start()

    @property
    def living(self) -> list[str]:
        """Those who have neither ended nor been killed."""
        return [name for name, process in self._working.items() if process.is_alive()]

    def kill(self, random: Random) -> None:
        """Kill somebody who works."""
        name = random.choice(self.living)
        self._working[name].kill()
        self._working[name].join()
        self.killed.append(name)

    def listen(self) -> None:
        """Take what was said so far."""
        for pipe in self._pipes:
            while not pipe.empty():
                what, value = pipe.get()
                self.times[what].append(value)


def fill(owner: PostgresBackend, pages: int) -> int:
    """Put finished pages on the server; return the bytes that it keeps then."""
    for project in (PROJECT, OTHER) if pages else ():
        for statement in FILL.split(";\n")[:-1]:
            with owner.connection() as connection:
                connection.execute(statement, {"project": project, "pages": pages, "span": SPAN})
    with owner.connection() as connection:
        connection.execute("ANALYZE")
        (size,) = connection.execute(SIZE).fetchone() or (0,)
    return int(size)


def run(people: int, seconds: float, filled: int = 0) -> dict[str, object]:
    """Return what came of it."""
    server, random = Server(), Random(people)
    try:
        owner = PostgresBackend(server.url(), PROJECT)
        owner.set_up()
        size = fill(owner, filled)
        # A page takes a person TAGS * PAUSE seconds and more: there is enough to do for all of the time.
        pages = [f"p{number}" for number in range(int(people * seconds / (TAGS * PAUSE) / OVERLAP))]
        owner.queue.register(pages)
        crew = Crew(server, owner)
        for _ in range(people):
            crew.begin()
        end, next_kill = monotonic() + seconds, monotonic() + KILL_EVERY
        while monotonic() < end:
            if people > 1 and monotonic() > next_kill:
                crew.kill(random)
                crew.begin()
                next_kill += KILL_EVERY
            crew.listen()
            sleep(0.05)
        within = len(crew.times["draw"])
        while crew.living or _left(owner, pages):
            if not crew.living:
                crew.begin()  # all had gone home while the leases of the dead still ran
            crew.listen()
            sleep(0.2)
        crew.listen()
        work = owner.queue.work()
        owner.close()
    finally:
        server.stop()
    finished = Counter(each.page for each in work if each.state == "done")
    return {
        "people": people,
        "seconds": seconds,
        "pages": len(pages),
        "tags before": filled * 2 * 2 * 30,
        "megabytes before": round(size / 1e6, 1),
        "killed": len(crew.killed),
        "killed with a page": len({e.annotator for e in work if e.state != "done"} & {*crew.killed}),
        "draws in the time": within,
        "finished by too many": sum(finished[page] > OVERLAP for page in pages),
        "forgotten": sum(finished[page] < OVERLAP for page in pages),
        **{f"{what} ms": _percentiles(each) for what, each in crew.times.items()},
    }


def _left(owner: PostgresBackend, pages: list[str]) -> bool:
    """Tell whether a page is not finished yet by as many as it is for."""
    finished = Counter(each.page for each in owner.queue.work() if each.state == "done")
    return any(finished[page] < OVERLAP for page in pages)


def _percentiles(seconds: list[float]) -> dict[str, float]:
    cuts = quantiles(seconds, n=100)
    found = {"p50": cuts[49], "p99": cuts[98], "longest": max(seconds)}
    return {name: round(value * 1000, 1) for name, value in found.items()}


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]), float(sys.argv[2]), *map(int, sys.argv[3:]))))
