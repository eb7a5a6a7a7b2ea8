"""Formats that are a folder, or a file of another library: what their readers make of any content."""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.formats.carrying import ABOUT, sheets, written
from tests.formats.corpus import hostile
from tests.formats.test_not_silent import TEXT, read_all, said
from tests.store.building import document_of, page_of, span_of
from tui.errors import PiyueError
from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.not_read import NotReadError
from tui.formats.common.standoff_reader import LINE_ENDS
from tui.formats.common.uima import count_unread
from tui.formats.interface import Options
from tui.formats.registry import format_named
from tui.model import Attribute
from tui.model.labels import AttributeType

Found = tuple[list[FlatArticle], dict[tuple[str, str], int], list[PiyueError]]
Brat = Callable[..., Found]


@pytest.fixture
def brat(tmp_path: Path) -> Brat:
    """Read lines of one article."""

    def read(*lines: str, text: str = TEXT) -> Found:
        folder = tmp_path / "brat"
        folder.mkdir(exist_ok=True)
        (folder / "a.txt").write_bytes(text.encode())
        (folder / "a.ann").write_text("\n".join(lines), encoding="utf-8")
        found, unread, refused = read_all("brat", folder)
        return found, dict(unread), refused

    return read


# brat


@pytest.mark.parametrize(
    "line",
    [
        "T1\tLOC 0 3",
        "T1\tLOC 0\t临溪县",
        "T1\tLOC a 3\t临溪县",
        "T1\tLOC -1 3\t临溪县",
        "T1\tLOC 3 3\t",
        "T1\tLOC 3 0\t临溪县",
        "T1\tLOC 0 99\t临溪县",
        "T1\tLOC 0 3\t东河县",
        "T1\tLOC 0 1;2 3\t临 溪",
        "T1",
        "R1",
        "R1\tof Arg1:T9",
        "*",
        "A1\tSure",
        "N1\tReference T9",
        "#1\tAttributes T9\t{",
        "#1\tNote",
    ],
)
def test_a_line_of_brat_that_is_none_is_refused_with_its_number(line: str, brat: Brat) -> None:
    (article,), _, (error,) = brat("", line, "T9\tLOC 0 3\t临溪县")
    assert said(article) == [("LOC", "临溪县")]
    assert article.marks[0].attributes == {}
    assert error.line == 2
    assert error.values["what"] == ("relation" if line[0] in "R*" else "span")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("T1\tLOC 1 4\t临溪县", "T2\tX 4 6\t总工"), [("LOC", "临溪县"), ("X", "总工")]),  # as brat counts
        (("T1\tLOC 0 3\t临溪县", "T2\tX 3 5\t总工"), [("LOC", "临溪县"), ("X", "总工")]),
        (("T1\tLOC 0 4\t\ufeff临溪县",), [("LOC", "临溪县")]),
        ((), []),
    ],
)
def test_a_byte_order_mark_of_a_text_of_brat_is_counted_or_not(
    lines: tuple[str, ...], expected: list[tuple[str, str]], brat: Brat
) -> None:
    (article,), _, refused = brat(*lines, text="\ufeff临溪县总工会")
    assert (article.text, said(article), refused) == ("临溪县总工会", expected, [])


def test_fragments_of_brat_are_parts_and_those_at_a_line_s_end_are_one(brat: Brat) -> None:
    (article,), _, refused = brat(
        "T1\tX 0 1;2 3\t临 县", "T2\tY 6 8;0 3\t新建 临溪县", "T3\tZ%20A 0 3\t临溪县"
    )
    by_label = {mark.label: mark.parts for mark in article.marks}
    assert by_label == {"X": ((0, 1), (2, 3)), "Y": ((0, 3), (6, 8)), "Z A": ((0, 3),)}
    assert refused == []
    for end in LINE_ENDS:
        text = f"临溪{end}县"
        (article,), _, refused = brat("T1\tLOC 0 2;3 4\t临溪 县", text=text)
        assert (article.marks[0].parts, refused) == (((0, 4),), [])
    (article,), _, refused = brat("T1\tLOC 0 4\t临溪 县", text="临溪\u3000县")
    assert refused == []


