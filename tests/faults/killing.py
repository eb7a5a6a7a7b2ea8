"""kill -9 at random moments of a tagging session: ``python -m tests.faults.killing 1000 [SEED]``.

Each round opens piyue in a pseudo-terminal, tags word after word, and kills it at a random moment. Whatever
the screen had shown as saved has to be in the file, each tag with the text that stands there.
"""

import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from tests.conftest import SEEDS
from tests.faults.terminal import Terminal

PAGE = "001_23acaf25f1115fd4"
TAGS = re.compile(r"tags: (\d+)")
STATUS = -3
"""The row that says what is saved."""

MANY = 150
"""So many tags on the page, and it begins anew."""


class Round:
    """One session: what was shown as saved, and what was sent."""

    def __init__(self, project: Path, home: Path, random: Random) -> None:
        self.random = random
        environ = {"HOME": str(home), "LOGNAME": "ling"}
        environ |= {
            f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "STATE", "CONFIG", "DATA")
        }
        self.terminal = Terminal(project, environ=environ)
        self.shown = 0
        self.sent = 0

    def run(self) -> str:
        """Open, tag, kill; return in what state it was killed."""
        try:
            self._until_open()
            before = self._look()
            limit = monotonic() + self.random.random() * 0.7
            while (now := monotonic()) < limit:
                if self.random.random() < 0.4:
                    self.terminal.send("\x1b[C" + self.random.choice("oplte"))
                    self.sent += 1
                if self.terminal.feed(min(0.02, limit - now)):
                    self._look()
            return "idle" if self.shown == before + self.sent else "busy"
        finally:
            self.terminal.close()

    def _until_open(self) -> None:
        limit = monotonic() + 30
        while not self._saved(self.terminal.line(STATUS)):
            self.terminal.feed()
            assert monotonic() < limit, self.terminal.text

    def _saved(self, status: str) -> re.Match[str] | None:
        return TAGS.search(status) if " saved " in status else None

    def _look(self) -> int:
        """Note the number of tags that the screen shows as saved: of the page's first article only."""
        if found := self._saved(self.terminal.line(STATUS)):
            self.shown = int(found[1])
        return self.shown


def saved_tags(project: Path) -> list[dict[str, Any]]:
    """Return the tags in the file, each checked against the page."""
    file = project / "annotations" / "ling" / f"{PAGE}.json"
    if not file.exists():
        return []
    text = (project / "seeds" / f"{PAGE}.txt").read_bytes().decode("utf-8")
    spans = list(json.loads(file.read_bytes())["spans"].values())
    for span in spans:
        assert "".join(text[a:b] for a, b in span["segments"]) == span["text"], span
    return spans


def kill(rounds: int, seed: int = 1) -> Counter[str]:
    """Kill `rounds` sessions, and count the states they were in.

    Raises:
        AssertionError: something that was shown as saved is not there, or a file cannot be read.
    """
    random, counts = Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        project, home = Path(folder, "paper"), Path(folder, "home")
        home.mkdir()
        (project / "seeds").mkdir(parents=True)
        shutil.copy(SEEDS / f"{PAGE}.txt", project / "seeds")
        for number in range(rounds):
            played = Round(project, home, random)
            counts[played.run()] += 1
            found = saved_tags(project)
            assert len(found) >= played.shown, (number, len(found), played.shown)
            counts["tags"] += played.sent
            if len(found) > MANY:
                shutil.rmtree(project / "annotations")
                shutil.rmtree(home / "state")
    return counts


if __name__ == "__main__":
    began = monotonic()
    done = kill(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(dict(done), f"{monotonic() - began:.0f} s")
