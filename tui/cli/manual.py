"""`piyue man`: the manual page, made from the table of commands and the catalogue."""

from collections.abc import Iterator, Mapping

from tui import __version__
from tui.cli.arguments import Option
from tui.cli.context import Context
from tui.cli.examples import EXAMPLES
from tui.cli.parser import COMMANDS, COMMON, Command
from tui.texts import Language, say

OPTIONS: Mapping[str, tuple[Option, ...]] = {"man": ()}
"""The arguments of each command."""


def man(context: Context) -> None:
    """Print the page in the language of the command."""
    context.raw("\n".join(page_lines(context.spoken)))


def page_lines(language: Language) -> Iterator[str]:
    """Yield the lines of the page, in troff's macros of man(7)."""
    yield f'.TH PIYUE 1 "" "piyue {__version__}"'
    yield ".SH NAME"
    yield rf"piyue \- {_text(say('cli.description', language))}"
    yield ".SH SYNOPSIS"
    yield r".B piyue"
    yield r"[\fIOPTION\fR ...] [\fICOMMAND\fR | \fIFILE\fR ...]"
    yield ".SH OPTIONS"
    for option in COMMON:
        yield from _option(option, language)
    yield ".SH COMMANDS"
    for command in COMMANDS:
        yield from _command(command, language)


def _command(command: Command, language: Language) -> Iterator[str]:
    yield f".SS {command.name}"
    yield _text(say(f"cli.command.{command.name}", language))
    for option in command.options:
        yield from _option(option, language)
    for example in EXAMPLES[command.name]:
        yield ".PP"
        yield rf".EX{chr(10)}{_text(example)}{chr(10)}.EE"


def _option(option: Option, language: Language) -> Iterator[str]:
    yield ".TP"
    value = option.settings.get("metavar") or "|".join(map(str, option.settings.get("choices", ())))
    flags = ", ".join(rf"\fB{_text(flag)}\fR" for flag in option.flags)
    yield f"{flags} {_text(str(value))}".rstrip()
    yield _text(say(f"cli.option.{option.help}", language))


def _text(text: str) -> str:
    """Return a text in which troff finds nothing to obey."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("\n", " ")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
