"""Reading: the default mode."""

from functools import partial

from tui.app.keys.key_map import Key
from tui.app.text_view.geometry.caret import Caret, words_from
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.labelling import LabellingMode
from tui.app.workspace.relations import relations_of
from tui.model import Segment


class Reading(LabellingMode):
    """Every key does its usual work; a label tags what is meant."""

    def lasts(self, row: Key) -> bool:
        """There is nothing to leave for."""
        del row
        return True

    def label(self, controller: Controller, label: str) -> None:
        """Tag what is meant."""
        reader, count, workspace = controller.reader, controller.reader.count, controller.workspace
        hit = selected_hit(controller)
        target = meant(controller, label)
        id_ = controller.editor.tag(target, label)
        if id_ is not None:
            if hit is not None and target != hit:
                text = reader.scene.text[slice(*hit)]
                workspace.tell(workspace.status.now.message + workspace.say("step.around_hit", text=text))
            reader.put(Caret(reader.caret.at))
            controller.last_change = partial(_tag_again, label, count)
        controller.show_changes(id_)
        if (span := workspace.span(id_)) is not None:
            from tui.app.work_screen.modes.answering import ask_required

            ask_required(controller, span)

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
    reader, selection = controller.reader, controller.reader.caret.selection
    if selection is None and reader.count:
        return words_from(reader.scene.field, reader.caret.at, reader.take_count())
    hit = selected_hit(controller)
    if label in controller.labels.metrics and (selection is None or hit is not None):
        found = controller.editor.quantity_at(hit[0] if hit else reader.caret.at)
        if found is not None and (hit is None or (found[0] <= hit[0] and hit[1] <= found[1])):
            return found
    return reader.target


def selected_hit(controller: Controller) -> Segment | None:
    """Return the hit of a search that was gone to, while it is what is selected."""
    shown, selection = controller.workspace.shown, controller.reader.caret.selection
    if shown is None or selection is None or not controller.hits:
        return None
    hit = controller.hits[controller.at_hit].place
    is_here = hit.article == shown.opened.article.id and selection == (hit.start, hit.end)
    return selection if is_here else None


def light_related(controller: Controller) -> None:
    """Let the tags stand out that are related to the one under the cursor; without the wish for it, none."""
    span = controller.workspace.span(controller.reader.span)
    found = relations_of(controller.workspace, span) if span and controller.related_shown else ()
    controller.reader.light(end for relation in found for end in (relation.head, relation.tail))
