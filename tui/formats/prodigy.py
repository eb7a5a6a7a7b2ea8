"""Prodigy's JSON Lines: tokens that cover the text, spans with their tokens (the last one included).

What an article is labelled with are options of its choice interface, and those that hold are accepted.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from tui.errors import FormatError
from tui.formats.common.article_labels import categories, category
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_fields import (
    UNLABELLED,
    about_of,
    annotator_of,
    attributes_of,
    check_quote,
    details,
    each,
    field,
    refusing,
    score_of,
    span,
    state_of,
)
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import NotReadError, unknown_fields
from tui.formats.common.sinks import Pieces
from tui.formats.common.tokens import tokens
from tui.formats.interface import Options, Refuse
from tui.model import Segment

LABEL = "article_label"
"""The field of an option of ours that names the label of articles whose `value` it is."""
ANSWERS = {"skipped": "ignore"}
"""A state's answer; all others are accepted."""


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    return Pieces(out, lambda sheet: _encode(sheet, options, about))


def _encode(sheet: FlatArticle, options: Options, about: About) -> bytes:
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
                **_choice(sheet, about),
                "answer": ANSWERS.get(sheet.state or "", "accept"),
                "meta": {
                    **({"id": sheet.external_id} if sheet.external_id else {}),
                    "article": sheet.id,
                    "state": sheet.state,
                    "annotator": sheet.annotator,
                    **sheet.about,
                },
            }
        )
        + b"\n"
    )


def _choice(sheet: FlatArticle, about: About) -> dict[str, Any]:
    """Return what an article can be and is labelled with; nothing where nobody labels articles."""
    if not about.article_labels and not sheet.labels:
        return {}
    chosen = [(id_, value) for id_, values in sheet.labels.items() for value in values]
    possible = [(type_.id, value) for type_ in about.article_labels for value in type_.choices]
    options = [
        {"id": category(id_, value), "text": category(id_, value), LABEL: id_, "value": value}
        for id_, value in dict.fromkeys((*possible, *chosen))
    ]
    return {"options": options, "accept": categories(sheet.labels)}


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


KNOWN = frozenset(
    {"text", "tokens", "spans", "relations", "answer", "meta", "options", "accept", "label"}
    | {"priority", "score", "config"}
)


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the articles of what was not rejected; a line that holds none is refused and the next one read.

    What was ignored is a skipped text, and of its spans nobody knows whether they hold.
    """
    several = len(_annotators(source)) > 1
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            if field(value, "answer", str, path, number, "accept") == "reject":
                raise FormatError("import.rejected", path=path, line=number)
            article = _article(value, path, number, refuse)
            user = annotator_of(value.get("_annotator_id")) if several else ""
            yield article._replace(annotator=article.annotator or user)


def _annotators(source: BinaryIO) -> set[bytes]:
    """Return whose work a file holds, and go back to its beginning."""
    begun = source.tell()
    found = {match[1] for line in source for match in ANNOTATOR.finditer(line)}
    source.seek(begun)
    return found


ANNOTATOR = re.compile(rb'"_annotator_id": ?"([^"]*)"')


def _article(value: Any, path: str, line: int, refuse: Refuse) -> FlatArticle:
    text = field(value, "text", str, path, line)
    spans = field(value, "spans", list, path, line, [])
    numbers = iter(range(1, len(spans) + 1))
    marks = each(spans, lambda s: _mark(s, str(next(numbers)), text, path, line), refuse, path, line)
    keys = {(*mark.parts, mark.label): mark.id for mark in reversed(marks)}
    tokens = _token_ranges(value, path, line)
    ends = {_last_token(mark, tokens): mark.id for mark in reversed(marks)}
    relations = field(value, "relations", list, path, line, [])
    meta = field(value, "meta", dict, path, line, {})
    options = field(value, "options", list, path, line, [])
    accepted = field(value, "accept", list, path, line, [])
    own = [option for option in options if isinstance(option, dict) and LABEL in option]
    _count_others(options, accepted, own, refuse)
    _count_unread(value, refuse)
    state = state_of(meta.get("state"))
    article = FlatArticle(
        str(meta.get("article") or ""),
        text,
        ordered(marks),
        tuple(each(relations, lambda r: _link(r, keys, ends, path, line), refuse, path, line, "relation")),
        state=state,
        annotator=field(meta, "annotator", str, path, line, ""),
        about=about_of(meta),
        line=line,
        external_id="" if meta.get("id") is None else str(meta["id"]),
        labels=_labels(own, accepted),
    )
    if value.get("answer") == "ignore" and state is None:
        if marks:
            refuse(NotReadError("ignored", count=len(marks)))
        return article._replace(marks=(), links=(), state="skipped")
    return article


def _labels(options: Sequence[dict[str, Any]], accepted: Sequence[Any]) -> dict[str, tuple[str, ...]]:
    """Return what an article is labelled with by the options of ours that were accepted."""
    found: dict[str, tuple[str, ...]] = {}
    for option in options:
        if option.get("id") in accepted:
            label = str(option[LABEL])
            found[label] = (*found.get(label, ()), str(option.get("value")))
    return found


def _count_others(
    options: Sequence[Any], accepted: Sequence[Any], own: Sequence[dict[str, Any]], refuse: Refuse
) -> None:
    """Count the options that are not ours: those that were accepted, else all."""
    ids = [option.get("id") for option in own]
    others = [option for option in options if option not in own]
    if others:
        refuse(NotReadError("option", count=len([key for key in accepted if key not in ids] or others)))


def _count_unread(value: dict[str, Any], refuse: Refuse) -> None:
    if value.get("label"):
        refuse(NotReadError("category"))
    for error in unknown_fields(value, KNOWN):
        refuse(error)


def _token_ranges(value: Any, path: str, line: int) -> list[Segment]:
    tokens = field(value, "tokens", list, path, line, [])
    return [(field(t, "start", int, path, line), field(t, "end", int, path, line)) for t in tokens]


def _last_token(mark: Mark, tokens: Sequence[Segment]) -> int:
    return bisect_left(tokens, (mark.end,)) - 1


def _mark(value: Any, number: str, text: str, path: str, line: int) -> Mark:
    start, end = (field(value, name, int, path, line) for name in ("start", "end"))
    parts = span(start, end, text, path, line)
    check_quote(value.get("text"), start, end, text, path, line)
    key = value.get("id")
    return Mark(
        number if key is None else str(key),
        field(value, "label", str, path, line, ""),
        parts,
        attributes_of(value.get("attributes")),
        field(value, "note", str, path, line, ""),
        score=score_of(value.get("score")),
    )


def _link(value: Any, keys: dict[Any, str], by_token: dict[int, str], path: str, line: int) -> Link:
    """Return a relation; its ends are spans, or the last tokens of spans."""
    ends = []
    for name, token in (("head_span", "head"), ("child_span", "child")):
        found = value.get(name)
        if isinstance(found, dict):
            place = (field(found, "start", int, path, line), field(found, "end", int, path, line))
            ends.append(keys.get((place, field(found, "label", str, path, line, "")), ""))
        else:
            ends.append(by_token.get(field(value, token, int, path, line), ""))
    label = field(value, "label", str, path, line, "") or UNLABELLED
    key = value.get("id")
    return Link("" if key is None else str(key), label, ends[0], ends[1])
