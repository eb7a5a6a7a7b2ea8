"""CoNLL-U: words sentence by sentence, tags as `Entity` in MISC, in the bracket notation of CorefUD.

`(e1-ORG` opens a tag, `e1)` closes it, `(e1-ORG)` is one word. A word without a blank behind it says
`SpaceAfter=No`; `# text` is the words so joined.
"""

from itertools import pairwise
from typing import BinaryIO
from urllib.parse import quote, unquote

from tui.formats.common.conllu_reader import parse
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.tokens import sentences, visible_tokens
from tui.formats.interface import Options

__all__ = ["parse", "sink"]

NOTHING = "\t_" * 7 + "\t"
"""The columns between a word and what is said beside."""


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options))


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    ranges = visible_tokens(sheet, options.unit)
    opened, closed = _brackets(sheet)
    ids = {sentence.start: sentence.id for sentence in sheet.sentences if sentence.id}
    lines = [f"# newdoc id = {_id(sheet.name)}", "# global.Entity = eid-etype"]
    for number, sentence in enumerate(sentences(sheet, ranges, options.max_length), 1):
        glued = [a[1] == b[0] for a, b in pairwise(sentence)] + [False]
        words = [sheet.text[start:end] for start, end in sentence]
        text = "".join(word + ("" if no_blank else " ") for word, no_blank in zip(words, glued, strict=True))
        key = ids.get(sentence[0][0], f"{_id(sheet.name)}-{number}")
        lines += [f"# sent_id = {key}", f"# text = {text.strip(' ')}"]
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
    """Return an id as a comment can hold it: as it is, unless a reader would make another one of it."""
    is_plain = name.isprintable() and name == name.strip() == unquote(name)
    return name if is_plain else quote(name, safe="#-_.+@ ")


def _brackets(sheet: FlatArticle) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    """Return the marks by where they begin, the enclosing first, and by where they end, the inner first."""
    named = [mark.replaced(id=f"e{number}") for number, mark in enumerate(sheet.marks, 1)]
    opened: dict[int, list[Mark]] = {}
    closed: dict[int, list[Mark]] = {}
    for mark in named:
        opened.setdefault(mark.start, []).append(mark)
    for mark in reversed(named):
        closed.setdefault(mark.end, []).append(mark)
    return opened, closed


def _entity(start: int, end: int, opened: dict[int, list[Mark]], closed: dict[int, list[Mark]]) -> str:
    here = opened.get(start, [])
    begun = [f"({m.id}-{_label(m.label)}" + (")" if m.end == end else "") for m in here]
    return "".join([m.id + ")" for m in closed.get(end, []) if m.start != start] + begun)


def _label(name: str) -> str:
    """Return a label as a field of a bracket may be: hyphens part the fields."""
    return quote(name, safe="").replace("-", "%2D")
