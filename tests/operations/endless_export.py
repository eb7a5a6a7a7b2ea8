"""An export that begins to write and never ends, as a process of its own."""

from collections.abc import Iterator
from contextlib import closing
from threading import Event as Never

from tui.operations import operation_lines, operation_worker
from tui.operations.events import Event
from tui.operations.export import Exported, ExportOptions, export
from tui.store.project import Project


def endless(project: Project, options: ExportOptions) -> Iterator[Event | Exported]:
    """Begin, and wait."""
    with closing(export(project, options)) as events:
        yield next(events)
        Never().wait()


def main() -> None:
    """Export without an end."""
    operation_lines.export = endless  # type: ignore[assignment, attr-defined]
    operation_worker.main()
