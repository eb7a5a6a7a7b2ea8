"""What is open and what is shown of it: views, words, tags, and how that follows what is changed."""

from pathlib import Path

import pytest

from tests.app.conftest import workspace_on
from tests.app.test_documents_open import THREE
from tests.text.test_cut_columns import cut
from tui.app.workspace.editing import Editor
from tui.app.workspace.view import ShownTag
from tui.app.workspace.workspace import Workspace
from tui.edit import Step
from tui.edit.correct import JoinArticles, SplitArticle
from tui.errors import NotFoundError
from tui.model.corrections import WordPin


@pytest.fixture
def three(folder: Path) -> Path:
    """A page of three articles, and one behind it."""
    for page in ("p", "q"):
        (folder / "seeds" / f"{page}.txt").write_text(THREE, encoding="utf-8")
    return folder


def opened(workspace: Workspace) -> str:
    assert workspace.shown is not None
    return workspace.shown.opened.article.id


def text(workspace: Workspace) -> str:
    assert workspace.shown is not None
    return workspace.shown.view.reading.text


# What is open


def test_articles_are_opened_and_their_neighbours_known(three: Path) -> None:
    workspace = workspace_on(three, "p#2")
    assert (opened(workspace), text(workspace)[:4]) == ("p#2", "夜市重新")
    assert [workspace.neighbour(step) for step in (-1, 1)] == ["p#1", "p#3"]
    workspace.open("p#3")
    assert [workspace.neighbour(step) for step in (-1, 1)] == ["p#2", "q#1"]
    with pytest.raises(NotFoundError):
        workspace.open("p#4")
    assert opened(workspace) == "p#3"


def test_a_source_offset_lies_in_an_article_of_the_open_page(three: Path) -> None:
    workspace = workspace_on(three, "p#2")
    starts = [THREE.index(title) for title in ("大桥", "夜市", "图书馆")]
    assert [workspace.article_at(at) for at in starts] == ["p#1", "p#2", "p#3"]
    assert workspace.article_at(starts[1] - 1) is None, "between them"
    assert workspace.article_at(len(THREE)) is None


def test_time_counts_for_the_article_that_is_left(three: Path) -> None:
    workspace = workspace_on(three, "p#1")
    workspace.documents.time.take = lambda article: 7 if article == "p#1" else 0  # type: ignore[method-assign]
    workspace.open("p#2")
    document = workspace.documents.session("p").document
    assert [document.progress_of(f"p#{number}").seconds for number in (1, 2)] == [7, 0]


def test_views_follow_each_other_and_the_place_stays(three: Path) -> None:
    workspace = workspace_on(three, "p#2")
    at = text(workspace).index("三家商户")
    kinds = []
    for _ in range(3):
        at = workspace.cycle_view(at)
        kinds.append(workspace.view_kind)
        assert text(workspace)[at:].startswith("三家商户"), kinds
    assert kinds == ["plain", "source", "segmented"]
    workspace.open("p#1")
    workspace.cycle_view(0)
    workspace.open("p#2")
    assert workspace.shown is not None
    assert workspace.shown.opened.kind == "plain"


def test_without_an_article_there_is_nothing(three: Path) -> None:
    workspace = workspace_on(three)
    workspace.shown = None
    assert [workspace.neighbour(1), workspace.article_at(0), workspace.span("x")] == [None] * 3
    assert (workspace.cycle_view(3), list(workspace.tags()), workspace.progress.state) == (0, [], "todo")
    assert not workspace.learn_words("", [])
    workspace.follow()
    workspace.key_pressed()
    assert workspace.shown is None


# What follows a change


def test_an_article_that_is_gone_gives_way_to_the_one_in_which_it_lies(three: Path) -> None:
    workspace = workspace_on(three, "p#1")
    editor, start = Editor(workspace), THREE.index("夜市")
    assert editor.do(Step("join_article", (JoinArticles(start),), "", start))
    assert (opened(workspace), text(workspace)[:4]) == ("p#2", "大桥昨日"), (
        "joined, they have the name of one"
    )
    assert "夜市重新开张" in text(workspace)
    editor.undo()
    assert (opened(workspace), text(workspace)[:4]) == ("p#2", "夜市重新")


