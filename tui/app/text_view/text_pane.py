"""The text pane: an article on the screen, its words, its tags, a cursor and a selection."""

from collections.abc import Iterable, Sequence

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.geometry.hints import Hint
from tui.app.text_view.geometry.layout import measure
from tui.app.text_view.geometry.scene import Marks, Scene, compose_beginning, compose_scene, with_contents
from tui.app.text_view.painter import Painter
from tui.app.text_view.palette import Palette
from tui.app.widgets.line_view import LineView
from tui.app.widgets.styles import PartName
from tui.app.workspace.view import EMPTY, Contents
from tui.model import LabelSet, Segment

MARGIN = 2
"""Lines kept between the cursor and the edge while scrolling."""


class TextPane(LineView):
    """Shows one article, line by line; a key repaints the lines that it changes."""

    def __init__(self, labels: LabelSet, language: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._labels, self._language = labels, language
        self._painter: Painter | None = None
        self._palette: Palette | None = None
        self._marks: dict[int, Marks] = {}
        self._waiting: Contents | None = None
        self.scene: Scene = compose_scene(EMPTY, 16)
        self.caret = Caret()
        self.span: str | None = None
        self.lit: frozenset[str] = frozenset()
        self.hints: tuple[Hint, ...] = ()
        self.read_last: Segment | None = None

    # What is shown

    def show(self, contents: Contents, caret: Caret) -> None:
        """Show other contents, scrolled to the caret; before there is room for any, as soon as there is."""
        if not self.size.width:
            self._waiting, self.caret = contents, caret
            return
        self._set_scene(compose_scene(contents, _room(self)))
        self.scroll_to_line(0)
        self.put(caret, None)

    def update_contents(self, contents: Contents, span: str | None) -> None:
        """Show the same view with other words or tags, the cursor's line where it is; `span` is meant."""
        if self._waiting is not None:
            self._waiting = contents
            return
        scene, rows = with_contents(self.scene, contents)
        painter = self._painter if contents.words is self.scene.contents.words else None
        if scene.lines is self.scene.lines:
            _show_rows(self, scene, rows)
        else:
            self._keep_place(scene)
        if painter is not None:
            painter.follow(scene)
        self._painter = painter
        self.put(self.caret.replaced(), span)

    def measure_anew(self) -> None:
        """Lay the text out again: characters have other widths than before."""
        if self.scene.text:
            self._keep_place(compose_scene(self.scene.contents, _room(self)))
            self.put(self.caret, self.span)

    def name_labels(self, labels: LabelSet, language: str) -> None:
        """Take other labels, or their names in another language."""
        self._labels, self._language = labels, language
        self._painter = self._palette = None
        self.refresh()

    def light(self, spans: Iterable[str]) -> None:
        """Let the rails of some tags, by id, stand out, and of no others."""
        lit = frozenset(spans)
        if lit != self.lit:
            self.lit = lit
            self._painter = None
            self.refresh()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Write jump hints over the text, and no others."""
        if hints != self.hints:
            self.hints = hints
            self._painter = None
            self.refresh()

    def mark_read(self, sentence: Segment | None) -> None:
        """Mark the sentence that was read before a break, or no longer."""
        if sentence != self.read_last:
            self.read_last = sentence
            self._painter = None
            self.refresh()

    @property
    def visible_range(self) -> Segment | None:
        """The reading range on the screen; None: there is none."""
        if not self.scene.text or self._waiting is not None:
            return None
        rows, shown = self.scene.layout.rows, _visible_rows(self)
        return (rows[shown[0]].start, rows[shown[-1]].end) if shown else None

    @property
    def target(self) -> Segment:
        """The reading range that a label would be given to."""
        return carets.target(self.scene.field, self.caret)

    def _take(self, scene: Scene) -> None:
        """Have another scene; it is painted by whoever asked for it."""
        self.scene, self._waiting = scene, None
        self._painter = None
        self.set_height(scene.lines.height)

    def _set_scene(self, scene: Scene) -> None:
        self._take(scene)
        self.refresh()

    def _keep_place(self, scene: Scene) -> None:
        above = self.scene.line_of(self.caret.at) - self.scroll_offset.y
        self._set_scene(scene)
        self.scroll_to_line(scene.line_of(self.caret.at) - above)

    def fit(self) -> None:
        """Lay the text out for the room that there is; of a long one, at first what is visible."""
        self._painter = None
        if (scene := self._fitting()) is not self.scene:
            self._take(scene)
        if scene.text:
            self._mark(self.caret, self.span)
            self._reveal()
        if not scene.layout.is_whole:
            self.call_next(self._lay_out_rest)

    def _lay_out_rest(self) -> None:
        """Lay out what the first painting left, the cursor's line where it is."""
        if not self.scene.layout.is_whole:
            self._keep_place(compose_scene(self.scene.contents, _room(self)))
            self.put(self.caret, self.span)

    def _fitting(self) -> Scene:
        """Return the scene in the room that there is; of a long text not shown yet, only the beginning."""
        if self._waiting is not None:
            return compose_beginning(self._waiting, _room(self), self.caret.at)
        if _room(self) == self.scene.layout.width:
            return self.scene
        return compose_scene(self.scene.contents, _room(self))

    # Painting

    def lines_in(self, crop: Region) -> list[Strip]:
        """Return the lines of `crop`.

        Textual's cache of lines goes by their place on the screen; here a strip that moved keeps what was
        made of it.
        """
        strips, background = [self.render_line(y) for y in crop.line_range], self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return line `y` of what is visible."""
        if self._painter is None:
            self._painter = Painter(
                self.scene, self.palette(), _left(self), self.size.width, self.lit, self.hints, self.read_last
            )
        return self._painter.line(y + self.scroll_offset.y, self._marks)

    def palette(self) -> Palette:
        """The styles of this theme."""
        if self._palette is None:
            self._palette = Palette(self.part, self.background_colors[1], self._labels, self._language)
        return self._palette

    def resolve_part(self, name: PartName) -> Style:
        """Find the style of a part; the cursor is seen only where keys go."""
        return Style.null() if name == "cursor" and not self.has_focus else super().resolve_part(name)

    def watch_has_focus(self, value: bool) -> None:
        """Draw the cursor only where keys go."""
        super().watch_has_focus(value)
        self._parts.pop("cursor", None)
        self._painter = None

    def notify_style_update(self) -> None:
        """Forget what was painted in another theme."""
        super().notify_style_update()
        self._painter = self._palette = None

    # Caret

    def put(self, caret: Caret, span: str | None = None) -> None:
        """Set the caret; where no tag is meant, the innermost at the cursor is."""
        if not self.scene.text:
            return
        before = self._marks
        self._mark(caret, span)
        for row in before.keys() | self._marks.keys():
            if before.get(row) != self._marks.get(row) and row < len(self.scene.lines.tops):
                lines = self.scene.lines_of_row(row)
                self.refresh_lines_of(lines.start, len(lines))
        self._reveal()

    def _mark(self, caret: Caret, span: str | None) -> None:
        tags = [shown.span.id for shown in self.scene.tags_at(caret.at)]
        self.caret, self.span = caret, span if span in tags else next(iter(tags), None)
        self._marks = self.scene.marks(caret, self.span)

    def _reveal(self) -> None:
        """Scroll as little as it takes to see the cursor's row, its rails and a margin."""
        lines = self.scene.lines_of_row(self.scene.layout.row_at(self.caret.at))
        height = self.scrollable_content_region.height
        margin = MARGIN if height > 4 * MARGIN else 0
        lowest, highest = lines.stop + margin - height, max(0, lines.start - margin)
        self.scroll_to_line(min(max(self.scroll_offset.y, lowest), highest))


def _room(pane: TextPane) -> int:
    """Return the cells that a row may take."""
    return measure(pane.scrollable_content_region.width - 2)


def _left(pane: TextPane) -> int:
    """Return the cells before the text's left edge."""
    return max(1, (pane.scrollable_content_region.width - pane.scene.layout.width) // 2)


def _visible_rows(pane: TextPane) -> Sequence[int]:
    """Return the rows with a line on the screen, ascending."""
    top = round(pane.scroll_offset.y)
    shown = (pane.scene.lines.at(line).row for line in range(top, top + pane.size.height))
    return [row for row in shown if row >= 0]


def _show_rows(pane: TextPane, scene: Scene, rows: Iterable[int]) -> None:
    """Take another scene, and paint those of its rows that look otherwise; other words may change all."""
    old, pane.scene = pane.scene, scene
    has_other_words = scene.contents.words is not old.contents.words
    for row in {*rows, *_visible_rows(pane)} if has_other_words else rows:
        is_tinted_otherwise = has_other_words and scene.tint(row) != old.tint(row)
        if is_tinted_otherwise or scene.looks(row) != old.looks(row):
            pane.refresh_lines_of(scene.lines.tops[row], len(scene.lines_of_row(row)))
