"""Read what somebody tagged with TinyDB alone: python read_annotations.py PROJECT ANNOTATOR.

Prints a line for each tag: page, label, text. Segments are code points of the decoded source file, half
open; its text is what stands there.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tinydb import TinyDB


def tags(project: Path, annotator: str) -> Iterator[tuple[str, str, str]]:
    """Yield page, label and text of each tag, page by page."""
    for path in sorted((project / "annotations" / annotator).glob("*.json")):
        with TinyDB(path, access_mode="r", encoding="utf-8") as database:
            spans = sorted(database.table("spans").all(), key=lambda span: span["segments"])
            for span in spans:
                yield path.stem, span["label"], span["text"]


if __name__ == "__main__":
    for row in tags(Path(sys.argv[1]), sys.argv[2]):
        print(*row, sep="\t")
