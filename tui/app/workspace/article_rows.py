"""The rows of a list of very many articles, in columns: some 60 bytes an article, where a `Row` takes 400."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import overload

from tui.app.workspace.short_texts import BLOCK, SEPARATOR, ShortTexts, TextsBuilder
from tui.model import STATES
from tui.model.values import Frozen
from tui.store.index.listing import Row

OWN = -1
"""Stands for the table of a page that is no row of one."""
NUMBERS = {state: number for number, state in enumerate(STATES)}


class _Codes:
    """Numbers for texts of which there are few."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def of(self, text: str) -> int:
        """Return the number of a text."""
        if text not in self._numbers:
            self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return self._numbers[text]


class _Columns(Frozen, frozen=True):
    """What there is of articles, and of their pages.

    Attributes:
        endings: of articles' ids, what stands behind the page's.
        firsts: of each page, the number of its first article; at the end how many articles there are.
        tables: of each page, the table that it is a row of.
    """

    titles: ShortTexts
    states: bytearray
    doubtful: bytearray
    tags: "array[int]"
    labels: "array[int]"
    endings: "array[int]"
    pages: ShortTexts
    firsts: "array[int]"
    tables: "array[int]"


class ArticleRows(Sequence[Row]):
    """Articles, page by page; an article's id begins with that of its page."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._endings, self._label_sets, self._table_paths = _Codes(), _Codes(), _Codes()
        self._columns = self._read(rows)
        self._groups: array[int] | None = None

    def _read(self, rows: Iterable[Row]) -> _Columns:
        """Return the columns of rows, which are taken some at a time."""
        source, last = iter(rows), None
        titles, pages = TextsBuilder(), TextsBuilder()
        states, doubtful, tags, labels, endings = bytearray(), bytearray(), array("I"), array("I"), array("I")
        firsts, tables = array("I"), array("i")
        while block := [*islice(source, BLOCK)]:
            fresh = list[str]()
            for number, row in enumerate(block, len(states)):
                if row.page != last:
                    last = row.page
                    firsts.append(number)
                    tables.append(OWN if row.group == row.page else self._table_paths.of(row.group))
                    fresh.append(row.page)
            pages.add(fresh)
            titles.add([_in_one_piece(row.title) for row in block])
            states.extend([NUMBERS[row.state] for row in block])
            doubtful.extend([row.doubtful for row in block])
            tags.extend([row.tags for row in block])
            labels.extend([self._label_sets.of(row.labels) for row in block])
            endings.extend([self._endings.of(row.article[len(row.page) :]) for row in block])
        firsts.append(len(states))
        return _Columns(
            titles.texts(), states, doubtful, tags, labels, endings, pages.texts(), firsts, tables
        )

    def __len__(self) -> int:
        return len(self._columns.states)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        columns = self._columns
        number = self.page_number(at)
        page, table = columns.pages[number], columns.tables[number]
        return Row(
            page,
            page if table == OWN else self._table_paths.texts[table],
            page + self._endings.texts[columns.endings[at]],
            columns.titles[at],
            STATES[columns.states[at]],
            columns.tags[at],
            self._label_sets.texts[columns.labels[at]],
            bool(columns.doubtful[at]),
        )

    # Looking through all

    @property
    def pages(self) -> ShortTexts:
        """The ids of the pages."""
        return self._columns.pages

    @property
    def titles(self) -> ShortTexts:
        """The titles of the articles."""
        return self._columns.titles

    @property
    def states(self) -> bytearray:
        """The numbers of the articles' states in `STATES`."""
        return self._columns.states

    @property
    def tags(self) -> "array[int]":
        """How many tags each article has."""
        return self._columns.tags

    @property
    def label_sets(self) -> Sequence[str]:
        """What articles have as `Row.labels`, each once."""
        return self._label_sets.texts

    @property
    def labels(self) -> "array[int]":
        """The number of each article's label set."""
        return self._columns.labels

    @property
    def ids(self) -> Iterator[str]:
        """The ids of the articles."""
        endings, texts, firsts = self._columns.endings, self._endings.texts, self._columns.firsts
        for page, (first, end) in zip(self.pages, pairwise(firsts), strict=True):
            for at in range(first, end):
                yield page + texts[endings[at]]

    @property
    def groups(self) -> "array[int]":
        """A number for each article: the same for those that are listed below the same head."""
        if self._groups is None:
            self._groups, own = array("I"), len(self._table_paths.texts)
            tables, bounds = self._columns.tables, pairwise(self._columns.firsts)
            for number, (table, (first, end)) in enumerate(zip(tables, bounds, strict=True), own):
                self._groups.extend([number if table == OWN else table] * (end - first))
        return self._groups

    def of_pages(self, flags: bytes) -> bytes:
        """Return for each article what `flags` has for its page: a byte each."""
        firsts = self._columns.firsts
        if len(flags) == len(self):
            return flags
        return b"".join(flags[at : at + 1] * (firsts[at + 1] - firsts[at]) for at in range(len(flags)))

    # One page

    def places(self, page: str) -> range:
        """Return the numbers of a page's articles; none where it is not there."""
        number = self.pages.find(page)
        return range(0) if number < 0 else range(*self._columns.firsts[number : number + 2])

    def page_number(self, at: int) -> int:
        """Return the number of an article's page."""
        return bisect_right(self._columns.firsts, at) - 1

    def index_of(self, article: str) -> int:
        """Return the number of an article; -1: it is not there."""
        page, mark, _ = article.rpartition("#")
        texts, endings, wanted = self._endings.texts, self._columns.endings, article[len(page) :]
        places = self.places(page) if mark else range(0)
        return next((at for at in places if texts[endings[at]] == wanted), -1)

    def change(self, places: range, rows: Sequence[Row]) -> None:
        """Put rows of the same page in the place of as many."""
        columns = self._columns
        for at, row in zip(places, rows, strict=True):
            columns.states[at], columns.doubtful[at] = NUMBERS[row.state], row.doubtful
            columns.tags[at], columns.labels[at] = row.tags, self._label_sets.of(row.labels)
            columns.endings[at] = self._endings.of(row.article[len(row.page) :])
        titles = [_in_one_piece(row.title) for row in rows]
        if titles != columns.titles[places.start : places.stop]:
            fresh = columns.titles.replaced(places.start, places.stop, titles)
            self._columns = columns.replaced(titles=fresh)

    def replaced(self, page: int, end: int, rows: Sequence[Row]) -> "ArticleRows":
        """Return rows in which those of a page stand in the place of those of some pages.

        Args:
            page, end: the range of the pages that go; where it is empty, rows are put before the first.
        """
        new, old = self._read(rows), self._columns
        first, last = old.firsts[page], old.firsts[end]
        grown = len(rows) - (last - first)
        found = object.__new__(ArticleRows)
        found._endings, found._label_sets = self._endings, self._label_sets
        found._table_paths, found._groups = self._table_paths, None
        behind = array("I", [at + grown for at in old.firsts[end:]])
        found._columns = _Columns(
            old.titles.replaced(first, last, new.titles[:]),
            old.states[:first] + new.states + old.states[last:],
            old.doubtful[:first] + new.doubtful + old.doubtful[last:],
            old.tags[:first] + new.tags + old.tags[last:],
            old.labels[:first] + new.labels + old.labels[last:],
            old.endings[:first] + new.endings + old.endings[last:],
            old.pages.replaced(page, end, new.pages[:]),
            old.firsts[:page] + array("I", [at + first for at in new.firsts[:-1]]) + behind,
            old.tables[:page] + new.tables + old.tables[end:],
        )
        return found


def _in_one_piece(title: str) -> str:
    return title.replace(SEPARATOR, " ")
