"""Writes numbers as Chinese numerals, from the rules of writing; shares nothing with the reader."""

LOWER = ("零一二三四五六七八九", "十百千", "万亿")
CAPITAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿")


def chinese(number: int, style: tuple[str, str, str] = LOWER) -> str:
    """Write a number below 10**12 in full, 零 for each gap."""
    digits, small, big = style
    if number == 0:
        return digits[0]
    groups = [(number // 10**8, big[1]), (number // 10**4 % 10**4, big[0]), (number % 10**4, "")]
    text, gap = "", False
    for group, name in groups:
        if not group:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += digits[0]
        text, gap = text + _group(group, digits, small) + name, False
    return text


def _group(group: int, digits: str, small: str) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if not digit:
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[digit] + (small[place - 1] if place else "")
        gap = False
    return text
