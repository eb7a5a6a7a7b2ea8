"""Gamma is the library's, where it is installed; else it is said what to install."""

import json
import sys

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
