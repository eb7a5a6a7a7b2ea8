"""Pictures of screens as files: a row of the screen a line, its texts with their styles; shown as SVG."""

import html
import io
import json
import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style
from textual.app import App
from textual.strip import Strip

Picture: TypeAlias = list[list[tuple[str, str]]]
"""The rows of a screen, each its texts with their styles."""
TINT, THEME = 26, 60
"""How far red, green and blue of a colour differ; less where a dialog dims it."""


def taken(app: App[int]) -> Picture:
    """Return what the app shows."""
    return [_row(strip) for strip in app.screen._compositor.render_strips(app.size)]


def _row(strip: Strip) -> list[tuple[str, str]]:
    styled = [(segment.text, _said(segment.style)) for segment in strip if segment.text]
    joined = groupby(styled, key=lambda pair: pair[1])
    return [("".join(text for text, _ in run), style) for style, run in joined]


def _said(style: Style | None) -> str:
    return str(style.clear_meta_and_links()) if style else ""


def marked(row: Sequence[tuple[str, str]]) -> str:
    """Return what is marked in a row, a sign below each cell: `^` reversed, `=` on a colour of the theme, `_`
    underlined, `-` on a tint, as tagged text is.
    """
    return "".join(_sign(text, Style.parse(style)) * cell_len(text) for text, style in row).rstrip()


def chosen(app: App[int]) -> list[str]:
    """Return what stands on a colour of the theme, row by row: the chosen row of a list, a selection."""
    rows = (
        "".join(text for text, style in row if _sign(text, Style.parse(style)) == "=") for row in taken(app)
    )
    return [" ".join(row.split()) for row in rows if row]


def _sign(text: str, style: Style) -> str:
    behind = style.bgcolor.triplet if style.bgcolor else None
    hue = max(behind) - min(behind) if behind else 0
    is_reversed = style.reverse and text.strip()  # of blanks: a scrollbar
    signs = {"^": is_reversed, "=": hue >= THEME, "_": style.underline, "-": hue >= TINT}
    return next((sign for sign, holds in signs.items() if holds), " ")


def written(picture: Picture) -> str:
    """Return the file of a picture."""
    styles = list(dict.fromkeys(style for row in picture for _, style in row))
    rows = [[[text, styles.index(style)] for text, style in row] for row in picture]
    lines = [json.dumps(line, ensure_ascii=False) for line in (styles, *rows)]
    return "\n".join(lines) + "\n"


def read(file: Path) -> Picture:
    """Return the picture in a file."""
    styles, *rows = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [[(text, styles[style]) for text, style in row] for row in rows]


def svg(picture: Picture, width: int) -> str:
    """Return a picture as SVG."""
    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    for row in picture:
        painted = [Segment(text, Style.parse(style)) for text, style in row]
        console.print(Segments([*painted, Segment.line()]), end="")
    return with_cell_widths(console.export_svg(title="piyue"))


def with_cell_widths(picture: str) -> str:
    """Return an SVG of Rich in which wide characters are as wide as their cells.

    Rich 15.0 gives each text the width of as many cells as it has characters (`findings/rich-svg-widths.sh`).
    """

    def widened(found: re.Match[str]) -> str:
        text = html.unescape(found["text"])
        cells = float(found["length"]) / max(1, len(text)) * cell_len(text)
        return f'{found["before"]}textLength="{cells:g}"{found["after"]}{found["text"]}'

    return TEXT.sub(widened, picture)


TEXT = re.compile(r'(?P<before><text [^>]*?)textLength="(?P<length>[^"]+)"(?P<after>[^>]*>)(?P<text>[^<]*)')
