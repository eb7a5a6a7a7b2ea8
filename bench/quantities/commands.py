"""Pages a processor second of whole commands, alternating with another commit's code, on generated pages."""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.corpora import sentences
from bench.quantities.speed import ROOT, code_of

PAGES = 1000
ROUNDS = 5
SETTINGS = "[suggest]\nlac = false\n"
"""Of this tree: LAC is another proposer, which the other commit may not have, nor the setting."""
COMMANDS = (("quantities", "--all", "--json"), ("suggest", "--all", "--json"))
_RUN = "import sys; from tui.cli import main; sys.exit(main())"
_BY_RULE = """
from pathlib import Path
from tui.quantities.periods import base_of
from tui.store.project import Project
from tui.suggest.rules import by_rule
from tui.text.offsets import read
project, base = Project.find(Path.cwd()), base_of("2023-09-12")
for page in map(project.page, project.page_ids()):
    for article in project.documents.division(page).articles:
        list(by_rule(article, read(page, article), base=base))
"""
"""The proposals that both make: quantities and times."""


class Rate(NamedTuple):
    """Pages a second of a command here and at the other commit."""

    what: str
    here: float
    there: float


def rates(commit: str) -> Iterator[Rate]:
    """Yield the rates of each command, and of the proposals by rule; medians over rounds that alternate."""
    runs = [(" ".join(command), ["-c", _RUN, *command]) for command in COMMANDS]
    with tempfile.TemporaryDirectory() as folder, code_of(commit) as code:
        places = [(code, Path(folder) / "there"), (str(ROOT), Path(folder) / "here")]
        for _, project in places:
            make(project)
        (places[1][1] / "piyue.toml").write_text(SETTINGS, encoding="utf-8")
        for what, arguments in [*runs, ("quantities and times of suggest", ["-c", _BY_RULE])]:
            for root, project in places:
                _seconds(root, project, arguments)  # caches
            pairs = [[_seconds(root, project, arguments) for root, project in places] for _ in range(ROUNDS)]
            there, here = (PAGES / median(column) for column in zip(*pairs, strict=True))
            yield Rate(what, here, there)


def make(project: Path) -> None:
    """Write pages of some 900 characters, made of the sample pages' sentences."""
    pick, known = random.Random(PAGES), sentences()
    (project / "seeds").mkdir(parents=True)
    (project / "annotations").mkdir()
    for number in range(PAGES):
        paragraphs = ("　　" + "。".join(pick.choices(known, k=4)) + "。" for _ in range(4))
        text = "\n\n".join((f"全市第{number}次工作会议召开", *paragraphs))
        (project / "seeds" / f"p{number:05}-20230912.txt").write_text(text + "\n", encoding="utf-8")


def _seconds(root: str, project: Path, arguments: list[str]) -> float:
    """Return the processor seconds, of user and system, of a command with the code of a folder."""
    home = str(project.with_suffix(".home"))
    environment = {**os.environ, "HOME": home, "XDG_CACHE_HOME": home, "PYTHONPATH": root}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = os.times()
    subprocess.run(
        [sys.executable, *arguments], cwd=project, env=environment, stdout=subprocess.DEVNULL, check=True
    )
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
