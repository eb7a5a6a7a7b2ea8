"""Values of tags that their dialog would refuse: of quantities, times and the project's own attributes."""

from collections.abc import Iterator, Mapping

from tui.errors import ChangeError, PiyueError, QuantityError
from tui.measure.ledger import interval_of
from tui.model import Attribute, AttributeType, LabelSet, Span
from tui.model.labels import INTERVAL
from tui.quantities.attributes import FIELDS, normalise
from tui.texts import Message


def value_faults(span: Span, labels: LabelSet) -> Iterator[PiyueError]:
    """Yield what is wrong with the values of a tag; a value that is missing is none of it."""
    said = span.attributes
    if not said:
        return
    if span.label in labels.metrics:
        try:
            normalise({name: said[name] for name in FIELDS if name in said})
        except QuantityError as error:
            yield error
    if span.label in labels.times and said.get(INTERVAL) and not _is_interval(str(said[INTERVAL])):
        yield _refused(INTERVAL, said[INTERVAL], "interval")
    for type_ in labels.attributes_of(span.label):
        if not _allows(type_, said):
            yield _refused(type_.id, said[type_.id], type_.kind)


def _is_interval(text: str) -> bool:
    """Tell whether a text says two ends; in which order is another question (`consistency`)."""
    ends = text.split("/")
    return interval_of(text) is not None or interval_of("/".join(reversed(ends))) is not None


def _allows(type_: AttributeType, said: Mapping[str, Attribute]) -> bool:
    value = said.get(type_.id)
    return value in (None, "") or type_.read(str(value)) is not None


def _refused(name: str, value: Attribute, kind: str) -> ChangeError:
    return ChangeError("attribute.value", name=name, value=value, kind=Message(f"edit.kind.{kind}"))
