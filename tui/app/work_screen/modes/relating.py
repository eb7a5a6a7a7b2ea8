"""Relating: from a tag, by a relation type, to a tag or to words that become a tag."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tui.app.keys.key_map import Key
from tui.app.text_view.geometry.caret import Caret, select
from tui.app.work_screen.actions.labels import ask_label
from tui.app.work_screen.bar_pieces import type_pieces
from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.modes.finding import find_within
from tui.app.work_screen.modes.jumping import jump_within
from tui.app.work_screen.modes.reading import light_related, selected_hit
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.relation_tails import label_of_words, likely_tails, tag_around, tag_at_range
from tui.model import RelationType, Segment, Span

if TYPE_CHECKING:
    from tui.suggest.tail_ranking import Tail

NOWHERE = -1
SEARCHES = frozenset(("search", "search_corpus", "next_hit", "previous_hit"))
"""Keys that look for the tail of a relation."""


def _keys_to_places(mode: Mode) -> Mapping[str, Act]:
    """Return the keys that lead to a place of the text, where the mode goes on."""
    return {
        "jump": partial(jump_within, mode),
        "find_forward": partial(find_within, mode, 1),
        "find_back": partial(find_within, mode, -1),
    }


@dataclass(frozen=True, eq=False)
class ChoosingRelation(Mode):
    """Waits for the type of a relation that begins at a tag.

    Attributes:
        head: the tag.
        types: the types that may begin there.
        caret: where the cursor was.
    """

    head: Span
    types: tuple[RelationType, ...]
    caret: Caret

    @property
    def keys(self) -> Mapping[str, Act]:
        """The tail may be gone to before the type is chosen; all letters are types."""
        return _keys_to_places(self)

    def lasts(self, row: Key) -> bool:
        """A search leads to the tail."""
        return row.id in SEARCHES or super().lasts(row)

    def takes(self, controller: Controller, letter: str) -> bool:
        """Take every letter."""
        del controller, letter
        return True

    def letter(self, controller: Controller, letter: str) -> None:
        """Go on with the type that has a letter as its key."""
        found = next((type_ for type_ in self.types if type_.key == letter), None)
        if found is None:
            controller.leave()
            controller.tell("status.no_type", alarm=True, letters=letter)
        else:
            tails = likely_tails(controller.workspace, self.head, found)
            at = 0 if controller.reader.caret == self.caret else NOWHERE
            controller.enter(Relating(self.head, found, tails, at))

    def holds(self, controller: Controller) -> bool:
        """Tell whether the tag is there, and as it was."""
        return controller.workspace.span(self.head.id) == self.head

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show the types with their keys."""
        workspace = controller.workspace
        lead = workspace.say("status.link", text=self.head.text)
        return type_pieces(self.types, lambda type_: workspace.names.relation(type_.id), lead)


