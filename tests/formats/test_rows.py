"""Rows of JSON: which fields each format knows, and what becomes of a field that is wrong."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.formats.carrying import ABOUT, read, sheets, written
from tests.formats.corpus import hostile
from tests.formats.test_not_silent import TEXT, given, read_all, region, said
from tui.errors import FormatError, PiyueError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.json_fields import annotator_of
from tui.formats.format import EVERYTHING
from tui.formats.interface import Options
from tui.formats.registry import FORMATS, format_named

TOKENS = list(TEXT)
FULL: dict[str, dict[str, Any]] = {
    "doccano": {
        "id": 7, "text": TEXT, "label": [], "labels": [], "entities": [], "relations": [], "cats": [],
        "annotations": [],
        "Comments": [], "comments": [], "article": "p#1", "state": "done", "annotator": "wang",
        "date": "2024-05-01", "source": "报", "title": "题", "data": "x",
    },
    "prodigy": {
        "text": TEXT, "tokens": [], "spans": [], "relations": [], "answer": "accept",
        "meta": {"id": 7, "a": 1},
        "accept": ["x"], "priority": 1, "score": 0.5, "config": {"a": 1}, "_task_hash": 1,
    },
    "cluener": {"id": 7, "text": TEXT, "label": {}},
    "cmeee": {"id": 7, "text": TEXT, "entities": [], "article": "p#1", "part": 1, "offset": 3},
    "gliner": {"id": 7, "tokenized_text": TOKENS, "ner": [], "article": "p#1", "starts": list(range(12))},
    "w2ner": {"id": 7, "sentence": TOKENS, "ner": [], "word": [0], "article": "p#1", "starts": [*range(12)]},
    "hf-tokens": {
        "id": 7, "tokens": TOKENS, "ner_tags": ["O"] * 12, "words": TOKENS, "tags": ["O"], "labels": ["O"],
        "ner": ["O"], "article": "p#1", "starts": list(range(12)),
    },
    "uie": {
        "id": 7, "content": TEXT, "result_list": [], "prompt": "地点", "label": "LOC", "relation": "subject",
        "head": {"a": 1}, "article": "p#1", "part": 1, "offset": 3,
    },
}  # fmt: skip
ROWS = pytest.mark.parametrize("name", FULL)


@ROWS
def test_every_field_that_a_format_has_is_read_and_another_one_is_counted(name: str, tmp_path: Path) -> None:
    (article,), unread, refused = given(name, tmp_path, [FULL[name]])
    assert (article.text, unread, refused) == (TEXT, {}, 0)
    _, unread, _ = given(
        name, tmp_path, [FULL[name] | {"mystery": 1, "riddle": [1], "_private": 1, "none": None, "nil": ""}]
    )
    assert unread == {("field", "mystery"): 1, ("field", "riddle"): 1}


@ROWS
def test_a_text_s_own_id_is_its_name_unless_it_is_one_of_our_articles(name: str, tmp_path: Path) -> None:
    (ours,), _, _ = given(name, tmp_path, [FULL[name]])
    plain = {key: value for key, value in FULL[name].items() if key not in ("article", "meta")}
    (theirs,), _, _ = given(name, tmp_path, [plain])
    assert theirs.id == ""
    assert theirs.external_id == ("" if name in ("uie", "prodigy") else "7")
    assert ours.id == ("" if name in ("cluener", "prodigy") else "p#1")
    (nameless,), _, _ = given(name, tmp_path, [plain | {"id": None}])
    assert nameless.external_id == ""


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, row in FORMATS.items()
        if row.reads and row.holds != EVERYTHING and row.suffix != ".spacy"
    ],
)
def test_nothing_that_a_format_writes_is_strange_to_its_reader(name: str, tmp_path: Path) -> None:
    document = hostile()
    about = {"date": "2024-05-01", "source": "劳动午报", "title": "建会"}
    document = document.replaced(page=document.page.replaced(about=about))
    fitted, _, _ = sheets(name, [document])
    target = tmp_path / "out"
    target.mkdir()
    found, unread, refused = read_all(name, written(name, fitted, target))
    assert (dict(unread), refused) == ({}, [])
    assert list(map(without_blanks, found)) == list(map(without_blanks, fitted))


def without_blanks(article: FlatArticle) -> list[tuple[str, str]]:
    return sorted((label, "".join(text.split())) for label, text in said(article))


LOC = {"start": 0, "end": 3}
GOOD: dict[str, tuple[dict[str, Any], str, Any]] = {
    "doccano": (
        {"text": TEXT}, "entities", {"id": 1, "label": "LOC", "start_offset": 0, "end_offset": 3},
    ),
    "prodigy": ({"text": TEXT}, "spans", LOC | {"label": "LOC"}),
    "cmeee": ({"text": TEXT}, "entities", {"start_idx": 0, "end_idx": 2, "type": "LOC"}),
    "gliner": ({"tokenized_text": TOKENS}, "ner", [0, 2, "LOC"]),
    "w2ner": ({"sentence": TOKENS}, "ner", {"index": [0, 1, 2], "type": "LOC"}),
    "uie": ({"content": TEXT, "prompt": "LOC"}, "result_list", LOC | {"text": "临溪县"}),
    "hf": ({"text": TEXT}, "spans", LOC | {"id": "a", "label": "LOC"}),
}  # fmt: skip
BAD = [
    *(("doccano", {"start_offset": said}) for said in (-1, 3, 4, "0", True, None, 0.0)),
    *(("doccano", {"end_offset": said}) for said in (0, 13, "3")),
    *(("doccano", {name: None}) for name in ("label",)),
    *(("prodigy", {"start": said}) for said in (-1, 3, "0", True)),
    *(("prodigy", {"score": said}) for said in ("0.5", True, float("inf"), [1])),
    ("prodigy", {"text": "东河县"}),
    ("prodigy", {"label": 7}),
    *(("cmeee", {"start_idx": said}) for said in (-1, 3, None)),
    ("cmeee", {"end_idx": 12}),
    ("cmeee", {"entity": "东河县"}),
    ("cmeee", {"type": None}),
    *(("gliner", {at: said}) for at, said in ((0, -1), (0, 3), (1, 12), (2, None), (0, True))),
    *(("w2ner", {"index": said}) for said in ([], [12], [-1], ["0"], None)),
    ("w2ner", {"type": None}),
    *(("uie", {"start": said}) for said in (-1, 3, None)),
    ("uie", {"text": "东河县"}),
    *(("hf", {name: None}) for name in ("id", "label", "start", "end")),
    ("hf", {"attributes": [{"name": "a"}]}),
    ("hf", {"attributes": [{"name": "a", "value": "{"}]}),
]


def spoilt(good: Any, change: dict[Any, Any]) -> Any:
    if isinstance(good, list):
        return [change.get(at, value) for at, value in enumerate(good)]
    return good | change


@pytest.mark.parametrize(("name", "change"), BAD)
def test_a_tag_that_is_wrong_is_refused_and_the_others_are_read(
    name: str, change: dict[Any, Any], tmp_path: Path
) -> None:
    row, field, good = GOOD[name]
    path = tmp_path / f"x{format_named(name).suffix}"
    path.write_text(json.dumps([row | {field: [spoilt(good, change), good]}]).replace("Infinity", "1e999"))
    (article,), _, (error,) = read_all(name, path)
    assert said(article) == [("LOC", "临溪县")]
    assert error.values["what"] == "span"


@pytest.mark.parametrize("name", GOOD)
def test_a_text_that_is_none_is_refused_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    row, field, good = GOOD[name]
    whole = row | {field: [good]}
    wrong = [7, "x", {}, *({**whole, key: 7} for key in whole)]
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(map(json.dumps, [*wrong, whole])))
    *_, last = found = read_all(name, path)[0]
    refused = read_all(name, path)[2]
    assert said(last) == [("LOC", "临溪县")]
    assert len(found) == 1
    assert [error.line for error in refused] == list(range(1, len(wrong) + 1))
    assert {error.values["what"] for error in refused} == {"article"}


def test_tokens_may_be_numbers_or_anything_that_can_be_written(tmp_path: Path) -> None:
    (article,), _, _ = given(
        "gliner", tmp_path, [{"tokenized_text": ["新建", 36, "家"], "ner": [[1, 1, "N"]]}]
    )
    assert (article.text, said(article)) == ("新建36家", [("N", "36")])


@pytest.mark.parametrize("starts", [None, [], [0], "01", [0, 0], [5, 4]])
def test_tokens_without_places_of_their_own_stand_as_in_print(starts: Any, tmp_path: Path) -> None:
    row = {"tokenized_text": ["工会", "好"], "ner": [[0, 1, "X"]], "starts": starts}
    (article,), _, _ = given("gliner", tmp_path, [row])
    assert (article.text, article.offset, said(article)) == ("工会好", 0, [("X", "工会好")])


def test_tokens_stand_at_their_places_in_their_article(tmp_path: Path) -> None:
    row = {"tokenized_text": ["工会", "好"], "ner": [[1, 1, "X"]], "starts": [7, 10], "article": "p#1"}
    (article,), _, _ = given("gliner", tmp_path, [row])
    assert (article.text, article.offset, article.part, said(article)) == ("工会 好", 7, 1, [("X", "好")])
    (article,), _, _ = given("gliner", tmp_path, [row | {"article": ""}])
    assert (article.id, article.offset, article.part) == ("", 0, 0)
    assert article.tokens == ((0, 2),)
    _, _, refused = given("gliner", tmp_path, [row | {"starts": [7, "10"]}])
    assert refused == 1


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("wang", "wang"), (" 王 ", "王-"), (7, "user-7"), (True, ""), (None, ""), ([7], ""),
        ("../../x", "x"),
        (".hidden", "hidden"), ("-rf", "rf"), ("a.", "a"), ("a/b", "a-b"), ("x" * 70, "x" * 64),
        ({"email": "w@x.example", "username": "w", "id": 7}, "w@x.example"),
        ({"username": "w", "id": 7}, "w"),
        ({"id": 7}, "user-7"), ({}, ""),
    ],
)  # fmt: skip
def test_a_user_s_name_is_one_that_a_folder_may_have(said: Any, expected: str) -> None:
    assert annotator_of(said) == expected


def test_a_file_may_be_one_list_or_one_object_on_several_lines_or_lines(tmp_path: Path) -> None:
    row = {"text": TEXT, "label": [[0, 3, "LOC"]]}
    for text in (
        json.dumps(row),
        json.dumps([row]),
        json.dumps(row, indent=1),
        json.dumps([row], indent=1),
        "\n\n" + json.dumps(row) + "\n\n",
        "\ufeff" + json.dumps(row, indent=1),
        "\ufeff" + json.dumps([row]),
    ):
        (article,), _, refused = given("doccano", tmp_path, text)
        assert (said(article), refused) == ([("LOC", "临溪县")], 0), text


def test_a_line_that_is_no_json_is_refused_with_its_number(tmp_path: Path) -> None:
    row = json.dumps({"text": TEXT})
    for wrong in ("{", "[1, 2", "NaN", '{"text": Infinity}', "[" * 9**5):
        path = tmp_path / "x.jsonl"
        path.write_text(f"{row}\n\n{wrong}\n{row}\n")
        found, _, refused = read_all("doccano", path)
        assert len(found) == 2, wrong[:9]
        assert [error.line for error in refused] == [3]


def test_a_line_that_is_no_utf_8_is_refused_where_the_file_is_and_else_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_bytes("临 B-LOC\n".encode() + b"\xb6\xab O\n" + "溪 I-LOC\n".encode())
    (article,), _, (error,) = read_all("conll", path)
    assert (said(article), error.line) == ([("LOC", "临溪")], 2)
    path.write_bytes(b"a O\n\xb6\xab O\n" + "溪 I-LOC\n".encode())
    with pytest.raises(PiyueError):
        read_all("conll", path)


def test_a_byte_order_mark_is_no_part_of_the_first_token(tmp_path: Path) -> None:
    (article,), _, _ = given("conll", tmp_path, "\ufeff临 B-LOC\n\ufeff O\n")
    assert article.text == "临\ufeff"


# doccano


def test_doccano_s_columns_in_each_of_its_exports(tmp_path: Path) -> None:
    triple, whole = [0, 3, "LOC"], {"id": 4, "label": "LOC", "start_offset": 0, "end_offset": 3}
    for row in ({"label": [triple]}, {"labels": [triple]}, {"entities": [whole], "label": [[3, 6, "ORG"]]}):
        (article,), _, _ = given("doccano", tmp_path, [{"text": TEXT} | row])
        assert said(article) == [("LOC", "临溪县")]
    (article,), _, _ = given("doccano", tmp_path, [{"data": TEXT, "label": [triple]}])
    assert article.text == TEXT


def test_a_doccano_project_of_intents_has_spans_as_triples_and_categories(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "text": TEXT,
        "cats": ["positive", "topic: 法律", "topic: 劳动"],
        "entities": [[0, 3, "LOC"]],
    }
    (article,), unread, refused = given("doccano", tmp_path, [row])
    assert (said(article), article.labels) == ([("LOC", "临溪县")], {"topic": ("法律", "劳动")})
    assert (unread, refused) == ({("category", ""): 1}, 0)
    (article,), unread, _ = given("doccano", tmp_path, [{"text": TEXT, "label": ["topic: 法律", "a b: c"]}])
    assert (article.labels, unread) == ({"topic": ("法律",)}, {("category", ""): 1})


def test_an_article_s_labels_are_doccano_s_categories(tmp_path: Path) -> None:
    plain = FlatArticle("p#1", TEXT)
    path = written("doccano", [plain, plain._replace(labels={"topic": ("法律", "a: b")})], tmp_path)
    without, labelled = map(json.loads, path.read_text("utf-8").splitlines())
    assert (without.get("cats"), labelled["cats"]) == (None, ["topic: 法律", "topic: a: b"])
    assert [article.labels for article in read("doccano", path)] == [{}, {"topic": ("法律", "a: b")}]


def test_doccano_s_relations_may_have_no_type_and_comments_are_counted(tmp_path: Path) -> None:
    ends = [{"id": key, "label": "X", "start_offset": key, "end_offset": key + 1} for key in (1, 2)]
    relations = [
        {"id": 9, "from_id": 1, "to_id": 2},
        {"from_id": 2, "to_id": 1, "type": "of"},
        {"from_id": 1},
    ]
    row = {"text": TEXT, "entities": ends, "relations": relations, "comments": ["a", "b"], "Comments": ["c"]}
    (article,), unread, refused = given("doccano", tmp_path, [row])
    assert article.links == (("9", "related", "1", "2"), ("", "of", "2", "1"))
    assert (unread, refused) == ({("comment", ""): 3}, 1)


def test_one_user_s_annotations_of_doccano_have_no_annotator(tmp_path: Path) -> None:
    own = {"label": 4, "start_offset": 0, "end_offset": 3, "user": 1}
    (article,), _, refused = given("doccano", tmp_path, [{"text": TEXT, "annotations": [own, 7]}])
    assert (article.annotator, said(article), refused) == ("", [("4", "临溪县")], 1)


@pytest.mark.parametrize(("key", "expected"), [("7", 7), ("07", "07"), ("x", "x"), ("٣", "٣"), ("-7", "-7")])
def test_an_id_of_a_corpus_goes_back_as_it_came(key: str, expected: Any, tmp_path: Path) -> None:
    (sheet,), _, _ = sheets("doccano", [hostile()])
    path = written("doccano", [sheet._replace(external_id=key)], tmp_path)
    assert json.loads(path.read_bytes().splitlines()[0])["id"] == expected
    (found,), _, _ = read_all("doccano", path)
    assert found.external_id == key


# prodigy


def test_what_was_rejected_in_prodigy_is_refused(tmp_path: Path) -> None:
    _, _, refused = given("prodigy", tmp_path, [{"text": TEXT, "answer": "reject"}])
    assert refused == 1


def test_several_annotators_of_prodigy_are_several_and_one_is_nobody(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"text": TEXT, "_annotator_id": f"pool-{name}"} for name in "ab"]
    found, _, _ = given("prodigy", tmp_path, "\n".join(map(json.dumps, rows)))
    assert [article.annotator for article in found] == ["pool-a", "pool-b"]
    (article,), _, _ = given("prodigy", tmp_path, json.dumps(rows[0]))
    assert article.annotator == ""
    rows = [row | {"meta": {"annotator": "wang"}} for row in rows]
    found, _, _ = given("prodigy", tmp_path, "\n".join(map(json.dumps, rows)))
    assert [article.annotator for article in found] == ["wang", "wang"]


def test_options_of_prodigy_are_counted_and_a_text_s_label_too(tmp_path: Path) -> None:
    options = [{"id": key} for key in "abc"]
    row = {"text": TEXT, "options": options}
    assert given("prodigy", tmp_path, [row])[1] == {("option", ""): 3}
    assert given("prodigy", tmp_path, [row | {"accept": ["a", "b"]}])[1] == {("option", ""): 2}
    assert given("prodigy", tmp_path, [row | {"accept": []}])[1] == {("option", ""): 3}
    ours = {"id": "topic: 法律", "text": "topic: 法律", "article_label": "topic", "value": "法律"}
    both = row | {"options": [ours, *options]}
    found, unread, _ = given("prodigy", tmp_path, [both | {"accept": ["topic: 法律", "b"]}])
    assert (found[0].labels, unread) == ({"topic": ("法律",)}, {("option", ""): 1})
    found, unread, _ = given("prodigy", tmp_path, [both | {"accept": ["topic: 法律"]}])
    assert (found[0].labels, unread) == ({"topic": ("法律",)}, {("option", ""): 3})
    assert given("prodigy", tmp_path, [{"text": TEXT, "label": "union"}])[1] == {("category", ""): 1}


def test_ends_of_prodigy_s_relations_are_spans_by_their_place_and_label(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 3, "label": "LOC"}, {"start": 0, "end": 3, "label": "X", "id": "x"}]
    relation = {"head_span": spans[0], "child_span": spans[1], "label": "of", "id": 9}
    other = relation | {"label": "", "id": None}
    (article,), _, _ = given(
        "prodigy", tmp_path, [{"text": TEXT, "spans": spans, "relations": [relation, other]}]
    )
    assert article.links == (("9", "of", "1", "x"), ("", "related", "1", "x"))


@pytest.mark.parametrize(
    ("state", "answer"), [("skipped", "ignore"), ("done", "accept"), ("todo", "accept"), ("", "accept")]
)
def test_what_was_skipped_is_ignored_in_prodigy(state: str, answer: str, tmp_path: Path) -> None:
    sheet = FlatArticle("p#1", TEXT, state=state or None)  # type: ignore[arg-type]
    (line,) = written("prodigy", [sheet], tmp_path).read_text("utf-8").splitlines()
    assert json.loads(line)["answer"] == answer


def test_what_was_ignored_in_prodigy_keeps_its_tags_if_piyue_says_its_state(tmp_path: Path) -> None:
    row = {"text": TEXT, "spans": [LOC | {"label": "LOC"}], "answer": "ignore"}
    (article,), unread, _ = given("prodigy", tmp_path, [row | {"meta": {"state": "skipped"}}])
    assert (said(article), article.state, unread) == ([("LOC", "临溪县")], "skipped", {})
    (article,), unread, _ = given("prodigy", tmp_path, [row | {"spans": []}])
    assert (article.state, unread) == ("skipped", {})


# uie, w2ner, hf-tokens


def test_questions_on_one_text_are_one_article_and_those_of_another_part_another(tmp_path: Path) -> None:
    answer = {"start": 0, "end": 3, "text": "临溪县"}
    rows = [
        {"content": TEXT, "prompt": "地点", "result_list": [answer], "article": "p#1", "part": 1},
        {"content": TEXT, "prompt": "地区", "result_list": [answer, answer], "article": "p#1", "part": 1},
        {"content": TEXT, "prompt": "地点", "result_list": [], "article": "p#1", "part": 2, "offset": 12},
        {"content": TEXT, "prompt": "地点", "result_list": [], "article": "p#2", "part": 2},
        {"content": "好", "prompt": "地点", "result_list": [], "article": "p#2", "part": 2},
    ]
    found, _, _ = given("uie", tmp_path, "\n".join(map(json.dumps, rows)))
    assert [(one.id, one.text, one.part, one.offset, one.line) for one in found] == [
        ("p#1", TEXT, 1, 0, 1), ("p#1", TEXT, 2, 12, 3), ("p#2", TEXT, 2, 0, 4), ("p#2", "好", 2, 0, 5)
    ]  # fmt: skip
    assert said(found[0]) == [("地区", "临溪县"), ("地点", "临溪县")]


def test_uie_s_questions_about_a_tag_are_relations_if_they_say_of_which(tmp_path: Path) -> None:
    answer = {"start": 0, "end": 3, "of": "LOC"}
    row = {
        "content": TEXT, "prompt": "36家的主体", "relation": "subject", "result_list": [answer],
        "head": {"start": 8, "end": 11, "of": "METRIC"},
    }  # fmt: skip
    (article,), unread, _ = given("uie", tmp_path, [row])
    assert said(article) == [("LOC", "临溪县"), ("METRIC", "36家")]
    ((_, label, head, tail),) = article.links
    labels = {mark.id: mark.label for mark in article.marks}
    assert (label, labels[head], labels[tail], unread) == ("subject", "METRIC", "LOC", {})
    (article,), unread, _ = given("uie", tmp_path, [row | {"relation": None, "label": "LOC"}])
    assert (said(article), article.links, unread) == ([("LOC", "临溪县")], (), {})


def test_w2ner_s_tokens_side_by_side_are_one_part(tmp_path: Path) -> None:
    row = {"sentence": TOKENS, "ner": [{"index": [4, 0, 1, 1, 3], "type": "X"}]}
    (article,), _, _ = given("w2ner", tmp_path, [row])
    assert article.marks[0].parts == ((0, 2), (3, 5))


def test_tags_of_datasets_are_read_from_any_column_of_their_name(tmp_path: Path) -> None:
    for tokens in ("tokens", "words"):
        for tags in ("ner_tags", "tags", "labels", "ner"):
            (article,), unread, _ = given(
                "hf-tokens", tmp_path, [{tokens: ["临", "溪"], tags: ["B-X", "I-X"]}]
            )
            assert (said(article), unread) == ([("X", "临溪")], {})


def test_how_tags_are_written_is_told_by_all_rows(tmp_path: Path) -> None:
    rows = [
        {"tokens": ["好", "的"], "ner_tags": ["O", "O"]},
        {"tokens": ["临", "溪"], "ner_tags": ["LOC-B", "LOC-I"]},
    ]
    found, _, refused = given("hf-tokens", tmp_path, "\n".join(map(json.dumps, rows)))
    assert ([said(article) for article in found], refused) == ([[], [("LOC", "临溪")]], 0)
    numbers = [{"tokens": ["好"], "ner_tags": ["O"]}, {"tokens": ["临"], "ner_tags": [1]}]
    with pytest.raises(FormatError):
        given("hf-tokens", tmp_path, "\n".join(map(json.dumps, numbers)))


def test_a_row_with_more_tags_than_tokens_or_a_number_without_a_name_is_refused(tmp_path: Path) -> None:
    info = {"features": {"ner_tags": {"feature": {"names": ["O", "B-X"]}}}}
    (tmp_path / "dataset_info.json").write_text(json.dumps(info))
    rows = [{"tokens": ["临"], "ner_tags": tags} for tags in ([1, 0], [2], [1])]
    (article,), _, refused = given("hf-tokens", tmp_path, "\n".join(map(json.dumps, rows)))
    assert (said(article), refused) == ([("X", "临")], 2)


def test_somebody_can_say_what_the_numbers_of_tags_mean(tmp_path: Path) -> None:
    rows = [{"tokens": ["临", "溪", "好"], "ner_tags": [5, 6, 0]}]
    stream = io.BytesIO(json.dumps(rows).encode())
    module = format_named("hf-tokens").load()
    (article,) = module.parse(stream, str(tmp_path / "x.jsonl"), print, names={5: "B-X", 6: "I-X"})
    assert said(article) == [("X", "临溪")]


def test_rows_that_follow_one_another_in_an_article_are_one_text(tmp_path: Path) -> None:
    def row(key: str, tokens: str, start: int, article: str = "p#1") -> dict[str, Any]:
        starts = [start + at for at in range(len(tokens))]
        return {"id": key, "tokens": list(tokens), "ner_tags": ["B-X"] + ["O"] * (len(tokens) - 1),
                "article": article, "starts": starts}  # fmt: skip

    rows = [
        row("a", "工会", 3),
        row("b", "好", 6),
        row("c", "再", 0),
        row("d", "见", 9, "p#2"),
        row("e", "见", 10, ""),
    ]
    found, _, _ = given("hf-tokens", tmp_path, "\n".join(map(json.dumps, rows)))
    assert [(one.id, one.text, one.offset) for one in found] == [
        ("p#1", "工会 好", 3), ("p#1", "再", 0), ("p#2", "见", 9), ("", "见", 0)
    ]  # fmt: skip
    assert found[0].sentences == ((0, 2, ""), (3, 4, ""))
    assert said(found[0]) == [("X", "工"), ("X", "好")]
    assert len({mark.id for mark in found[0].marks}) == 2
    assert found[3].external_id == "e"


# Label Studio


def task(*regions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"data": {"text": TEXT}, "annotations": [{"result": list(regions)}]} | more


@pytest.mark.parametrize(("kind", "name"), [("choices", "choices"), ("textarea", "text")])
def test_what_is_said_of_a_whole_text_labels_it_and_what_is_said_of_a_place_alone_does_not(
    kind: str, name: str, tmp_path: Path
) -> None:
    said = {"id": "b", "type": kind, "from_name": "level", "value": {name: ["县级"]}}
    (article,), unread, _ = given("label-studio", tmp_path, [task(said)])
    assert (article.labels, unread) == ({"level": ("县级",)}, {})
    placed = said | {"value": {"start": 0, "end": 3, name: ["县级"]}}
    (article,), unread, _ = given("label-studio", tmp_path, [task(placed)])
    assert (article.labels, unread) == ({}, {("region", kind): 1})


@pytest.mark.parametrize("control", ["label", "text", "title", "id", "level"])
def test_what_another_s_control_says_of_a_text_is_called_as_the_control(control: str, tmp_path: Path) -> None:
    said = {"id": "b", "type": "choices", "from_name": control, "value": {"choices": ["县级"]}}
    (article,), _, _ = given("label-studio", tmp_path, [task(said)])
    assert article.labels == {control: ("县级",)}


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("choices", {"choices": ["县级"]}, "县级"),
        ("rating", {"rating": 4}, 4),
        ("number", {"number": 1.5}, "1.5"),
        ("taxonomy", {"taxonomy": [["工会", "县级"], ["省级"]]}, "工会/县级, 省级"),
        ("datetime", {"datetime": "2024-05-01"}, "2024-05-01"),
        ("textarea", {"text": ["看"]}, "看"),
        ("textarea", {"text": "看"}, "看"),
    ],
)
def test_what_is_said_of_a_region_is_an_attribute_by_the_name_of_its_control(
    kind: str, value: dict[str, Any], expected: Any, tmp_path: Path
) -> None:
    more = {"id": "a", "type": kind, "from_name": "level", "value": value}
    (article,), unread, refused = given("label-studio", tmp_path, [task(region("a", 0, 3, "LOC"), more)])
    assert article.marks[0].attributes == {"level": expected}
    assert (unread, refused) == ({}, 0)
    del more["from_name"]
    (article,), _, _ = given("label-studio", tmp_path, [task(region("a", 0, 3, "LOC"), more)])
    assert article.marks[0].attributes == {kind: expected}


@pytest.mark.parametrize(
    ("places", "expected", "refusals"),
    [
        ([(0, 3, "𠮷县"), (7, 9, "张三")], ["𠮷县", "张三"], 0),  # UTF-16: 𠮷 and 👍 are two units each
        ([(0, 2, "𠮷县"), (5, 7, "张三")], ["𠮷县", "张三"], 0),
        ([(0, 3, "𠮷县"), (5, 7, "张三")], ["张三"], 1),  # one of each: the offsets are not known
        ([(1, 3, "𠮷县")], [], 1),  # begins within a character
        ([(0, 3, None)], ["𠮷县工"], 0),  # nothing says what stands there
    ],
)
def test_regions_that_count_utf_16_are_read_by_what_they_quote(
    places: list[tuple[int, int, str | None]], expected: list[str], refusals: int, tmp_path: Path
) -> None:
    text = "𠮷县工👍说张三"
    regions = [region(str(at), a, b, "X") for at, (a, b, _) in enumerate(places)]
    for one, (_, _, quote) in zip(regions, places, strict=True):
        one["value"]["text"] = quote
    (article,), _, refused = given("label-studio", tmp_path, [task(*regions, data={"text": text})])
    assert ([mark.text_in(text) for mark in article.marks], refused) == (expected, refusals)


def test_lines_of_a_text_area_are_objects_or_say_a_name(tmp_path: Path) -> None:
    lines = ['{"level": 2, "bad": [1]}', "kind = 县 ", "再看", "[1"]
    more = {"id": "a", "type": "textarea", "from_name": "more", "value": {"text": lines}}
    (article,), _, _ = given("label-studio", tmp_path, [task(region("a", 0, 3, "LOC"), more)])
    assert article.marks[0].attributes == {"level": 2, "kind": "县", "more": "[1"}


def test_a_region_s_note_and_score_and_direction_of_a_relation_are_read(tmp_path: Path) -> None:
    first = region("a", 0, 3, "LOC", meta={"text": ["看", "再看"]}, score=0.25)
    links = [{"type": "relation", "from_id": "a", "to_id": "b", "labels": ["of"], "direction": "left"}]
    links += [
        {"type": "relation", "from_id": "a", "to_id": "b", "direction": "bi"},
        {"type": "relation", "from_id": "a"},
    ]
    (article,), _, refused = given("label-studio", tmp_path, [task(first, region("b", 3, 6, "ORG"), *links)])
    assert (article.marks[0].note, article.marks[0].score) == ("看\n再看", 0.25)
    assert [link[1:] for link in article.links] == [("of", "b", "a"), ("related", "a", "b")]
    assert refused == 1


def test_a_region_of_no_label_is_a_tag_of_none_and_of_two_two_tags(tmp_path: Path) -> None:
    (article,), _, _ = given(
        "label-studio", tmp_path, [task(region("a", 0, 3), region("b", 3, 6, "ORG", "X"))]
    )
    assert said(article) == [("", "临溪县"), ("ORG", "总工会"), ("X", "总工会")]
    assert len({mark.id for mark in article.marks}) == 3


def test_other_kinds_of_regions_are_counted_each_by_its_kind(tmp_path: Path) -> None:
    others = [
        {"id": key, "type": kind, "value": {}}
        for key, kind in (("x", "rating"), ("a", "brush"), ("y", "rating"))
    ]
    (article,), unread, _ = given("label-studio", tmp_path, [task(region("a", 0, 3, "LOC"), *others)])
    assert unread == {("region", "rating"): 2, ("region", "brush"): 1}
    assert article.marks[0].attributes == {}


def test_the_text_is_called_so_or_is_where_the_regions_stand_or_is_the_longest(tmp_path: Path) -> None:
    long = "另一段更长的说明文字，不是正文。"
    for data, expected in (
        ({"text": "短", "content": TEXT}, "短"),
        ({"note": long, "content": TEXT}, TEXT),
        ({"content": TEXT, "note": long}, TEXT),
    ):
        (article,), _, _ = given("label-studio", tmp_path, [task(region("a", 0, 3, "LOC")) | {"data": data}])
        assert article.text == expected
    (article,), _, _ = given("label-studio", tmp_path, [{"data": {"a": "短", "b": long, "c": 7, "d": ""}}])
    assert article.text == long
    assert given("label-studio", tmp_path, [{"data": {"c": 7}}])[2] == 1


@pytest.mark.parametrize("place", [("/p[1]/text()[1]", 3), (0, "/p[1]/text()[1]"), (None, None)])
def test_a_region_whose_place_is_no_number_does_not_tell_which_the_text_is(
    place: Any, tmp_path: Path
) -> None:
    odd = region("b", 0, 3, "LOC")
    odd["value"] |= {"start": place[0], "end": place[1]}
    found = task(region("a", 0, 3, "LOC"), odd) | {"data": {"note": TEXT[:3] * 9, "content": TEXT}}
    (article,), _, refused = given("label-studio", tmp_path, [found])
    assert (article.text, said(article), refused) == (TEXT[:3] * 9, [("LOC", TEXT[:3])], 1)


def test_the_newest_of_an_annotator_s_annotations_counts(tmp_path: Path) -> None:
    def done(label: str, **when: Any) -> dict[str, Any]:
        return {"result": [region("a", 0, 3, label)]} | when

    for newer, older in (
        ({"updated_at": "2026-02-02"}, {"updated_at": "2026-02-01"}),
        ({"created_at": "2026-02-02"}, {"created_at": "2026-02-01"}),
        ({"updated_at": "2026-02-02", "created_at": "2026-01-01"}, {"created_at": "2026-02-01"}),
        ({"id": 10}, {"id": 9}),
    ):
        for order in (
            [done("NEW", **newer), done("OLD", **older)],
            [done("OLD", **older), done("NEW", **newer)],
        ):
            (article,), unread, _ = given(
                "label-studio", tmp_path, [{"data": {"text": TEXT}, "annotations": order}]
            )
            assert said(article) == [("NEW", "临溪县")]
            assert unread == {("older", ""): 1}


def test_predictions_keep_their_own_score_and_say_their_maker(tmp_path: Path) -> None:
    guesses = [
        {
            "score": 0.5,
            "model_version": "m1",
            "result": [region("p", 0, 3, "LOC", score=0.9), region("q", 3, 6, "ORG")],
        },
        {"result": [region("r", 0, 3, "LOC"), region("w", 0, 99, "LOC"), {"type": "choices"}]},
        {"result": 7},
    ]
    (article,), unread, refused = given(
        "label-studio", tmp_path, [{"data": {"text": TEXT}, "predictions": guesses}]
    )
    found = [(mark.label, mark.score, mark.note) for mark in article.proposals]
    assert found == [("LOC", 0.9, "m1"), ("ORG", 0.5, "m1"), ("LOC", None, "")]
    assert (article.marks, article.state, unread, refused) == ((), None, {}, 2)


def test_a_task_that_is_none_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    wrong = [
        "x",
        7,
        {"data": {"text": TEXT}, "annotations": 7},
        {"data": {"text": TEXT}, "annotations": [{}]},
    ]
    path = tmp_path / "x.json"
    path.write_text("\n".join(map(json.dumps, [*wrong, task(region("a", 0, 3, "LOC"))])))
    (article,), _, refused = read_all("label-studio", path)
    assert said(article) == [("LOC", "临溪县")]
    assert len(refused) == len(wrong)


def test_drafts_comments_and_what_was_cancelled_are_counted(tmp_path: Path) -> None:
    cancelled = {"was_cancelled": True, "result": [region("a", 0, 3, "LOC"), region("b", 3, 6, "ORG")]}
    more = {"drafts": [1, 2], "comments": [1, 2, 3]}
    row = task(region("a", 0, 3, "LOC"), **more)
    row["annotations"].append(cancelled)
    (article,), unread, _ = given("label-studio", tmp_path, [row])
    assert unread == {("draft", ""): 2, ("comment", ""): 3, ("skipped", ""): 2}
    assert (article.state, said(article)) == (None, [("LOC", "临溪县")])


def test_the_flat_export_has_its_regions_in_any_list_of_labels(tmp_path: Path) -> None:
    regions = [LOC | {"text": "临溪县", "labels": ["LOC"]}, {"start": 3, "end": 6, "labels": ["ORG"]}]
    row = {"id": 3, "content": TEXT, "a": regions, "b": [7], "c": [], "d": [{"x": 1}], "annotator": 2}
    (article,), unread, refused = given("label-studio", tmp_path, [row])
    assert (said(article), unread, refused) == ([("LOC", "临溪县"), ("ORG", "总工会")], {}, 0)
    assert (article.annotator, article.external_id) == ("", "3")


def test_what_piyue_says_of_a_text_beside_it_comes_back(tmp_path: Path) -> None:
    data = {
        "text": TEXT,
        "article": "p#1",
        "state": "done",
        "annotator": "wang",
        "date": "2024-05-01",
        "title": "",
    }
    (article,), _, _ = given("label-studio", tmp_path, [{"data": data, "annotations": [{"result": []}]}])
    assert (article.id, article.state, article.annotator) == ("p#1", "done", "wang")
    assert (article.about, article.external_id) == ({"date": "2024-05-01"}, "")


def test_the_labelling_config_names_labels_and_relations_of_the_project_and_those_beyond(
    tmp_path: Path,
) -> None:
    (sheet,), _, _ = sheets("label-studio", [hostile()])
    marks = (sheet.marks[0].replaced(label='<"新&'), *sheet.marks[1:])
    links = (sheet.links[0]._replace(label="beyond"),)
    path = written("label-studio", [sheet._replace(marks=marks, links=links)], tmp_path)
    said = (tmp_path / f"{path.name}.config.xml").read_text(encoding="utf-8")
    for label in ABOUT.labels:
        assert said.count(f'<Label value="{label.id}" background=') == 1
    assert '&lt;"新&amp;' in said
    assert said.count('<Relation value="beyond"/>') == 1
    assert said.count("<Relation value=") == len(ABOUT.relations) + 1


def test_tasks_go_out_as_predictions_with_the_mean_of_their_scores(tmp_path: Path) -> None:
    (sheet,), _, _ = sheets("label-studio", [hostile()])
    marks = tuple(
        mark.replaced(score=score) for mark, score in zip(sheet.marks, (0.2, 0.4, *[None] * 9), strict=False)
    )
    for given_marks, expected in ((marks, 0.3), ((), None)):
        path = written(
            "label-studio",
            [sheet._replace(marks=given_marks, links=(), external_id="07")],
            tmp_path,
            Options(predictions=True),
        )
        (row,) = json.loads(path.read_bytes())
        (guess,) = row["predictions"]
        assert guess["score"] == (expected and pytest.approx(expected))
        assert guess["model_version"] == ABOUT.tool
        assert "id" not in row
