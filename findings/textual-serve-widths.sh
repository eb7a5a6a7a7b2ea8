#!/bin/sh
# The terminal that textual-serve brings counts other cells than Textual, and its "Unicode 11" is none.
#
# One would guess: textual-serve draws with an xterm.js that agrees with the Textual it belongs to, at least on what
#   Unicode 11, which it sets, says.
# What happens: it counts each code point by itself, so that a heart with a variation selector takes one cell (Textual: two)
#   and a family of three takes six (Textual: two); what came after its tables takes one (Textual: two). Its addon is
#   called unicode11, but has the wide characters of Unicode 12.1: the orange circle of 2019 takes two.
# Who meets it: whoever shows text with emoji in a browser: every row that has one is torn from there on.
# It needs Chromium (Debian: chromium).
set -eu
chromium=$(command -v chromium)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q textual==8.2.8 rich==15.0.0 textual-serve==1.1.3 playwright==1.65.2
cat > "$folder/check.py" <<'PY'
import sys
from importlib.metadata import version
from importlib.resources import files

from playwright.sync_api import sync_playwright
from rich.cells import cell_len

HOLD = """() => Object.defineProperty(Object.prototype, "fitAddon", {configurable: true, set(value) {
  Object.defineProperty(this, "fitAddon", {value, writable: true});
  window.held = this.terminal;
}})"""
CELLS = """text => new Promise(done => {
  window.held.write("\\x1b[2J\\x1b[H" + text, () => done(window.held.buffer.active.cursorX));
})"""
TEXTS = {
    "heart with selector": ("\u2764\ufe0f", 1, 2),
    "family of three": ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 6, 2),
    "melting face (Unicode 14)": ("\U0001fae0", 1, 2),
    "orange circle (Unicode 12)": ("\U0001f7e0", 2, 2),
}
with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"]).new_page()
    page.set_content(
        '<div class="textual-terminal" data-session-websocket-url="ws://127.0.0.1:9/" data-font-size="16"></div>'
    )
    page.evaluate(HOLD)
    page.add_script_tag(content=(files("textual_serve") / "static" / "js" / "textual.js").read_text())
    page.evaluate("() => window.onload()")
    page.wait_for_function("() => window.held")
    print(f"textual-serve {version('textual-serve')}, rich {version('rich')}")
    print("the terminal's Unicode:", page.evaluate("() => window.held.unicode.activeVersion"))
    seen = {name: (page.evaluate(CELLS, text), cell_len(text)) for name, (text, _, _) in TEXTS.items()}
for name, (terminal, textual) in seen.items():
    print(f"{name}: terminal {terminal}, Textual {textual}")
same = seen == {name: (terminal, textual) for name, (_, terminal, textual) in TEXTS.items()}
print("as described" if same else "changed")
sys.exit(not same)
PY
"$folder/venv/bin/python" "$folder/check.py" "$chromium"
