"""Finding a character: goes to the next one typed, also by the first letter of its pinyin."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Literal

from tui.app.keys.bindings import half_width_of
from tui.app.keys.key_map import Key
from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.panes.bars import Piece
from tui.text.pinyin import initials_of


@dataclass(frozen=True, eq=False)
class Finding(Mode):
    """Waits for a character; once it was typed, the keys that began it go to it again.

    Attributes:
        step: whether it is looked for on from the cursor or back.
        count: how manieth one is gone to first.
        wanted: the character; empty: it is waited for.
        at: where the cursor was put.
        back: the mode that goes on at the place; none: reading.
    """

    step: Literal[-1, 1]
    count: int
    wanted: str = ""
    at: int = -1
    back: Mode | None = None

    @property
    def keys(self) -> Mapping[str, Act]:
        """The keys that begin it go on with the character; others are those of the mode before."""
        again: dict[str, Act] = {"find_forward": partial(self.again, 1), "find_back": partial(self.again, -1)}
        if self.back is None or not self.wanted:
            return again
        return {**{id_: partial(self.hand_back, act) for id_, act in self.back.keys.items()}, **again}

    def hand_back(self, act: Act, controller: Controller) -> Awaitable[None] | None:
        """Let the mode before go on with what one of its keys does there."""
        assert self.back is not None
        controller.go_on_in(self.back)
        return act(controller)

    def lasts(self, row: Key) -> bool:
        """Within another mode, as that one says."""
        return super().lasts(row) if self.back is None else self.back.lasts(row)

    def holds(self, controller: Controller) -> bool:
        """Within another mode, as that one says."""
        return self.back is None or self.back.holds(controller)

    def left(self, controller: Controller) -> None:
        """What was begun before is left, too."""
        if self.back is not None:
            self.back.left(controller)

    def takes(self, controller: Controller, letter: str) -> bool:
        """Within another mode, as that one says."""
        return super().takes(controller, letter) if self.back is None else self.back.takes(controller, letter)

    def letter(self, controller: Controller, letter: str) -> None:
        """Within another mode, that one goes on with it."""
        if self.back is None:
            super().letter(controller, letter)
        else:
            controller.go_on_in(self.back)
            self.back.letter(controller, letter)

    def takes_character(self, character: str) -> bool:
        """The first character typed is what is looked for."""
        del character
        return not self.wanted

    def character(self, controller: Controller, character: str) -> None:
        """Go to a character."""
        replace(self, wanted=character).go(controller, self.step, self.count)

    def again(self, step: Literal[-1, 1], controller: Controller) -> None:
        """Go to the same character further on or back; before one was typed, look the other way."""
        if self.wanted:
            self.go(controller, step, controller.reader.take_count())
        else:
            controller.go_on_in(replace(self, step=step))
            controller.show_bars()

    def go(self, controller: Controller, step: Literal[-1, 1], count: int) -> None:
        """Go to the character, so many places further; where there are fewer, to the last of them."""
        reader = controller.reader
        at, text = reader.caret.at, reader.scene.text
        for _ in range(count):
            found = find_character(text, self.wanted, at, step)
            if found is None:
                break
            at = reader.scene.field.snap(found)
        is_found = at != reader.caret.at
        controller.go_on_in(replace(self, step=step, wanted=self.wanted, at=at))
        if is_found:
            reader.put(Caret(at))
            controller.moved()
        else:
            controller.tell(f"status.no_character_{'on' if step > 0 else 'back'}", character=self.wanted)

    def moved(self, controller: Controller) -> bool:
        """Tell whether the cursor is where it was put; from elsewhere, the mode before goes on."""
        if controller.reader.caret.at == self.at or self.back is None:
            return controller.reader.caret.at == self.at
        controller.go_on_in(self.back)
        return self.back.moved(controller)

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Say what is waited for, or how to go on."""
        say = controller.workspace.say
        if not self.wanted:
            row = "status.find_forward" if self.step > 0 else "status.find_back"
            return [Piece(f" {say(row)}", "strong")]
        if self.back is not None:
            return self.back.line(controller)
        return [Piece(f" {say('status.found_character', character=self.wanted)}", "strong")]


def find_character(text: str, wanted: str, at: int, step: Literal[-1, 1]) -> int | None:
    """Return the next place from `at` on (or back) where a character stands that `wanted` means."""
    places = range(at + 1, len(text)) if step > 0 else range(at - 1, -1, -1)
    plain = half_width_of(wanted).lower()
    return next((place for place in places if means(plain, text[place])), None)


@lru_cache(maxsize=8192)
def means(typed: str, character: str) -> bool:
    """Tell whether a typed character (half-width, lower case) means one of the text, or begins its pinyin."""
    if character == typed or half_width_of(character).lower() == typed:
        return True
    return typed in initials_of(character)


def find_within(mode: Mode, step: Literal[-1, 1], controller: Controller) -> None:
    """Wait for a character to go to; the mode goes on there."""
    controller.go_on_in(Finding(step, controller.reader.take_count(), back=mode))
    controller.show_bars()


def find(controller: Controller, step: Literal[-1, 1]) -> None:
    """Wait for a character to go to."""
    count = controller.reader.take_count()
    controller.enter(Finding(step, count))