def test_attributes_of_brat_are_so_or_have_a_value_and_may_be_json(brat: Brat) -> None:
    lines = [
        "A1\tSure T1",
        "M1\tLevel T1 县 级",
        '#1\tAttributes T1\t{"n": 7, "bad": [1]}',
        "A2\tOther T1 x ",
    ]
    (article,), unread, _ = brat("T1\tLOC 0 3\t临溪县", *lines)
    assert article.marks[0].attributes == {"Sure": True, "Level": "县 级", "n": 7, "Other": "x"}
    assert unread == {}


def test_notes_of_brat_go_together_and_others_than_people_s_say_their_kind(brat: Brat) -> None:
    lines = ["#1\tAnnotatorNotes T1\t一\\n二", "#2\tAnnotatorNotes T1", "#3\tCheck T1\t三\\四"]
    (article,), unread, _ = brat("T1\tLOC 0 3\t临溪县", *lines)
    assert article.marks[0].note == "一\n二\nCheck: 三\\四"
    assert unread == {}


def test_what_a_tag_of_brat_stands_for_elsewhere_goes_together(brat: Brat) -> None:
    lines = ["N1\tReference T1 Wiki:Q1\t临溪", "N2\tReference T1 Wiki:Q2"]
    (article,), unread, _ = brat("T1\tLOC 0 3\t临溪县", *lines)
    assert article.marks[0].attributes == {"Reference": "Wiki:Q1 临溪; Wiki:Q2"}
    assert unread == {}


def test_all_that_is_said_of_what_is_no_tag_is_counted(brat: Brat) -> None:
    lines = ["A1\tSure E1", "A2\tSure E2", "M1\tX E1", "N1\tRef E1 a:b", "#1\tNote R1\tx", "#2\tNote R1\ty"]
    _, unread, _ = brat("T1\tLOC 0 3\t临溪县", "E1\tLOC:T1", *lines, '#3\tAttributes E1\t{"a": 1}')
    assert unread == {("event", ""): 1, ("attribute", ""): 5, ("note", ""): 2}


def test_relations_and_equivalences_of_brat(brat: Brat) -> None:
    tags = [f"T{n}\tX {n} {n + 1}\t{TEXT[n]}" for n in (1, 2, 3)]
    (article,), _, _ = brat(*tags, "R1\tpart%20of Arg1:T1 Arg2:T2\r", "*\tSame T1 T2 T3")
    assert article.links == (
        ("R1", "part of", "T1", "T2"),
        ("", "Same", "T1", "T2"),
        ("", "Same", "T2", "T3"),
    )


def test_texts_and_annotations_of_brat_that_stand_alone_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一")
    (tmp_path / "b.ann").write_text("")
    (tmp_path / "c.txt").write_bytes(b"\xff")
    (tmp_path / "c.ann").write_text("")
    (tmp_path / "d.txt").write_text("四")
    (tmp_path / "d.ann").write_bytes(b"\xff")
    (tmp_path / "e.txt").write_text("五")
    (tmp_path / "e.ann").write_text("")
    found, _, refused = read_all("brat", tmp_path)
    assert [article.external_id for article in found] == ["e"]
    assert len(refused) == 4


