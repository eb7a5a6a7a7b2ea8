"""The workspace: the open article and what widgets show of it. No drawing."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from tui.app.workspace.article_finder import ArticleFinder
from tui.app.workspace.chosen import Chosen
from tui.app.workspace.documents import Documents, OpenArticle
from tui.app.workspace.first_steps import FirstSteps
from tui.app.workspace.standing import StandingProposals
from tui.app.workspace.status import StatusLine, Texts
from tui.app.workspace.view import VIEW_KINDS, Contents, ShownTag, View, ViewKind
from tui.edit.incremental import Incremental
from tui.model import Progress, ReadsPin, Segment, Span
from tui.model.names import SchemaNames
from tui.model.values import Frozen
from tui.texts import Language

if TYPE_CHECKING:
    from tui.app.workspace.adjudication import AdjudicationSources
    from tui.app.workspace.tour import Tour
    from tui.app.workspace.transcript import Transcript
    from tui.operations.proposals.client import DoubtsRun


class Shown(Frozen, frozen=True):
    """The article on the screen: as it was opened, its view, and its words; None: not known yet."""

    opened: OpenArticle
    view: View
    words: Sequence[Segment] | None


class Workspace:
    """Opens articles, and knows what the widgets show of the one that is open.

    Args:
        known_words: gives the words of a text if they are known already.

    Attributes:
        chosen: what the annotator chose for all projects.
        transcript: what the screen shows, line by line; None: nobody asked for it.
        tour: the lesson that is given here; None: one works.
        sources: whose work is adjudicated here; None: nobody's.
        doubts: asks a model what it doubts; None: no model is asked.
        others: tags of other annotators that are shown beside one's own.
    """

    def __init__(
        self,
        documents: Documents,
        say: Texts,
        known_words: Callable[[str], Sequence[Segment] | None],
        view_kind: ViewKind = "segmented",
    ) -> None:
        self.documents, self.say = documents, say
        self.known_words = known_words
        self.view_kind: ViewKind = view_kind
        self.shown: Shown | None = None
        self.status = StatusLine()
        self.chosen = Chosen(documents.project.annotator)
        self.first_steps = FirstSteps()
        self.tour: Tour | None = None
        self.transcript: Transcript | None = None
        self.articles = ArticleFinder(documents, say)
        self.proposals = StandingProposals(documents.project.settings.suggest, documents.project.annotator)
        self.named_untouched: set[str] = set()
        self.sources: AdjudicationSources | None = None
        self.doubts: DoubtsRun | None = None
        self.others: tuple[ShownTag, ...] = ()
        self._corrected: tuple[tuple[object, ...], Sequence[Segment]] | None = None
        self._reads: tuple[ReadsPin, ...] = ()
        self._placed: tuple[View, Incremental[Span, ShownTag]] | None = None

    @property
    def language(self) -> Language:
        """The language of the screen."""
        return self.say.language

    @property
    def names(self) -> SchemaNames:
        """The names of labels, relation types and attributes in the language of the screen."""
        return SchemaNames(self.documents.project.settings.annotation_schema, self.language)

    # Articles

    def open(self, article: str) -> None:
        """Open an article.

        Raises:
            PiyueError: there is no such article, or its page cannot be read.
        """
        if self.shown:
            self.documents.record_time(self.shown.opened.article.id)
        self._show(self.documents.open(article, self.view_kind))

    def article_at(self, offset: int) -> str | None:
        """Return the article of the open page in which a source offset lies."""
        found = self.shown.opened.document.article_at(offset) if self.shown else None
        return None if found is None else found.id

    def neighbour(self, step: Literal[-1, 1]) -> str | None:
        """Return the article `step` places further, over pages' borders."""
        return self.documents.neighbour(self.shown.opened.article.id, step) if self.shown else None

    def cycle_view(self, at: int) -> int:
        """Show the article in the next way; return the cursor's offset in it, `at` being the one before."""
        if self.shown is None:
            return 0
        source = self.shown.view.reading.source_at(at)
        self.view_kind = VIEW_KINDS[(VIEW_KINDS.index(self.view_kind) + 1) % len(VIEW_KINDS)]
        self._show(self.shown.opened.replaced(kind=self.view_kind))
        return self.shown.view.reading.reading_at(source)

    def follow(self) -> None:
        """Show the open article as it is now; where it is gone, the one in which its beginning lies."""
        if self.shown is None:
            return
        opened = self.shown.opened
        articles = opened.document.articles
        if any(article is opened.article for article in articles):
            if opened.document.corrections.reads != self._reads:
                self._show(opened)
            return
        same = (article for article in articles if article.id == opened.article.id)
        article = next(same, None) or opened.document.article_at(opened.article.start) or articles[0]
        self._show(opened.replaced(article=article))

    def _show(self, opened: OpenArticle) -> None:
        view = opened.view()
        self._reads = opened.document.corrections.reads
        self.shown = Shown(opened, view, self.known_words(view.reading.text))
        self.proposals.follow(opened, view)

    def learn_words(self, text: str, words: Sequence[Segment]) -> bool:
        """Take the words of a text; tell whether it is the one that is shown."""
        if self.shown is None or self.shown.view.reading.text != text:
            return False
        self.shown = self.shown.replaced(words=words)
        return True

    # What widgets show

    def contents(self) -> Contents:
        """What the reader shows."""
        assert self.shown is not None
        opened, view, words = self.shown.opened, self.shown.view, self._words(self.shown)
        if self._placed is None or self._placed[0] is not view:
            self._placed = (
                view,
                Incremental(lambda span: ShownTag(span, view.reading.project(span.segments))),
            )
        tags = tuple(filter(attrgetter("ranges"), self._placed[1].of(opened.document.spans)))
        segmented = words is not None and opened.kind != "plain"
        return Contents(
            view,
            words or (),
            (*tags, *self.others),
            segmented,
            () if self.sources else self.proposals.places(),
        )

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

    def tags(self) -> Sequence[Span]:
        """The tags of the open article."""
        return self.shown.opened.document.spans_in(self.shown.opened.article) if self.shown else ()

    def span(self, id_: str | None) -> Span | None:
        """Return a tag of the open page by its id."""
        return self.shown.opened.document.spans_by_id.get(id_ or "") if self.shown else None

    def article_label(self, id_: str) -> tuple[str, ...]:
        """Return the values that the open article has of one of its labels."""
        return self.progress.labels.get(id_, ())

    @property
    def progress(self) -> Progress:
        """How far the open article is."""
        if self.shown is None:
            return Progress()
        return self.shown.opened.document.progress_of(self.shown.opened.article.id)

    @property
    def stage_name(self) -> str:
        """The name of the project's own state that the open article has; empty: none."""
        id_ = self.progress.stage
        known = (each for each in self.documents.project.settings.states if each.id == id_)
        return next((each.name(self.language) for each in known), id_)

    # What was done

    @property
    def tag_count(self) -> int:
        """How many tags the pages have that were read so far."""
        return sum(len(document.spans) for document in self.documents.known())

    @property
    def has_tags(self) -> bool:
        """Whether a page that was read so far has a tag."""
        return any(document.spans for document in self.documents.known())

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Say something in the status line."""
        self.status.tell(message, alarm=alarm)

    def key_pressed(self) -> None:
        """Count the time since the last key as work on the article."""
        if self.shown is not None:
            self.documents.time.key_pressed(self.shown.opened.article.id)
