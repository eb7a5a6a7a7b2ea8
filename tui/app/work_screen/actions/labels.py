"""Actions that tag with a label: chosen by name, by key, or the last one used."""

from collections.abc import Callable

from tui.app.dialogs.pick import PickScreen, label_options
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.labelling import ChoosingLabel, LabellingMode, choose


def next_letter(controller: Controller) -> None:
    """Take the next letter as a label's."""
    if isinstance(controller.mode, LabellingMode):
        controller.go_on_in(ChoosingLabel(controller.mode))
        controller.show_bars()


def repeat(controller: Controller) -> None:
    """Label once more with the label used last."""
    if controller.last_label is None:
        controller.tell("status.no_last_label")
    else:
        choose(controller, controller.last_label)


def pick(controller: Controller) -> None:
    """Find a label by its name."""
    ask_label(controller, controller.workspace.say("pick.label"), lambda label: choose(controller, label))


def ask_label(controller: Controller, title: str, take: Callable[[str], None]) -> None:
    """Ask for a label for the mode; nothing is done with it where that was left meanwhile."""
    mode = controller.mode

    def keep(label: str | None) -> None:
        if label is not None and controller.mode is mode:
            take(label)

    options = label_options(controller.labels, controller.workspace.language)
    controller.ask(PickScreen(title, options), keep)