@pytest.mark.parametrize("name", ["brat", "yedda", "cas", "cas-json"])
def test_a_link_out_of_a_folder_is_not_followed(name: str, tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    outside.mkdir()
    (sheet,), _, _ = sheets(name, [hostile()])
    written(name, [sheet], outside)
    for file in outside.iterdir():
        if file.suffix in (format_named(name).suffix, ".ann"):
            (folder / file.name).symlink_to(file)
    (folder / f"dir{format_named(name).suffix}").mkdir()
    found, _, refused = read_all(name, folder)
    assert [one for one in found if one.marks] == []
    assert refused


TREES = ("brat", "yedda", "cas", "cas-json")


@pytest.mark.parametrize("name", TREES)
def test_one_file_of_a_folder_is_read_alone(name: str, tmp_path: Path) -> None:
    articles = [FlatArticle(f"p-{at}", TEXT, (Mark("1", "ORG", ((0, 3),)),)) for at in (1, 2)]
    folder = written(name, articles, tmp_path)
    all_of_it = read_all(name, folder)[0]
    files = [file for file in sorted(folder.iterdir()) if file.suffix in (".ann", ".txt", ".xmi", ".json")]
    assert len(all_of_it) == 2
    assert {tuple(said(one)) for file in files for one in read_all(name, file)[0]} == {(("ORG", TEXT[:3]),)}
    assert [len(read_all(name, file)[0]) for file in files] == [1] * len(files)


@pytest.mark.parametrize("name", TREES)
def test_a_named_file_that_is_not_there_is_refused(name: str, tmp_path: Path) -> None:
    found, _, refused = read_all(name, tmp_path / "x.ann")
    assert (found, len(refused)) == ([], 1)


def test_brat_gets_one_line_attributes_as_such_and_others_as_json(tmp_path: Path) -> None:
    attributes: dict[str, Attribute] = {
        "sure": True,
        "is": False,
        "level": "县",
        "two words": "x",
        "n": 7,
        "text": "a b",
        "true": "True",
    }
    mark = Mark("x", "机 构", ((0, 3),), dict(attributes), "看\t“好”")
    other = Mark("y", "ORG", ((3, 6),))
    sheet = FlatArticle("p#1", TEXT, (mark, other), (Link("r", "of", "y", "x"),))
    written("brat", [sheet], tmp_path)
    lines = (tmp_path / "p-1.ann").read_text(encoding="utf-8").splitlines()
    assert "A1\tsure T1" in lines
    assert "A2\tlevel T1 县" in lines
    assert [line[0] for line in lines] == list("TTRAA##")
    (found,), unread, refused = read_all("brat", tmp_path)
    assert (found.marks[0].attributes, found.marks[0].note, found.marks[0].label) == (
        attributes,
        "看\t“好”",
        "机 构",
    )
    assert [link[1:] for link in found.links] == [("of", found.marks[1].id, found.marks[0].id)]
    config = (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    entities, relations = config.split("[relations]")
    assert entities.splitlines().count("ORG") == 1
    assert "of\tArg1:<ENTITY>, Arg2:<ENTITY>" in relations
    assert "level\tArg:<ENTITY>" in config
    assert (unread, refused) == ({}, [])


# YEDDA


@pytest.mark.parametrize(
    ("text", "plain", "tags"),
    [
        ("[@临溪县#LOC*]好", "临溪县好", [("LOC", "临溪县")]),
        ("[@#LOC*]好", "好", []),
        ("[@临溪县#LOC*]#好", "[@临溪县#LOC*]#好", []),
        ("[@临#溪县#LOC*]", "临#溪县", [("LOC", "临#溪县")]),
        ("[@临\n溪#LOC*]", "[@临\n溪#LOC*]", []),
        ("[临溪县#LOC*]", "[临溪县#LOC*]", []),
        ("\ufeff[@临#A*]与[@溪#B*]", "临与溪", [("A", "临"), ("B", "溪")]),
    ],
)
def test_tags_of_yedda_are_as_its_own_reader_has_them(
    text: str, plain: str, tags: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "a.ann").write_text(text, encoding="utf-8")
    (article,), _, refused = read_all("yedda", tmp_path)
    assert (article.text, said(article), refused) == (plain, tags, [])


def test_a_file_of_yedda_that_is_no_utf_8_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_bytes(b"\xff")
    (tmp_path / "b.ann").write_text("好", encoding="utf-8")
    found, _, refused = read_all("yedda", tmp_path)
    assert [article.text for article in found] == ["好"]
    assert len(refused) == 1


@pytest.mark.parametrize("text", ["#后[@x", "前[$x#后", "#", "后#"])
def test_text_beside_tags_of_yedda_stays_text(text: str, tmp_path: Path) -> None:
    whole = f"{text}临溪县{text}"
    start = len(text)
    written("yedda", [FlatArticle("p#1", whole, (Mark("a", "LOC", ((start, start + 3),)),))], tmp_path)
    (article,), _, _ = read_all("yedda", tmp_path)
    assert said(article) == [("LOC", "临溪县")]
    assert "".join(article.text.split()) == whole
    assert article.proposals == ()


@pytest.mark.parametrize("sign", ["[@", "[$", "*]", "#"])
def test_a_tag_with_a_sign_of_yedda_s_cannot_go_out(sign: str) -> None:
    page = page_of(f"见临溪{sign}县。")
    tag = span_of(page, "a", (1, len(page.text) - 1))
    other = span_of(page, "b", (0, 1), label=f"X{sign}")
    (sheet,), losses, _ = sheets("yedda", [document_of(page, tag, other)])
    assert sheet.marks == ()
    assert {(loss.id, loss.reason) for loss in losses if loss.what == "span"} == {
        ("a", "markup"),
        ("b", "markup"),
    }


# UIMA

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"


def cas(tmp_path: Path, *rows: dict[str, Any], text: str = TEXT) -> Found:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": text}
    (tmp_path / "a.json").write_text(json.dumps({"%FEATURE_STRUCTURES": [sofa, *rows]}), encoding="utf-8")
    found, unread, refused = read_all("cas-json", tmp_path)
    return found, dict(unread), refused


def entity(number: int, start: Any, end: Any, **more: Any) -> dict[str, Any]:
    return {"%ID": number, "%TYPE": ENTITY, "@sofa": 1, "begin": start, "end": end, "value": "LOC"} | more


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (3, 3), (3, 0), (0, 99), (None, 3), (0, None), (0, 6), (0, "x")]
)
def test_an_entity_of_uima_that_is_no_range_is_refused(start: Any, end: Any, tmp_path: Path) -> None:
    text = TEXT[:5] + "😀"
    (article,), _, refused = cas(tmp_path, entity(2, start, end), entity(3, 0, 7), text=text)
    assert said(article) == [("LOC", text)]
    assert len(refused) == 1


