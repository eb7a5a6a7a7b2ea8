#!/bin/sh
# dateparser 1.5.0, Chinese days without a month, months with two digits, and years alone.
#
# One would guess: 15日 is the 15th of a month, as "15th" is; 2023年 is the year 2023, as "2023" is; what is not
# understood gives None, as 15号 and 去年底 do.
# What happens: 日 and 年 without more are lengths of time, counted back from the base: on 15 January 2024, 15日 and
# 本月15日 (the 15th of this month) are 31 December, 上个月5日 is a month and five days ago, and 2023年 is the year 1 (1949年
# the year 75). 9月5日 is 5 September, but 10月1日 is 15 January 2010: 10 is taken for the year, 1 for the month; it is
# None if the language is given. No error and no warning; STRICT_PARSING does not change 15日 and 2023年.
# Who meets it: who dates Chinese news by it: reports name days of the current month so (15日, 本月15日), and 10月1日 is the
# National Day. piyue reads all of them as a reader does (docs/quantities.md).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "dateparser==1.5.0"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime
from importlib.metadata import version

import dateparser

BASE = datetime(2024, 1, 15, 9)
print("dateparser", version("dateparser"))


def days(*texts, languages=None, **settings):
    settings["RELATIVE_BASE"] = BASE
    read = {text: dateparser.parse(text, languages=languages, settings=settings) for text in texts}
    found = {text: date and str(date.date()) for text, date in read.items()}
    print(found)
    return found


assert days("15th", "2023", languages=["en"]) == {"15th": "2024-01-15", "2023": "2023-01-15"}
assert days("9月5日", "2023年9月15日") == {"9月5日": "2024-09-05", "2023年9月15日": "2023-09-15"}
assert days("15号", "去年底") == {"15号": None, "去年底": None}
counted_back = {
    "15日": "2023-12-31",
    "本月15日": "2023-12-31",
    "上个月5日": "2023-12-10",
    "2023年": "0001-01-15",
    "1949年": "0075-01-15",
}
assert days(*counted_back) == days(*counted_back, languages=["zh"]) == counted_back
assert days("15日", "2023年", STRICT_PARSING=True) == {"15日": "2023-12-31", "2023年": "0001-01-15"}
assert days("10月1日") == {"10月1日": "2010-01-15"}
assert days("10月1日", languages=["zh"]) == {"10月1日": None}
print("as described")
PYTHON
