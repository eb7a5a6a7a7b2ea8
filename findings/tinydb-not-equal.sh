#!/bin/sh
# tinydb 4.9.0, records in which a field is absent.
#
# One would guess: `where("status") != "target"` selects what `~(where("status") == "target")` selects.
# What happens: a test of a field that a record does not have is false whatever it asks, so `!=` selects only records
# that have the field with another value, and a negated `==` those without it as well. In annotation files, where an
# attribute is absent from most spans, the first finds one of the three spans that are no target, the second all three.
# Who meets it: who reads annotations with TinyDB and counts what is not of a kind. docs/files.md names it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "tinydb==4.9.0"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

print("tinydb", version("tinydb"))
spans = TinyDB(storage=MemoryStorage)
spans.insert_multiple([{"status": "target"}, {"status": "actual"}, {"label": "ORG"}, {"label": "LOC"}])
unequal = spans.count(where("status") != "target")
negated = spans.count(~(where("status") == "target"))
print("!=", unequal, " ~(==)", negated)
assert (unequal, negated) == (1, 3)
print("as described")
PYTHON
