#!/bin/sh
# Textual paints a widget in its new size before the widget hears of that size.
#
# One would guess: `on_resize` runs first, so that a widget can lay out its lines for the room that it has, and the lines
#   are painted then.
# What happens: the lines are asked for while `on_resize` still waits in the queue, at the start as well as after the
#   terminal was resized. The first time nothing is laid out yet; later the lines are those of the old width.
# Who meets it: whoever breaks text into rows in `on_resize`, as readers of long Chinese texts do: each size is painted
#   twice, and the first time in rows that do not fit. Over a slow line one sees it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q textual==8.2.8
cat > "$folder/check.py" <<'PY'
import asyncio
from importlib.metadata import version
from itertools import groupby

from rich.segment import Segment
from textual.app import App
from textual.scroll_view import ScrollView
from textual.strip import Strip

TEXT = "顺义区总工会新发展会员" * 40
happened = []


class Text(ScrollView):
    rows = []

    def on_resize(self):
        happened.append(f"told of {self.size.width}")
        cut = self.size.width // 2
        self.rows = [TEXT[at : at + cut] for at in range(0, len(TEXT), cut)]
        self.refresh()

    def render_line(self, y):
        cells = 2 * len(self.rows[0]) if self.rows else 0
        happened.append(f"painted {self.size.width} wide with rows of {cells}")
        return Strip([Segment(self.rows[y] if y < len(self.rows) else "")])


class Reading(App):
    def compose(self):
        yield Text()


async def main():
    app = Reading()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = [name for name, _ in groupby(happened)]
        happened.clear()
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        later = [name for name, _ in groupby(happened)]
    print("textual", version("textual"))
    print("at the start:", *first, sep="\n  ")
    print("after a resize:", *later, sep="\n  ")
    assert first[:2] == ["painted 80 wide with rows of 0", "told of 80"], first
    assert later[:2] == ["painted 40 wide with rows of 80", "told of 40"], later
    print("as described")


asyncio.run(main())
PY
"$folder/venv/bin/python" "$folder/check.py"
