"""What docs/ledger.md shows is what the command prints."""

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.measure.tagged import tagged_project
from tui.cli import main
from tui.measure.ledger import Row

TEXT = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_the_example_is_what_the_command_prints(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = re.search(r"```console\n\$ piyue (.*)\n((?:.*\n)*?)```", TEXT)
    assert found is not None
    project = tagged_project(tmp_path)
    assert main([*shlex.split(found[1]), "--project", str(project.root)]) == 0
    assert capfdbinary.readouterr().out.decode() == found[2]


def test_every_field_is_described() -> None:
    fields = TEXT.split("## Fields")[1].split("\n\n")[1]
    assert set(Row._fields) <= set(re.findall(r"\w+", fields))
