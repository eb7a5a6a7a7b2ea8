"""Differences as rows of JSON, and as one line for people."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tui.measure.adjudication.article_labels import LabelDifference
from tui.measure.adjudication.differences import Difference, Version
from tui.model import Attribute, Span
from tui.model.names import SchemaNames
from tui.texts import CATALOGUE, say

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


class VersionTexts(NamedTuple):
    """Says what annotators have, in a few words, with the names of a project."""

    names: SchemaNames

    def line(self, difference: Difference) -> str:
        """Return what each annotator has: `ling: ORG “县总工会”  wang: -`."""
        texts = (self.text(difference, number) for number in range(len(difference.versions)))
        return "  ".join(f"{name}: {text}" for name, text in zip(difference.annotators, texts, strict=True))

    def article_labels(self, difference: LabelDifference) -> str:
        """Return what each annotator gave: `topic  ling: 劳动  wang: -`."""
        pairs = zip(difference.annotators, difference.values, strict=True)
        name = self.names.article_label(difference.label)
        return "  ".join((name, *(f"{who}: {', '.join(values) or '-'}" for who, values in pairs)))

    def text(self, difference: Difference, number: int) -> str:
        """Return what an annotator has; `-` where they have nothing."""
        version = difference.versions[number]
        if isinstance(version, Span):
            values = self._values(version.attributes, difference.fields)
            return f"{self.names.label(version.label)} “{_short(version.text)}”{values}"
        if not version or difference.head is None:
            return "-"
        head, ends = _short(difference.head.text), zip(version, difference.tails[number], strict=True)
        return ", ".join(
            f"“{head}” {self.names.relation(relation.label)} → “{_short(tail.text)}”"
            for relation, tail in ends
        )

    def _values(self, attributes: Mapping[str, Attribute], fields: Sequence[str]) -> str:
        """Return what a tag says in the fields in which annotators differ."""
        shown = " ".join(f"{self.names.attribute(id_)}={self.value(attributes.get(id_))}" for id_ in fields)
        return f" ({shown})" if shown else ""

    def value(self, value: Attribute | None) -> str:
        """Return the value of a field; `-` where it has none."""
        row = f"edit.choice.{value}"
        return (
            "-" if value in ("", None) else say(row, self.names.language) if row in CATALOGUE else str(value)
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


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
