"""Articles: gone to, their states, how they are shown."""

from typing import Literal

from tui.app.work_screen.controller import Controller
from tui.app.workspace.untouched import untouched


def step(controller: Controller, step: Literal[-1, 1]) -> None:
    """Open the next article or the one before."""
    controller.open_article(controller.workspace.neighbour(step))


async def next_open(controller: Controller) -> None:
    """Open the next article that is neither done nor skipped; on a team's server, by its queue."""
    workspace = controller.workspace
    if workspace.documents.project.queue is None:
        controller.open_article(workspace.next_open(), none="status.all_done")
    elif (article := workspace.next_of_mine()) is not None:
        controller.open_article(article)
    else:
        await controller.screen.app.run_action("app.next_page")


def finish(controller: Controller) -> None:
    """Set the article done, or not done again; a long stretch without any tag is named first, once."""
    if (said := untouched(controller.workspace)) is not None:
        controller.workspace.tell(said, alarm=True)
        controller.show_bars()
        return
    controller.editor.finish()
    controller.show_changes(controller.reader.span)


def cycle_state(controller: Controller) -> None:
    """Set the article's next state."""
    controller.editor.cycle_state()
    controller.show_changes(controller.reader.span)


def cycle_view(controller: Controller) -> None:
    """Show the article with words, plain, or as its source lines."""
    workspace = controller.workspace
    at = workspace.cycle_view(controller.reader.caret.at)
    controller.show_article(at)
    if workspace.shown is not None:
        controller.tell("status.view", view=workspace.say(f"view.{workspace.view_kind}"))
