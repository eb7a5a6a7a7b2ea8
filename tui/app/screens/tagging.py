"""Keys that change tags."""

from tui.app import messages
from tui.app.reader.caret import Caret
from tui.app.screens.board import Board
from tui.edit import Step
from tui.model import Span


class Tagging(Board):
    """Turns keys into acts on tags, and shows what came of them."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a letter that is no label's key to whatever else it does."""
        if action == "label_key":
            return parameters[0] in self.labels.by_key
        return super().check_action(action, parameters)

    def action_label_key(self, key: str) -> None:
        """Tag the selection or the word; after the key for it, give a tag another label."""
        label = self.labels.by_key[key].id
        span, self.relabelling = self.relabelling, None
        if span is not None:
            self.work.relabel(span, label)
            self.show_changes(span.id)
            return
        id_ = self.work.tag(self.reader.target, label)
        if id_ is not None:
            self.reader.put(Caret(self.reader.caret.at))
        self.show_changes(id_)

    def on_edit_span(self, event: messages.EditSpan) -> None:
        """Open the fields of a tag."""
        if (span := self.work.span(event.span)) is None:
            return
        from tui.app.screens.edit import Edited, EditScreen

        def keep(edited: Edited | None) -> None:
            if edited is not None:
                self.work.edit(span, edited.attributes, edited.note)
                self.show_changes(span.id)

        self.app.push_screen(EditScreen(span, self.work.say, self.work.language), keep)

    def on_go_to_span(self, event: messages.GoToSpan) -> None:
        """Put the cursor on the tag chosen in the panel."""
        self.go_to_span(event.span)
        self.reader.focus()

    def action_relabel(self) -> None:
        """Take the next label as the new one of the tag under the cursor."""
        self.relabelling = self._span_here()
        self.show_bars()

    def action_remove(self) -> None:
        """Remove the tag under the cursor."""
        if (span := self._span_here()) is not None:
            self.work.remove(span)
            self.show_changes()

    def action_edit(self) -> None:
        """Open the fields of the tag under the cursor."""
        if (span := self._span_here()) is not None:
            self.post_message(messages.EditSpan(span.id))

    def action_step_tag(self, step: int) -> None:
        """Go to the next tag or the one before, round the end."""
        ids = [entry.span.id for entry in self.work.tags()]
        here = self.reader.span
        if not ids:
            self.tell("status.no_tags")
        elif here in ids:
            self.go_to_span(ids[(ids.index(here) + step) % len(ids)])
        else:
            self.go_to_span(self._nearest(step))

    def action_undo(self) -> None:
        """Take the last step back, and go where it was."""
        self._travelled(self.work.undo())

    def action_redo(self) -> None:
        """Do the step last taken back again, and go where it is."""
        self._travelled(self.work.redo())

    def go_to_span(self, id_: str) -> None:
        """Put the cursor on a tag."""
        tag = next((tag for tag in self.reader.scene.contents.tags if tag.span.id == id_), None)
        if tag is not None:
            self.reader.put(Caret(tag.ranges[0][0]), id_)
        self.show_bars()

    def _span_here(self) -> Span | None:
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
