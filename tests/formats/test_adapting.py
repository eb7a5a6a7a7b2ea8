"""What a format cannot hold is trimmed, snapped or left out, and each loss is said with its reason."""

import pytest

from tests.store.building import document_of, page_of
from tui.formats.common.adapting import Adapter
from tui.formats.common.entries import Entry
from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.loss_report import ExportReport, Loss
from tui.formats.common.mark_rules import outermost
from tui.formats.interface import PLAIN, Options
from tui.formats.registry import format_named
from tui.model import Article, Block, Progress, Segment, State
from tui.text.offsets import read

TEXT = "甲县工会 新建36家，\n会员#3千人。"
Said = set[tuple[str, str, str, str]]


def sheet(*marks: Mark, links: tuple[Link, ...] = (), words: tuple[Segment, ...] = ()) -> FlatArticle:
    return FlatArticle("p#1", TEXT, marks, links, words=words, page="p")


def adapted(
    name: str, given: FlatArticle, options: Options = PLAIN
) -> tuple[FlatArticle, Said, ExportReport]:
    """What a format gets, and of each loss: what, id, reason, fate."""
    losses: list[Loss] = []
    report = ExportReport(losses.append)
    found = Adapter(format_named(name), options, report).adapt(given)
    assert all(loss.page == "p" for loss in losses)
    return found, {(loss.what, loss.id, loss.reason, loss.fate) for loss in losses}, report


def mark(*parts: Segment, id_: str = "a", label: str = "ORG", note: str = "", **attributes: str) -> Mark:
    return Mark(id_, label, parts, dict(attributes), note)


def test_a_format_that_holds_everything_gets_everything() -> None:
    given = sheet(mark((4, 5)), mark((0, 2), (4, 5), id_="b", note="看", k="v"), mark((0, 3), id_="c"))
    assert adapted("jsonl", given)[:2] == (given, set())


@pytest.mark.parametrize(
    ("name", "parts", "kept", "reason", "fate"),
    [
        ("conll", [(0, 4)], [(0, 4)], "", ""),
        ("conll", [(0, 5)], [(0, 4)], "trimmed", "changed"),
        ("conll", [(4, 7)], [(5, 7)], "trimmed", "changed"),
        ("conll", [(4, 5)], None, "blank", "lost"),
        ("conll", [(0, 2), (5, 7)], None, "broken", "lost"),
        ("conll", [(0, 7)], [(0, 7)], "", ""),
        ("w2ner", [(0, 4), (5, 7)], [(0, 7)], "trimmed", "changed"),
        ("w2ner", [(0, 4), (4, 5), (7, 9)], [(0, 4), (7, 9)], "trimmed", "changed"),
        ("w2ner", [(4, 5), (11, 12)], None, "blank", "lost"),
        ("w2ner", [(0, 2), (5, 7)], [(0, 2), (5, 7)], "", ""),
        ("yedda", [(0, 4)], [(0, 4)], "", ""),
        ("yedda", [(9, 13)], None, "lines", "lost"),
        ("yedda", [(12, 16)], None, "markup", "lost"),
        ("cws", [(0, 4)], None, "spans", "lost"),
        ("cluener", [(0, 5)], [(0, 5)], "", ""),
        ("brat", [(11, 12)], None, "blank", "lost"),
        ("brat", [(0, 4), (5, 7)], [(0, 4), (5, 7)], "", ""),
        ("brat", [(7, 12)], [(7, 11)], "healed", "changed"),
    ],
)
def test_a_mark_is_trimmed_or_left_out(
    name: str, parts: list[Segment], kept: list[Segment] | None, reason: str, fate: str
) -> None:
    found, losses, report = adapted(name, sheet(mark(*parts)))
    assert [list(one.parts) for one in found.marks] == ([kept] if kept else [])
    assert {loss for loss in losses if loss[0] == "span"} == (
        {("span", "a", reason, fate)} if reason else set()
    )
    changes = kept != parts and len(parts) > 1
    assert report.fates["segments", "changed"] + report.fates["segments", "lost"] == int(changes)


@pytest.mark.parametrize("sign", ["[@", "[$", "*]", "#"])
def test_a_label_with_a_sign_of_mark_up_cannot_stand_in_the_text(sign: str) -> None:
    assert adapted("yedda", sheet(mark((0, 2), label=f"甲{sign}")))[1] == {("span", "a", "markup", "lost")}


WORDS = ((0, 2), (2, 4), (5, 7), (7, 10))


