"""Questions about tags that do not agree."""

import pytest

from tests.store.building import document_of, page_of, span_of
from tui.measure.consistency import Finding, findings
from tui.measure.lexicon import Lexicon
from tui.model import (
    DEFAULT_LABELS,
    DEFAULT_RELATIONS,
    Article,
    AttributeType,
    Block,
    Document,
    Label,
    LabelSet,
    Relation,
    Schema,
    Span,
    surface,
)

TEXT = "顺义区总工会新建工会69家。总工会说，顺义区总工会和“两新”组织，顺义区很好。\n"
SCHEMA = Schema(DEFAULT_LABELS, DEFAULT_RELATIONS)


def document(*tags: tuple[str, str, int], text: str = TEXT, **fields: object) -> Document:
    """A page of one paragraph; each tag a label, a text and which of its occurrences, from 0."""
    page = page_of(text)
    spans = []
    for number, (label, wanted, which) in enumerate(tags):
        at = -1
        for _ in range(which + 1):
            at = text.index(wanted, at + 1)
        spans.append(span_of(page, f"s{number}", (at, at + len(wanted)), label=label))
    block = Block(role="paragraph", segments=((0, len(text) - 1),))
    article = Article(id="p#1", page="p", kind="news", blocks=(block,))
    return document_of(page, *spans, articles=(article,), **fields)


def asked(
    made: Document, *, schema: Schema = SCHEMA, words: list[tuple[int, int]] | None = None
) -> list[Finding]:
    lexicon = Lexicon()
    lexicon.add(made)
    return findings(made, made.articles[0], lexicon, schema, words)


def told(found: list[Finding]) -> list[tuple[str, int, str, str]]:
    return [(f.kind, f.place.start, f.place.text, f.detail) for f in found]


def test_tags_that_agree_raise_no_question() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "顺义区总工会", 1))
    assert asked(made) == []


def test_the_rarer_label_of_a_text_is_asked_about_and_the_usual_one_proposed() -> None:
    text = "区工会和区工会和区工会\n"
    made = document(("ORG", "区工会", 0), ("ORG", "区工会", 1), ("LOC", "区工会", 2), text=text)
    assert told(asked(made)) == [("labels_differ", 8, "区工会", "ORG")]
    fix = asked(made)[0].fix
    assert fix is not None
    assert (fix.label, fix.segments) == ("ORG", ((8, 11),))


def test_two_labels_on_one_range_are_no_disagreement() -> None:
    text = "区工会和区工会\n"
    both = [(label, "区工会", which) for which in (0, 1) for label in ("ORG", "LOC")]
    assert asked(document(*both, text=text)) == []


def test_a_part_of_a_name_that_is_tagged_whole_elsewhere_is_asked_about() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "总工会", 2))
    found = [f for f in asked(made) if f.kind == "borders_differ"]
    assert told(found) == [("borders_differ", 22, "总工会", "顺义区总工会")]
    assert found[0].fix is not None
    assert surface(TEXT, found[0].fix.segments) == "顺义区总工会"


def test_a_part_tagged_within_the_whole_is_no_question() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "顺义区总工会", 1), ("LOC", "顺义区", 1))
    assert [f.kind for f in asked(made) if f.kind == "borders_differ"] == []


def test_a_part_of_the_same_label_within_the_whole_has_the_right_borders() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "顺义区总工会", 1), ("ORG", "总工会", 2))
    assert [f.kind for f in asked(made) if f.kind == "borders_differ"] == []


def test_a_name_without_its_tag_elsewhere_is_asked_about_once_and_whole() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("LOC", "顺义区", 2))
    assert told(asked(made)) == [("unlabelled", 19, "顺义区总工会", "ORG")]


def test_times_and_metrics_are_not_missed_elsewhere() -> None:
    text = "去年69家，去年69家\n"
    made = document(("TIME", "去年", 0), ("METRIC", "69家", 0), text=text)
    assert [f.kind for f in asked(made) if f.kind == "unlabelled"] == []


