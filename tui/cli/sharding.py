"""Options of commands that go through all pages: processes, a shard of a run, the parts of shards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.cli.arguments import JOBS, Option, shard_of
from tui.cli.context import Context
from tui.errors import ProjectError
from tui.operations.page_work import LocalRunner, PageRunner

PAGE_RUNS = (
    JOBS,
    Option(("--shard",), "page_shard", {"type": shard_of, "metavar": "I/N"}),
    Option(("-o", "--output"), "parts_output", {"type": Path, "metavar": "DIR"}),
    Option(("--merge",), "merge_parts", {"type": Path, "nargs": "+", "metavar": "PART"}),
)


@contextmanager
def page_runner(
    context: Context, command: str, *, of_all: bool = True, **options: object
) -> Iterator[PageRunner]:
    """Give what goes through the pages as the arguments say.

    Args:
        of_all: whether the command goes through all pages, as it is called.
        options: of the command, on which what is found on a page depends.

    Raises:
        ProjectError: the arguments do not go together, or the parts do not.
    """
    arguments = context.arguments
    shard, folder, parts = arguments.shard, arguments.output, arguments.merge
    if (shard is None) != (folder is None) or (parts and shard) or ((shard or parts) and not of_all):
        raise ProjectError("shard.usage", command=command)
    if parts:
        from tui.operations.shard_parts import PartRunner
        from tui.operations.shards import inputs_of

        yield PartRunner(command, inputs_of(context.project, options), parts)
    elif shard:
        with _shard_runner(context, command, options) as runner:
            yield runner
    else:
        yield LocalRunner(context.project, arguments.jobs)


@contextmanager
def _shard_runner(context: Context, command: str, options: dict[str, object]) -> Iterator[PageRunner]:
    """Give what writes a part, which is there once it is whole; then say where."""
    from tui.formats.common.whole_files import replacing
    from tui.operations.shards import Shard, ShardRunner, inputs_of

    arguments, shard = context.arguments, Shard(*context.arguments.shard)
    arguments.output.mkdir(parents=True, exist_ok=True)
    path = arguments.output / shard.file_name(command)
    inputs = inputs_of(context.project, options)
    with replacing(path) as stream:
        runner = ShardRunner(context.project, command, shard, inputs, stream, arguments.jobs)
        yield runner
        runner.end()
    context.line(str(path))
