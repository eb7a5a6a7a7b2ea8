"""Differences as rows of JSON, and as one line for people."""

from collections.abc import Mapping
from typing import Any

from tui.measure.adjudication.differences import Difference, Version
from tui.model import Attribute, Span

LONGEST = 24
"""Characters of a tag that a line shows."""


def difference_row(difference: Difference) -> dict[str, Any]:
    """Return a difference for JSON: `a` and `b` are what the first two annotators have, null where nothing.

    A tag has its source segments; relations are lists, each with the texts of its ends.
    """
    versions = [_version(difference, number) for number in range(len(difference.versions))]
    return {
        "article": difference.article,
        "page": difference.page,
        "kind": difference.kind,
        "kinds": difference.kinds,
        "fields": difference.fields,
        "annotators": difference.annotators,
        "a": versions[0],
        "b": versions[1],
        "versions": dict(zip(difference.annotators, versions, strict=True)),
        "start": difference.place.start,
        "end": difference.place.end,
    }


def difference_line(difference: Difference) -> str:
    """Return what each annotator has: `ling: ORG “县总工会”  wang: -`."""
    parts = (
        f"{name}: {version_text(difference, number)}" for number, name in enumerate(difference.annotators)
    )
    return "  ".join(parts)


def version_text(difference: Difference, number: int) -> str:
    """Return what an annotator has, in a few words; `-` where they have nothing."""
    version = difference.versions[number]
    if isinstance(version, Span):
        said = _said(version.attributes) if "value" in difference.kinds else ""
        return f"{version.label} “{_short(version.text)}”{said}"
    if not version or difference.head is None:
        return "-"
    ends = zip(version, difference.tails[number], strict=True)
    return ", ".join(
        f"“{_short(difference.head.text)}” {r.label} → “{_short(tail.text)}”" for r, tail in ends
    )


def _version(difference: Difference, number: int) -> Any:
    version: Version = difference.versions[number]
    if isinstance(version, Span):
        fields = ("id", "label", "text", "segments", "attributes", "note")
        return {name: getattr(version, name) for name in fields}
    if version is None or difference.head is None:
        return None
    return [
        {"id": relation.id, "label": relation.label, "from": difference.head.text, "to": tail.text}
        for relation, tail in zip(version, difference.tails[number], strict=True)
    ]


def _said(attributes: Mapping[str, Attribute]) -> str:
    shown = " ".join(f"{name}={value}" for name, value in attributes.items() if value not in ("", None))
    return f" ({shown})" if shown else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
