"""What the line says of a difference: what each annotator has, and the keys that settle it."""

from collections.abc import Iterable, Sequence

from tui.app.keys.display import display
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.difference_rows import kinds_said
from tui.measure.adjudication.article_labels import LabelDifference
from tui.measure.adjudication.differences import Difference
from tui.measure.adjudication.rows import VersionTexts

KEYS = ("add_part", "remove", "edit", "next_tag", "suggest", "show_links", "check", "next_open", "clear")
"""What settles a difference of tags, and leads to others, by the ids of the keys."""

LABEL_KEYS = ("remove", "label_article", "show_links", "next_open", "clear")
"""What settles a difference of labels of the article."""


def difference_pieces(
    controller: Controller, at: int, total: int, difference: Difference, *, named: bool
) -> list[Piece]:
    """Return what is said of a difference of tags or relations."""
    workspace = controller.workspace
    texts = VersionTexts(workspace.names)
    said = [texts.text(difference, number) for number in range(len(difference.versions))]
    keys = (id_ for id_ in KEYS if id_ != "edit" or difference.fields)
    lead = f" {at + 1}/{total} {kinds_said(difference, workspace.say)}  "
    return [Piece(lead, "strong"), *_versions(difference.annotators, said, named), *_keys(controller, keys)]


def label_pieces(controller: Controller, difference: LabelDifference, *, named: bool) -> list[Piece]:
    """Return what is said of a difference of labels of the article."""
    workspace = controller.workspace
    said = ["、".join(values) or "-" for values in difference.values]
    name = workspace.names.article_label(difference.label)
    lead = f" {workspace.say('difference.article_label')} {name}  "
    versions = _versions(difference.annotators, said, named)
    return [Piece(lead, "strong"), *versions, *_keys(controller, LABEL_KEYS)]


def _versions(annotators: Sequence[str], said: Sequence[str], named: bool) -> list[Piece]:
    """Return what each annotator has, by number, or by name too."""
    pieces = []
    for number, (name, text) in enumerate(zip(annotators, said, strict=True), 1):
        pieces += [Piece(f"{number}{' ' + name if named else ''}", "key"), Piece(f" {text}  ")]
    return pieces


def _keys(controller: Controller, ids: Iterable[str]) -> list[Piece]:
    pieces = []
    for id_ in ids:
        key = display(controller.rows[id_].keys[0])
        pieces += [Piece(key, "key"), Piece(f" {controller.workspace.say('adjudicate.' + id_)}  ", "dim")]
    return pieces
