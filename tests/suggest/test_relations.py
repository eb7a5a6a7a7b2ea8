"""What a metric may be related to: tags, proposals that would become tags, and words that nobody tagged."""

from math import exp

import pytest

from tests.store.building import NOON
from tui.model import DEFAULT_RELATIONS, Article, Block, Document, Page, RelationType, Span
from tui.suggest.candidate import Candidate
from tui.suggest.proposal import Proposal
from tui.suggest.relation_history import relation_history
from tui.suggest.relations import linked, with_proposals
from tui.suggest.tail_evidence import PROPOSED
from tui.text.offsets import Reading, read

TEXT = "全市去年青禾镇总工会新建工会36家。"
TYPES = {type_.id: type_ for type_ in DEFAULT_RELATIONS}


def span(text: str, label: str) -> Span:
    at = TEXT.index(text)
    segments = ((at, at + len(text)),)
    return Span(id=text, label=label, segments=segments, text=text, created=NOON, updated=NOON)


def document(*tags: tuple[str, str]) -> Document:
    page = Page(id="p", path="seeds/p.txt", text=TEXT, encoding="utf-8", sha256="0" * 64)
    block = Block(role="paragraph", segments=((0, len(TEXT)),))
    spans = sorted((span(*tag) for tag in tags), key=lambda each: each.start)
    article = Article(id="p#1", page="p", kind="news", blocks=(block,))
    return Document(page=page, annotator="ling", articles=(article,), spans=tuple(spans))


def reading_of(given: Document) -> Reading:
    return read(given.page, given.articles[0])


def candidate(text: str, label: str, score: float, maker: str = "rules") -> Candidate:
    at = TEXT.index(text)
    return Candidate(at, at + len(text), label, score, maker)


def proposal(text: str, label: str) -> Proposal:
    at = TEXT.index(text)
    return Proposal("p#1", "p", label, text, ((at, at + len(text)),), "rule", 0.3, {})


@pytest.mark.parametrize(
    ("one", "is_there"),
    [
        (candidate("青禾镇总工会", "ORG", 0.5), True),
        (candidate("青禾镇总工会", "ORG", 0.49), False),
        (candidate("工会", "INDICATOR", 0.1, "indicators"), True),
        (candidate("工会", "INDICATOR", 0.1, "names"), False),
        (candidate("全市", "LOC", 0.1), True),
    ],
)
def test_what_is_proposed_stands_among_the_tags_where_it_may_be_a_tail(
    one: Candidate, is_there: bool
) -> None:
    given = document(("36家", "METRIC"))
    (*added, metric) = with_proposals(given, reading_of(given), [one]).spans
    assert metric.id == "36家"
    assert [(each.label, each.segments, each.text, each.score) for each in added] == (
        [(one.label, (one.range,), TEXT[slice(*one.range)], one.score)] if is_there else []
    )
    assert all(each.id.startswith(PROPOSED) for each in added)


def test_the_head_is_there_once_whether_it_is_proposed_or_not() -> None:
    head = proposal("36家", "METRIC")
    for given, proposed in (
        (document(), [candidate("36家", "METRIC", 0.9)]),
        (document(), [candidate("36家", "METRIC", 0.4)]),
        (document(), []),
    ):
        found = with_proposals(given, reading_of(given), proposed, [head]).spans
        assert [(each.label, each.text) for each in found] == [("METRIC", "36家")]
    both = with_proposals(document(("36家", "ORG")), reading_of(document()), [], [head]).spans
    assert sorted(each.label for each in both) == ["METRIC", "ORG"]


def test_each_relation_that_has_a_role_and_fits_the_head_leads_somewhere() -> None:
    given = document(("36家", "METRIC"), ("青禾镇总工会", "ORG"), ("去年", "TIME"))
    reading = reading_of(given)
    given = with_proposals(given, reading, [candidate("新建工会", "INDICATOR", 0.8)])
    types = [
        *TYPES.values(),
        RelationType(id="other", key="x"),
        RelationType(id="mine", key="y", role="subject", heads=("ORG",), tails=("LOC",)),
        RelationType(id="open", key="z", role="period"),
    ]
    history = {type_.id: relation_history([], type_.id) for type_ in types}
    found = linked(given, given.articles[0], reading, given.spans_by_id["36家"], types, history)
    assert set(found) == {*(type_.id for type_ in DEFAULT_RELATIONS if type_.role), "open"}
    subject, indicator = found["subject"][0], found["indicator"][0]
    assert (subject.label, subject.tail_label, subject.surface) == ("subject", "ORG", "青禾镇总工会")
    assert subject.span == given.spans_by_id["青禾镇总工会"]
    assert (indicator.tail_label, indicator.surface, indicator.span) == ("INDICATOR", "新建工会", None)
    assert indicator.segments == ((10, 14),)
    assert [one.score for one in found["subject"]] == sorted(
        (one.score for one in found["subject"]), reverse=True
    )


def test_words_without_a_tag_get_the_first_label_that_the_relation_leads_to() -> None:
    given = document(("36家", "METRIC"))
    reading, head = reading_of(given), given.spans[0]
    types = [TYPES["period"], RelationType(id="open", key="z", role="period")]
    history = {type_.id: relation_history([], type_.id) for type_ in types}
    found = linked(given, given.articles[0], reading, head, types, history)
    ((period,), (open_,)) = (found["period"], found["open"])
    assert (period.surface, period.tail_label, period.segments, period.span) == (
        "去年",
        "TIME",
        ((2, 4),),
        None,
    )
    assert (open_.surface, open_.tail_label) == ("去年", "")
    assert period.as_dict() == {
        **{"label": "period", "surface": "去年", "segments": ((2, 4),)},
        "score": round(period.score, 3),
    }


def test_a_score_is_a_share_and_half_where_a_tail_is_as_likely_as_none() -> None:
    given = document(("36家", "METRIC"), ("青禾镇总工会", "ORG"), ("全市", "LOC"))
    reading, head, type_ = reading_of(given), given.spans_by_id["36家"], TYPES["subject"]
    history = {"subject": relation_history([], "subject")}
    found = linked(given, given.articles[0], reading, head, [type_], history)["subject"]
    from tui.suggest.tail_ranking import ranked_tails

    ranked = ranked_tails(given, given.articles[0], reading, head, type_, history["subject"])
    assert [one.score for one in found] == pytest.approx(
        [1 / (1 + exp((3 - tail.score) / 1.5)) for tail in ranked]
    )
