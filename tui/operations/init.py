"""Making a project: settings, an example page or the texts and tags of a scratch project."""

from pathlib import Path

from tui.operations.merge import set_up_git
from tui.store.files.locks import Lock
from tui.store.project import ANNOTATIONS, Project
from tui.store.scratch import copy_into, mark_kept
from tui.store.template import Choices, write_project


def make_project(folder: Path, choices: Choices, scratch: Project | None = None) -> Project:
    """Make a project in `folder`; nothing is overwritten.

    Args:
        choices: what its settings say.
        scratch: the scratch project whose texts and tags it gets; None: it gets an example page.

    Raises:
        ProjectError: something of a project is there already, it cannot be written, or git is missing.
        LockedError: a page of the scratch project is open.
    """
    if scratch is not None:
        for file in (scratch.root / ANNOTATIONS).glob("*/*.json"):
            Lock(file).check()
    fill = None if scratch is None else (lambda target: copy_into(scratch, target))
    write_project(folder.resolve(), choices, fill)
    project = Project(folder.resolve())
    if scratch is not None:
        mark_kept(scratch, project.root)
    if choices.git:
        set_up_git(project.root, begin=True)
    return project
