#!/bin/sh
# pypinyin 0.55.0, initials and the number of items.
#
# One would guess: `Style.INITIALS` gives the letter a character's pinyin begins with, and `lazy_pinyin` one item for
# each character.
# What happens: w and y are no initials in the strict sense that is the default: 王, 杨 and 吴 give an empty string, as
# 安 does, and with `strict=False` 安 still does; the letter one types is `FIRST_LETTER`. All characters that are not
# Chinese and stand together are one item, punctuation with digits: five items for the eight characters of 区ABC，12家.
# Who meets it: who searches or sorts Chinese names by initials (王 and 杨 are two of the commonest surnames), or lays
# pinyin beside characters by their position. piyue takes the first letter, character by character.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "pypinyin==0.55.0"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from pypinyin import Style, lazy_pinyin

print("pypinyin", version("pypinyin"))
strict = lazy_pinyin("王杨吴安", style=Style.INITIALS)
loose = lazy_pinyin("王杨吴安", style=Style.INITIALS, strict=False)
letters = lazy_pinyin("王杨吴安", style=Style.FIRST_LETTER)
items = lazy_pinyin("区ABC，12家")
print(strict, loose, letters, items)
assert strict == ["", "", "", ""]
assert loose == ["w", "y", "w", ""]
assert letters == ["w", "y", "w", "a"]
assert items == ["qu", "ABC，12", "jia"]
print("as described")
PYTHON
