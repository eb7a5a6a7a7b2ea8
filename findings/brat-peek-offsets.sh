#!/bin/sh
# brat-peek 0.1.2.1, agreement between two annotators' brat files by `offset`.
#
# One would guess: with the fields file name, label and offset, which the README's example and the docstring recommend,
# two tags match if they stand "in the same position in text".
# What happens: the column `offset` holds the tag's text, and its place is in the column `span`. Two annotators who tag
# 临溪县 and 望津市 at different places, and no place alike, have an agreement of 1.0; by `span` it is 0.0. A name that one
# of them tagged at every mention and the other once agrees wholly, too: what stands twice is counted once.
# Who meets it: who measures agreement of brat's files with it, of news more than of anything: the names of an article
# return in each paragraph. Ask for `span`. piyue compares tags by their places.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "brat-peek==0.1.2.1" "pandas==2.3.3" "unidecode==1.4.0" "seaborn==0.13.2"
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import io
from contextlib import redirect_stdout
from importlib.metadata import version
from pathlib import Path

from peek.ann_structure import AnnCorpus
from peek.metrics import show_iaa

print("brat-peek", version("brat-peek"))
TEXT = "临溪县总工会走访临溪县。望津市开会，望津市"


def corpus(name, places):
    tags = [f"T{n}\tLOC {at} {at + 3}\t{TEXT[at : at + 3]}\n" for n, at in enumerate(places, 1)]
    Path(name).mkdir()
    Path(name, "a.txt").write_text(TEXT, encoding="utf-8")
    Path(name, "a.ann").write_text("".join(tags), encoding="utf-8")
    return AnnCorpus(name, txt=True)


def agreement(one, other, field):
    said = io.StringIO()
    with redirect_stdout(said):
        show_iaa([one, other], ["filename", "label", field], ["LOC"])
    lines = said.getvalue().splitlines()
    return float(lines[next(n for n, line in enumerate(lines) if "all vs all" in line) + 2])


ling, mo, wen = corpus("ling", [0, 12]), corpus("mo", [8, 18]), corpus("wen", [0, 8, 12, 18])
elsewhere = agreement(ling, mo, "offset"), agreement(ling, mo, "span")
once = agreement(ling, wen, "offset"), agreement(ling, wen, "span")
print("no place alike: by offset", elsewhere[0], "by span", elsewhere[1])
print("two tags and four: by offset", once[0], "by span", once[1])
assert "in the same\n        position in text" in show_iaa.__doc__
assert elsewhere == (1.0, 0.0)
assert once == (1.0, 0.5)
print("as described")
PYTHON
