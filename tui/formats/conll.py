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
from tui.formats.common.tokens import sentences, visible_tokens, words_of
from tui.formats.interface import Options

__all__ = ["parse", "sink"]


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options), joint=b"\n")


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    ranges = visible_tokens(sheet, options.unit)
    # Word, tab, tag and line end of each token: to join them all at once takes a third of the time.
    pieces = ["\t", "\t", "\t", "\n"] * len(ranges)
    pieces[::4] = words_of(ranges, sheet.text)
    pieces[2::4] = tags(options.scheme, sheet.marks, ranges)
    at = 0
    for sentence in sentences(sheet, ranges, options.max_length):
        at += len(sentence)
        pieces[4 * at - 1] = "\n\n"
    return "".join(pieces).encode("utf-8", "backslashreplace")
