"""Types each key of the key map into real terminals on a virtual screen, and writes down what arrives.

``python -m bench.terminals [TERMINAL or KEY…]`` needs Xvfb, xdotool and the terminals. Its table is kept as
``docs/terminal_keys.tsv``, tab-separated: a row a key, a column a terminal, a cell what arrived.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from bench.terminals.key_log import READY
from tui.app.keys.key_map import KEYMAP

DISPLAY = ":78"
QUIET_SECONDS = {"escape": 0.8}
"""How long to wait for what a key sends; of ESC, tmux waits half a second for what may follow it."""
USUAL_SECONDS = 0.15
AFTER_PREFIX = "space"
"""What does no harm behind the key with which the keys of tmux and GNU screen begin."""
MODIFIERS = frozenset(f"{side}_{name}" for side in ("left", "right") for name in ("shift", "control", "alt"))
"""What kitty reports of the keys that are held down."""


class Terminal(NamedTuple):
    """A terminal: the command that runs another one in it, and what that is run in."""

    command: Sequence[str]
    inside: Sequence[str] = ()


TERMINALS: Mapping[str, Terminal] = {
    "xterm": Terminal(("xterm", "-e")),
    "mlterm": Terminal(("mlterm", "-e")),
    "rxvt": Terminal(("urxvt", "-e")),
    "st": Terminal(("st", "-e")),
    "kitty": Terminal(("env", "LIBGL_ALWAYS_SOFTWARE=1", "kitty")),
    "konsole": Terminal(("konsole", "-e")),
    "tmux": Terminal(("xterm", "-e"), ("tmux", "-L", "piyue-keys", "-f", "/dev/null", "new-session")),
    "screen": Terminal(("xterm", "-e"), ("screen", "-c", "/dev/null")),
}

KEYSYMS: Mapping[str, str] = {
    **{"left": "Left", "right": "Right", "up": "Up", "down": "Down", "home": "Home", "end": "End"},
    **{"pageup": "Prior", "pagedown": "Next", "escape": "Escape", "enter": "Return", "tab": "Tab"},
    **{"delete": "Delete", "backspace": "BackSpace", "insert": "Insert", "full_stop": "period"},
    **{"left_curly_bracket": "braceleft", "right_curly_bracket": "braceright", "equals_sign": "equal"},
    **{"left_square_bracket": "bracketleft", "right_square_bracket": "bracketright", "vertical_line": "bar"},
    **{"greater_than_sign": "greater", "less_than_sign": "less", "question_mark": "question"},
    **{"quotation_mark": "quotedbl", "number_sign": "numbersign", "exclamation_mark": "exclam"},
    **{"right_parenthesis": "parenright", "left_parenthesis": "parenleft", "dollar_sign": "dollar"},
    **{"circumflex_accent": "asciicircum", "percent_sign": "percent", "tilde": "asciitilde"},
    "grave_accent": "grave",
}
"""X's names of keys, where they are others than Textual's."""


def keysym(key: str) -> str:
    """Return what xdotool calls a key."""
    *modifiers, last = key.split("+")
    if last[0] == "f" and last[1:].isdigit():
        last = last.upper()
    return "+".join([*modifiers, KEYSYMS.get(last, last)])


def keys() -> list[str]:
    """Return all keys of the key map, each once; ctrl+c last, since some terminals end with it."""
    return list(dict.fromkeys(key for row in KEYMAP for key in row.keys))


def typed_into(terminal: Terminal, typed: Sequence[str], folder: Path) -> dict[str, str]:
    """Return for each key what arrives, by the names of keys with blanks between them."""
    log, script = folder / "keys", folder / "run"
    log.touch()
    command = " ".join([sys.executable, "-m", "bench.terminals.key_log", str(log)])
    script.write_text(f"#!/bin/sh\ncd {Path.cwd()}\nexec {command}\n", encoding="ascii")
    script.chmod(0o755)
    environ = {**os.environ, "DISPLAY": DISPLAY, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    with _started([*terminal.command, *terminal.inside, str(script)], environ):
        _wait_for(log)
        _focus(environ)
        return {key: _arrived(key, log, environ) for key in typed}


def _wait_for(log: Path) -> None:
    limit = monotonic() + 20
    while READY not in log.read_text("utf-8"):
        if monotonic() > limit:
            raise TimeoutError("the terminal has not started")
        sleep(0.2)
    sleep(1)


def _focus(environ: Mapping[str, str]) -> None:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "."], env=environ, capture_output=True, text=True
    )
    for window in found.stdout.split():
        subprocess.run(["xdotool", "windowfocus", window], env=environ, stderr=subprocess.DEVNULL)


def _arrived(key: str, log: Path, environ: Mapping[str, str]) -> str:
    before = len(log.read_text("utf-8").splitlines())
    subprocess.run(["xdotool", "key", "--clearmodifiers", keysym(key)], env=environ, check=True)
    sleep(QUIET_SECONDS.get(key, USUAL_SECONDS))
    found = log.read_text("utf-8").splitlines()[before:]
    if not found and key != AFTER_PREFIX:  # tmux and screen take the next key, too
        _arrived(AFTER_PREFIX, log, environ)
    return " ".join(name for name in found if name not in {*MODIFIERS, READY})


@contextmanager
def _started(command: Sequence[str], environ: Mapping[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


def main(names: Sequence[str]) -> None:
    """Print the table."""
    typed = [name for name in names if name not in TERMINALS] or keys()
    wanted = [name for name in names if name in TERMINALS] or TERMINALS
    columns = {}
    with _started(["Xvfb", DISPLAY, "-screen", "0", "1400x900x24"], os.environ):
        sleep(1)
        for name in wanted:
            with tempfile.TemporaryDirectory() as folder:
                columns[name] = typed_into(TERMINALS[name], typed, Path(folder))
    print("\t".join(["key", *columns]))
    for key in typed:
        print("\t".join([key, *(column[key] for column in columns.values())]))


if __name__ == "__main__":
    main(sys.argv[1:])
