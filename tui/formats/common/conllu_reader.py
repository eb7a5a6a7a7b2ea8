"""Reader of CoNLL-U: words, sentences with their ids, and CorefUD's `Entity` in MISC.

A word stands where `# text` has it; without that line, where `SpaceAfter` says. A multiword token's words
stand where it does. Entities with one id are the same, which is an equivalence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_lines import text_lines
from tui.formats.common.not_read import NotReadError
from tui.formats.common.token_joining import joined
from tui.formats.common.tokens import long_tokens
from tui.formats.registry import Refuse
from tui.model import Segment
from tui.model.page import Sentence

BRACKET = re.compile(
    r"\((?P<opened>[^-()\[\]]+)(?:\[[^\]]*\])?(?:-(?P<fields>[^()]*))?(?P<only>\))?"
    r"|(?P<closed>[^-()\[\]]+)(?:\[[^\]]*\])?\)"
)
COMMENT = re.compile(r"#\s*([\w.]+)\s*(?:=\s*(.*))?")
UNREAD = ("LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS")
READ = frozenset({"newdoc", "newpar", "sent_id", "text", "global.Entity", "global.columns"})
READ_MISC = frozenset({"Entity", "SpaceAfter", "SpacesAfter"})
FIELDS = ("eid", "etype")
"""What the fields of a bracket are where no line says it."""
CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


class Word(NamedTuple):
    """A line of a sentence: a word, or a token of several, which end with the word called `last`."""

    form: str
    misc: Mapping[str, str]
    last: int = 0


@lru_cache(maxsize=1024)
def _misc(said: str) -> Mapping[str, str]:
    """Return what the last column says; it is the same on most lines."""
    return dict(part.partition("=")[::2] for part in said.split("|")) if said != "_" else {}


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield an article for each `# newdoc`; a line that is no word's is refused and the next one read."""
    article = _Article("", 1, FIELDS)
    for number, line in text_lines(source, path, refuse):
        line = line.rstrip("\r")
        columns = line.split("\t")
        if len(columns) == 10 and not line.startswith("#"):
            article.take(columns)
        elif line.startswith("#"):
            match = COMMENT.match(line)
            name, said = (match[1], (match[2] or "").strip()) if match else ("", "")
            if name == "newdoc":
                yield from article.finished(path, refuse)
                key = said or line.partition("=")[2].strip()
                article = _Article(unquote(key), number, article.fields)
            elif name == "global.Entity":
                article.fields = tuple(said.split("-"))
            elif name in READ:
                article.said[name] = said
            else:
                article.unread["comment", ""] += 1
        elif not line.strip():
            article.end_sentence()
        else:
            refuse(FormatError("import.columns", path=path, line=number, what="word"))
    yield from article.finished(path, refuse)


