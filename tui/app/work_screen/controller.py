"""The controller: gives actions access to the workspace, the display and the mode."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cached_property, partial
from string import ascii_letters
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from textual.screen import Screen

from tui.app.keys.display import display
from tui.app.keys.key_map import Key
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.reader import Reader
from tui.app.work_screen.actions import action_of
from tui.app.work_screen.display import Display
from tui.app.work_screen.key_effects import does_no_less, is_listed, is_repeated, keeps_mode, uses_count
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.article_list import Filter
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.model import Document, LabelSet, Span

if TYPE_CHECKING:
    from tui.app.workspace.editing import Editor
    from tui.app.workspace.hits import HitRow
    from tui.app.workspace.tag_shapes import Copied

Answer = TypeVar("Answer")


class Controller:
    """Holds the mode and gives each key to it; actions and modes work on what it holds.

    Attributes:
        mode: the one mode that the screen is in.
        reading: the mode that is left for when another one is left.
        last_label: the label used last.
        last_tag: the tag that was made or stood on last: what a further piece is added to.
        last_change: does the last change again, where the cursor is then; None: nothing was changed yet.
        copied: the tags that were copied.
        hits, at_hit, searched: what was found last, which hit was gone to, and what was typed.
        related_shown: whether the tags related to the one under the cursor stand out.
    """

    def __init__(
        self,
        screen: Screen[None],
        workspace: Workspace,
        labels: LabelSet,
        keys: tuple[Key, ...],
        reading: "Mode",
    ) -> None:
        self.screen, self.workspace, self.labels = screen, workspace, labels
        self.display = Display(
            screen,
            workspace,
            keys,
            mode_line=lambda: self.mode.line(self),
            reads=lambda: self.mode is self.reading,
            is_taken=self._is_taken,
        )
        self.rows: Mapping[str, Key] = {row.id: row for row in keys}
        self.mode = self.reading = reading
        self.last_label: str | None = None
        self.last_tag: str | None = None
        self.last_change: Act | None = None
        self.copied: tuple[Copied, ...] = ()
        self.hits: tuple[HitRow, ...] = ()
        self.at_hit = 0
        self.searched = ""
        self.related_shown = False
        self.filter = Filter()

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.display.reader

    @cached_property
    def editor(self) -> "Editor":
        """What does steps; the first text does not need it."""
        from tui.app.workspace.editing import Editor

        return Editor(self.workspace)

    # Keys and modes

    async def press(self, id_: str) -> None:
        """Do what a key does now: the mode's own, else its usual action, for which most modes are left."""
        row = self.rows[id_]
        if is_listed(row):
            self.workspace.chosen.used(id_)
        own = self.mode.keys.get(id_)
        if own is None and not self.mode.lasts(row):
            self.leave()
        count, before = self.reader.count, self._document
        waiting = (own or action_of(row.action))(self)
        if waiting is not None:
            await waiting
        if own is None and is_repeated(row) and before is not self._document:
            self.last_change = partial(_press_again, id_, count)
        if count and self.reader.count == count and uses_count(row):
            self.reader.count = 0
            self.display.show_bars()

    @property
    def _document(self) -> Document | None:
        return self.workspace.shown.opened.document if self.workspace.shown else None

    def letter(self, letter: str) -> None:
        """Take a letter that a label or a relation type may have as its key."""
        self.mode.letter(self, letter)
        self.display.show_bars()

    def character(self, character: str) -> bool:
        """Give a typed character to the mode, whatever key it is; tell whether that takes it."""
        if not self.mode.takes_character(character):
            return False
        self.workspace.key_pressed()
        self.mode.character(self, character)
        self.display.show_bars()
        return True

    def _is_taken(self, row: Key) -> bool:
        """Tell whether what a key usually does is not what it does now: the mode says what that is."""
        sign = display(row.keys[0])
        is_typed = self.reader.has_focus and len(sign) == 1  # elsewhere no character is the mode's
        is_letter = is_typed and sign in ascii_letters
        if (is_typed and self.mode.takes_character(sign)) or (is_letter and self.mode.takes(self, sign)):
            return True
        return row.id in self.mode.keys and not does_no_less(row)

    def digit(self, digit: int) -> None:
        """Take a digit: of how often the next key is to be done, unless the mode does something with it."""
        self.mode.digit(self, digit)
        self.display.show_bars()

    def enter(self, mode: "Mode") -> None:
        """Leave the mode for another one."""
        self.leave()
        self.mode = mode
        mode.entered(self)
        self.display.show_bars()

    def go_on_in(self, mode: "Mode") -> None:
        """Be in another mode that goes on with what this one began; nothing is left.

        The lines at the bottom are not asked for: they would be filled before the text is painted.
        """
        self.mode = mode

    def leave(self) -> None:
        """Leave the mode: what was begun in it is not done."""
        if self.mode is not self.reading:
            left, self.mode = self.mode, self.reading
            left.left(self)
            self.display.show_bars()

    def moved(self) -> None:
        """Follow a cursor that a key or the mouse moved; the mode says whether it lasts."""
        self.workspace.key_pressed()
        self.workspace.tell("")
        self.workspace.first_steps.moved()
        self.reader.mark_read(None)
        if not self.mode.moved(self):
            self.leave()
        self.display.mark_tag()
        self.show_bars()

    def use_schema(self, labels: LabelSet, keys: tuple[Key, ...]) -> None:
        """Take other labels and keys; a mode is of those that were."""
        self.leave()
        self.labels, self.rows = labels, {row.id: row for row in keys}
        self.display.keys = keys
        self.workspace.follow()
        self.show_changes()
        self.display.show_schema(labels)

    # What is shown

    def show_article(self, at: int = 0) -> None:
        """Show the open article; a mode is of one article."""
        self.leave()
        self.reader.mark_read(None)
        self.display.show_article(at)

    def show_changes(self, span: str | None = None) -> None:
        """Show what a step changed; a mode whose tag is gone is left."""
        if self.display.is_outdated or not self.mode.holds(self):
            self.leave()
        self.display.show_changes(span)
        self.last_tag = self.reader.span or self.last_tag

    def show_bars(self) -> None:
        """Show the lines at the bottom, and remember the tag under the cursor."""
        self.last_tag = self.reader.span or self.last_tag
        self.mode.shown(self)
        self.display.show_bars()

    def tell(self, key: str, *, alarm: bool = False, **values: object) -> None:
        """Say a row of the catalogue in the status line."""
        self.workspace.tell(self.workspace.say(key, **values), alarm=alarm)
        self.show_bars()

    def tell_error(self, error: PiyueError) -> None:
        """Say what went wrong in the status line."""
        self.workspace.tell(error.render(self.workspace.language), alarm=True)
        self.show_bars()

    def ask(self, dialog: Screen[Answer], take: Callable[[Answer | None], None]) -> None:
        """Show a dialog, and do something with its answer."""
        self.screen.app.push_screen(dialog, take)

    # Places

    def open_article(self, article: str | None, *, none: str = "status.no_more") -> None:
        """Open an article; where there is none, say so."""
        if article is None:
            self.tell(none)
            return
        try:
            self.workspace.open(article)
        except PiyueError as error:
            self.tell_error(error)
        else:
            self.workspace.tell("")
            self.show_article()

    def go_to_span(self, id_: str) -> None:
        """Put the cursor on a tag."""
        tag = next((tag for tag in self.reader.scene.contents.tags if tag.span.id == id_), None)
        if tag is not None:
            self.reader.put(Caret(tag.ranges[0][0]), id_)
        self.show_bars()

    def span_here(self) -> Span | None:
        """Return the tag under the cursor; where there is none, say so."""
        span = self.workspace.span(self.reader.span)
        if span is None:
            self.tell("status.no_tag")
        return span


