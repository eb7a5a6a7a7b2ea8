"""Many annotators on one server at once: ``python -m tests.faults.load PEOPLE SECONDS``.

Each works in a process of its own, on pages of their own, and tags as fast as the server takes it; meanwhile
the server is killed and started again. At the end every tag that was said to be saved is looked for.
"""

import json
import sys
from multiprocessing import Process, Queue
from statistics import quantiles
from time import monotonic, sleep
from typing import Any

from tests.store.server import Server
from tui.errors import StoreError
from tui.store.backend import Key, Tables
from tui.store.postgres.backend import PostgresBackend

PROJECT = "load"
PAUSE = 0.3
"""Seconds between two tags of one person: faster than anybody tags."""


def annotate(url: str, name: str, seconds: float, said: "Queue[Any]") -> None:
    """Tag, one tag a save; say what was saved, and how long each took."""
    backend = PostgresBackend(url, PROJECT)
    storage, rows, times, failed = backend.storage(Key(name, "p")), dict[str, Any](), list[float](), 0
    end, known = monotonic() + seconds, False
    while monotonic() < end:
        number = str(len(rows) + 1)
        tables: Tables = {"meta": {"1": {"version": 2}}, "spans": rows | {number: {"id": f"{name}{number}"}}}
        began = monotonic()
        try:
            if not known:
                found = storage.read()  # what was not answered may have been done
                known = True
                if found is not None and len(found["spans"]) > len(rows):
                    rows = found["spans"]
                    continue
            storage.write(tables)
        except StoreError:
            failed, known = failed + 1, False
            continue
        times.append(monotonic() - began)
        rows = tables["spans"]
        sleep(PAUSE)
    backend.close()
    said.put((name, len(rows), times, failed))


def run(people: int, seconds: float) -> dict[str, object]:
    """Return what came of it."""
    server = Server()
    try:
        owner = PostgresBackend(server.url(), PROJECT)
        owner.set_up()
        names = [f"annotator{number}" for number in range(people)]
        for name in names:
            owner.admit("piyue", name)
        said: Queue[Any] = Queue()
        workers = [Process(target=annotate, args=(server.url(), name, seconds, said)) for name in names]
        for worker in workers:
            worker.start()
        sleep(seconds / 2)
        server.kill()
        sleep(1)
        server.start()
        results = [said.get(timeout=seconds + 60) for _ in workers]
        for worker in workers:
            worker.join()
        lost = 0
        for name, count, *_ in results:
            tables = owner.storage(Key(name, "p")).read() or {"spans": {}}
            there = {row["id"] for row in tables["spans"].values()}
            lost += len({f"{name}{number}" for number in range(1, count + 1)} - there)
        owner.close()
    finally:
        server.stop()
    times = [time for _, _, each, _ in results for time in each]
    cuts = quantiles(times, n=100)
    return {
        "people": people,
        "seconds": seconds,
        "saves": len(times),
        "lost": lost,
        "failed and tried again": sum(failed for *_, failed in results),
        "p50 ms": round(cuts[49] * 1000, 1),
        "p99 ms": round(cuts[98] * 1000, 1),
        "longest ms": round(max(times) * 1000, 1),
    }


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]), float(sys.argv[2]))))
