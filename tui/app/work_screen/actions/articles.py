"""Actions on articles: opening them, their states, the view."""

from typing import Literal

from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.answering import ask
from tui.app.workspace import article_state, following
from tui.app.workspace.missing import missing
from tui.app.workspace.untouched import untouched


def step(controller: Controller, step: Literal[-1, 1]) -> None:
    """Open the next article or the one before; with a number, so many further, or the last there is."""
    workspace, count = controller.workspace, controller.reader.take_count()
    here = reached = workspace.shown.opened.article.id if workspace.shown else None
    for _ in range(count):
        if reached is None or (further := workspace.documents.neighbour(reached, step)) is None:
            break
        reached = further
    controller.open_article(None if reached == here else reached)


async def next_open(controller: Controller) -> None:
    """Open the next article that is neither done nor skipped; on a team's server, by its queue."""
    workspace = controller.workspace
    if workspace.documents.project.queue is None:
        here = workspace.shown.opened.article.id if workspace.shown else None
        further = here and following.next_open(workspace.documents, here)
        controller.open_article(further, none="status.all_done")
    elif (article := following.next_of_mine(workspace)) is not None:
        controller.open_article(article)
    else:
        await controller.screen.app.run_action("app.next_page")


def finish(controller: Controller) -> None:
    """Set the article done, or not done again.

    Instead, what is missing is said and asked for; a long stretch without any tag is named once.
    """
    if _asks_missing(controller):
        return
    if (said := untouched(controller.workspace)) is not None:
        controller.workspace.tell(said, alarm=True)
        controller.show_bars()
        return
    article_state.finish(controller.editor)
    controller.show_changes(controller.reader.span)


def _asks_missing(controller: Controller) -> bool:
    """Say what is missing, go there and ask for it; tell whether there was anything."""
    workspace = controller.workspace
    if workspace.shown is None or workspace.progress.state == "done":
        return False
    questions = list(missing(workspace))
    if not questions:
        return False
    first = questions[0]
    if first.span is not None:
        controller.go_to_span(first.span)
    ask(controller, [each for each in questions if each.span == first.span])
    span = workspace.span(first.span)
    about = span.text if span else workspace.say("answer.article")
    name = first.type.name(workspace.language)
    controller.tell("status.missing", alarm=True, name=name, text=about, count=len(questions))
    return True


def cycle_state(controller: Controller) -> None:
    """Set the article's next state."""
    article_state.cycle_state(controller.editor)
    controller.show_changes(controller.reader.span)


def cycle_view(controller: Controller) -> None:
    """Show the article with words, plain, or as its source lines."""
    workspace = controller.workspace
    at = workspace.cycle_view(controller.reader.caret.at)
    controller.show_article(at)
    if workspace.shown is not None:
        controller.tell("status.view", view=workspace.say(f"view.{workspace.view_kind}"))
