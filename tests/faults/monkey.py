"""Random keys in a real terminal: ``python -m tests.faults.monkey SECONDS [SEED]``.

Keys come from the key map, weighted by what is on the screen: a dialog gets those that move in it, answer it
and close it, the text all that there are. piyue must not end by itself, must answer, its memory must level
off, what it shows as saved must be in files that can be read, and `piyue check` must find nothing wrong.
"""

import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter, deque
from pathlib import Path
from random import Random
from statistics import mean
from time import monotonic

from textual.keys import _character_to_key

from tests.conftest import ROOT, SEEDS
from tests.faults.terminal import PIYUE, Terminal
from tui.app.keys.key_map import KEYMAP

SPECIAL = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "shift+up": "\x1b[1;2A",
    "shift+down": "\x1b[1;2B",
    "shift+right": "\x1b[1;2C",
    "shift+left": "\x1b[1;2D",
    "shift+tab": "\x1b[Z",
    "tab": "\t",
    "enter": "\r",
    "space": " ",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f7": "\x1b[18~",
}
PLAIN = {_character_to_key(chr(code)): chr(code) for code in range(33, 127)}
CONTROL = {f"ctrl+{chr(code + 96)}": chr(code) for code in range(1, 27)}
BYTES = SPECIAL | PLAIN | CONTROL | {f"alt+{name}": f"\x1b{char}" for name, char in PLAIN.items()}

LEAVES = frozenset(("quit", "suspend", "leave", "language"))
"""Actions that are not tried: the first two end the session, after the third nobody can read the status."""

IN_DIALOG = ("\x1b", "\x1b", "\r", *("\x1b[A", "\x1b[B") * 2, *"\t \x7fyna", "王", "工会")
"""What is typed where a dialog is open, beside the keys of the map."""

QUIT = (0, -signal.SIGINT, 128 + signal.SIGINT)
"""How a session ends that the palette ended: perhaps by ctrl+c behind it, when all was saved."""

FRAME = frozenset("╭┌┏╔▔▊")
ANSWER = 60.0
"""Seconds within which a key is answered on a busy machine."""

SAMPLE = 2.0
"""Seconds between two looks at the memory."""

LEVEL = 1.25
"""So many times the memory of the third quarter is the most that the last may have."""


def keys_of_text() -> list[str]:
    """Return what can be sent on the work screen; what moves is there more than once."""
    found = []
    for row in KEYMAP:
        if row.id not in LEAVES and row.context in ("reader", "list", "work"):
            known = [BYTES[key] for key in row.keys if key in BYTES]
            found += known * (4 if row.group in ("move", "select", "tag") else 1)
    return found + list("opltewm") * 4


def memory(process: int) -> int:
    """Return the resident memory of a process in kB; of one that has ended, 0."""
    status = Path(f"/proc/{process}/status").read_text()
    return int((status.partition("VmRSS:")[2].split() or ["0"])[0])


