"""Pages of a few articles in many conventions: where the articles begin, and what they are called."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.text.showing import page_of
from tui.model import Article
from tui.text.divide import divide


class SmallPage(NamedTuple):
    """A page: what it shows, its text, and the titles of its articles; None of one without."""

    name: str
    text: str
    titles: tuple[str | None, ...]


def small_pages() -> Iterator[SmallPage]:
    """Read the pages: ``%% what it shows``, ``% title`` for each article, and the text."""
    known = Path(__file__).with_name("small_pages.txt").read_text("utf-8")
    for block in known.split("\n%% ")[1:]:
        name, *lines = block.splitlines()
        titles = [line[2:] for line in lines if line.startswith("% ")]
        text = "\n".join(lines[len(titles) :])
        yield SmallPage(name, text, tuple(None if title == "-" else title for title in titles))


BREAKS = {"no blank line": "\n", "a blank line below each line": "\n\n", "two": "\n\n\n"}
"""What may stand between the lines of a page."""
UNLIKE = {
    "chess and go column with a problem and the answer to the last": "the sides of a problem are facts",
    "museum's letter with hours, an exhibition and how a piece was mended": "a row of hours has no figures",
    "county bulletin with a decision, its reasons in points, a list and the date": "a title and a list of "
    "names that are as long as each other look like a column",
    "traditional script: forum letters": "who signs and the next headline look like a line of a column",
    "company newsletter: figures boxed": "the last fact and the next headline look like a line of a column",
    "mimeographed works paper": "a title above rows looks like a row",
    "emergency bulletin": "a title below a date looks like text",
}
"""Pages of which the titles are found only as they are set, and why."""


@cache
def articles(text: str) -> tuple[Article, ...]:
    """Return the articles of a small page; each is asked for several times."""
    return divide(page_of(text)).articles


def title(text: str, article: Article) -> str | None:
    named = (block for block in article.blocks if block.role == "title")
    return next(("".join(text[a:b] for a, b in block.segments) for block in named), None)


@pytest.mark.parametrize("page", list(small_pages()), ids=lambda page: page.name.replace(" ", "-"))
def test_the_articles_of_a_small_page_are_found_with_their_titles(page: SmallPage) -> None:
    assert tuple(title(page.text, article) for article in articles(page.text)) == page.titles


@pytest.mark.parametrize("between", BREAKS.values(), ids=BREAKS.keys())
def test_where_each_line_is_a_block_the_blank_lines_change_no_title(between: str) -> None:
    other: list[str] = []
    for page in small_pages():
        blocks = [block for article in articles(page.text) for block in article.blocks]
        text = re.sub(r"\n+", between, page.text)
        if all(len(block.segments) == 1 for block in blocks):
            titles = tuple(title(text, article) for article in articles(text))
            other += [page.name] * (titles != page.titles)
    assert set(other) <= UNLIKE.keys()
