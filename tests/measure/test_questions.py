"""What questions say: of what their details name, the names in the language that they are read in."""

import pytest

from tui.measure.questions import question_row, question_said
from tui.model import DEFAULT_SCHEMA


@pytest.mark.parametrize("kind", ["labels_differ", "unlabelled", "unlikely", "missed"])
def test_a_label_is_called_by_its_name_and_a_text_behind_it_stays(kind: str) -> None:
    said = [question_said(kind, detail, DEFAULT_SCHEMA).render("zh") for detail in ("ORG", "ORG 县 总工会")]
    assert all("机构" in one and "ORG" not in one for one in said)
    assert "县 总工会" in said[1]


def test_a_relation_and_an_attribute_are_called_by_theirs() -> None:
    said = question_said("relation_type", "subject -> ORG 县 总工会", DEFAULT_SCHEMA).render("zh")
    assert "主体 -> 机构 县 总工会" in said
    assert "value" not in question_said("required", "value", DEFAULT_SCHEMA).render("zh")


def test_other_details_are_said_as_they_are_and_a_tag_of_marks_alone_has_a_sentence_of_its_own() -> None:
    assert "溪县|总工" in question_said("mid_word", "溪县|总工", DEFAULT_SCHEMA).render("zh")
    assert question_row("punctuation", "，") == "question.punctuation"
    assert question_row("punctuation", "") == "question.only_punctuation"
    assert question_row("mid_word", "") == "question.mid_word"
