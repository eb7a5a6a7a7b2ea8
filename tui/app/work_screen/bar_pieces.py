"""The pieces of the lines at the bottom."""

from collections.abc import Callable, Iterable

from rich.style import Style

from tui.app.keys.bindings import ON_WORK_SCREEN
from tui.app.keys.display import display
from tui.app.keys.key_map import Key
from tui.app.text_view.palette import Palette
from tui.app.widgets.styles import PartName
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.documents import OpenArticle
from tui.app.workspace.status import Saved, Say, Status
from tui.model import LabelSet, RelationType

PART: dict[Saved, PartName] = {"saved": "good", "saving": "busy", "failed": "bad"}


def status_left(say: Say, status: Status, tag: str, wraps: bool) -> list[Piece]:
    """Return save state, then the last message, which may wrap, else the tag under the cursor."""
    pieces = [Piece(f" {say('status.' + status.saved, reason=status.reason)} ", PART[status.saved])]
    if status.message:
        pieces.append(Piece(f" {status.message}", "bad" if status.alarm else "strong", wraps=wraps))
    elif tag:
        pieces.append(Piece(f" {tag}", "dim"))
    if status.progress:
        pieces.append(Piece(f" {status.progress}", "busy"))
    return pieces


def status_right(say: Say, opened: OpenArticle, percent: int, stage: str, *, told: bool) -> list[Piece]:
    """Return the page's lost tags, the place on it, state or stage, tags, and the cursor's place."""
    document, article = opened.document, opened.article
    number, total = document.articles.index(article) + 1, len(document.articles)
    state = stage or say("state." + document.progress_of(article.id).state)
    tags = len(document.spans_in(article))
    place = say("status.place", number=number, total=total, state=state, tags=tags, percent=percent)
    lost = 0 if told else len(document.orphans)  # a message needs the room, and often says it
    said = [Piece(f"{say('status.lost', count=lost)} ", "bad", action="press('orphans')")] if lost else []
    return [*said, Piece(place + " ", "dim")]


def label_pieces(labels: LabelSet, palette: Palette, language: str, lead: str) -> list[Piece]:
    """Return the labels with their keys in their colours."""
    pieces = [Piece(f" {lead} ", "strong")] if lead else [Piece(" ")]
    for label in labels.labels:
        name = labels.name_of(label.id, language)
        action = f"label({label.id!r})"
        pieces.append(Piece(label.key, style=palette.rail(label.id) + Style(bold=True), action=action))
        pieces.append(Piece(f" {name}  ", "dim", action=action))
    return pieces


def type_pieces(types: Iterable[RelationType], name: Callable[[RelationType], str], lead: str) -> list[Piece]:
    """Return relation types with their keys."""
    pieces = [Piece(f" {lead} ", "strong")]
    for type_ in types:
        pieces += [Piece(type_.key, "key"), Piece(f" {name(type_)}  ", "dim")]
    return pieces


REVIEW_KEYS = ("edit", "remove", "remove_same", "next_tag", "suggest", "clear")
"""What can be done with a proposal, by the ids of the keys."""


def review_pieces(said: str, rows: Iterable[Key], say: Say) -> list[Piece]:
    """Return what is proposed, and the keys with which one decides on it."""
    known, pieces = {row.id: row for row in rows}, [Piece(f" {said}  ", "strong")]
    for id_ in REVIEW_KEYS:
        pieces += [Piece(display(known[id_].keys[0]), "key"), Piece(f" {say('review.' + id_)}  ", "dim")]
    return pieces


def key_pieces(rows: Iterable[Key], say: Say) -> list[Piece]:
    """Return the keys of the footer, the most needed first."""
    pieces = [Piece(" ")]
    for row in sorted(rows, key=lambda row: row.footer):
        action = f"press({row.id!r})" if row.context in ON_WORK_SCREEN else ""
        pieces.append(Piece(display(row.keys[0]), "key", action=action))
        pieces.append(Piece(f" {say('short.' + row.id)}  ", "dim", action=action))
    return pieces
