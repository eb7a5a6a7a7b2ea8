"""Merges what another program said of an article into a document."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from tui.edit import SetProgress
from tui.edit.values import with_value
from tui.formats.common.flat_article import Link, Mark
from tui.formats.common.merging import DocumentMerger, made_id
from tui.model import Progress, Relation, Segment, Span, State, surface

SAID = ("attributes", "note")
"""What must not be otherwise where another program's tag is there already; saying nothing is allowed."""


class Adopted(NamedTuple):
    """What another program tagged, at its source segments; whether its id is one of ours to keep."""

    mark: Mark
    segments: tuple[Segment, ...]
    keeps_id: bool


def adopt(merger: DocumentMerger, found: Sequence[Adopted], links: Sequence[Link], when: datetime) -> None:
    """Take what another program said of an article: a tag is there if its label and place are.

    Args:
        found: tags at their segments.
        links: between the ids that these have in the other program.
    """
    ids: dict[str, str] = {}
    for adopted in found:
        known = merger.spans_by_place.get((adopted.mark.label, adopted.segments))
        said = _span(merger, adopted, when)
        span = with_value(said, merger.labels, merger.metrics)
        ids[adopted.mark.id] = (known or span).id
        if known is None:
            merger.add_span(span)
        else:
            same = _says_no_more(said, known) or _says_no_more(span, known)
            merger.settle("span", span.id, span.text, same)
    for link in links:
        _take_link(merger, link._replace(head=ids.get(link.head, ""), tail=ids.get(link.tail, "")))


def adopt_state(merger: DocumentMerger, article: str, state: State) -> None:
    """Take how far an article is, where the project says nothing of it."""
    known = merger.base.progress.get(article)
    if known is None and state != "todo":
        merger.apply(SetProgress(article=article, progress=Progress(state=state)), "state")
    elif known is not None:
        merger.settle("state", article, state, known.state == state)


def adopt_labels(merger: DocumentMerger, article: str, labels: Mapping[str, tuple[str, ...]]) -> None:
    """Take what an article is labelled with: each label of which the project does not say something else."""
    known = merger.base.progress.get(article, Progress())
    for label, values in labels.items():
        said = known.labels.get(label)
        if said is None:
            known = known.replaced(labels={**known.labels, label: values})
            merger.apply(SetProgress(article=article, progress=known), "article_label")
        else:
            text = f"{label}: {'、'.join(values)}"
            merger.settle("article_label", article, text, {*said} == {*values})


def _span(merger: DocumentMerger, adopted: Adopted, when: datetime) -> Span:
    mark, segments = adopted.mark, adopted.segments
    taken = merger.spans_by_id
    keeps_id = adopted.keeps_id and mark.id and mark.id not in taken
    return Span(
        id=mark.id if keeps_id else made_id(f"{mark.label}\0{segments}", taken),
        label=mark.label,
        segments=segments,
        text=surface(merger.base.page.text, segments),
        attributes=mark.attributes,
        note=mark.note,
        origin="import",
        score=mark.score,
        created=when,
        updated=when,
    )


def _says_no_more(span: Span, known: Span) -> bool:
    """Tell whether all that an imported tag says is said by the one that is there."""
    return all(getattr(span, name) in (getattr(known, name), {}, "") for name in SAID)


def _take_link(merger: DocumentMerger, link: Link) -> None:
    if link[1:] in merger.links:
        merger.report.there["relation"] += 1
    elif not {link.head, link.tail} <= merger.standing:
        merger.refuse("relation", link.id, link.label, "ends")
    else:
        taken = merger.relations_by_id
        key = link.id if link.id and link.id not in taken else made_id("\0".join(link[1:]), taken)
        merger.add_relation(Relation(id=key, label=link.label, head=link.head, tail=link.tail))