Act: TypeAlias = Callable[[Controller], Awaitable[None] | None]


def _press_again(id_: str, count: int, controller: Controller) -> Awaitable[None] | None:
    controller.reader.count = count
    return action_of(controller.rows[id_].action)(controller)


class Mode:
    """What the keys of the work screen do now, what its bar shows, and what happens on leaving.

    The screen is in exactly one mode. A mode is a value: one that goes on in another state is another value.
    """

    @property
    def keys(self) -> Mapping[str, Act]:
        """What the mode does itself, by the id of the key; all else is done as usual."""
        return {}

    def lasts(self, row: Key) -> bool:
        """Tell whether the mode lasts when a key does its usual work; where not, it is left first."""
        return keeps_mode(row)

    def takes(self, controller: Controller, letter: str) -> bool:
        """Tell whether a letter is a key of a label here; by default, as while reading."""
        return controller.reading.takes(controller, letter)

    def letter(self, controller: Controller, letter: str) -> None:
        """Take a letter; by default the mode is left, and it is taken as while reading."""
        controller.leave()
        controller.mode.letter(controller, letter)

    def takes_character(self, character: str) -> bool:
        """Tell whether a typed character means itself here, whatever its key does; by default not."""
        del character
        return False

    def character(self, controller: Controller, character: str) -> None:
        """Take a character that means itself."""

    def digit(self, controller: Controller, digit: int) -> None:
        """Take a digit; by default, of how often the next key is to be done."""
        controller.reader.type_digit(digit)

    def label(self, controller: Controller, label: str) -> None:
        """Do what a label was chosen for; by default, as while reading."""
        controller.leave()
        controller.mode.label(controller, label)

    def moved(self, controller: Controller) -> bool:
        """Tell whether the mode lasts though the cursor was moved; by default it does."""
        del controller
        return True

    def holds(self, controller: Controller) -> bool:
        """Tell whether what the mode is about is still there; by default there is nothing to be lost."""
        del controller
        return True

    def entered(self, controller: Controller) -> None:
        """Show what the mode begins with."""

    def left(self, controller: Controller) -> None:
        """Put back what the mode has changed on the screen."""

    def shown(self, controller: Controller) -> None:
        """Follow what is on the screen."""

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Return what the mode says in the line above the keys."""
        raise NotImplementedError
