"""Jumping: shows letters on places of the visible text; typing them goes there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from string import ascii_letters

from tui.app.keys.key_map import Key
from tui.app.text_view.geometry.caret import Caret, Side, select
from tui.app.text_view.geometry.hints import Hint, hint_places, narrowed
from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.jump_places import KINDS, JumpKind, jump_places
from tui.app.work_screen.modes.answering import Answering
from tui.app.work_screen.modes.labelling import LabellingMode
from tui.app.work_screen.modes.reading import Reading
from tui.app.work_screen.panes.bars import Piece


@dataclass(frozen=True, eq=False)
class Jumping(Mode):
    """Waits for the letters of a place.

    Attributes:
        kind: what the hints stand on.
        hints: all of them, with whole letters.
        typed: the letters so far.
        extends: whether all from the cursor to the end of the place is selected.
        stays: whether the hints are shown again after each tag.
        back: the mode that goes on at the place; none: reading.
    """

    kind: JumpKind
    hints: tuple[Hint, ...]
    typed: str = ""
    extends: bool = False
    stays: bool = False
    back: Mode | None = None

    @property
    def keys(self) -> Mapping[str, Act]:
        """The key that began it selects instead of going; enter stays; tab shows places of another kind."""
        return {
            "jump": self.toggle_extends,
            "edit": self.toggle_stays,
            "page_down": partial(self.turn, 1),
            "page_up": partial(self.turn, -1),
            "next_pane": partial(self.step_kind, 1),
            "previous_pane": partial(self.step_kind, -1),
        }

    def lasts(self, row: Key) -> bool:
        """Only what shows something else for a while leaves the hints where they are."""
        return row.id in ("help", "theme")

    def takes(self, controller: Controller, letter: str) -> bool:
        """No letter is a label's."""
        del controller, letter
        return False

    def takes_character(self, character: str) -> bool:
        """Letters are those of hints."""
        return character in ascii_letters

    def character(self, controller: Controller, character: str) -> None:
        """Go to the place with the letters, or wait for its second one."""
        typed = self.typed + character
        left = narrowed(self.hints, typed)
        if not left:
            controller.leave()
            controller.tell("status.no_hint", alarm=True, letters=typed)
        elif not left[0].letters:
            self.go(controller, left[0])
        else:
            controller.go_on_in(replace(self, typed=typed))
            controller.reader.show_hints(left)

    def go(self, controller: Controller, hint: Hint) -> None:
        """Go to a place: a word is under the cursor then, a number or a repeated text is selected."""
        reader = controller.reader
        if self.back is None:
            controller.leave()
        else:
            controller.go_on_in(self.back)
            reader.show_hints(())
        here = reader.caret.selection or reader.scene.field.word_at(reader.caret.at)
        if self.extends:
            place = min(here[0], hint.start), max(here[1], hint.end)
            side: Side = "end" if hint.start >= here[0] else "start"
            reader.put(select(reader.scene.field, place, side, within=reader.caret.at))
        elif self.kind == "words":
            reader.put(Caret(hint.start))
        else:
            reader.put(Caret(hint.start, (hint.start, hint.end)))
        controller.moved()
        if self.stays:
            controller.enter(TaggingByHints())

    def toggle_stays(self, controller: Controller) -> None:
        """Show the hints again after each tag, or do not."""
        controller.go_on_in(replace(self, stays=not self.stays))
        controller.show_bars()

    def toggle_extends(self, controller: Controller) -> None:
        """Select up to the place instead of going there, or go there."""
        controller.go_on_in(replace(self, extends=not self.extends))
        controller.show_bars()

    def turn(self, pages: int, controller: Controller) -> None:
        """Show hints on another screenful."""
        controller.reader.move_pages(pages)
        controller.show_bars()
        self._show_kind(controller, self.kind)

    def step_kind(self, step: int, controller: Controller) -> None:
        """Show hints on places of the next kind, or the one before."""
        self._show_kind(controller, KINDS[(KINDS.index(self.kind) + step) % len(KINDS)])

    def _show_kind(self, controller: Controller, kind: JumpKind) -> None:
        mode = replace(self, kind=kind, hints=visible_hints(controller, kind), typed="")
        controller.go_on_in(mode)
        mode.entered(controller)
        controller.show_bars()

    def entered(self, controller: Controller) -> None:
        """Show the hints."""
        controller.reader.show_hints(self.hints)

    def left(self, controller: Controller) -> None:
        """Show the text without hints; what was begun before is left, too."""
        controller.reader.show_hints(())
        if self.back is not None:
            self.back.left(controller)

    def moved(self, controller: Controller) -> bool:
        """A cursor that went elsewhere has jumped."""
        del controller
        return False

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Say what the letters do, and what the other keys."""
        say = controller.workspace.say
        kind = say(f"jump.{self.kind}", count=len(self.hints))
        lead = say("status.jump_select" if self.extends else "status.jump", kind=kind, typed=self.typed)
        keys = say("status.jump_stays" if self.stays else "status.jump_keys")
        return [Piece(f" {lead.rstrip()}  ", "strong"), Piece(keys, "dim")]


class TaggingByHints(Reading):
    """A place was jumped to; when it is tagged, the hints are shown again."""

    @property
    def keys(self) -> Mapping[str, Act]:
        """The key of hints shows them at once."""
        return {"jump": jump_and_stay}

    def lasts(self, row: Key) -> bool:
        """Selecting, moving and choosing a label lead to the tag."""
        return LabellingMode.lasts(self, row)

    def label(self, controller: Controller, label: str) -> None:
        """Tag what is meant, and show the hints again, unless something is asked about the tag."""
        super().label(controller, label)
        if controller.mode is self:
            jump_and_stay(controller)
        elif isinstance(controller.mode, Answering):
            controller.go_on_in(replace(controller.mode, then=jump_and_stay))

    def lead(self, controller: Controller) -> str:
        """Say that the hints come again, before the labels."""
        return f"{controller.workspace.say('status.jump_again')} {super().lead(controller)}".rstrip()


def visible_hints(controller: Controller, kind: JumpKind) -> tuple[Hint, ...]:
    """Return hints on the places of a kind that are on the screen."""
    shown, visible = controller.workspace.shown, controller.reader.visible_range
    if shown is None or visible is None:
        return ()
    reader, schema = controller.reader, controller.workspace.documents.schema
    places = jump_places(reader.scene, visible, kind, shown.opened.document, schema)
    return hint_places(places, reader.caret.at)


def jump(controller: Controller) -> None:
    """Show a hint on every word on the screen."""
    _enter(controller, stays=False)


def jump_and_stay(controller: Controller) -> None:
    """Show a hint on every word on the screen, again after each tag."""
    _enter(controller, stays=True)


def jump_within(mode: Mode, controller: Controller) -> None:
    """Show a hint on every word on the screen; the mode goes on at the place that is gone to."""
    controller.reader.count = 0
    if hints := visible_hints(controller, "words"):
        jumping = Jumping("words", hints, back=mode)
        controller.go_on_in(jumping)
        jumping.entered(controller)
        controller.show_bars()


def _enter(controller: Controller, *, stays: bool) -> None:
    controller.reader.count = 0
    if hints := visible_hints(controller, "words"):
        controller.enter(Jumping("words", hints, stays=stays))
