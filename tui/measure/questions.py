"""What a question about a tag says to people, labels and relation types by their names."""

from collections.abc import Callable, Mapping

from tui.model import Schema
from tui.model.names import Name, Phrase, attribute_name, label_name, relation_type_name
from tui.texts import Message


def question_row(kind: str, detail: str) -> str:
    """Return the row of the catalogue with the sentence of a question."""
    return "question.only_punctuation" if kind == "punctuation" and not detail else f"question.{kind}"


def question_said(kind: str, detail: str, schema: Schema) -> Message:
    """Return the sentence of a question: what its detail names, in the language that it is read in."""
    named = NAMED.get(kind)
    return Message(question_row(kind, detail), {"detail": named(schema, detail) if named else detail})


def _label(schema: Schema, detail: str) -> Phrase:
    """Return a label's id, and perhaps a text behind it, with the label's name."""
    label, *text = detail.split(" ", 1)
    return Phrase((label_name(schema.labels, label), *text))


def _relation(schema: Schema, detail: str) -> Phrase:
    """Return ``TYPE -> LABEL TEXT`` with the names of both."""
    type_, arrow, tail = detail.split(" ", 2)
    return Phrase((relation_type_name(schema, type_), arrow, *_label(schema, tail).parts))


def _attribute(schema: Schema, detail: str) -> Name:
    return attribute_name(schema, detail)


NAMED: Mapping[str, Callable[[Schema, str], Name | Phrase]] = {
    "labels_differ": _label,
    "unlabelled": _label,
    "unlikely": _label,
    "missed": _label,
    "relation_type": _relation,
    "required": _attribute,
}
"""The kinds of questions whose details name something of the schema."""
