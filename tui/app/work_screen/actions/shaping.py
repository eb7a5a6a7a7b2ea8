"""Keys that change the shape of tags."""

from collections.abc import Callable

from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.actions.tagging import Tagging
from tui.app.workspace.tag_shapes import Copied, Shapes
from tui.model import Segment, Span, subtract, unite


class Shaping(Tagging):
    """Turns keys into tags moved, cut, joined, made of several pieces, and copied."""

    resizing: Span | None = None
    copied: tuple[Copied, ...] = ()
    held: str | None = None
    """The tag that was made or stood on last: what a further piece is added to."""

    def show_bars(self) -> None:
        """Show the lines at the bottom; remember the tag under the cursor."""
        self.held = self.reader.span or self.held
        super().show_bars()

    def action_resize(self) -> None:
        """Select what the tag covers; again: give it what is selected then."""
        span, self.resizing = self.resizing, None
        if span is None:
            self._begin_resize()
            return
        if self.work.shape(lambda shapes: shapes.reshape(span, shapes.source(self.reader.target))):
            self.reader.put(Caret(self.reader.caret.at))
        self.show_changes(span.id)

    def _begin_resize(self) -> None:
        if (span := self.span_here()) is not None:
            ranges = self._ranges(span)
            self.resizing = span
            self.reader.put(Caret(ranges[-1][1] - 1, (ranges[0][0], ranges[-1][1])), span.id)
            self.tell("status.resize")

    def action_edit(self) -> None:
        """End a resize; else open the fields of the tag."""
        if self.resizing is not None:
            self.action_resize()
        else:
            super().action_edit()

    def action_move_end(self, step: int) -> None:
        """Move the end of the tag by a character."""
        self._move_edge(step, at_end=True)

    def action_move_start(self, step: int) -> None:
        """Move the start of the tag by a character."""
        self._move_edge(step, at_end=False)

    def _move_edge(self, step: int, *, at_end: bool) -> None:
        if (span := self.span_here()) is None:
            return
        field, ranges = self.reader.scene.field, list(self._ranges(span))
        for _ in range(self.reader.take_count()):
            start, end = ranges[-1 if at_end else 0]
            if at_end:
                end = field.cluster_at(end)[1] if step > 0 else field.cluster_at(end - 1)[0]
            else:
                start = field.cluster_at(start)[1] if step > 0 else field.cluster_at(start - 1)[0]
            ranges[-1 if at_end else 0] = (start, end)
        self._reshape(span, tuple(ranges))

    def _reshape(self, span: Span, ranges: tuple[Segment, ...]) -> None:
        if self.work.shape(
            lambda shapes: shapes.reshape(span, unite(s for range_ in ranges for s in shapes.source(range_)))
        ):
            at = self.reader.caret.at
            inside = any(start <= at < end for start, end in ranges)
            self.reader.put(Caret(at if inside else ranges[-1][1] - 1), span.id)
        self.show_changes(span.id)

    def action_split_tag(self) -> None:
        """Make two tags of the one under the cursor; the second begins there."""
        if (span := self.span_here()) is not None:
            at = self.reader.scene.contents.view.reading.source_at(self.reader.caret.at)
            self.work.shape(lambda shapes: shapes.cut(span, at))
            self.show_changes()

    def action_merge_tags(self) -> None:
        """Make one tag of the one under the cursor and the next one of its label."""
        if (span := self.span_here()) is None:
            return
        later = (one for one in self.work.tags() if one.start >= span.start)
        other = next((one for one in later if one.label == span.label and one.id != span.id), None)
        if other is None:
            self.tell("status.no_next_tag")
            return
        self.work.shape(lambda shapes: shapes.join(span, other))
        self.show_changes(span.id)

    def action_add_part(self) -> None:
        """Add what is selected to the tag made or stood on last."""
        self._change_parts(lambda shapes, span: unite((*span.segments, *shapes.source(self.reader.target))))

    def action_take_part(self) -> None:
        """Take what is selected out of the tag under the cursor."""
        self._change_parts(lambda shapes, span: subtract(span.segments, shapes.source(self.reader.target)))

    def _change_parts(self, change: Callable[[Shapes, Span], tuple[Segment, ...]]) -> None:
        span = self.work.span(self.held)
        if span is None:
            self.tell("status.no_tag")
            return
        if self.work.shape(lambda shapes: shapes.reshape(span, change(shapes, span))):
            self.reader.put(Caret(self.reader.caret.at))
        self.show_changes(span.id)

    def action_copy_tags(self) -> None:
        """Copy the tags of the selection, else of the tag under the cursor."""
        reader = self.reader
        span = self.work.span(reader.span)
        if (range_ := reader.caret.selection) is None and span is not None:
            ranges = self._ranges(span)
            range_ = (ranges[0][0], ranges[-1][1])
        self.copied = self.work.copy(range_) if range_ else ()
        self.work.tell(self.work.say("status.copied", count=len(self.copied)))
        self.show_bars()

    def action_paste_tags(self) -> None:
        """Tag the same text here in the same way."""
        start = self.reader.target[0]
        if self.copied:
            self.work.shape(lambda shapes: shapes.paste(self.copied, start))
            self.show_changes()
        else:
            self.tell("status.nothing_copied")

    def _ranges(self, span: Span) -> tuple[Segment, ...]:
        return self.reader.scene.contents.view.reading.project(span.segments)
