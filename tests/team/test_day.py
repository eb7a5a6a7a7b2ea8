"""A day of a team: three tag in pseudo-terminals, each in a clone of their own; the lead settles."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.terminal import Terminal
from tui.cli import main

SECONDS = 90
"""How long a screen is waited for: machines that run tests are busy."""
SENTENCE = "北京市召开会议。"
PAGES = {"first": f"{SENTENCE}今年新建工会36家。\n", "second": "去年发展会员8447人。\n"}
TEAM = '[team]\nleads = ["mo"]\nannotators = ["ling", "wang", "zhou"]\noverlap = 3\n'

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    command = ["git", *identity, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def clone(origin: Path, folder: Path) -> Path:
    git(origin.parent, "clone", "-q", str(origin), str(folder))
    return folder


def push(folder: Path, message: str) -> None:
    git(folder, "add", "--", ":(glob)annotations/*/*.json", ":(glob)seeds/*", "piyue.toml")
    git(folder, "commit", "-q", "-m", message)
    if git(folder, "ls-remote", "origin", "main"):
        git(folder, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    git(folder, "push", "-q", "origin", "HEAD:main")


def at_work(folder: Path, annotator: str, tmp_path: Path, *command: str) -> Terminal:
    """Open piyue in a terminal, with a home of its own."""
    home = tmp_path / f"home-{annotator}"
    home.mkdir(exist_ok=True)
    environ = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "XDG_STATE_HOME": str(home)}
    start = (sys.executable, "-m", "tui.cli", *command, "--lang", "en", "--annotator", annotator, "--project")
    return Terminal(folder, start, environ, (30, 130))


def tag_by_keys(folder: Path, annotator: str, tmp_path: Path, first: str) -> None:
    """Tag both pages: on the first what is given, then each page's quantity; finish them and leave."""
    terminal = at_work(folder, annotator, tmp_path)
    try:
        terminal.until("北京市", SECONDS)
        terminal.send(first)
        terminal.send("g14.m")  # the fifteenth character is the quantity's first
        terminal.until("36家 = 36", SECONDS)
        terminal.send("f]")
        terminal.until("去年", SECONDS)
        terminal.send("6.m")
        terminal.until("8447人 = 8447", SECONDS)
        terminal.send("f")
        terminal.until("done", SECONDS)
        terminal.send("q")
        assert terminal.wait(SECONDS) == 0
        assert f"{annotator}: ".encode() in terminal.written  # the line that says what was done
    finally:
        terminal.close()


def tags(folder: Path, annotator: str, page: str) -> set[tuple[str, str]]:
    raw = json.loads((folder / "annotations" / annotator / f"{page}.json").read_text("utf-8"))
    return {(span["text"], span["label"]) for span in raw["spans"].values()}


def answer(capfd: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> dict[str, Any]:
    assert main(["--project", str(folder), *arguments]) == 0
    found: dict[str, Any] = json.loads(capfd.readouterr().out)
    return found


@pytest.mark.slow
def test_a_day_of_a_team_on_files(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    origin = tmp_path / "origin.git"
    git(tmp_path, "init", "-q", "--bare", str(origin))
    lead = clone(origin, tmp_path / "mo")
    (lead / "seeds").mkdir()
    for name, text in PAGES.items():
        (lead / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    (lead / "piyue.toml").write_text(TEAM, encoding="utf-8")
    main(["--project", str(lead), "--annotator", "mo", "assign", "--all", "--to", "ling,wang,zhou"])
    push(lead, "pages are assigned")

    planted = {"ling": "=l", "wang": "=o", "zhou": ""}  # the sentence, with another label, not at all
    clones = {name: clone(origin, tmp_path / name) for name in planted}
    for name, first in planted.items():
        tag_by_keys(clones[name], name, tmp_path, first)
    for name, folder in clones.items():
        push(folder, f"{name}'s day")
    git(lead, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")

    capfd.readouterr()
    found = answer(capfd, lead, "--annotator", "mo", "agree", "--json")
    f1 = {(pair["a"], pair["b"]): pair["spans"]["f1"] for pair in found["pairs"]}
    assert f1 == {("ling", "wang"): 2 / 3, ("ling", "zhou"): 0.8, ("wang", "zhou"): 0.8}
    kinds = [(each["kind"], each["annotators"]) for each in found["disagreements"]]
    assert kinds == [
        ("label", ["ling", "wang"]),
        ("missing", ["ling", "zhou"]),
        ("missing", ["wang", "zhou"]),
    ]

    sources = ("adjudicate", "--from", "ling", "--from", "wang", "--from", "zhou")
    terminal = at_work(lead, "mo", tmp_path, *sources)
    try:
        terminal.until("1/1 missing+label", SECONDS)
        terminal.send("1")
        terminal.until("all differences are settled", SECONDS)
        terminal.send("a")
        terminal.until("nothing is left to settle", SECONDS)
        terminal.send("q")
        assert terminal.wait(SECONDS) == 0
    finally:
        terminal.close()

    capfd.readouterr()
    assert (
        main(["--project", str(lead), "export", "--format", "jsonl", "-o", "-", "--annotator", "gold"]) == 0
    )
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    exported = {(row["page"], span["text"], span["label"]) for row in rows for span in row["spans"]}
    assert exported == {
        ("first", SENTENCE, "LOC"),
        ("first", "36家", "METRIC"),
        ("second", "8447人", "METRIC"),
    }
    assert {row["state"] for row in rows} == {"done"}

    push(lead, "gold")
    for name, folder in clones.items():  # nobody's tag is lost, in anybody's clone
        git(folder, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
        for other, label in (("ling", "LOC"), ("wang", "ORG"), ("zhou", "")):
            expected = {("36家", "METRIC")} | ({(SENTENCE, label)} if label else set())
            assert tags(folder, other, "first") == expected, name
            assert tags(folder, other, "second") == {("8447人", "METRIC")}
        assert tags(folder, "gold", "first") == {(SENTENCE, "LOC"), ("36家", "METRIC")}
