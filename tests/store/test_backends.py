"""What every backend does: the same statements over files and over PostgreSQL."""

import json
import os
import signal
from collections.abc import Iterator
from hashlib import md5
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults.fuzzing import run
from tests.shares import examples
from tests.store.building import TEXT, opened, page_of, span_of
from tests.store.server import Server
from tests.store.test_corpora import index
from tui.errors import NotFoundError, StoreError
from tui.model import Corrections, Progress, WordPin
from tui.store.backend import Backend, ChangeStorage, Key, Tables, copy
from tui.store.files.backend import FilesBackend
from tui.store.files.locks import SILENT, LockedError
from tui.store.files.processes import me
from tui.store.postgres.backend import PostgresBackend
from tui.store.postgres.deadlines import with_timeouts
from tui.store.predictions import Prediction, add_predictions, load_predictions
from tui.store.project import Project
from tui.store.records.lines import record_line
from tui.store.settings.user import settings_path

if TYPE_CHECKING:
    from psycopg import Connection

KEY = Key("ling", "p")
OTHER = Key("zhou", "p")
SHARED = Key("_project", "p")


def state(*names: str, **fields: Any) -> Tables:
    rows = {str(number): {"id": name, **fields} for number, name in enumerate(names, 1)}
    return {"meta": {"1": {"version": 2}}, "spans": rows, "relations": {}}


@pytest.fixture(params=["files", "postgres"])
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Backend]:
    if request.param == "files":
        yield FilesBackend(tmp_path / "annotations")
        return
    made = on_server(request.getfixturevalue("server"), tmp_path.name)
    yield made
    made.close()


def on_server(server: Server, project: str) -> PostgresBackend:
    made = PostgresBackend(server.url(), project)
    made.set_up()
    made.admit("piyue", "ling")
    return made


@pytest.mark.slow
def test_what_was_written_is_read(backend: Backend) -> None:
    storage = backend.storage(KEY)
    assert storage.read() is None
    storage.write(state("a", "b", note="工\u0000\ud800\u202e😀", value=1.5, deep={"x": [1, None, True]}))
    assert (
        backend.storage(KEY).read()
        == storage.read()
        == state("a", "b", note="工\u0000\ud800\u202e😀", value=1.5, deep={"x": [1, None, True]})
    )
    assert list(backend.keys()) == [KEY]


@pytest.mark.slow
@given(
    rows=st.dictionaries(
        st.integers(1, 10**15).map(str), st.dictionaries(st.text(), st.text() | st.integers())
    )
)
@settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_records_come_back(backend: Backend, rows: dict[str, dict[str, Any]]) -> None:
    storage = backend.storage(KEY)
    storage.read()
    tables: Tables = {"spans": dict(sorted(rows.items(), key=lambda item: int(item[0])))}
    storage.write(tables)
    assert backend.storage(KEY).read() == tables


def test_a_record_that_is_left_out_is_gone(backend: Backend) -> None:
    storage = backend.storage(KEY)
    storage.read()
    storage.write(state("a", "b"))
    storage.write(state("a"))
    assert backend.storage(KEY).read() == state("a")


def test_who_has_not_seen_the_last_change_is_told_and_overwrites_nothing(backend: Backend) -> None:
    one, other = backend.storage(KEY), backend.storage(KEY)
    one.read()
    one.write(state("a"))
    assert other.read() == state("a")
    one.write(state("a", label="ORG"))
    assert (one.is_current, other.is_current) == (True, False)
    with pytest.raises(StoreError) as caught:
        other.write(state("a", label="LOC"))
    assert caught.value.key == "store.changed"
    assert backend.storage(KEY).read() == state("a", label="ORG")
    fresh = backend.storage(KEY)
    with pytest.raises(StoreError):  # it has read nothing at all
        fresh.write(state())


