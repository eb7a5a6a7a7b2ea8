"""What is found in sentences and on the sample pages, against gold made by reading."""

import re

import pytest

from tests.conftest import SEEDS
from tests.quantities.gold import pages, row, sentences
from tui.quantities import find

SENTENCES = list(sentences("golden/*.txt"))
PAGES = pages("pages.txt")
BETWEEN = re.compile("(?<=[一-龥])(?<![零〇一二三四五六七八九十])(?=[0-9])|(?<=[0-9])(?=[一-龥])")


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:24] for text, _ in SENTENCES])
def test_a_sentence_holds_the_quantities_of_the_gold(text: str, expected: list[str]) -> None:
    assert [row(quantity) for quantity in find(text)] == expected


def test_blanks_between_digits_and_chinese_change_no_quantity_of_the_gold() -> None:
    wrong = {}
    for text, _ in SENTENCES:
        spaced = BETWEEN.sub(" ", text)
        found = [row(quantity).replace(" ", "") for quantity in find(spaced)]
        if found != [row(quantity).replace(" ", "") for quantity in find(text)]:
            wrong[spaced] = found
    assert wrong == {}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_sample_page_holds_what_a_reader_found(page: str) -> None:
    text = (SEEDS / f"{page}.txt").read_text(encoding="utf-8")
    unwrapped = re.sub(r"\n+", "", text)
    assert [row(quantity) for quantity in find(unwrapped)] == PAGES[page]


def test_every_sample_page_has_a_gold() -> None:
    assert set(PAGES) == {path.stem for path in SEEDS.glob("*.txt")}


def test_the_gold_is_large_and_half_of_it_is_not_about_one_thing() -> None:
    rows = [line for _, below in SENTENCES for line in below]
    assert len(rows) >= 300
    assert sum(not below for _, below in SENTENCES) >= 30
