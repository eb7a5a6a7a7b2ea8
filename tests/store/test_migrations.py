"""A server whose tables an older version made is brought to today's, with all that is in them."""

import re
from collections.abc import Iterator

import pytest

from tests.store.server import Server, programs
from tui.errors import StoreError
from tui.store.backend import Key
from tui.store.postgres.backend import PostgresBackend
from tui.store.postgres.schema import statements

PARTS = re.compile(r" PARTITION BY LIST \(project\)")
OF_PARTS = re.compile(r"CREATE TABLE IF NOT EXISTS piyue\.\w+_other PARTITION OF .*;\n")
FILLED = """
INSERT INTO piyue.members VALUES ('piyue', 'ling');
INSERT INTO piyue.files VALUES ('old', 'ling', 'p', 1, '{meta,spans}', '2026-03-01');
INSERT INTO piyue.records VALUES ('old', 'ling', 'p', 'spans', '1', '{"id": "a"}', 1);
UPDATE piyue.files SET version = 2;
UPDATE piyue.records SET content = '{"id": "b"}', version = 2;
"""
KEY = Key("ling", "p")


def first_version() -> str:
    """The tables as version 1 made them: without parts."""
    return OF_PARTS.sub("", PARTS.sub("", statements()))


@pytest.fixture
def old() -> Iterator[Server]:
    """A server of its own: tables are those of all projects."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    server = Server()
    yield server
    server.stop()


@pytest.mark.slow
def test_tables_of_the_first_version_are_brought_to_todays_with_their_history(old: Server) -> None:
    backend = PostgresBackend(old.url(), "old")
    with backend.connection() as connection:
        connection.execute(first_version())
        connection.execute(FILLED)
    for _ in range(2):  # again: nothing moves
        backend.set_up()
        storage = backend.storage(KEY)
        assert storage.read() == {"meta": {}, "spans": {"1": {"id": "b"}}}
        assert [state.number for state in backend.history(KEY)] == [1]
        assert backend.state(KEY, 1) == {"spans": {"1": {"id": "a"}}}
    storage.write({"meta": {}, "spans": {"1": {"id": "c"}}})
    assert [state.number for state in backend.history(KEY)] == [2, 1]
    with backend.connection() as connection:
        rows = connection.execute("SELECT count(*) FROM piyue.records_other").fetchone()
        kind = connection.execute("SELECT relkind FROM pg_class WHERE relname = 'records'").fetchall()
    assert rows == (0,)  # they lie in the project's part
    assert len(kind) == 1
    backend.close()


@pytest.mark.slow
def test_tables_of_a_newer_version_are_left_alone_in_one_line(old: Server) -> None:
    backend = PostgresBackend(old.url(), "new")
    backend.set_up()
    with backend.connection() as connection:
        connection.execute("UPDATE piyue.version SET number = 99")
    with pytest.raises(StoreError, match="version 99"):
        backend.set_up()
    backend.close()
