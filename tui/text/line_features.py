"""What a line looks like, among the lines around it: features for the model of lines.

A line here has its hard wraps undone. Features are of form (length, first and last characters, stops, blanks,
place on the page), of the words at its ends, of what its text shares with the text above and below, and of
what the rules made of it. Those of form are of the two lines above and below too.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import log2
from typing import NamedTuple

from tui.text.cohesion import pairs
from tui.text.layout import cells

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇○"
RUN = re.compile(rf"(?P<han>[{HAN}]+)|(?P<digit>[0-9０-９]+)|(?P<latin>[A-Za-zＡ-Ｚａ-ｚ]+)|(?P<blank>\s+)")
SIGNS = {"digit": "9", "latin": "a", "blank": "_"}
ENDS = {
    "stop": "。！？…",
    "comma": "，、；",
    "colon": "：:",
    "quote": "”’」』",
    "bracket": "）)〕】",
    "title": "》",
}
END_OF = {character: name for name, characters in ENDS.items() for character in characters}
STOPS = frozenset("。！？…")
NUMBER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|"
    r"第[一二三四五六七八九十\d]+[章节条回]"
)
NAME = re.compile(
    rf"[{HAN}]{{1,8}}[ \u3000]+[{HAN}][ \u3000]*[{HAN}]{{1,2}}|[{HAN}][ \u3000]+[{HAN}]|[{HAN}]{{2,3}}"
)
COUNT = "一二三四五六七八九十"
DATE = re.compile(
    rf"[\d{COUNT}〇○０-９]{{1,4}}年|[\d{COUNT}]{{1,2}}月[\d{COUNT}]{{1,3}}日|\d{{4}}[.\-/]\d{{1,2}}"
)
SET_WIDE = re.compile(r"  |\u3000\u3000|\t")
INSIDE = re.compile("[。；]")
CREDITED = re.compile("[。！？…][”’]?[（(〔【][^（(〔【]*.$")
LENGTHS = (2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 32, 45, 70, 120, 250)
LONG, CLAUSE, BRIEF = 45, 22, 16
"""Characters of a line that is surely text; of one with a comma that hardly is a headline; of a sentence
that is no paragraph."""
EDGE, WORDS = 12, 34
"""So many characters at either end show the form of a line; of so short a line all words count."""
AROUND = 400
"""Characters above and below a line in which the words of a headline are looked for."""


class Row(NamedTuple):
    """A line with its hard wraps undone.

    Attributes:
        text: its text.
        gap: blank lines above it.
        indent: whether it is indented.
        level: of a Markdown heading, else 0.
        ruled: what the rules made of it.
    """

    text: str
    gap: int
    indent: bool
    level: int
    ruled: str


class _Form(NamedTuple):
    """What one line looks like by itself."""

    kind: str
    end: str
    near: list[str]
    far: list[str]


def features(rows: Sequence[Row]) -> list[list[str]]:
    """Return the features of each line of a page."""
    forms = [_form(row) for row in rows]
    page = _Page(rows, [form.kind for form in forms])
    found = []
    for at, form in enumerate(forms):
        here = ["0" + feature for feature in form.near]
        for offset in (-2, -1, 1, 2):
            here += _beside(forms, at, offset)
        here += page.features(at)
        found.append(here)
    return found


def _beside(forms: Sequence[_Form], at: int, offset: int) -> list[str]:
    if not 0 <= at + offset < len(forms):
        return [f"{offset}no line"]
    form = forms[at + offset]
    return [f"{offset}{feature}" for feature in (form.near if abs(offset) == 1 else form.far)]


def _form(row: Row) -> _Form:
    text = row.text
    end, start = _end(text), _start(text)
    kind = _kind(text, end, start)
    far = ["k" + kind, "e" + end, "s" + start, f"l{_length(text)}", "r" + row.ruled]
    near = [*far, *_shape(text), *_marks(text), *_words(text)]
    return _Form(kind, end, near, far)


def _end(text: str) -> str:
    last = END_OF.get(text[-1])
    if last in ("quote", "bracket") and len(text) > 1:
        if text[-2] in STOPS:
            return "stop"
        return last + "ed" if last == "bracket" and CREDITED.search(text[-40:]) else last
    return last or _sign(text[-1])


def _start(text: str) -> str:
    return "number" if NUMBER.match(text) else _sign(text[0])


def _sign(character: str) -> str:
    found = RUN.match(character)
    return found.lastgroup or "" if found else character


def _kind(text: str, end: str, start: str) -> str:
    """Return the coarse form of a line: text, a sentence, a row, or one like a headline."""
    ended = end in ("stop", "bracketed")
    if len(text) > LONG or (ended and len(text) > BRIEF):
        return "P"
    if ended:
        return "p"
    if end == "comma":
        return "comma"
    if SET_WIDE.search(text):
        return "row"
    if INSIDE.search(text):
        return "stops"
    if "，" in text and len(text) > CLAUSE:
        return "clause"
    if start not in ("han", "digit", "latin", "number", "“", "《"):
        return "bullet"
    return "line" if len(text) > 6 else "word"


def _length(text: str) -> int:
    return bisect_left(LENGTHS, cells(text[:256]) / 2)


def _run(found: re.Match[str]) -> str:
    sign = SIGNS.get(found.lastgroup or "")
    if sign:
        return sign
    size = found.end() - found.start()
    return f"h{size}" if size <= 4 else "H"


def _shape(text: str) -> Iterator[str]:
    yield "a" + RUN.sub(_run, text[:EDGE])[:8]
    yield "z" + RUN.sub(_run, text[-EDGE:])[-8:]


def _marks(text: str) -> Iterator[str]:
    if NAME.fullmatch(text):
        yield "name"
    if len(text) < 60:
        if DATE.search(text):
            yield "date"
        if " " in text or "\u3000" in text:
            yield "blanks"
        yield f"d{sum(map(str.isdigit, text)) * 5 // len(text)}"
    if "：" in text[:14]:
        yield "colon"


def _words(text: str) -> Iterator[str]:
    yield "<" + text[:1]
    yield "<" + text[:2]
    yield "<" + text[:3]
    yield ">" + text[-1:]
    yield ">" + text[-2:]
    if len(text) <= WORDS:
        yield from ("w" + pair for pair in set(pairs(text)))
    else:
        yield from ("W" + pair for pair in set(pairs(text[:14])))
        yield from ("V" + pair for pair in set(pairs(text[-14:])))


class _Page:
    """What a line looks like on its page."""

    def __init__(self, rows: Sequence[Row], kinds: Sequence[str]) -> None:
        self.rows, self.kinds = rows, ["no", *kinds, "no"]
        self.told = [kind in "Pp" for kind in kinds]
        self.usual = Counter(row.gap for row in rows[1:]).most_common(1)[0][0] if len(rows) > 1 else 0
        indented = sum(row.indent for row in rows) / max(1, len(rows))
        self.indents = 0.1 < indented < 0.95
        self.top = min((row.level for row in rows if row.level), default=0)
        self.first = self.told.index(True) if any(self.told) else len(rows)
        texts = [row.text[:AROUND] for row in rows]
        self.text = "\n".join(texts)
        self.sizes = [*accumulate(map(len, texts), initial=0)]  # of what stands before each line
        self.above = _runs(self.told)
        self.below = _runs(self.told[::-1])[::-1]

    def features(self, at: int) -> Iterator[str]:
        row, told = self.rows[at], "t" if self.told[at] else "s"
        above, kind, below = self.kinds[at : at + 3]
        yield f"kr{kind}|{row.ruled}"
        yield f"kk{above}|{kind}"
        yield f"kn{kind}|{below}"
        yield f"kkk{above}|{kind}|{below}"
        yield f"top{min(at, 4)}|{kind}"
        yield f"foot{min(len(self.rows) - 1 - at, 3)}|{kind}"
        yield f"seen{at > self.first}|{kind}"
        yield "gap" + self._gap(at)
        yield "gap below" + self._gap(at + 1)
        if row.gap > max(1, self.usual):
            yield "wide gap"
        if self.indents:
            below_it = self.rows[at + 1].indent if at + 1 < len(self.rows) else "no"
            yield f"indent{row.indent}{below_it}{told}"
        if self.top:
            yield f"mark{(row.level > 0) + (row.level == self.top)}{told}"
        yield f"above{self.above[at]}{told}"
        yield f"below{self.below[at]}{told}"
        if not self.told[at]:
            yield from self._speaks(at)

    def _gap(self, at: int) -> str:
        if not 0 < at < len(self.rows):
            return "no"
        gap = self.rows[at].gap
        return str((gap > self.usual) - (gap < self.usual))

    def _speaks(self, at: int) -> Iterator[str]:
        """Yield how much of a short line is spoken of below it and not above, how much text stands below."""
        words = set(pairs(self.rows[at].text))
        above, below = self._text_above(at), self._text_below(at + 1)
        size = 0
        for index in range(at + 1, len(self.rows)):
            if not self.told[index]:
                break
            size += len(self.rows[index].text)
        yield f"size{min(6, int(log2(1 + size / 30)))}"
        if words:
            known = sum(word in above for word in words)
            taken = sum(word in below and word not in above for word in words)
            yield f"taken{3 * taken // len(words)}"
            yield f"known{3 * known // len(words)}"

    def _text_above(self, end: int) -> str:
        """Return the text of the lines before one, back to where it is enough."""
        first = max(0, bisect_left(self.sizes, self.sizes[end] - AROUND) - 1)
        return self._text(first, end)

    def _text_below(self, first: int) -> str:
        """Return the text of a line and those behind it, up to where it is enough."""
        end = min(len(self.rows), bisect_right(self.sizes, self.sizes[first] + AROUND))
        return self._text(first, end)

    def _text(self, first: int, end: int) -> str:
        return self.text[self.sizes[first] + first : self.sizes[end] + end]


def _runs(told: Sequence[bool]) -> list[str]:
    """Return of each line how many lines of the same kind stand right above it, and of which."""
    found = []
    run, last = 0, None
    for one in told:
        found.append(f"{'' if last is None else 't' if last else 's'}{min(run, 4)}")
        run = run + 1 if one is last else 1
        last = one
    return found
