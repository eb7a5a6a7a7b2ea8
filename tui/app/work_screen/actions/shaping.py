"""Actions on the range of tags: move ends, split, join, add segments, copy."""

from collections.abc import Callable

from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Controller
from tui.app.workspace.tag_shapes import TagShapes
from tui.model import Segment, Span, subtract, unite


def move_end(controller: Controller, step: int) -> None:
    """Move the end of the tag by a character."""
    _move_edge(controller, step, at_end=True)


def move_start(controller: Controller, step: int) -> None:
    """Move the start of the tag by a character."""
    _move_edge(controller, step, at_end=False)


def _move_edge(controller: Controller, step: int, *, at_end: bool) -> None:
    if (span := controller.span_here()) is None:
        return
    field, ranges = controller.reader.scene.field, list(ranges_of(controller, span))
    for _ in range(controller.reader.take_count()):
        start, end = ranges[-1 if at_end else 0]
        if at_end:
            end = field.cluster_at(end)[1] if step > 0 else field.cluster_at(end - 1)[0]
        else:
            start = field.cluster_at(start)[1] if step > 0 else field.cluster_at(start - 1)[0]
        ranges[-1 if at_end else 0] = (start, end)
    _reshape(controller, span, tuple(ranges))


def _reshape(controller: Controller, span: Span, ranges: tuple[Segment, ...]) -> None:
    reader = controller.reader
    if controller.editor.shape(
        lambda shapes: shapes.reshape(span, unite(s for range_ in ranges for s in shapes.source(range_)))
    ):
        at = reader.caret.at
        inside = any(start <= at < end for start, end in ranges)
        reader.put(Caret(at if inside else ranges[-1][1] - 1), span.id)
    controller.show_changes(span.id)


def split(controller: Controller) -> None:
    """Make two tags of the one under the cursor; the second begins there."""
    if (span := controller.span_here()) is not None:
        at = controller.reader.scene.contents.view.reading.source_at(controller.reader.caret.at)
        controller.editor.shape(lambda shapes: shapes.cut(span, at))
        controller.show_changes()


def merge(controller: Controller) -> None:
    """Make one tag of the one under the cursor and the next one of its label."""
    if (span := controller.span_here()) is None:
        return
    later = (one for one in controller.workspace.tags() if one.start >= span.start)
    other = next((one for one in later if one.label == span.label and one.id != span.id), None)
    if other is None:
        controller.tell("status.no_next_tag")
        return
    controller.editor.shape(lambda shapes: shapes.join(span, other))
    controller.show_changes(span.id)


def add_part(controller: Controller) -> None:
    """Add what is selected to the tag made or stood on last."""
    target = controller.reader.target
    _change_parts(controller, lambda shapes, span: unite((*span.segments, *shapes.source(target))))


def take_part(controller: Controller) -> None:
    """Take what is selected out of the tag made or stood on last."""
    target = controller.reader.target
    _change_parts(controller, lambda shapes, span: subtract(span.segments, shapes.source(target)))


def _change_parts(controller: Controller, change: Callable[[TagShapes, Span], tuple[Segment, ...]]) -> None:
    span = controller.workspace.span(controller.last_tag)
    if span is None:
        controller.tell("status.no_tag")
        return
    if controller.editor.shape(lambda shapes: shapes.reshape(span, change(shapes, span))):
        controller.reader.put(Caret(controller.reader.caret.at))
    controller.show_changes(span.id)


def copy(controller: Controller) -> None:
    """Copy the tags of the selection, else of the tag under the cursor."""
    reader, shown = controller.reader, controller.workspace.shown
    span = controller.workspace.span(reader.span)
    if (range_ := reader.caret.selection) is None and span is not None:
        ranges = ranges_of(controller, span)
        range_ = (ranges[0][0], ranges[-1][1])
    schema = controller.workspace.documents.schema
    controller.copied = (
        TagShapes(shown.opened, shown.view, schema).copy(range_) if shown is not None and range_ else ()
    )
    controller.tell("status.copied", count=len(controller.copied))


def paste(controller: Controller) -> None:
    """Tag the same text here in the same way."""
    start = controller.reader.target[0]
    if controller.copied:
        controller.editor.shape(lambda shapes: shapes.paste(controller.copied, start))
        controller.show_changes()
    else:
        controller.tell("status.nothing_copied")


def ranges_of(controller: Controller, span: Span) -> tuple[Segment, ...]:
    """Return the ranges of the view that a tag covers."""
    return controller.reader.scene.contents.view.reading.project(span.segments)
