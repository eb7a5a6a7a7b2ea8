"""Reader of CoNLL-U: words, sentences with their ids, and CorefUD's `Entity` in MISC."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote

from tui.errors import FormatError
from tui.formats.common.conllu_entities import FIELDS, EntityReader
from tui.formats.common.conllu_words import COLUMNS, Words, placed, words_of
from tui.formats.common.flat_article import FlatArticle, ordered
from tui.formats.common.json_lines import text_lines
from tui.formats.common.not_read import NotReadError
from tui.formats.common.tokens import long_tokens
from tui.formats.interface import Refuse
from tui.model import Segment
from tui.model.page import Sentence

COMMENT = re.compile(r"#\s*([\w.]+)\s*(?:=\s*(.*))?")
READ = frozenset({"newdoc", "newpar", "sent_id", "text", "global.Entity", "global.columns"})


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield an article for each `# newdoc`; a line that is no word's is refused and the next one read."""
    article = _Article("", 1, FIELDS)
    for number, line in text_lines(source, path, refuse):
        line = line.rstrip("\r")
        if line[:1] == "#":
            match = COMMENT.match(line)
            name, said = (match[1], (match[2] or "").strip()) if match else ("", "")
            if name == "newdoc":
                yield from article.finished(path, refuse)
                key = said or line.partition("=")[2].strip()
                article = _Article(unquote(key), number, article.entities.fields)
            else:
                article.comment(name, said)
        elif line.count("\t") == COLUMNS - 1:
            article.lines.append(line)
        elif not line.strip():
            article.end_sentence()
        else:
            refuse(FormatError("import.columns", path=path, line=number, what="word"))
    yield from article.finished(path, refuse)


class _Article:
    """An article while its lines come.

    Attributes:
        lines: of the sentence that has not ended, those of its words.
    """

    def __init__(self, name: str, line: int, fields: tuple[str, ...]) -> None:
        self.name, self.line = name, line
        self.lines: list[str] = []
        self.entities = EntityReader(fields)
        self._said: dict[str, str] = {}
        self._unread: Counter[tuple[str, str]] = Counter()
        self._texts: list[str] = []
        self._length = 0
        self._places: list[Segment] = []
        self._sentences: list[Sentence] = []

    def comment(self, name: str, said: str) -> None:
        """Take a comment: it speaks of the sentence that follows, or of the fields of brackets."""
        if name == "global.Entity":
            self.entities.fields = tuple(said.split("-"))
        elif name in READ:
            self._said[name] = said
        else:
            self._unread["comment", ""] += 1

    def end_sentence(self) -> None:
        """End a sentence: the next one stands on a new line."""
        lines, self.lines = self.lines, []
        words = words_of(lines, self._unread) if lines else None
        if words is None or not words.surface:
            return
        told, at = self._said.get("text"), self._length
        text, ranges = placed(words, told)
        if told is not None and told != text:
            self._unread["text", ""] += 1
        if at:
            ranges = [(start + at, end + at) for start, end in ranges]
        self._take(words, ranges)
        self._sentences.append(Sentence(at, at + len(text), self._said.get("sent_id", "")))
        self._texts.append(text)
        self._length += len(text) + 1
        self._said = {}

    def _take(self, words: Words, ranges: list[Segment]) -> None:
        """Take the words of a sentence at their places, and what is said of them."""
        if not words.inner:
            self._places += ranges
        for line, place in zip(words.surface, ranges, strict=True):
            if entity := words.misc[line].get("Entity"):
                self.entities.take(entity, place)
            if words.inner:
                self._take_inner(words, line, place)

    def _take_inner(self, words: Words, line: int, place: Segment) -> None:
        """Take a word at its place, or those words that it is made of, if their text is its own."""
        inner = words.inner.get(line, ())
        start, is_whole = place[0], "".join(words.forms[each] for each in inner) == words.forms[line]
        if not is_whole:
            self._places.append(place)
        for each in inner:
            if is_whole:
                place = start, start + len(words.forms[each])
                start = place[1]
                self._places.append(place)
            if entity := words.misc[each].get("Entity"):
                self.entities.take(entity, place)

    def finished(self, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
        """Yield the article if it has words."""
        self.end_sentence()
        for (kind, name), count in self._unread.items():
            refuse(NotReadError(kind, name, count))
        for key in self.entities.unclosed():
            refuse(FormatError("import.open", path=path, line=self.line, field=key, what="span"))
        places = [place for place in self._places if place[0] < place[1]]
        if not places:
            return
        text = "\n".join(self._texts)
        yield FlatArticle(
            self.name,
            text,
            ordered(self.entities.marks),
            tuple(self.entities.links),
            words=tuple(places),
            line=self.line,
            external_id=self.name,
            sentences=tuple(self._sentences),
            tokens=long_tokens(places, text),
        )
