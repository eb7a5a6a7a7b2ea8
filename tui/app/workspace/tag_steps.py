"""Steps of tagging: from a selection to the step that changes the data."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from tui.app.workspace.documents import OpenArticle, TagSchema
from tui.app.workspace.view import View
from tui.edit import Step, steps
from tui.errors import ChangeError
from tui.model import Attribute, Document, Segment, Span
from tui.model.labels import INTERVAL
from tui.model.names import label_name
from tui.model.span import CERTAINTY

if TYPE_CHECKING:
    from tui.edit.values import MetricReader
    from tui.suggest.proposal import Proposal
    from tui.text.offsets import Reading


Segments: TypeAlias = tuple[Segment, ...]


def metric_reader(
    document: Document, label: str, schema: TagSchema, reading: "Reading | None" = None
) -> "MetricReader | None":
    """Return what reads the values of tags with a label; None: it is no metric's.

    Args:
        reading: of the article in which all of them stand.
    """
    if label not in schema.labels.metrics:
        return None
    from tui.edit.values import MetricReader

    return MetricReader(document, schema.units, reading)


def metric_reader_here(
    opened: OpenArticle, view: View, label: str, schema: TagSchema
) -> "MetricReader | None":
    """As `metric_reader`, for the open article: nothing is read that its view has already."""
    reading = None if opened.kind == "source" else view.reading
    return metric_reader(opened.document, label, schema, reading)


def attributes_for(
    label: str, at: Segments, schema: TagSchema, reader: "MetricReader | None"
) -> dict[str, Attribute]:
    """Return the attributes that a new tag has: defaults; of a METRIC, its quantity as far as it is read."""
    types = schema.labels.attributes_of(label)
    said: dict[str, Attribute] = {t.id: t.read(t.default) for t in types if t.default}
    return said if reader is None else {**said, **reader.fields(at)}


def remeasured(span: Span, at: Segments, reader: "MetricReader | None") -> Mapping[str, Attribute]:
    """Return the attributes of a tag that gets another place: a METRIC's quantity is read anew."""
    return span.attributes if reader is None else reader.anew(span.attributes, at)


def quantity_at(view: View, at: int, schema: TagSchema) -> Segment | None:
    """Return the reading range of the quantity in which the character at an offset stands."""
    from tui import quantities

    start, end = view.reading.blocks[view.reading.block_at(at)]
    for found in quantities.find(view.reading.text[start:end], schema.units):
        if start + found.start <= at < start + found.end:
            return start + found.start, start + found.end
    return None


def tag(
    opened: OpenArticle,
    view: View,
    target: Segment,
    label: str,
    schema: TagSchema,
    proposed: "Proposal | None" = None,
) -> tuple[Step, str]:
    """Return the step that tags a range of the view, and the new tag's id.

    Args:
        proposed: what a machine proposed there; what it read holds where the range is still its own.

    Raises:
        OffsetError: the range is empty or crosses a paragraph's border.
        ChangeError: it has this label already.
    """
    segments = view.reading.to_source(*target)
    if any(s.label == label and s.segments == segments for s in opened.document.spans_at(segments[0][0])):
        text = view.reading.text[slice(*target)]
        raise ChangeError("tag.twice", label=label_name(schema.labels, label), text=text)
    reader = metric_reader_here(opened, view, label, schema)
    attributes = attributes_for(label, segments, schema, reader)
    session, article = opened.session, opened.article.id
    if proposed is None:
        return steps.tag(session, article, label, segments, attributes)
    is_alone = proposed.segments == segments
    if is_alone:
        attributes |= {key: value for key, value in proposed.attributes.items() if key != INTERVAL}
    return steps.tag(
        session,
        article,
        label,
        segments,
        attributes,
        origin=proposed.origin,
        score=proposed.score,
        maker=proposed.maker,
        taken="alone" if is_alone else "changed",
    )


def relabel(opened: OpenArticle, view: View, span: Span, label: str, schema: TagSchema) -> Step:
    """Return the step that gives a tag another label; the attributes of the old one go."""
    changed = relabelled(span, label, schema, metric_reader_here(opened, view, label, schema))
    return steps.replace(opened.session, opened.article.id, "relabel", changed)


def relabelled(span: Span, label: str, schema: TagSchema, reader: "MetricReader | None") -> Span:
    """Return a tag with another label; of the attributes those stay that the new one knows, and doubts."""
    known = {t.id for t in schema.labels.attributes_of(label)} | {CERTAINTY}
    kept = {key: value for key, value in span.attributes.items() if key in known}
    said = attributes_for(label, span.segments, schema, reader)
    return span.replaced(label=label, attributes=said | kept)


def edit(opened: OpenArticle, span: Span, attributes: dict[str, Attribute], note: str) -> Step:
    """Return the step that corrects a tag's attributes and note."""
    changed = span.replaced(attributes=attributes, note=note)
    kind = "note" if attributes == span.attributes else "edit"
    return steps.replace(opened.session, opened.article.id, kind, changed)
