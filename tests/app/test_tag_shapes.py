"""What becomes of tags that are reshaped, cut, joined, copied: tags and relations after the step."""

from itertools import count
from typing import Any

import pytest

from tests.store.building import NOON, page_of
from tests.store.building import document_of as document_on
from tests.store.building import span_of as span_on
from tui.app.workspace.documents import OpenArticle, TagSchema
from tui.app.workspace.tag_shapes import TagShapes
from tui.edit import Session, Step
from tui.errors import ChangeError
from tui.model import Article, Block, Relation, Segment, Span
from tui.model.labels import DEFAULT_LABELS

PAGE = page_of("甲县总工会和乙县总工会。\n丙县总工会有会员36家。\n")
LATER = NOON.replace(hour=18)
BLOCKS = ((0, 12), (13, 25))


def shapes(*spans: Span, relations: tuple[Relation, ...] = ()) -> TagShapes:
    blocks = tuple(Block(role="paragraph", segments=(block,)) for block in BLOCKS)
    article = Article(id="p#1", page="p", kind="news", blocks=blocks)
    document = document_on(PAGE, *spans, articles=(article,), relations=relations)
    numbers = count(1)
    session = Session(document, clock=lambda: LATER, new_id=lambda: f"new{next(numbers)}")
    opened = OpenArticle(session, article, "segmented")
    return TagShapes(opened, opened.view(), TagSchema(DEFAULT_LABELS, {}))


def span(id_: str, *segments: Segment, label: str = "ORG", **fields: Any) -> Span:
    return span_on(PAGE, id_, *segments, label=label, **fields)


def relation(id_: str, head: str, tail: str) -> Relation:
    return Relation(id=id_, label="any", head=head, tail=tail)


def tags(made: TagShapes, step: Step) -> list[tuple[str, str, str]]:
    """What is tagged after a step: ids, labels, texts."""
    made.opened.session.apply(step)
    return [(span.id, span.label, span.text) for span in made.opened.document.spans]


# Cutting


def test_a_cut_tag_keeps_its_beginning_and_the_rest_becomes_a_new_tag_without_the_note() -> None:
    made = shapes(span("a", (0, 5), note="?", attributes={"certainty": "unsure"}))
    step = made.cut(made.opened.document.spans[0], 2)
    assert (step.kind, step.subject, step.at, step.label) == ("split", "甲县总工会", 0, "ORG")
    assert tags(made, step) == [("a", "ORG", "甲县"), ("new1", "ORG", "总工会")]
    first, second = made.opened.document.spans
    assert (first.note, second.note) == ("?", "")
    assert first.attributes == second.attributes == {"certainty": "unsure"}
    assert (first.created, second.created) == (NOON, LATER)


@pytest.mark.parametrize(
    ("at", "parts"),
    [
        (1, [((0, 1),), ((1, 2), (6, 8))]),
        (2, [((0, 2),), ((6, 8),)]),
        (4, [((0, 2),), ((6, 8),)]),
        (6, [((0, 2),), ((6, 8),)]),
        (7, [((0, 2), (6, 7)), ((7, 8),)]),
    ],
)
def test_a_tag_of_two_parts_is_cut_in_either_or_between_them(
    at: int, parts: list[tuple[Segment, ...]]
) -> None:
    made = shapes(span("a", (0, 2), (6, 8)))
    made.opened.session.apply(made.cut(made.opened.document.spans[0], at))
    assert [each.segments for each in made.opened.document.spans] == parts


@pytest.mark.parametrize("at", [0, 5, 9])
def test_a_tag_is_not_cut_at_its_edges_or_outside(at: int) -> None:
    made = shapes(span("a", (0, 5)))
    with pytest.raises(ChangeError, match="the cursor is not inside “甲县总工会”"):
        made.cut(made.opened.document.spans[0], at)


def test_of_the_parts_of_a_cut_metric_each_is_read_anew() -> None:
    made = shapes(span("m", (21, 24), label="METRIC", attributes={"value": "36", "unit": "家"}))
    made.opened.session.apply(made.cut(made.opened.document.spans[0], 22))
    said = [each.attributes.get("value") for each in made.opened.document.spans]
    assert said == ["3", "6"]


# Joining


def test_joined_tags_hold_what_lies_between_them_in_their_paragraph() -> None:
    made = shapes(span("a", (0, 5)), span("b", (6, 11)))
    one, other = made.opened.document.spans
    step = made.join(one, other)
    assert (step.kind, step.subject, step.label) == ("merge", "甲县总工会和乙县总工会", "ORG")
    assert tags(made, step) == [("a", "ORG", "甲县总工会和乙县总工会")]


def test_joined_tags_of_two_paragraphs_hold_nothing_between_them() -> None:
    made = shapes(span("a", (6, 11)), span("b", (13, 18)))
    made.opened.session.apply(made.join(*made.opened.document.spans))
    (joined,) = made.opened.document.spans
    assert joined.segments == ((6, 11), (13, 18))


