"""Reads `registers.txt` and `registers_2.txt`: invented articles of fifty kinds, with tags and relations."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tui.model import Article, Block, Document, Page, Relation, Span, order

FOLDER = Path(__file__).parent
TWENTY, THIRTY = FOLDER / "registers.txt", FOLDER / "registers_2.txt"
"""Two sets; the second was written after the rules were made, and measured before they were mended."""
TAG = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)((?:\|[isp]:[^\[\]|]+)*)\]")
RELATIONS = {"i": ("indicator", "INDICATOR"), "s": ("subject", "ORG"), "p": ("period", "TIME")}
"""By its letter, a relation and the label of a tail that has no tag."""
TAIL = "tail "
"""How the ids of tags begin that are there only as tails of relations."""
NOON = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


class Marked(NamedTuple):
    """A tag as the file marks it; `tails` are texts by the letters of their relations."""

    start: int
    end: int
    label: str
    tails: dict[str, str]


def documents(path: Path = TWENTY) -> Iterator[Document]:
    """Yield the articles of a file, each as a page of its own, done by nobody in particular."""
    for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        kind, _, marked = part.partition("\n")
        yield _document(kind.replace(" ", "-"), marked.strip())


def _document(name: str, marked: str) -> Document:
    text, tags = _plain(marked)
    page = Page(
        id=name,
        path=f"seeds/{name}.txt",
        text=text,
        encoding="utf-8",
        sha256=sha256(text.encode()).hexdigest(),
    )
    blocks, at = list[Block](), 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block(role="paragraph" if number else "title", segments=((at, at + len(line)),)))
        at += len(line) + 1
    article = Article(id=f"{name}#1", page=name, kind="news", blocks=tuple(blocks))
    spans, relations = _made(text, tags)
    return Document(
        page=page,
        annotator="bench",
        articles=(article,),
        spans=tuple(sorted(spans, key=order)),
        relations=tuple(relations),
    )


def _plain(marked: str) -> tuple[str, list[Marked]]:
    text, tags, at = "", list[Marked](), 0
    for match in TAG.finditer(marked):
        text += marked[at : match.start()]
        tails = dict(part.split(":", 1) for part in match.group(3).split("|") if part)
        tags.append(Marked(len(text), len(text) + len(match.group(1)), match.group(2), tails))
        text += match.group(1)
        at = match.end()
    return text + marked[at:], tags


def _made(text: str, tags: list[Marked]) -> tuple[list[Span], list[Relation]]:
    """Return the tags and the relations; tails without a tag get one, whose id begins with `TAIL`."""
    ids = (f"t{number}" for number in count(1))
    spans = {(tag.start, tag.end): _span(next(ids), text, tag.start, tag.end, tag.label) for tag in tags}
    relations = []
    for tag in tags:
        for letter, written in tag.tails.items():
            name, label = RELATIONS[letter]
            range_ = _nearest(text, written, tag.start)
            if range_ not in spans:
                spans[range_] = _span(TAIL + next(ids), text, *range_, label)
            head, tail = spans[tag.start, tag.end], spans[range_]
            relations.append(Relation(id=next(ids), label=name, head=head.id, tail=tail.id))
    return list(spans.values()), relations


def _nearest(text: str, written: str, at: int) -> tuple[int, int]:
    start = text.rfind(written, 0, at)
    start = text.index(written, at) if start < 0 else start
    return start, start + len(written)


def _span(id_: str, text: str, start: int, end: int, label: str) -> Span:
    return Span(
        id=id_, label=label, segments=((start, end),), text=text[start:end], created=NOON, updated=NOON
    )
