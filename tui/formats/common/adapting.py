"""Adapts an article to a format: what the format cannot hold is left out or changed, with the reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from operator import is_
from typing import Any, Literal

from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.loss_report import ExportReport, Loss, What
from tui.formats.common.mark_rules import CHANGED, RULES, Rule, outermost
from tui.formats.common.tokens import pieces, visible_tokens
from tui.formats.format import Format, Holds
from tui.formats.interface import Options
from tui.model.page import Sentence


class Adapter:
    """Fits sheets to a format, and reports everything that is not as it was."""

    def __init__(self, row: Format, options: Options, report: ExportReport) -> None:
        self.row, self.options, self.report = row, row.chosen(options), report
        # Whoever chooses what a token is, or asks for words, does not want those that a corpus came with.
        self._keeps_tokens = not options.unit and row.unit != "word"
        holds = row.holding(options)
        self.lacks = frozenset(each for each in Holds if each not in holds)
        self.rules = [rule for rule, _ in groupby(rule for needed, rule in RULES if needed in self.lacks)]

    def adapt(self, sheet: FlatArticle) -> FlatArticle:
        """Return a sheet as the format can hold it."""
        if not self.lacks:
            return sheet
        if not self._keeps_tokens:
            sheet = sheet._replace(tokens=())
        self._count_who(sheet)
        adapting = _Adapting(sheet, self.report)
        adapting.readings()
        if Holds.TOPICS in self.lacks:
            adapting.article_labels()
        adapting.article_note()
        marks = list(sheet.marks)
        for rule in self.rules:
            marks = adapting.ruled(rule, marks)
        marks = adapting.without_twins(marks)
        if self.options.max_length:
            marks = adapting.without_long(marks, self.options)
        if Holds.OVERLAP in self.lacks:
            marks = adapting.flat(marks)
        marks = adapting.bare(marks, self.lacks)
        links = adapting.links(marks, self.lacks) if sheet.links else []
        if Holds.MARKUP in self.lacks:
            adapting.escape(marks)
        adapting.tell()
        if len(marks) < len(sheet.marks) or not all(map(is_, marks, sheet.marks)):
            sheet = sheet._replace(marks=ordered(marks))
        return sheet._replace(links=tuple(links))

    def _count_who(self, sheet: FlatArticle) -> None:
        """Count what the format has no place for: an article's state, and whose tags it has."""
        if Holds.STATES in self.lacks:
            self.report.stateless += sheet.state not in (None, "todo")
        if Holds.ANNOTATORS in self.lacks:
            self.report.owners.add(sheet.annotator)

    def cut(self, sheet: FlatArticle) -> Iterator[FlatArticle]:
        """Yield the parts of an article that rows of no more tokens than are asked for need.

        A relation between two parts is lost, and said.
        """
        limit = self.options.max_length
        places = list(pieces(sheet, self.options.unit or "char", limit)) if limit and self.row.cuts else []
        if len(places) < 2:
            yield sheet
            return
        starts = [start for start, _ in places]

        def home(offset: int) -> int:
            return max(0, bisect_right(starts, offset) - 1)

        homes = {mark.id: home(mark.start) for mark in sheet.marks}
        links: list[list[Link]] = [[] for _ in places]
        for link in sheet.links:
            if homes.get(link.head) == homes.get(link.tail):
                links[homes[link.head]].append(link)
            else:
                self.report.lose(Loss("relation", link.id, link.label, sheet.page, "parts"))
        marks, words, tokens, sentences = (
            _by_home(values, home) for values in (sheet.marks, sheet.words, sheet.tokens, sheet.sentences)
        )
        for at, (start, end) in enumerate(places):
            yield sheet._replace(
                text=sheet.text[start:end],
                marks=tuple(_moved(mark, -start) for mark in marks.get(at, ())),
                links=tuple(links[at]),
                words=tuple((a - start, min(b, end) - start) for a, b in words.get(at, ())),
                tokens=tuple((a - start, min(b, end) - start) for a, b in tokens.get(at, ())),
                sentences=tuple(
                    Sentence(s.start - start, min(s.end, end) - start, s.id) for s in sentences.get(at, ())
                ),
                part=at + 1,
                offset=start,
            )


def _by_home(values: Iterable[Any], home: Callable[[int], int]) -> dict[int, list[Any]]:
    """Return what stands in each part: marks, or ranges, by where they begin."""
    found: dict[int, list[Any]] = {}
    for value in values:
        found.setdefault(home(value.start if isinstance(value, Mark) else value[0]), []).append(value)
    return found


def _moved(mark: Mark, by: int) -> Mark:
    return mark.replaced(parts=tuple((start + by, end + by) for start, end in mark.parts))


def _gap(mark: Mark) -> tuple[What, ...]:
    return ("segments",) if len(mark.parts) > 1 else ()


