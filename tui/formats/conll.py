"""CoNLL: a token and its tag a line, a blank line after each sentence, another one after each article.

No comments and no document lines: many readers take them for tokens. Blanks are no tokens, but for those of
a corpus that has them.
"""

from typing import BinaryIO

from tui.formats.common.conll_reader import parse
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.tag_schemes import tags
from tui.formats.common.tokens import seen_tokens, sentence_ends
from tui.formats.interface import Options

__all__ = ["parse", "sink"]


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options), joint=b"\n")


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    starts, words = seen_tokens(sheet, options.unit)
    # Words, and what stands behind each in its line: to join them all at once takes a third of the time.
    pieces = [""] * (2 * len(words))
    pieces[::2] = words
    pieces[1::2] = tags(options.scheme, sheet.marks, starts, "\t{}\n")
    for end in sentence_ends(sheet, starts, options):
        pieces[2 * end - 1] += "\n"
    return "".join(pieces).encode("utf-8", "backslashreplace")
