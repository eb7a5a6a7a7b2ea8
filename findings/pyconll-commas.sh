#!/bin/sh
# pyconll 3.3.1, commas in MISC.
#
# One would guess: a treebank that is read and written without a change is the same treebank; MISC holds any text, and
# only FEATS has lists with commas (the description of CoNLL-U says so).
# What happens: the value of each key of MISC is cut at its commas and kept as a set. Written again, its parts are sorted
# and what stood twice stands once: the box `Box=40,12,40,96` becomes `Box=12,40,96`, three numbers of four, and
# `Gloss=go,and,see` becomes `Gloss=and,go,see`. No warning.
# Who meets it: who keeps places on the scanned page, glosses or lists of spans beside the words, and lets a script add
# one column.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "pyconll==3.3.1"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import pyconll

print("pyconll", version("pyconll"))
row = "1\t望津\t_\tPROPN\t_\t_\t0\troot\t_\t{}"
given = row.format("Box=40,12,40,96|Gloss=go,and,see")
written = pyconll.load_from_string(f"# sent_id = 1\n# text = 望津\n{given}\n\n").conll().splitlines()[2]
print("read:   ", given.split("\t")[-1])
print("written:", written.split("\t")[-1])
assert written == row.format("Box=12,40,96|Gloss=and,go,see")
print("as described")
PYTHON
