"""Blanks that text recognition sets within dates: 2022 年 12 月 31 日, 1 2月."""

import re
from collections.abc import Sequence

_BLANK = re.compile(
    "(?<=[0-9]) +(?=[年月日号至到—–~-])|(?<=[年月日号至到—–~截自从-]) +(?=[0-9])|(?<=[年月]) +(?=[初底末])"
)
_SPLIT = re.compile("(?<![0-9.])(?<![0-9.] )(1) ([012])(?= ?月)|(?<![0-9])(?<=月) ?([123]) ([0-9])(?=[日号])")


def squeeze(folded: str) -> tuple[str, Sequence[int] | None]:
    """Return a folded text without the blanks within its dates, and the place of each of its characters.

    None in place of the places: nothing was taken out.
    """
    if " " not in folded:
        return folded, None
    out = {at for found in _BLANK.finditer(folded) for at in range(*found.span())}
    for found in _SPLIT.finditer(folded):
        first = found[1] or found[3]
        number = int(first + (found[2] or found[4]))
        if number <= (12 if found[1] else 31):
            out.update(at for at in range(*found.span()) if folded[at] == " ")
    if not out:
        return folded, None
    kept = [at for at in range(len(folded)) if at not in out]
    return "".join(folded[at] for at in kept), [*kept, len(folded)]
