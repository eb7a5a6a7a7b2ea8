"""The value of a metric's tag, read from its text."""

from collections.abc import Mapping

from tui.model import LabelSet, Span
from tui.quantities import attributes


def with_value(span: Span, labels: LabelSet, units: Mapping[str, str] | None = None) -> Span:
    """Return a metric's tag that says no value with the one that its text is read as; other tags stay.

    What the tag says of itself stays as well.

    Args:
        units: the project's units beyond the known ones.
    """
    if span.label not in labels.metrics or span.attributes.get("value"):
        return span
    found = attributes(span.text, units)
    given = {name: value for name, value in span.attributes.items() if value not in (None, "")}
    return span.replaced(attributes={**span.attributes, **found, **given}) if found else span
