"""Actions that show the keys and the progress."""

from tui.app.dialogs.help import HelpScreen
from tui.app.dialogs.stats import StatsScreen
from tui.app.work_screen.controller import Controller


def stats(controller: Controller) -> None:
    """Show the progress."""
    controller.ask(StatsScreen(controller.workspace), lambda _: None)


def help(controller: Controller) -> None:
    """Show all keys; the line of the first steps is back, too."""
    workspace = controller.workspace
    workspace.first_steps.begin(workspace.tag_count)
    rows = tuple(controller.rows.values())
    sheet = HelpScreen(rows, controller.labels, workspace.chosen.now.recent, workspace.say)
    controller.ask(sheet, lambda _: controller.show_bars())
