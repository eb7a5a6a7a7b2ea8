"""Adds an imported article's records to its document."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from tui.formats.common.adopting import Adopted, adopt, adopt_labels, adopt_state
from tui.formats.common.article_matching import Map, mapped, reading_of, shown
from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.imported_words import are_characters, known_words
from tui.formats.common.loss_report import ImportReport, Refusal
from tui.formats.common.merging import DocumentMerger
from tui.formats.common.native_schema import ArticleRecord, SpanRecord, UnplacedSpan
from tui.formats.format import Holds
from tui.model import Document, Relation, Span, surface
from tui.operations.import_places import Placed
from tui.operations.pages import bulk_segmenter
from tui.store.predictions import Prediction, add_predictions
from tui.store.project import Project
from tui.text.correct import corrected_words
from tui.text.offsets import Reading, read
from tui.text.segment import Segmenter

Named = TypeVar("Named", Span, SpanRecord, UnplacedSpan, Relation)
EQUIVALENCE = "Equiv"
"""The label of what a format says is the same; a relation where the project has one that is called so."""


class ArticleTaker:
    """Takes articles into documents.

    Args:
        holds: what the format can hold.
        labels: what labels are called here; an empty name leaves one out.
    """

    def __init__(
        self, project: Project, holds: Holds, labels: Mapping[str, str], report: ImportReport
    ) -> None:
        self._project, self._holds, self._labels, self._report = project, holds, labels, report
        self._has_equivalence = any(kind.id == EQUIVALENCE for kind in project.settings.relations)

    def relabelled(self, record: ArticleRecord) -> ArticleRecord:
        """Return a record with the names that labels have here."""
        if not self._labels:
            return record
        unplaced = record.unplaced
        return record.replaced(
            spans=self._renamed(record.spans),
            relations=self._renamed(record.relations),
            unplaced=unplaced.replaced(
                spans=self._renamed(unplaced.spans), relations=self._renamed(unplaced.relations)
            ),
        )

    def _renamed(self, said: Iterable[Named]) -> tuple[Named, ...]:
        """Return tags or relations by the names that labels have here, without those that are left out."""
        kept: list[Named] = []
        for one in said:
            if label := self._labels.get(one.label, one.label):
                kept.append(one.replaced(label=label))
            else:
                self._report.left_out[one.label] += 1
        return tuple(kept)

    def adopt(self, merger: DocumentMerger, document: Document, placed: Placed) -> None:
        """Take what another program said of an article."""
        known, article, _ = placed
        reading = reading_of(document.page, document.articles, known)
        across = Holds.SEGMENTS in self._holds
        found = mapped(article.text, reading, known, across=across, part=article.part, offset=article.offset)
        if not isinstance(found, Map):
            detail = f"{found.offset}: “{found.here}” / “{found.there}”"
            name = known.article or known.page
            self._report.refuse(Refusal("article", name, article.text[:20], known.page, "text", detail))
            return
        readings = () if known.article else [read(document.page, each) for each in document.articles]
        keeps = Holds.IDS in self._holds
        adopted = []
        for mark in self._kept(merger, article):
            segments = found.segments(mark.parts)
            if segments and readings:
                segments = shown(segments, readings, across=across)
            if segments:
                adopted.append(Adopted(mark, segments, keeps))
            else:
                merger.refuse("span", mark.id, mark.text_in(article.text), "blocks")
        adopt(merger, adopted, list(self._kept_links(article.links)), datetime.now(UTC))
        if article.state and known.article:
            adopt_state(merger, known.article, article.state)
        if article.labels:
            self._label(merger, known.article or _only_article(document), article)
        if article.words:
            self._correct_words(merger, reading, found, article)
        self._propose(document, found, article)

    def _label(self, merger: DocumentMerger, id_: str, article: FlatArticle) -> None:
        """Take what an article is labelled with, as far as the project has such labels."""
        known = {type_.id for type_ in self._project.settings.article_labels}
        if not id_:  # a page of several articles, of which nobody can say which one is meant
            self._report.unread["category", ""] += 1
            return
        for label in article.labels.keys() - known:
            self._report.unread["article_label", label] += 1
        adopt_labels(merger, id_, {label: said for label, said in article.labels.items() if label in known})

    def _propose(self, document: Document, places: Map, article: FlatArticle) -> None:
        """Keep what another program's model guessed as proposals; never as tags."""
        guesses = []
        for mark in article.proposals:
            label = self._labels.get(mark.label, mark.label)
            segments = places.segments(mark.parts)
            if label and segments:
                text = surface(document.page.text, segments)
                guesses.append(Prediction(label, segments, text, mark.score, mark.note))
            else:
                self._report.unread["prediction", ""] += 1
        if guesses:
            self._report.proposals += add_predictions(self._project.backend, document.page, guesses)

    def _correct_words(
        self, merger: DocumentMerger, reading: Reading, places: Map, article: FlatArticle
    ) -> None:
        """Take the words of an article that are others here."""
        document = merger.document
        if are_characters(article.words):
            shown_text = article.text[:20]
            self._report.remark(Refusal("article", article.name, shown_text, document.page.id, "characters"))
            return
        cut = corrected_words(reading, self._segmenter.words(reading.text), document.corrections.words)
        known = known_words(reading, cut, [span.segments for span in document.spans])
        words = list(dict.fromkeys(article.words))
        ranges = places.ranges_of(words)
        unlike = [word for word, place in zip(words, ranges, strict=True) if place not in known]
        found = [(word, places.segments((word,))) for word in unlike]
        for (start, end), place in found:
            if not place:
                merger.refuse("word", f"{start}:{end}", article.text[start:end], "blocks")
        merger.correct_words(tuple(place for _, place in found if place), len(words) - len(unlike))

    @cached_property
    def _segmenter(self) -> Segmenter:
        return bulk_segmenter(self._project)

    def _kept(self, merger: DocumentMerger, article: FlatArticle) -> Iterator[Mark]:
        """Yield an article's marks by the names of labels here; those that are left out are counted."""
        names = self._labels
        for mark in article.marks:
            if not mark.label:
                merger.refuse("span", mark.id, mark.text_in(article.text), "no_label")
            elif label := names.get(mark.label, mark.label):
                yield mark.replaced(label=label) if names else mark
            else:
                self._report.left_out[mark.label] += 1

    def _kept_links(self, links: Iterable[Link]) -> Iterator[Link]:
        names = self._labels
        for link in links:
            label = names.get(link.label, link.label)
            if link.label == EQUIVALENCE and label == EQUIVALENCE and not self._has_equivalence:
                self._report.unread["equivalence", ""] += 1
            elif label:
                yield link._replace(label=label)
            else:
                self._report.left_out[link.label] += 1


def _only_article(document: Document) -> str:
    """Return the id of a page's only article; empty where there are several."""
    return document.articles[0].id if len(document.articles) == 1 else ""