def test_the_relations_of_a_joined_tag_become_those_of_the_other() -> None:
    made = shapes(
        span("a", (0, 5)),
        span("b", (6, 11)),
        span("c", (13, 18)),
        relations=(
            relation("1", "b", "c"),
            relation("2", "c", "b"),
            relation("3", "a", "b"),
            relation("4", "c", "a"),
        ),
    )
    one, other, _ = made.opened.document.spans
    made.opened.session.apply(made.join(one, other))
    ends = {each.id: (each.head, each.tail) for each in made.opened.document.relations}
    assert ends == {"1": ("a", "c"), "2": ("c", "a"), "4": ("c", "a")}, "none leads to itself"


def test_a_tag_inside_the_other_is_joined_with_it() -> None:
    made = shapes(span("a", (2, 5)), span("b", (0, 5)))
    inner, outer = sorted(made.opened.document.spans, key=lambda each: each.id)
    assert tags(made, made.join(inner, outer)) == [("a", "ORG", "甲县总工会")]


# Reshaping


def test_a_reshaped_tag_is_what_it_was_elsewhere() -> None:
    made = shapes(span("a", (0, 5), note="?"))
    step = made.reshape(made.opened.document.spans[0], ((2, 5),))
    assert step.kind == "resize"
    assert tags(made, step) == [("a", "ORG", "总工会")]
    (now,) = made.opened.document.spans
    assert (now.note, now.created, now.updated) == ("?", NOON, LATER)


def test_nothing_is_no_shape_and_that_of_a_tag_of_the_same_label_is_taken() -> None:
    made = shapes(span("a", (0, 5)), span("b", (0, 2)), span("c", (2, 5), label="LOC"))
    tag = made.opened.document.spans_by_id["a"]
    with pytest.raises(ChangeError, match="nothing of “甲县总工会” would be left"):
        made.reshape(tag, ())
    with pytest.raises(ChangeError, match="“甲县” is already tagged ORG"):
        made.reshape(tag, ((0, 2),))
    made.reshape(tag, tag.segments)
    made.reshape(tag, ((2, 5),))


def test_the_value_of_a_metric_is_read_anew_where_its_text_is_another() -> None:
    said = {"value": "1", "unit": "个", "certainty": "unsure"}
    made = shapes(span("m", (21, 24), label="METRIC", attributes=said))
    tag = made.opened.document.spans[0]
    made.opened.session.apply(made.reshape(tag, tag.segments))
    assert made.opened.document.spans[0].attributes == said, "the text is the same: as somebody corrected it"
    made.opened.session.apply(made.reshape(tag, ((21, 23),)))
    now = made.opened.document.spans[0].attributes
    assert (now["value"], now["unit"], now["certainty"]) == ("36", "", "unsure")


# Copying


@pytest.mark.parametrize(
    ("range_", "texts"),
    [
        ((0, 5), ["甲县总工会", "甲县"]),
        ((0, 11), ["甲县总工会", "甲县", "总工会总工会"]),
        ((0, 4), ["甲县"]),
        ((1, 5), []),
        ((2, 11), ["总工会总工会"]),
        ((2, 10), []),
        ((3, 11), []),
    ],
)
def test_tags_are_copied_that_lie_wholly_in_a_range(range_: Segment, texts: list[str]) -> None:
    made = shapes(span("a", (0, 5)), span("b", (0, 2), label="LOC"), span("c", (2, 5), (8, 11)))
    assert sorted(item.text for item in made.copy(range_)) == sorted(texts)


def test_copied_tags_are_made_where_the_same_text_stands_and_none_is_made_twice() -> None:
    note: dict[str, Any] = {"note": "?", "attributes": {"certainty": "unsure"}}
    made = shapes(
        span("a", (2, 5), **note), span("b", (2, 3), (4, 5), label="DOC"), span("c", (8, 11), label="LOC")
    )
    copied = made.copy((2, 5))
    step = made.paste(copied, 8)
    assert (step.kind, step.subject, step.at) == ("paste", "2", 8)
    now = tags(made, step)
    assert {("new1", "DOC", "总会"), ("new2", "ORG", "总工会")} < set(now)
    pasted = made.opened.document.spans_by_id["new2"]
    assert (pasted.segments, pasted.note, pasted.attributes) == (((8, 11),), *note.values())
    assert (pasted.created, pasted.updated) == (LATER, LATER)
    with pytest.raises(ChangeError, match="the copied text is not here, or is already tagged"):
        made.paste(copied, 8)
    with pytest.raises(ChangeError, match="the copied text is not here"):
        made.paste(copied, 6)
    made.opened.session.undo()
    made.opened.session.apply(made.paste(copied[:1], 8))
    assert made.paste(copied, 8).subject == "1", "the other one is there"
