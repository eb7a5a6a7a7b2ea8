"""The list of all articles: which are shown, and in which order. No drawing, no reading."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from itertools import chain, compress, groupby
from operator import and_, or_
from typing import Any, Literal, TypeAlias, get_args, overload

from msgspec import Struct

from tui.app.workspace.article_rows import ArticleRows
from tui.model import STATES, State
from tui.model.values import Frozen
from tui.store.index.listing import Row

Order: TypeAlias = Literal["page", "title", "state", "tags"]
ORDERS: tuple[Order, ...] = get_args(Order)
RANK: Mapping[State, int] = {"doing": 0, "todo": 1, "done": 2, "skipped": 3}
KEYS: Mapping[Order, Callable[[ArticleRows], Callable[[int], Any]]] = {
    "title": lambda rows: [*rows.titles].__getitem__,
    "state": lambda rows: rows.states.translate(bytes(map(RANK.__getitem__, STATES)).ljust(256)).__getitem__,
    "tags": lambda rows: lambda at: -rows.tags[at],
}
NEVER = 99
"""The rank of pages whose turn it never is."""
LOWEST = 1
"""The lowest rank of a page that is not begun."""
FIELDS: Mapping[str, str] = {
    **{"state": "state", "label": "label", "page": "page", "text": "text"},
    **{"状态": "state", "标签": "label", "版": "page", "正文": "text"},
}
STATE_NAMES: Mapping[str, str] = {"待读": "todo", "进行中": "doing", "已完成": "done", "已跳过": "skipped"}


class FilterTerm(Struct, frozen=True):
    """Something that a row must have, or must not.

    Attributes:
        field: state, label, page, text; empty: title or page.
    """

    field: str
    wanted: str
    without: bool = False


class Filter(Frozen, frozen=True):
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
            found += [FilterTerm(FIELDS[name], STATE_NAMES.get(wanted, wanted), without)] if wanted else []
        else:
            found.append(FilterTerm("", word, without))
    return found


class ShownArticles(Sequence[Row]):
    """The rows to show: articles, and above those of a group a head, a row without an article.

    Args:
        places: numbers of articles; -1 - n stands for the head above article n.
    """

    def __init__(self, rows: ArticleRows, places: "array[int]", articles: int) -> None:
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
        self.lost: dict[str, int] = {}
        self.rows = ArticleRows(map(self._counted, rows))
        self.version = 0

    def _counted(self, row: Row) -> Row:
        """Return a row; how many tags of its page are lost is kept."""
        if row.lost:
            self.lost[row.page] = row.lost
        return row

    @property
    def pages(self) -> Sequence[str]:
        """The pages that have articles, in order."""
        return self.rows.pages

    def put(self, page: str, rows: Sequence[Row], after: Sequence[str] = ()) -> None:
        """Put the articles of a page in the place of those it had.

        Args:
            after: the pages before this one, in order: where a page is put that is not there yet.
        """
        self.lost.pop(page, None)
        rows = [*map(self._counted, rows)]
        pages, places = self.rows.pages, self.rows.places(page)
        if len(places) == len(rows):
            self.rows.change(places, rows)
            return
        before = (number for other in reversed(after) if (number := pages.find(other)) >= 0)
        at = pages.find(page) if places else 1 + next(before, -1)
        # What is shown holds the rows as they were.
        self.rows = self.rows.replaced(at, at + bool(places), rows)
        self.version += 1

    def index(self, article: str) -> int:
        """Return the place of an article; -1: it is not there."""
        return self.rows.index_of(article)

    def next_lost(self, page: str) -> str | None:
        """Return the first article of the next page with lost tags, round the end; None: none has."""
        here = self.rows.pages.find(page)
        others = sorted(self.rows.pages.find(other) for other in self.lost if other != page)
        found = next((at for at in others if at > here), next(iter(others), None))
        return None if found is None else self.rows[self.rows.places(self.rows.pages[found]).start].article

    def is_begun(self, page: str) -> bool:
        """Tell whether there is an article of a page on which work was begun."""
        places = self.rows.places(page)
        return any(self.rows.states[places.start : places.stop].translate(IS_BEGUN))

    def next_open(self, article: str, rank: Callable[[str, bool], int] | None = None) -> str | None:
        """Return the next article behind one, wrapping round, that is neither done nor skipped.

        Args:
            rank: of a page, and whether it is begun: the lower, the sooner is its turn. It is 0 of one that
                is begun, `NEVER` where its turn never is. None: all are alike.
        """
        here, count = self.index(article), len(self.rows)
        flags = self.rows.states.translate(IS_OPEN)
        order = chain(range(here + 1, count), range(max(0, here)))
        left = (at for at in order if flags[at])
        at = next(left, -1) if rank is None else self._first_by_rank(left, rank)
        return self.rows[at].article if at >= 0 else None

    def _first_by_rank(self, places: Iterable[int], rank: Callable[[str, bool], int]) -> int:
        """Return the first place whose page has the lowest rank; -1: there is none."""
        rows, states = self.rows, self.rows.states
        begun = {*map(rows.page_number, compress(range(len(rows)), states.translate(IS_BEGUN)))}
        best, lowest = -1, NEVER
        for number, of_page in groupby(places, key=rows.page_number):
            if lowest <= LOWEST and number not in begun:
                continue
            found = rank(rows.pages[number], number in begun)
            if found < lowest:
                best, lowest = next(of_page), found
            if lowest < LOWEST:
                break
        return best

    def shown(
        self, filter_: Filter, search: Callable[[str], Iterable[str]], called: Callable[[str], str] = str
    ) -> ShownArticles:
        """Return the rows to show.

        Args:
            search: gives the ids of the articles with a text.
            called: returns the id of the label that somebody calls so.
        """
        rows = self.rows
        places: Sequence[int] = range(len(rows))
        if wanted := [_flags(rows, term, search, called) for term in terms(filter_.typed)]:
            both = reduce(and_, (int.from_bytes(flags, "little") for flags in wanted))
            places = array("l", compress(range(len(rows)), both.to_bytes(len(rows), "little")))
        if filter_.order != "page":
            key = KEYS[filter_.order](rows)
            return ShownArticles(rows, array("l", sorted(places, key=key)), len(places))
        return ShownArticles(rows, _headed(rows, places), len(places))


def _table(holds: Iterable[bool]) -> bytes:
    """Return what `bytes.translate` makes 1 of each number for which something holds, else 0."""
    return bytes(holds).ljust(256, b"\0")


TURNED = _table((True, False))
IS_OPEN = _table(state in ("todo", "doing") for state in STATES)
IS_BEGUN = _table(state != "todo" for state in STATES)


def _with_state(rows: ArticleRows, wanted: str) -> bytes:
    return bytes(rows.states).translate(_table(state.startswith(wanted) for state in STATES))


def _with_label(rows: ArticleRows, wanted: str) -> bytes:
    has = [f" {wanted.upper()} " in labels.upper() for labels in rows.label_sets]
    return bytes(map(has.__getitem__, rows.labels))


def _of_page(rows: ArticleRows, wanted: str) -> bytes:
    return rows.of_pages(rows.pages.with_part(wanted))


def _with_part(rows: ArticleRows, wanted: str) -> bytes:
    return bytes(map(or_, rows.titles.with_part(wanted), _of_page(rows, wanted)))


FLAGS: Mapping[str, Callable[[ArticleRows, str], bytes]] = {
    "state": _with_state,
    "label": _with_label,
    "page": _of_page,
    "": _with_part,
}
"""What says of each article whether it is as asked, by field."""


def _flags(
    rows: ArticleRows,
    term: FilterTerm,
    search: Callable[[str], Iterable[str]],
    called: Callable[[str], str],
) -> bytes:
    """Return 1 for each article that is as a term asks, else 0."""
    wanted = called(term.wanted) if term.field == "label" else term.wanted
    flags = _in(rows, search(wanted)) if term.field == "text" else FLAGS[term.field](rows, wanted)
    return flags.translate(TURNED) if term.without else flags


def _in(rows: ArticleRows, found: Iterable[str]) -> bytes:
    """Return 1 for each article that was found, else 0."""
    ids = set(found)
    return bytes(map(ids.__contains__, rows.ids)) if ids else bytes(len(rows))


def _headed(rows: ArticleRows, places: Iterable[int]) -> "array[int]":
    """Put a head before each group."""
    found = array("l")
    for _, group in groupby(places, key=rows.groups.__getitem__):
        articles = [*group]
        found.append(-1 - articles[0])
        found.extend(articles)
    return found
