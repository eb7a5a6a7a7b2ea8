"""Sinks that most formats share: see `tui.formats.interface.Sink`."""

import re
from collections.abc import Callable, Mapping
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from tui.formats.common.flat_article import FlatArticle

UNSAFE = re.compile(r"[^\w.+@-]")
"""What some system does not have in names of files, or people cannot see."""


class Pieces:
    """A sink of formats that are a piece of bytes an article, one behind the other.

    Args:
        encode: returns a sheet's piece.
        joint: stands between two pieces.
    """

    def __init__(
        self,
        out: BinaryIO,
        encode: Callable[[FlatArticle], bytes],
        head: bytes = b"",
        joint: bytes = b"",
        tail: bytes = b"",
    ) -> None:
        self._out, self._encode, self._joint, self._tail = out, encode, joint, tail
        self._next, self._head = b"", head
        out.write(head)

    def add(self, sheet: FlatArticle) -> None:
        """See `Sink.add`."""
        self.add_encoded(self._encode(sheet))

    def add_encoded(self, data: bytes) -> None:
        """Write pieces that another sink of this kind has encoded: see `body`."""
        self._out.write(self._next + data)
        self._next = self._joint

    def body(self, data: bytes) -> bytes:
        """Return of what this sink wrote the pieces alone, with what stands between them."""
        return data[len(self._head) :]

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        self._out.write(self._tail)
        return {}


class Files:
    """A sink of formats that are a file an article.

    Args:
        encode: returns the content of a sheet's file.
        beside: files that stand beside them, by name.
    """

    def __init__(
        self,
        folder: Path,
        suffix: str,
        encode: Callable[[FlatArticle], bytes],
        beside: Mapping[str, bytes] = {},
    ) -> None:
        self._folder, self._suffix, self._encode, self._beside = folder, suffix, encode, beside

    def add(self, sheet: FlatArticle) -> None:
        """See `Sink.add`."""
        fresh(self._folder, sheet, self._suffix).write_bytes(self._encode(sheet))

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        for name, data in self._beside.items():
            (self._folder / name).write_bytes(data)
        return {}


def fresh(folder: Path, sheet: FlatArticle, suffix: str) -> Path:
    """Return the path of an article's file in a folder format: its name, made such that any system has it.

    Where two texts have the same id in their corpora, the second is called as the article; what another
    annotator tagged in the same article has that one's name behind it.
    """
    numbered = (f"{sheet.id}.{sheet.annotator}.{number}" for number in count(2))
    names = chain((sheet.name, sheet.id, f"{sheet.id}.{sheet.annotator}"), numbered)
    return next(path for name in names if not (path := folder / f"{stem_of(name)}{suffix}").exists())


def stem_of(name: str) -> str:
    """Return a name made such that any system has files called so."""
    return UNSAFE.sub(lambda sign: quote(sign[0], "", errors="surrogatepass"), name.replace("#", "-"))
