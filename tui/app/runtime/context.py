"""State that the parts of the running app share."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from textual.app import App

from tui.app.widgets.open_screens import is_open
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.screen import WorkScreen
from tui.app.workspace.workspace import Workspace
from tui.store.project import Project


class AppContext(Struct, frozen=True):
    """The app as Textual has it, the project, and what is open of it."""

    app: App[int]
    project: Project
    workspace: Workspace

    @property
    def controller(self) -> Controller:
        """What the work screen's keys act through, also where another screen lies over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, WorkScreen)
        return screen.controller

    @property
    def is_open(self) -> bool:
        """Whether the work screen is there and stays: at the end its panes are gone before it is."""
        return any(map(is_open, self.app.screen_stack[:1]))

    def alarm(self, text: str) -> None:
        """Say something once the screen has come to rest, lest a moving cursor wipe it away."""
        self.app.call_after_refresh(self._tell, text)

    def _tell(self, text: str) -> None:
        self.workspace.tell(text, alarm=True)
        self.controller.show_bars()

    def run_in_thread(self, function: Callable[..., object], *args: object, group: str) -> None:
        """Call a function in one of the threads that are shared."""
        self.app.run_worker(partial(function, *args), thread=True, group=group)

    def fail(self, error: Exception) -> None:
        """End the app by an error of a thread of its own, as any unexpected error does."""
        self.app.call_later(_raise, error)


def _raise(error: Exception) -> None:
    raise error
