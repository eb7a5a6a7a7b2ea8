"""What the formats share: lines of a file, fields of JSON, marks in their order, several of each thing."""

import io
import json
from pathlib import Path

import pytest

from tests.formats.test_foreign import TEXT, region, said, sheets_in
from tests.formats.test_not_silent import given
from tui.errors import FormatError, PiyueError
from tui.formats.common.flat_article import FlatArticle, Mark, _apart, ordered
from tui.formats.common.imported_words import are_characters, known_words
from tui.formats.common.json_fields import (
    about_of,
    attributes_of,
    check_quote,
    details,
    ids,
    is_number,
    numbered,
    score_of,
    state_of,
)
from tui.formats.common.json_lines import dumps, json_lines, loads, plain_dumps, text_lines
from tui.formats.common.json_schema import schemas, write
from tui.formats.common.label_studio_reader import parse
from tui.text.offsets import Reading

# Lines of a file


def lines_of(data: bytes) -> tuple[list[tuple[int, str]], list[str]]:
    refused: list[PiyueError] = []
    return list(text_lines(io.BytesIO(data), "x", refused.append)), [str(error) for error in refused]


def test_lines_end_at_a_line_feed_and_nothing_else() -> None:
    assert lines_of("\ufeff甲\r\n乙\u2028丙\n\n丁".encode()) == (
        [(1, "甲\r"), (2, "乙\u2028丙"), (3, ""), (4, "丁")],
        [],
    )
    assert lines_of(b"") == ([], [])
    assert lines_of("甲\n\ufeff乙\n".encode())[0] == [(1, "甲"), (2, "\ufeff乙")]


def test_all_lines_of_a_long_file_are_read_with_their_numbers() -> None:
    expected = [(number, f"第{number}行" * 20) for number in range(1, 20_000)]
    found, refused = lines_of("\n".join(text for _, text in expected).encode())
    assert found == expected
    assert refused == []


def test_a_line_that_is_no_utf_8_is_refused_in_a_file_that_is_and_ends_one_that_is_not() -> None:
    found, refused = lines_of("甲\n".encode() + b"\xff\xfe\n" + "乙\n".encode() + b"\xff\n")
    assert found == [(1, "甲"), (3, "乙")]
    assert ["x:2" in refused[0], "x:4" in refused[1]] == [True, True]
    for data in (b"\xff\n", b"a\n\xff\n"):
        with pytest.raises(FormatError):
            list(text_lines(io.BytesIO(data), "x"))
    assert [text for _, text in text_lines(io.BytesIO("甲\n".encode() + b"\xff\n"), "x")] == ["甲"]


ENDS = "\u2028\u2029\x85"


def test_no_line_of_json_is_cut_by_a_sign_that_some_take_for_a_line_s_end() -> None:
    for writer in (dumps, plain_dumps):
        for value in ({"甲": f"乙{ENDS}\ud800"}, {"甲": f"乙{ENDS}"}):
            data = writer(value)
            assert len(data.decode().splitlines()) == 1
            assert loads(data) == value


@pytest.mark.parametrize(
    ("data", "numbers"),
    [
        ('{"a": 1}\n\n{"a": 2}\n', [1, 3]),
        ('[{"a": 1}, {"a": 2}]', [1, 2]),
        ('\n[\n{"a": 1},\n{"a": 2}]', [1, 2]),
        ('\ufeff{\n"a": 1\n}', [1]),
        ('{"a": 1}\n{"a": NaN}\n{"a": 2}\n', [1, 3]),
        ('{"a": 1}\n{\n', [1]),
        ("[1, 2]", [1]),
        ("", []),
    ],
)
def test_objects_stand_on_lines_or_in_one_list_or_alone(data: str, numbers: list[int]) -> None:
    refused: list[PiyueError] = []
    assert [number for number, _ in json_lines(io.BytesIO(data.encode()), "x", refused.append)] == numbers
    assert len(refused) == sum(word in data for word in ("NaN", "\n{\n"))


def test_what_is_nested_too_deeply_is_no_json() -> None:
    with pytest.raises(ValueError, match="deep"):
        loads(b"[" * 100_000)


# Fields


def test_what_is_quoted_stands_at_its_place_blanks_aside() -> None:
    for quote in ("甲 乙", "甲乙", None, 3):
        check_quote(quote, 0, 3, "甲\n乙丙", "x", 1)
    with pytest.raises(FormatError):
        check_quote("甲丙", 0, 3, "甲\n乙丙", "x", 1)


