"""The pane with the project's guidelines for labels."""

from pathlib import Path

from rich.segment import Segment
from textual.strip import Strip

from tui.app.text_view.geometry.wrap import wrap
from tui.app.widgets.glyphs import visible, width
from tui.app.widgets.line_view import LineView
from tui.app.widgets.markdown import Block, blocks_of
from tui.app.widgets.styles import PartName
from tui.store.files.reading import read_plain

FOLDER = "guidelines"
GENERAL = "index"


class Guide(LineView):
    """Shows a Markdown text, its rows broken as the reader breaks Chinese."""

    def __init__(self) -> None:
        super().__init__(id="guide")
        self._blocks: list[Block] = []
        self._rows: list[tuple[str, PartName]] = []

    def show(self, text: str) -> None:
        """Show another text from its beginning."""
        if (blocks := blocks_of(text)) != self._blocks:
            self._blocks = blocks
            self.fit()
            self.scroll_to_line(0)

    def fit(self) -> None:
        """Break the rows for the room that there is."""
        cells = max(8, self.scrollable_content_region.width)
        self._rows = [row for block in self._blocks for row in _rows_of(block, cells)]
        self.set_height(len(self._rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of what is visible."""
        number, base = y + self.scroll_offset.y, self.part("base")
        text, part = self._rows[number] if number < len(self._rows) else ("", "text")
        strip = Strip([Segment(visible(text), self.part(part))])
        return strip.adjust_cell_length(self.size.width).apply_style(base)


def _rows_of(block: Block, cells: int) -> list[tuple[str, PartName]]:
    """Return the rows of a block, and a blank one."""
    indent, rows = width(block.lead), list[tuple[str, PartName]]()
    for line in block.text.split("\n"):
        for start, end in wrap(line, 0, len(line), cells - indent, 0):
            lead = " " * indent if rows else block.lead
            rows.append((lead + line[start:end], block.part))
    return [*rows, ("", "text")]


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
