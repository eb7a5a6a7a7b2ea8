"""Dialog for orphans: tags that lost their place, with their old text and possible new places."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.workspace import Workspace
from tui.edit import Session, Step
from tui.edit.orphans import drop, place
from tui.model import Segment, Span
from tui.store.anchors import candidates, read_anchor
from tui.store.records.kept import ANCHOR

AROUND = 12
"""Code points shown on either side of a place."""


class Choice(NamedTuple):
    """Something that can be done with an orphan: placed at segments, or (None) given up."""

    orphan: Span
    segments: tuple[Segment, ...] | None
    said: Content


class OrphansScreen(Dialog[Step | None]):
    """Asks where the orphans of a page belong; None: they stay what they are."""

    BINDINGS = bindings("orphans")

    def __init__(self, session: Session, workspace: Workspace) -> None:
        super().__init__()
        self._session, self._say, self._names = session, workspace.say, workspace.names
        self._choices = list(self._all())

    def compose(self) -> ComposeResult:
        """Lay out each orphan as it stood, and below it where its text stands now."""
        with Vertical(id="dialog"):
            yield Label(Content(self._say("orphans.title")), id="title")
            yield OptionList(*(Option(choice.said) for choice in self._choices))
            yield Label(Content(self._say("orphans.keys")), id="keys")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        orphan, segments, _ = self._choices[event.option_index]
        self.dismiss(drop(orphan) if segments is None else place(self._session, orphan, segments))

    def action_choose(self) -> None:
        """Do what is marked."""
        self.query_one(OptionList).action_select()

    def _all(self) -> Iterator[Choice]:
        text = self._session.document.page.text
        for orphan in sorted(self._session.document.orphans, key=lambda span: span.segments):
            anchor = read_anchor(orphan.unknown.get(ANCHOR), orphan.text)
            before, after = (anchor.before, anchor.after) if anchor else ("", "")
            was = self._quoted(before, orphan.text, after)
            label = self._names.label(orphan.label)
            for segments in candidates(text, orphan):
                start, end = segments[0][0], segments[-1][1]
                now = self._quoted(
                    text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
                )
                said = self._say("orphans.place", label=label, was=was, now=now)
                yield Choice(orphan, segments, Content(said))
            said = self._say("orphans.drop", label=label, was=was)
            yield Choice(orphan, None, Content(said))

    def _quoted(self, before: str, quote: str, after: str) -> str:
        return visible(f"…{before[-AROUND:]}【{quote}】{after[:AROUND]}…".replace("\n", " "))