@pytest.mark.parametrize(
    ("wanted", "bare"),
    [("“两新”组织，", "“两新”组织"), ("，顺义区", "顺义区"), ("”组织，", "组织")],
)
def test_marks_at_a_tag_s_ends_are_asked_about_unless_they_belong_to_it(wanted: str, bare: str) -> None:
    found = [f for f in asked(document(("EVENT", wanted, 0))) if f.kind == "punctuation"]
    assert [f.detail for f in found] == [bare]
    assert found[0].fix is not None
    assert surface(TEXT, found[0].fix.segments) == bare


def test_a_pair_of_marks_around_a_tag_belongs_to_it() -> None:
    assert [f for f in asked(document(("EVENT", "“两新”", 0))) if f.kind == "punctuation"] == []


def test_a_tag_that_cuts_a_word_is_asked_about() -> None:
    words = [(0, 3), (3, 6), (6, 8), (8, 10), (10, 12)]
    made = document(("ORG", "顺义区总工", 0))
    assert ("mid_word", 0, "顺义区总工", "总工|会新") in told(asked(made, words=words))
    assert [f.kind for f in asked(document(("ORG", "顺义区总工会", 0)), words=words)] == ["unlabelled"]


def test_beside_letters_and_marks_no_word_is_cut() -> None:
    text = "总工会KTV歌唱，总工会\n"
    made = document(("ORG", "总工会", 0), ("ORG", "总工会", 1), text=text)
    assert asked(made, words=[(0, 6), (6, 8), (8, 9), (9, 12)]) == []


def test_metrics_say_value_unit_and_what_they_measure() -> None:
    made = document(("METRIC", "69家", 0), ("INDICATOR", "新建工会", 0))
    kinds = [f.kind for f in asked(made)]
    assert kinds == ["no_value", "no_indicator"]
    (metric, indicator) = made.spans if made.spans[0].label == "METRIC" else made.spans[::-1]
    said = metric.replaced(attributes={"value": "69", "unit": ""})
    relation = Relation(id="r", label="indicator", head=metric.id, tail=indicator.id)
    assert [f.kind for f in asked(made.replaced(spans=(indicator, said), relations=(relation,)))] == [
        "no_unit"
    ]


def test_relations_that_the_schema_does_not_allow_are_asked_about() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("LOC", "顺义区", 2), ("ORG", "顺义区总工会", 1))
    relation = Relation(id="r", label="period", head="s0", tail="s1")
    assert told(asked(made.replaced(relations=(relation,)))) == [
        ("relation_type", 0, "顺义区总工会", "period -> LOC 顺义区")
    ]


def test_overlapping_tags_of_one_label_are_asked_about() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "总工会", 0), ("ORG", "顺义区总工会", 1))
    assert ("overlap", 3, "总工会", "顺义区总工会") in told(asked(made))


def test_a_required_attribute_that_is_missing_is_asked_about() -> None:
    level = AttributeType(id="level", required=True)
    label = Label(id="ORG", key="o", color="#000000", en="o", zh="o", attributes=(level,))
    schema = Schema(LabelSet(labels=(label,)), ())
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "顺义区总工会", 1))
    assert [f.detail for f in asked(made, schema=schema)] == ["level", "level"]
    spans: tuple[Span, ...] = tuple(s.replaced(attributes={"level": "区"}) for s in made.spans)
    assert asked(made.replaced(spans=spans), schema=schema) == []


def test_each_of_several_required_attributes_is_asked_for() -> None:
    level, kind = AttributeType(id="level", required=True), AttributeType(id="kind", required=True)
    label = Label(id="ORG", key="o", color="#000000", en="o", zh="o", attributes=(level, kind))
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "顺义区总工会", 1))
    said: tuple[Span, ...] = tuple(s.replaced(attributes={"level": "区"}) for s in made.spans)
    schema = Schema(LabelSet(labels=(label,)), ())
    assert [f.detail for f in asked(made, schema=schema)] == ["level", "kind", "level", "kind"]
    assert [f.detail for f in asked(made.replaced(spans=said), schema=schema)] == ["kind", "kind"]


