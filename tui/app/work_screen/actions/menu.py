"""What can be done at a place that was clicked with the right button: a list to pick from."""

from collections.abc import Mapping, Sequence
from typing import Literal

from tui.app.dialogs.pick import Choice, PickScreen, label_options
from tui.app.keys.display import display
from tui.app.work_screen.controller import Controller

Kind = Literal["text", "tag", "article"]

ACTIONS: Mapping[Kind, tuple[str, ...]] = {
    "text": ("spread", "one_word", "always_word", "sentence", "paragraph", "copy"),
    "tag": (
        *("edit", "relabel", "remove", "remove_same", "spread", "resize", "link", "unlink"),
        *("note_tag", "toggle_unsure", "split_tag", "merge_tags"),
    ),
    "article": ("finish", "cycle_state", "label_article", "note_article", "filter", "sort", "correct_page"),
}
"""Actions by what they are done with, by their ids in the key map."""

LABEL = "label:"
"""What the ids of labels begin with in the list, so that no action has the same."""


def show(controller: Controller, kind: Kind) -> None:
    """Show what can be done: with the tag under the cursor, else with the text, or with the article."""
    if kind == "text" and controller.workspace.span(controller.reader.span) is not None:
        kind = "tag"
    say = controller.workspace.say
    choices = _actions(controller, ACTIONS[kind])
    if kind == "text":
        labels = label_options(controller.labels, controller.workspace.language)
        choices = [*(choice._replace(id=LABEL + choice.id) for choice in labels), *choices]

    def take(chosen: str | None) -> None:
        if chosen is not None:
            action = f"label({chosen.removeprefix(LABEL)!r})" if chosen.startswith(LABEL) else None
            controller.screen.call_later(controller.screen.run_action, action or f"press({chosen!r})")

    controller.ask(PickScreen(say(f"menu.{kind}"), choices), take)


def _actions(controller: Controller, ids: Sequence[str]) -> list[Choice]:
    say, rows = controller.workspace.say, controller.rows
    helps = {id_: say(f"key.{id_}") for id_ in ids}
    return [Choice(id_, f"{display(rows[id_].keys[0]):<8}{helps[id_]}", (id_, helps[id_])) for id_ in ids]
