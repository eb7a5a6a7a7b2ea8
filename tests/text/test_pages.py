"""Invented pages in the conventions of other papers, each beside its division."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.text.showing import page_of, show
from tui.model import surface
from tui.text.divide import divide

PAGES = sorted((ROOT / "tests" / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_page_is_divided_as_its_conventions_say(path: Path) -> None:
    page = page_of(path.read_text("utf-8"))
    assert show(page, divide(page)) == path.with_suffix(".gold").read_text("utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_line_breaks_of_two_characters_change_nothing(path: Path) -> None:
    text = path.read_text("utf-8")
    assert _blocks(text.replace("\n", "\r\n")) == _blocks(text)


def _blocks(text: str) -> list[list[tuple[str, str]]]:
    page = page_of(text)
    return [
        [(block.role, surface(page.text, block.segments)) for block in article.blocks]
        for article in divide(page).articles
    ]
