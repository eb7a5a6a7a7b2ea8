"""Completion scripts, the manual page and examples: all from the table of commands."""

import re
import shlex
import shutil
import subprocess

import pytest

from tests.cli.conftest import Run
from tui.cli.completion import SCRIPTS, words
from tui.cli.examples import EXAMPLES
from tui.cli.parser import COMMANDS, Command, parse


def completed(script: str, *typed: str) -> set[str]:
    """What bash offers for the last word typed."""
    array = " ".join(f"'{word}'" for word in typed)
    asked = f"COMP_WORDS=({array}); COMP_CWORD={len(typed) - 1}; _piyue"
    code = f"{script}\n{asked}\nprintf '%s\\n' ${{COMPREPLY[@]}}"
    ended = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    assert ended.stderr == ""
    return set(ended.stdout.split())


def test_bash_completes_commands_flags_and_choices(run: Run) -> None:
    script = run("completion", "bash")[1]
    assert completed(script, "piyue", "la") == {"labels"}
    assert {"--key", "add", "rename"} <= completed(script, "piyue", "--lang", "en", "labels", "")
    assert completed(script, "piyue", "completion", "f") == {"fish"}
    assert completed(script, "piyue", "--proj") == {"--project"}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_knows_every_command_and_flag(shell: str, run: Run) -> None:
    status, script, _ = run("completion", shell)
    assert status == 0
    for name, each in words().items():
        assert name in script
        assert all(word.lstrip("-") in script for word in each)
    if program := shutil.which(shell):
        subprocess.run([program, "-n"], input=script.encode(), check=True)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_manual_page_names_every_command_and_option(language: str, run: Run) -> None:
    page = run("man", "--lang", language)[1]
    for command in COMMANDS:
        assert f".SS {command.name}\n" in page
        for option in command.options:
            assert option.flags[-1].replace("-", r"\-") in page
    assert not [line for line in page.splitlines() if line.startswith("'")]
    if program := shutil.which("groff"):
        groff = [program, "-man", "-Tutf8", "-Kutf8", "-ww"]
        ended = subprocess.run(groff, input=page.encode(), capture_output=True, check=True)
        assert b"macro" not in ended.stderr


def test_the_help_of_a_command_ends_with_examples_that_can_be_typed(run: Run) -> None:
    assert "piyue labels add DRUG --zh 药品" in run("labels", "--help")[1]
    assert "piyue tour" in run("--help")[1]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_has_examples_that_it_takes(command: Command) -> None:
    for example in EXAMPLES[command.name]:
        one = re.split(r"[|>&]", example.partition("| ")[2] or example)[0]
        name, *arguments = shlex.split(one)
        assert name == "piyue"
        namespace, _ = parse(arguments, "en")
        assert (namespace.command or "open") == command.name