def test_what_objects_say_beside_the_text_is_taken_where_it_can_be() -> None:
    assert about_of({"title": "甲", "source": "", "date": 3, "other": "x"}) == {"title": "甲"}
    assert [state_of(value) for value in ("done", "x", None)] == ["done", None, None]
    assert attributes_of({"a": None, "b": "x", "c": [1], "d": True, 5: 2}) == {
        "a": None,
        "b": "x",
        "d": True,
        "5": 2,
    }
    assert attributes_of([1]) == {}
    assert [score_of(value) for value in (None, 1, 0.5)] == [None, 1.0, 0.5]
    for value in ("1", True, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="number"):
            score_of(value)
    assert [is_number(text) for text in ("0", "12", "-3", "007", "1.5", "")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_mark_s_details_are_those_that_say_something() -> None:
    full = Mark("a", "ORG", ((0, 1),), {"k": "v"}, "看", score=0.0)
    assert details(full) == {"id": "a", "attributes": {"k": "v"}, "note": "看", "score": 0.0}
    assert details(Mark("", "ORG", ((0, 1),))) == {}
    assert numbered((full, full.replaced(id="b"))) == {"a": 1, "b": 2}
    keys = ids("T")
    assert [next(keys), next(keys)] == ["T1", "T2"]


# Marks and words


def test_marks_are_put_in_the_order_of_their_places() -> None:
    one, other, inner = (Mark(str(at), "X", ((at, end),)) for at, end in ((0, 9), (5, 9), (0, 3)))
    assert [mark.id for mark in ordered([other, one])] == ["0", "5"]
    assert ordered([inner, one, other]) == (one, inner, other)
    assert ordered([inner, other]) == (inner, other)


def test_ranges_that_overlap_are_one_and_empty_ones_none() -> None:
    assert _apart([(0, 2), (2, 4), (3, 6), (4, 5), (7, 7), (8, 9)]) == ((0, 2), (2, 6), (8, 9))
    assert _apart([]) == ()


def test_a_word_that_a_tag_cuts_is_none_to_correct() -> None:
    reading = Reading("甲桥通车", ((0, 4),), ((0, 0, 4),))
    known = [(0, 2), (2, 4)]
    assert known_words(reading, known, []) == set(known)
    assert known_words(reading, known, [((0, 1),)]) == {*known, (0, 1), (1, 2)}
    assert are_characters([(0, 1), (1, 2)])
    assert not are_characters([(0, 1), (1, 3)])


# More than one of each thing


def test_cluener_has_several_surfaces_of_a_label_and_several_places_of_a_surface(tmp_path: Path) -> None:
    text = "甲县和乙县，甲县"
    label = {"LOC": {"甲县": [[0, 1], [6, 7]], "乙县": [[3, 4]]}, "OTHER": {"和": [[2, 2]]}}
    (sheet,), _, refused = given("cluener", tmp_path, {"text": text, "label": label})
    assert said(sheet) == [("LOC", "甲县"), ("OTHER", "和"), ("LOC", "乙县"), ("LOC", "甲县")]
    assert refused == 0


@pytest.mark.parametrize("name", ["cluener", "cmeee"])
def test_each_field_that_is_not_read_is_told(name: str, tmp_path: Path) -> None:
    _, unread, _ = given(name, tmp_path, [{"text": TEXT, "甲": 1, "乙": 2, "丙": 3}])
    assert sorted(field for _, field in unread) == ["丙", "乙", "甲"]


def test_conll_is_read_the_same_below_lines_of_documents_and_blanks(tmp_path: Path) -> None:
    rows = "".join(
        f"{character} {tag}\n"
        for character, tag in zip("临溪县好", ("B-LOC", "I-LOC", "I-LOC", "O"), strict=True)
    )
    start = "-DOCSTART- -X- -X- O\n\n"
    for head in ("", start, "\n" * 9, start * 9):
        (sheet,) = sheets_in("conll", tmp_path, head + rows)
        assert said(sheet) == [("LOC", "临溪县")]


def test_a_label_studio_file_that_is_no_list_of_tasks_says_so(tmp_path: Path) -> None:
    task = {"data": {"text": TEXT}, "annotations": [{"result": [region("a", 0, 6, "ORG")]}]}
    path = tmp_path / "x.jsonl"
    refused: list[PiyueError] = []
    path.write_text(f"{json.dumps(task)}\n3\n{json.dumps(task)}\n", encoding="utf-8")
    with path.open("rb") as stream:
        found = [one for one in parse(stream, "x", refused.append) if isinstance(one, FlatArticle)]
    assert len(found) == 2
    assert ["list of tasks" in str(error) for error in refused] == [True]


def test_the_schemas_are_written_one_a_file(tmp_path: Path) -> None:
    write(tmp_path / "schema")
    found = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "schema").iterdir()}
    assert found == schemas()
    assert len(found) > 1
