"""Articles with their tags, as the measures take them."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bench.keystrokes.tags import tagged
from bench.proposals.registers import TAIL, TWENTY, documents
from bench.proposals.second_reader import NAMES
from tui.model import Article, Document, Span
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.text.offsets import Reading, read
from tui.text.segment import Segmenter, segmenter_for

ROOT = Path(__file__).parent.parent.parent


def example_of(document: Document, article: Article, segmenter: Segmenter) -> Example:
    """Return an article that is finished, with its words and tags."""
    reading = read(document.page, article)
    text = ArticleText(
        article.id,
        reading.text,
        reading.blocks,
        tuple(block.role for block in article.blocks),
        segmenter.words(reading.text),
    )
    tags = tuple(tag for span in document.spans_in(article) if (tag := _tag(reading, span)))
    return Example(text, tags, reading.blocks)


def _tag(reading: Reading, span: Span) -> Candidate | None:
    ranges = reading.project(span.segments)
    return Candidate(*ranges[0], span.label) if len(ranges) == 1 else None


def first_reader() -> list[Example]:
    """The five pages as `bench.keystrokes.tags` tags them."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        project = tagged(Path(folder))
        segmenter = segmenter_for("jieba", Path(folder))
        documents = [project.document(page) for page in project.page_ids()]
        return [example_of(d, article, segmenter) for d in documents for article in d.articles]


def second_reader() -> list[Example]:
    """The five pages as `bench.proposals.second_reader` tags them; times and quantities as the first one."""
    return [_renamed(example, ("METRIC", "TIME")) for example in first_reader()]


def other_registers(path: Path = TWENTY) -> list[Example]:
    """The articles of a file of `bench.proposals.registers`, without tags that are there only as tails."""
    with tempfile.TemporaryDirectory() as folder:
        segmenter = segmenter_for("jieba", Path(folder))
        return [
            example_of(
                document.replaced(spans=tuple(s for s in document.spans if not s.id.startswith(TAIL))),
                document.articles[0],
                segmenter,
            )
            for document in documents(path)
        ]


def _renamed(example: Example, kept: tuple[str, ...]) -> Example:
    names = list(_named(example.text.text, NAMES))
    others = (
        tag for tag in example.tags if tag.label in kept and not any(tag.overlaps(name) for name in names)
    )
    return replace(example, tags=tuple(sorted((*names, *others), key=lambda one: (one.start, -one.end))))


def _named(text: str, names: Mapping[str, str]) -> Iterator[Candidate]:
    rows = sorted(
        ((name, label) for label, row in names.items() for name in row.split()), key=lambda r: -len(r[0])
    )
    at = 0
    while at < len(text):
        found = next(((name, label) for name, label in rows if text.startswith(name, at)), None)
        if found is None:
            at += 1
        else:
            yield Candidate(at, at + len(found[0]), found[1])
            at += len(found[0])
