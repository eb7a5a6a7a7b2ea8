"""What becomes of tags and relations of the open article, and what the status line says of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.conftest import workspace_on
from tests.app.test_modes import SECOND
from tui.app.workspace import tag_steps
from tui.app.workspace.editing import Editor
from tui.app.workspace.view import VIEW_KINDS
from tui.edit import AddSpan, Step
from tui.edit.changes import SetProgress
from tui.errors import StoreError
from tui.model import Progress, Segment, Span


@pytest.fixture
def editor(folder: Path) -> Editor:
    """Edits the page p; q is there, too."""
    (folder / "seeds" / "q.txt").write_text(SECOND, encoding="utf-8")
    return Editor(workspace_on(folder))


def at(editor: Editor, text: str) -> Segment:
    assert editor.workspace.shown is not None
    start = editor.workspace.shown.view.reading.text.index(text)
    return start, start + len(text)


def tagged(editor: Editor, text: str, label: str) -> Span:
    span = editor.workspace.span(editor.tag(at(editor, text), label))
    assert span is not None
    return span


def said(editor: Editor) -> str:
    return editor.workspace.status.now.message


def tags(editor: Editor) -> list[tuple[str, str]]:
    return [(span.label, span.text) for span in editor.workspace.tags()]


# Tags


@pytest.mark.parametrize(
    ("text", "label", "message"),
    [
        ("王路曼", "PERSON", "tagged PERSON 王路曼"),
        ("8447人", "METRIC", "tagged METRIC 8447人 = 8447 人"),
        ("新建", "METRIC", "tagged METRIC 新建: not read as a quantity; enter fills it in"),
        ("2022年", "TIME", "tagged TIME 2022年 = 2022"),
        ("近日", "TIME", "tagged TIME 近日"),
        ("，", "ORG", "tagged ORG ，; it is nothing but punctuation"),
    ],
)
def test_a_tag_is_told_with_what_it_is_read_as(text: str, label: str, message: str, editor: Editor) -> None:
    tagged(editor, text, label)
    assert said(editor).startswith(message)
    assert (label, text) in tags(editor)
    assert editor.workspace.progress.state == "doing"


def test_only_a_metric_has_a_quantity(editor: Editor) -> None:
    assert tagged(editor, "8447人", "DOC").attributes == {}
    assert tagged(editor, "69家", "METRIC").attributes["value"] == "69"
    assert editor.quantity_at(at(editor, "447人")[0]) == at(editor, "8447人")
    assert editor.quantity_at(at(editor, "8447人")[1]) is None
    assert editor.quantity_at(at(editor, "8447人")[0] - 1) is None


def test_the_same_tag_is_refused_and_another_label_or_place_is_not(editor: Editor) -> None:
    tagged(editor, "王路曼", "PERSON")
    assert editor.tag(at(editor, "王路曼"), "PERSON") is None
    assert (said(editor), editor.workspace.status.now.alarm) == ("“王路曼” is already tagged PERSON", True)
    tagged(editor, "王路曼", "ORG")
    tagged(editor, "王", "PERSON")
    assert len(tags(editor)) == 3


def test_another_label_keeps_doubt_and_takes_the_value_away_or_reads_one(editor: Editor) -> None:
    span = tagged(editor, "69家", "METRIC")
    assert editor.toggle_unsure(span)
    assert said(editor) == "marked unsure: METRIC 69家"
    assert editor.relabel(editor.workspace.tags()[0], "DOC")
    assert said(editor) == "relabelled DOC 69家 (?)"
    (now,) = editor.workspace.tags()
    assert now.attributes == {"certainty": "unsure"}
    assert editor.relabel(now, "METRIC")
    assert said(editor) == "relabelled METRIC 69家 = 69 家 (?)"
    (now,) = editor.workspace.tags()
    assert (now.attributes["value"], now.attributes["certainty"]) == ("69", "unsure")
    assert editor.toggle_unsure(now)
    assert said(editor) == "marked sure: METRIC 69家"


def test_fields_and_note_are_kept_and_what_is_the_same_is_no_change(editor: Editor) -> None:
    span = tagged(editor, "69家", "METRIC")
    assert not editor.edit(span, dict(span.attributes), "")
    assert editor.edit(span, dict(span.attributes), "?")
    assert said(editor) == "note saved: METRIC 69家"
    (now,) = editor.workspace.tags()
    assert now.note == "?"
    assert editor.edit(now, {**now.attributes, "value": "70"}, "?")
    assert said(editor) == "edited METRIC 69家 = 70 家"
    assert editor.remove(editor.workspace.tags()[0])
    assert (said(editor), tags(editor)) == ("removed METRIC 69家", [])


# Relations


def relations(editor: Editor) -> list[tuple[str, str, str]]:
    assert editor.workspace.shown is not None
    document = editor.workspace.shown.opened.document
    spans = document.spans_by_id
    return [(r.label, spans[r.head].text, spans[r.tail].text) for r in document.relations]


def test_tags_are_related_once_and_no_longer(editor: Editor) -> None:
    head, tail = tagged(editor, "69家", "METRIC"), tagged(editor, "新建工会组织", "INDICATOR")
    assert editor.relate(head, "indicator", tail)
    assert said(editor) == "related indicator 69家 -> 新建工会组织"
    assert relations(editor) == [("indicator", "69家", "新建工会组织")]
    assert not editor.relate(head, "indicator", tail)
    assert "already" in said(editor)
    assert editor.workspace.shown is not None
    assert not editor.unrelate("nowhere")
    assert editor.unrelate(editor.workspace.shown.opened.document.relations[0].id)
    assert said(editor).startswith("removed relation indicator 69家")
    assert relations(editor) == []


def test_words_become_a_tag_and_the_tail_in_one_step(editor: Editor) -> None:
    head = tagged(editor, "69家", "METRIC")
    assert editor.relate_words(head, "period", at(editor, "2022年"), "TIME")
    assert said(editor) == "related period 69家 -> 2022年"
    assert relations(editor) == [("period", "69家", "2022年")]
    editor.undo()
    assert tags(editor) == [("METRIC", "69家")]
    tagged(editor, "2022年", "TIME")
    assert not editor.relate_words(head, "period", at(editor, "2022年"), "TIME")
    assert said(editor) == "“2022年” is already tagged TIME"


# Steps


def test_steps_are_taken_back_and_done_again_and_that_is_said(editor: Editor) -> None:
    assert editor.undo() is None
    assert said(editor) == "nothing to undo"
    tagged(editor, "王路曼", "PERSON")
    step = editor.undo()
    assert (said(editor), tags(editor), step and step.subject) == (
        "undid: tagged PERSON 王路曼",
        [],
        "王路曼",
    )
    step = editor.redo()
    assert (said(editor), len(tags(editor)), step and step.label) == (
        "redid: tagged PERSON 王路曼",
        1,
        "PERSON",
    )
    assert editor.redo() is None
    assert said(editor) == "nothing to redo"


def both(editor: Editor) -> dict[str, Step]:
    """Steps that mark the first article of both pages."""
    done = Progress(state="done")
    return {page: Step("spread", (SetProgress(f"{page}#1", done),), "甲", 0, "ORG") for page in ("p", "q")}


def states(editor: Editor) -> list[str]:
    documents = editor.workspace.documents
    return [documents.session(page).document.progress_of(f"{page}#1").state for page in ("p", "q")]


def test_an_act_on_several_pages_is_one_and_its_tags_are_counted(editor: Editor) -> None:
    editor.do_all(both(editor), 7)
    assert (said(editor), states(editor)) == ("tagged everywhere ORG 甲: 7", ["done", "done"])
    editor.undo()
    assert states(editor) == ["todo", "todo"]
    editor.redo()
    assert states(editor) == ["done", "done"]
    editor.workspace.tell("")
    editor.do_all({}, 0)
    assert said(editor) == ""


def test_where_a_page_may_not_be_changed_it_is_said_why_and_nothing_is(editor: Editor) -> None:
    editor.workspace.documents.session("q").refusal = StoreError("tag.unlike")
    editor.do_all(both(editor), 7)
    assert (said(editor), states(editor)) == (
        "the copied text is not here, or is already tagged",
        ["todo", "todo"],
    )
    tagged(editor, "69家", "METRIC")
    editor.workspace.documents.session("p").refusal = StoreError("tag.unlike")
    for act in (lambda: editor.tag(at(editor, "王路曼"), "PERSON"), editor.undo):
        editor.workspace.tell("")
        assert not act()
        assert editor.workspace.status.now.alarm
    assert tags(editor) == [("METRIC", "69家")]


def test_without_an_article_nothing_is_done(editor: Editor) -> None:
    span, target = tagged(editor, "69家", "METRIC"), at(editor, "王路曼")
    steps = both(editor)
    editor.workspace.shown = None
    acts: list[Callable[[], object]] = [
        lambda: editor.tag(target, "PERSON"),
        lambda: editor.relabel(span, "DOC"),
        lambda: editor.remove(span),
        lambda: editor.unrelate("x"),
        lambda: editor.quantity_at(target[0]),
        lambda: editor.do(Step("tag", (AddSpan(span),), "", 0)),
        lambda: editor.do_all(steps, 2),
        editor.undo,
        editor.redo,
    ]
    for act in acts:
        assert not act()
    assert states(editor) == ["doing", "todo"]


def test_time_since_the_last_key_is_kept_with_what_is_done(editor: Editor) -> None:
    taken: list[str] = []

    def take(article: str) -> int:
        taken.append(article)
        return 5

    editor.workspace.documents.time.take = take  # type: ignore[method-assign]
    tagged(editor, "王路曼", "PERSON")
    assert editor.workspace.progress.seconds == 5
    editor.do_all(both(editor), 1)
    assert taken == ["p#1", "p#1"]


def test_a_reader_of_values_is_there_for_metrics_alone(editor: Editor) -> None:
    shown, schema = editor.workspace.shown, editor.workspace.documents.schema
    assert shown is not None
    assert tag_steps.metric_reader(shown.opened.document, "ORG", schema) is None
    reader = tag_steps.metric_reader_here(shown.opened, shown.view, "METRIC", schema)
    assert reader is not None
    where = shown.view.reading.to_source(*at(editor, "8447人"))
    for kind in VIEW_KINDS:
        opened = shown.opened.replaced(kind=kind)
        found = tag_steps.metric_reader_here(opened, opened.view(), "METRIC", schema)
        assert found is not None
        assert found.fields(where)["value"] == "8447"
