"""Proposals by rule, and which of them are still open."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Article, Block, Corrections, Document, Page, RefusedPin, Span
from tui.model.page import Role
from tui.quantities.periods import base_of
from tui.suggest.proposal import Proposal, open_proposals
from tui.suggest.rules import by_rule
from tui.text.offsets import read

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TEXT = "今年上半年新建工会\n36家，入会率\n不低于15%。"


def document(text: str = TEXT) -> Document:
    page = Page(id="p", path="seeds/p.txt", text=text, encoding="utf-8", sha256="0" * 64)
    at, segments = 0, []
    for line in text.split("\n"):
        if line:
            segments.append((at, at + len(line)))
        at += len(line) + 1
    role: Role = "paragraph"
    block = Block(role=role, segments=tuple(segments) or ((0, len(text)),))
    return Document(
        page=page, annotator="ling", articles=(Article(id="p#1", page="p", kind="news", blocks=(block,)),)
    )


def proposals(given: Document) -> list[Proposal]:
    article = given.articles[0]
    return list(by_rule(article, read(given.page, article), base=base_of("2023")))


def test_quantities_and_times_are_proposed_in_reading_order() -> None:
    found = proposals(document())
    assert [(p.label, p.surface, p.origin) for p in found] == [
        ("TIME", "今年上半年", "rule"),
        ("METRIC", "36家", "rule"),
        ("METRIC", "不低于15%", "rule"),
    ]
    assert found[0].attributes == {"interval": "2023-01-01/2023-06-30"}
    assert (found[2].attributes["value"], found[2].attributes["comparator"]) == ("15", "ge")
    assert all(0 < p.score <= 1 for p in found)


def test_a_quantity_without_a_unit_is_less_sure_unless_it_is_a_share() -> None:
    found = proposals(document("其中三分之一的人、36家和超过1200，另有1.2万。"))
    assert [(p.surface, p.score) for p in found] == [
        ("三分之一", 0.95),
        ("36家", 0.95),
        ("超过1200", 0.7),
        ("1.2万", 0.7),
    ]


def test_what_counts_the_days_of_a_time_is_no_quantity() -> None:
    found = proposals(document("近五年建成12座，三天前又开工2座，历时三年。"))
    assert [(p.label, p.surface) for p in found] == [
        ("TIME", "近五年"),
        ("METRIC", "12座"),
        ("TIME", "三天前"),
        ("METRIC", "2座"),
        ("METRIC", "三年"),
    ]


def test_a_quantity_across_a_line_break_has_two_segments() -> None:
    given = document("共新建36\n家工会。")
    (metric,) = proposals(given)
    assert metric.segments == ((3, 5), (6, 7))
    assert metric.surface == "36家"


def test_what_is_tagged_or_refused_is_not_proposed_again() -> None:
    given = document()
    found = proposals(given)
    tag = Span(id="a", label="METRIC", segments=found[1].segments, text="36家", created=NOON, updated=NOON)
    refused = RefusedPin(label="METRIC", segments=found[2].segments, text=found[2].surface)
    decided = given.replaced(spans=(tag,), corrections=Corrections(refused=(refused,)))
    assert list(open_proposals(found, decided)) == [found[0]]


def test_a_tag_of_another_label_leaves_a_proposal_open() -> None:
    given = document()
    found = proposals(given)
    tag = Span(id="a", label="ORG", segments=found[1].segments, text="36家", created=NOON, updated=NOON)
    assert list(open_proposals(found, given.replaced(spans=(tag,)))) == found


@given(st.lists(st.sampled_from("36万家5%今年第至\n。新"), min_size=1, max_size=30).map("".join))
def test_a_proposal_is_the_text_at_its_segments(text: str) -> None:
    given = document(text)
    if text.strip("\n"):
        for proposal in proposals(given):
            assert "".join(text[a:b] for a, b in proposal.segments) == proposal.surface
