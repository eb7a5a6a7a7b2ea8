"""Learns where articles of a source begin, from pages with a confirmed or corrected division."""

from collections.abc import Mapping, Set
from contextlib import suppress

from tui.errors import PiyueError
from tui.model import Page
from tui.store.index.learned_votes import SourceVotes
from tui.store.project import Project
from tui.text.learning import ENOUGH, examples, learn
from tui.text.votes import votes_of

MORE = 2
"""A source is learned anew from so many times the pages that it was learned from: what was learned divides
all pages that nobody began with, so it does not change with each page."""


def learn_borders(project: Project, unfinished: str = "") -> tuple[SourceVotes, ...]:
    """Learn the votes of each source of which enough more pages were confirmed, keep them, and return those
    that divide better on held out pages than the general ones.

    Args:
        unfinished: the id of a page that is being corrected; it is not learned from yet.

    Raises:
        OSError: they cannot be kept.
    """
    learned = []
    corrected = project.records.corrected_pages() - {unfinished}
    if len(corrected) < ENOUGH:
        return ()
    for source, pages in _confirmed(project, corrected).items():
        before = project.divider.learned_votes.of(source)
        if len(pages) < max(ENOUGH, MORE * before.pages if before else 0):
            continue
        found = learn([examples(page, starts) for page, starts in pages])
        votes = votes_of(found.weights) if found.better else ()
        kept = SourceVotes(source, votes, found.pages, found.lines, found.general, found.learned)
        project.divider.learned_votes.keep(kept)
        if votes or (before and before.votes):
            learned.append(kept)
    return tuple(learned)


def _confirmed(project: Project, corrected: Set[str]) -> Mapping[str, list[tuple[Page, list[int]]]]:
    """Return the pages of each source whose borders people spoke of, in order, with where articles begin."""
    found: dict[str, list[tuple[Page, list[int]]]] = {}
    for id_ in filter(corrected.__contains__, project.page_ids()):
        with suppress(PiyueError):  # a page that cannot be read is told of where it is opened
            page = project.page(id_)
            if page.layout == "newspaper" and project.documents.corrections.load(page).borders:
                starts = [
                    article.blocks[0].segments[0][0] for article in project.documents.division(page).articles
                ]
                found.setdefault(project.pages.sources.source_of(page.path), []).append((page, starts))
    return found
