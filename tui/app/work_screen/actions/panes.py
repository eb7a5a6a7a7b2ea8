"""Actions on panes: focus, show, hide."""

from tui.app.work_screen.controller import Controller
from tui.app.work_screen.panes.guide import FOLDER, Guide, guide_text


def step(controller: Controller, step: int) -> None:
    """Go to the next pane or the one before: articles, text, tags, the guidelines where they are shown."""
    screen = controller.screen
    panes = [*(screen.query_one(f"#{name}") for name in ("sidebar", "reader", "panel")), *screen.query(Guide)]
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
    screen = controller.screen
    if screen.query(Guide):
        await close_guide(controller)
        return
    text = _guide_text(controller)
    if text is None:
        label = _label_in_hand(controller) or next((one.id for one in controller.labels.labels), "LABEL")
        controller.tell("status.no_guide", alarm=True, folder=FOLDER, label=label)
        return
    pane = Guide()
    await screen.mount(pane)
    pane.show(text)
    controller.display.follow = lambda: pane.show(_guide_text(controller) or "")
    controller.display.show_panes(screen.focused)


async def close_guide(controller: Controller) -> None:
    """Show the guidelines no longer."""
    if isinstance(controller.screen.focused, Guide):
        controller.reader.focus()
    controller.display.follow = None
    await controller.screen.query(Guide).remove()
    controller.display.show_panes(controller.screen.focused)


def _guide_text(controller: Controller) -> str | None:
    """Return what is said of the label in hand."""
    return guide_text(controller.workspace.documents.project.root, _label_in_hand(controller))


def _label_in_hand(controller: Controller) -> str | None:
    """Return the label under the cursor, else the one used last."""
    span = controller.workspace.span(controller.reader.span)
    return span.label if span else controller.last_label