def test_a_question_s_key_tells_places_apart_and_stays_the_same() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("LOC", "顺义区", 2))
    (one,), (other,) = asked(made), asked(made)
    assert one.key == other.key
    assert "19-25" in one.key


def test_each_name_without_its_tag_is_asked_about_but_not_where_a_longer_tag_stands() -> None:
    text = "区工会，区工会，区工会，大区工会\n"
    made = document(("ORG", "区工会", 0), ("EVENT", "大区工会", 0), text=text)
    found = [f.place.start for f in asked(made) if f.kind == "unlabelled"]
    assert found == [4, 8]


def test_an_attribute_that_is_not_required_may_be_missing() -> None:
    level = AttributeType(id="level")
    label = Label(id="ORG", key="o", color="#000000", en="o", zh="o", attributes=(level,))
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "顺义区总工会", 1))
    assert asked(made, schema=Schema(LabelSet(labels=(label,)), ())) == []


def test_a_relation_is_asked_about_in_the_article_of_its_head_only() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("LOC", "顺义区", 2), ("ORG", "顺义区总工会", 1))
    relation = Relation(id="r", label="period", head="s1", tail="s0")
    first, behind = (
        Article(id=f"p#{n}", page="p", kind="news", blocks=(Block(role="paragraph", segments=(range_,)),))
        for n, range_ in ((1, (0, 15)), (2, (15, len(TEXT) - 1)))
    )
    made = made.replaced(articles=(first, behind), relations=(relation,))
    lexicon = Lexicon()
    lexicon.add(made)
    kinds = [[f.kind for f in findings(made, article, lexicon, SCHEMA)] for article in (first, behind)]
    assert ["relation_type" in each for each in kinds] == [False, True]


def test_a_relation_that_has_lost_an_end_raises_no_question() -> None:
    made = document(("ORG", "顺义区总工会", 0), ("ORG", "顺义区总工会", 1))
    for head, tail in (("s0", "gone"), ("gone", "s0")):
        relation = Relation(id="r", label="period", head=head, tail=tail)
        assert asked(made.replaced(relations=(relation,))) == []


def test_metrics_need_no_indicator_where_the_schema_has_none() -> None:
    made = document(("METRIC", "69家", 0))
    said = tuple(s.replaced(attributes={"value": "69", "unit": "家"}) for s in made.spans)
    assert [f.kind for f in asked(made.replaced(spans=said))] == ["no_indicator"]
    assert asked(made.replaced(spans=said), schema=Schema(DEFAULT_LABELS, ())) == []


def test_lexicons_of_parts_joined_are_that_of_the_whole() -> None:
    documents = [
        document(("ORG", "顺义区总工会", 0), ("LOC", "顺义区", 1)),
        document(("LOC", "顺义区总工会", 0), ("EVENT", "新建工会", 0), ("LOC", "顺义区", 2)),
    ]
    whole, first, second = Lexicon(), Lexicon(), Lexicon()
    for made, part in zip(documents, (first, second), strict=True):
        whole.add(made)
        part.add(made)
    first.join(second)
    assert (first.labels, first.starts) == (whole.labels, whole.starts)
    assert first.labels["顺义区总工会"] == {"ORG": 1, "LOC": 1}
    assert first.usual("顺义区") == "LOC"


@pytest.mark.parametrize(
    ("text", "wanted", "bare"),
    [
        ("总，，、工会", "，，、工会", "工会"),
        ("工会，。！总", "工会，。！", "工会"),
        ("“ 工会 ”", " 工会 ", "工会"),
        ("总“工会总", "“工会", "工会"),
        ("增长5%，", "5%，", "5%"),
        ("（区）工会（", "（区）工会（", "（区）工会"),
        ("）区工会（区）", "）区工会（区）", "区工会（区）"),
    ],
)
def test_all_marks_at_an_end_are_asked_about_at_once(text: str, wanted: str, bare: str) -> None:
    found = [f for f in asked(document(("EVENT", wanted, 0), text=f"{text}\n")) if f.kind == "punctuation"]
    assert [(f.detail, f.fix and surface(text, f.fix.segments)) for f in found] == [(bare, bare)]