def test_records_of_different_people_are_their_own(backend: Backend) -> None:
    if isinstance(backend, PostgresBackend):
        backend.admit("piyue", "zhou")
    for key in (KEY, OTHER, SHARED):
        storage = backend.storage(key)
        storage.read()
        storage.write(state(key.owner))
    assert [backend.storage(key).read() for key in (KEY, OTHER, SHARED)] == [
        state(key.owner) for key in (KEY, OTHER, SHARED)
    ]


def test_each_write_leaves_the_state_before_it(backend: Backend) -> None:
    storage = backend.storage(KEY)
    storage.read()
    for names in (["a"], ["a", "b"], ["b"]):
        storage.write(state(*names))
    history = backend.history(KEY)
    assert [each.number for each in history] == sorted((each.number for each in history), reverse=True)
    spans = [[row["id"] for row in backend.state(KEY, each.number)["spans"].values()] for each in history]
    assert spans == [["a", "b"], ["a"]]
    with pytest.raises(NotFoundError):
        backend.state(KEY, 999)


def test_a_lease_keeps_others_out_until_it_is_given_back(backend: Backend) -> None:
    mine, theirs = backend.lease(KEY), backend.lease(KEY)
    backend.storage(KEY).read()
    mine.take()
    mine.check()
    mine.beat()
    assert (mine.is_held, theirs.is_held) == (True, False)
    theirs.check()  # in one process nobody is in another's way
    with pytest.raises(LockedError):
        theirs.take()
    theirs.take(over=True)
    with pytest.raises(LockedError):
        mine.check()
    mine.release()  # no longer ours
    theirs.check()
    theirs.release()
    mine.take()
    mine.release()


def held_by(backend: PostgresBackend, silent: int, **fields: object) -> None:
    """Make the lease somebody else's, whose last sign of life was so many seconds ago."""
    with backend.connection() as connection:
        connection.execute(
            "UPDATE piyue.leases SET holder = %s, beat = now() - make_interval(secs => %s)"
            " WHERE project = %s",
            (json.dumps(me()._asdict() | fields), silent, backend.project),
        )


def test_a_lease_of_a_dead_one_is_free_and_one_of_another_machine_when_it_is_silent(
    server: Server, tmp_path: Path
) -> None:
    backend = on_server(server, tmp_path.name)
    for silent, holder, is_free in (
        (0, {"boot": "before"}, True),
        (0, {"host": "elsewhere"}, False),
        (SILENT - 60, {"host": "elsewhere"}, False),
        (SILENT + 1, {"host": "elsewhere"}, True),
    ):
        first, mine = backend.lease(KEY), backend.lease(KEY)
        first.take(over=True)
        held_by(backend, int(silent), **holder)
        for lease in (first, mine):
            if holder == {"boot": "before"}:
                lease.check()
            else:
                with pytest.raises(LockedError, match="elsewhere"):
                    lease.check()
        if is_free:
            mine.take()
            mine.check()
        else:
            with pytest.raises(LockedError, match="elsewhere"):
                mine.take()
    backend.close()


def test_a_save_sends_what_changed_and_the_next_one_knows_it(server: Server, tmp_path: Path) -> None:
    backend = on_server(server, tmp_path.name)
    storage = backend.storage(KEY)
    assert isinstance(storage, ChangeStorage)
    storage.read()
    storage.write(state("a", "b", "c"))
    lines = {number: record_line(number, {"id": f"{number}"}) for number in (3, 4)}
    storage.write_changes(["meta", "spans"], {"spans": {1: None, 2: None, 9: None, **lines}})
    now = {"meta": {"1": {"version": 2}}, "spans": {"3": {"id": "3"}, "4": {"id": "4"}}}
    assert backend.storage(KEY).read() == now
    storage.write_changes(["meta", "spans"], {"spans": {3: None}})
    assert backend.storage(KEY).read() == now | {"spans": {"4": {"id": "4"}}}
    storage.write(state("a", "b"))
    assert backend.storage(KEY).read() == state("a", "b")
    assert storage.is_current
    backend.close()


