"""Edits of the range of tags: moving ends, splitting, joining, adding segments, copying."""

from collections.abc import Mapping

from msgspec import Struct

from tui.app.workspace.documents import OpenArticle, TagSchema
from tui.app.workspace.tag_steps import metric_reader_here, remeasured
from tui.app.workspace.view import View
from tui.edit import AddRelation, AddSpan, Change, RemoveRelation, RemoveSpan, ReplaceSpan, Step, steps
from tui.errors import ChangeError
from tui.model import Attribute, Segment, Span, surface, unite
from tui.model.names import label_name


class Copied(Struct, frozen=True):
    """A tag as it was copied: its ranges from where the copy begins, and what it says."""

    ranges: tuple[Segment, ...]
    text: str
    label: str
    attributes: dict[str, Attribute]
    note: str


class TagShapes(Struct, frozen=True):
    """Makes steps for an open article in its view."""

    opened: OpenArticle
    view: View
    schema: TagSchema

    def source(self, range_: Segment) -> tuple[Segment, ...]:
        """Return the source segments of a reading range.

        Raises:
            OffsetError: the range is empty or crosses a paragraph's border.
        """
        return self.view.reading.to_source(*range_)

    def reshape(self, span: Span, segments: tuple[Segment, ...]) -> Step:
        """Return the step that gives a tag other segments.

        Raises:
            ChangeError: another tag of its label stands there already, or nothing would be left.
        """
        changed = self._reshaped(span, segments)
        return steps.replace(self.opened.session, self.opened.article.id, "resize", changed)

    def cut(self, span: Span, at: int) -> Step:
        """Return the step that makes two tags of one, the second beginning at a source offset.

        Raises:
            ChangeError: the tag does not lie on both sides of it.
        """
        left = tuple((a, min(b, at)) for a, b in span.segments if a < at)
        right = tuple((max(a, at), b) for a, b in span.segments if b > at)
        if not left or not right:
            raise ChangeError("tag.uncut", text=span.text)
        first, second = self._reshaped(span, left), self._reshaped(span, right)
        second = second.replaced(id=self.opened.session.new_id(), note="", created=first.updated)
        return self._step("split", (ReplaceSpan(span=first), AddSpan(span=second)), span)

    def join(self, span: Span, other: Span) -> Step:
        """Return the step that makes one tag of two, with what lies between them in one paragraph.

        The relations of the second become the first one's.
        """
        joined = self._reshaped(span, self._around(span, other), but=other.id)
        loose = [r for r in self.opened.document.relations if other.id in (r.head, r.tail)]
        ends = [[span.id if end == other.id else end for end in (r.head, r.tail)] for r in loose]
        changes: tuple[Change, ...] = (
            *(RemoveRelation(id=relation.id) for relation in loose),
            *(RemoveSpan(id=other.id), ReplaceSpan(span=joined)),
            *(
                AddRelation(relation=relation.replaced(head=head, tail=tail))
                for relation, (head, tail) in zip(loose, ends, strict=True)
                if head != tail
            ),
        )
        return self._step("merge", changes, joined)

    def _around(self, span: Span, other: Span) -> tuple[Segment, ...]:
        """Return the segments of two tags and of what lies between them where that is one paragraph."""
        reading, both = self.view.reading, unite((*span.segments, *other.segments))
        ranges = reading.project(both)
        if ranges and reading.block_at(ranges[0][0]) == reading.block_at(ranges[-1][1] - 1):
            return self.source((ranges[0][0], ranges[-1][1]))
        return both

    def copy(self, range_: Segment) -> tuple[Copied, ...]:
        """Return the tags that lie wholly in a reading range."""
        found: list[Copied] = []
        for span in self.opened.document.spans:
            ranges = self.view.reading.project(span.segments)
            if ranges and range_[0] <= ranges[0][0] and ranges[-1][1] <= range_[1]:
                moved = tuple((a - range_[0], b - range_[0]) for a, b in ranges)
                found.append(Copied(moved, span.text, span.label, dict(span.attributes), span.note))
        return tuple(found)

    def paste(self, copied: tuple[Copied, ...], at: int) -> Step:
        """Return the step that tags the same texts at the same distances from a reading offset.

        Raises:
            ChangeError: none of them stands there, or all have their tags already.
        """
        spans = [span for item in copied if (span := self._pasted(item, at))]
        if not spans:
            raise ChangeError("tag.unlike")
        return self._step("paste", tuple(AddSpan(span=span) for span in spans), spans[0], str(len(spans)))

    def _pasted(self, item: Copied, at: int) -> Span | None:
        reading = self.view.reading
        ranges = [(a + at, b + at) for a, b in item.ranges]
        if "".join(reading.text[a:b] for a, b in ranges) != item.text:
            return None
        segments = unite(tuple(s for range_ in ranges for s in self.source(range_)))
        if self._same_tag(item.label, segments):
            return None
        now = self.opened.session.clock()
        return Span(
            id=self.opened.session.new_id(),
            label=item.label,
            segments=segments,
            text=item.text,
            attributes=item.attributes,
            note=item.note,
            created=now,
            updated=now,
        )

    def _reshaped(self, span: Span, segments: tuple[Segment, ...], but: str = "") -> Span:
        if not segments:
            raise ChangeError("tag.nothing", text=span.text)
        same = self._same_tag(span.label, segments)
        if same is not None and same.id not in (span.id, but):
            raise ChangeError("tag.twice", label=label_name(self.schema.labels, span.label), text=same.text)
        text = surface(self.opened.document.page.text, segments)
        said: Mapping[str, Attribute] = span.attributes
        if text != span.text:
            reader = metric_reader_here(self.opened, self.view, span.label, self.schema)
            said = remeasured(span, segments, reader)
        return span.replaced(
            segments=segments, text=text, attributes=said, updated=self.opened.session.clock()
        )

    def _same_tag(self, label: str, segments: tuple[Segment, ...]) -> Span | None:
        spans = self.opened.document.spans
        return next((span for span in spans if span.label == label and span.segments == segments), None)

    def _step(self, kind: str, changes: tuple[Change, ...], span: Span, subject: str = "") -> Step:
        begun = steps.begin(self.opened.session, self.opened.article.id)
        return Step(kind, (*begun, *changes), subject or span.text, span.start, span.label)
