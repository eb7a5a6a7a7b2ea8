"""A division as diffable text, in which a reader sees each decision."""

import hashlib
from collections import Counter
from pathlib import Path

from tui.model import Division, Page
from tui.text.decode import decode

SEAM = "¦"
"""Stands where two segments of a block meet: a column break or a hard wrap was undone there."""


def page_of(text: str, name: str = "page") -> Page:
    """Return a page with this text."""
    return Page(id=name, path=f"seeds/{name}.txt", text=text, encoding="utf-8", sha256="0" * 64)


def read_page(path: Path) -> Page:
    """Return the page in a file."""
    data = path.read_bytes()
    decoded = decode(data, path.name)
    return Page(
        id=path.stem,
        path=path.name,
        text=decoded.text,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
    )


MARKUP = set("#*>-")
"""Characters of a page that may be in no block."""


def covered(page: Page, division: Division) -> Counter[int]:
    """Return how often each code point of the source is in a block or in the furniture."""
    blocks = [s for article in division.articles for block in article.blocks for s in block.segments]
    return Counter(at for start, end in [*blocks, *division.furniture] for at in range(start, end))


def show(page: Page, division: Division) -> str:
    """Return one line for each block and each line of furniture, an empty line between articles."""
    lines: list[str] = []
    for article in division.articles:
        lines.append(f"== {article.kind}")
        lines += [
            f"{block.role}: {SEAM.join(page.text[a:b] for a, b in block.segments)}"
            for block in article.blocks
        ]
        lines.append("")
    lines += [f"furniture: {page.text[a:b]}" for a, b in division.furniture]
    return "\n".join(lines) + "\n"
