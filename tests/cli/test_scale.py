"""The program that docs/scale.md shows does what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT


@pytest.mark.slow
def test_dask_with_two_workers_writes_the_bytes_that_one_process_writes(
    run: Run, project: Path, tmp_path: Path
) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "dataset"
    assert run("export", "--format", "hf", "-o", str(whole), "--shards", "3")[0] == 0
    (program,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), re.S
    )
    program = program.replace("N = 8", "N = 3").replace("num_workers=4", "num_workers=2")
    script = tmp_path / "export.py"
    script.write_text(program.replace('"news"', repr(str(project))), encoding="utf-8")
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, str(script)], cwd=tmp_path, env=environ, check=True, capture_output=True)
    names = sorted(path.name for path in (whole / "data").iterdir())
    assert names == [f"train-{number:05}-of-00003.jsonl" for number in range(3)]
    assert sorted(path.name for path in (parts / "data").iterdir()) == names
    for name in names:
        assert (parts / "data" / name).read_bytes() == (whole / "data" / name).read_bytes()
