#!/bin/sh
# Python compiles a character class of Han some fifty times as slowly as one of Latin letters.
#
# One would guess: `[一-鿿]` is one range, like `[a-z]`, and costs as much to compile.
# What happens: as soon as a class has a character beyond U+00FF, `re` writes all that is in it, one character after the
#   other, into a table of 65,536; all 20,992 of a range of Han, which takes half a millisecond or more. A class of five
#   signs of Chinese punctuation has the same table, which is then packed: six to nine times as slow. It does not matter
#   whether the class stands alone or in a long pattern.
# Who meets it: programs for Chinese text with many patterns at the top of their modules: a hundred classes of Han, which
#   is not much for rules on numbers and names, are 50 to 100 ms of each start. Python keeps no compiled patterns from
#   one run to the next; what helps is to compile a pattern when it is needed first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/check.py" <<'PY'
import re
import sys
from time import perf_counter

PATTERNS = {
    "Latin letters": "[a-z]+",
    "Chinese punctuation": "[。！？；：]+",
    "Han": "[\u4e00-\u9fff]+",
    "Han, Latin letters and digits": "[0-9a-z\u4e00-\u9fff]+",
}


def compiling(pattern):
    """Return the least microseconds that compiling a pattern takes."""
    taken = []
    for _ in range(50):
        re.purge()
        began = perf_counter()
        re.compile(pattern)
        taken.append(perf_counter() - began)
    return 1e6 * min(taken)


found = {name: compiling(pattern) for name, pattern in PATTERNS.items()}
print("Python", sys.version.split()[0])
for name, microseconds in found.items():
    print(f"{name}: {microseconds:.0f} microseconds, {microseconds / found['Latin letters']:.0f} times as long")
assert found["Han"] > 10 * found["Latin letters"]
assert found["Han, Latin letters and digits"] > 10 * found["Latin letters"]
assert found["Chinese punctuation"] > 3 * found["Latin letters"]
print("as described")
PY
python3 "$folder/check.py"
