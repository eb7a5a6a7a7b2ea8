"""Which candidates are left of several, what within a name is proposed, and which proposals are open."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.store.building import document_of, page_of, span_of
from tests.suggest.building import article, finished, place, written
from tui.model import Corrections, RefusedPin, Segment
from tui.suggest.candidate import Candidate, Example, outermost, without_crossing, without_overlap
from tui.suggest.learned.features import Features, sequences
from tui.suggest.memory import MemoryProposer
from tui.suggest.names import find_names
from tui.suggest.nested import NestedProposer
from tui.suggest.proposal import Proposal, open_proposals
from tui.suggest.still_open import still_open
from tui.suggest.tagged_words import tagged_words

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def one(start: int, end: int, score: float = 0.5, label: str = "ORG") -> Candidate:
    return Candidate(start, end, label, score)


def ranges(candidates: list[Candidate]) -> list[tuple[int, int]]:
    return [each.range for each in candidates]


def test_of_candidates_that_lie_in_others_the_outer_ones_are_left() -> None:
    assert ranges(outermost([one(2, 4), one(0, 6), one(5, 8), one(6, 8), one(9, 10)])) == [
        (0, 6),
        (5, 8),
        (9, 10),
    ]
    assert outermost([one(0, 2, 0.3), one(0, 2, 0.9)]) == [one(0, 2, 0.9)]


def test_the_surest_that_touch_nothing_are_left() -> None:
    others = [one(0, 3, 0.4), one(2, 5, 0.9), one(6, 8, 0.5), one(9, 12, 0.7)]
    assert ranges(without_overlap([one(11, 13)], others)) == [(2, 5), (6, 8)]
    assert ranges(without_overlap([], [one(0, 2), one(0, 4)])) == [(0, 4)]


@pytest.mark.parametrize(
    ("other", "is_left"),
    [
        ((0, 4), True),
        ((4, 6), True),
        ((4, 8), False),
        ((5, 7), True),
        ((2, 10), True),
        ((2, 6), False),
        ((6, 10), False),
        ((8, 9), True),
    ],
)
def test_what_crosses_a_range_or_is_one_is_left_out(other: Segment, is_left: bool) -> None:
    assert ranges(without_crossing([one(4, 8), one(20, 22)], [one(*other)])) == ([other] if is_left else [])


@pytest.mark.parametrize(
    ("words", "tagged", "expected"),
    [
        ("东屏县总工会", ["东屏县总工会"], ["东屏县"]),
        ("东屏总工会", ["东屏总工会"], ["东屏"]),
        ("东屏县总工会 和 望津市总工会", ["东屏县总工会", "望津市总工会"], ["东屏县", "望津市"]),
        ("老年总工会 和 望津市总工会", ["老年总工会", "望津市总工会"], ["望津市"]),
        ("老年总工会", ["老年总工会"], []),
        ("东屏县", ["东屏县"], []),
        ("东屏派总工会", ["东屏派总工会"], ["东屏"]),
    ],
)
def test_the_place_that_opens_an_organisation_is_proposed(
    words: str, tagged: list[str], expected: list[str]
) -> None:
    text = article(words)
    outer = tuple(place(text, name, "ORG") for name in tagged)
    maker = NestedProposer({"ORG": "ORG", "LOC": "LOC"}, {"东屏": "ns", "望津": "ns"})
    found = maker.propose(replace(text, found={"outer": outer}))
    assert written(text, found) == [(name, "LOC") for name in expected]
    other = tuple(replace(tag, label="EVENT") for tag in outer)
    assert maker.propose(replace(text, found={"outer": other})) == []


@pytest.mark.parametrize("end", "省市区县镇乡村州旗盟")
def test_a_place_ends_with_each_kind_of_division(end: str) -> None:
    text = article(f"东屏{end}总工会")
    maker = NestedProposer({"ORG": "ORG", "LOC": "LOC"}, {"东屏": "ns"})
    found = maker.propose(replace(text, found={"outer": (place(text, f"东屏{end}总工会", "ORG"),)}))
    assert written(text, found) == [(f"东屏{end}", "LOC")]


@pytest.mark.parametrize(
    ("kinds", "is_ready"),
    [({"ORG": "ORG", "LOC": "LOC"}, True), ({"ORG": "ORG"}, False), ({"LOC": "LOC"}, False)],
)
def test_a_project_without_both_labels_has_no_places_in_organisations(
    kinds: dict[str, str], is_ready: bool
) -> None:
    assert NestedProposer(kinds, {}).is_ready == is_ready


PAGE = page_of("东屏县总工会和东屏")


def proposal(start: int, end: int, label: str = "ORG") -> Proposal:
    return Proposal("p#1", "p", label, PAGE.text[start:end], ((start, end),), "rule", 0.9, {})


@pytest.mark.parametrize(
    ("tag", "label", "is_open"),
    [
        ((0, 6), "ORG", False),
        ((5, 7), "ORG", False),
        ((0, 3), "ORG", False),
        ((3, 4), "ORG", False),
        ((6, 7), "ORG", True),
        ((7, 9), "ORG", True),
        ((2, 4), "LOC", True),
    ],
)
def test_a_proposal_is_open_where_no_tag_of_its_label_touches_it(
    tag: Segment, label: str, is_open: bool
) -> None:
    document = document_of(PAGE, span_of(PAGE, "a", tag, label=label))
    assert list(open_proposals([proposal(2, 6)], document)) == ([proposal(2, 6)] if is_open else [])


def test_a_tag_in_pieces_touches_only_where_its_pieces_stand() -> None:
    document = document_of(PAGE, span_of(PAGE, "a", (0, 1), (7, 9)))
    assert list(open_proposals([proposal(2, 6)], document)) == [proposal(2, 6)]
    assert list(open_proposals([proposal(6, 8)], document)) == []


def test_each_tag_of_a_page_closes_the_proposals_that_it_touches() -> None:
    document = document_of(
        PAGE, span_of(PAGE, "a", (0, 2), label="LOC"), span_of(PAGE, "b", (2, 6)), span_of(PAGE, "c", (7, 9))
    )
    made = [proposal(0, 2), proposal(2, 6), proposal(6, 7), proposal(7, 9), proposal(0, 2, "LOC")]
    assert list(open_proposals(made, document)) == [made[0], made[2]]


@pytest.mark.parametrize(
    ("pin", "is_open"),
    [
        (RefusedPin(label="ORG", segments=((2, 6),), text="县总工会"), False),
        (RefusedPin(label="ORG", segments=((2, 6),), text="县总工会", annotator="ling"), False),
        (RefusedPin(label="ORG", segments=((2, 6),), text="县总工会", annotator="wang"), True),
        (RefusedPin(label="LOC", segments=((2, 6),), text="县总工会"), True),
        (RefusedPin(label="ORG", segments=((2, 5),), text="县总工"), True),
    ],
)
def test_a_proposal_that_its_annotator_refused_is_not_open(pin: RefusedPin, is_open: bool) -> None:
    document = document_of(PAGE, corrections=Corrections(refused=(pin,)))
    assert bool(list(open_proposals([proposal(2, 6)], document))) == is_open


def test_everything_that_was_tagged_is_remembered_in_every_paragraph() -> None:
    maker = MemoryProposer(())
    maker.train(
        [
            finished(article("清河 站", "a#1"), ("清河", "LOC")),
            finished(article("白石 站", "b#1"), ("白石", "LOC")),
        ]
    )
    text = article("清河 和 / 白石 和 / 清河", "c#1")
    assert written(text, maker.propose(text)) == [("清河", "LOC"), ("白石", "LOC"), ("清河", "LOC")]
    maker.train([Example(article("清河 站", "a#1"))])
    assert maker.propose(text) == []


TAGS = {"东屏": "ns", "总工会": "n", "在": "p", "主席": "n"}
FEATURES = article("“东屏 总工会” 在 / A1 _，沈一鸣")


def features(**found: tuple[Candidate, ...]) -> list[list[str]]:
    text = replace(FEATURES, found=dict(found))
    made = Features(text, TAGS)
    return [row for start, end in text.blocks for row in made.of(start, end)]


def at(written_: str) -> int:
    """The row of a character: paragraphs stand without the line feed between."""
    return FEATURES.text.replace("\n", "").index(written_)


def test_a_character_is_described_by_itself_and_those_around() -> None:
    row = features()[at("屏")]
    assert {"c=屏", "a=东", "d=总", "ba=“东", "de=总工", "ac=东屏", "cd=屏总", "ad=东总", "t=hhh"} <= set(row)
    first = features()[0]
    assert {"c=“", "a=\x02", "ba=\x02\x02", "t=^ph"} <= set(first)
    last = features()[at("在")]
    assert {"c=在", "d=\x03", "de=\x03\x03", "t=ph$"} <= set(last)


def test_kinds_of_characters_are_told_apart() -> None:
    kinds = {"东": "h", "A": "a", "1": "d", " ": "s", "，": "p"}
    for character, kind in kinds.items():
        (types,) = (value for value in features()[at(character)] if value.startswith("t="))
        assert types[3] == kind, character


def test_each_character_of_a_candidate_says_where_in_it_it_stands() -> None:
    rows = features(
        rules=(Candidate(1, 5, "ORG"),),
        lac=(Candidate(1, 2, "LOC"),),
        memory=(Candidate(1, 3, "LOC", 0.95), Candidate(3, 6, "ORG", 0.75), Candidate(6, 7, "TIME", 0.1)),
    )
    places = [[value for value in row if value[:2] in ("r=", "l=", "r>", "l>")] for row in rows[1:6]]
    assert places == [["r=BORG", "l=SLOC"], ["r=IORG", "l>LOC"], ["r=IORG"], ["r=EORG"], ["r>ORG"]]
    sure = [[value for value in row if value.startswith(("m=", "ms=", "m>"))] for row in rows[1:7]]
    assert sure[0] == ["m=BLOC", "ms=BLOC3"]
    assert sure[1] == ["m=ELOC", "ms=ELOC3"]
    assert sure[2] == ["m>LOC", "m=BORG", "ms=BORG2"]
    assert sure[5] == ["m>ORG", "m=STIME", "ms=STIME0"]


def test_what_stands_in_quotation_marks_says_so() -> None:
    inside = [any(value.startswith("in=") for value in row) for row in features()]
    assert inside[: at("在")] == [False, *[True] * 5, False]
    assert not any(inside[at("在") :])


def test_words_say_what_they_are_and_what_stands_beside_them() -> None:
    text = article("东屏 总工会 在 沈一鸣")
    rows = Features(text, TAGS).of(0, len(text.text))
    shared = {"w=总工会", "pw=东屏", "nw=在"}
    middle = {"k=M", "kp=Mn", "kpp=Mns|n", "kpn=Mn|p", "k3=Mns|n|p", "kw=M总工会", "s=MORG3"}
    assert shared | middle <= set(rows[3])
    assert shared | {"k=B", "s=BORG3", "nw=在"} <= set(rows[2])
    assert shared | {"k=E", "s=EORG3"} <= set(rows[4])
    assert {"w=东屏", "pw=", "kpp=B^|ns", "sn=BORG", "k=B"} <= set(rows[0])
    assert {"w=在", "k=S", "sp=SORG", "kpn=Sp|nr"} <= set(rows[5])
    assert {"sur=B", "surname", "nw=", "kpn=Bnr|$", "k3=Bp|nr|$"} <= set(rows[6])
    assert not {"surname", "sur=B"} & set(rows[0])
    assert "surname" not in rows[8]
    assert "sur=E" in rows[8]


def test_of_names_of_one_kind_within_another_the_outer_is_marked() -> None:
    text = article("东屏 县 总工会 在")
    rows = Features(text, TAGS | {"县": "n"}).of(0, len(text.text))
    marked = [[value for value in row if value.startswith("n=") and value.endswith("ORG")] for row in rows]
    assert marked == [["n=BORG"], ["n=IORG"], ["n=IORG"], ["n=IORG"], ["n=IORG"], ["n=EORG"], []]


def test_a_character_says_the_role_of_its_paragraph() -> None:
    text = replace(article("东屏 / 总工会"), roles=("title", "lead"))
    made = Features(text, TAGS)
    assert ["q=title" in row for row in made.of(0, 2)] == [True, True]
    assert ["q=lead" in row for row in made.of(3, 6)] == [True, True, True]


def test_a_sequence_is_a_sentence_and_a_long_one_is_cut() -> None:
    text = article("甲" * 650 + "。" + " 乙" * 20)
    assert [end - start for start, end in sequences(text)] == [300, 300, 51, 20]


TAG = Candidate(2, 6, "ORG")


@pytest.mark.parametrize(
    ("candidate", "is_left"),
    [
        (Candidate(2, 4, "LOC", 0.6, "nested"), True),
        (Candidate(2, 4, "ORG", 0.6, "nested"), False),
        (Candidate(2, 4, "LOC", 0.6, "names"), False),
        (Candidate(2, 6, "LOC", 0.6, "nested"), False),
        (Candidate(0, 8, "EVENT", 0.6, "names"), True),
        (Candidate(0, 8, "ORG", 0.6, "names"), False),
        (Candidate(4, 8, "LOC", 0.6, "names"), False),
        (Candidate(0, 4, "LOC", 0.6, "nested"), False),
        (Candidate(6, 8, "ORG", 0.6, "names"), True),
        (Candidate(0, 2, "ORG", 0.6, "names"), True),
    ],
)
def test_a_tag_silences_what_it_covers_and_crosses_but_not_what_nests(
    candidate: Candidate, is_left: bool
) -> None:
    example = Example(article("甲乙丙丁戊己庚辛"), (TAG,))
    assert still_open([candidate], example) == ([candidate] if is_left else [])


def test_in_training_what_an_article_leaves_untagged_does_not_count_against_it() -> None:
    own = article("清河 清河 清河 清河 站", "a#1")
    maker = MemoryProposer(())
    maker.train([replace(finished(own), tags=()), finished(article("清河 村", "b#1"), ("清河", "LOC"))])
    (first, *_) = maker.memory.find(own, own=False)
    (other, *_) = maker.memory.find(own)
    assert first.score > 0.6 > other.score


def test_names_are_found_in_every_paragraph_and_a_finished_article_has_no_open_ones() -> None:
    text = article("东屏 总工会 / 在 东屏 总工会 / 东屏 总工会")
    found = [one for one in find_names(text, tagged_words(text, TAGS)) if one.label == "ORG"]
    assert [text.text[slice(*one.range)] for one in found] == ["东屏总工会"] * 3
    assert still_open(found, Example(text)) == found
    assert still_open(found, Example(text, is_finished=True)) == []
