"""Keys that correct what the machine made of the text: words, paragraphs, the page's articles."""

from tui.app.text_view.geometry.caret import Caret, words_ahead
from tui.app.work_screen.editor import Board
from tui.app.work_screen.messages import DictionaryChanged
from tui.edit import Change
from tui.errors import PiyueError, printable
from tui.model import Segment


class Correcting(Board):
    """Turns keys into corrections, and shows the text as it is then, at the same place."""

    def action_correct_page(self) -> None:
        """Show the page's articles and blocks, to be corrected."""
        if self.work.shown is None:
            return
        from tui.app.dialogs.correct_page import CorrectScreen

        at = self._source(self.reader.caret.at)

        def go(chosen: int | None) -> None:
            self.show_at(at if chosen is None else chosen)

        self.app.push_screen(CorrectScreen(self.work, at), go)

    def action_one_word(self) -> None:
        """Make what is selected one word, else the word under the cursor and those behind it."""
        reader = self.reader
        chosen = reader.caret.selection or words_ahead(
            reader.scene.field, reader.caret.at, max(2, reader.take_count())
        )
        self._word(chosen)

    def action_cut_word(self) -> None:
        """Cut the word under the cursor in two, before the cursor."""
        start, end = self.reader.target
        at = self.reader.caret.at
        if not start < at < end:
            self.tell("status.no_cut")
            return
        from tui.edit.correct import split_word

        view = self.reader.scene.contents.view
        segments = view.reading.to_source(start, end)
        text = f"{view.reading.text[start:at]}|{view.reading.text[at:end]}"
        self._correct("word", split_word(segments, self._source(at)), text)

    def action_always_word(self) -> None:
        """Make what is selected a word here and everywhere: in the user's dictionary too."""
        reader = self.reader
        start, end = reader.caret.selection or words_ahead(
            reader.scene.field, reader.caret.at, max(2, reader.take_count())
        )
        self._always([reader.scene.text[start:end]], None)

    def action_never_word(self) -> None:
        """Cut the word under the cursor in two here and everywhere: in the user's dictionary too."""
        start, end = self.reader.target
        at, text = self.reader.caret.at, self.reader.scene.text
        if start < at < end:
            self._always([text[start:at], text[at:end]], text[start:end])
        else:
            self.tell("status.no_cut")

    def _always(self, words: list[str], never: str | None) -> None:
        if any(len(word.split()) != 1 or word.strip() != word for word in words):
            self.tell("status.no_word")
            return
        from tui.store.dictionary import add_words

        path = self.work.desk.project.dictionary
        try:
            add_words(path, words, never)
        except PiyueError as error:
            self.work.tell(error.render(self.work.language), alarm=True)
            self.show_bars()
            return
        said = self.work.say("status.always", words=printable("|".join(words)), file=path.name)
        self.reader.put(Caret(self.reader.caret.at))
        self.work.tell(said)
        self.show_bars()
        self.post_message(DictionaryChanged())

    def action_split_paragraph(self) -> None:
        """Begin a paragraph at the cursor."""
        from tui.edit.correct import SplitParagraph

        self._correct("split_block", SplitParagraph(self._source(self.reader.caret.at)))

    def action_join_paragraph(self) -> None:
        """Join the paragraph under the cursor to the one before."""
        from tui.edit.correct import JoinParagraphs

        self._correct("join_block", JoinParagraphs(self._source(self.reader.caret.at)))

    def show_at(self, source: int) -> None:
        """Show the article in which a source offset lies, the cursor there."""
        if self.work.shown is None:
            return
        article = self.work.article_at(source)
        if article is not None and article != self.work.shown.opened.article.id:
            self.work.open(article)
        self.show_article(self.work.shown.view.reading.reading_at(source))

    def _word(self, range_: Segment) -> None:
        """Make a range of the view one word."""
        reading = self.reader.scene.contents.view.reading
        if "\n" in reading.text[slice(*range_)]:
            self.tell("status.no_word")
            return
        from tui.edit.correct import join_words

        self._correct("word", join_words(reading.to_source(*range_), ()), reading.text[slice(*range_)])

    def _correct(self, kind: str, change: Change, text: str = "") -> None:
        if self.work.shown is None or self.work.shown.opened.mode == "source":
            self.tell("status.no_source")
            return
        reader, at = self.reader, self._source(self.reader.caret.at)
        start = reader.caret.at
        said = text or reader.scene.text[start : start + 12].split("\n")[0]
        self.work.correct(kind, change, at, said)
        if self.work.shown.view is reader.scene.contents.view:
            self.show_changes(reader.span)
            reader.put(Caret(start))
        else:
            self.show_article(self.work.shown.view.reading.reading_at(at))

    def _source(self, at: int) -> int:
        return self.reader.scene.contents.view.reading.source_at(at)
