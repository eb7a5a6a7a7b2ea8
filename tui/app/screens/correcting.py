"""Keys that correct what the machine made of the text: words, paragraphs, the page's articles."""

from tui.app.reader.caret import Caret, words_ahead
from tui.app.screens.shaping import Shaping
from tui.edit import Change
from tui.edit.correct import JoinParagraphs, SplitParagraph, join_words, split_word
from tui.model import Segment


class Correcting(Shaping):
    """Turns keys into corrections, and shows the text as it is then, at the same place."""

    def action_correct_page(self) -> None:
        """Show the page's articles and blocks, to be corrected."""
        if self.work.shown is None:
            return
        from tui.app.screens.correct import CorrectScreen

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
        view = self.reader.scene.contents.view
        segments = view.reading.to_source(start, end)
        text = f"{view.reading.text[start:at]}|{view.reading.text[at:end]}"
        self._correct("word", split_word(segments, self._source(at)), text)

    def action_split_paragraph(self) -> None:
        """Begin a paragraph at the cursor."""
        self._correct("split_block", SplitParagraph(self._source(self.reader.caret.at)))

    def action_join_paragraph(self) -> None:
        """Join the paragraph under the cursor to the one before."""
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
