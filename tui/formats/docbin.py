"""spaCy's DocBin: all tags in `doc.spans["sc"]`, the outermost in `doc.ents`, the rest in `user_data`.

Tokens cover the text and no blank stands between them, so that any tag has its tokens. If nobody chooses
otherwise they are characters, as spaCy's own tokenizer for Chinese makes them.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO
from zlib import decompressobj

import spacy
from spacy.tokens import Doc, DocBin, Span

from tui.errors import FormatError
from tui.formats.fields import attributes_of, details, score_of, state_of
from tui.formats.fit import outermost
from tui.formats.lines import dumps, loads
from tui.formats.registry import Options, Refuse
from tui.formats.shape import About
from tui.formats.sheet import Link, Mark, Sheet, ordered
from tui.formats.tokens import tokens

KEY = "sc"
"""Where spaCy's span categorizer looks for spans."""
EXTRA = "piyue"

CHUNK = 1 << 20
LONGEST = 1 << 26
"""Bytes that any file may become."""
DENSEST = 200
"""A longer file may become so many times its length: the same short text a thousand times makes 64."""


def sink(out: BinaryIO, about: About, options: Options) -> "Docs":
    """See `Module.sink`."""
    del about
    return Docs(out, options)


class Docs:
    """Collects documents, and writes them with the last."""

    def __init__(self, out: BinaryIO, options: Options) -> None:
        self._out, self._options = out, options
        self._vocab = spacy.blank("xx").vocab
        self._docs = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)

    def add(self, sheet: Sheet) -> None:
        """See `Sink.add`."""
        ranges = tokens(sheet, self._options.unit)
        words = [sheet.text[start:end] for start, end in ranges]
        doc = Doc(self._vocab, words=words, spaces=[False] * len(words))
        starts = {start: at for at, (start, _) in enumerate(ranges)}
        ends = {end: at for at, (_, end) in enumerate(ranges, 1)}
        spans = {m.id: Span(doc, starts[m.start], ends[m.end], label=m.label) for m in sheet.marks}
        doc.spans[KEY] = list(spans.values())
        doc.set_ents([spans[mark.id] for mark in outermost(sheet.marks)[0]])
        extra = {
            "article": sheet.id,
            "state": sheet.state,
            "annotator": sheet.annotator,
            "spans": [details(mark) for mark in sheet.marks],
            "relations": [link._asdict() for link in sheet.links],
        }
        # As text: the library's own packing has no numbers of more than 64 bits.
        doc.user_data[EXTRA] = dumps(extra).decode()
        self._docs.add(doc)

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        self._out.write(self._docs.to_bytes())
        return {}


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield the documents' sheets: their spans, and what of their entities is not among these.

    Raises:
        FormatError: it is no DocBin.
    """
    del refuse
    data = source.read()
    try:
        _refuse_bomb(data, path)
        docs = DocBin(store_user_data=True).from_bytes(data)
        vocab = spacy.blank("xx").vocab
        for doc in docs.get_docs(vocab):
            yield _sheet(doc)
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


def _sheet(doc: Doc) -> Sheet:
    extra = loads(str(doc.user_data.get(EXTRA) or "{}").encode())
    spans = list(doc.spans.get(KEY, []))
    known = {(span.start, span.end, span.label_) for span in spans}
    spans += [span for span in doc.ents if (span.start, span.end, span.label_) not in known]
    said = extra.get("spans") or []
    said = [*said, *[{}] * (len(spans) - len(said))]
    marks = [_mark(span, said[at], f"T{at}") for at, span in enumerate(spans)]
    return Sheet(
        extra.get("article") or "",
        doc.text,
        ordered(marks),
        tuple(Link(**link) for link in extra.get("relations") or ()),
        tuple((token.idx, token.idx + len(token)) for token in doc),
        state=state_of(extra.get("state")),
        annotator=extra.get("annotator") or "",
    )


def _mark(span: Span, said: dict[str, Any], key: str) -> Mark:
    place = ((span.start_char, span.end_char),)
    attributes, score = attributes_of(said.get("attributes")), score_of(said.get("score"))
    note = str(said.get("note", ""))
    return Mark(str(said.get("id") or key), span.label_, place, attributes, note, score=score)
