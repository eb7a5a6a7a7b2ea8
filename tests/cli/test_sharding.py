"""`--shard` and `--merge`: parts of a run print what the whole run prints."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.commands.project import make
from tests.cli.conftest import Run
from tui.cli import main

COMMANDS = (
    ("stats",),
    ("stats", "--annotator", "all", "--day", "2026-03-01"),
    ("check",),
    ("suggest", "--all"),
    ("quantities", "--all"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Five pages: one cannot be read, the tags of one are damaged, on one nobody worked."""
    root = make(tmp_path / "news", 5, 6).root
    (root / "annotations" / "bench" / "p00002.json").write_text("{", encoding="utf-8")
    (root / "annotations" / "bench" / "p00001.json").unlink()
    (root / "seeds" / "p00003.txt").write_bytes(b"\xff\x00\x81")
    return root


def write_parts(run: Run, folder: Path, *command: str, total: int = 2) -> None:
    for number in range(1, total + 1):
        status, out, err = run(*command, "--shard", f"{number}/{total}", "-o", str(folder))
        part = folder / f"{command[0]}-{number - 1:05}-of-{total:05}.part.jsonl"
        assert (status, out, err) == (0, f"{part}\n", "")
        assert part.is_file()


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_merged_parts_print_what_one_run_prints(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    write_parts(run, tmp_path / "parts", *command)
    for shape in ((), ("--json",), ("--lang", "zh")):
        whole = run(*command, *shape)
        assert run(*command, *shape, "--merge", str(tmp_path / "parts")) == whole
        assert whole[1]


def test_the_index_of_merged_parts_says_what_one_run_says(run: Run, tmp_path: Path) -> None:
    write_parts(run, tmp_path / "parts", "index")
    files = sorted(map(str, (tmp_path / "parts").iterdir()))
    status, out, err = run("index", "--merge", *reversed(files))
    assert (status, out) == (1, "3 pages in the index, 3 of them new or changed\n")
    assert ["p00002.json" in line or "p00003.txt" in line for line in err.splitlines()] == [True, True]
    assert run("index", "--json")[1] == '{"pages": 3, "changed": 0, "refused": 2}\n'


def test_parts_of_other_options_and_missing_ones_are_refused_in_a_line(run: Run, tmp_path: Path) -> None:
    write_parts(run, tmp_path / "parts", "stats")
    first, second = sorted(map(str, (tmp_path / "parts").iterdir()))
    for more, said in (
        (("--day", "2026-03-01", "--merge", first, second), "other options"),
        (("--merge", second), "missing: 1; write each with --shard I/2"),
        (("--merge", first, first), "name each part once"),
        (("--merge", str(tmp_path / "news")), "there are no parts of piyue stats"),
    ):
        status, out, err = run("stats", *more)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert said in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("stats", "--shard", "1/2"),
        ("stats", "-o", "parts"),
        ("check", "--merge", "parts", "--shard", "1/2", "-o", "parts"),
        ("suggest", "--article", "p00000#1", "--shard", "1/2", "-o", "parts"),
        ("check", "--merge", "parts", "-o", "parts"),
        ("suggest", "--article", "p00000#1", "--merge", "parts"),
        ("quantities", "三成", "--merge", "parts"),
        ("quantities", "三成", "-o", "parts"),
        ("quantities", "三成", "--shard", "1/2"),
        ("quantities", "--all", "--fill", "--shard", "1/2", "-o", "parts"),
    ],
)
def test_what_does_not_go_together_is_refused_and_nothing_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*arguments)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "--shard I/N goes with -o DIR" in err
    assert not (tmp_path / "parts").exists()


def test_a_shard_that_fails_leaves_no_part(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Callable[..., object]:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.operations.shards.in_chunks", fails)
    assert main(["--project", str(project), "stats", "--shard", "1/2", "-o", str(tmp_path / "parts")]) == 130
    assert [*(tmp_path / "parts").iterdir()] == []
