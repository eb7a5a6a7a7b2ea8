"""The pane with the project's guidelines for labels."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown

from tui.app.widgets.glyphs import visible
from tui.store.files.reading import read_plain

FOLDER = "guidelines"
GENERAL = "index"


class Guide(VerticalScroll):
    """Shows a Markdown text."""

    def __init__(self, text: str) -> None:
        super().__init__(id="guide", can_focus=False)
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the text out."""
        yield Markdown("\n".join(map(visible, self._text.split("\n"))), open_links=False)


def guide_text(root: Path, label: str | None) -> str | None:
    """Return what `guidelines/` says of a label, behind it what it says of all; None: nothing."""
    names = [name for name in (label, GENERAL) if name]
    texts: list[str] = []
    for name in names:
        path = root / FOLDER / f"{name}.md"
        try:
            texts.append(read_plain(path).decode("utf-8", "replace"))
        except OSError:
            continue
    return "\n\n".join(texts) or None
