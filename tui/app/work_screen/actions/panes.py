"""Actions on panes: focus, show, hide."""

from tui.app.work_screen.controller import Controller
from tui.app.work_screen.panes.guide import FOLDER, Guide, guide_text


def step(controller: Controller, step: int) -> None:
    """Go to the next pane or the one before: articles, text, tags."""
    screen = controller.screen
    panes = [screen.query_one(f"#{name}") for name in ("sidebar", "reader", "panel")]
    here = panes.index(screen.focused) if screen.focused in panes else 1
    pane = panes[(here + step) % len(panes)]
    controller.display.show_panes(pane)
    pane.focus()


def toggle(controller: Controller, name: str) -> None:
    """Show or hide the articles or the tags."""
    pane = controller.screen.query_one(f"#{name}")
    controller.display.wanted[name] = not pane.display
    if pane is controller.screen.focused:
        controller.reader.focus()
    controller.display.show_panes(controller.reader)


async def guide(controller: Controller) -> None:
    """Show beside the text what the project says of the label in hand, or no longer."""
    screen, workspace = controller.screen, controller.workspace
    if shown := screen.query("#guide"):
        await shown.remove()
        controller.display.show_panes(screen.focused)
        return
    span = workspace.span(controller.reader.span)
    text = guide_text(workspace.documents.project.root, span.label if span else controller.last_label)
    if text is None:
        controller.tell("status.no_guide", alarm=True, folder=FOLDER)
        return
    await screen.mount(Guide(text))
    controller.display.show_panes(screen.focused)
