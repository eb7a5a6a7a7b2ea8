"""Imported predictions, as proposals."""

from collections.abc import Iterator

from tui.model import Article, Document
from tui.store.files.predictions import load_predictions
from tui.store.project import ANNOTATIONS, Project
from tui.suggest.proposal import Proposal

UNSURE = 0.5
"""The score of a guess whose maker gave none."""


def predicted(project: Project, document: Document, article: Article) -> Iterator[Proposal]:
    """Yield what other programs' models guessed in an article, in the order in which they came.

    Raises:
        StoreError: they cannot be read.
    """
    for guess in load_predictions(project.root / ANNOTATIONS, document.page):
        if any(start <= guess.segments[0][0] < end for start, end in article.ranges):
            yield Proposal(
                article.id,
                document.page.id,
                guess.label,
                guess.text,
                guess.segments,
                "model",
                UNSURE if guess.score is None else guess.score,
                {},
                "import",
            )
