"""The command palette: every action of the key map that is possible now, and every label."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import ON_WORK_SCREEN
from tui.app.keys.display import display
from tui.app.keys.key_map import KEYMAP
from tui.app.work_screen.modes.labelling import choose
from tui.app.work_screen.screen import WorkScreen
from tui.text.pinyin import pinyin_of
from tui.texts import CATALOGUE

Command: TypeAlias = tuple[str, str, Callable[[], object]]
"""What it is called, its id and keys, and what does it."""


class KeyCommands(Provider):
    """Finds actions by their words; choosing one does what its key does."""

    async def discover(self) -> Hits:
        """Yield every action."""
        for text, hint, run in self._commands():
            yield DiscoveryHit(text, run, help=hint)

    async def search(self, query: str) -> Hits:
        """Yield the actions that match."""
        matcher = self.matcher(query)
        for text, hint, run in self._commands():
            score = max(matcher.match(text), matcher.match(hint), _match_names(query, text, hint))
            if score > 0:
                yield Hit(score, matcher.highlight(text), run, help=hint)

    def _commands(self) -> Iterator[Command]:
        if isinstance(self.screen, WorkScreen):
            yield from _of_work_screen(self.screen)
        elif isinstance(self.screen, Dialog):
            yield from _of_dialog(self.screen)


def _match_names(query: str, text: str, hint: str) -> float:
    """Return 1 where `query` is part of an action's name in either language, its pinyin or its initials."""
    wanted = "".join(query.split()).lower()
    id_ = f"key.{hint.partition(':')[0]}"
    names = CATALOGUE.get(id_, (text,))
    spellings = (spelling for name in names for spelling in (name.replace(" ", "").lower(), *pinyin_of(name)))
    return float(any(wanted in spelling for spelling in spellings))


def _of_work_screen(screen: WorkScreen) -> Iterator[Command]:
    controller = screen.controller
    for row in controller.rows.values():
        if row.context in ON_WORK_SCREEN:
            hint = f"{row.id}: {'  '.join(map(display, row.keys))}"
            yield controller.workspace.say(f"key.{row.id}"), hint, partial(controller.press, row.id)
    for label in controller.labels.labels:
        name = f"{label.id} {label.en} {label.zh}"
        yield name, label.key, partial(choose, controller, label.id)


def _of_dialog(screen: Dialog[object]) -> Iterator[Command]:
    known = {row.id for row in KEYMAP}
    below = screen.app.screen_stack[0]
    assert isinstance(below, WorkScreen)
    for active in screen.active_bindings.values():
        id_, action = active.binding.id, active.binding.action
        if id_ in known:
            run = partial(screen.app.run_action, action, active.node)
            yield below.workspace.say(f"key.{id_}"), f"{id_}: {display(active.binding.key)}", run
