"""The command palette: every action of the key map and every label."""

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.app.keys.key_map import Key, display
from tui.app.work_screen.screen import WorkScreen


class KeyCommands(Provider):
    """Finds actions by their words in either language; choosing one does what its key does."""

    async def discover(self) -> Hits:
        """Yield every action."""
        for text, hint, run in self._commands():
            yield DiscoveryHit(text, run, help=hint)

    async def search(self, query: str) -> Hits:
        """Yield the actions that match."""
        matcher = self.matcher(query)
        for text, hint, run in self._commands():
            score = max(matcher.match(text), matcher.match(hint))
            if score > 0:
                yield Hit(score, matcher.highlight(text), run, help=hint)

    def _commands(self) -> list[tuple[str, str, Callable[[], object]]]:
        screen = self.screen
        if not isinstance(screen, WorkScreen):
            return []
        say = screen.work.say
        found: list[tuple[str, str, Callable[[], object]]] = []
        for row in screen.keys:
            if row.context in ("reader", "work"):
                hint = f"{row.id}: {'  '.join(map(display, row.keys))}"
                found.append((say(f"key.{row.id}"), hint, partial(self._run, screen, row)))
        for label in screen.labels.labels:
            name = f"{label.id} {label.en} {label.zh}"
            run = partial(screen.action_label_key, label.key)
            found.append((name, label.key, run))
        return found

    async def _run(self, screen: WorkScreen, row: Key) -> None:
        namespace = screen.reader if row.context == "reader" else screen
        await screen.app.run_action(row.action, namespace)
