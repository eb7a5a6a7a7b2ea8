"""Gamma is the library's, where it is installed; else it is said what to install."""

import json
import logging
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from tui.errors import FormatError
from tui.measure.agreement.gamma import Unit, gamma

SAME = [Unit(name, *where) for name in "ab" for where in ((0, 6, "ORG"), (9, 12, "METRIC"))]
APART = [*SAME[:2], Unit("b", 0, 3, "ORG"), Unit("b", 9, 12, "METRIC"), Unit("b", 15, 20, "LOC")]
ALONE = SAME[:2]


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
    with pytest.raises(FormatError, match="pip install pygamma-agreement"):
        gamma([SAME])


class Library:
    """A stand-in for pygamma-agreement: gamma is a tenth for each tag, and it says which solver it takes."""

    def __init__(self) -> None:
        self.seeds: list[int] = []
        self.given: list[list[tuple[str, int, int, str]]] = []

    def install(self, patch: pytest.MonkeyPatch) -> None:
        made, given = self, self.given

        class Continuum:
            def __init__(self) -> None:
                given.append([])

            def add(self, annotator: str, segment: Any, label: str) -> None:
                given[-1].append((annotator, segment.start, segment.end, label))

            def compute_gamma(self) -> Any:
                logging.warning("I take a solver")
                return SimpleNamespace(gamma=len(given[-1]) / 10)

        def segment(start: int, end: int) -> Any:
            return SimpleNamespace(start=start, end=end)

        for name, module in {
            "pygamma_agreement": SimpleNamespace(Continuum=Continuum),
            "pyannote": SimpleNamespace(),
            "pyannote.core": SimpleNamespace(Segment=segment),
            "numpy.random": SimpleNamespace(seed=made.seeds.append),
        }.items():
            patch.setitem(sys.modules, name, module)


def test_articles_weigh_by_their_tags_and_those_of_one_annotator_say_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    library = Library()
    library.install(monkeypatch)
    before = logging.root.manager.disable
    assert gamma([SAME, ALONE, APART]).value == pytest.approx((4 * 0.4 + 5 * 0.5) / 9)
    assert library.given == [SAME, APART]
    assert library.seeds == [0, 0], "chance is drawn by a seed, each article alike"
    assert (logging.root.manager.disable, caplog.records) == (before, [])
    assert (gamma([]).reason, gamma([ALONE]).reason) == ("nothing", "nothing")


@pytest.mark.slow
def test_who_agree_have_one_and_who_differ_less(caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("pygamma_agreement")
    same, apart, both = gamma([SAME]), gamma([APART]), gamma([SAME, APART])
    assert same.value == 1.0
    assert apart.value is not None
    assert 0 < apart.value < 1
    assert both.value == pytest.approx((len(SAME) + len(APART) * apart.value) / (len(SAME) + len(APART)))
    assert gamma([APART]) == apart, "chance is drawn by a seed"
    assert gamma([ALONE]).reason == "nothing", "the library would answer with a number"
    assert json.dumps(apart.value)
    assert not caplog.records