@pytest.mark.slow
def test_what_others_change_in_the_project_is_told_as_long_as_one_listens(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psycopg

    mine, theirs, foreign = (on_server(server, name) for name in (tmp_path.name, tmp_path.name, "other"))

    def write(backend: Backend, *keys: Key) -> None:
        for key in keys:
            storage = backend.storage(key)
            storage.read()
            storage.write(state("a", at=monotonic()))

    def begin() -> None:
        write(mine, SHARED)
        write(foreign, SHARED)
        write(theirs, KEY)

    told = list[Key]()
    for key in mine.changes(30, begin, lambda: len(told) == 2):
        told.append(key)
        write(theirs, *[Key("ling", "q")][len(told) - 1 :])
    assert told == [KEY, Key("ling", "q")]

    def refuses(*_: object, **__: object) -> None:
        raise psycopg.OperationalError

    monkeypatch.setattr(psycopg, "connect", refuses)
    with pytest.raises(StoreError, match="OperationalError"):
        list(mine.changes(1))
    for backend in (mine, theirs, foreign):
        backend.close()


@pytest.fixture
def elsewhere(backend: Backend, request: pytest.FixtureRequest) -> Iterator[Backend]:
    """The same records, as somebody else has them before them."""
    if isinstance(backend, FilesBackend):
        yield backend
        return
    assert isinstance(backend, PostgresBackend)
    made = PostgresBackend(request.getfixturevalue("server").url(), backend.project)
    yield made
    made.close()


def test_a_change_of_somebody_else_shows_within_a_second(backend: Backend, elsewhere: Backend) -> None:
    storage = elsewhere.storage(KEY)
    storage.read()
    storage.write(state("a"))
    seen: list[tuple[Key, float]] = []
    listening, over = Event(), Event()

    def look() -> None:
        for key in backend.changes(30, listening.set, over.is_set):
            seen.append((key, monotonic()))
            over.set()

    watcher = Thread(target=look)
    watcher.start()
    assert listening.wait(10)
    changed = monotonic()
    storage.write(state("a", at=changed))
    watcher.join(10)
    assert [key for key, _ in seen] == [KEY]
    assert seen[0][1] - changed < 1
    assert backend.versions().keys() == {KEY}
    assert backend.owners("p") == {"ling"}


def test_a_project_is_copied_to_a_server_and_back(server: Server, tmp_path: Path) -> None:
    files, back = (
        FilesBackend(tmp_path / "one" / "annotations"),
        FilesBackend(tmp_path / "two" / "annotations"),
    )
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    there = on_server(server, tmp_path.name)
    for key in (KEY, SHARED):
        storage = files.storage(key)
        storage.read()
        storage.write(state("a", key.owner))
    assert copy(files, there) == copy(there, back) == 6
    assert copy(files, there) == 6  # again: nothing to do
    for key in (KEY, SHARED):
        assert back.path(key).read_bytes() == files.path(key).read_bytes()
    other = there.storage(KEY)
    other.read()
    other.write(state("else"))
    with pytest.raises(StoreError) as caught:
        copy(files, there)
    assert caught.value.key == "store.there"
    there.close()


@pytest.mark.slow
def test_predictions_are_kept_beside_those_that_somebody_else_imported(backend: Backend) -> None:
    page = page_of(page_id="p")
    both, mine, theirs = (
        Prediction("ORG", ((at, at + 2),), page.text[at : at + 2], 0.5, "m") for at in (0, 2, 4)
    )
    assert add_predictions(backend, page, [both, mine]) == 2
    assert add_predictions(backend, page, [theirs, both]) == 1
    assert load_predictions(backend, page) == [both, mine, theirs]
    assert load_predictions(backend, page_of("换了一页。", page_id="p")) == []
    assert load_predictions(backend, page_of(page_id="q")) == []


def test_what_grows_lies_apart_by_project_and_is_reached_through_the_whole_only(
    server: Server, tmp_path: Path
) -> None:
    mine, unprepared = on_server(server, tmp_path.name), PostgresBackend(server.url(), f"{tmp_path.name}+")
    for backend in (mine, unprepared, mine):
        storage = backend.storage(KEY)
        known = storage.read()
        storage.write(state("a", "b" if known else "c", of=backend.project))
        assert backend.storage(KEY).read() == state("a", "b" if known else "c", of=backend.project)
    mine.set_up()  # again: nothing moves
    part = md5(mine.project.encode()).hexdigest()
    with mine.connection() as connection:
        rows = [
            connection.execute(f"SELECT DISTINCT project FROM piyue.{table}_{part}").fetchall()
            for table in ("files", "records", "history")
        ]
        connection.execute("DROP ROLE IF EXISTS hong")
        connection.execute("CREATE ROLE hong LOGIN")
    assert rows == [[(mine.project,)]] * 3
    mine.admit("hong", "hong")
    theirs = PostgresBackend(server.url("hong"), mine.project)
    with pytest.raises(StoreError) as caught, theirs.connection() as connection:
        connection.execute(f"DELETE FROM piyue.records_{part}")
    assert caught.value.key == "store.not_yours"
    for backend in (mine, unprepared, theirs):
        backend.close()


def test_an_annotator_writes_only_their_own_records(server: Server, tmp_path: Path) -> None:
    owner = on_server(server, tmp_path.name)
    for key in (KEY, OTHER):
        owner.admit("piyue", key.owner)
        storage = owner.storage(key)
        storage.read()
        storage.write(state("a"))
    with owner.connection() as connection:
        connection.execute("DROP ROLE IF EXISTS zhou")
        connection.execute("CREATE ROLE zhou LOGIN")
    owner.admit("zhou", "zhou")
    theirs = PostgresBackend(server.url("zhou"), tmp_path.name)
    mine = theirs.storage(OTHER)
    assert mine.read() == state("a")
    mine.write(state("b"))
    foreign = theirs.storage(KEY)
    assert foreign.read() == state("a")  # reading is everybody's
    with pytest.raises(StoreError):
        foreign.write(state("x"))
    owner.lease(KEY).take()
    with pytest.raises(StoreError):
        theirs.lease(KEY).take(over=True)
    for statement in (
        "DELETE FROM piyue.records WHERE owner = 'ling'",
        "UPDATE piyue.records SET content = '{}' WHERE owner = 'ling'",
        "UPDATE piyue.files SET names = '{}' WHERE owner = 'ling'",
        "DELETE FROM piyue.leases WHERE owner = 'ling'",
    ):
        with theirs.connection() as connection:
            assert connection.execute(statement).rowcount == 0
    for statement in ("DELETE FROM piyue.history", "INSERT INTO piyue.members VALUES ('zhou', 'ling')"):
        with pytest.raises(StoreError) as caught, theirs.connection() as connection:
            connection.execute(statement)
        assert caught.value.key == "store.not_yours"
    assert owner.storage(KEY).read() == state("a")
    assert owner.storage(OTHER).read() == state("b")
    page = page_of(page_id="p")  # what models guessed is nobody's: whoever imports it adds to it
    assert add_predictions(theirs, page, [Prediction("ORG", ((0, 2),), page.text[:2])]) == 1
    assert add_predictions(owner, page, [Prediction("LOC", ((2, 4),), page.text[2:4])]) == 1
    theirs.close()
    owner.close()


@pytest.mark.slow
def test_what_was_written_is_there_after_the_server_was_killed(tmp_path: Path, server: Server) -> None:
    backend = on_server(server, tmp_path.name)
    storage = backend.storage(KEY)
    storage.read()
    storage.write(state("a"))
    server.kill()
    with pytest.raises(StoreError) as caught:
        storage.write(state("a", "b"))
    assert caught.value.key == "store.server"
    server.start()
    storage.write(state("a", "b"))
    assert backend.storage(KEY).read() == state("a", "b")
    backend.close()


@pytest.mark.slow
def test_a_server_that_keeps_silent_counts_as_away(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = on_server(server, tmp_path.name)
    monkeypatch.setattr("tui.store.postgres.deadlines.CHECK", 0.2)
    silent = list[int]()

    def silence(connection: "Connection[Any]") -> "Connection[Any]":
        silent.append(connection.info.backend_pid)
        os.kill(silent[-1], signal.SIGSTOP)
        return connection

    try:
        with pytest.raises(StoreError) as caught, backend.connection(patience=0.2) as connection:
            silence(connection).execute("SELECT 1")
        assert caught.value.key == "store.server"
        storage = backend.storage(KEY)
        assert storage.read() is None
        with backend.connection() as connection:
            pass
        silence(connection)  # in the pool
        storage.write(state("a"))
        assert backend.storage(KEY).read() == state("a")
    finally:
        for process in silent:
            os.kill(process, signal.SIGCONT)
    backend.close()


def test_an_address_keeps_the_timeouts_that_it_names() -> None:
    conninfo_to_dict = pytest.importorskip("psycopg.conninfo").conninfo_to_dict
    said = conninfo_to_dict(with_timeouts("postgresql://db/news?connect_timeout=60"))
    assert said == {
        **{"host": "db", "dbname": "news", "connect_timeout": "60", "tcp_user_timeout": "10000"},
        **{"keepalives_idle": "10", "keepalives_interval": "3", "keepalives_count": "3"},
    }
    assert conninfo_to_dict(with_timeouts("host=db"))["connect_timeout"] == "5"
    assert with_timeouts("no address") == "no address"


def test_a_project_of_a_team_is_worked_in_as_any_other(
    server: Server, tmp_path: Path, private_home: Path
) -> None:
    root = tmp_path / "paper"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_text(TEXT, "utf-8")
    (root / "piyue.toml").write_text(f'[project]\nname = "{tmp_path.name}"\n')
    url = server.url()
    status, said = run("store", "setup", "--url", url, "--admit", "piyue=ling", "--project", str(root))
    assert (status, "ready" in said) == (0, True)
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(f'[store]\nurl = "{url}"\n')
    one, other = Project(root), Project(root)
    document = opened(one, "p", lambda error: pytest.fail(str(error)))
    stale = opened(other, "p", lambda error: pytest.fail(str(error)))
    one.documents.annotations.lease(document).take()
    with pytest.raises(LockedError):
        PostgresBackend(url, tmp_path.name).lease(Key("ling", "p")).take()
    one.save(document.replaced(spans=(span_of(document.page, "a", (0, 2)),)))
    mine = stale.replaced(spans=(span_of(stale.page, "b", (2, 4)),), progress={"p#1": Progress(note="好")})
    with pytest.raises(StoreError):
        other.save(mine)
    merged = other.documents.merge(mine, lambda error: None)
    other.save(merged)
    fresh = Project(root).document("p")
    assert [span.id for span in fresh.spans] == ["a", "b"]
    records = Project(root).records
    assert records.annotators() == ("ling",)
    assert [records.is_begun(page) for page in ("p", "q")] == [True, False]
    assert (records.predicted_pages(), records.corrected_pages()) == (frozenset(), frozenset())
    indexed = [index(Project(root)) for _ in range(2)]
    assert [(last.changed, refused) for last, refused in indexed] == [(1, []), (0, [])]
    pins = Corrections(words=(WordPin(segments=((0, 2),), text=TEXT[:2]),))
    corrected = Project(root)
    corrected.save(corrected.document("p").replaced(corrections=pins))
    assert Project(root).records.corrected_pages() == {"p"}
    assert index(Project(root))[0].changed == 1
    assert [row.tags for row in Project(root).index.rows()] == [2]
    assert not (root / "annotations" / "ling" / "p.json").exists()
    status, said = run("store", "copy", "--to", "files", "--project", str(root))
    assert (status, (root / "annotations" / "ling" / "p.json").exists()) == (0, True), said
    one.documents.close()