class _Article:
    """An article while its words come."""

    def __init__(self, name: str, line: int, fields: tuple[str, ...]) -> None:
        self.name, self.line, self.fields = name, line, fields
        self.said: dict[str, str] = {}
        self.unread: Counter[tuple[str, str]] = Counter()
        self._lines: list[list[str]] = []
        self._texts: list[str] = []
        self._at = 0
        self._places: list[Segment] = []
        self._sentences: list[Sentence] = []
        self._marks: list[Mark] = []
        self._links: list[Link] = []
        self._open: dict[str, list[tuple[int, str]]] = {}
        self._latest: dict[str, str] = {}

    def take(self, columns: list[str]) -> None:
        """Take a line of ten columns."""
        self._lines.append(columns)

    def end_sentence(self) -> None:
        """End a sentence: the next one stands on a new line."""
        words = self._words()
        if not words:
            return
        surface, inner = _surface(words)
        text, ranges = _placed(
            [word.form for word in surface], [w.misc for w in surface], self.said.get("text")
        )
        if self.said.get("text") not in (None, text):
            self.unread["text", ""] += 1
        for word, (start, end) in zip(surface, ranges, strict=True):
            place = start + self._at, end + self._at
            if inner:
                self._word(word, place, inner.get(id(word), ()))
                continue
            self._entities(word, place)
            if start < end:
                self._places.append(place)
        self._sentences.append(Sentence(self._at, self._at + len(text), self.said.pop("sent_id", "")))
        self._texts.append(text)
        self._at += len(text) + 1
        self.said = {}

    def _words(self) -> list[Word]:
        """Return the words of the sentence; what else its lines say is counted, a column at a time."""
        lines, self._lines = self._lines, []
        if not lines:
            return []
        keys, forms, *columns, misc = zip(*lines, strict=True)
        for name, values in zip(UNREAD, columns, strict=True):
            if count := len(values) - values.count("_") - values.count(""):
                self.unread["column", name] += count
        for said, count in Counter(misc).items():
            for name in _misc(said).keys() - READ_MISC:
                self.unread["misc", name] += count
        if all(map(str.isdecimal, keys)):
            return list(map(Word, forms, map(_misc, misc)))
        found = []
        for key, form, one in zip(keys, forms, map(_misc, misc), strict=True):
            first, dash, last = key.partition("-")
            if key.isdecimal():
                found.append(Word(form, one))
            elif dash and first.isdecimal() and last.isdecimal():
                found.append(Word(form, one, int(last)))
            else:
                self.unread["empty_node", ""] += 1
        return found

    def _word(self, word: Word, place: Segment, inner: Sequence[Word]) -> None:
        """Take a word at its place, or those words that it is made of, if their text is its own."""
        self._entities(word, place)
        if "".join(part.form for part in inner) != word.form:
            self._places.append(place)
            for part in inner:
                self._entities(part, place)
            return
        start = place[0]
        for part in inner:
            self._places.append((start, start + len(part.form)))
            self._entities(part, self._places[-1])
            start += len(part.form)

    def _entities(self, word: Word, place: Segment) -> None:
        if "Entity" not in word.misc:
            return
        for match in BRACKET.finditer(word.misc["Entity"]):
            if key := match["opened"]:
                self._open.setdefault(key, []).append((place[0], self._label(match["fields"] or "")))
            closing = match["closed"] or (key if match["only"] else None)
            if closing and self._open.get(closing):
                start, label = self._open[closing].pop()
                self._close(closing, label, (start, place[1]))

    def _label(self, fields: str) -> str:
        """Return the type among the fields of a bracket, of which the first is its id."""
        at = self.fields.index("etype") - 1 if "etype" in self.fields else 0
        values = fields.split("-")
        return unquote(values[at]) if at < len(values) else ""

    def _close(self, entity: str, label: str, place: Segment) -> None:
        key = f"T{len(self._marks) + 1}"
        self._marks.append(Mark(key, label, (place,)))
        if before := self._latest.get(entity):
            self._links.append(Link("", "Equiv", before, key))
        self._latest[entity] = key

    def finished(self, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
        """Yield the article if it has words."""
        self.end_sentence()
        for (kind, name), count in self.unread.items():
            refuse(NotReadError(kind, name, count))
        for key, opened in self._open.items():
            for _ in opened:
                refuse(FormatError("import.open", path=path, line=self.line, field=key, what="span"))
        if not self._places:
            return
        text = "\n".join(self._texts)
        yield FlatArticle(
            self.name,
            text,
            ordered(self._marks),
            tuple(self._links),
            words=tuple(self._places),
            line=self.line,
            external_id=self.name,
            sentences=tuple(self._sentences),
            tokens=long_tokens(self._places, text),
        )


def _surface(words: Sequence[Word]) -> tuple[Sequence[Word], dict[int, list[Word]]]:
    """Return what stands in the text, and the words of each token that is several."""
    if not any(word.last for word in words):
        return words, {}
    surface: list[Word] = []
    inner: dict[int, list[Word]] = {}
    number, last = 0, 0
    for word in words:
        if word.last:
            surface.append(word)
            last = word.last
            continue
        number += 1
        if number <= last:
            inner.setdefault(id(surface[-1]), []).append(word)
        else:
            surface.append(word)
    return surface, inner


def _placed(forms: list[str], misc: list[Mapping[str, str]], text: str | None) -> tuple[str, list[Segment]]:
    """Return the text of a sentence and where its words stand: as its text line has them, if it does."""
    if text is not None and (found := _found(forms, text)) is not None:
        return text, found
    if not any("SpaceAfter" in said for said in misc) and any(map(CHINESE.search, forms)):
        return joined(forms)
    pieces, ranges, at = list[str](), list[Segment](), 0
    for form, said in zip(forms, misc, strict=True):
        ranges.append((at, at + len(form)))
        pieces.append(form + ("" if said.get("SpaceAfter") == "No" else " "))
        at += len(pieces[-1])
    return "".join(pieces).removesuffix(" "), ranges


def _found(forms: list[str], text: str) -> list[Segment] | None:
    """Return where words stand in a text of which only blanks are left over; none where they do not."""
    if "".join(forms) == text:
        return list(pairwise(accumulate(map(len, forms), initial=0)))
    ranges, at = list[Segment](), 0
    for form in forms:
        start = text.find(form, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(form)
        ranges.append((start, at))
    return None if text[at:].strip() else ranges
