"""Which candidates are open: no tag, refusal or finished article silences them."""

from collections.abc import Iterable

from tui.suggest.candidate import Candidate, Example, overlapping
from tui.suggest.nested import NestedProposer


def still_open(
    candidates: Iterable[Candidate],
    example: Example,
    refused_texts: frozenset[tuple[str, str]] = frozenset(),
) -> list[Candidate]:
    """Return the candidates that nothing silences: no tag, no refusal, and the article is not finished.

    Its time grows with candidates and tags, not with their pairs.

    A tag silences what it covers and what it crosses; a place within it that is proposed with another label
    stays open where it is nested.

    Args:
        refused_texts: what was refused everywhere, in whatever article.
    """
    if example.is_finished:
        return []
    refused, around = {one.key for one in example.refused}, overlapping(example.tags)
    written, nowhere = example.text.text, refused_texts | example.refused_texts
    return [
        one
        for one in best_of_each_range(candidates)
        if one.key not in refused
        and (written[slice(*one.range)], one.label) not in nowhere
        and not is_silenced(one, around(one))
    ]


def is_silenced(candidate: Candidate, tags: Iterable[Candidate]) -> bool:
    """Tell whether one of the tags that overlap a candidate silences it."""
    return any(_silences(tag, candidate) for tag in tags)


def _silences(tag: Candidate, candidate: Candidate) -> bool:
    """Tell whether a tag silences a candidate that it overlaps."""
    is_nested = candidate.within(tag) or tag.within(candidate)
    return (
        tag.label == candidate.label
        or tag.range == candidate.range
        or not is_nested
        or (candidate.within(tag) and candidate.maker != NestedProposer.name)
    )


def best_of_each_range(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return of the candidates of each range the one with the highest score."""
    best: dict[tuple[int, int], Candidate] = {}
    for one in candidates:
        if one.range not in best or one.score > best[one.range].score:
            best[one.range] = one
    return list(best.values())
