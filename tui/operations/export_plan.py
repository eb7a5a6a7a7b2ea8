"""Plan of an export: which article goes to which split and shard."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from tui.errors import FormatError
from tui.formats.common.splits import NAMES, Item, Place, assign, ratio
from tui.formats.common.writing import Plan
from tui.formats.format import Format
from tui.model import Document
from tui.text.offsets import read

SHARES = "80/10/10"


def planned(
    documents: Callable[[], Iterable[Document]],
    row: Format,
    states: frozenset[str],
    shards: int,
    split: str = "",
    by: str = "",
    seed: int = 0,
) -> tuple[list[Place], Plan]:
    """Return where each article goes, if a split is asked for, and the plan of all.

    Args:
        documents: returns all pages; asked only where there is a split.

    Raises:
        FormatError: the format has no shards, or the split is none.
    """
    if shards and not row.shards:
        raise FormatError("export.shards", format=row.name)
    if not (split or by):
        return [], Plan(shards=shards)
    shares = ratio(split or SHARES)
    places = assign(list(_items(documents(), states)), shares, seed, by)
    return places, Plan(NAMES[len(shares)], {p.article: p.split for p in places}, shards)


def _items(documents: Iterable[Document], states: frozenset[str]) -> Iterator[Item]:
    seen: set[str] = set()
    for document in documents:
        for article in document.articles:
            wanted = not states or document.progress_of(article.id).state in states
            if wanted and article.id not in seen:
                seen.add(article.id)
                labels = Counter(span.label for span in document.spans_in(article))
                yield Item(article.id, document.page.id, read(document.page, article).text, labels)
