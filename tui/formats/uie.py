"""UIE's training data (PaddleNLP): a line for each prompt on a text, with all answers, also none.

The questions are the project's labels, as they are called in Chinese; and of each tag that relations lead
from, what they lead to: 36家的主体. `label` and `relation` say which these are.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_fields import check_quote, field, refusing, span
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import NotReadError, unknown_fields
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options, Refuse

KNOWN = frozenset(
    {"id", "content", "result_list", "prompt", "label", "relation", "article", "part", "offset", "head"}
)


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del options
    labels = {label.id: label.zh or label.id for label in about.labels}
    relations = {relation.id: relation.name("zh") for relation in about.relations}
    return Pieces(out, lambda sheet: _encode(sheet, labels, relations))


def _encode(sheet: FlatArticle, labels: dict[str, str], relations: dict[str, str]) -> bytes:
    origin = {"article": sheet.id, "part": sheet.part, "offset": sheet.offset}
    asked = dict.fromkeys([*labels, *(mark.label for mark in sheet.marks)])
    rows: list[dict[str, Any]] = [
        {
            "content": sheet.text,
            "result_list": [_result(mark, sheet.text) for mark in sheet.marks if mark.label == label],
            "prompt": labels.get(label, label),
            "label": label,
        }
        for label in asked
    ]
    marks = {mark.id: mark for mark in sheet.marks}
    tails: dict[tuple[str, str], list[Mark]] = {}
    for link in sheet.links:
        tails.setdefault((link.head, link.label), []).append(marks[link.tail])
    rows += [
        {
            "content": sheet.text,
            "result_list": [_result(mark, sheet.text) for mark in found],
            "prompt": f"{marks[head].text_in(sheet.text)}的{relations.get(label, label)}",
            "relation": label,
            "head": _result(marks[head], sheet.text),
        }
        for (head, label), found in tails.items()
    ]
    return b"".join(dumps(row | origin) + b"\n" for row in rows)


def _result(mark: Mark, text: str) -> dict[str, Any]:
    return {"text": text[mark.start : mark.end], "start": mark.start, "end": mark.end, "of": mark.label}


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the texts, each with the answers to all questions that follow one another."""
    text: _Text | None = None
    for line, value in json_lines(source, path, refuse):
        with refusing(refuse, path, line):
            content = field(value, "content", str, path, line)
            where = (content, value.get("article"), value.get("part"))
            if text is None or text.where != where:
                if text is not None:
                    yield text.article()
                text = _Text(where, value, path, line)
            text.take(value, path, line, refuse)
    if text is not None:
        yield text.article()


class _Text:
    """A text while the questions to it come."""

    def __init__(self, where: tuple[Any, ...], value: Any, path: str, line: int) -> None:
        self.where, self._line = where, line
        self._article = field(value, "article", str, path, line, "")
        self._part, self._offset = (field(value, name, int, path, line, 0) for name in ("part", "offset"))
        self._marks: dict[tuple[int, int, str], Mark] = {}
        self._links: list[Link] = []

    def take(self, value: Any, path: str, line: int, refuse: Refuse) -> None:
        """Take a question with its answers."""
        for error in unknown_fields(value, KNOWN):
            refuse(error)
        prompt = field(value, "prompt", str, path, line)
        label, relation = field(value, "label", str, path, line, ""), value.get("relation")
        answers = field(value, "result_list", list, path, line, [])
        if not label and not relation and "的" in prompt:
            # Somebody else's question about a tag: of which tag, nobody can say.
            refuse(NotReadError("question", count=len(answers)))
            return
        for answer in answers:
            with refusing(refuse, path, line, "span"):
                start, end = (field(answer, name, int, path, line) for name in ("start", "end"))
                place = span(start, end, self.where[0], path, line)
                check_quote(answer.get("text"), start, end, self.where[0], path, line)
                key = self._mark((start, end, label or str(answer.get("of") or prompt)), place)
                if relation:
                    said = field(value, "head", dict, path, line)
                    first, behind = (field(said, name, int, path, line) for name in ("start", "end"))
                    of = field(said, "of", str, path, line)
                    head = self._mark((first, behind, of), span(first, behind, self.where[0], path, line))
                    self._links.append(Link("", str(relation), head, key))

    def _mark(self, key: tuple[int, int, str], place: tuple[tuple[int, int], ...]) -> str:
        made = Mark(f"T{len(self._marks) + 1}", key[2], place)
        return self._marks.setdefault(key, made).id

    def article(self) -> FlatArticle:
        """Return the text with what was answered."""
        return FlatArticle(
            self._article,
            self.where[0],
            ordered(self._marks.values()),
            tuple(self._links),
            line=self._line,
            part=self._part,
            offset=self._offset,
        )
