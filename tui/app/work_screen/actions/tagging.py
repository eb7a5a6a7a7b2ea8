"""Keys that change tags."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.keys.presets import LEADING
from tui.app.text_view.geometry.caret import Caret, words_ahead
from tui.app.work_screen import messages
from tui.app.work_screen.editor import Board
from tui.edit import Step
from tui.model import Segment, Span

if TYPE_CHECKING:
    from tui.app.dialogs.edit_tag import Edited


class Tagging(Board):
    """Turns keys into acts on tags, and shows what came of them."""

    last_label: str | None = None
    relabelling_same = False
    led = False
    """Whether the next letter is a label's, whatever else it does."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a letter that begins no label's key to whatever else it does."""
        if action == "label_key":
            begins = self.direct and parameters[0] in self.labels.first_letters
            return self.reader.has_focus and (begins or self.led or bool(self.typed))
        return super().check_action(action, parameters)

    @property
    def direct(self) -> bool:
        """Whether a label's key is enough, without another one before it; while relabelling it always is."""
        return self.work.desk.project.settings.preset not in LEADING or self.relabelling is not None

    def action_label_leader(self) -> None:
        """Take the next letter as a label's."""
        self.led = True
        self.show_bars()

    def action_label_key(self, key: str) -> None:
        """Take a letter of a label's key; with the last one, label."""
        typed, self.typed, self.led = self.typed + key, "", False
        if (label := self.labels.by_key.get(typed)) is not None:
            self.label(label.id)
        elif any(label.key.startswith(typed) for label in self.labels.labels):
            self.typed = typed
            self.show_bars()
        else:
            self.work.tell(self.work.say("status.no_label", key=typed), alarm=True)
            self.show_bars()

    def label(self, label: str) -> None:
        """Tag what is meant; after the key for it, give a tag another label."""
        self.last_label = label
        if self.relabelling_same:
            self.relabelling_same = False
            self.take_label_for_same(label)
            return
        span, self.relabelling = self.relabelling, None
        if span is not None:
            self.work.relabel(span, label)
            self.show_changes(span.id)
            return
        id_ = self.work.tag(self._meant(label), label)
        if id_ is not None:
            self.reader.put(Caret(self.reader.caret.at))
        self.show_changes(id_)

    def _meant(self, label: str) -> Segment:
        """Return the selection, else as many words as were typed, else a metric's quantity, else the word."""
        reader = self.reader
        if reader.caret.selection is None and reader.count:
            return words_ahead(reader.scene.field, reader.caret.at, reader.take_count())
        if reader.caret.selection is None and label in self.labels.metrics:
            return self.work.quantity_at(reader.caret.at) or reader.target
        return reader.target

    def take_label_for_same(self, label: str) -> None:
        """Give all tags of the same text a label."""
        raise NotImplementedError

    def action_pick_label(self) -> None:
        """Find a label by its name."""

        def take(label: str | None) -> None:
            if label is not None:
                self.label(label)

        self.ask_label(self.work.say("pick.label"), take)

    def ask_label(self, title: str, take: "Callable[[str | None], None]") -> None:
        """Ask for a label."""
        from tui.app.dialogs.pick import PickScreen, label_options

        self.app.push_screen(PickScreen(title, label_options(self.labels, self.work.language)), take)

    def action_repeat_label(self) -> None:
        """Label once more with the label used last."""
        if self.last_label is None:
            self.tell("status.no_last_label")
        else:
            self.label(self.last_label)

    def on_edit_span(self, event: messages.EditSpan) -> None:
        """Open the fields of a tag."""
        if (span := self.work.span(event.span)) is None:
            return

        def keep(edited: "Edited | None") -> None:
            if edited is not None:
                self.work.edit(span, edited.attributes, edited.note)
                self.show_changes(span.id)

        self.ask_fields(span, keep)

    def ask_fields(self, span: Span, keep: "Callable[[Edited | None], None]") -> None:
        """Ask for the fields of a tag."""
        from tui.app.dialogs.edit_tag import EditScreen

        work, types = self.work, self.labels.attributes_of(span.label)
        period = work.value_of(span) if span.label in work.desk.schema.times else None
        self.app.push_screen(
            EditScreen(
                span,
                types,
                work.say,
                work.language,
                period,
                measured=span.label in self.labels.metrics,
            ),
            keep,
        )

    def on_go_to_span(self, event: messages.GoToSpan) -> None:
        """Put the cursor on the tag chosen in the panel."""
        self.go_to_span(event.span)
        self.reader.focus()

    def action_relabel(self) -> None:
        """Take the next label as the new one of the tag under the cursor."""
        self.relabelling = self.span_here()
        self.show_bars()

    def action_remove(self) -> None:
        """Remove the tag under the cursor."""
        if (span := self.span_here()) is not None:
            self.work.remove(span)
            self.show_changes()

    def action_edit(self) -> None:
        """Open the fields of the tag under the cursor."""
        if (span := self.span_here()) is not None:
            self.post_message(messages.EditSpan(span.id))

    def action_step_tag(self, step: int) -> None:
        """Go to the next tag or the one before, round the end."""
        ids = [span.id for span in self.work.tags()]
        here = self.reader.span
        self.work.tell("")
        if not ids:
            self.tell("status.no_tags")
        elif here in ids:
            self.go_to_span(ids[(ids.index(here) + step * self.reader.take_count()) % len(ids)])
        else:
            self.go_to_span(self._nearest(step))

    def action_undo(self) -> None:
        """Take the last step back, and go where it was."""
        for _ in range(self.reader.take_count()):
            self._travelled(self.work.undo())

    def action_redo(self) -> None:
        """Do the step last taken back again, and go where it is."""
        for _ in range(self.reader.take_count()):
            self._travelled(self.work.redo())

    def go_to_span(self, id_: str) -> None:
        """Put the cursor on a tag."""
        tag = next((tag for tag in self.reader.scene.contents.tags if tag.span.id == id_), None)
        if tag is not None:
            self.reader.put(Caret(tag.ranges[0][0]), id_)
        self.show_bars()

    def span_here(self) -> Span | None:
        """Return the tag under the cursor; where there is none, say so."""
        span = self.work.span(self.reader.span)
        if span is None:
            self.tell("status.no_tag")
        return span

    def _nearest(self, step: int) -> str:
        """Return the tag that comes next in the text from where the cursor is."""
        tags = sorted(self.reader.scene.contents.tags, key=lambda tag: tag.ranges[0], reverse=step < 0)
        at = self.reader.caret.at
        beyond = [tag for tag in tags if (tag.ranges[0][0] - at) * step > 0]
        return (beyond or tags)[0].span.id

    def _travelled(self, step: Step | None) -> None:
        """Show what undo or redo did, at its place, also where that is in another article of the page."""
        if step is None or step.at is None:
            self.show_changes(self.reader.span)
            return
        shown = self.work.shown
        article = self.work.article_at(step.at)
        if shown is not None and article is not None and article != shown.opened.article.id:
            self.work.open(article)
            self.show_article()
        self.show_changes()
        self.reader.put(Caret(self._reading_at(step.at)))
        self.show_bars()

    def _reading_at(self, source: int) -> int:
        return self.reader.scene.contents.view.reading.reading_at(source)
