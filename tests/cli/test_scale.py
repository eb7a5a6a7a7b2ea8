"""The programs that docs/scale.md shows do what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.shares import size

SHARDS = max(2, size(3))


def programs(project: Path) -> list[str]:
    """The programs of the documentation, for two workers, a project and few shards."""
    found = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), re.S)
    small = (one.replace("N = 8", f"N = {SHARDS}").replace("num_workers=4", "num_workers=2") for one in found)
    return [one.replace('"news"', repr(str(project))) for one in small]


def printed(program: str, folder: Path) -> str:
    """Run a program in a folder; return what it prints."""
    script = folder / "program.py"
    script.write_text(program, encoding="utf-8")
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script)]
    return subprocess.run(command, cwd=folder, env=environ, check=True, capture_output=True, text=True).stdout


@pytest.mark.slow
def test_dask_with_two_workers_writes_the_bytes_that_one_process_writes(
    run: Run, project: Path, tmp_path: Path
) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "dataset"
    assert run("export", "--format", "hf", "-o", str(whole), "--shards", str(SHARDS))[0] == 0
    export, _ = programs(project)
    printed(export, tmp_path)
    names = sorted(path.name for path in (whole / "data").iterdir())
    assert names == [f"train-{number:05}-of-{SHARDS:05}.jsonl" for number in range(SHARDS)]
    assert sorted(path.name for path in (parts / "data").iterdir()) == names
    for name in names:
        assert (parts / "data" / name).read_bytes() == (whole / "data" / name).read_bytes()


@pytest.mark.slow
def test_dask_with_two_workers_writes_parts_that_are_merged_to_what_one_process_prints(
    run: Run, project: Path, tmp_path: Path
) -> None:
    _, commands = programs(project)
    *_, figures, indexed = printed(commands, tmp_path).splitlines()
    assert figures + "\n" == run("stats", "--json")[1]
    assert indexed.startswith("5 pages in the index, 5 of them new")
    parts = str(tmp_path / "parts")
    for command in (("check",), ("suggest", "--all"), ("quantities", "--all", "--json")):
        assert run(*command, "--merge", parts) == run(*command)
    assert len([*(tmp_path / "parts").iterdir()]) == 5 * SHARDS
