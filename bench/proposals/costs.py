"""What training costs: processor seconds and memory of the process that does it."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bench.proposals.corpus import ANNOTATOR, make


class Cost(NamedTuple):
    """Processor seconds, megabytes at most, and how many characters were trained on."""

    seconds: float
    megabytes: float
    characters: int


def cost(articles: int) -> Cost:
    """Return what one training costs where so many articles are finished; without LAC."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        make(root, articles)
        with (root / "piyue.toml").open("a", encoding="utf-8") as file:
            file.write("[suggest]\nlac = false\n")
        environ = os.environ | {"XDG_CACHE_HOME": str(Path(folder) / "cache")}
        command = [sys.executable, "-I", "-m", "tui.operations.proposals.train_worker", str(root), ANNOTATOR]
        process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE)
        assert process.stdout is not None
        figures = json.loads(process.stdout.read())
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, figures.get("characters", 0))