def test_an_article_that_is_there_stays_open_whatever_becomes_of_it(three: Path) -> None:
    workspace = workspace_on(three, "p#3")
    at = THREE.index("昨晚")
    assert Editor(workspace).do(Step("begin_article", (SplitArticle(at),), "", at))
    assert (opened(workspace), text(workspace)[:3]) == ("p#3", "图书馆")


def test_a_tag_shows_the_same_view(three: Path) -> None:
    workspace = workspace_on(three)
    assert workspace.shown is not None
    view = workspace.shown.view
    assert Editor(workspace).tag((0, 2), "LOC")
    assert workspace.shown.view is view


# What is shown


def test_tags_of_the_article_are_shown_with_those_of_others(three: Path) -> None:
    workspace = workspace_on(three)
    editor = Editor(workspace)
    id_ = editor.tag((0, 2), "LOC")
    workspace.open("p#2")
    editor.tag((0, 2), "ORG")
    assert [tag.span.label for tag in workspace.contents().tags] == ["ORG"]
    assert [span.label for span in workspace.tags()] == ["ORG"]
    other = workspace.span(id_)
    assert other is not None
    workspace.others = (ShownTag(other, ((0, 2),), 1),)
    assert [tag.owner for tag in workspace.contents().tags] == [0, 1]
    assert (workspace.tag_count, workspace.has_tags) == (2, True)


def test_words_are_told_apart_once_they_are_known_unless_the_view_is_plain(three: Path) -> None:
    workspace = workspace_on(three)
    assert (workspace.contents().segmented, workspace.contents().words) == (False, ())
    assert not workspace.learn_words("another text", [(0, 2)])
    assert workspace.learn_words(text(workspace), [(0, 2), (2, 4)])
    assert (workspace.contents().segmented, workspace.contents().words) == (True, [(0, 2), (2, 4)])
    workspace.cycle_view(0)
    workspace.learn_words(text(workspace), [(0, 2)])
    assert not workspace.contents().segmented


def test_corrected_words_are_shown_and_made_once(three: Path) -> None:
    workspace = workspace_on(three)
    workspace.learn_words(text(workspace), [(0, 2), (2, 4), (4, 6)])
    session = workspace.documents.session("p")
    assert workspace.shown is not None
    pins = (WordPin(segments=workspace.shown.view.reading.to_source(0, 4), text="大桥昨日"),)
    session.document = session.document.replaced(
        corrections=session.document.corrections.replaced(words=pins)
    )
    words = workspace.contents().words
    assert list(words)[:2] == [(0, 4), (4, 6)]
    assert workspace.contents().words is words
    session.document = session.document.replaced(corrections=session.document.corrections.replaced(words=()))
    assert list(workspace.contents().words) == [(0, 2), (2, 4), (4, 6)]


def test_labels_of_the_article_are_its_own(three: Path) -> None:
    workspace = workspace_on(three)
    assert workspace.article_label("topic") == ()
    session = workspace.documents.session("p")
    progress = workspace.progress.replaced(labels={"topic": ("桥",)})
    session.document = session.document.replaced(progress={"p#1": progress})
    assert workspace.article_label("topic") == ("桥",)
    workspace.open("p#2")
    assert workspace.article_label("topic") == ()


def test_pages_that_are_read_count(three: Path) -> None:
    workspace = workspace_on(three)
    assert (workspace.tag_count, workspace.has_tags) == (0, False)
    workspace.open("q#3")
    at = text(workspace).index("王五")
    Editor(workspace).tag((at, at + 2), "PERSON")
    assert (workspace.tag_count, workspace.has_tags) == (1, True)


def test_a_place_between_two_parts_of_one_article_is_of_the_article_that_stands_there(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    page = cut("水渠全长十一里，今年投资1860", "万元，年底完工。老渠长拧开水闸，笑了。")
    (tmp_path / "seeds" / "p.txt").write_text(page, "utf-8")
    workspace = workspace_on(tmp_path)
    assert workspace.shown is not None
    first, second, *_ = workspace.shown.opened.document.articles
    assert first.start < second.start < first.end
    places = {"1860": "p#1", "万元": "p#1", "夜市搬家": "p#2", "摊主们": "p#2"}
    assert {text: workspace.article_at(page.index(text)) for text in places} == places
