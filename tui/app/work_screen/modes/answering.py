"""Answering: asks for the attributes of a tag or the labels of the article; one key a value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tui.app.dialogs.ask import AskScreen
from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace import article_state
from tui.app.workspace.missing import Question, asked_of
from tui.errors import ChangeError
from tui.model import Attribute, Span


@dataclass(frozen=True, eq=False)
class Answering(Mode):
    """Waits for the value of something, by its key; then asks the next thing.

    Attributes:
        questions: what is asked.
        at: which of them now.
        then: what is done when all were asked.
    """

    questions: tuple[Question, ...]
    at: int = 0
    then: Act | None = None

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self.questions[self.at]

    @property
    def keys(self) -> Mapping[str, Act]:
        """Enter goes on to the next thing; tab goes through them; delete takes an answer back."""
        return {
            "edit": self.go_on,
            "remove": self.clear,
            "next_pane": partial(self.step, 1),
            "previous_pane": partial(self.step, -1),
        }

    def takes(self, controller: Controller, letter: str) -> bool:
        """Take every letter: none labels anything now."""
        del controller, letter
        return True

    def letter(self, controller: Controller, letter: str) -> None:
        """Give the value with this key; of several that can hold, add it or take it back."""
        type_ = self.question.type
        value = dict(zip(type_.value_keys, type_.values, strict=False)).get(letter)
        if value is None:
            controller.tell("status.no_value", alarm=True, letters=letter, name=self._name(controller))
        else:
            self.give(controller, value)

    def give(self, controller: Controller, value: str) -> None:
        """Say the value, and ask the next thing, unless several values can hold."""
        question = self.question
        if question.type.multiple:
            before = controller.workspace.article_label(question.type.id)
            chosen = {*before} ^ {value}
            said = tuple(each for each in question.type.values if each in chosen)
            article_state.label_article(controller.editor, question.type.id, said)
            controller.show_changes(controller.reader.span)
        else:
            self._set(controller, value)
            self.go_on(controller)

    def _set(self, controller: Controller, value: str) -> None:
        """Keep a value; empty: none."""
        type_, span = self.question.type, controller.workspace.span(self.question.span)
        if span is None:
            article_state.label_article(controller.editor, type_.id, (value,) if value else ())
        else:
            attributes = {key: said for key, said in span.attributes.items() if key != type_.id}
            read: Attribute = type_.read(value)
            controller.editor.edit(span, attributes | ({} if read is None else {type_.id: read}), span.note)
        controller.show_changes(self.question.span or controller.reader.span)

    def clear(self, controller: Controller) -> None:
        """Take the answer back."""
        self._set(controller, "")

    def go_on(self, controller: Controller) -> None:
        """Ask the next thing; behind the last one, be done."""
        if self.at + 1 < len(self.questions):
            self.step(1, controller)
            return
        controller.leave()
        if self.then is not None:
            self.then(controller)

    def step(self, step: int, controller: Controller) -> None:
        """Ask the next thing, or the one before."""
        mode = replace(self, at=(self.at + step) % len(self.questions))
        controller.go_on_in(mode)
        mode.entered(controller)
        controller.show_bars()

    def entered(self, controller: Controller) -> None:
        """Ask for a line of text where there are no values to choose from."""
        if not self.question.type.values:
            self._ask_text(controller, self._said(controller))

    def _ask_text(self, controller: Controller, written: str) -> None:
        def take(typed: str | None) -> None:
            if controller.mode is not self:
                return
            if typed is None:
                controller.leave()
            elif typed.strip() and self.question.type.read(typed) is None:
                kind = controller.workspace.say(f"edit.kind.{self.question.type.kind}")
                name = self._name(controller)
                controller.tell_error(ChangeError("attribute.value", name=name, value=typed, kind=kind))
                self._ask_text(controller, typed)
            else:
                self._set(controller, typed.strip())
                self.go_on(controller)

        controller.ask(AskScreen(self._lead(controller), written, below=True), take)

    def holds(self, controller: Controller) -> bool:
        """Tell whether the tag is there."""
        return self.question.span is None or controller.workspace.span(self.question.span) is not None

    def moved(self, controller: Controller) -> bool:
        """Moving away from a tag leaves what is asked about it; what is asked of the article stays."""
        return self.question.span is None or controller.reader.span == self.question.span

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show what is asked, and the values with their keys; those that hold stand out."""
        said = self._said(controller).split("\n")
        pieces = [Piece(f" {self._lead(controller)} ", "strong")]
        for key, value in zip(self.question.type.value_keys, self.question.type.values, strict=False):
            pieces += [Piece(key, "key"), Piece(f" {value}  ", "good" if value in said else "dim")]
        return [*pieces, Piece("  ".join(map(controller.workspace.say, self._keys_said(any(said)))), "dim")]

    def _keys_said(self, is_answered: bool) -> Iterator[str]:
        """Yield what is said of the keys that do something here."""
        if self.question.type.multiple:
            yield "answer.several"
        else:
            yield "answer.keep" if is_answered else "answer.one"
        if is_answered:
            yield "answer.clear"
        if len(self.questions) > 1:
            yield "answer.next"

    def _lead(self, controller: Controller) -> str:
        span = controller.workspace.span(self.question.span)
        about = span.text if span else controller.workspace.say("answer.article")
        number = f"{self.at + 1}/{len(self.questions)} " if len(self.questions) > 1 else ""
        return number + controller.workspace.say("answer.lead", name=self._name(controller), text=about)

    def _name(self, controller: Controller) -> str:
        return self.question.type.name(controller.workspace.language)

    def _said(self, controller: Controller) -> str:
        """Return the values that hold, each in a line."""
        workspace, type_ = controller.workspace, self.question.type
        span = workspace.span(self.question.span)
        if span is None:
            return "\n".join(workspace.article_label(type_.id))
        value = span.attributes.get(type_.id)
        return str(value).lower() if isinstance(value, bool) else str(value or "")


def ask_required(controller: Controller, span: Span) -> None:
    """Ask at once for what a tag has to say."""
    ask(controller, asked_of(controller.workspace, span))


def ask(controller: Controller, questions: Sequence[Question], then: Act | None = None) -> bool:
    """Ask for values; tell whether there was anything to be asked."""
    if questions:
        controller.enter(Answering(tuple(questions), then=then))
    return bool(questions)


def label_article(controller: Controller, then: Act | None = None) -> None:
    """Ask for the article's own labels, one after the other; then do something."""
    types = controller.workspace.documents.project.settings.article_labels
    if controller.workspace.shown is None or not types:
        controller.tell("status.no_article_labels")
    else:
        ask(controller, [Question(type_) for type_ in types], then)
