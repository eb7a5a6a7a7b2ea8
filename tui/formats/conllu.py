"""CoNLL-U: words sentence by sentence, tags as `Entity` in MISC, in the bracket notation of CorefUD.

`(e1-ORG` opens a tag, `e1)` closes it, `(e1-ORG)` is one word. A word without a blank behind it says
`SpaceAfter=No`; `# text` is the words so joined.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO
from urllib.parse import quote, unquote

from tui.errors import FormatError
from tui.formats.common.flat_article import Mark, Sheet, ordered
from tui.formats.common.json_lines import text_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.tokens import seen, sentences, tokens
from tui.formats.registry import Options, Refuse

NOTHING = "\t_" * 7 + "\t"
"""The columns between a word and what is said beside."""
BRACKET = r"\((?P<opened>e\d+)-(?P<label>[^()]*)(?P<only>\))?|(?P<closed>e\d+)\)"


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options))


def _encode(sheet: Sheet, options: Options) -> bytes:
    ranges = seen(tokens(sheet, options.unit), sheet.text)
    opened, closed = _brackets(sheet)
    lines = [f"# newdoc id = {_id(sheet.id)}", "# global.Entity = eid-etype"]
    for number, sentence in enumerate(sentences(sheet, ranges, options.max_length), 1):
        glued = [a[1] == b[0] for a, b in pairwise(sentence)] + [False]
        words = [sheet.text[start:end] for start, end in sentence]
        text = "".join(word + ("" if no_blank else " ") for word, no_blank in zip(words, glued, strict=True))
        lines += [f"# sent_id = {_id(sheet.id)}-{number}", f"# text = {text.strip(' ')}"]
        for at, ((start, end), word) in enumerate(zip(sentence, words, strict=True), 1):
            misc = "SpaceAfter=No" if glued[at - 1] else ""
            if start in opened or end in closed:
                misc = f"Entity={_entity(start, end, opened, closed)}{misc and '|'}{misc}"
            lines.append(f"{at}\t{word}{NOTHING}{misc or '_'}")
        lines.append("")
    if not ranges:
        return b""
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _id(name: str) -> str:
    return quote(name, safe="#-_.+@" + "".join(c for c in name if not c.isascii() and c.isprintable()))


def _brackets(sheet: Sheet) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    """Return the marks by where they begin, the enclosing first, and by where they end, the inner first."""
    named = [mark._replace(id=f"e{number}") for number, mark in enumerate(sheet.marks, 1)]
    opened: dict[int, list[Mark]] = {}
    closed: dict[int, list[Mark]] = {}
    for mark in named:
        opened.setdefault(mark.start, []).append(mark)
    for mark in reversed(named):
        closed.setdefault(mark.end, []).append(mark)
    return opened, closed


def _entity(start: int, end: int, opened: dict[int, list[Mark]], closed: dict[int, list[Mark]]) -> str:
    here = opened.get(start, [])
    begun = [f"({m.id}-{quote(m.label, safe='')}" + (")" if m.end == end else "") for m in here]
    return "".join([m.id + ")" for m in closed.get(end, []) if m.start != start] + begun)


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield a sheet for each `# newdoc`; a line that is no word's is refused and the next one read."""
    article = _Article("", 1)
    for number, line in text_lines(source, path):
        if line.startswith("# newdoc"):
            yield from article.sheet()
            article = _Article(unquote(line.partition("=")[2].strip()), number)
        elif not line.strip():
            article.end_sentence()
        elif not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                refuse(FormatError("import.columns", path=path, line=number))
            elif columns[0].isdecimal():
                article.word(columns[1], columns[9])
    yield from article.sheet()


class _Article:
    """An article while its words come."""

    def __init__(self, name: str, line: int) -> None:
        self.name, self.line, self.text = name, line, ""
        self.words: list[tuple[int, int]] = []
        self.marks: list[Mark] = []
        self._open: dict[str, tuple[int, str]] = {}

    def word(self, form: str, misc: str) -> None:
        """Take a word with what is said of it."""
        import re

        start, end = len(self.text), len(self.text) + len(form)
        self.words.append((start, end))
        said = dict(part.partition("=")[::2] for part in misc.split("|"))
        self.text += form + ("" if said.get("SpaceAfter") == "No" else " ")
        for match in re.finditer(BRACKET, said.get("Entity", "")):
            if key := match["opened"]:
                self._open[key] = start, unquote(match["label"])
            if (closing := match["closed"] or (match["only"] and key)) and closing in self._open:
                begun, label = self._open.pop(closing)
                self.marks.append(Mark(closing, label, ((begun, end),)))

    def end_sentence(self) -> None:
        """End a sentence: the next one stands on a new line."""
        self.text = self.text.removesuffix(" ") + "\n" if self.text.strip() else ""

    def sheet(self) -> Iterator[Sheet]:
        """Yield the article if it has words."""
        if self.words:
            yield Sheet(self.name, self.text, ordered(self.marks), words=tuple(self.words), line=self.line)
