#!/bin/sh
# krippendorff 0.9.0, grades in an array of unsigned integers.
#
# One would guess: alpha depends on the grades, not on how many bits the array keeps them in.
# What happens: the interval distance (the default) and the ratio distance subtract the grades in the array's own type.
# Of unsigned ones 1 - 2 is 255 (or 4294967295), so that neighbours are as far apart as can be if the lower one comes
# first. Two annotators who differ by one grade in 2 of 8 articles have an alpha of 0.941 as int64 and of 0.698 as
# uint8; ratio falls from 0.883 to 0.546. Nominal and ordinal alpha are right. One missing grade makes floats of the
# array, and all is right again. Nothing warns.
# Who meets it: who grades articles from 1 to 5 and keeps the grades small, as `pandas.to_numeric(downcast="unsigned")`
# does. piyue gives counts to this library, and takes nominal alpha alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "krippendorff==0.9.0" "pandas==2.3.3"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

import krippendorff
import numpy
import pandas

print("krippendorff", version("krippendorff"))
GRADES = pandas.DataFrame({"ling": [1, 2, 5, 4, 3, 1, 5, 2], "mo": [2, 2, 5, 4, 3, 1, 4, 2]})
LEVELS = ("nominal", "ordinal", "interval", "ratio")


def alphas(grades):
    found = [round(float(krippendorff.alpha(grades, level_of_measurement=level)), 3) for level in LEVELS]
    print(grades.dtype, dict(zip(LEVELS, found)))
    return found


small = GRADES.apply(pandas.to_numeric, downcast="unsigned").to_numpy().T
signed, unsigned, wide = (alphas(small.astype(kind)) for kind in (numpy.int64, small.dtype, numpy.uint32))
with_missing = numpy.column_stack([small, [numpy.nan, 3]])
print("with a grade missing:", end=" ")
again = alphas(with_missing)
assert small.dtype == numpy.uint8
assert signed[:2] == unsigned[:2] == wide[:2] == again[:2]
assert signed[2:] == again[2:] == [0.941, 0.883]
assert unsigned[2:] == [0.698, 0.546]
assert wide[2:] == [0.7, 0.549]
print("as described")
PYTHON
