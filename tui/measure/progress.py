"""Progress: sums over documents, one document in memory at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

from tui.measure.team.work_days import WAYS, Way, ways_of
from tui.model import DEFAULT_SCHEMA, STATES, Article, Document, Schema, Span, State
from tui.text.offsets import read
from tui.text.titles import headline_of

COUNTERS = ("states", "characters", "labels", "origins", "units", "made", "article_labels")


class ArticleFigures(NamedTuple):
    """The figures of one article; `characters` are those of its reading text, `title` its headline."""

    id: str
    page: str
    title: str | None
    state: State
    characters: int
    spans: int
    seconds: int


@dataclass
class Figures:
    """The figures of documents; those of two sets of documents add up to those of both."""

    states: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    made: Counter[Way] = field(default_factory=Counter)
    article_labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    metrics: int = 0
    linked: int = 0
    articles: list[ArticleFigures] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Add the figures of other documents to these."""
        for name in COUNTERS:
            getattr(self, name).update(getattr(other, name))
        self.metrics += other.metrics
        self.linked += other.linked
        self.articles += other.articles

    @property
    def seconds(self) -> int:
        """The seconds of work."""
        return sum(article.seconds for article in self.articles)

    def _by_article_label(self) -> dict[str, dict[str, int]]:
        """Return of each label of articles how many have each value."""
        found: dict[str, Counter[str]] = {}
        for (id_, value), count in self.article_labels.items():
            found.setdefault(id_, Counter())[value] += count
        return {id_: _ranked(found[id_]) for id_ in sorted(found)}

    def as_json(self, annotator: str, seconds: int | None = None) -> dict[str, Any]:
        """Return the figures in the shape of ``piyue stats --json``.

        Tags an hour are those that took somebody's attention: no imported ones, none made with others.

        Args:
            seconds: of work, where it is not what the articles say.
        """
        total = sum(self.labels.values())
        seconds = self.seconds if seconds is None else seconds
        labels = {"article_labels": self._by_article_label()} if self.article_labels else {}
        return labels | {
            "annotator": annotator,
            "articles": {"total": len(self.articles)} | {state: self.states[state] for state in STATES},
            "characters": {"total": sum(self.characters.values()), "done": self.characters["done"]},
            "spans": {"total": total, "by_label": _ranked(self.labels), "by_origin": _ranked(self.origins)},
            "metrics": {"total": self.metrics, "linked": self.linked, "by_unit": _ranked(self.units)},
            "pace": {
                "spans_per_hour": per_hour(self.made["hand"] + self.made["accepted"], seconds),
                "articles_per_hour": per_hour(self.states["done"], seconds),
                "active_seconds": seconds,
                "made": {way: self.made[way] for way in WAYS},
            },
            "by_article": [article._asdict() for article in self.articles],
        }


def _article_labels(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each label of each article with each of its values."""
    for article in document.articles:
        for id_, values in document.progress_of(article.id).labels.items():
            yield from ((id_, value) for value in values)


def figures(document: Document, schema: Schema = DEFAULT_SCHEMA) -> Figures:
    """Return the figures of one document; every span that stands counts, in an article or not.

    Args:
        schema: says which tags are quantities, and which relations say what they measure.
    """
    metrics = [span for span in document.spans if span.label in schema.labels.metrics]
    indicators = schema.relations_with("indicator")
    heads = {relation.head for relation in document.relations if relation.label in indicators}
    articles = [_figures_of(document, article) for article in document.articles]
    characters: Counter[str] = Counter()
    for article in articles:
        characters[article.state] += article.characters
    return Figures(
        states=Counter(article.state for article in articles),
        characters=characters,
        labels=Counter(map(attrgetter("label"), document.spans)),
        origins=Counter(map(attrgetter("origin"), document.spans)),
        units=Counter(_unit(metric) for metric in metrics),
        made=Counter(ways_of(document.spans)),
        article_labels=Counter(_article_labels(document)),
        metrics=len(metrics),
        linked=sum(metric.id in heads for metric in metrics),
        articles=articles,
    )


def together(sets: Iterable[Figures]) -> Figures:
    """Return the figures of several annotators of the same pages: each article once, as far as anybody is."""
    whole = Figures()
    rows: dict[str, ArticleFigures] = {}
    for each in sets:
        whole.add(each)
        for article in each.articles:
            known = rows.get(article.id)
            rows[article.id] = article if known is None else _joined(known, article)
    whole.articles = list(rows.values())
    whole.states = Counter(article.state for article in whole.articles)
    whole.characters = Counter()
    for article in whole.articles:
        whole.characters[article.state] += article.characters
    return whole


FURTHEST: tuple[State, ...] = ("todo", "doing", "skipped", "done")


def _joined(one: ArticleFigures, other: ArticleFigures) -> ArticleFigures:
    state = max(one.state, other.state, key=FURTHEST.index)
    return one._replace(state=state, spans=one.spans + other.spans, seconds=one.seconds + other.seconds)


def total(documents: Iterable[Document], schema: Schema = DEFAULT_SCHEMA) -> Figures:
    """Return the figures of all documents together."""
    whole = Figures()
    for document in documents:
        whole.add(figures(document, schema))
    return whole


def _figures_of(document: Document, article: Article) -> ArticleFigures:
    progress = document.progress_of(article.id)
    return ArticleFigures(
        article.id,
        document.page.id,
        headline_of(document.page, article),
        progress.state,
        len(read(document.page, article).text),
        len(document.spans_in(article)),
        progress.seconds,
    )


def _unit(metric: Span) -> str:
    """Return the metric's unit; empty where it has none, or nothing was normalised."""
    unit = metric.attributes.get("unit")
    return unit if isinstance(unit, str) else ""


def _ranked(counts: Counter[str]) -> dict[str, int]:
    """Return the counts, the greatest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def per_hour(count: int, seconds: int) -> float:
    """Return how many an hour; 0 where no time was measured."""
    return round(3600 * count / seconds, 1) if seconds else 0.0
