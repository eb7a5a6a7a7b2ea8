"""The five sample pages against a division that was checked by hand, line by line."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS
from tests.text.showing import read_page, show
from tui.text.divide import divide

GOLD = ROOT / "tests" / "gold"
PAGES = sorted(SEEDS.glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_the_page_is_divided_as_by_hand(path: Path) -> None:
    page = read_page(path)
    assert show(page, divide(page)) == (GOLD / f"{path.stem}.txt").read_text("utf-8")


def test_every_sample_page_has_its_gold() -> None:
    assert {path.name for path in PAGES} == {path.name for path in GOLD.glob("*.txt")}
