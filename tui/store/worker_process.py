"""Starts worker processes: isolated, with the modules of this one.

Python puts the current folder first on the module path of `python -m`; in a project of somebody else, a file
`json.py` there would run.
"""

import json
import os
import sys
from pathlib import Path

import tui

START = (
    "import json, sys; from importlib import import_module; "
    "sys.path[:] = json.loads(sys.argv[1]); del sys.argv[:2]; import_module(sys.argv[0]).main()"
)


def worker_command(module: str, *arguments: str) -> tuple[str, ...]:
    """Return the command that runs a module's `main` in a process of its own, with `arguments`."""
    return (sys.executable, "-I", "-c", START, json.dumps(module_path()), module, *arguments)


def module_path() -> list[str]:
    """Return where this process finds modules, the current folder and what is relative to it left out."""
    here, ours = os.path.realpath(os.curdir), os.path.realpath(Path(tui.__file__).parent.parent)
    left_out = {here} - {ours}
    return [path for path in sys.path if path.startswith("/") and os.path.realpath(path) not in left_out]


def leave_current_folder() -> None:
    """Take the current folder off the module path of this process."""
    sys.path[:] = module_path()
