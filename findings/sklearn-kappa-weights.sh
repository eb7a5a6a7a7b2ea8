#!/bin/sh
# scikit-learn 1.9.1, weighted kappa of grades in words and of grades that nobody gave.
#
# One would guess: the weights of `cohen_kappa_score` follow the grades: by how much they differ if they are numbers,
# and for words the caller is asked for their order, as the library krippendorff asks for it.
# What happens: the weight is the distance of places in the sorted list of the labels that were seen. 低 中 高 (low,
# middle, high) are sorted by code point, 中 低 高, so that middle for high costs more than low for high. Who confuses low
# and high twice in 12 articles has a quadratic kappa of 0.875, who confuses middle and high 0.5; in the right order it
# is the other way round. Of numbers, 2 and 4 are neighbours if nobody gave a 3: 0.9, where 1 to 5 give 0.8. `labels=`
# sets both right; it is described as the labels to use, not as an order. No warning.
# Who meets it: who reports weighted kappa, the usual figure for grades (好 中 差, 高 中 低, 1 to 5).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "scikit-learn==1.9.1"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

from sklearn.metrics import cohen_kappa_score

print("scikit-learn", version("scikit-learn"))
GRADES = ["低", "中", "高"]
ling = GRADES * 4
far, near = list(ling), list(ling)
far[0], far[5] = "高", "低"
near[1], near[5] = "高", "中"


def kappas(first, second, order):
    found = [cohen_kappa_score(first, second, weights="quadratic", labels=labels) for labels in (None, order)]
    return [round(float(kappa), 3) for kappa in found]


words = {"低 and 高": kappas(ling, far, GRADES), "中 and 高": kappas(ling, near, GRADES)}
numbers = kappas([1, 2, 4, 5, 2, 4, 1, 5], [1, 4, 4, 5, 2, 2, 1, 5], [1, 2, 3, 4, 5])
print("quadratic kappa as it is, and with labels in order")
for name, found in [*words.items(), ("2 and 4", numbers)]:
    print(f"confused {name}:", *found)
assert sorted(GRADES) == ["中", "低", "高"]
assert words == {"低 and 高": [0.875, 0.5], "中 and 高": [0.5, 0.875]}
assert numbers == [0.9, 0.8]
print("as described")
PYTHON
