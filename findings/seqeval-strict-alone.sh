#!/bin/sh
# seqeval 1.2.2, `mode="strict"` without `scheme`.
#
# One would guess: strict is strict; if the scheme is needed, as the README asks for both, its absence is an error, or
# the scheme is detected, and by all functions in the same way.
# What happens: `f1_score`, `precision_score` and `recall_score` take no notice of `mode` then and count leniently;
# `classification_report` detects a scheme. A prediction that begins each entity with I- where the gold has B- has an F1
# of 1.0 by the one and 0.0 by the other, with the same arguments. And I, O and B are always taken for IOB2: of a file in
# IOB1, where entities begin with I-, the report drops nearly all on both sides. Of 5 entities it counts one, and its F1
# is 1.0 although every other border is wrong (0.2 with `scheme=IOB1`). No warning.
# Who meets it: who evaluates strictly and forgets the scheme; IOB1 is what INCEpTION and WebAnno write as CoNLL 2003.
# piyue reads any scheme and writes BIO2.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" "seqeval==1.2.2"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

from seqeval.metrics import classification_report, f1_score
from seqeval.scheme import IOB1, IOB2

print("seqeval", version("seqeval"))


def scores(gold, found, **options):
    f1 = round(float(f1_score(gold, found, **options)), 3)
    report = classification_report(gold, found, output_dict=True, **options)["micro avg"]
    by_report = round(float(report["f1-score"]), 3), int(report["support"])
    print(options, "F1", f1, "- report: F1", *by_report[:1], "of", by_report[1], "entities")
    return f1, *by_report


# 王敏在金沙市
gold = [["B-PER", "I-PER", "O", "B-LOC", "I-LOC", "I-LOC"]]
found = [["I-PER", "I-PER", "O", "I-LOC", "I-LOC", "I-LOC"]]
assert scores(gold, found, mode="strict") == (1.0, 0.0, 2)
assert scores(gold, found, mode="strict", scheme=IOB2) == (0.0, 0.0, 2)

# In IOB1, 王敏在临溪县 and 望津市金沙市总工会: two places, the second with a B-, and an organisation.
gold = [
    ["I-PER", "I-PER", "O", "I-LOC", "I-LOC", "I-LOC"],
    ["I-LOC", "I-LOC", "I-LOC", "B-LOC", "I-LOC", "I-LOC", "I-ORG", "I-ORG", "I-ORG"],
]
found = [
    ["I-PER", "O", "O", "O", "I-LOC", "I-LOC"],
    ["O", "I-LOC", "I-LOC", "B-LOC", "I-LOC", "I-LOC", "O", "I-ORG", "I-ORG"],
]
assert scores(gold, found, mode="strict") == (0.2, 1.0, 1)
assert scores(gold, found, mode="strict", scheme=IOB1) == (0.2, 0.2, 5)
print("as described")
PYTHON
