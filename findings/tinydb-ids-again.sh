#!/bin/sh
# tinydb 4.9.0, the number of a record that was removed.
#
# One would guess: a document id, once given, is never given again, as in a database's sequence; so a relation may
# name its spans by their ids. While a file stays open that is so.
# What happens: a file that is opened again counts on from the highest id that is left. If the newest span was removed
# before, the next one gets its id, and a relation that named the removed span now names the new one. In one session the
# new span has id 4; with the file closed in between it has id 3, which the relation still names.
# Who meets it: who keeps spans and relations in TinyDB tables and links them by doc_id. Give spans ids of your own.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "tinydb==4.9.0"
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import sys
from importlib.metadata import version
from pathlib import Path

from tinydb import TinyDB

print("tinydb", version("tinydb"))


def next_id(path: Path, close: bool) -> int:
    database = TinyDB(path)
    *_, newest = database.table("spans").insert_multiple([{"text": text} for text in ("金沙市", "清河村", "去年")])
    database.table("relations").insert({"head": 1, "tail": newest})
    database.table("spans").remove(doc_ids=[newest])
    if close:
        database.close()
        database = TinyDB(path)
    made = database.table("spans").insert({"text": "档案馆"})
    [relation] = database.table("relations").all()
    named = database.table("spans").get(doc_id=relation["tail"])
    print("closed in between" if close else "left open", "- new id:", made, "- the relation names:", named)
    return made


folder = Path(sys.argv[1])
assert next_id(folder / "open.json", close=False) == 4
assert next_id(folder / "closed.json", close=True) == 3
print("as described")
PYTHON
