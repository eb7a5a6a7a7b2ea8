"""Paints the lines of a scene; a line depends only on the scene, its marks and the palette."""

from textual.cache import LRUCache
from textual.strip import Strip

from tui.app.text_view.geometry.hints import Hint, hints_in
from tui.app.text_view.geometry.layout import SETTINGS, Row
from tui.app.text_view.geometry.scene import Looks, Marks, Scene
from tui.app.text_view.paint import Bar, Overlay, paint_rail, paint_row
from tui.app.text_view.palette import Palette
from tui.app.widgets.styles import PartName
from tui.app.workspace.view import ShownTag
from tui.model import Segment

UNMARKED = Marks(None, None, None, None)


class Painter:
    """A scene with its palette, and the strips painted so far.

    Args:
        left: cells before the text's left edge.
        width: of a line.
        lit: ids of the tags whose rails stand out.
        hints: jump hints on places of the text.
        read_last: the sentence that was read before a break.
    """

    def __init__(
        self,
        scene: Scene,
        palette: Palette,
        left: int,
        width: int,
        lit: frozenset[str] = frozenset(),
        hints: tuple[Hint, ...] = (),
        read_last: Segment | None = None,
    ) -> None:
        self.scene, self.palette, self.left, self.width = scene, palette, left, width
        self.lit, self.hints, self.read_last = lit, hints, read_last
        self.blank = Strip.blank(width, palette.part("base"))
        self.strips: LRUCache[tuple[int, int, Looks, Marks], Strip] = LRUCache(2048)

    def follow(self, scene: Scene) -> None:
        """Paint another scene of the same layout and words, using what is painted of rows that are alike."""
        self.scene = scene

    def line(self, number: int, marks: dict[int, Marks]) -> Strip:
        """Return the strip of a line; `marks` by row, rows without a mark left out."""
        row, lane = self.scene.lines.at(number)
        if row < 0:
            return self.blank
        key = (row, lane, self.scene.looks(row), marks.get(row, UNMARKED))
        strip = self.strips.get(key)
        if strip is None:
            strip = self.strips[key] = self._paint(row, lane, key[3])
        return strip

    def _paint(self, index: int, lane: int, marks: Marks) -> Strip:
        blank = self.palette.part("base")
        row, text = self.scene.layout.rows[index], self.scene.text
        if lane:
            rails = [r for r in self.scene.rails.rows[index] if r.lane == lane]
            bars = [(rail, self._bar(rail.shown, marks)) for rail in rails]
            return paint_rail(text[row.start : row.end], row, bars, blank, self.left, self.width)
        voice = SETTINGS[self.scene.contents.view.roles[row.block]].voice
        base = blank + self.palette.part("dim" if self.hints else voice)
        beside = self._should_read(row), self.palette.part("bad")
        hints = hints_in(self.hints, row.start, row.end), self.palette.part("hint")
        overlays = self._overlays(index, marks)
        return paint_row(text, row, base, overlays, self.left, self.width, beside, hints)

    def _should_read(self, row: Row) -> str:
        """Return what the misread places that end in a row should read."""
        places = self.scene.contents.view.misread
        return " ".join(f"→{place.reads}" for place in places if row.start < place.end <= row.end)

    def _bar(self, shown: ShownTag, marks: Marks) -> Bar:
        label = shown.span.label
        style = self.palette.rail(label)
        if shown.span.id == marks.span or shown.span.id in self.lit:
            style += self.palette.part("current")
        owner = f"{shown.owner} " if shown.owner else ""
        return Bar(str(shown.owner or self.palette.key(label)), owner + self.palette.name(label), style)

    def _overlays(self, index: int, marks: Marks) -> list[Overlay]:
        row, part = self.scene.layout.rows[index], self.palette.part
        overlays = [Overlay(a, b, part("word")) for a, b in self.scene.tint(index)]
        if self.read_last is not None:
            overlays.append(Overlay(*self.read_last, part("row")))
        misread = [m for m in self.scene.contents.view.misread if m.start < row.end and row.start < m.end]
        overlays += [Overlay(place.start, place.end, part("bad")) for place in misread]
        overlays += [
            Overlay(place.start, place.end, self.palette.proposed(place.label, place.sure))
            for place in self.scene.proposed(index)
        ]
        outer_first = sorted(self.scene.rails.rows[index], key=lambda rail: -rail.lane)
        overlays += [Overlay(r.start, r.end, self.palette.text(r.shown.span.label)) for r in outer_first]
        marked: tuple[tuple[PartName, Segment | None], ...] = (
            ("target", marks.target),
            ("selection", marks.selection),
            ("cursor", marks.cursor),
        )
        overlays += [Overlay(*mark, part(name)) for name, mark in marked if mark is not None]
        return overlays
