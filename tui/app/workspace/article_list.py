"""The list of all articles: which are shown, and in which order. No drawing, no reading."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias, get_args, overload

from tui.model import State
from tui.store.index.listing import Row

Order: TypeAlias = Literal["page", "title", "state", "tags"]
ORDERS: tuple[Order, ...] = get_args(Order)
RANK: Mapping[State, int] = {"doing": 0, "todo": 1, "done": 2, "skipped": 3}
KEYS: Mapping[Order, Callable[[Row], object]] = {
    "title": lambda row: row.title,
    "state": lambda row: RANK[row.state],
    "tags": lambda row: -row.tags,
}
FIELDS: Mapping[str, str] = {
    **{"state": "state", "label": "label", "page": "page", "text": "text"},
    **{"状态": "state", "标签": "label", "版": "page", "正文": "text"},
}
STATES: Mapping[str, str] = {"待读": "todo", "进行中": "doing", "已完成": "done", "已跳过": "skipped"}


class FilterTerm(NamedTuple):
    """Something that a row must have, or must not.

    Attributes:
        field: state, label, page, text; empty: title or page.
    """

    field: str
    wanted: str
    without: bool = False


class Filter(NamedTuple):
    """Which articles are to be shown, as it was typed, and in which order."""

    typed: str = ""
    order: Order = "page"


def terms(typed: str) -> list[FilterTerm]:
    """Return what is asked for by ``word``, ``state:todo``, ``label:ORG``, ``page:2018``, ``text:工会``.

    All of them must hold; a minus sign before one of them turns it round.
    """
    found = []
    for word in typed.lower().split():
        without, word = word.startswith("-") and len(word) > 1, word.removeprefix("-") or word
        name, colon, wanted = word.replace("：", ":", 1).partition(":")
        if colon and name in FIELDS:
            found += [FilterTerm(FIELDS[name], STATES.get(wanted, wanted), without)] if wanted else []
        else:
            found.append(FilterTerm("", word, without))
    return found


class ShownArticles(Sequence[Row]):
    """The rows to show: articles, and above those of a group a head, a row without an article."""

    def __init__(self, rows: Sequence[Row], places: Sequence[int], articles: int) -> None:
        self._rows, self._places = rows, places
        self.articles = articles

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self._row(place) for place in self._places[index]]
        return self._row(self._places[index])

    def _row(self, place: int) -> Row:
        if place >= 0:
            return self._rows[place]
        group = self._rows[-1 - place].group
        return Row(group, group, "", group)

    def find(self, place: int) -> int:
        """Return at which row the article at a place of the listing stands; -1: it is not shown."""
        try:
            return self._places.index(place)
        except ValueError:
            return -1


class ArticleList:
    """All articles in order, page by page.

    Attributes:
        version: grows when rows come or go; not when one of them changes.
        lost: the pages that have tags without a place, each with their number.
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.rows = list(rows)
        self.version = 0
        self._first: dict[str, int] = {}
        self.lost = {row.page: row.lost for row in self.rows if row.lost}
        self._number()

    @property
    def pages(self) -> Sequence[str]:
        """The pages that have articles, in order."""
        return list(self._first)

    def put(self, page: str, rows: Sequence[Row], after: Sequence[str] = ()) -> None:
        """Put the articles of a page in the place of those it had.

        Args:
            after: the pages before this one, in order: where a page is put that is not there yet.
        """
        self._count_lost(page, rows)
        at = self._first.get(page)
        if at is None:
            before = next((other for other in reversed(after) if other in self._first), None)
            at = 0 if before is None else self._first[before] + self._count(before)
            end = at
        else:
            end = at + self._count(page)
        if end - at == len(rows):
            self.rows[at:end] = rows
            return
        # What is shown holds the list as it was.
        self.rows = [*self.rows[:at], *rows, *self.rows[end:]]
        self.version += 1
        self._number()

    def index(self, article: str) -> int:
        """Return the place of an article; -1: it is not there."""
        page = article.rpartition("#")[0]
        at = self._first.get(page, -1)
        places = range(at, at + self._count(page)) if at >= 0 else ()
        return next((place for place in places if self.rows[place].article == article), -1)

    def next_lost(self, page: str) -> str | None:
        """Return the first article of the next page with lost tags, round the end; None: none has."""
        at = self._first.get(page, 0)
        others = sorted((other for other in self.lost if other != page), key=self._first.__getitem__)
        behind = [other for other in others if self._first[other] > at]
        found = next(iter((*behind, *others)), None)
        return None if found is None else self.rows[self._first[found]].article

    def is_begun(self, page: str) -> bool:
        """Tell whether there is an article of a page on which work was begun."""
        at = self._first.get(page)
        return at is not None and any(row.state != "todo" for row in self.rows[at : at + self._count(page)])

    def shown(
        self, filter_: Filter, search: Callable[[str], Iterable[str]], called: Callable[[str], str] = str
    ) -> ShownArticles:
        """Return the rows to show.

        Args:
            search: gives the ids of the articles with a text.
            called: returns the id of the label that somebody calls so.
        """
        places: Sequence[int] = range(len(self.rows))
        for term in terms(filter_.typed):
            if term.field == "label":
                term = term._replace(wanted=called(term.wanted))
            places = self._narrowed(places, term, search)
        count = len(places)
        if filter_.order != "page":
            key = KEYS[filter_.order]
            return ShownArticles(self.rows, sorted(places, key=lambda place: key(self.rows[place])), count)  # type: ignore[arg-type, return-value]
        return ShownArticles(self.rows, self._headed(places), count)

    def _narrowed(
        self, places: Iterable[int], term: FilterTerm, search: Callable[[str], Iterable[str]]
    ) -> list[int]:
        rows, wanted, without = self.rows, term.wanted, term.without
        if term.field == "state":
            return [at for at in places if rows[at].state.startswith(wanted) != without]
        if term.field == "label":
            wanted = f" {wanted.upper()} "
            return [at for at in places if (wanted in rows[at].labels.upper()) != without]
        if term.field == "page":
            return [at for at in places if (wanted in rows[at].page.lower()) != without]
        if term.field == "text":
            found = set(search(wanted))
            return [at for at in places if (rows[at].article in found) != without]
        return [
            at
            for at in places
            if (wanted in rows[at].title.lower() or wanted in rows[at].page.lower()) != without
        ]

    def _headed(self, places: Iterable[int]) -> list[int]:
        """Put a head before each group: what stands for the head of row n is -1 - n."""
        found: list[int] = []
        for _, group in groupby(places, key=lambda place: self.rows[place].group):
            articles = list(group)
            found += (-1 - articles[0], *articles)
        return found

    def _count(self, page: str) -> int:
        at = end = self._first[page]
        while end < len(self.rows) and self.rows[end].page == page:
            end += 1
        return end - at

    def _count_lost(self, page: str, rows: Sequence[Row]) -> None:
        if lost := sum(row.lost for row in rows):
            self.lost[page] = lost
        else:
            self.lost.pop(page, None)

    def _number(self) -> None:
        self._first = {}
        for at, row in enumerate(self.rows):
            self._first.setdefault(row.page, at)
