"""Tables for people: columns measured in cells, without colours."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from tui.errors import printable

GAP = "  "
CUT = ".."
BAR = 24


def table(rows: Sequence[Sequence[object]], head: Sequence[str], width: int) -> list[str]:
    """Return the lines of a table whose last column is cut where the line would be longer than `width` cells.

    Numbers stand to the right.
    """
    cells = [list(head), *([printable(str(value)) for value in row] for row in rows)]
    sizes = [max(cell_len(row[column]) for row in cells) for column in range(len(head))]
    right = [bool(rows) and all(isinstance(row[column], int) for row in rows) for column in range(len(head))]
    return [cut(_line(row, sizes, right), width) for row in cells]


def cut(line: str, width: int) -> str:
    """Return `line` in at most `width` cells, `CUT` at its end where something was cut."""
    return line if cell_len(line) <= width else set_cell_size(line, width - len(CUT)).rstrip() + CUT


def bar(part: int, whole: int) -> str:
    """Return a bar that shows how much `part` is of `whole`, in characters that are one cell everywhere."""
    full = round(BAR * part / whole) if whole else 0
    return "#" * full + "." * (BAR - full)


def _line(row: Sequence[str], sizes: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for text, size, to_right in zip(row, sizes, right, strict=True):
        blank = " " * (size - cell_len(text))
        parts.append(blank + text if to_right else text + blank)
    return GAP.join(parts).rstrip()
