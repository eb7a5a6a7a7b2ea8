"""Pages whose articles have many blocks, and anything that can stand on them."""

import hashlib
from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st

from tests.store.building import attributes, moments, progresses, span_of, words
from tui.model import (
    ROLES,
    Article,
    Block,
    Document,
    Page,
    Relation,
    Span,
    order,
)
from tui.text.offsets import read

ALPHABET = "临溪县工会新建36家%。“”[@#*]\r\n\u3000 \u2028\u2029\x85\x1c😀𠮷a\t"

# Strategies that depend on nothing are made once: to make one takes as long as to draw from it.
TEXTS = st.text(ALPHABET, min_size=8, max_size=60)
FIELDS = st.fixed_dictionaries(
    {"label": st.sampled_from(["ORG", "METRIC", "OTHER"]), "created": moments, "updated": moments},
    optional={
        "attributes": attributes,
        "note": words,
        "annotator": words,
        "origin": st.sampled_from(["manual", "rule", "model", "import"]),
        "score": st.none() | st.floats(0, 1),
        "unknown": st.fixed_dictionaries({"certainty": st.integers(0, 3) | st.lists(words, max_size=2)}),
    },
)
NAMES = st.lists(st.text("ab𠮷", min_size=1, max_size=3), unique=True, max_size=8)
OWNERS, ROLE, JOINS = st.sampled_from([0, 0, 1, 2, 2]), st.sampled_from(ROLES), st.booleans()


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, tuple[Article, ...]]:
    """A page cut into pieces that go to one of two articles or to none; a block may have several pieces."""
    text = draw(TEXTS)
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = Page(id="p", path="seeds/p.txt", text=text, encoding="utf-8", sha256=digest)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=9)))
    pieces = [(a, b - 1) for a, b in pairwise(cuts) if b - 1 > a]
    owners = draw(st.lists(OWNERS, min_size=len(pieces), max_size=len(pieces)))
    articles = []
    for number in (1, 2):
        blocks: list[Block] = []
        for piece, owner in zip(pieces, owners, strict=True):
            if owner != number:
                continue
            role = draw(ROLE)
            joins = draw(JOINS)
            if blocks and joins:
                blocks[-1] = Block(role=role, segments=(*blocks[-1].segments, piece))
            else:
                blocks.append(Block(role=role, segments=(piece,)))
        if blocks:
            articles.append(Article(id=f"p#{number}", page="p", kind="news", blocks=tuple(blocks)))
    return page, tuple(articles)


@st.composite
def spans(draw: st.DrawFn, page: Page, articles: tuple[Article, ...], span_id: str) -> Span:
    """A span anywhere on the page, or, more often, one that is exactly a part of a block."""
    cuts = sorted(draw(st.sets(st.integers(0, len(page.text)), min_size=2, max_size=4)))
    where = tuple(zip(cuts[: len(cuts) // 2 * 2 : 2], cuts[1::2], strict=True))
    blocks = [block for article in articles for block in article.blocks]
    fits = draw(JOINS)
    if blocks and fits:
        offsets = [at for a, b in draw(st.sampled_from(blocks)).segments for at in range(a, b)]
        start = draw(st.integers(0, len(offsets) - 1))
        end = draw(st.integers(start + 1, len(offsets)))
        chosen = offsets[start:end]
        starts = [at for at in chosen if at - 1 not in chosen]
        where = tuple((a, next(b for b in range(a + 1, a + 99) if b not in chosen)) for a in starts)
    return span_of(page, span_id, *where, **draw(FIELDS))


def _differ_in_blanks(texts: list[str]) -> bool:
    return len(set(texts)) > len({"".join(text.split()) for text in texts})


@st.composite
def documents(draw: st.DrawFn) -> Document:
    page, articles = draw(pages())
    # A format without blanks cannot say which of two articles it means that differ in blanks alone.
    assume(not _differ_in_blanks([read(page, article).text for article in articles]))
    names = draw(NAMES)
    every = [draw(spans(page, articles, name)) for name in names]
    lost = draw(st.integers(0, min(2, len(every))))
    standing = every[lost:]
    ids = st.sampled_from([span.id for span in standing]) if standing else st.nothing()
    links = draw(st.lists(st.tuples(ids, ids), max_size=4)) if standing else []
    known = st.sampled_from([article.id for article in articles]) if articles else st.nothing()
    return Document(
        page=page,
        annotator="ling",
        articles=articles,
        spans=tuple(sorted(standing, key=order)),
        orphans=tuple(span.replaced(text=span.text + "不") for span in every[:lost]),
        relations=tuple(
            Relation(id=f"r{number}", label="subject", head=head, tail=tail)
            for number, (head, tail) in enumerate(links)
        ),
        progress=draw(st.dictionaries(known, progresses)) if articles else {},
    )
