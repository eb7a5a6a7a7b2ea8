"""A day of a team: three tag in pseudo-terminals, each in a clone of their own; the lead settles."""

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from psycopg.sql import SQL, Identifier

from tests.faults.terminal import Terminal
from tests.store.server import Server
from tui.cli import main
from tui.store.backend import Key, Tables
from tui.store.postgres.backend import PostgresBackend
from tui.store.settings.user import settings_path

SECONDS = 90
"""How long a screen is waited for: machines that run tests are busy."""
ROLES = {"ling": ["ling"], "wang": ["wang"], "zhou": ["zhou"], "mo": ["mo", "gold"]}
"""Who may write whose records on a server."""
SENTENCE = "北京市召开会议。"
PAGES = {"first": f"{SENTENCE}今年新建工会36家。\n", "second": "去年发展会员8447人。\n"}
TEAM = '[team]\nleads = ["mo"]\nannotators = ["ling", "wang", "zhou"]\noverlap = 3\n'


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    command = ["git", *identity, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Clones:
    """Each works in a git clone; what somebody did is everybody's when it was pushed and pulled."""

    def __init__(self, tmp_path: Path) -> None:
        if shutil.which("git") is None:
            pytest.skip("git is not installed")
        self._folder, self._origin = tmp_path, tmp_path / "origin.git"
        git(tmp_path, "init", "-q", "--bare", str(self._origin))

    def begin(self, name: str) -> Path:
        """Return somebody's own folder."""
        git(self._folder, "clone", "-q", str(self._origin), str(self._folder / name))
        return self._folder / name

    def hand_in(self, folder: Path) -> None:
        """Give what somebody did to the others."""
        git(folder, "add", "--", ":(glob)annotations/*/*.json", ":(glob)seeds/*", "piyue.toml")
        git(folder, "commit", "-q", "-m", folder.name)
        if git(folder, "ls-remote", "origin", "main"):
            self.take(folder)
        git(folder, "push", "-q", "origin", "HEAD:main")

    def take(self, folder: Path) -> None:
        """Take what the others did."""
        git(folder, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")

    def records(self, folder: Path, annotator: str, page: str) -> Tables:
        """Return what somebody's folder says that an annotator has tagged."""
        found: Tables = json.loads((folder / "annotations" / annotator / f"{page}.json").read_text("utf-8"))
        return found


class OneServer:
    """Each has a copy of the pages and a role of their own on one server; there is nothing to hand in."""

    def __init__(self, tmp_path: Path, server: Server) -> None:
        self._folder, self._server = tmp_path, server
        self._backend = PostgresBackend(server.url(), tmp_path.name)
        self._backend.set_up()
        for role, names in {
            "ling": ["ling"],
            "wang": ["wang"],
            "zhou": ["zhou"],
            "mo": ["mo", "gold"],
        }.items():
            with self._backend.connection() as connection:
                connection.execute(SQL("DROP ROLE IF EXISTS {}").format(Identifier(role)))
                connection.execute(SQL("CREATE ROLE {} LOGIN").format(Identifier(role)))
            for name in names:
                self._backend.admit(role, name)

    def begin(self, name: str) -> Path:
        """Return somebody's own folder, and name the server in their settings."""
        folder = self._folder / name
        if (self._folder / "mo").exists():
            shutil.copytree(self._folder / "mo", folder)
        else:
            folder.mkdir()
        settings = self._folder / f"home-{name}" / "piyue" / "settings.toml"
        own = [settings, settings_path()] if name == "mo" else [settings]  # commands here are the lead's
        for path in own:
            path.parent.mkdir(parents=True)
            path.write_text(f'[store]\nurl = "{self._server.url(name)}"\n', encoding="utf-8")
        return folder

    def hand_in(self, folder: Path) -> None:
        """Make sure that nothing is kept here."""
        assert not list(folder.glob("annotations/**/*.json"))

    def take(self, folder: Path) -> None:
        """All is there."""

    def records(self, folder: Path, annotator: str, page: str) -> Tables:
        """Return what the server says that an annotator has tagged."""
        del folder
        return self._backend.storage(Key(annotator, page)).read() or {}


@pytest.fixture(params=[Clones, OneServer])
def sharing(request: pytest.FixtureRequest, tmp_path: Path) -> Clones | OneServer:
    """Say how a team shares its work."""
    if request.param is Clones:
        return Clones(tmp_path)
    return OneServer(tmp_path, request.getfixturevalue("server"))


def at_work(folder: Path, annotator: str, tmp_path: Path, *command: str) -> Terminal:
    """Open piyue in a terminal, with a home of its own."""
    home = tmp_path / f"home-{annotator}"
    home.mkdir(exist_ok=True)
    environ = {"HOME": str(home)} | {f"XDG_{kind}_HOME": str(home) for kind in ("CACHE", "STATE", "CONFIG")}
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


def answer(capfd: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> dict[str, Any]:
    assert main(["--project", str(folder), *arguments]) == 0
    found: dict[str, Any] = json.loads(capfd.readouterr().out)
    return found


@pytest.mark.slow
@pytest.mark.usefixtures("shared_segmenter")
def test_a_day_of_a_team(
    sharing: Clones | OneServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lead = sharing.begin("mo")
    (lead / "seeds").mkdir()
    for name, text in PAGES.items():
        (lead / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    (lead / "piyue.toml").write_text(f'{TEAM}[project]\nname = "{tmp_path.name}"\n', encoding="utf-8")
    main(["--project", str(lead), "--annotator", "mo", "assign", "--all", "--to", "ling,wang,zhou"])
    sharing.hand_in(lead)

    planted = {"ling": "=l", "wang": "=o", "zhou": ""}  # the sentence, with another label, not at all
    folders = {name: sharing.begin(name) for name in planted}
    with ThreadPoolExecutor() as pool:  # all at once
        for done in [
            pool.submit(tag_by_keys, folders[name], name, tmp_path, planted[name]) for name in planted
        ]:
            done.result()
    for folder in folders.values():
        sharing.hand_in(folder)
    sharing.take(lead)

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
        terminal.until("no differences are left", SECONDS)
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

    def tags(folder: Path, annotator: str, page: str) -> set[tuple[str, str]]:
        spans = sharing.records(folder, annotator, page)["spans"].values()
        return {(span["text"], span["label"]) for span in spans}

    sharing.hand_in(lead)
    for name, folder in folders.items():  # nobody's tag is lost, for anybody
        sharing.take(folder)
        for other, label in (("ling", "LOC"), ("wang", "ORG"), ("zhou", "")):
            expected = {("36家", "METRIC")} | ({(SENTENCE, label)} if label else set())
            assert tags(folder, other, "first") == expected, name
            assert tags(folder, other, "second") == {("8447人", "METRIC")}
        assert tags(folder, "gold", "first") == {(SENTENCE, "LOC"), ("36家", "METRIC")}
