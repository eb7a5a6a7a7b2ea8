"""Finds the words of the text on the screen and of the text to be read next."""

from collections.abc import Callable

from tui.app.runtime.context import AppContext
from tui.app.runtime.segmenter import Words
from tui.app.workspace.following import next_text
from tui.errors import ProjectError
from tui.text.dictionary import read_what_holds
from tui.text.segment import fastest


class WordFinder:
    """Asks for words, and shows them.

    Args:
        found: called when the text on the screen has its words.
    """

    def __init__(self, context: AppContext, words: Words, found: Callable[[], None]) -> None:
        self._context, self._words, self._found = context, words, found

    def find(self, text: str) -> None:
        """Find the words of a text on the screen."""
        self._context.app.run_worker(self._find(text), group="words")

    def find_again(self) -> None:
        """Find the words of what is on the screen again: the dictionary has changed."""
        self._context.app.run_worker(self._find_again(), group="words")

    async def _find_again(self) -> None:
        await self._words.forget()
        if (shown := self._context.workspace.shown) is not None:
            await self._find(shown.view.reading.text)

    async def _find(self, text: str) -> None:
        controller = self._context.controller
        if self._words.known(text) is None:
            async for words in self._words.find(text, controller.reader.caret.at):
                if not self._context.is_open:
                    return
                if self._words.failed:
                    controller.tell("status.no_words")
                if not controller.display.show_words(text, words):
                    return  # another article was opened
        self._found()
        if (following := next_text(self._context.workspace)) is not None:
            async for _ in self._words.find(following):
                break

    def check(self) -> None:
        """Say what is wrong with the dictionary, or that the segmenter is not there."""
        project = self._context.project
        _, errors = read_what_holds(project.dictionary)
        if project.settings.segmenter == "rjieba" and fastest() != "rjieba":
            errors = [ProjectError("segmenter.missing")]
        if errors:
            self._context.controller.tell_error(errors[0])
