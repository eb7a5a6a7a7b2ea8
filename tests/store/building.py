"""Documents to store: small ones by hand, and any that can be by hypothesis."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from tui.model import (
    STATES,
    Article,
    Block,
    Division,
    Document,
    Page,
    Progress,
    Relation,
    Span,
    merge,
    order,
    surface,
)
from tui.store.files.repair import Tell
from tui.store.project import Project

TEXT = "临溪县工会\n三月新建工会组织36家，\n职工𠮷某😀说好。\n"
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def page_of(text: str = TEXT, page_id: str = "p") -> Page:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(id=page_id, path=f"seeds/{page_id}.txt", text=text, encoding="utf-8", sha256=digest)


def division_of(page: Page, *starts: int) -> Division:
    """Articles from each start to the next; one of the whole page where none is named."""
    borders = [*(starts or (0,)), len(page.text)]
    return Division(
        articles=tuple(
            Article(
                id=f"{page.id}#{number}",
                page=page.id,
                kind="news",
                blocks=(Block(role="paragraph", segments=((borders[number - 1], borders[number]),)),),
            )
            for number in range(1, len(borders))
        )
    )


def span_of(page: Page, span_id: str, *segments: tuple[int, int], **fields: Any) -> Span:
    text = surface(page.text, segments)
    made: dict[str, Any] = {"label": "ORG", "text": text, "created": NOON, "updated": NOON} | fields
    return Span(id=span_id, segments=segments, **made)


def document_of(page: Page, *spans: Span, **fields: Any) -> Document:
    made = {"articles": division_of(page).articles} | fields
    return Document(page=page, annotator="ling", spans=tuple(sorted(spans, key=order)), **made)


def opened(project: Project, page_id: str, tell: Tell) -> Document:
    """A document as the app opens it."""
    return project.documents.open(project.page(page_id), project.annotator, tell)


zones = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30))])
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=zones)
words = st.text(st.characters(exclude_categories=()), max_size=6)
ids = st.text(st.characters(codec="utf-8"), min_size=1, max_size=4)
progresses = st.builds(
    Progress,
    state=st.sampled_from(STATES),
    note=words,
    seconds=st.integers(0, 10**6),
    updated=st.none() | moments,
)
attributes = st.dictionaries(
    ids, st.none() | st.booleans() | st.integers(-(10**20), 10**20) | words, max_size=3
)


@st.composite
def segments(draw: st.DrawFn, length: int) -> tuple[tuple[int, int], ...]:
    cuts = draw(st.sets(st.integers(0, length), min_size=2, max_size=6))
    ends = sorted(cuts)[: len(cuts) // 2 * 2]
    return merge(tuple(zip(ends[::2], ends[1::2], strict=True)))


@st.composite
def spans(draw: st.DrawFn, page: Page, span_id: str) -> Span:
    where = draw(segments(len(page.text)))
    fields = st.fixed_dictionaries(
        {"label": ids, "created": moments, "updated": moments},
        optional={
            "attributes": attributes,
            "note": words,
            "annotator": words,
            "origin": st.sampled_from(["manual", "rule", "lexicon", "model", "import"]),
            "score": st.none() | st.floats(0, 1),
            "unknown": st.fixed_dictionaries({"x-later": st.none() | words | st.lists(st.integers())}),
        },
    )
    return span_of(page, span_id, *where, **draw(fields))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    page = page_of(draw(st.text(st.characters(codec="utf-8"), min_size=2, max_size=30)))
    names = draw(st.lists(ids, unique=True, max_size=8))
    every = [draw(spans(page, name)) for name in names]
    lost = draw(st.integers(0, len(every)))
    orphans = tuple(span.replaced(text=span.text + "不") for span in every[:lost])
    standing = every[lost:]
    ends = st.sampled_from([span.id for span in standing]) if standing else st.nothing()
    links = draw(st.dictionaries(ids, st.tuples(ids, ends, ends), max_size=3)) if standing else {}
    relations = tuple(
        Relation(id=key, label=label, head=head, tail=tail) for key, (label, head, tail) in links.items()
    )
    articles = division_of(page, 0, 1).articles
    known = st.sampled_from([article.id for article in articles])
    return document_of(
        page,
        *standing,
        articles=articles,
        orphans=orphans,
        relations=relations,
        progress=draw(st.dictionaries(known | ids, progresses, max_size=3)),
    )