@dataclass(frozen=True, eq=False)
class Relating(Mode):
    """Waits for the tail of a relation: a tag, or words that become one.

    Attributes:
        head: where the relation begins.
        type: its type.
        tails: what it may lead to, the likeliest first.
        at: which of these is shown; `NOWHERE`: the cursor is on its way to another.
    """

    head: Span
    type: RelationType
    tails: "tuple[Tail, ...]"
    at: int = 0

    @property
    def keys(self) -> Mapping[str, Act]:
        """Enter relates; the keys of the next tag go through what is likely, hints go anywhere, esc back."""
        step = (
            {"next_tag": partial(self.step, 1), "previous_tag": partial(self.step, -1)} if self.tails else {}
        )
        return {
            "edit": self.finish,
            "link": self.finish,
            "clear": self.cancel,
            **_keys_to_places(self),
            **step,
        }

    def lasts(self, row: Key) -> bool:
        """A search leads to the tail."""
        return row.id in SEARCHES or super().lasts(row)

    def entered(self, controller: Controller) -> None:
        """Show the likeliest tail; the likely ones stand out."""
        controller.reader.light(tail.span.id for tail in self.tails if tail.span)
        self._show_tail(controller)

    def left(self, controller: Controller) -> None:
        """The likely tails stand out no longer."""
        light_related(controller)

    def cancel(self, controller: Controller) -> None:
        """Leave, the cursor on the tag where it began."""
        controller.leave()
        controller.reader.clear()
        controller.go_to_span(self.head.id)

    def step(self, step: int, controller: Controller) -> None:
        """Show the next likely tail, or the one before."""
        count = step * controller.reader.take_count()
        before = -1 if self.at == NOWHERE and step > 0 else max(self.at, 0)
        mode = replace(self, at=(before + count) % len(self.tails))
        controller.go_on_in(mode)
        mode._show_tail(controller)

    def _show_tail(self, controller: Controller) -> None:
        """Go to a likely tail: a tag, or words that are selected."""
        if not self.tails or self.at == NOWHERE:
            return
        tail = self.tails[self.at]
        if tail.span is not None:
            controller.go_to_span(tail.span.id)
        else:
            reader = controller.reader
            reader.put(select(reader.scene.field, tail.range, "end", within=tail.range[0]))
            controller.show_bars()

    def finish(self, controller: Controller) -> None:
        """Relate to the tag around a hit of a search, to what is selected, or to the tag under the cursor."""
        hit = selected_hit(controller)
        if hit and (around := tag_around(controller.workspace, hit, self.head, self.type)) is not None:
            self._relate_tag(controller, around)
        elif controller.reader.caret.selection is not None:
            self._relate_range(controller, controller.reader.target)
        elif (span := controller.span_here()) is not None:
            self._relate_tag(controller, span)

    def _relate_tag(self, controller: Controller, span: Span) -> None:
        if span.id == self.head.id:
            controller.leave()
        elif not self.type.allows(self.head.label, span.label):
            name = controller.workspace.names.relation(self.type.id)
            controller.tell("status.no_link", alarm=True, type=name)
        else:
            controller.leave()
            controller.editor.relate(self.head, self.type.id, span)
            self._show_head(controller)

    def _relate_range(self, controller: Controller, target: Segment) -> None:
        """Relate to the tag of a range, or to one that it gets with a label that fits."""
        if (span := tag_at_range(controller.workspace, target, self.head, self.type)) is not None:
            self._relate_tag(controller, span)
            return

        def take(label: str) -> None:
            controller.leave()
            controller.editor.relate_words(self.head, self.type.id, target, label)
            self._show_head(controller)

        label = label_of_words(controller.workspace, self.type)
        if label is not None:
            take(label)
        else:
            name = controller.workspace.names.relation(self.type.id)
            ask_label(controller, controller.workspace.say("pick.tail", type=name), take)

    def _show_head(self, controller: Controller) -> None:
        controller.show_changes(self.head.id)
        controller.go_to_span(self.head.id)

    def holds(self, controller: Controller) -> bool:
        """Tell whether the head is there, and as it was."""
        return controller.workspace.span(self.head.id) == self.head

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Say what is related, by what, and what the keys do."""
        count = f"{self.at + 1}/{len(self.tails)}"
        row = "status.link_to" if self.tails and self.at != NOWHERE else "status.link_anywhere"
        name = controller.workspace.names.relation(self.type.id)
        said = controller.workspace.say(row, text=self.head.text, type=name, count=count)
        return [Piece(f" {said}", "strong")]


def relate(controller: Controller) -> None:
    """Begin a relation at the tag under the cursor."""
    if (span := controller.span_here()) is None:
        return
    known = controller.workspace.documents.project.settings.relations
    types = tuple(type_ for type_ in known if not type_.heads or span.label in type_.heads)
    if types:
        controller.enter(ChoosingRelation(span, types, controller.reader.caret))
    else:
        controller.tell("status.no_types")
