"""What of the candidates of an article is still open, version after version of its page."""

from collections.abc import Iterable
from functools import partial
from itertools import compress

from tui.edit.incremental import Incremental, changed
from tui.model import Article, Corrections, Document, Span
from tui.operations.proposals.articles import FINISHED, refused_places, refused_texts, tag_of
from tui.suggest.candidate import Candidate, overlapping
from tui.suggest.still_open import best_of_each_range, is_silenced
from tui.text.offsets import read


class OpenCandidates:
    """Tells which candidates nobody has decided on.

    It is asked at every tag: only what overlaps a tag that came or went is looked at again.

    Args:
        article: the id of the article.
        candidates: what was proposed of it.
    """

    def __init__(self, article: str, candidates: Iterable[Candidate]) -> None:
        self._id, self._candidates = article, best_of_each_range(candidates)
        self._article: Article | None = None

    def on(self, document: Document) -> tuple[Candidate, ...]:
        """Return those that are open on a version of the page; none where the article is finished or gone."""
        article = next((each for each in document.articles if each.id == self._id), None)
        if article is None or document.progress_of(self._id).state in FINISHED:
            return ()
        if article is not self._article:
            self._begin(document, article)
        if document.corrections is not self._corrections:
            self._refuse(document)
        self._follow([tag for tag in self._tags.of(document.spans_in(article)) if tag is not None])
        return tuple(compress(self._unrefused, self._open))

    def _begin(self, document: Document, article: Article) -> None:
        self._article, self._reading = article, read(document.page, article)
        make = partial(tag_of, self._reading)
        self._tags: Incremental[Span, Candidate | None] = Incremental(make)
        self._corrections: Corrections | None = None

    def _refuse(self, document: Document) -> None:
        """Leave out what was refused; of the rest, look at all again."""
        self._corrections = document.corrections
        places = {one.key for one in refused_places(document, self._reading)}
        texts, written = refused_texts(document), self._reading.text
        self._unrefused = [
            one
            for one in self._candidates
            if one.key not in places and (written[slice(*one.range)], one.label) not in texts
        ]
        self._open = [True] * len(self._unrefused)
        self._placed: list[Candidate] = []

    def _follow(self, tags: list[Candidate]) -> None:
        """Look again at what overlaps a tag that was not there before, or was."""
        old, new = changed(self._placed, tags)
        came_or_went = overlapping((*self._placed[old], *tags[new]))
        around = overlapping(tags)
        self._placed = tags
        for at, one in enumerate(self._unrefused):
            if next(came_or_went(one), None) is not None:
                self._open[at] = not is_silenced(one, around(one))
