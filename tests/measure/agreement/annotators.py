"""Two annotators of one text: tags that nest, overlap and leave gaps, and sides without any."""

from hypothesis import strategies as st

from tests.store.building import document_of, page_of, span_of
from tui.model import Document, Page, Progress, Span, State

TEXT = "临溪县总工会三月新建工会组织36家，会员一千二百人。\n望津市总工会说，去年增长百分之五。\n"
PAGE = page_of(TEXT)
LABELS = ("ORG", "LOC", "METRIC")
Tags = frozenset[tuple[str, tuple[tuple[int, int], ...]]]


@st.composite
def places(draw: st.DrawFn, *, gaps: bool) -> tuple[tuple[int, int], ...]:
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, min(start + 8, len(TEXT))))
    if gaps and draw(st.booleans()) and end - start > 2:
        return (start, start + 1), (end - 1, end)
    return ((start, end),)


@st.composite
def tags(draw: st.DrawFn, *, gaps: bool = True) -> Tags:
    """Each label at a place once."""
    return draw(st.frozensets(st.tuples(st.sampled_from(LABELS), places(gaps=gaps)), max_size=12))


@st.composite
def flat_tags(draw: st.DrawFn) -> Tags:
    """Tags of one annotator that do not touch each other."""
    found, at = [], draw(st.integers(0, 4))
    while at < len(TEXT) - 5:
        end = at + draw(st.integers(1, 4))
        found.append((draw(st.sampled_from(LABELS)), ((at, end),)))
        at = end + draw(st.integers(1, 6))
    return frozenset(found)


@st.composite
def pairs(draw: st.DrawFn, *, gaps: bool = True) -> tuple[Tags, Tags]:
    """The second copies some of the first's, so that there is something to agree on."""
    one = draw(tags(gaps=gaps))
    kept = draw(st.frozensets(st.sampled_from(sorted(one)))) if one else frozenset()
    return one, kept | draw(tags(gaps=gaps))


def annotated(name: str, wanted: Tags, state: State = "done", page: Page = PAGE) -> Document:
    spans = spans_of(wanted, page)
    progress = {"p#1": Progress(state=state)}
    return document_of(page, *spans, progress=progress).replaced(annotator=name)


def spans_of(wanted: Tags, page: Page = PAGE) -> list[Span]:
    return [
        span_of(page, f"{number:02}", *where, label=label)
        for number, (label, where) in enumerate(sorted(wanted))
    ]