@pytest.mark.parametrize("text", ["5%", "5‰", "30°", "5％", "（区）", "区（工会）区"])
def test_marks_that_belong_to_a_tag_raise_no_question(text: str) -> None:
    made = document(("EVENT", text, 0), text=f"总{text}总\n")
    assert [f.kind for f in asked(made) if f.kind == "punctuation"] == []


def test_a_tag_of_marks_alone_and_one_in_two_segments_have_no_obvious_fix() -> None:
    for text in ("，", "“”", "……"):
        made = document(("EVENT", text, 0), text=f"总{text}总，总\n")
        (found,) = (f for f in asked(made) if f.kind == "punctuation")
        assert (found.detail, found.fix) == ("", None)
    made = document(("EVENT", "，顺义区", 0))
    ((start, end),) = made.spans[0].segments
    cut = made.spans[0].replaced(segments=((start, start + 2), (start + 3, end)), text="，顺区")
    (found,) = (f for f in asked(made.replaced(spans=(cut,))) if f.kind == "punctuation")
    assert (found.detail, found.fix) == ("顺区", None)


def test_every_place_of_a_name_without_its_tag_is_asked_about_wherever_tags_stand_between() -> None:
    text = "甲会，乙会，丙会，甲会，乙会，丙会，甲会\n"
    tags = [("ORG", "甲会", 0), ("ORG", "乙会", 0), ("ORG", "丙会", 0), ("ORG", "丙会", 1)]
    found = [
        (f.place.start, f.place.text) for f in asked(document(*tags, text=text)) if f.kind == "unlabelled"
    ]
    assert found == [(9, "甲会"), (12, "乙会"), (18, "甲会")]


def test_a_name_is_not_asked_about_where_it_reaches_into_a_tag_or_begins_in_one() -> None:
    text = "甲乙丙，甲乙丙，乙丙丁，丙丁戊\n"
    tags = [("ORG", "甲乙丙", 0), ("ORG", "乙丙丁", 0), ("LOC", "丙，", 1)]
    found = [
        (f.place.start, f.place.text) for f in asked(document(*tags, text=text)) if f.kind == "unlabelled"
    ]
    assert found == []


def test_of_names_that_begin_alike_the_longest_that_fits_is_asked_about_and_nothing_in_it() -> None:
    text = "区工会，区工会主席，工会主席，区工会主席\n"
    tags = [("ORG", "区工会", 0), ("PERSON", "区工会主席", 0), ("TITLE", "工会主席", 1)]
    found = [
        (f.place.start, f.place.text, f.detail)
        for f in asked(document(*tags, text=text))
        if f.kind == "unlabelled"
    ]
    assert found == [(15, "区工会主席", "PERSON")]


def test_a_name_over_a_line_s_end_is_not_asked_about() -> None:
    text = "区工\n会，区工\n会\n"
    assert [
        f.kind for f in asked(document(("ORG", "区工\n会", 0), text=text)) if f.kind == "unlabelled"
    ] == []


def test_a_longer_name_is_found_as_far_back_as_it_may_begin() -> None:
    long = "长" * 29 + "工会"
    for name, count in ((long, 1), ("长" + long, 1), ("长长" + long, 0)):
        text = f"{name}，{name}\n"
        made = document(("ORG", name, 0), ("ORG", "工会", 1), text=text)
        assert [f.detail for f in asked(made) if f.kind == "borders_differ"] == [name] * count


def test_a_part_is_asked_about_only_where_the_longer_name_reaches_over_it_and_has_its_label() -> None:
    text = "区总工会，区总工会员，区总工会\n"
    tags = [("ORG", "区总工会", 0), ("ORG", "工会员", 0), ("LOC", "总工会", 2)]
    assert [f.kind for f in asked(document(*tags, text=text)) if f.kind == "borders_differ"] == []