class _Adapting:
    """One sheet being fitted; the last that is found out about a thing is what is told of it."""

    def __init__(self, sheet: FlatArticle, report: ExportReport) -> None:
        self.sheet, self.report = sheet, report
        self._found: dict[tuple[What, str], tuple[Loss, tuple[What, ...]]] = {}

    def ruled(self, rule: Rule, marks: list[Mark]) -> list[Mark]:
        """Return what a rule makes of marks."""
        answers = [rule(mark, self.sheet) for mark in marks]
        if all(map(is_, marks, answers)):
            return marks
        return [fitted for pair in zip(marks, answers, strict=True) if (fitted := self._settled(rule, *pair))]

    def _settled(self, rule: Rule, mark: Mark, fitted: Mark | str) -> Mark | None:
        """Report what a rule answered of a mark, and return the mark that goes on, if one does."""
        if isinstance(fitted, str):
            self._lost(mark, fitted)
            return None
        if fitted.parts != mark.parts:
            loss = Loss("span", mark.id, *self._where(mark), CHANGED[rule], "changed")
            self._tell(loss, *_gap(mark))
        return fitted

    def without_twins(self, marks: list[Mark]) -> list[Mark]:
        """Leave out marks that say the same of the same place as one before."""
        if len({(mark.label, mark.parts) for mark in marks}) == len(marks):
            return marks
        kept: dict[tuple[object, ...], Mark] = {}
        for mark in marks:
            if kept.setdefault((mark.label, mark.parts), mark) is not mark:
                self._lost(mark, "twin")
        return list(kept.values())

    def without_long(self, marks: list[Mark], options: Options) -> list[Mark]:
        """Leave out marks of more tokens than a sentence may have."""
        ranges = visible_tokens(self.sheet._replace(marks=tuple(marks)), options.unit)
        kept = []
        for mark in marks:
            length = bisect_left(ranges, (mark.end,)) - bisect_left(ranges, (mark.start,))
            if length > options.max_length:
                self._lost(mark, "long")
            else:
                kept.append(mark)
        return kept

    def flat(self, marks: list[Mark]) -> list[Mark]:
        """Keep of marks that overlap the longest."""
        kept, rest = outermost(marks)
        for mark, reason in rest:
            self._lost(mark, reason)
        return kept

    def bare(self, marks: list[Mark], lacks: Collection[Holds]) -> list[Mark]:
        """Take from marks what the format has no place for."""
        if Holds.ATTRIBUTES in lacks:
            marks = [self._without(mark, "attributes") if mark.attributes else mark for mark in marks]
        if Holds.NOTES in lacks:
            marks = [self._without(mark, "note") if mark.note else mark for mark in marks]
        return marks

    def _without(self, mark: Mark, what: Literal["attributes", "note"]) -> Mark:
        self._tell(Loss(what, mark.id, *self._where(mark), what))
        return mark.replaced(attributes={}) if what == "attributes" else mark.replaced(note="")

    def links(self, marks: list[Mark], lacks: Collection[Holds]) -> list[Link]:
        """Return the links that can go out: those whose ends do."""
        if Holds.RELATIONS in lacks:
            for link in self.sheet.links:
                self._lost_link(link, "relations")
            return []
        ids = {mark.id for mark in marks}
        kept: dict[tuple[str, str, str], Link] = {}
        for link in self.sheet.links:
            if not {link.head, link.tail} <= ids:
                self._lost_link(link, "ends")
            elif link.head == link.tail and Holds.LOOPS in lacks:
                self._lost_link(link, "loop")
            elif kept.setdefault(link[1:], link) is not link:
                self._lost_link(link, "twin")
        return list(kept.values())

    def _lost_link(self, link: Link, reason: str) -> None:
        self._tell(Loss("relation", link.id, link.label, self.sheet.page, reason))

    def escape(self, marks: list[Mark]) -> None:
        """Say that blanks will part what would be taken for a tag."""
        text = self.sheet.text
        if "[@" in text or "[$" in text or any(text.startswith("#", mark.end) for mark in marks):
            self._tell(Loss("article", self.sheet.id, "[@", self.sheet.page, "escaped", "changed"))

    def readings(self) -> None:
        """Say that the format has no place beside its text for what was misread."""
        if self.sheet.right is not None and self.sheet.entry is not None:
            read = self.sheet.entry.reading.text
            said = [
                f"{read[e.start : e.end]} → {self.sheet.right.text[e.begins : e.stops]}"
                for e in self.sheet.right.edits
            ]
            reason = "applied" if self.sheet.is_right else "readings"
            self._tell(Loss("article", self.sheet.id, "; ".join(said), self.sheet.page, reason, "changed"))

    def article_labels(self) -> None:
        """Say that the format has no place for what articles are labelled with."""
        if labels := self.sheet.labels:
            said = "; ".join(f"{id_}: {'、'.join(values)}" for id_, values in labels.items())
            self._tell(Loss("attributes", self.sheet.id, said, self.sheet.page, "article_labels"))

    def article_note(self) -> None:
        """Say that the format has no place for what people noted on an article."""
        entry = self.sheet.entry
        note = entry.document.progress_of(entry.article.id).note if entry is not None else ""
        if note:
            self._tell(Loss("note", self.sheet.id, note, self.sheet.page, "article_note"))

    def tell(self) -> None:
        """Report what was found out."""
        self.report.lose_all(self._found.values())

    def _where(self, mark: Mark) -> tuple[str, str]:
        return mark.text_in(self.sheet.text), self.sheet.page

    def _lost(self, mark: Mark, reason: str) -> None:
        along: list[What] = []
        if mark.attributes:
            along.append("attributes")
        if mark.note:
            along.append("note")
        self._tell(Loss("span", mark.id, *self._where(mark), reason), *along, *_gap(mark))

    def _tell(self, loss: Loss, *along: What) -> None:
        self._found[loss.what, loss.id] = loss, along
