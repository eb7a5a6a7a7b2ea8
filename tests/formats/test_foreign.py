"""What other programs write is read: their own shapes, old and new, and what is wrong is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.formats.carrying import read
from tests.store.building import division_of, page_of
from tui.errors import PiyueError
from tui.formats.common.article_matching import Difference, Map, mapped, reading_of
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.known_texts import Known, Texts, is_changed
from tui.formats.registry import format_named
from tui.model import Article, Block

TEXT = "临溪县总工会新建36家。"


def sheets_in(name: str, tmp_path: Path, value: Any) -> list[FlatArticle]:
    path = tmp_path / f"x{format_named(name).suffix}"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return read(name, path)


def said(sheet: FlatArticle) -> list[tuple[str, str]]:
    return [(mark.label, mark.text_in(sheet.text)) for mark in sheet.marks]


@pytest.mark.parametrize("key", ["label", "labels"])
def test_doccano_s_triples_under_either_name(key: str, tmp_path: Path) -> None:
    (sheet,) = sheets_in("doccano", tmp_path, {"id": 7, "text": TEXT, key: [[0, 3, "LOC"]], "Comments": []})
    assert said(sheet) == [("LOC", "临溪县")]


def test_doccano_s_relations(tmp_path: Path) -> None:
    entities = [
        {"id": 91, "label": "LOC", "start_offset": 0, "end_offset": 3},
        {"id": 90, "label": "ORG", "start_offset": 0, "end_offset": 6},
    ]
    relations = [{"id": 5, "from_id": 90, "to_id": 91, "type": "in"}]
    (sheet,) = sheets_in("doccano", tmp_path, {"text": TEXT, "entities": entities, "relations": relations})
    assert said(sheet) == [("ORG", "临溪县总工会"), ("LOC", "临溪县")]
    assert [link[1:] for link in sheet.links] == [("in", "90", "91")]


def region(key: str, start: int, end: int, label: str) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
    return {"id": key, "from_name": "ner", "to_name": "t", "type": "labels", "value": value}


def test_label_studio_s_newest_annotation_that_was_not_cancelled(tmp_path: Path) -> None:
    link = {"type": "relation", "from_id": "b", "to_id": "a", "direction": "left", "labels": ["in"]}
    task = {
        "data": {"text": TEXT},
        "annotations": [
            {"result": [region("a", 0, 6, "OLD")]},
            {"result": [region("a", 0, 6, "ORG"), region("b", 0, 3, "LOC"), link]},
            {"result": [], "was_cancelled": True},
        ],
        "predictions": [{"result": [region("c", 8, 11, "METRIC")]}],
    }
    only_guessed = {"data": {"text": TEXT}, "predictions": task["predictions"]}
    first, second = sheets_in("label-studio", tmp_path, [task, only_guessed])
    assert said(first) == [("ORG", "临溪县总工会"), ("LOC", "临溪县")]
    assert [item[1:] for item in first.links] == [("in", "a", "b")]
    assert said(second) == []
    assert (first.id, second.id) == ("", "")
    assert [(mark.label, mark.text_in(TEXT)) for mark in second.proposals] == [("METRIC", "36家")]


@pytest.mark.parametrize("gap", [" ", "\t", " -X- _ "])
@pytest.mark.parametrize("tags", ["B-LOC I-LOC I-LOC O", "B-LOC M-LOC E-LOC O", "I-LOC I-LOC I-LOC O"])
def test_conll_of_any_scheme_and_columns(gap: str, tags: str, tmp_path: Path) -> None:
    rows = [f"{character}{gap}{tag}" for character, tag in zip("临溪县好", tags.split(), strict=True)]
    block = "\n".join(rows) + "\n\n"
    (sheet,) = sheets_in("conll", tmp_path, block + block.rstrip("\n"))
    assert sheet.text == "临溪县好\n临溪县好"
    assert said(sheet) == [("LOC", "临溪县")] * 2
    start = "-DOCSTART- -X- O O\n\n"
    assert len(sheets_in("conll", tmp_path, start + block + start + block)) == 2


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (list("完成2310.6万吨"), "完成2310.6万吨"),
        (list("乘G17次、NBA"), "乘G17次、NBA"),
        ([*"1998年", "NBA", "Live"], "1998年NBA Live"),
        (["第", "3", "版", "in", "2024", "5G"], "第3版in 2024 5G"),
    ],
)
def test_between_characters_of_conll_there_is_no_blank(tokens: list[str], text: str, tmp_path: Path) -> None:
    (sheet,) = sheets_in("conll", tmp_path, "".join(f"{token} B-METRIC\n" for token in tokens))
    assert sheet.text == text
    assert [mark.text_in(text) for mark in sheet.marks] == tokens


def test_brat_s_notes_events_and_multi_value_attributes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲 乙\r\n丙", encoding="utf-8", newline="")
    lines = [
        "T1\tPER 0 1\t甲",
        "T2\tPER 2 3;5 6\t乙 丙",
        "M1\tSure T1",
        "A2\tKind T1 head",
        "E1\tPER:T1",
        "*\tEquiv T1 T2",
        "#1\tAnnotatorNotes T1\t一\\二",
        "R1\tknows Arg1:T1 Arg2:T2",
    ]
    (tmp_path / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (sheet,) = read("brat", tmp_path)
    first, second = sheet.marks
    assert (first.attributes, first.note) == ({"Sure": True, "Kind": "head"}, "一\\二")
    assert second.parts == ((2, 6),)
    assert [link[1:] for link in sheet.links] == [("Equiv", "T1", "T2"), ("knows", "T1", "T2")]


def refusals(name: str, path: Path) -> tuple[int, list[str]]:
    found: list[PiyueError] = []
    row = format_named(name)
    if row.layout == "tree":
        sheets = list(row.load().parse(path, str(path), found.append))
    else:
        with path.open("rb") as stream:
            sheets = list(row.load().parse(stream, str(path), found.append))
    return len(sheets), [str(error) for error in found]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("doccano", {"text": TEXT, "label": [[0, 99, "ORG"]]}),
        ("doccano", {"text": TEXT, "label": [[3, 3, "ORG"]]}),
        ("doccano", {"text": TEXT, "label": [[True, 3, "ORG"]]}),
        ("cluener", {"text": TEXT, "label": {"LOC": {"临溪": [[0, 2]]}}}),
        ("prodigy", {"text": TEXT, "spans": [{"start": -1, "end": 2, "label": "X"}]}),
        ("prodigy", {"text": TEXT, "answer": "reject"}),
        ("hf", {"text": TEXT, "spans": [{"id": "a", "start": "0", "end": 2, "label": "X"}]}),
    ],
)
def test_a_line_that_does_not_fit_its_text_is_refused_by_its_number(
    name: str, line: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    good = {"text": TEXT, "spans": []}
    path.write_text(f"{json.dumps(good)}\n\n{json.dumps(line)}\n", encoding="utf-8")
    texts, errors = refusals(name, path)
    assert texts == (1 if line.get("answer") else 2)  # what is wrong with a tag costs that tag alone
    (error,) = errors
    assert f"{path}:3" in error


def test_xmi_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    (tmp_path / "a.xmi").write_text(bomb, encoding="utf-8")
    sheets, errors = refusals("cas", tmp_path)
    assert sheets == 0
    assert "DOCTYPE" in errors[0]


def texts() -> Texts:
    found = Texts()
    page = page_of("甲乙丙\n甲乙丙\n")
    found.add(page, division_of(page, 0, 4).articles)
    return found


def test_equal_texts_are_taken_for_equal_articles_in_turn_and_by_name() -> None:
    found = texts()
    assert [found.find("", "甲 乙丙") for _ in range(3)] == [Known("p", "p#1"), Known("p", "p#2"), None]
    assert found.find("", "甲 乙丙", "another") == Known("p", "p#1")
    assert found.find("p#2", "甲乙\n丙") == Known("p", "p#2")
    assert found.find("", "丁") is None
    assert found.find("p#1", "丁") == Known("p", "p#1")


def test_behind_the_articles_with_a_text_come_those_that_differ_in_blanks_and_then_none() -> None:
    found, page = Texts(), page_of("甲乙丙\n甲乙 丙\n")
    found.add(page, division_of(page, 0, 4).articles)
    assert [found.find("", "甲乙丙") for _ in range(3)] == [Known("p", "p#1"), Known("p", "p#2"), None]
    found.begin()
    assert [found.find("", "甲乙 丙\n"), found.find("", "甲乙丙")] == [Known("p", "p#2"), Known("p", "p#1")]


def test_a_text_that_is_a_whole_page_is_not_taken_for_its_article_afterwards() -> None:
    found, page = Texts(), page_of("甲乙丙\n\n丁戊\n")
    blocks = tuple(Block(role="paragraph", segments=(place,)) for place in ((0, 3), (5, 7)))
    found.add(page, [Article(id="p#1", page="p", kind="news", blocks=blocks)])
    assert found.find("", page.text) == Known("p")
    assert found.find("", page.text) is None


def test_a_changed_text_is_told_by_its_beginning_and_the_first_difference() -> None:
    text = "".join(chr(0x4E00 + n) for n in range(60))
    page, found = page_of(text), Texts()
    articles = division_of(page).articles
    found.add(page, articles)
    changed = text[:50] + "\n好" + text[51:]
    assert found.find("", changed) is None
    (known,) = found.alike("", changed)
    assert known == Known("p", "p#1")
    assert is_changed(changed, text)
    assert not is_changed(text[:45] + text[45:][::-1], text)
    difference = mapped(
        text[:50] + "\n好" + text[51:], reading_of(page, articles, known), known, across=False
    )
    assert isinstance(difference, Difference)
    assert (difference.offset, difference.here[0], difference.there[0]) == (51, "好", text[50])
    assert found.alike("", text[:30]) == []


def test_ranges_are_mapped_over_blanks_and_never_over_blocks() -> None:
    page = page_of("甲　乙\r\n丙丁\n")
    articles = division_of(page).articles
    mapping = mapped("甲乙 丙丁", reading_of(page, articles, Known("p", "p#1")), Known("p"), across=False)
    assert isinstance(mapping, Map)
    assert mapping.segments([(0, 2)]) == ((0, 3),)
    assert mapping.segments([(1, 4)]) == ((2, 6),)
    assert mapping.segments([(2, 3)]) == ()
