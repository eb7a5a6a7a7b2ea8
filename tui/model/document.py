"""A page with everything one annotator decided on it."""

from bisect import bisect_left
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import field

from tui.model.corrections import UNCORRECTED, Corrections
from tui.model.page import Article, Division, Page
from tui.model.segments import Segment
from tui.model.span import Relation, Span
from tui.model.values import Matching, Record, Value

State: TypeAlias = Literal["todo", "doing", "done", "skipped"]
STATES: tuple[State, ...] = get_args(State)


class Stage(Value, frozen=True, kw_only=True):
    """A state that a project adds: its id, the state that it counts as, and its names."""

    id: Annotated[str, Matching(r"^[A-Za-z][A-Za-z0-9_.-]{0,63}$")]
    counts_as: State
    en: str = ""
    zh: str = ""

    def name(self, language: str) -> str:
        """Return what people call it."""
        return (self.zh if language == "zh" else self.en) or self.id


class Progress(Record, frozen=True, kw_only=True):
    """How far an article is: its state, a note on it, the seconds of work spent, and when it last changed.

    Attributes:
        stage: a state of the project's own that counts as `state`; empty: none.
        rejected: what an adjudicator did not take of others, each as ``annotator/id``.
        labels: what the article is labelled with: by the id of the label, its values.
    """

    state: State = "todo"
    stage: str = ""
    note: str = ""
    seconds: int = 0
    updated: datetime | None = None
    rejected: tuple[str, ...] = ()
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Document(Value, frozen=True, kw_only=True, dict=True):
    """A page, its articles, and one annotator's decisions.

    Attributes:
        spans: in the order of `tui.model.span.order`; each one's text stands at its segments.
        orphans: spans read from disk whose text no longer stands there; kept, shown, never exported as gold.
        progress: by article id; an article nobody touched has no entry.
        corrections: what people corrected on the page; articles and furniture are as they say.
        divided: the page as the splitter left it; None where nothing was corrected since.
    """

    page: Page
    annotator: str
    articles: tuple[Article, ...]
    furniture: tuple[Segment, ...] = ()
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    orphans: tuple[Span, ...] = ()
    progress: dict[str, Progress] = field(default_factory=dict)
    corrections: Corrections = UNCORRECTED
    divided: Division | None = None

    @property
    def division(self) -> Division:
        """The page as the splitter left it."""
        return self.divided or Division(articles=self.articles, furniture=self.furniture)

    @cached_property
    def spans_by_id(self) -> dict[str, Span]:
        """The spans by their ids."""
        return {span.id: span for span in self.spans}

    def progress_of(self, article: str) -> Progress:
        """The article's progress, also where nobody touched it."""
        return self.progress.get(article, UNTOUCHED)

    def spans_in(self, article: Article) -> tuple[Span, ...]:
        """The spans that have their first code point in a block of `article`."""
        known = self._spans_in.get(article.id)
        if known is None or known[0] is not article:
            starts = self._starts
            cuts = ((bisect_left(starts, a), bisect_left(starts, b)) for a, b in article.ranges)
            spans = chain.from_iterable(self.spans[first:last] for first, last in cuts if first < last)
            known = self._spans_in[article.id] = article, tuple(spans)
        return known[1]

    def article_at(self, offset: int) -> Article | None:
        """The article that has a source offset; where none has, the one between whose parts it lies."""
        having = (one for one in self.articles if any(start <= offset < end for start, end in one.ranges))
        around = (one for one in self.articles if one.start <= offset < one.end)
        return next(having, None) or next(around, None)

    def spans_at(self, start: int) -> tuple[Span, ...]:
        """The spans that have their first code point at `start`."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, start + 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.segments[0][0] for span in self.spans]

    @cached_property
    def _spans_in(self) -> dict[str, tuple[Article, tuple[Span, ...]]]:
        """What was found before: status line and lists ask again and again."""
        return {}


UNTOUCHED = Progress()
