"""Other libraries behind one function each: the values that they find in a text.

``python readers.py LIBRARY``, by the interpreter that the library lives in. Reads from stdin a JSON list of
texts, then lines ``kind<TAB>text``; writes a JSON list of values for each line, and last the characters a
second on the texts.
"""

import json
import re
import sys
import time
import warnings
from collections.abc import Callable
from datetime import datetime

warnings.filterwarnings("ignore")
_NUMBER = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)(万亿|万|亿)?")
_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
BASE = datetime(2023, 3, 1)
Reader = Callable[[str], list[str]]


def _decimal(number: str, scale: str = "") -> str:
    from decimal import Decimal

    return str(Decimal(number.replace(",", "")) * _SCALES[scale])


def cn2an() -> dict[str, Reader]:
    """cn2an rewrites a text with Arabic digits: what numbers stand in it then."""
    import cn2an as library

    return {
        "number": lambda text: [
            _decimal(*found) for found in _NUMBER.findall(library.transform(text, "cn2an"))
        ]
    }


def chinese2digits() -> dict[str, Reader]:
    """chinese2digits lists the numbers of a text; of a percentage it gives the hundredth."""
    import chinese2digits as library

    def read(text: str) -> list[str]:
        found = library.takeNumberFromString(text)
        pairs = zip(found["CHNumberStringList"], found["digitsStringList"], strict=True)
        return [_percent(written, value) for written, value in pairs]

    return {"number": read}


def _percent(written: str, value: str) -> str:
    from decimal import Decimal

    factor = (
        100 if "百分之" in written or "%" in written else 1000 if "千分之" in written or "‰" in written else 1
    )
    return str(Decimal(value) * factor)


def recognizers() -> dict[str, Reader]:
    """Recognizers-Text: numbers and percentages; dates and times."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import Culture, recognize_number, recognize_percentage

    def numbers(text: str) -> list[str]:
        shares = recognize_percentage(text, Culture.Chinese)
        found = [
            one
            for one in recognize_number(text, Culture.Chinese)
            if not any(_within(one, two) for two in shares)
        ]
        return [one.resolution["value"].rstrip("%") for one in (*shares, *found) if one.resolution]

    def times(text: str) -> list[str]:
        return [
            _interval(one.resolution) for one in recognize_datetime(text, Culture.Chinese, reference=BASE)
        ]

    return {"number": numbers, "time": times}


def _within(one: object, two: object) -> bool:
    return bool(two.start <= one.start and one.end <= two.end)  # type: ignore[attr-defined]


def _interval(resolution: dict[str, list[dict[str, str]]] | None) -> str:
    said = (resolution or {}).get("values") or [{}]
    last = said[0]
    if "value" in last:
        return f"{last['value'][:10]}/{last['value'][:10]}"
    end = last.get("end", "..")
    if len(end) == 10 and end != "..":
        from datetime import timedelta

        end = str((datetime.fromisoformat(end) - timedelta(1)).date())
    return f"{last.get('start', '..')}/{end}"


def jionlp() -> dict[str, Reader]:
    """JioNLP: amounts of money (it reads no other numbers in a text) and times."""
    import jionlp as library

    base = {"year": BASE.year, "month": BASE.month, "day": BASE.day}

    def numbers(text: str) -> list[str]:
        found = library.ner.extract_money(text, with_parsing=True)
        return [_money(one["detail"]["num"]) for one in found]

    def times(text: str) -> list[str]:
        found = library.ner.extract_time(text, time_base=base, with_parsing=True)
        return [
            "/".join(str(day)[:10] for day in one["detail"]["time"])
            for one in found
            if "time" in one["detail"]
        ]

    return {"number": numbers, "time": times}


def _money(number: object) -> str:
    return "..".join(map(str, number)) if isinstance(number, list) else str(number)


def piyue() -> dict[str, Reader]:
    """The library of this project."""
    from tui.quantities import find
    from tui.quantities.periods import base_of, find_periods

    base = base_of(BASE.date().isoformat())

    def numbers(text: str) -> list[str]:
        return [one.value + (f"..{one.value_max}" if one.value_max else "") for one in find(text)]

    return {"number": numbers, "time": lambda text: [one.interval.iso for one in find_periods(text, base)]}


READERS = {
    "piyue": piyue,
    "cn2an": cn2an,
    "JioNLP": jionlp,
    "Recognizers-Text": recognizers,
    "chinese2digits": chinese2digits,
}


def _tried(read: Reader, text: str) -> list[str]:
    try:
        return read(text)
    except Exception:  # what a library raises is a miss of its
        return []


def _speed(readers: dict[str, Reader], texts: list[str]) -> float:
    """Return the characters a second of all that a library reads, once over the texts."""
    start = time.perf_counter()
    for text in texts:
        for read in readers.values():
            _tried(read, text)
    return sum(map(len, texts)) / (time.perf_counter() - start)


def main() -> None:
    """Answer for one library."""
    readers, texts = READERS[sys.argv[1]](), json.loads(sys.stdin.readline())
    for line in sys.stdin:
        kind, text = line.rstrip("\n").split("\t")
        found = _tried(readers[kind], text) if kind in readers else None
        print(json.dumps(found, ensure_ascii=False))
    _speed(readers, texts[:5])
    print(json.dumps({"speed": _speed(readers, texts), "reads": sorted(readers)}))


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
