"""The commands as a table, and the parser of their arguments; each command's stand in its own module."""

import argparse
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from difflib import get_close_matches
from importlib import import_module
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from tui import __version__
from tui.cli.arguments import Option
from tui.cli.examples import EXAMPLES, GENERAL
from tui.cli.usage import HelpFormatter, Parser, settings_of, speak
from tui.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from tui.cli.context import Context


class Command(Struct, frozen=True):
    """A command; a row `cli.command.<name>` of the catalogue says what it does.

    Attributes:
        run: the module and the function that run it; the module's `OPTIONS` has its arguments.
    """

    name: str
    run: str

    @property
    def options(self) -> tuple[Option, ...]:
        """Its arguments; its module is imported for them."""
        options: Mapping[str, tuple[Option, ...]] = import_module(self.run.partition(":")[0]).OPTIONS
        return options[self.name]


COMMON = (
    Option(("--project",), "project", {"type": Path, "metavar": "DIR"}),
    Option(("--annotator",), "annotator", {"metavar": "NAME"}),
    Option(("--lang",), "lang", {"choices": LANGUAGES}),
)


COMMANDS = (
    Command("open", "tui.cli.open:open_app"),
    Command("tour", "tui.cli.tour:tour"),
    Command("init", "tui.cli.init:init"),
    Command("pages", "tui.cli.corpus:pages"),
    Command("articles", "tui.cli.corpus:articles"),
    Command("show", "tui.cli.corpus:show"),
    Command("quantities", "tui.cli.counting:quantities"),
    Command("suggest", "tui.cli.suggesting:suggest"),
    Command("learn", "tui.cli.suggesting:learn"),
    Command("export", "tui.cli.export:export"),
    Command("import", "tui.cli.import_:import_files"),
    Command("stats", "tui.cli.stats:stats"),
    Command("report", "tui.cli.report:report"),
    Command("agree", "tui.cli.agree:agree"),
    Command("adjudicate", "tui.cli.adjudicate:adjudicate"),
    Command("assign", "tui.cli.assign:assign"),
    Command("queue", "tui.cli.queue:queue"),
    Command("ledger", "tui.cli.ledger:ledger"),
    Command("alias", "tui.cli.alias:alias"),
    Command("keys", "tui.cli.keys:keys"),
    Command("labels", "tui.cli.labels:labels"),
    Command("relations", "tui.cli.labels:relations"),
    Command("check", "tui.cli.check:check"),
    Command("index", "tui.cli.index:index"),
    Command("restore", "tui.cli.restore:restore"),
    Command("merge", "tui.cli.merge:merge"),
    Command("git", "tui.cli.merge:git"),
    Command("store", "tui.cli.store:store"),
    Command("backup", "tui.cli.backup:backup"),
    Command("completion", "tui.cli.completion:completion"),
    Command("man", "tui.cli.manual:man"),
    Command("serve", "tui.serve.command:serve"),
)


def parse(
    arguments: Sequence[str], language: Language
) -> tuple[argparse.Namespace, "Callable[[Context], None]"]:
    """Return the arguments, and the function of the command they name; without one, `open`'s.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 for help and version.
    """
    arguments = with_command(arguments)
    parser = build(language, arguments)
    named = _first_word(arguments)
    if named is not None and all(command.name != named for command in COMMANDS):
        parser.error(_no_such("command", named, [command.name for command in COMMANDS], language))
    flags = {flag for option in _options(named) for flag in option.flags}
    if (strange := _strange_option(arguments, {*flags, "--help", "--version"})) is not None:
        parser.error(_no_such("option", strange, sorted(flags), language))
    namespace = parser.parse_args(arguments)
    command = next(c for c in COMMANDS if c.name == (namespace.command or "open"))
    module, name = command.run.split(":")
    return namespace, getattr(import_module(module), name)


