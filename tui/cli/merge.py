"""`piyue merge` and `piyue git setup`: merge annotation files that diverged."""

from collections.abc import Mapping
from pathlib import Path

from tui.cli.arguments import Option
from tui.cli.context import Context, shown
from tui.errors import PiyueError
from tui.operations.merge import Result, conflicted_files, merge_files, merge_in_place, set_up_git
from tui.store.beneath import guard
from tui.store.project import Project

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "merge": (
        Option(("files",), "merge_files", {"nargs": "*", "type": Path, "metavar": "FILE"}),
        Option(("--base",), "merge_base", {"type": Path, "metavar": "F"}),
        Option(("--ours",), "merge_ours", {"type": Path, "metavar": "F"}),
        Option(("--theirs",), "merge_theirs", {"type": Path, "metavar": "F"}),
        Option(("--path",), "merge_path", {"type": Path, "metavar": "P"}),
    ),
    "git": (Option(("action",), "git", {"choices": ("setup",)}),),
}
"""The arguments of each command."""


def merge(context: Context) -> None:
    """Put files together: those that git names, those that are named, or all that hold conflict markers."""
    arguments = context.arguments
    if arguments.ours is not None or arguments.theirs is not None:
        if arguments.ours is None or arguments.theirs is None or arguments.files:
            raise PiyueError("merge.incomplete")
        path: Path | None = arguments.path
        _guard(path or arguments.ours)
        _say(context, merge_files(arguments.base, arguments.ours, arguments.theirs, path))
        return
    for file in arguments.files or conflicted_files(context.project):
        _guard(file)
        _say(context, merge_in_place(file))


def git(context: Context) -> None:
    """Install `piyue merge` as git's merge driver for annotations."""
    path = set_up_git(context.project.root)
    context.line(shown(context.say("cli.git", path=path)))


def _guard(path: Path) -> None:
    """Follow no link out of the project that a file lies in, if it lies in one."""
    try:
        guard(Project.find(path.absolute().parent).root)
    except PiyueError:
        return


def _say(context: Context, result: Result) -> None:
    context.line(shown(context.say("cli.merged", path=result.path, count=len(result.conflicts))))
    for conflict in result.conflicts:
        record = conflict.dropped.get("text") or conflict.dropped.get("id") or conflict.dropped
        context.note(context.say("cli.merge_dropped", table=conflict.table, record=record))
