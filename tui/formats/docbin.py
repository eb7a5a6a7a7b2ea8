"""spaCy's DocBin: all tags in `doc.spans["sc"]`, the outermost in `doc.ents`, the rest in `user_data`.

Tokens cover the text and no blank stands between them, so that any tag has its tokens. If nobody chooses
otherwise they are characters, as spaCy's own tokenizer for Chinese makes them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from struct import Struct
from typing import Any, BinaryIO
from zlib import decompressobj

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin, Span
from srsly.msgpack import Packer

from tui.errors import FormatError
from tui.formats.common.article_labels import categories, category, labels_of
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_fields import about_of, attributes_of, details, score_of, state_of
from tui.formats.common.json_lines import dumps, loads
from tui.formats.common.mark_rules import outermost
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import NotReadError
from tui.formats.common.token_joining import joined
from tui.formats.common.tokens import tokens
from tui.formats.interface import Options, Refuse
from tui.model import Segment
from tui.model.page import Sentence

KEY = "sc"
"""Where spaCy's span categorizer looks for spans."""
EXTRA = "piyue"
INSIDE, OUTSIDE, BEGINS = 1, 2, 3
"""What `ENT_IOB` says of a token."""
SPAN = Struct(">QQQllll")
"""A span as spaCy packs it: its id, knowledge base id and label, its tokens, its characters."""


Places = dict[str, Segment]
"""By a mark's id its tokens: the first, the one behind the last."""

CHUNK = 1 << 20
LONGEST = 1 << 26
"""Bytes that any file may become."""
DENSEST = 200
"""A longer file may become so many times its length: the same short text a thousand times makes 64."""


def sink(out: BinaryIO, about: About, options: Options) -> "Docs":
    """See `Module.sink`."""
    return Docs(out, about, options)


class Docs:
    """Collects documents, and writes them with the last.

    They go into the DocBin as `DocBin.add` would put them there, byte for byte. But that asks each token of
    each `Doc` for nine strings, and looks for plug-ins three times a document: it takes five times as long.
    """

    def __init__(self, out: BinaryIO, about: About, options: Options) -> None:
        self._out, self._about, self._options = out, about, options
        self._vocab = spacy.blank("xx").vocab
        self._docs = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
        self._pack = Packer(use_bin_type=True).pack
        self._hashes: dict[str, int] = {}
        self._labels: dict[str, int] = {}

    def add(self, sheet: FlatArticle) -> None:
        """See `Sink.add`."""
        ranges = tokens(sheet, self._options.unit)
        words = [sheet.text[start:end] for start, end in ranges]
        for word in set(words) - self._hashes.keys():
            self._hashes[word] = self._vocab.strings.add(word)
            self._docs.strings.update((word, self._vocab[word].norm_, ""))
        for label in {mark.label for mark in sheet.marks} - self._labels.keys():
            self._labels[label] = self._vocab.strings.add(label)
            self._docs.strings.add(label)
        places = {mark.id: _place(mark, ranges) for mark in sheet.marks}
        self._docs.tokens.append(self._tokens(sheet, words, places))
        self._docs.spaces.append(np.zeros((len(words), 1), bool))
        self._docs.flags.append({"has_unknown_spaces": False})
        self._docs.cats.append(self._cats(sheet))
        self._docs.span_groups.append(self._spans(sheet, places))
        extra: dict[str, Any] = {
            "article": sheet.id,
            "state": sheet.state,
            "annotator": sheet.annotator,
            "spans": [details(mark) for mark in sheet.marks],
            "relations": [link._asdict() for link in sheet.links],
        }
        if sheet.about:
            extra["about"] = dict(sheet.about)
        # As text: the library's own packing has no numbers of more than 64 bits.
        self._docs.user_data.append(self._pack({EXTRA: dumps(extra).decode()}))

    def _cats(self, sheet: FlatArticle) -> dict[str, float]:
        """Return 1 for each category of an article, and 0 for what its labels could have said as well."""
        types = [type_ for type_ in self._about.article_labels if type_.id in sheet.labels]
        possible = (category(type_.id, value) for type_ in types for value in type_.choices)
        return {**dict.fromkeys(possible, 0.0), **dict.fromkeys(categories(sheet.labels), 1.0)}

    def _tokens(self, sheet: FlatArticle, words: list[str], places: Places) -> Any:
        """Return a row for each token: its word, its place in an entity, the entity's label."""
        hashes = np.fromiter(map(self._hashes.__getitem__, words), np.uint64, len(words))
        found = np.stack([hashes, np.full_like(hashes, OUTSIDE), np.zeros_like(hashes)], axis=1)
        for mark in outermost(sheet.marks)[0]:
            first, behind = places[mark.id]
            found[first:behind, 1:] = INSIDE, self._labels[mark.label]
            found[first, 1] = BEGINS
        return found

    def _spans(self, sheet: FlatArticle, places: Places) -> bytes:
        """Return `doc.spans` as it packs itself."""
        rows = [
            SPAN.pack(0, 0, self._labels[mark.label], *places[mark.id], *mark.parts[0])
            for mark in sheet.marks
        ]
        return bytes(self._pack({self._pack({"name": KEY, "attrs": {}, "spans": rows}): [KEY]}))

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        self._out.write(self._docs.to_bytes())
        return {}


