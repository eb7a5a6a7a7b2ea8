"""Actions that correct words: join and cut, here or in the dictionary."""

from tui.app.text_view.geometry.caret import Caret, words_from
from tui.app.work_screen.actions.correcting import correct
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.messages import DictionaryChanged
from tui.edit.correct import join_words, split_word
from tui.errors import PiyueError, printable
from tui.model import Segment
from tui.store.dictionary import add_words


def join(controller: Controller) -> None:
    """Make what is selected one word, else the word under the cursor and those behind it."""
    reading = controller.reader.scene.contents.view.reading
    range_ = _words(controller)
    text = reading.text[slice(*range_)]
    if "\n" in text or not text:
        controller.tell("status.no_word")
    elif _is_text(controller):
        correct(controller, "word", join_words(reading.to_source(*range_), ()), text)


def cut(controller: Controller) -> None:
    """Cut the word under the cursor in two, before the cursor."""
    start, end = controller.reader.target
    at = controller.reader.caret.at
    if not start < at < end:
        controller.tell("status.no_cut")
    elif _is_text(controller):
        reading = controller.reader.scene.contents.view.reading
        text = f"{reading.text[start:at]}|{reading.text[at:end]}"
        change = split_word(reading.to_source(start, end), reading.source_at(at))
        correct(controller, "word", change, text)


def always_join(controller: Controller) -> None:
    """Make what is selected a word here and everywhere: in the user's dictionary too."""
    _always(controller, [controller.reader.scene.text[slice(*_words(controller))]], None)


def always_cut(controller: Controller) -> None:
    """Cut the word under the cursor in two here and everywhere: in the user's dictionary too."""
    start, end = controller.reader.target
    at, text = controller.reader.caret.at, controller.reader.scene.text
    if start < at < end:
        _always(controller, [text[start:at], text[at:end]], text[start:end])
    else:
        controller.tell("status.no_cut")


def _words(controller: Controller) -> Segment:
    """Return the selection, else as many words as were typed, at least two."""
    reader = controller.reader
    if reader.caret.selection is not None:
        return reader.caret.selection
    return words_from(reader.scene.field, reader.caret.at, max(2, reader.take_count()))


def _is_text(controller: Controller) -> bool:
    """Tell whether words are shown that can be corrected; where not, say so."""
    shown = controller.workspace.shown
    if shown is None or shown.opened.kind == "source":
        controller.tell("status.no_source")
        return False
    return True


def _always(controller: Controller, words: list[str], not_a_word: str | None) -> None:
    if any(len(word.split()) != 1 or word.strip() != word for word in words):
        controller.tell("status.no_word")
        return
    path = controller.workspace.documents.project.dictionary
    try:
        add_words(path, words, not_a_word)
    except PiyueError as error:
        controller.tell_error(error)
        return
    controller.reader.put(Caret(controller.reader.caret.at))
    controller.tell("status.always", words=printable("|".join(words)), file=path.name)
    controller.screen.post_message(DictionaryChanged())
