#!/bin/sh
# Asking Textual where a widget stands can take the Resize event of another one away.
#
# One would guess: `widget.region` reads; and a widget whose size changed hears of it by a Resize event.
# What happens: after something was scrolled, the region of a widget that was scrolled out of sight is found by
#   arranging the screen anew. If a pane was opened or closed and the layout is still due, that arrangement has the new
#   sizes already; the layout compares with it, sees no difference and sends no Resize. The widget has its new size all
#   the same, and is painted in it.
# Who meets it: whoever lays text out in `on_resize` beside a pane that opens and closes, as readers of long Chinese
#   texts with guidelines beside them do. The rows, or the marks on them, stay those of the old width; it depends on
#   which comes first, so one sees it under load only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q textual==8.2.8
cat > "$folder/check.py" <<'PY'
import asyncio
from importlib.metadata import version

from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

told = []


class Text(VerticalScroll):
    def on_resize(self, event):
        told.append(event.size.width)


class Reading(App):
    CSS = "Text { width: 1fr; height: 5; overflow-y: scroll } #guide { width: 30 }"

    def compose(self):
        with Horizontal():
            with Text():
                yield Static("顺义区总工会新发展会员" * 20, id="first")
                yield Static("顺义区总工会新发展会员" * 100)


async def close_guide(is_asked):
    """Return the widths that the text was told of when the pane beside it opened and closed, and its own."""
    app = Reading()
    async with app.run_test(size=(80, 24)) as pilot:
        told.clear()
        guide = Static("guidelines", id="guide")
        await app.query_one(Horizontal).mount(guide)
        await pilot.pause()
        app.query_one(Text).scroll_to(y=30, animate=False)
        await pilot.pause()
        guide.display = False
        if is_asked:
            app.query_one("#first").region
        await pilot.pause()
        return told[:], app.query_one(Text).size.width


async def main():
    print("textual", version("textual"))
    plain, asked = await close_guide(is_asked=False), await close_guide(is_asked=True)
    print("widths told, width:", *plain)
    print("where the region of a line out of sight was asked for:", *asked)
    assert plain == ([50, 80], 80), plain
    assert asked == ([50], 80), asked
    print("as described")


asyncio.run(main())
PY
"$folder/venv/bin/python" "$folder/check.py"
