#!/bin/sh
# seqeval 1.2.2, tags that are a label alone (PERSON, ORG), as many Chinese CoNLL files have them.
#
# One would guess: tags without B- and I- are refused, or each is taken for a label; with the same tags on both sides
# F1 is 1.
# What happens: the first letter of each tag is read as its prefix. PERSON is an entity of the label ERSON, LOC one of
# OC; ORG begins with the O of "outside" and is no entity at all, so that a file with no other label scores 0 against
# itself. A score comes out, with warnings of which none says ORG was left out.
# Who meets it: who evaluates on a corpus whose tags have no scheme, or forgets to convert them. piyue reads a
# run of one such tag as one span, and writes BIO2.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" "seqeval==1.2.2"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities

print("seqeval", version("seqeval"))
mixed, organisations = ["PERSON", "O", "LOC", "ORG"], ["ORG", "ORG", "O"]
found, score = get_entities(mixed), f1_score([organisations], [organisations])
print(mixed, "->", found)
print(organisations, "against itself: F1", score)
assert found == [("ERSON", 0, 0), ("OC", 2, 2)]
assert score == 0.0
print("as described")
PYTHON
