"""The examples of docs/quantities-library.md, and what it says of the bench."""

import doctest
import re

from bench.quantities.values import LIBRARIES, expressions
from tests.conftest import ROOT
from tui import quantities

PAGE = ROOT / "docs" / "quantities-library.md"


def test_its_examples_are_what_the_library_answers() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 15
    assert result.failed == 0


def test_it_names_each_library_and_as_many_expressions_as_there_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    kinds = [kind for kind, _, _ in expressions()]
    assert f"{len(kinds)} invented expressions" in text
    assert f"of {kinds.count('number')} |" in text
    assert f"of {kinds.count('time')} |" in text
    assert all(re.search(rf"^\| {re.escape(name)}", text, re.MULTILINE) for name in ("piyue", *LIBRARIES))


def test_all_that_is_public_says_what_it_is() -> None:
    for name in quantities.__all__:
        thing = getattr(quantities, name)
        if callable(thing) and not hasattr(thing, "__args__"):
            assert thing.__doc__, name
