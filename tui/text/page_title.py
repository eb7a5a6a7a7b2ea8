"""What people call a page: the paper's name, the date and the page's number, as they are printed on it."""

import re
from functools import lru_cache

MASTHEAD = 12
"""Lines at a page's beginning in which the paper's name may stand alone."""
LONGEST = 80
"""Characters of a line that may be one of a masthead or folio."""
NAME = r"[一-龥]{1,7}(?:[日晚早晨午时時周週商快导導新]|都市|青年|工人|参考|參考|法治)[报報]"
ALONE = r"[一-龥]{2,9}[报報]"
NO_PAPER = r"本[报報]|[公简簡通举舉预預情海汇匯申回上][报報]$"
DATE = (
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
    r"|民[国國]\s*(\d{1,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
)
REPUBLIC = 1911
"""What is added to a year of the Republic, which has no four digits."""
FOUR_DIGITS = 1000
RUNNING = "[；。]|，(?!星期|周|礼拜|农历)"
"""What no masthead or folio holds: 经同意，自2024年5月1日起调整."""
EDITION = r"第?[A-D]?\d{1,3}版"


@lru_cache(maxsize=4096)
def page_title(text: str) -> str:
    """Return the paper's name, the date (ISO 8601) and the page's number; what is not printed is left out."""
    lines = [line.strip(" #*《》\u3000\r") for line in text.split("\n")]
    short = [line for line in lines if line and len(line) <= LONGEST]
    dated = [line for line in short if re.search(DATE, line) and not re.search(RUNNING, line)]
    papers = (
        line for line in lines[:MASTHEAD] if line.endswith(("报", "報"))
    )  # a pattern of Han compiles slowly
    alone = (line for line in papers if re.fullmatch(ALONE, line) and not re.search(NO_PAPER, line))
    named = (found[0] for line in dated if (found := re.search(NAME, line)))
    name = next(alone, None) or next(named, "")
    if not name and not any(line in lines[:MASTHEAD] for line in dated):
        return ""
    folio = dated[0] if dated else ""
    edition = re.search(EDITION, folio)
    return " ".join(filter(None, (name, _date(folio), edition[0] if edition else "")))


def _date(line: str) -> str:
    found = re.search(DATE, line)
    if found is None:
        return ""
    year, month, day = (int(part) for part in found.groups() if part)
    return f"{year + REPUBLIC * (year < FOUR_DIGITS)}-{month:02}-{day:02}"
