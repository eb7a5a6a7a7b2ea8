#!/bin/sh
# jionlp 1.5.31 and cn2an 0.5.24, amounts whose last unit is not said: 三万五 (35,000), 一亿五 (150,000,000).
#
# One would guess: both libraries read how people say amounts; what they cannot read raises.
# What happens: jionlp's `parse_money` adds the last digit as ones and calls the result "accurate": 三万五元 is 30005,
# 一千五元 1005, 一亿五 100000005. cn2an reads 三万五 and 一千五 rightly, but raises KeyError at 一亿五 and ValueError at
# 一点五亿, which every newspaper prints.
# Who meets it: who normalises amounts of interviews and reports. piyue reads all of these (docs/quantities.md).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" "jionlp==1.5.31" "cn2an==0.5.24"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

import cn2an
import jionlp

print("jionlp", version("jionlp"), "cn2an", version("cn2an"))


def amount(text):
    found = jionlp.parse_money(text)
    return found["num"], found["definition"]


def converted(text):
    try:
        return cn2an.cn2an(text, "smart")
    except (KeyError, ValueError) as error:
        return type(error).__name__


amounts = {text: amount(text) for text in ("三万五元", "一千五元", "一亿五")}
numbers = {text: converted(text) for text in ("三万五", "一千五", "一亿五", "一点五亿")}
print(amounts)
print(numbers)
assert amounts == {
    "三万五元": ("30005.00", "accurate"),
    "一千五元": ("1005.00", "accurate"),
    "一亿五": ("100000005.00", "accurate"),
}
assert numbers == {"三万五": 35000, "一千五": 1500, "一亿五": "KeyError", "一点五亿": "ValueError"}
print("as described")
PYTHON
