#!/bin/sh
# Textual keeps what its last 1,024 closed widgets showed.
#
# One would guess: what a closed dialog showed is freed with its widgets.
# What happens: the widgets are freed, but the colours behind each are remembered by an lru_cache on a method whose first
#   argument is the widget's cache of painted lines. So up to 1,024 such caches stay, with all lines in them; a line of text
#   with many styled words takes some kilobytes, a full screen of them some hundred.
# Who meets it: programs that open and close dialogs all day over rich text, as annotation tools do: memory grows by some
#   hundred megabytes before it levels off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q textual==8.2.8
cat > "$folder/check.py" <<'PY'
import asyncio
import gc
from importlib.metadata import version

from textual._styles_cache import StylesCache
from textual.app import App
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static


class Dialog(ModalScreen):
    def compose(self):
        yield Static("总工会\n" * 20)


def counted():
    gc.collect()
    found = gc.get_objects()
    return [sum(isinstance(one, kind) for one in found) for kind in (Widget, StylesCache)]


async def main():
    app = App()
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in range(3):
            for _ in range(20):
                app.push_screen(Dialog())
                await pilot.pause()
                app.pop_screen()
                await pilot.pause()
            seen.append(counted())
    print("textual", version("textual"))
    print("widgets, caches of painted lines after 20, 40, 60 dialogs:", *seen)
    widgets, caches = zip(*seen)
    assert max(widgets) - min(widgets) <= 2, widgets
    assert caches[2] - caches[1] == caches[1] - caches[0] >= 40, caches
    print("as described")


asyncio.run(main())
PY
"$folder/venv/bin/python" "$folder/check.py"
