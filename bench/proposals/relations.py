"""Relations of metrics: how often what a reader linked comes first, found in the text alone or among tags."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bench.proposals.gold import example_of
from bench.proposals.registers import THIRTY, documents
from tests.measure.tagged import tagged_project
from tui.model import DEFAULT_LABELS, DEFAULT_RELATIONS, Document
from tui.suggest.relation_history import relation_history
from tui.suggest.relations import linked, with_proposals
from tui.suggest.service import ProposalService
from tui.text.jieba_dictionary import parts_of_speech
from tui.text.offsets import read
from tui.text.segment import segmenter_for


class First(NamedTuple):
    """How many relations were asked for, and how often the right tail came first."""

    asked: int
    right: int

    @property
    def share(self) -> float:
        """How often it came first."""
        return self.right / self.asked


def five_pages() -> list[Document]:
    """The five pages as `tests.measure.tagged` links them."""
    with tempfile.TemporaryDirectory() as folder:
        project = tagged_project(Path(folder))
        return [project.document(page) for page in project.page_ids()]


LINKED: Mapping[str, Callable[[], list[Document]]] = {
    "five pages": five_pages,
    "other registers": lambda: list(documents()),
    "thirty more": lambda: list(documents(THIRTY)),
}


def firsts(given: Iterable[Document], *, tagged: bool) -> dict[str, First]:
    """Return how often the right tail comes first, by relation.

    Args:
        tagged: whether all names are tagged; else there are metrics alone, and what is proposed of them.
    """
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for document in given for row in _tried(document, Path(folder), tagged=tagged)]
    asked, right = Counter(label for label, _ in rows), Counter(label for label, is_first in rows if is_first)
    return {label: First(asked[label], right[label]) for label in asked}


def _tried(document: Document, cache: Path, *, tagged: bool) -> Iterator[tuple[str, bool]]:
    service = ProposalService(DEFAULT_LABELS, parts_of_speech(), indicator="INDICATOR")
    segmenter = segmenter_for("jieba", cache)
    names = {span.id: span.text for span in document.spans}
    empty = {type_.id: relation_history((), type_.id) for type_ in DEFAULT_RELATIONS}
    kept = document.spans if tagged else tuple(s for s in document.spans if s.label == "METRIC")
    bare = document.replaced(spans=kept, relations=())
    for article in document.articles:
        reading = read(document.page, article)
        found = [] if tagged else service.propose(example_of(bare, article, segmenter).text)
        standing = with_proposals(bare, reading, [one for one in found if one.label != "METRIC"])
        for metric in bare.spans_in(article):
            wanted = {r.label: names[r.tail] for r in document.relations if r.head == metric.id}
            if wanted:
                ranked = linked(standing, article, reading, metric, DEFAULT_RELATIONS, empty)
                for label, text in wanted.items():
                    yield label, bool(ranked[label]) and ranked[label][0].surface == text
