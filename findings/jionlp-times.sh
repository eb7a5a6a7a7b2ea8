#!/bin/sh
# jionlp 1.5.31, `parse_time`: spans over the end of a month or a year, 除夕 of 去年, years of the Republic.
#
# One would guess: what is no time it understands raises, as 7、8月 does; what it returns is a time that there is.
# What happens: from 15 January 2024, 12月30日至1月2日 ends eleven months before it begins (2024-12-30 to 2024-01-02), and
# 3月30日至2日 ends on 2 March. 去年除夕 is 2023-02-09: the month and day of this year's eve in the year before, which was
# no New Year's Eve (2023-01-21 and 2024-02-09 were; 2023年除夕 is 2024-02-09). 民国26年7月, when the war broke out in 1937, is
# July 2026. Nothing is said.
# Who meets it: who sorts news by the times in it, or takes the length of a span. piyue ends the first two on 2 January
# and 2 April, reads the years of the Republic and leaves 去年除夕 open (docs/quantities.md).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" "jionlp==1.5.31"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime
from importlib.metadata import version

import jionlp

BASE = datetime(2024, 1, 15, 9).timestamp()
print("jionlp", version("jionlp"))


def days(text):
    start, end = jionlp.parse_time(text, time_base=BASE)["time"]
    return start[:10], end[:10]


spans = {text: days(text) for text in ("12月30日至1月2日", "3月30日至2日")}
eves = {text: days(text)[0] for text in ("去年除夕", "2023年除夕", "2022年除夕")}
republic = days("民国26年7月")
print(spans, eves, republic, sep="\n")
assert spans == {
    "12月30日至1月2日": ("2024-12-30", "2024-01-02"),
    "3月30日至2日": ("2024-03-30", "2024-03-02"),
}
assert eves == {"去年除夕": "2023-02-09", "2023年除夕": "2024-02-09", "2022年除夕": "2023-01-21"}
assert republic == ("2026-07-01", "2026-07-31")
print("as described")
PYTHON
