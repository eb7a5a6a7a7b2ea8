"""One spelling for what is written in several, character by character, so that offsets hold."""

import re

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEPT = "，；？！"
_ALSO = {
    "∶": ":",
    "〜": "~",
    "∼": "~",
    "−": "-",
    "﹪": "%",
    "﹣": "-",
    "○": "〇",
    "萬": "万",
    "億": "亿",
    "两": "两",
    "\u3000": " ",
}
_ALSO |= {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "°": "°", "￥": "¥"}
TABLE: dict[int, int | str] = {
    **{code: ascii for code, ascii in _WIDE.items() if chr(code) not in _KEPT},
    **{ord(a): b for a, b in _ALSO.items()},
}
WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


def fold(text: str) -> str:
    """Return `text`, as long as before, in half-width letters, digits and signs."""
    folded = WIDE_COMMA.sub(",", text) if "，" in text else text
    return folded.translate(TABLE)
