"""Formats by their names: those that come with piyue, and those of other packages."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from tui.errors import FormatError, NotFoundError
from tui.formats import registry
from tui.formats.format import EVERYTHING, Format
from tui.formats.registry import FORMATS, format_named, other_formats

ACME = Format("acme", "acme_format", EVERYTHING, ".acme")


class Point:
    """An entry point."""

    value = "acme_format:FORMAT"

    def __init__(self, load: Callable[[], Any]) -> None:
        self.name, self.load = "acme", load


Bring = Callable[..., None]


@pytest.fixture
def bring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bring]:
    """Have packages bring these, in this order."""

    def brought(*values: Any) -> None:
        points = [Point(partial(dict(enumerate(values)).get, at)) for at in range(len(values))]
        monkeypatch.setattr(
            registry, "entry_points", lambda group: points if group == "piyue.formats" else []
        )
        other_formats.cache_clear()

    yield brought
    other_formats.cache_clear()


def test_a_format_of_another_package_is_known_by_its_name(bring: Bring) -> None:
    bring(ACME)
    assert format_named("acme") is ACME
    assert other_formats() == {"acme": ACME}


def test_one_of_ours_is_never_replaced_and_the_first_of_two_holds(bring: Bring) -> None:
    second = ACME._replace(suffix=".other")
    bring(ACME._replace(name="jsonl"), ACME, second)
    assert format_named("jsonl") is FORMATS["jsonl"]
    assert other_formats() == {"acme": ACME}


def test_what_is_no_format_is_refused_but_holds_up_none_of_ours(bring: Bring) -> None:
    bring(ACME, 7)
    with pytest.raises(FormatError, match="acme_format:FORMAT is no Format"):
        format_named("acme")
    assert format_named("jsonl") is FORMATS["jsonl"]


def test_a_package_that_cannot_be_loaded_is_named(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise ZeroDivisionError("broken inside")

    bring()
    monkeypatch.setattr(registry, "entry_points", lambda group: [Point(fails)])
    with pytest.raises(FormatError, match=r"acme.*broken inside"):
        format_named("acme")


def test_of_a_name_that_is_none_all_names_are_told(bring: Bring) -> None:
    bring(ACME)
    with pytest.raises(NotFoundError, match=r"jsonl, .*cws, acme"):
        format_named("nothing")
