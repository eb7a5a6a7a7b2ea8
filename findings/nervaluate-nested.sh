#!/bin/sh
# nervaluate 1.2.1, strict evaluation of nested entities.
#
# One would guess: an entity that both sides have, with the same label and the same borders, counts as correct, and
# the order in which a side lists its entities does not matter.
# What happens: entities are matched in the order of the list. One that overlaps an entity of the other side takes it
# away as "incorrect", and the exact match that comes later finds nothing: both sides agree on 临溪县总工会 (ORG), one
# also has 临溪县 (LOC) inside of it, and the number of correct entities is 0; with the two lines exchanged it is 1.
# Who meets it: everybody who measures agreement, or a model, on nested entities (Chinese organisations begin with a
# place). piyue counts exact matches first and is tested against nervaluate on lists with the exact matches in front.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "nervaluate==1.2.1"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from nervaluate import Evaluator

organisation = {"label": "ORG", "start": 0, "end": 5}  # 临溪县总工会, the end inclusive
place = {"label": "LOC", "start": 0, "end": 2}  # 临溪县


def correct(found):
    evaluator = Evaluator([[organisation]], [found], tags=["ORG", "LOC"], loader="dict")
    return evaluator.evaluate()["overall"]["strict"].correct


inner_first, outer_first = correct([place, organisation]), correct([organisation, place])
print("nervaluate", version("nervaluate"))
print("correct with the inner entity first:", inner_first)
print("correct with the outer entity first:", outer_first)
assert (inner_first, outer_first) == (0, 1), "no longer as described"
print("as described")
PYTHON