class Monkey:
    """One session of random keys.

    Attributes:
        counts: of keys by where they were pressed.
        samples: of memory, in kB.
        sent: the newest of the keys.
        longest: seconds that the status stood at "saving".
    """

    def __init__(self, project: Path, home: Path, random: Random) -> None:
        names = ("CACHE", "STATE", "CONFIG", "DATA")
        environ = {"HOME": str(home), "LOGNAME": "ling"}
        environ |= {f"XDG_{name}_HOME": str(home / name.lower()) for name in names}
        self.environ, self._random, self._project = environ, random, project
        self.terminal = self._open()
        self.counts, self.samples, self.longest = Counter[str](), list[int](), 0.0
        self._text, self._saving_since = keys_of_text(), 0.0
        self.sent: deque[str] = deque(maxlen=60)

    def run(self, seconds: float) -> None:
        """Press keys for so long."""
        limit, sampled = monotonic() + seconds, 0.0
        while (now := monotonic()) < limit:
            is_dialog = bool(FRAME & set(self.terminal.text))
            self.counts["dialog" if is_dialog else "text"] += 1
            self._press(is_dialog)
            self._look()
            if now - sampled > SAMPLE:
                sampled = now
                self._sample()
        self._calm()

    def _open(self) -> Terminal:
        terminal = Terminal(self._project, environ=self.environ, size=(30, 110))
        terminal.until(" saved ", 60)
        return terminal

    def _sample(self) -> None:
        """Note the memory; where the palette ended the session, begin another one."""
        if used := memory(self.terminal.pid):
            self.samples.append(used)
            return
        status = self.terminal.wait()
        reports = "\n".join(crash_reports(self.environ))
        is_good = status in QUIT and not reports
        assert is_good, f"it ended with {status} after {self.sent!r}:\n{reports or self.terminal.text}"
        self.terminal.close()
        self.counts["sessions ended"] += 1
        self.terminal = self._open()

    def _press(self, is_dialog: bool) -> None:
        usual = IN_DIALOG if is_dialog and self._random.random() < 0.8 else self._text
        keys = self._random.choices(usual, k=self._random.choice((1, 1, 1, 3)))
        self.sent.extend(keys)
        self.terminal.send("".join(keys))
        answered = self.terminal.feed(0.05)
        while answered:
            answered = self.terminal.feed(0)

    def _look(self) -> None:
        """Note how long the status says that it is saving."""
        if "saving..." not in self.terminal.text:
            self._saving_since = 0.0
        elif not self._saving_since:
            self._saving_since = monotonic()
        else:
            self.longest = max(self.longest, monotonic() - self._saving_since)
            assert self.longest < ANSWER, f"saving for {self.longest:.0f} s:\n{self.terminal.text}"

    def _calm(self) -> None:
        """Leave dialogs and modes, until all is saved."""
        limit = monotonic() + ANSWER
        while " saved " not in self.terminal.text or FRAME & set(self.terminal.text):
            self.terminal.send("\x1b")
            self.terminal.feed(0.5)
            self._sample()
            assert monotonic() < limit, f"it does not answer:\n{self.terminal.text}"


def crash_reports(environ: dict[str, str]) -> list[str]:
    """Return what piyue wrote of internal errors."""
    return [path.read_text("utf-8") for path in Path(environ["HOME"]).rglob("crashes/*.txt")]


def check(project: Path, environ: dict[str, str]) -> list[str]:
    """Return what is wrong with the files of a project."""
    for file in project.glob("annotations/*/*.json"):
        json.loads(file.read_bytes())
    assert not list(project.rglob("*.damaged-*"))
    reports = crash_reports(environ)
    assert not reports, "\n".join(reports)
    command = [*PIYUE, str(project), "check", "--json", "--no-model"]
    environ = environ | {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    kinds = Counter(json.loads(line).get("kind", "?") for line in done.stdout.splitlines())
    return [f"{kind}: {count}" for kind, count in kinds.most_common()]


def levels_off(samples: list[int]) -> bool:
    """Tell whether the memory does not grow any more towards the end."""
    quarter = len(samples) // 4
    return quarter < 4 or mean(samples[-quarter:]) <= LEVEL * mean(samples[-2 * quarter : -quarter])


def run(seconds: float, seed: int) -> dict[str, object]:
    """Press random keys for so long; return what was seen.

    Raises:
        AssertionError: it ended, did not answer, or left something that cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="piyue-monkey-") as folder:
        project, home = Path(folder, "paper"), Path(folder, "home")
        home.mkdir()
        shutil.copytree(SEEDS, project / "seeds")
        monkey = Monkey(project, home, Random(seed))
        try:
            monkey.run(seconds)
        finally:
            monkey.terminal.close()
        found = check(project, monkey.environ)
        assert levels_off(monkey.samples), monkey.samples
        return {
            "keys": dict(monkey.counts),
            "memory MB": [kb // 1024 for kb in monkey.samples[:: max(1, len(monkey.samples) // 12)]],
            "longest saving s": round(monkey.longest, 1),
            "check": found,
        }


if __name__ == "__main__":
    print(run(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
