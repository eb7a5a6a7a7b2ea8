"""Where one may jump to: words, numbers that are not tagged, texts of tags that stand untagged elsewhere."""

import pytest

from tests.store.building import document_of, page_of, span_of
from tui.app.text_view.geometry.scene import compose_scene
from tui.app.work_screen.jump_places import JumpKind, jump_places
from tui.app.workspace.documents import TagSchema
from tui.app.workspace.view import Contents, ShownTag, View
from tui.model import Segment, Span
from tui.model.labels import DEFAULT_LABELS
from tui.text.offsets import Reading

TEXT = "县工会新建工会36家，县工会、县总工会和工会有会员一千二百人。"
PAGE = page_of(TEXT)
ALL = 0, len(TEXT)
WORDS: tuple[Segment, ...] = ((0, 1), (1, 3), (3, 5), (5, 7), (7, 9), (9, 10), (10, 11), (11, 12), (12, 14))


def places(
    kind: JumpKind, *tags: Span, visible: Segment = ALL, words: tuple[Segment, ...] = WORDS
) -> list[str]:
    """The texts that are jumped to, each with where it stands."""
    view = View(Reading(TEXT, ((0, len(TEXT)),), ((0, 0, len(TEXT)),)), ("paragraph",))
    shown = tuple(ShownTag(span, span.segments) for span in tags)
    scene = compose_scene(Contents(view, words, shown), 40)
    found = jump_places(scene, visible, kind, document_of(PAGE, *tags), TagSchema(DEFAULT_LABELS, {}))
    return [f"{start} {TEXT[start:end]}" for start, end in found]


def span(start: int, text: str, label: str = "ORG") -> Span:
    return span_of(PAGE, f"{label}{start}", (start, start + len(text)), label=label)


@pytest.mark.parametrize(
    ("visible", "words"),
    [
        ((0, 14), ["0 县", "1 工会", "3 新建", "5 工会", "7 36", "9 家", "11 县", "12 工会"]),
        ((1, 9), ["1 工会", "3 新建", "5 工会", "7 36"]),
        ((2, 8), ["3 新建", "5 工会", "7 36"]),
        ((9, 11), ["9 家"]),
    ],
)
def test_words_that_begin_on_the_screen_are_jumped_to_and_marks_are_not(
    visible: Segment, words: list[str]
) -> None:
    assert places("words", visible=visible) == words


def test_until_words_are_known_each_character_is_one() -> None:
    assert places("words", words=(), visible=(7, 12)) == ["7 3", "8 6", "9 家", "11 县"]


def test_numbers_are_jumped_to_unless_they_are_tagged_as_metrics() -> None:
    first, last = "7 36家", "25 一千二百人"
    assert places("numbers") == [first, last]
    assert places("numbers", span(7, "36家", "METRIC")) == [last]
    assert places("numbers", span(7, "36家", "DOC")) == [first, last], "which may be a metric all the same"
    assert places("numbers", span(7, "36", "METRIC")) == [first, last], "of which a part is tagged"
    assert places("numbers", span(5, "工会36家，县", "METRIC")) == [last], "which stands in a tag"


def test_a_number_that_the_edge_of_the_screen_cuts_is_read_whole() -> None:
    assert places("numbers", visible=(0, 27)) == ["7 36家", "25 一千二百人"]
    assert places("numbers", visible=(8, 28)) == ["25 一千二百人"], "it begins above"
    assert places("numbers", visible=(0, 25)) == ["7 36家"], "it begins below"


def test_texts_of_tags_are_jumped_to_where_they_stand_untagged_the_longer_one_first() -> None:
    assert places("repeated") == []
    assert places("repeated", span(1, "工会")) == ["5 工会", "12 工会", "17 工会", "20 工会"]
    assert places("repeated", span(0, "县工会"), span(1, "工会")) == [
        "5 工会",
        "11 县工会",
        "17 工会",
        "20 工会",
    ]
    assert places("repeated", span(0, "县工会"), span(11, "县工会", "LOC")) == []
    assert places("repeated", span(0, "县工会"), span(11, "县工", "LOC")) == ["11 县工会"]
    assert places("repeated", span(1, "工会"), span(15, "县总工会"), visible=(6, 20)) == ["12 工会"]
    assert places("repeated", span(3, "新建")) == []
