"""The usual annotation file, read in one go: see `tui.store.records.typed_tables`.

All that a file may say beyond the usual is left to `tui.store.records.decode`, which reads record by record:
unknown fields, tags that moved, relations that hang in the air, a key that is there twice, another version.
Of a file that is read here, both make the same document.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from operator import lt
from typing import Any, TypeVar

from tui.errors import SegmentsError
from tui.model import Division, Page, Progress, Relation, Segment, Span, order, surface
from tui.model.segments import check
from tui.model.values import Frozen, Record, from_columns
from tui.store.records.kept import VERSION, Kept, Numbers, placed_progress
from tui.store.records.typed_tables import Columns, columns_of, tables_in

LARGEST = 10**18

Shape = TypeVar("Shape", bound=Record)


class Usual(Frozen, frozen=True):
    """The records of a usual file.

    Attributes:
        tables: by the numbers of the records.
        ranks: by the place of each tag in the columns, its place in the table.
        spans: in the order of `tui.model.span.order`.
    """

    tables: Any
    ranks: Sequence[int]
    spans: Columns
    relations: Columns


def usual_fields(
    data: bytes, page: Page, division: Division, kept: Kept | None = None
) -> dict[str, Any] | None:
    """Return what a file adds to the document of a page, as `Reader.fields` does.

    Args:
        data: the bytes of the file.
        kept: is filled on the way; of no use where nothing is returned. None: nobody will save the document.

    Returns:
        None: something in the file is unusual, or wrong.
    """
    usual = usual_records(data, page)
    progress = None if usual is None else progress_of(usual, division, kept or Kept())
    if usual is None or progress is None:
        return None
    if kept is not None:
        _keep(usual, kept)
    return {
        "spans": tuple(_values(Span, {**usual.spans, **_shared(usual.spans)})),
        "relations": tuple(_values(Relation, usual.relations)),
        "progress": progress,
    }


def _keep(usual: Usual, kept: Kept) -> None:
    """Note the numbers of the records, by which they are saved."""
    ((number, kept.meta),) = usual.tables.meta.items()
    kept.numbers["meta"] = _numbers([""], [number])
    numbers = [*usual.tables.spans]
    kept.numbers["spans"] = _numbers(usual.spans.get("id", ()), [numbers[rank] for rank in usual.ranks])
    kept.numbers["relations"] = _numbers(usual.relations.get("id", ()), usual.tables.relations)
    kept.numbers["articles"].taken.update(usual.tables.articles)


def usual_records(data: bytes, page: Page) -> Usual | None:
    """Return the records of a file; None: something in it is unusual, or wrong."""
    tables = tables_in(data)
    if tables is None or len(tables.meta) != 1:
        return None
    (meta,) = tables.meta.values()
    if meta.get("version") != VERSION or meta.get("sha256") != page.sha256:
        return None
    if not all(map(_ascend, (tables.meta, tables.spans, tables.relations, tables.articles))):
        return None
    tags = [*tables.spans.values()]
    if (ranks := _ranks(tags)) is None:
        return None
    spans, relations = columns_of([tags[rank] for rank in ranks]), columns_of(tables.relations.values())
    ids, related = {*spans.get("id", ())}, {*relations.get("id", ())}
    is_each_once = len(ids) == len(tables.spans) and len(related) == len(tables.relations)
    ends = chain(relations.get("head", ()), relations.get("tail", ()))
    if not is_each_once or not ids.issuperset(ends) or not _all_stand(spans, page.text):
        return None
    return Usual(tables, ranks, spans, relations)


def _ascend(rows: Mapping[int, Any]) -> bool:
    """Tell whether the numbers of records ascend, and are such as the program gives."""
    numbers = [*rows]
    return not numbers or (numbers[0] > 0 and numbers[-1] < LARGEST and sorted(numbers) == numbers)


def _numbers(keys: Iterable[Any], rows: Iterable[int]) -> Numbers:
    """Return the numbers of records by their keys."""
    known = dict(zip(keys, rows, strict=True))
    return Numbers(known, {*known.values()})


def progress_of(usual: Usual, division: Division, kept: Kept) -> dict[str, Progress] | None:
    """Return the progress by article; None: an article has two."""
    rows = usual.tables.articles
    columns = columns_of(rows.values())
    records = zip(
        rows, columns.get("article", ()), columns.get("start", ()), _values(Progress, columns), strict=True
    )
    found, others = placed_progress([*records], division, kept)
    return None if others else found


def _all_stand(spans: Columns, text: str) -> bool:
    """Tell whether the text of each tag stands where it says."""
    places, texts = spans.get("segments", ()), spans.get("text", ())
    try:
        pieces = [piece for (piece,) in places]
    except ValueError:  # a tag has a gap, as few have
        return all(map(_stands, repeat(text), places, texts))
    if not pieces:
        return True
    starts, ends = zip(*pieces, strict=True)
    are_places = min(starts) >= 0 and max(ends) <= len(text) and all(map(lt, starts, ends))
    return are_places and [text[start:end] for start, end in pieces] == [*texts]


def _stands(text: str, segments: tuple[Segment, ...], said: str) -> bool:
    """Tell whether a tag's text stands where it says."""
    try:
        return check(segments)[-1][1] <= len(text) and surface(text, segments) == said
    except SegmentsError:
        return False


def _ranks(tags: Sequence[Any]) -> list[int] | None:
    """Return the numbers of tags as `order` has them, by where they begin; None: one stands nowhere."""
    try:
        starts = [tag.segments[0][0] for tag in tags]
    except IndexError:
        return None
    ranks = sorted(range(len(starts)), key=starts.__getitem__)
    begun = [starts[rank] for rank in ranks]
    if not all(map(lt, begun, begun[1:])):  # that does not say it all
        ranks.sort(key=lambda rank: order(tags[rank]))
    return ranks


def _values(shape: type[Shape], columns: Columns) -> list[Shape]:
    """Return the values whose fields stand in columns."""
    if not columns:
        return []
    count = len(next(iter(columns.values())))
    return from_columns(shape, {**columns, "unknown": [{}] * count})


def _shared(columns: Columns) -> Columns:
    """Return the columns in which most values are the same: one object stands for all that are equal."""
    if not columns:
        return {}
    labels, nothing = dict[str, str](), dict[str, Any]()
    moments = zip(columns["created"], columns["updated"], strict=True)
    return {
        "label": [*map(labels.setdefault, columns["label"], columns["label"])],
        "attributes": [said or nothing for said in columns["attributes"]],
        "updated": [created if updated == created else updated for created, updated in moments],
    }