def test_a_tag_that_ends_in_a_word_is_asked_about_once_and_at_the_text_s_ends_nothing_is_cut() -> None:
    text = "总工会新建\n"
    words = [(0, 3), (3, 5)]
    found = [
        f.detail
        for f in asked(document(("ORG", "工会新", 0), text=text), words=words)
        if f.kind == "mid_word"
    ]
    assert found == ["总|工会"]
    made = document(("ORG", "总工会新", 0), text=text)
    assert [f.detail for f in asked(made, words=words) if f.kind == "mid_word"] == ["会新|建"]
    assert [f.kind for f in asked(document(("ORG", "总工会新建", 0), text=text), words=[])] == []
    assert [f.kind for f in asked(made)] == []


def test_questions_come_in_the_order_of_the_text_and_of_their_kinds() -> None:
    made = document(("METRIC", "69家。", 0), ("EVENT", "，顺义区", 1), ("METRIC", "9家。", 0))
    assert [(f.kind, f.place.start) for f in asked(made)] == [
        ("punctuation", 10),
        ("no_value", 10),
        ("no_indicator", 10),
        ("punctuation", 11),
        ("no_value", 11),
        ("no_indicator", 11),
        ("overlap", 11),
        ("unlabelled", 18),
        ("punctuation", 32),
    ]


def test_each_tag_names_one_that_it_overlaps_and_tags_that_touch_do_not() -> None:
    text = "一二三四五六七八\n"
    tags = [
        ("ORG", "一二三四", 0),
        ("ORG", "二三", 0),
        ("ORG", "四五", 0),
        ("ORG", "六七", 0),
        ("LOC", "四五六七", 0),
    ]
    found = [(f.place.text, f.detail) for f in asked(document(*tags, text=text)) if f.kind == "overlap"]
    assert found == [("二三", "一二三四"), ("四五", "一二三四")]


@pytest.mark.parametrize(
    ("said", "asked_about"),
    [
        ("2023-12-31/2023-01-01", True),
        ("2023-01-01/2023-12-31", False),
        ("2023-01-01/2023-01-01", False),
        ("../2023-01-01", False),
        ("去年", False),
        (True, False),
        (None, False),
    ],
)
def test_a_time_that_ends_before_it_begins_is_asked_about(said: str | bool | None, asked_about: bool) -> None:
    made = document(("TIME", "去年", 0), text="去年69家\n")
    spans = tuple(s.replaced(attributes={"interval": said}) for s in made.spans)
    found = [f.detail for f in asked(made.replaced(spans=spans)) if f.kind == "interval"]
    assert found == ([said] if asked_about else [])


def test_a_name_that_begins_where_a_tag_ends_is_asked_about() -> None:
    text = "甲会乙会，乙会丙\n"
    found = asked(document(("ORG", "甲会", 0), ("LOC", "乙会", 1), text=text))
    assert [(f.place.start, f.place.text) for f in found if f.kind == "unlabelled"] == [(2, "乙会")]


CHINESE, OTHER = "\u3400\u9fff\U00020000\U0003ffff", "\u33ff\ua000\U0001f600a１"


@pytest.mark.parametrize("character", CHINESE + OTHER)
def test_only_between_chinese_characters_a_word_can_be_cut(character: str) -> None:
    for text, wanted in ((f"会{character}会\n", f"会{character}"), (f"{character}会会\n", character)):
        made = document(("ORG", wanted, 0), text=text)
        found = [f.kind for f in asked(made, words=[(0, 3)]) if f.kind == "mid_word"]
        assert found == (["mid_word"] if character in CHINESE else [])


@pytest.mark.parametrize(
    ("labels", "usual"),
    [
        (("LOC", "ORG", "ORG"), "ORG"),
        (("ORG", "LOC"), "LOC"),
        (("ORG", "ORG", "LOC"), "ORG"),
        (("ORG",), "ORG"),
    ],
)
def test_the_label_of_a_text_is_the_one_that_it_has_most_often(labels: tuple[str, ...], usual: str) -> None:
    lexicon = Lexicon()
    for label in labels:
        lexicon.labels["甲县"][label] += 1
    assert lexicon.usual("甲县") == usual
