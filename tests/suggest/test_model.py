"""A model as a file: read back as it was, or refused."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.suggest.learned.model import Model, dump, load
from tui.suggest.maker_accuracy import MakerAccuracy

RECORD = MakerAccuracy({("rules", "METRIC", "0.95"): 7}, {("rules", "METRIC", "0.95"): 5})
MODEL = Model(
    b"\x00crf\n\xff", ("ORG", "LOC"), True, frozenset({"a#1", "b#2"}), {"ORG": 7}, RECORD, {"articles": 2}
)


def test_a_model_is_read_back_as_it_was() -> None:
    assert load(dump(MODEL)) == MODEL


@given(st.data())
def test_a_model_with_a_byte_changed_is_refused_or_says_the_same_of_its_crf(data: st.DataObject) -> None:
    whole = bytearray(dump(MODEL))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    try:
        read = load(bytes(whole))
    except ValueError:
        return
    assert read.crf == MODEL.crf


def test_a_model_of_another_format_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dump(MODEL)
    with pytest.raises(ValueError, match="no model"):
        load(whole.replace(b"piyue model 1", b"piyue model 2", 1))
    monkeypatch.setattr("tui.suggest.learned.model.LARGEST", len(whole))
    assert load(whole) == MODEL
    monkeypatch.setattr("tui.suggest.learned.model.LARGEST", len(whole) - 1)
    with pytest.raises(ValueError, match="no model"):
        load(whole)


@pytest.mark.parametrize("changes", [{"labels": ("ORG",)}, {"with_lac": False}, {"features": 0}])
def test_a_model_fits_what_it_was_made_for_and_nothing_else(changes: dict[str, Any]) -> None:
    assert MODEL.fits(("ORG", "LOC"), with_lac=True)
    assert not replace(MODEL, **changes).fits(("ORG", "LOC"), with_lac=True)


@pytest.mark.parametrize("data", [b"", b"piyue model 1\n", b"piyue model 1\n[]\n", b"piyue model 1\n{}\nx"])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        load(data)
