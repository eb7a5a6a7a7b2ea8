"""Tags find their text again on a page that has changed, or are shown as lost; none ends on another text."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tests.store.building import TEXT, division_of, document_of, page_of, span_of
from tui.model import Document
from tui.store.anchors import MANY, RepeatedPieces, anchor_at, candidates, place
from tui.store.files.annotations import AnnotationFile

LONG = "新建工会组织36家，新发展会员8447人，覆盖企业1.2万家。去年新建工会组织36家，今年又增五家。\n"


def reopened(path: Path, text: str) -> tuple[AnnotationFile, Document]:
    page, file = page_of(text), AnnotationFile(path)
    return file, file.load(page, division_of(page), "ling")


def moved(tmp_path: Path, old: str, new: str, *segments: tuple[int, int]) -> Document:
    """Tag `old`, save, and open what was saved on `new`."""
    page, path = page_of(old), tmp_path / "p.json"
    AnnotationFile(path).save(document_of(page, span_of(page, "a", *segments)))
    return reopened(path, new)[1]


def test_a_tag_goes_with_its_text(tmp_path: Path) -> None:
    at = LONG.rindex("36家")
    document = moved(tmp_path, LONG, "头版\n" + LONG, (at, at + 3))
    assert [span.segments for span in document.spans] == [((at + 3, at + 6),)]
    assert document.orphans == ()


def test_a_tag_in_two_pieces_goes_with_both_and_what_lies_between(tmp_path: Path) -> None:
    document = moved(tmp_path, LONG, "头" + LONG, (0, 2), (4, 6))
    assert [span.segments for span in document.spans] == [((1, 3), (5, 7))]


def test_the_same_words_in_another_context_are_not_the_same(tmp_path: Path) -> None:
    """The first 36家 is struck out; the second stands where the tag may be thought to have gone."""
    at = LONG.index("36家")
    document = moved(tmp_path, LONG, LONG.replace("36家", "37家", 1), (at, at + 3))
    assert document.spans == ()
    [orphan] = document.orphans
    other = LONG.rindex("36家")
    assert candidates(document.page.text, orphan) == [((other, other + 3),)]


def test_the_same_words_in_the_same_place_with_another_context_are_not_certain(tmp_path: Path) -> None:
    at = LONG.index("36家")
    document = moved(tmp_path, LONG, LONG[:at].replace("新", "旧") + LONG[at:], (at, at + 3))
    assert document.spans == ()
    places = candidates(document.page.text, document.orphans[0])
    assert places == [((at, at + 3),), ((LONG.rindex("36家"), LONG.rindex("36家") + 3),)]


def test_a_passage_that_stands_twice_is_never_certain(tmp_path: Path) -> None:
    twice = ("甲" * 100 + "36家" + "乙" * 100 + "\n") * 2
    at = twice.index("36家")
    document = moved(tmp_path, twice, twice[: len(twice) // 2], (at, at + 3))
    assert [span.text for span in document.orphans] == ["36家"]


def test_what_is_not_certain_stays_so_when_it_was_saved(tmp_path: Path) -> None:
    at = LONG.index("36家")
    changed = LONG[:at].replace("新", "旧") + LONG[at:]
    moved(tmp_path, LONG, changed, (at, at + 3))
    file, document = reopened(tmp_path / "p.json", changed)
    file.save(document)
    _, again = reopened(tmp_path / "p.json", changed)
    assert again == document
    assert [span.text for span in again.orphans] == ["36家"]


def test_a_page_that_is_as_it_was_again_has_its_tags_again(tmp_path: Path) -> None:
    at = LONG.index("36家")
    moved(tmp_path, LONG, "别的", (at, at + 3))
    file, document = reopened(tmp_path / "p.json", "别的")
    assert [span.text for span in document.orphans] == ["36家"]
    file.save(document)
    _, back = reopened(tmp_path / "p.json", LONG)
    assert [span.segments for span in back.spans] == [((at, at + 3),)]


def test_a_tag_without_context_stays_where_its_text_stands_nowhere_else(tmp_path: Path) -> None:
    moved(tmp_path, TEXT, TEXT, (0, 5))
    path = tmp_path / "p.json"
    tables = json.loads(path.read_text("utf-8"))
    (row,) = tables["spans"].values()
    del row["anchor"]
    path.write_text(json.dumps(tables), "utf-8")
    assert len(reopened(path, TEXT + "又一行")[1].spans) == 1
    for other in (TEXT + "临溪县工会", "又一行" + TEXT):
        _, document = reopened(path, other)
        assert (document.spans, [orphan.text for orphan in document.orphans]) == ((), ["临溪县工会"])


@pytest.mark.parametrize(
    ("text", "segments", "stays"),
    [
        ("县工会开会", ((0, 3),), True),
        ("县工会", ((0, 3),), True),
        ("县工会和县工会", ((0, 3),), False),
        ("在县工会", ((0, 3),), False),
        ("县总工会", ((0, 1), (2, 4)), False),
        ("县总工会的县工会", ((0, 1), (2, 4)), False),
    ],
)
def test_what_has_no_anchor_stays_only_in_one_piece_that_stands_nowhere_else(
    text: str, segments: tuple[tuple[int, int], ...], stays: bool
) -> None:
    span = span_of(page_of("县工会"), "a", (0, 3)).replaced(segments=segments)
    assert place(text, span, None) == (segments if stays else None)


@pytest.mark.parametrize(
    ("alike", "length"), [(0, 12), (11, 12), (12, 24), (23, 24), (24, 48), (47, 48), (48, 96), (95, 96)]
)
def test_an_anchor_is_as_short_as_makes_its_place_the_only_one(alike: int, length: int) -> None:
    """Two places with so many characters on either side that are the same."""
    around = ("此" * alike, "彼" * alike)
    places = [f"{before}{around[0]}36家{around[1]}{after}" for before, after in ("甲乙", "丙丁")]
    text = "\n" * 100 + ("\n" * 100).join(places) + "\n" * 100
    at = text.index("36家")
    for repeated in (None, RepeatedPieces(text)):
        anchor = anchor_at(text, ((at, at + 3),), repeated)
        assert anchor == (text[at - length : at], "36家", text[at + 3 : at + 3 + length], False)


def test_of_a_tag_that_stands_everywhere_so_many_places_are_offered_the_nearest_first() -> None:
    text = "工会，" * 60
    orphan = span_of(page_of("甲" * 90 + "工会"), "a", (90, 92))
    (near, *_), places = candidates(text, orphan)[0], candidates(text, orphan)
    assert len(places) == MANY
    assert places == sorted(places, key=lambda segments: abs(segments[0][0] - 90))
    assert near == ((MANY - 1) * 3, (MANY - 1) * 3 + 2)


def test_an_anchor_that_was_written_by_hand_harms_nothing(tmp_path: Path) -> None:
    anchors: list[Any] = [
        7,
        [],
        {"before": 1, "after": ""},
        {"before": "", "quote": "", "after": ""},
        {"x": {}},
    ]
    moved(tmp_path, TEXT, TEXT, (0, 5))
    path = tmp_path / "p.json"
    tables = json.loads(path.read_text("utf-8"))
    for anchor in anchors:
        (row,) = tables["spans"].values()
        row["anchor"] = anchor
        path.write_text(json.dumps(tables), "utf-8")
        document = reopened(path, "改" + TEXT)[1]
        assert [span.text for span in (*document.spans, *document.orphans)] == ["临溪县工会"]


LETTERS = "甲乙丙丁"


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[int | None], str]:
    """A text, tags on it, and the text after a few edits with where each of its characters comes from."""
    text = draw(st.text(LETTERS, min_size=4, max_size=60) | st.text(LETTERS[:2], min_size=4, max_size=60))
    cut = st.integers(0, len(text))
    ranges = st.tuples(cut, cut).filter(lambda pair: pair[0] < pair[1])
    tags = draw(st.lists(ranges, min_size=1, max_size=5))
    origin: list[int | None] = list(range(len(text)))
    letters = list(text)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(letters)))
        end = min(len(letters), start + draw(st.integers(0, 8)))
        new = draw(st.text(LETTERS, max_size=8) | st.sampled_from([text[a:b] for a, b in tags]))
        letters[start:end] = new
        origin[start:end] = [None] * len(new)
    return text, tags, [*origin, None], "".join(letters) + "。"


@pytest.mark.slow
@given(edits())
@settings(max_examples=examples(400))
def test_whatever_is_edited_no_tag_ends_on_another_text(
    case: tuple[str, list[tuple[int, int]], list[int | None], str],
) -> None:
    """A tag that is shown as standing is on its own characters, or where all around it is as it was, once."""
    text, tags, origin, edited = case
    page = page_of(text)
    spans = [span_of(page, f"s{number}", tag) for number, tag in enumerate(tags)]
    with TemporaryDirectory() as folder:
        path = Path(folder, "p.json")
        AnnotationFile(path).save(document_of(page, *spans))
        _, document = reopened(path, edited)
    assert sorted(s.id for s in (*document.spans, *document.orphans)) == sorted(s.id for s in spans)
    before = {span.id: span for span in spans}
    for span in document.spans:
        [(start, end)], [(was, until)] = span.segments, before[span.id].segments
        assert edited[start:end] == before[span.id].text == text[was:until]
        own = origin[start:end] == list(range(was, until))
        event("own characters" if own else "same surroundings")
        if edited != text and not own:
            around = text[max(0, was - 12) : until + 12]
            assert edited[max(0, start - 12) : end + 12].find(around) >= 0
            assert sum(edited.startswith(around, at) for at in range(len(edited))) == 1
    for span in document.orphans:
        event("lost")
        assert span.text == before[span.id].text


PIECES = st.text("甲乙", min_size=RepeatedPieces.LENGTH, max_size=RepeatedPieces.LENGTH + 4)


@given(PIECES, PIECES, st.integers(1, 3), st.data())
def test_what_stands_once_in_a_text_is_told_from_what_is_repeated(
    piece: str, other: str, times: int, data: st.DataObject
) -> None:
    text = piece * times + other
    start = data.draw(st.integers(0, len(text) - 1))
    wanted = text[start : data.draw(st.integers(start + 1, len(text)))]
    often = sum(text.startswith(wanted, at) for at in range(len(text)))
    assert RepeatedPieces(text).is_once(wanted) == (often == 1)
