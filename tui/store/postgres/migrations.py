"""Brings the tables of a server to today's version: a step from each version to the next, in one transaction.

1: one table each for files, records and history. 2: each has a part for every project. 3: everybody may write
predictions.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from tui.errors import StoreError
from tui.store.postgres.schema import statements

if TYPE_CHECKING:
    from psycopg import Connection

VERSION = 3

NUMBER = """
CREATE TABLE IF NOT EXISTS piyue.version (number int NOT NULL);
REVOKE ALL ON piyue.version FROM PUBLIC;
"""
KIND = "SELECT relkind FROM pg_class WHERE oid = to_regclass('piyue.files')"
WITHOUT_NUMBER = {"r": 1, "p": 2}
"""Versions before the number was kept, told by what kind of table `files` is."""


class Step(NamedTuple):
    """What leads from one version to the next: before and after its tables are made."""

    before: str
    after: str


OF_EACH = "ALTER TABLE piyue.{table} SET SCHEMA piyue_before;"
MOVED = ("records", "history", "files")
TO_PARTS = Step(
    before="CREATE SCHEMA piyue_before;" + "".join(OF_EACH.format(table=table) for table in MOVED),
    after="""
SELECT piyue.partition(project) FROM (SELECT DISTINCT project FROM piyue_before.files) AS every;
ALTER TABLE piyue.files DISABLE TRIGGER tell;
ALTER TABLE piyue.records DISABLE TRIGGER remember;
INSERT INTO piyue.files (project, owner, page, version, names, changed)
    SELECT project, owner, page, version, names, changed FROM piyue_before.files;
INSERT INTO piyue.records (project, owner, page, tab, number, content, version)
    SELECT project, owner, page, tab, number, content, version FROM piyue_before.records;
INSERT INTO piyue.history (project, owner, page, tab, number, content, version, author, changed)
    SELECT project, owner, page, tab, number, content, version, author, changed FROM piyue_before.history;
ALTER TABLE piyue.files ENABLE TRIGGER tell;
ALTER TABLE piyue.records ENABLE TRIGGER remember;
DROP SCHEMA piyue_before CASCADE;
""",
)
STEPS = {1: TO_PARTS, 2: Step(before="", after="")}


def migrate(connection: "Connection[Any]") -> None:
    """Make the tables, or bring those that there are to today's version; it may be run again.

    Raises:
        StoreError: they are of a newer version.
    """
    found = _version(connection)
    if found > VERSION:
        raise StoreError("store.server_newer", version=found, known=VERSION)
    steps = [STEPS[number] for number in range(found, VERSION)] if found else []
    for step in steps:
        connection.execute(step.before)
    connection.execute(statements() + NUMBER)
    for step in steps:
        connection.execute(step.after)
    connection.execute("DELETE FROM piyue.version")
    connection.execute("INSERT INTO piyue.version VALUES (%s)", (VERSION,))


def _version(connection: "Connection[Any]") -> int:
    """Return the version of the tables; 0 where there are none."""
    if connection.execute("SELECT to_regclass('piyue.version')").fetchone() != (None,):
        row = connection.execute("SELECT number FROM piyue.version").fetchone()
        return int(row[0]) if row else VERSION
    kind = connection.execute(KIND).fetchone()
    return WITHOUT_NUMBER[_text(kind[0])] if kind else 0


def _text(kind: str | bytes) -> str:
    return kind.decode() if isinstance(kind, bytes) else kind