def _place(mark: Mark, ranges: list[Segment]) -> Segment:
    """Return a mark's first token and the one behind its last."""
    return bisect_left(ranges, (mark.start,)), bisect_left(ranges, (mark.end,))


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the documents' articles: their spans, and what of their entities is not among these.

    Raises:
        FormatError: it is no DocBin.
    """
    data = source.read()
    try:
        _refuse_bomb(data, path)
        docs = DocBin(store_user_data=True).from_bytes(data)
        vocab = spacy.blank("xx").vocab
        for doc in docs.get_docs(vocab):
            yield _article(doc, refuse)
    except FormatError:
        raise
    except Exception as error:  # what the library raises for a broken file is written nowhere
        raise FormatError("import.docbin", path=path, reason=type(error).__name__) from error


def _refuse_bomb(data: bytes, path: str) -> None:
    """Raise `FormatError` where unpacking, which the library does at once, would not end in good time."""
    longest, size, unpacking = max(LONGEST, DENSEST * len(data)), 0, decompressobj()
    while piece := unpacking.decompress(data, CHUNK):
        size, data = size + len(piece), unpacking.unconsumed_tail
        if size > longest:
            raise FormatError("import.bomb", path=path, size=longest)


def _article(doc: Doc, refuse: Refuse) -> FlatArticle:
    extra = loads(str(doc.user_data.get(EXTRA) or "{}").encode())
    said = extra.get("spans") or []
    spans: list[tuple[Span, str]] = [(span, "") for span in doc.spans.get(KEY, [])]
    spans += [(span, name) for name, group in doc.spans.items() if name != KEY for span in group]
    known = {(span.start, span.end, span.label_) for span, _ in spans}
    spans += [(span, "") for span in doc.ents if (span.start, span.end, span.label_) not in known]
    said = [*said, *[{}] * (len(spans) - len(said))]
    text, place = _read(doc)
    marks = [_mark(span, place(span), name, said[at], f"T{at}") for at, (span, name) in enumerate(spans)]
    labels, others = _labels(doc.cats) if extra else ({}, len(doc.cats))
    _count_unread(doc, others, refuse)
    about = about_of(extra.get("about") or {})
    return FlatArticle(
        extra.get("article") or "",
        text,
        ordered(marks),
        tuple(Link(**link) for link in extra.get("relations") or ()),
        state=state_of(extra.get("state")),
        annotator=extra.get("annotator") or "",
        about=about,
        sentences=() if extra else _sentences(doc, place),
        labels=labels,
    )


def _labels(cats: dict[str, float]) -> tuple[dict[str, tuple[str, ...]], int]:
    """Return the labels of an article that its categories say, and how many of these say none, or half."""
    labels, others = labels_of(name for name, score in cats.items() if score == 1)
    return labels, others + sum(score not in (0, 1) for score in cats.values())


def _read(doc: Doc) -> tuple[str, Callable[[Span], Segment]]:
    """Return a document's text, and what says where a span stands in it.

    Where it is not known between which tokens a blank stands, spaCy puts one behind each, in Chinese too.
    """
    if not doc.has_unknown_spaces:
        return doc.text, lambda span: (span.start_char, span.end_char)
    text, ranges = joined(token.text for token in doc)

    def place(span: Span) -> Segment:
        covered = ranges[span.start : span.end]
        return (covered[0][0], covered[-1][1]) if covered else (0, 0)

    return text, place


def _sentences(doc: Doc, place: Callable[[Span], Segment]) -> tuple[Sentence, ...]:
    """Return the borders of sentences, where the document says any beyond its own."""
    if not doc.has_annotation("SENT_START"):
        return ()
    found = tuple(Sentence(*place(sentence)) for sentence in doc.sents)
    return found if len(found) > 1 else ()


def _count_unread(doc: Doc, others: int, refuse: Refuse) -> None:
    """Count what has no place here: other categories, what is said of words, other programs' data."""
    if others:
        refuse(NotReadError("category", count=others))
    for name in ("TAG", "POS", "MORPH", "DEP", "LEMMA"):
        if doc.has_annotation(name):
            refuse(NotReadError("word_feature", name))
    data = [key for key in doc.user_data if key != EXTRA]
    if data:
        refuse(NotReadError("user_data", count=len(data)))


def _mark(span: Span, place: Segment, group: str, said: dict[str, Any], key: str) -> Mark:
    """Return a span; the name of its group, and of what it stands for elsewhere, are attributes."""
    attributes, score = attributes_of(said.get("attributes")), score_of(said.get("score"))
    named = {"group": group, "kb_id": span.kb_id_, "span_id": span.id_}
    attributes = attributes_of({k: v for k, v in named.items() if v}) | attributes
    note = str(said.get("note", ""))
    return Mark(str(said.get("id") or key), span.label_, (place,), attributes, note, score=score)