def build(language: Language, arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for `arguments`, its help in `language`.

    The common options stand before or after the command. Where one is named only its parser is made: all of
    them are for the help, and for what is wrong.
    """
    speak(language)
    parser = Parser(
        prog="piyue",
        description=say("cli.description", language),
        allow_abbrev=False,
        epilog=_examples(GENERAL, language),
        formatter_class=HelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"piyue {__version__}", help=say("usage.version", language)
    )
    parser.set_defaults(project=None, annotator=None, lang=None, article=None, texts=(), transcript=False)
    _add(parser, COMMON, language)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    named = _first_word(arguments)
    for command in [c for c in COMMANDS if c.name == named] or COMMANDS:
        summary = say(f"cli.command.{command.name}", language)
        sub = subparsers.add_parser(
            command.name,
            help=summary,
            description=summary,
            allow_abbrev=False,
            epilog=_examples(EXAMPLES[command.name], language) if command.name == named else None,
            formatter_class=HelpFormatter,
        )
        if command.name == named:
            flags = {flag for option in command.options for flag in option.flags}
            common = [option for option in COMMON if flags.isdisjoint(option.flags)]
            _add(sub, (*command.options, *common), language)
    return parser


def _no_such(
    what: Literal["command", "option"], name: str, known: Collection[str], language: Language
) -> str:
    """Return what to say of a name that is no command's, or no option's."""
    likely = get_close_matches(name, known, n=1)
    key = f"usage.likely_{what}" if likely else f"usage.{what}"
    return say(key, language, name=name, likely="".join(likely), known=", ".join(known))


def _options(named: str | None) -> tuple[Option, ...]:
    """Return the options that may stand beside a command."""
    return (*COMMON, *(option for each in COMMANDS if each.name == named for option in each.options))


def _strange_option(arguments: Sequence[str], known: Set[str]) -> str | None:
    """Return the first long option that is not known; None: all are."""
    words = takewhile(lambda argument: argument != "--", arguments)
    names = (argument.partition("=")[0] for argument in words if argument.startswith("--"))
    return next((name for name in names if name not in known), None)


def _examples(lines: Sequence[str], language: Language) -> str:
    """Return what stands below a help."""
    return "\n  ".join((say("cli.examples", language), *lines))


def with_command(arguments: Sequence[str]) -> list[str]:
    """Return arguments in which texts where a command could stand come after `open`."""
    at = _first_word_at(arguments)
    if at is None or arguments[at] in {command.name for command in COMMANDS}:
        return list(arguments)
    path = Path(arguments[at])
    is_text = arguments[at] == "-" or path.exists() or path.suffix or len(path.parts) > 1
    return [*arguments[:at], *(("open",) if is_text else ()), *arguments[at:]]


def _first_word(arguments: Sequence[str]) -> str | None:
    """Return the first argument that is neither a common option nor its value; None before another option."""
    at = _first_word_at(arguments)
    return None if at is None else arguments[at]


def _first_word_at(arguments: Sequence[str]) -> int | None:
    rest = iter(enumerate(arguments))
    for at, argument in rest:
        if argument == "-" or not argument.startswith("-"):
            return at
        name, has_value, _ = argument.partition("=")
        if not any(name in option.flags for option in COMMON):
            return None
        if not has_value:
            next(rest, None)
    return None


def _add(parser: argparse.ArgumentParser, options: Sequence[Option], language: Language) -> None:
    named = {option.one_of for option in options if option.one_of}
    groups = {name: parser.add_mutually_exclusive_group() for name in named}
    for option in options:
        # Only what is given may say anything, lest a default after the command undo what stood before it.
        settings: dict[str, Any] = {"default": argparse.SUPPRESS} if option in COMMON else {}
        help_text = say(f"cli.option.{option.help}", language)
        groups.get(option.one_of, parser).add_argument(
            *option.flags, help=help_text, **settings, **settings_of(option.settings, language)
        )


def language_asked(arguments: Sequence[str]) -> Language | None:
    """Return the language that `--lang` asks for: it is needed before the arguments can be parsed."""
    pairs = set(pairwise(arguments))
    asked = (lang for lang in LANGUAGES if f"--lang={lang}" in arguments or ("--lang", lang) in pairs)
    return next(asked, None)
