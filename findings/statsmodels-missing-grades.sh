#!/bin/sh
# statsmodels 0.15.0, Fleiss' kappa where some annotators left some texts out.
#
# One would guess: a missing label (NaN, as a table of pandas has it) is left out, or refused, as `fleiss_kappa` refuses
# a table whose rows have different sums.
# What happens: `aggregate_raters` makes a label of NaN, and all who left a text out agree with each other and differ
# from all who did not. The rows then have equal sums, and `fleiss_kappa` takes them. Two who agree on all of 6 texts,
# and a third who did two of them and agrees too, have 0.4 instead of 1; pairs of 4 annotators who never agree have
# -0.33 instead of -1. Nothing warns; the labels that come back end in nan.
# Who meets it: who gives each text to two of four annotators, as is usual, and reports Fleiss' kappa. irrCAC leaves
# what is missing out. piyue reports Krippendorff's alpha, which takes what is missing into account.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "statsmodels==0.15.0" "irrCAC==0.4.4"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

import numpy
import pandas
from irrCAC.raw import CAC
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

print("statsmodels", version("statsmodels"), "irrCAC", version("irrCAC"))
NO = numpy.nan
agreeing = pandas.DataFrame({"ling": [1, 2, 3, 1, 2, 3], "mo": [1, 2, 3, 1, 2, 3], "hua": [1, NO, NO, NO, NO, 3]})
pairs = [[1, 2, NO, NO], [NO, 2, 1, NO], [NO, NO, 1, 2], [2, NO, NO, 1], [1, NO, 2, NO], [NO, 1, NO, 2]]
disagreeing = pandas.DataFrame(pairs, columns=["ling", "mo", "hua", "wen"], dtype=float)


def kappas(grades):
    table, labels = aggregate_raters(grades)
    found = fleiss_kappa(table), CAC(grades).fleiss()["est"]["coefficient_value"]
    print("labels", labels, "kappa by statsmodels and by irrCAC", *(round(float(kappa), 2) for kappa in found))
    return [round(float(kappa), 2) for kappa in found]


assert kappas(agreeing) == [0.4, 1.0]
assert kappas(disagreeing) == [-0.33, -1.0]
assert numpy.isnan(aggregate_raters(agreeing)[1][-1])
is_refused = False
try:
    fleiss_kappa(aggregate_raters(agreeing)[0][:, :-1])
except AssertionError:
    is_refused = True
assert is_refused
print("as described")
PYTHON
