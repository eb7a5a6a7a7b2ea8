"""`piyue init`: a project folder; where a person is there, what its settings say is asked for."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.cli.arguments import Option
from tui.cli.context import Context, shown
from tui.errors import PiyueError
from tui.operations.init import make_project
from tui.store.scratch import find_scratch, tables_of
from tui.store.template import Choices

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "init": (
        Option(("dir",), "dir", {"nargs": "?", "type": Path, "metavar": "DIR"}),
        Option(("--name",), "init_name", {"metavar": "NAME"}),
        Option(("--labels",), "init_labels", {"metavar": "[+]ID,…"}),
        Option(("--layout",), "init_layout", {"choices": ("newspaper", "document")}),
        Option(("--git",), "init_git", {"action": "store_true"}),
        Option(("--keep",), "init_keep", {"nargs": "?", "const": "last", "metavar": "NAME"}),
        Option(("--yes",), "init_yes", {"action": "store_true"}),
    ),
}
"""The arguments of each command."""
NO, YES = ("n", "no", "否"), ("y", "yes", "是")


def init(context: Context) -> None:
    """Make a project folder with an example page, or with what a scratch project holds."""
    arguments = context.arguments
    scratch = find_scratch(arguments.keep) if arguments.keep else None
    folder = arguments.dir or Path(_asked(context, "folder", "news") if _is_asked(context) else ".")
    choices = _choices(context, folder)
    if scratch is not None:
        choices = Choices(**{**_fields(choices), "tables": tables_of(scratch)})
    context.project = make_project(folder, choices, scratch)
    context.line(shown(context.say("cli.made", folder=context.project.root)))


@dataclass(frozen=True, slots=True)
class Question:
    """A choice that is asked for; `init.<name>` of the catalogue asks it.

    Attributes:
        read: makes the choices of an answer; raises a ValueError where it is none.
    """

    name: str
    usual: str
    read: Callable[[str], dict[str, Any]]


def _one_of(name: str, allowed: tuple[str, ...]) -> Callable[[str], dict[str, Any]]:
    def read(answer: str) -> dict[str, Any]:
        found = next(word for word in allowed if word.startswith(answer.lower()))
        return {name: None if found == "auto" else found}

    return read


def _yes_or_no(answer: str) -> dict[str, Any]:
    if answer.lower() not in (*YES, *NO):
        raise ValueError(answer)
    return {"git": answer.lower() in YES}


def labels_asked(text: str) -> dict[str, Any]:
    """Return the choices that a list of labels stands for: `A,B` is these alone, `+A,B` these too."""
    ids = tuple(dict.fromkeys(text.replace("+", " ").replace(",", " ").replace("，", " ").split()))
    return {"labels": ids, "standard_labels": not ids or text.lstrip().startswith("+")}


QUESTIONS = (
    Question("name", "", lambda answer: {"name": answer}),
    Question("language", "auto", _one_of("language", ("auto", "en", "zh"))),
    Question("labels", "", labels_asked),
    Question("layout", "newspaper", _one_of("layout", ("newspaper", "document"))),
    Question("git", "no", _yes_or_no),
)


def _choices(context: Context, folder: Path) -> Choices:
    """Return what the arguments say; what they do not say is asked for, where a person is there."""
    arguments = context.arguments
    given: dict[str, str | None] = {
        "name": arguments.name,
        "language": arguments.lang,
        "labels": arguments.labels,
        "layout": arguments.layout,
        "git": "y" if arguments.git else None,
    }
    found: dict[str, Any] = {}
    for question in QUESTIONS:
        usual = folder.resolve().name if question.name == "name" else question.usual
        answer = given[question.name]
        if answer is not None:
            found |= question.read(answer)
        elif _is_asked(context):
            found |= _answered(context, question, usual)
    return Choices(**found)


def _answered(context: Context, question: Question, usual: str) -> dict[str, Any]:
    """Ask until the answer is one."""
    while True:
        answer = _asked(context, question.name, usual)
        try:
            return question.read(answer)
        except (ValueError, StopIteration):
            context.line(context.say("init.again", answer=shown(answer)))


def _asked(context: Context, name: str, usual: str) -> str:
    context.line(context.say(f"init.{name}"))
    context.flush()
    try:
        return input(f"[{usual}] > ").strip() or usual
    except EOFError as error:
        raise PiyueError("init.stopped") from error


def _is_asked(context: Context) -> bool:
    return not context.arguments.yes and sys.stdin.isatty() and sys.stdout.isatty()


def _fields(choices: Choices) -> dict[str, Any]:
    return {name: getattr(choices, name) for name in Choices.__slots__}