@pytest.mark.parametrize(
    ("parts", "words", "kept"),
    [
        ((0, 3), WORDS, (0, 4)),
        ((1, 2), WORDS, (0, 2)),
        ((1, 6), WORDS, (0, 7)),
        ((0, 2), WORDS, (0, 2)),
        ((8, 9), WORDS, (7, 10)),
        ((8, 11), WORDS, None),
        ((0, 2), WORDS[1:], None),
        ((4, 7), WORDS, (5, 7)),
    ],
)
def test_where_only_words_are_tagged_a_mark_is_as_long_as_its_words(
    parts: Segment, words: tuple[Segment, ...], kept: Segment | None
) -> None:
    found, losses, _ = adapted("conll", sheet(mark(parts), words=words), Options(unit="word"))
    assert [one.parts for one in found.marks] == ([(kept,)] if kept else [])
    assert bool(losses) is ((parts,) != ((kept,)))


def test_of_marks_that_say_the_same_of_the_same_place_one_goes_out() -> None:
    twins = [mark((0, 2), id_=name) for name in "abc"]
    found, losses, _ = adapted("conllu", sheet(*twins, mark((0, 2), id_="d", label="LOC")))
    assert sorted(one.id for one in found.marks) == ["a", "d"]
    assert losses == {("span", name, "twin", "lost") for name in "bc"}


def test_what_goes_along_with_a_lost_mark_is_counted() -> None:
    report = adapted("conll", sheet(mark((4, 5), note="看", k="v")))[2]
    assert [report.fates[what, "lost"] for what in ("span", "attributes", "note", "segments")] == [1, 1, 1, 0]
    report = adapted("conll", sheet(mark((0, 2), (5, 7))))[2]
    assert [report.fates[what, "lost"] for what in ("span", "attributes", "note", "segments")] == [1, 0, 0, 1]


def test_attributes_and_notes_are_taken_from_marks_where_they_have_no_place() -> None:
    found, losses, _ = adapted("doccano", sheet(mark((0, 2), note="看", k="v"), mark((2, 4), id_="b", k="v")))
    assert [(one.attributes, one.note) for one in found.marks] == [({}, "")] * 2
    assert losses == {
        ("note", "a", "note", "lost"),
        ("attributes", "a", "attributes", "lost"),
        ("attributes", "b", "attributes", "lost"),
    }
    plain = sheet(mark((0, 2)))
    assert adapted("doccano", plain)[:2] == (plain, set())
    kept, losses, _ = adapted("instruct", sheet(mark((0, 2), note="看", k="v")))
    assert ([one.attributes for one in kept.marks], losses) == ([{"k": "v"}], {("note", "a", "note", "lost")})


def test_of_marks_that_overlap_the_longest_goes_out() -> None:
    given = sheet(mark((0, 4)), mark((0, 2), id_="b"), mark((3, 7), id_="c"), mark((7, 9), id_="d"))
    found, losses, _ = adapted("cluener", given)
    assert [one.id for one in found.marks] == ["a", "d"]
    assert losses == {("span", "b", "nested", "lost"), ("span", "c", "overlap", "lost")}


def test_the_longest_of_marks_that_overlap_are_kept_in_their_order() -> None:
    def ids(*parts: Segment) -> tuple[str, list[str]]:
        marks = [mark(part, id_=str(at)) for at, part in enumerate(parts)]
        kept, rest = outermost(marks)
        return "".join(one.id for one in kept), [f"{one.id} {reason}" for one, reason in rest]

    assert ids((0, 1), (1, 2), (3, 4)) == ("012", [])
    assert ids((3, 4), (0, 1)) == ("10", [])
    assert ids((0, 2), (1, 5), (4, 6)) == ("1", ["0 overlap", "2 overlap"])
    assert ids((0, 9), (1, 2), (8, 9), (9, 10)) == ("03", ["1 nested", "2 nested"])
    assert ids((0, 2), (0, 2)) == ("0", ["1 nested"])
    assert ids((5, 9), (0, 3), (3, 5), (2, 4)) == ("120", ["3 overlap"])


def test_a_mark_of_more_tokens_than_a_row_may_have_is_left_out() -> None:
    found, losses, _ = adapted("hf", sheet(mark((0, 4)), mark((5, 7), id_="b")), Options(max_length=3))
    assert [one.id for one in found.marks] == ["b"]
    assert losses == {("span", "a", "long", "lost")}
    assert len(adapted("hf", sheet(mark((0, 4))), Options(max_length=4))[0].marks) == 1


LINKS = (
    Link("1", "in", "a", "b"),
    Link("2", "in", "a", "b"),
    Link("3", "of", "a", "b"),
    Link("4", "in", "a", "a"),
    Link("5", "in", "a", "lost"),
    Link("6", "in", "lost", "a"),
    Link("7", "in", "b", "a"),
)
TWO = mark((0, 2)), mark((2, 4), id_="b")


