"""Progress: sums over documents, one document in memory at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, NamedTuple

from tui.measure.team.work_days import WAYS, Way, ways_of
from tui.model import DEFAULT_SCHEMA, STATES, Article, Attribute, Document, Schema, State
from tui.model.document_columns import DocumentColumns
from tui.text.offsets import reading_length
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

    def count(self, document: DocumentColumns, schema: Schema, ways: Iterable[Way]) -> None:
        """Add the figures of a document; every span that stands counts, in an article or not.

        Args:
            schema: says which tags are quantities, and which relations say what they measure.
            ways: how each tag came about, of those that are counted.
        """
        tags, metric_labels = document.tags, schema.labels.metrics
        are_metrics = [label in metric_labels for label in tags.labels]
        indicators = schema.relations_with("indicator")
        heads = {head for label, head in document.relations if label in indicators}
        for article in document.articles:
            found = _figures_of(document, article)
            self.articles.append(found)
            self.states[found.state] += 1
            self.characters[found.state] += found.characters
        self.labels.update(tags.labels)
        self.origins.update(tags.origins)
        self.units.update(map(_unit, compress(tags.attributes, are_metrics)))
        self.made.update(ways)
        self.article_labels.update(_article_labels(document))
        self.metrics += sum(are_metrics)
        self.linked += len(heads.intersection(compress(tags.ids, are_metrics)))

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


def _article_labels(document: DocumentColumns) -> Iterator[tuple[str, str]]:
    """Yield each label of each article with each of its values."""
    for article in document.articles:
        for id_, values in document.progress_of(article.id).labels.items():
            yield from ((id_, value) for value in values)


def figures(document: Document, schema: Schema = DEFAULT_SCHEMA) -> Figures:
    """Return the figures of one document; see `Figures.count`."""
    return total([document], schema)


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
    for document in map(DocumentColumns.of, documents):
        whole.count(document, schema, ways_of(document.tags))
    return whole


def _figures_of(document: DocumentColumns, article: Article) -> ArticleFigures:
    progress = document.progress_of(article.id)
    return ArticleFigures(
        article.id,
        document.page.id,
        headline_of(document.page, article),
        progress.state,
        reading_length(article),
        document.tags_in(article),
        progress.seconds,
    )


def _unit(attributes: Mapping[str, Attribute]) -> str:
    """Return a metric's unit; empty where it has none, or nothing was normalised."""
    unit = attributes.get("unit")
    return unit if isinstance(unit, str) else ""


def _ranked(counts: Counter[str]) -> dict[str, int]:
    """Return the counts, the greatest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def per_hour(count: int, seconds: int) -> float:
    """Return how many an hour; 0 where no time was measured."""
    return round(3600 * count / seconds, 1) if seconds else 0.0
