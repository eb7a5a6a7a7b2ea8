"""What is open of the proposals of an article follows the tags one change after the other."""

from hypothesis import given
from hypothesis import strategies as st

from tests.operations.conftest import NOON
from tui.model import Article, Block, Corrections, Document, Page, Progress, RefusedPin, Span, order
from tui.operations.proposals.articles import example_of
from tui.operations.proposals.open_candidates import OpenCandidates
from tui.suggest.candidate import Candidate
from tui.suggest.still_open import still_open

TEXT = "柳湾车队今年新增8台，双桥车队新增9台。"
ARTICLE = Article(
    id="p#1", page="p", blocks=(Block(role="paragraph", segments=((0, len(TEXT)),)),), kind="news"
)
PAGE = Document(
    page=Page(id="p", path="p.txt", text=TEXT, encoding="utf-8", sha256=""),
    annotator="ling",
    articles=(ARTICLE,),
)

ranges = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 6)).map(
    lambda found: (found[0], min(len(TEXT), sum(found)))
)
labels = st.sampled_from(["ORG", "METRIC", "LOC"])
candidates = st.builds(
    lambda place, label, score, maker: Candidate(place[0], place[1], label, score, maker),
    ranges,
    labels,
    st.sampled_from([0.3, 0.6, 0.9]),
    st.sampled_from(["rules", "nested"]),
)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = draw(ranges)
    id_ = str(draw(st.integers(0, 10**9)))
    label = draw(labels)
    return Span(
        id=id_, label=label, segments=((start, end),), text=TEXT[start:end], created=NOON, updated=NOON
    )


@st.composite
def versions(draw: st.DrawFn) -> list[Document]:
    """Versions of a page: tags come and go, one is refused, the article is finished and taken up again."""
    document, found = PAGE, [PAGE]
    for step in draw(st.lists(st.sampled_from(["tag", "remove", "refuse", "finish"]), max_size=12)):
        if step == "tag":
            document = document.replaced(spans=tuple(sorted((*document.spans, draw(spans())), key=order)))
        elif step == "remove" and document.spans:
            gone = draw(st.sampled_from(document.spans))
            document = document.replaced(spans=tuple(span for span in document.spans if span is not gone))
        elif step == "refuse":
            start, end = draw(ranges)
            pin = RefusedPin(
                label=draw(labels),
                segments=((start, end),),
                text=TEXT[start:end],
                annotator=draw(st.sampled_from(["", "ling", "bo"])),
                everywhere=draw(st.booleans()),
            )
            document = document.replaced(
                corrections=Corrections(refused=(*document.corrections.refused, pin))
            )
        elif step == "finish":
            state = "todo" if document.progress else "done"
            document = document.replaced(progress={"p#1": Progress(state="done")} if state == "done" else {})
        found.append(document)
    return found


@given(st.lists(candidates, max_size=12), versions())
def test_it_is_at_each_version_what_it_is_looked_at_from_the_beginning(
    found: list[Candidate], documents: list[Document]
) -> None:
    follower = OpenCandidates("p#1", found)
    for document in documents:
        assert list(follower.on(document)) == still_open(found, example_of(document, ARTICLE, ()))


def test_of_an_article_that_is_gone_nothing_is_open() -> None:
    follower = OpenCandidates("p#1", [Candidate(0, 4, "ORG")])
    assert follower.on(PAGE)
    assert follower.on(PAGE.replaced(articles=())) == ()


def refused(at: int, *, everywhere: bool, annotator: str = "") -> Document:
    text = TEXT[at : at + 2]
    pin = RefusedPin(
        label="ORG", segments=((at, at + 2),), text=text, annotator=annotator, everywhere=everywhere
    )
    return PAGE.replaced(corrections=Corrections(refused=(pin,)))


def test_what_was_refused_at_a_place_is_open_elsewhere_and_with_other_labels() -> None:
    found = [Candidate(0, 2, "ORG"), Candidate(4, 6, "ORG"), Candidate(7, 9, "LOC")]
    follower = OpenCandidates("p#1", found)
    assert follower.on(PAGE) == tuple(found)
    assert follower.on(refused(4, everywhere=False)) == (found[0], found[2])
    assert follower.on(refused(7, everywhere=False)) == tuple(found)
    assert follower.on(refused(4, everywhere=False, annotator="bo")) == tuple(found)


def test_what_was_refused_everywhere_is_open_nowhere() -> None:
    text = TEXT[0:2]
    again = TEXT.find(text, 1)
    found = [Candidate(at, at + 2, "ORG") for at in (0, again) if at >= 0]
    follower = OpenCandidates("p#1", [*found, Candidate(4, 6, "ORG")])
    assert follower.on(refused(0, everywhere=True)) == (Candidate(4, 6, "ORG"),)
