"""Finding a character: goes to the next one typed, also by the first letter of its pinyin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Literal

from tui.app.keys.bindings import half_width_of
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
    """

    step: Literal[-1, 1]
    count: int
    wanted: str = ""
    at: int = -1

    @property
    def keys(self) -> Mapping[str, Act]:
        """The keys that begin it go on with the character that was typed."""
        return {"find_forward": partial(self.again, 1), "find_back": partial(self.again, -1)}

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
        """Tell whether the cursor is where it was put."""
        return controller.reader.caret.at == self.at

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Say what is waited for, or how to go on."""
        say = controller.workspace.say
        if not self.wanted:
            row = "status.find_forward" if self.step > 0 else "status.find_back"
            return [Piece(f" {say(row)}", "strong")]
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


def find(controller: Controller, step: Literal[-1, 1]) -> None:
    """Wait for a character to go to."""
    count = controller.reader.take_count()
    controller.enter(Finding(step, count))
