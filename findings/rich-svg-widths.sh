#!/bin/sh
# The SVG that Rich writes gives Chinese text half of the room that it leaves for it.
#
# One would guess: in a picture of a screen each text has the width of its cells, as its place is counted in cells.
# What happens: a text's place counts cells, but its textLength counts characters: four Chinese characters stand in eight
#   cells and are squeezed into four, with a gap behind them.
# Who meets it: whoever shows a terminal program with Chinese text by `Console.export_svg`, by Textual's `export_screenshot`
#   or by snapshot tests made of it; the picture looks broken, the program is not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q rich==15.0.0
cat > "$folder/check.py" <<'PY'
import io
import re
from importlib.metadata import version

from rich.console import Console

console = Console(record=True, width=40, file=io.StringIO(), force_terminal=True)
console.print("[bold]abcd[/bold][red]新闻标注[/red][bold]efgh[/bold]")
texts = re.findall(r'x="([\d.]+)" y="20" textLength="([\d.]+)"[^>]*>([^<&]+)', console.export_svg())
cell = float(texts[0][1]) / 4
seen = [(text, round(float(x) / cell), round(float(length) / cell)) for x, length, text in texts[:3]]
print("rich", version("rich"))
for text, at, cells in seen:
    print(f"{text}: from cell {at:g}, {cells:g} cells wide")
assert [(at, cells) for _, at, cells in seen] == [(0, 4), (4, 4), (12, 4)], seen
print("as described")
PY
"$folder/venv/bin/python" "$folder/check.py"
