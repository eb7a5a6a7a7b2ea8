#!/bin/sh
# pyte 0.8.2, Chinese characters at the right margin and under what is written over one half of them.
#
# One would guess: pyte shows what a terminal would. A character of two cells that has one cell left goes to the next
# row, and what is written over half of a wide character is seen, and blots out the other half.
# What happens: with an odd number of columns the wide character stays in the last one: a screen of 5 columns shows 中国人
# in its first row, 6 cells, and 民 below; in a terminal 中国 and 人民. x written over the right half of 中 is in the buffer,
# but `display` leaves out the cell behind a wide character whatever it holds: it shows 中国 as if nothing had been
# written, and of 中国报 with the right halves erased nothing is missing. Written over the left half, `display` raises
# IndexError.
# Who meets it: who tests a program for Chinese text on pyte: a row that a terminal breaks looks whole, and what covers
# half a character is not seen. The second is reported (pyte's issue 75). piyue's tests join the cells of the buffer.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "pyte==0.8.2" "wcwidth==0.9.4"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import pyte
from wcwidth import wcswidth

print("pyte", version("pyte"))


def screen(columns, written):
    made = pyte.Screen(columns, 2)
    pyte.Stream(made).feed(written)
    return made


def rows(made):
    return [row.rstrip() for row in made.display]


even, odd = screen(4, "中国人民"), screen(5, "中国人民")
print("4 columns:", rows(even), " 5 columns:", rows(odd))
assert rows(even) == ["中国", "人民"]
assert rows(odd) == ["中国人", "民"]
assert wcswidth(rows(odd)[0]) == 6
over_right = screen(10, "中国\x1b[1;2Hx")  # to the second column
erased = screen(10, "中国报\x1b[1;2H\x1b[X\x1b[1;4H\x1b[X\x1b[1;6H\x1b[X")
print("x over the right half of 中:", rows(over_right)[0], [over_right.buffer[0][x].data for x in range(4)])
print("right halves erased:", rows(erased)[0])
assert rows(over_right)[0] == "中国"
assert over_right.buffer[0][1].data == "x"
assert rows(erased)[0] == "中国报"
try:
    rows(screen(10, "中国\x1b[1;1Hx"))
    raise AssertionError("written over the left half is shown")
except IndexError as error:
    print("x over the left half of 中: IndexError,", error)
print("as described")
PYTHON
