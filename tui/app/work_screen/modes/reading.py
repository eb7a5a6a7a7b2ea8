"""Reading: the mode that the screen is in when nothing was begun."""

from functools import partial

from tui.app.keys.key_map import Key
from tui.app.text_view.geometry.caret import Caret, words_from
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.labelling import LabellingMode
from tui.model import Segment


class Reading(LabellingMode):
    """Every key does its usual work; a label tags what is meant."""

    def lasts(self, row: Key) -> bool:
        """There is nothing to leave for."""
        del row
        return True

    def label(self, controller: Controller, label: str) -> None:
        """Tag what is meant."""
        reader, count = controller.reader, controller.reader.count
        id_ = controller.editor.tag(meant(controller, label), label)
        if id_ is not None:
            reader.put(Caret(reader.caret.at))
            controller.last_change = partial(_tag_again, label, count)
        controller.show_changes(id_)

    def shown(self, controller: Controller) -> None:
        """Let the tags stand out that are related to the one under the cursor, if that is wanted."""
        if controller.related_shown:
            light_related(controller)


def _tag_again(label: str, count: int, controller: Controller) -> None:
    controller.reader.count = count
    controller.last_label = label
    controller.reading.label(controller, label)


def meant(controller: Controller, label: str) -> Segment:
    """Return what a label is for: the selection, as many words as were typed, a quantity, or the word."""
    reader = controller.reader
    if reader.caret.selection is None and reader.count:
        return words_from(reader.scene.field, reader.caret.at, reader.take_count())
    if reader.caret.selection is None and label in controller.labels.metrics:
        return controller.editor.quantity_at(reader.caret.at) or reader.target
    return reader.target


def light_related(controller: Controller) -> None:
    """Let the tags stand out that are related to the one under the cursor; without the wish for it, none."""
    span = controller.workspace.span(controller.reader.span)
    found = controller.workspace.relations_of(span) if span and controller.related_shown else ()
    controller.reader.light(end for relation in found for end in (relation.head, relation.tail))
