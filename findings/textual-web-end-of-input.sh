#!/bin/sh
# Textual's web driver, under which textual-serve runs an app, takes no notice of the end of its input.
#
# One would guess: the server is killed, the pipe from it ends, and the app ends, as it does where a terminal goes away.
# What happens: the thread that reads the keys returns, and the app goes on for ever, with its files, its locks and its
#   memory; nobody can reach it any more. Its `on_unmount` is never called.
# Who meets it: whoever serves a Textual app by textual-serve or textual-web and restarts the server the hard way: each
#   restart leaves the apps of all open tabs behind.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q textual==8.2.8 textual-serve==1.1.3
cat > "$folder/app.py" <<'PY'
from textual.app import App

class Plain(App):
    pass

Plain().run()
PY
cat > "$folder/check.py" <<'PY'
import os
import subprocess
import sys
from importlib.metadata import version

environ = {**os.environ, "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
app = subprocess.Popen([sys.executable, sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ)
while app.stdout.readline() != b"__GANGLION__\n":  # textual-serve waits for this, too
    pass
app.stdin.close()
try:
    status = app.wait(10)
except subprocess.TimeoutExpired:
    status = None
app.kill()
print(f"textual {version('textual')}, textual-serve {version('textual-serve')}")
print("ten seconds after the end of its input the app", "runs" if status is None else f"has ended: {status}")
print("as described" if status is None else "changed")
sys.exit(status is not None)
PY
"$folder/venv/bin/python" "$folder/check.py" "$folder/app.py"
