"""English texts put the right form of a word behind a count."""

import re
import string
from collections.abc import Iterator
from typing import Any

import pytest

from tui.texts import CATALOGUE, say

FORMS = re.compile(r"\{(\w+):(?:[^|{}]*\|)?[^|{}]+\|[^|{}]+\}")
COUNTS = {field for en, _ in CATALOGUE.values() for field in FORMS.findall(en)}
"""Fields that hold a count in some row of the catalogue."""
WORD = r"(?!(?:is|was|has)\b)[a-z]+"
SEVERAL = re.compile(rf"(?<![\w.,/])1 (?:(?:{WORD} )?{WORD}s(?<!ss)|are|were|have|do)\b")
"""Behind a one: a word in the form for several, perhaps with one before it, or a verb in that form."""


class Key:
    """Stands for a key in a sentence."""

    def __format__(self, id_: str) -> str:
        return "X"


def fields(text: str) -> Iterator[str]:
    return (field for _, field, _, _ in string.Formatter().parse(text) if field)


def said(key: str, count: int) -> str:
    named = dict.fromkeys((*fields(CATALOGUE[key][0]), "id"), "X")
    values: dict[str, Any] = named | dict.fromkeys(COUNTS & named.keys(), count) | {"key": Key()}
    return say(key, "en", **values)


@pytest.mark.parametrize("key", sorted(key for key, (en, _) in CATALOGUE.items() if COUNTS & {*fields(en)}))
def test_one_thing_is_not_said_in_the_form_for_several(key: str) -> None:
    assert not SEVERAL.search(said(key, 1))


@pytest.mark.parametrize(
    ("key", "count", "text"),
    [
        ("run.progress", 1, "X of 1 page"),
        ("index.part", 1, "indexing: 1 page, X%"),
        ("index.part", 2000, "indexing: 2,000 pages, X%"),
        ("agree.hidden", 1, "left out because you have not finished it: 1 page"),
        ("agree.hidden", 0, "left out because you have not finished them: 0 pages"),
        ("cli.more_refused", 1, "and 1 more was refused"),
        ("cli.more_refused", 3, "and 3 more were refused"),
    ],
)
def test_a_count_chooses_the_form_of_its_word(key: str, count: int, text: str) -> None:
    assert said(key, count) == text