@pytest.mark.parametrize(
    ("name", "kept", "reasons"),
    [
        ("doccano", "1347", {"2": "twin", "5": "ends", "6": "ends"}),
        ("brat", "137", {"2": "twin", "4": "loop", "5": "ends", "6": "ends"}),
        ("cluener", "", {link.id: "relations" for link in LINKS}),
    ],
)
def test_relations_go_out_whose_ends_do_each_once(name: str, kept: str, reasons: dict[str, str]) -> None:
    found, losses, _ = adapted(name, sheet(*TWO, links=LINKS))
    assert "".join(link.id for link in found.links) == kept
    assert {(id_, reason) for what, id_, reason, _ in losses if what == "relation"} == set(reasons.items())


@pytest.mark.parametrize(
    ("text", "end", "is_said"),
    [
        ("甲[@乙", 1, True),
        ("甲[$乙", 1, True),
        ("甲乙#", 2, True),
        ("甲#乙", 3, False),
        ("甲乙丙", 2, False),
    ],
)
def test_a_text_that_looks_like_a_tag_is_parted_by_blanks(text: str, end: int, is_said: bool) -> None:
    given = FlatArticle("p#1", text, (mark((0, end)),) if "#" not in text[:end] else (), page="p")
    said = ("article", "p#1", "escaped", "changed") in adapted("yedda", given)[1]
    assert said is is_said


def test_what_an_article_is_labelled_with_has_no_place_in_most_formats() -> None:
    page = page_of(TEXT)
    block = Block(role="paragraph", segments=((0, len(TEXT)),))
    article = Article(id="p#1", page="p", kind="news", blocks=(block,))
    topics: dict[str, tuple[str, ...]] = {"topic": ("劳动", "法律")}
    for labels, note, expected in ((topics, "再看", True), ({}, "", False)):
        progress = {"p#1": Progress(state="done", labels=labels, note=note)}
        entry = Entry(document_of(page, articles=(article,), progress=progress), article, read(page, article))
        losses = adapted("conll", sheet()._replace(entry=entry, labels=labels))[1]
        assert (("attributes", "p#1", "article_labels", "lost") in losses) is expected
        assert (("note", "p#1", "article_note", "lost") in losses) is expected


@pytest.mark.parametrize(
    ("name", "state", "stateless", "owners"),
    [
        ("conll", "done", 1, {"ling"}),
        ("conll", "todo", 0, {"ling"}),
        ("brat", "skipped", 1, {"ling"}),
        ("doccano", "done", 0, set()),
        ("jsonl", "done", 0, set()),
    ],
)
def test_states_and_annotators_are_counted_where_a_format_holds_none(
    name: str, state: State, stateless: int, owners: set[str]
) -> None:
    report = adapted(name, sheet()._replace(state=state, annotator="ling"))[2]
    assert (report.stateless, report.owners, report.losses) == (stateless, owners, 0)


def test_an_article_that_is_cut_loses_only_what_leads_from_part_to_part() -> None:
    losses: list[Loss] = []
    adapter = Adapter(format_named("hf"), Options(max_length=3), ExportReport(losses.append))
    text = "甲县工会。乙县工会。"
    marks = mark((0, 2)), mark((2, 4), id_="b"), mark((5, 7), id_="c"), mark((7, 9), id_="d")
    links = Link("1", "in", "a", "b"), Link("2", "in", "c", "d"), Link("3", "in", "a", "c")
    words = (0, 2), (2, 4), (5, 7), (7, 9)
    parts = list(adapter.cut(FlatArticle("p#1", text, marks, links, words=words, tokens=words, page="p")))
    assert [part.text for part in parts] == ["甲县工会。", "乙县工会。"]
    assert [[one.text_in(part.text) for one in part.marks] for part in parts] == [
        ["甲县", "工会"],
        ["乙县", "工会"],
    ]
    assert [[link.id for link in part.links] for part in parts] == [["1"], ["2"]]
    assert [(part.words, part.tokens) for part in parts] == [(((0, 2), (2, 4)),) * 2] * 2
    assert [(part.part, part.offset) for part in parts] == [(1, 0), (2, 5)]
    assert [(loss.id, loss.reason) for loss in losses] == [("3", "parts")]
    whole = FlatArticle("p#1", text[:5], marks[:2], tokens=words[:2], page="p")
    assert list(adapter.cut(whole)) == [whole]
    long = FlatArticle("p#1", text, marks, page="p")
    assert list(Adapter(format_named("conll"), Options(max_length=3), ExportReport()).cut(long)) == [long]
