"""Relations of metrics: how often what a reader linked comes first, found in the text alone or among tags."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.proposals.gold import example_of
from tests.measure.tagged import tagged_project
from tui.model import DEFAULT_LABELS, DEFAULT_RELATIONS, Document
from tui.suggest.relations import linked, with_proposals
from tui.suggest.service import ProposalService
from tui.suggest.tails import habits
from tui.text.offsets import read
from tui.text.segment import segmenter_for
from tui.text.segment_tags import parts_of_speech


def firsts(*, tagged: bool) -> dict[str, float]:
    """Return how often the right tail comes first, by relation.

    Args:
        tagged: whether all names are tagged; else there are metrics alone, and what is proposed of them.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = tagged_project(Path(folder))
        documents = [project.document(page) for page in project.page_ids()]
        rows = [row for document in documents for row in _tried(document, Path(folder), tagged=tagged)]
    asked, right = Counter(label for label, _ in rows), Counter(label for label, is_first in rows if is_first)
    return {label: right[label] / asked[label] for label in asked}


def _tried(document: Document, cache: Path, *, tagged: bool) -> Iterator[tuple[str, bool]]:
    service = ProposalService(DEFAULT_LABELS, parts_of_speech(), indicator="INDICATOR")
    segmenter = segmenter_for("jieba", cache)
    names = {span.id: span.text for span in document.spans}
    empty = {type_.id: habits((), type_.id) for type_ in DEFAULT_RELATIONS}
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
