"""Labels of articles as a text for each value, for formats with a list of categories: `topic: 法律`."""

from collections.abc import Iterable, Mapping
from typing import Any

BETWEEN = ": "
"""Between a label and its value; no label's id holds a blank."""


def category(label: str, value: str) -> str:
    """Return one value of a label of articles as a category."""
    return f"{label}{BETWEEN}{value}"


def categories(labels: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return what an article is labelled with as categories."""
    return [category(label, value) for label, values in labels.items() for value in values]


def labels_of(said: Iterable[Any]) -> tuple[dict[str, tuple[str, ...]], int]:
    """Return the labels of an article that categories say, and how many categories say none."""
    found: dict[str, tuple[str, ...]] = {}
    others = 0
    for one in said:
        label, between, value = one.partition(BETWEEN) if isinstance(one, str) else ("", "", "")
        if label and between and " " not in label:
            found[label] = (*found.get(label, ()), value)
        else:
            others += 1
    return found, others