def test_features_of_an_entity_of_uima_are_attributes(tmp_path: Path) -> None:
    more = {"identifier": "kb:1", "sure": True, "none": None, "empty": "", "bad": [1]}
    (article,), _, _ = cas(tmp_path, entity(2, 0, 3, **more))
    assert article.marks[0].attributes == {"identifier": "kb:1", "sure": True}


def test_relations_of_uima_need_both_ends(tmp_path: Path) -> None:
    def relation(number: int, **more: Any) -> dict[str, Any]:
        return {"%ID": number, "%TYPE": "piyue.Relation", "begin": 0, "end": 3} | more

    rows = [relation(9, **{"@Governor": 2, "@Dependent": 3, "label": "of", "identifier": "r"})]
    rows += [relation(10, **{"@Governor": 2}), relation(11, **{"@Governor": 7, "@Dependent": 3})]
    (article,), _, refused = cas(tmp_path, entity(2, 0, 3), entity(3, 3, 6), *rows)
    keys = [mark.id for mark in article.marks]
    assert article.links == (("r", "of", *keys),)
    assert len(refused) == 2


def test_sentences_of_uima_are_ranges_side_by_side(tmp_path: Path) -> None:
    places = [(6, 12), (0, 6), (3, 9), (6, 6), (-1, 2), (9, 99)]
    rows = [{"%ID": n, "%TYPE": SENTENCE, "begin": a, "end": b} for n, (a, b) in enumerate(places, 2)]
    (article,), _, _ = cas(tmp_path, *rows)
    assert [(s.start, s.end) for s in article.sentences] == [(0, 6), (6, 12)]


def test_structures_of_other_views_are_not_read(tmp_path: Path) -> None:
    other = {"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaID": "other", "sofaString": "x"}
    (article,), unread, _ = cas(tmp_path, other, entity(2, 0, 3), entity(3, 3, 6) | {"@sofa": 9})
    assert said(article) == [("LOC", "临溪县")]
    assert unread == {("view", ""): 1}


@pytest.mark.parametrize(
    "data", ["{", "[]", "{}", '{"%FEATURE_STRUCTURES": []}', '{"%FEATURE_STRUCTURES": [7]}']
)
def test_a_file_of_cas_json_that_is_none_is_refused_and_the_next_one_read(data: str, tmp_path: Path) -> None:
    (tmp_path / "0.json").write_text(data)
    found, _, refused = cas(tmp_path, entity(2, 0, 3))
    assert [said(article) for article in found] == [[("LOC", "临溪县")]]
    assert len(refused) == 1


XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    ' xmlns:n="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:c="http:///my/own.ecore">'
    '<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="临溪县&#10;好"/>'
    '<cas:Sofa xmi:id="2" sofaID="other" sofaString="x"/>'
    '<n:NamedEntity xmi:id="3" sofa="1" begin="0" end="3" value="LOC"/>'
    '<n:NamedEntity xmi:id="4" begin="4" end="5" value="X"/>'
    '<n:NamedEntity xmi:id="5" sofa="2" begin="0" end="1" value="Y"/>'
    '<c:Opinion xmi:id="6" sofa="1"/>'
    "</xmi:XMI>"
)


