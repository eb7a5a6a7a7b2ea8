"""What is in hand: the article that is open, how it is shown, and what to say. Draws nothing."""

from collections.abc import Callable, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.app import acts
from tui.app.changed import Kept
from tui.app.desk import MODES, Desk, Mode, Open
from tui.app.listing import Listed, Wish
from tui.app.reader.glyphs import visible
from tui.app.reader.layout import View
from tui.app.reader.rails import Shown as Tag
from tui.app.reader.scene import Contents
from tui.app.status import Saved, Say, Status
from tui.app.widgets import panel
from tui.model import Relation, Segment, Span
from tui.texts import Language

if TYPE_CHECKING:
    from tui.quantities.periods import Base


class Shown(NamedTuple):
    """The article on the screen: as it was opened, its view, and its words; None: not known yet."""

    opened: Open
    view: View
    words: Sequence[Segment] | None


Found: TypeAlias = tuple[tuple[int, Wish], Listed]
"""Rows, and what they were found for: a version of the listing, and a wish."""


class Showing:
    """Opens articles, and knows what the widgets show of the one that is open.

    Args:
        known_words: gives the words of a text if they are known already.
    """

    def __init__(
        self,
        desk: Desk,
        say: Say,
        language: Language,
        known_words: Callable[[str], Sequence[Segment] | None],
        mode: Mode = "segmented",
    ) -> None:
        self.desk, self.say, self.language = desk, say, language
        self.known_words = known_words
        self.mode: Mode = mode
        self.shown: Shown | None = None
        self.status = Status()
        self._corrected: tuple[tuple[object, ...], Sequence[Segment]] | None = None
        self.wish = Wish()
        self._found: Found | None = None
        self._placed: tuple[View, Kept[Span, Tag]] | None = None
        self._linked: tuple[object, Kept[Span, list[panel.Entry]]] | None = None

    # Articles

    def open(self, article: str) -> None:
        """Open an article.

        Raises:
            PiyueError: there is no such article, or its page cannot be read.
        """
        if self.shown:
            self.desk.book(self.shown.opened.article.id)
        self._show(self.desk.open(article, self.mode))

    def article_at(self, offset: int) -> str | None:
        """Return the article of the open page in which a source offset lies."""
        articles = self.shown.opened.document.articles if self.shown else ()
        return next((article.id for article in articles if article.start <= offset < article.end), None)

    def neighbour(self, step: Literal[-1, 1]) -> str | None:
        """Return the article `step` places further, over pages' borders."""
        return self.desk.neighbour(self.shown.opened.article.id, step) if self.shown else None

    def next_text(self) -> str | None:
        """Return the text of the next article, as it would be shown."""
        article = self.neighbour(1)
        return None if article is None else self.desk.open(article, self.mode).view().reading.text

    def next_open(self) -> str | None:
        """Return the next article that is neither done nor skipped."""
        return self.desk.next_open(self.shown.opened.article.id) if self.shown else None

    def cycle_view(self, at: int) -> int:
        """Show the article in the next way; return the cursor's offset in it, `at` being the one before."""
        if self.shown is None:
            return 0
        source = self.shown.view.reading.source_at(at)
        self.mode = MODES[(MODES.index(self.mode) + 1) % len(MODES)]
        self._show(self.shown.opened._replace(mode=self.mode))
        self.tell(self.say("status.view", view=self.say(f"view.{self.mode}")))
        return self.shown.view.reading.reading_at(source)

    def follow(self) -> None:
        """Show the open article as it is now; where it is gone, the one in which its beginning lies."""
        if self.shown is None:
            return
        opened = self.shown.opened
        articles = opened.document.articles
        if any(article is opened.article for article in articles):
            return
        same = (article for article in articles if article.id == opened.article.id)
        around = (article for article in articles if article.start <= opened.article.start < article.end)
        self._show(opened._replace(article=next(same, None) or next(around, articles[0])))

    def _show(self, opened: Open) -> None:
        view = opened.view()
        self.shown = Shown(opened, view, self.known_words(view.reading.text))

    def learn_words(self, text: str, words: Sequence[Segment]) -> bool:
        """Take the words of a text; tell whether it is the one that is shown."""
        if self.shown is None or self.shown.view.reading.text != text:
            return False
        self.shown = self.shown._replace(words=words)
        return True

    # What widgets show

    def contents(self) -> Contents:
        """What the reader shows."""
        assert self.shown is not None
        opened, view, words = self.shown.opened, self.shown.view, self._words(self.shown)
        if self._placed is None or self._placed[0] is not view:
            self._placed = view, Kept(lambda span: Tag(span, view.reading.project(span.segments)))
        tags = tuple(filter(itemgetter(1), self._placed[1].of(opened.document.spans)))
        return Contents(view, words or (), tags, words is not None and opened.mode != "plain")

    def _words(self, shown: Shown) -> Sequence[Segment] | None:
        """Return the words of what is shown with the corrected ones; the same list until they change."""
        pins = shown.opened.document.corrections.words
        if shown.words is None or not pins:
            return shown.words
        made_of = (shown.view, shown.words, pins)
        if self._corrected is None or any(
            a is not b for a, b in zip(self._corrected[0], made_of, strict=True)
        ):
            from tui.text.correct import corrected_words

            self._corrected = made_of, corrected_words(shown.view.reading, shown.words, pins)
        assert self._corrected is not None
        return self._corrected[1]

    def articles(self) -> Listed:
        """What the sidebar shows; found anew when articles came or went, or others are wanted."""
        version = self.desk.listed().version
        if self._found is None or self._found[0] != (version, self.wish):
            self.find_rows(self.look(self.wish))
        assert self._found is not None
        return self._found[1]

    def look(self, wish: Wish) -> Found:
        """Return the rows that are wanted, without showing them: this may be done in another thread."""
        listing = self.desk.listing
        version = listing.version
        return (version, wish), listing.shown(wish, self.search)

    def find_rows(self, found: Found) -> None:
        """Show rows that were found."""
        self._found, self.wish = found, found[0][1]

    def search(self, text: str) -> Sequence[str]:
        """Return the ids of the articles with a text, as far as the index knows."""
        return self.desk.project.index.search(text)

    def foot(self, shown: Listed) -> str:
        """What stands below the articles: how many they are, what was asked for, how they are sorted."""
        total = len(self.desk.listing.rows)
        count = f"{shown.articles:,}" if shown.articles == total else f"{shown.articles:,}/{total:,}"
        order = "" if self.wish.order == "page" else self.say(f"order.{self.wish.order}")
        return " ".join(filter(None, (count, order, visible(self.wish.typed))))

    def tags(self) -> Sequence[Span]:
        """The tags of the open article."""
        return self.shown.opened.document.spans_in(self.shown.opened.article) if self.shown else ()

    def value_of(self, span: Span) -> str:
        """Return what is said beside a tag: of a metric the value, of a time its interval."""
        schema = self.desk.schema
        base = self._times_base() if span.label in schema.times else None
        return acts.value_of(span, base, schema, self.language)

    def base(self) -> "Base | None":
        """Return the date that the open page counts from, as far as it is known."""
        from tui.store.dates import base_for

        return base_for(self.desk.project, self.shown.opened.document) if self.shown else None

    def _times_base(self) -> "Base | None":
        """Return the day that times of the open article count from: its dateline's, else the page's."""
        from tui.quantities.periods import article_base

        return article_base(self.shown.view.reading.text, self.base()) if self.shown else None

    def relations_of(self, span: Span) -> list[Relation]:
        """Return the relations that a tag is an end of, those that begin there first."""
        relations = self.shown.opened.document.relations if self.shown else ()
        found = [relation for relation in relations if span.id in (relation.head, relation.tail)]
        return sorted(found, key=lambda relation: relation.head != span.id)

    def panel_rows(self) -> list[panel.Entry]:
        """What the panel shows: the tags, below each one the tags that it leads to."""
        if self.shown is None:
            return []
        document = self.shown.opened.document
        related = [(relation, self.span(relation.tail)) for relation in document.relations]
        if self._linked is None or self._linked[0] != related:
            links: dict[str, list[panel.Entry]] = {}
            for relation, tail in related:
                if tail is not None:
                    entry = panel.Entry(tail, self._relation_name(relation.label))
                    links.setdefault(relation.head, []).append(entry)
            self._linked = related, Kept(lambda span: [panel.Entry(span), *links.get(span.id, ())])
        return list(chain.from_iterable(self._linked[1].of(self.tags())))

    def _relation_name(self, id_: str) -> str:
        known = next((t for t in self.desk.project.settings.relations if t.id == id_), None)
        return known.zh if known and known.zh and self.language == "zh" else id_

    def stage(self) -> str:
        """Return the name of the project's own state that the article has; empty: none."""
        if self.shown is None:
            return ""
        id_ = self.shown.opened.document.progress_of(self.shown.opened.article.id).stage
        known = (each for each in self.desk.project.settings.states if each.id == id_)
        return next((each.name(self.language) for each in known), id_)

    def span(self, id_: str | None) -> Span | None:
        """Return a tag of the open page by its id."""
        return self.shown.opened.document.spans_by_id.get(id_ or "") if self.shown else None

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Say something in the status line."""
        self.status = self.status._replace(message=message, alarm=alarm)

    def going_on(self, progress: str) -> None:
        """Know how far what goes on behind the screen is; empty: nothing does."""
        self.status = self.status._replace(progress=progress)

    def saving(self, saved: Saved, reason: str = "") -> None:
        """Know how far saving is, and why it failed."""
        self.status = self.status._replace(saved=saved, reason=reason)

    def touch(self) -> None:
        """Count the time since the last sign of life as work on the article."""
        if self.shown is not None:
            self.desk.work(self.shown.opened.article.id)
