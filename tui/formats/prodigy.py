"""Prodigy's JSON Lines: tokens that cover the text, spans with their tokens (the last one included)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from tui.errors import FormatError
from tui.formats.common.flat_article import Link, Mark, Sheet, ordered
from tui.formats.common.json_fields import attributes_of, details, field, refusing, score_of, span, state_of
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.tokens import tokens
from tui.formats.registry import Options, Refuse
from tui.model import Segment

ANSWERS = {"skipped": "ignore"}
"""A state's answer; all others are accepted."""


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options))


def _encode(sheet: Sheet, options: Options) -> bytes:
    ranges = tokens(sheet, options.unit)
    starts = [start for start, _ in ranges]
    spans = {mark.id: _span(mark, starts, sheet.text) for mark in sheet.marks}
    return (
        dumps(
            {
                "text": sheet.text,
                "tokens": _tokens(ranges, sheet.text),
                "spans": list(spans.values()),
                "relations": [_relation(link, spans) for link in sheet.links],
                "answer": ANSWERS.get(sheet.state or "", "accept"),
                "meta": {
                    "article": sheet.id,
                    "state": sheet.state,
                    "annotator": sheet.annotator,
                    **sheet.about,
                },
            }
        )
        + b"\n"
    )


def _tokens(ranges: Sequence[Segment], text: str) -> list[dict[str, Any]]:
    """Return the tokens; no blank stands between any two, for blanks are tokens."""
    return [
        {"text": text[start:end], "start": start, "end": end, "id": number, "ws": False}
        for number, (start, end) in enumerate(ranges)
    ]


def _span(mark: Mark, starts: Sequence[int], text: str) -> dict[str, Any]:
    return {
        "start": mark.start,
        "end": mark.end,
        "token_start": bisect_left(starts, mark.start),
        "token_end": bisect_left(starts, mark.end) - 1,
        "label": mark.label,
        "text": text[mark.start : mark.end],
    } | details(mark)


def _relation(link: Link, spans: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return a relation as `rel.manual` has it: between the last tokens of two spans."""
    place = ("start", "end", "token_start", "token_end", "label", "id")
    head, tail = ({name: spans[end][name] for name in place} for end in (link.head, link.tail))
    return {
        "head": head["token_end"],
        "child": tail["token_end"],
        "head_span": head,
        "child_span": tail,
        "label": link.label,
        "id": link.id,
    }


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield the sheets of what was accepted; a line that holds none is refused and the next one read."""
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            if field(value, "answer", str, path, number, "accept") == "reject":
                raise FormatError("import.rejected", path=path, line=number)
            yield _sheet(value, path, number)


def _sheet(value: Any, path: str, line: int) -> Sheet:
    text = field(value, "text", str, path, line)
    spans = field(value, "spans", list, path, line, [])
    marks = [_mark(s, str(number), text, path, line) for number, s in enumerate(spans, 1)]
    keys = {(*mark.parts, mark.label): mark.id for mark in reversed(marks)}
    relations = field(value, "relations", list, path, line, [])
    meta = field(value, "meta", dict, path, line, {})
    return Sheet(
        str(meta.get("article") or ""),
        text,
        ordered(marks),
        tuple(_link(r, keys, path, line) for r in relations),
        state=state_of(meta.get("state")),
        annotator=field(meta, "annotator", str, path, line, ""),
        line=line,
    )


def _mark(value: Any, number: str, text: str, path: str, line: int) -> Mark:
    start, end = (field(value, name, int, path, line) for name in ("start", "end"))
    return Mark(
        field(value, "id", str, path, line, number),
        field(value, "label", str, path, line),
        span(start, end, text, path, line),
        attributes_of(value.get("attributes")),
        field(value, "note", str, path, line, ""),
        score=score_of(value.get("score")),
    )


def _link(value: Any, keys: dict[Any, str], path: str, line: int) -> Link:
    ends = []
    for name in ("head_span", "child_span"):
        found = field(value, name, dict, path, line)
        place = (field(found, "start", int, path, line), field(found, "end", int, path, line))
        ends.append(keys.get((place, field(found, "label", str, path, line)), ""))
    label = field(value, "label", str, path, line)
    return Link(field(value, "id", str, path, line, ""), label, ends[0], ends[1])
