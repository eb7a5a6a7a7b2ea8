"""Divides the pages into articles: by the rules, by what was learned of a source, and as people corrected."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model import Corrections, Division, Page
from tui.store.index.divisions import Divisions
from tui.store.record_listing import RecordListing
from tui.store.sources.files import Sources

if TYPE_CHECKING:
    from tui.store.index.learned_votes import LearnedVotes, SourceVotes


class PageDivider:
    """Divides pages; what it made of them is kept in the cache.

    Args:
        cache: to which only this user can write.
        root: the project.
        sources: of the pages.
        records: say with which pages somebody has begun.

    Attributes:
        keeps_divisions: whether new divisions are kept; not for one who goes through all pages of a large
            corpus.
    """

    def __init__(self, cache: Path, root: Path, sources: Sources, records: RecordListing) -> None:
        self._cache, self._root = cache, root
        self._sources, self._records = sources, records
        self.keeps_divisions = True

    def divided(self, page: Page, corrections: Corrections) -> Division:
        """Return how a page is divided by the votes that its corrections name, and by nobody's hand."""
        return self._divisions.of(page, corrections.votes)

    def corrected(self, page: Page, division: Division, corrections: Corrections) -> Division:
        """Return a division with what people corrected."""
        if not corrections.any:
            return division
        from tui.text.correct import corrected

        return corrected(page, division, corrections)

    def with_learned_votes(self, page: Page, corrections: Corrections) -> Corrections:
        """Return corrections with the votes that were learned of the page's source, where nobody began with
        the page: they are kept with it from the first save on, so that its articles stay what they are."""
        if corrections.any or page.layout == "document":
            return corrections
        learned = self.learned_votes.of(self._sources.source_of(page.path))
        if learned is None or not learned.votes or self._records.is_begun(page.id):
            return corrections
        return corrections.replaced(votes=learned.votes)

    def learned(self) -> tuple["SourceVotes", ...]:
        """Return what was learned of the sources whose pages are divided, where it is better."""
        sources = (setting.path for setting in self._sources.used() if setting.layout == "newspaper")
        return tuple(one for source in sources if (one := self.learned_votes.of(source)) and one.votes)

    @property
    def rules(self) -> str:
        """What tells the rules, with what was learned, from others."""
        learned = [(one.source, one.votes) for one in self.learned()]
        return self._divisions.rules + (str(learned) if learned else "")

    @cached_property
    def learned_votes(self) -> "LearnedVotes":
        """The votes that were learned of the sources; pages already begun are not divided by new ones."""
        from tui.store.index.learned_votes import LearnedVotes

        return LearnedVotes(self._cache, self._root)

    @cached_property
    def _divisions(self) -> Divisions:
        return Divisions(self._cache, keep=self.keeps_divisions)