def test_xmi_has_views_layers_and_entities(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_text(XMI, encoding="utf-8")
    (article,), unread, refused = read_all("cas", tmp_path)
    assert (article.text, said(article)) == ("临溪县\n好", [("LOC", "临溪县"), ("X", "好")])
    assert unread == {("view", ""): 1, ("layer", "my.own.Opinion"): 1}
    assert refused == []


@pytest.mark.parametrize(
    "data",
    [
        "<a>",
        "",
        "<a/>",
        XMI.replace("_InitialView", "v"),
        '<!DOCTYPE a [<!ENTITY b "c">]>' + XMI,
        "<!DOCTYPE a>" + XMI,
        '<?xml version="1.0" encoding="nonsense"?>' + XMI,
    ],
)
def test_a_file_of_xmi_that_is_none_or_declares_anything_is_refused(data: str, tmp_path: Path) -> None:
    (tmp_path / "0.xmi").write_text(data, encoding="utf-8")
    (tmp_path / "a.xmi").write_text(XMI, encoding="utf-8")
    found, _, refused = read_all("cas", tmp_path)
    assert [article.text for article in found] == ["临溪县\n好"]
    assert len(refused) == 1


def test_xmi_holds_any_text_that_xml_can_and_says_of_the_rest_that_it_was_there(tmp_path: Path) -> None:
    text = 'a<&>"\t\n\r\x85\u2028\x00\x1c\ud800😀'
    written("cas", [FlatArticle("p#1", text, (Mark("a", 'X"<', ((0, 1),)),))], tmp_path)
    (article,), _, _ = read_all("cas", tmp_path)
    assert article.text == 'a<&>"\t\n\r\x85\u2028\ufffd \ufffd😀'
    assert said(article) == [('X"<', "a")]


@pytest.mark.parametrize("name", ["cas", "cas-json", "spacy"])
def test_a_text_of_a_corpus_keeps_its_name_and_says_which_article_it_is(name: str, tmp_path: Path) -> None:
    about = {"date": "2024-05-01", "source": "报", "title": "题"}
    sheet = FlatArticle("p#1", TEXT, state="done", annotator="wang", about=about, external_id="x7")
    path = written(name, [sheet], tmp_path)
    (article,), unread, _ = read_all(name, path)
    assert (article.id, article.state, article.annotator) == ("p#1", "done", "wang")
    assert article.about == about
    assert unread == {}
    if name == "cas":
        assert (tmp_path / "x7.xmi").exists()
        assert (tmp_path / "TypeSystem.xml").exists()


# spaCy


def docbin(tmp_path: Path, *docs: Any, **options: Any) -> Found:
    from spacy.tokens import DocBin

    path = tmp_path / "x.spacy"
    DocBin(docs=docs, store_user_data=True, **options).to_disk(path)
    found, unread, refused = read_all("spacy", path)
    return found, dict(unread), refused


def test_entities_of_spacy_that_are_no_spans_too_are_read(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import Span

    doc = spacy.blank("zh")(TEXT)
    doc.spans["sc"] = [Span(doc, 0, 3, label="LOC", span_id="s1")]
    doc.ents = [Span(doc, 0, 3, label="LOC"), Span(doc, 3, 6, label="ORG", kb_id="Q2")]
    (article,), unread, _ = docbin(tmp_path, doc, attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"])
    assert said(article) == [("LOC", "临溪县"), ("ORG", "总工会")]
    assert [mark.attributes for mark in article.marks] == [{"span_id": "s1"}, {"kb_id": "Q2"}]
    assert (article.sentences, unread) == ((), {})


def test_sentences_and_features_of_words_of_spacy(tmp_path: Path) -> None:
    import spacy

    doc = spacy.blank("zh")(TEXT)
    token: Any
    for token in doc:
        token.is_sent_start = token.i in (0, 6)
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.text
        token.set_morph("Case=Nom")
    other = spacy.blank("zh")(TEXT)
    for token in other:
        token.is_sent_start = token.i == 0
    doc.cats = {"a": 1.0, "b": 0.0}
    doc.user_data.update({"x": 1, "y": 2})
    attrs = ["SENT_START", "POS", "TAG", "LEMMA", "MORPH"]
    (first, second), unread, _ = docbin(tmp_path, doc, other, attrs=attrs)
    assert [(s.start, s.end) for s in first.sentences] == [(0, 6), (6, 12)]
    assert second.sentences == ()
    features = {("word_feature", name): 1 for name in ("TAG", "POS", "LEMMA", "MORPH")}
    assert unread == features | {("category", ""): 2, ("user_data", ""): 2}


def test_tokens_of_spacy_s_converter_are_joined_as_in_print(tmp_path: Path) -> None:
    from spacy.tokens import Span

    converters: Any = import_module("spacy.training.converters")
    rows = "临\tB-LOC 溪\tI-LOC 县\tI-LOC 总\tO 工\tO 会\tO".replace(" ", "\n")
    (converted,) = converters.conll_ner_to_docs(f"{rows}\n\n王\tO\n", n_sents=0, no_print=True)
    converted.spans["sc"] = [Span(converted, 3, 6, label="ORG"), Span(converted, 2, 2, label="EMPTY")]
    (words,) = converters.iob_to_docs("使用|O Chat|B-ORG GPT|I-ORG 3|O 。|O", no_print=True)
    found, _, _ = docbin(tmp_path, converted, words)
    assert [one.text for one in found] == ["临溪县总工会王", "使用Chat GPT 3。"]
    names = [("LOC", "临溪县"), ("EMPTY", ""), ("ORG", "总工会")]
    assert [said(one) for one in found] == [names, [("ORG", "Chat GPT")]]
    assert [(one.start, one.end) for one in found[0].sentences] == [(0, 6), (6, 7)]


def test_an_article_s_labels_are_categories_that_spacy_trains_on(tmp_path: Path) -> None:
    import io

    import spacy
    from spacy.tokens import DocBin

    topic = AttributeType(id="topic", kind="enum", choices=("法律", "劳动"))
    about = ABOUT.replaced(article_labels=(topic, AttributeType(id="angle")))
    out = io.BytesIO()
    docs = format_named("spacy").load().sink(out, about, Options(unit="char"))
    docs.add(FlatArticle("p#1", TEXT, labels={"topic": ("法律",), "series": ("头版: 要闻",)}))
    docs.add(FlatArticle("p#2", TEXT))
    docs.close()
    first, second = DocBin(store_user_data=True).from_bytes(out.getvalue()).get_docs(spacy.blank("zh").vocab)
    assert first.cats == {"topic: 法律": 1.0, "topic: 劳动": 0.0, "series: 头版: 要闻": 1.0}
    assert second.cats == {}
    path = tmp_path / "x.spacy"
    path.write_bytes(out.getvalue())
    found, unread, _ = read_all("spacy", path)
    labels = [{"topic": ("法律",), "series": ("头版: 要闻",)}, {}]
    assert [one.labels for one in found] == labels
    assert unread == {}
    first.cats = first.cats | {"topic: 劳动": 0.5}
    found, half_said, _ = docbin(tmp_path, first, second)
    assert [one.labels for one in found] == labels
    assert half_said == {("category", ""): 1}


@pytest.mark.parametrize("data", [b"", b"x", b"\x00" * 99])
def test_a_file_that_is_no_docbin_is_refused_whole(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.spacy"
    path.write_bytes(data)
    with pytest.raises(PiyueError):
        read_all("spacy", path)


def test_a_docbin_that_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zlib import compress

    from tui.formats import docbin as module

    monkeypatch.setattr(module, "LONGEST", 1 << 21)
    path = tmp_path / "x.spacy"
    path.write_bytes(compress(b"\x00" * (1 << 22)))
    with pytest.raises(PiyueError, match=str(1 << 21)):
        read_all("spacy", path)


def test_structures_that_have_no_place_here_are_counted_by_their_types() -> None:
    told: list[PiyueError] = []
    count_unread(["custom.A", "uima.cas.Sofa", "custom.B", "custom.A", ENTITY], 3, told.append)
    assert [(one.kind, one.name, one.count) for one in told if isinstance(one, NotReadError)] == [
        ("layer", "custom.A", 2),
        ("layer", "custom.B", 1),
        ("view", "", 2),
    ]
    told.clear()
    count_unread([ENTITY], 1, told.append)
    assert told == []
