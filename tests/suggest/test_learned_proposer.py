"""What the model finds, as proposals: how sure, from which score on, and the same texts elsewhere."""

from itertools import pairwise

import pytest

from tests.suggest.building import article
from tui.suggest.candidate import ArticleText, Candidate
from tui.suggest.learned.proposer import LearnedProposer, calibrated
from tui.suggest.learned.tagger import Read, Tagger

TEXT = article("东屏 总工会 和 东屏 县 说 / 东屏 好")


class Model(Tagger):
    """A model that finds these ranges with these scores."""

    def __init__(self, *found: tuple[int, int, float]) -> None:
        self._found = [Candidate(start, end, "ORG", score) for start, end, score in found]

    def read(self, text: ArticleText, tags: object = ()) -> Read:
        return Read(self._found, [])


def proposed(monkeypatch: pytest.MonkeyPatch, *found: tuple[int, int, float]) -> list[tuple[str, int, float]]:
    proposer = LearnedProposer({})
    monkeypatch.setattr(proposer, "_tagger", Model(*found))
    return [(TEXT.text[slice(*one.range)], one.start, round(one.score, 3)) for one in proposer.propose(TEXT)]


def test_without_a_model_nothing_is_proposed() -> None:
    proposer = LearnedProposer({})
    assert (proposer.is_ready, proposer.labels, proposer.propose(TEXT)) == (False, frozenset(), [])
    assert proposer.read(TEXT, ()) is None


def test_what_is_hardly_a_tag_is_not_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = proposed(monkeypatch, (0, 2, 0.2), (2, 5, 0.24), (6, 8, 0.4))
    assert found == [("总工会", 2, 0.3), ("东屏", 6, 0.5)]


def test_a_text_that_is_surely_a_tag_is_proposed_elsewhere_with_less(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proposed(monkeypatch, (6, 8, 0.9)) == [("东屏", 0, 0.72), ("东屏", 6, 0.9), ("东屏", 11, 0.72)]
    assert proposed(monkeypatch, (6, 8, 0.7)) == [("东屏", 6, 0.713)]
    assert proposed(monkeypatch, (5, 6, 0.95)) == [("和", 5, 0.95)]


def test_the_surest_of_a_text_counts_elsewhere_and_what_is_found_there_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert proposed(monkeypatch, (0, 2, 0.9), (6, 8, 1.0)) == [
        ("东屏", 0, 0.9),
        ("东屏", 6, 1.0),
        ("东屏", 11, 0.8),
    ]
    assert proposed(monkeypatch, (0, 5, 0.5), (6, 8, 0.9)) == [
        ("东屏总工会", 0, 0.571),
        ("东屏", 6, 0.9),
        ("东屏", 11, 0.72),
    ]


def test_a_higher_marginal_is_oftener_right() -> None:
    shares = [calibrated(marginal / 100) for marginal in range(101)]
    assert (shares[0], shares[40], shares[90], shares[100]) == (0.0, 0.5, 0.9, 1.0)
    assert all(one < other for one, other in pairwise(shares))
