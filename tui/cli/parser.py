"""The arguments as a table: commands, their options, and the functions that run them."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.parse import urlsplit

from tui import __version__
from tui.errors import PiyueError
from tui.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from tui.cli.context import Context


class Option(NamedTuple):
    """An argument of `argparse`; a row `cli.option.<help>` of the catalogue says what it is for."""

    flags: tuple[str, ...]
    help: str
    settings: dict[str, Any] = {}


class Command(NamedTuple):
    """A command; a row `cli.command.<name>` of the catalogue says what it does."""

    name: str
    run: str
    options: tuple[Option, ...] = ()


def format_name(name: str) -> str:
    """Return `name` if it is a format's.

    Raises:
        argparse.ArgumentTypeError: there is no such format; names those that there are.
    """
    from tui.formats.registry import format_named

    try:
        return format_named(name).name
    except PiyueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def article_size(text: str) -> str:
    """Return `text` if it says what makes an article.

    Raises:
        argparse.ArgumentTypeError: it does not.
    """
    from tui.formats.common.grouping import article_size as checked

    try:
        return checked(text)
    except PiyueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def split_ratio(text: str) -> str:
    """Return `text` if it names shares such as 80/10/10.

    Raises:
        argparse.ArgumentTypeError: it does not.
    """
    from tui.formats.common.splits import ratio

    try:
        ratio(text)
    except PiyueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def whole_number(text: str) -> int:
    """Return a number from 1 on.

    Raises:
        ValueError: it is none.
    """
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) < 100_000:
        raise ValueError(text)
    return int(text)


def shard_of(text: str) -> tuple[int, int]:
    """Return the shard, from 0, and how many there are, that `I/N` names: 1/4 is the first of four.

    Raises:
        ValueError: it names none.
    """
    number, count = map(whole_number, text.split("/"))
    if number > count:
        raise ValueError(text)
    return number - 1, count


def sheet_name(name: str) -> str:
    """Return `name` if it is a table format's.

    Raises:
        argparse.ArgumentTypeError: there is no such format; names those that there are.
    """
    from tui.formats.common.table_files import sheet_named

    try:
        sheet_named(name)
    except PiyueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return name


def port_number(text: str) -> int:
    """Return the number of a port; 0 is any that is free.

    Raises:
        ValueError: it is none.
    """
    if not text.isascii() or not text.isdecimal() or int(text) > 65_535:
        raise ValueError(text)
    return int(text)


def web_address(text: str) -> str:
    """Return an address that a browser can open.

    Raises:
        ValueError: it is none.
    """
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(text)
    return text


JOBS = Option(("--jobs",), "jobs", {"type": whole_number, "metavar": "N"})
JSON = Option(("--json",), "json", {"action": "store_true"})
FORMAT = Option(("--format",), "format", {"required": True, "type": format_name, "metavar": "F"})
ARTICLE = Option(("--article",), "article", {"metavar": "ID"})
STATES = ("todo", "doing", "done", "skipped")

ANNOTATORS = Option(
    ("--annotator",), "stats_annotators", {"action": "append", "metavar": "NAME", "dest": "annotators"}
)
DIFFERENCES = ("missing", "border", "label", "value", "relation")

COMMON = (
    Option(("--project",), "project", {"type": Path, "metavar": "DIR"}),
    Option(("--annotator",), "annotator", {"metavar": "NAME"}),
    Option(("--lang",), "lang", {"choices": LANGUAGES}),
)

SCHEMA = (
    Option(("action",), "labels", {"nargs": "?", "choices": ("rename", "remove")}),
    Option(("names",), "names", {"nargs": "*", "metavar": "ID"}),
    JSON,
)

COMMANDS = (
    Command("open", "tui.cli.open:open_app", (ARTICLE,)),
    Command(
        "init",
        "tui.cli.init:init",
        (
            Option(("dir",), "dir", {"type": Path, "metavar": "DIR"}),
            Option(("--git",), "init_git", {"action": "store_true"}),
        ),
    ),
    Command("pages", "tui.cli.corpus:pages", (JSON,)),
    Command("articles", "tui.cli.corpus:articles", (Option(("--page",), "page", {"metavar": "P"}), JSON)),
    Command("show", "tui.cli.corpus:show", (Option(("article",), "article", {"metavar": "ARTICLE"}), JSON)),
    Command(
        "quantities",
        "tui.cli.counting:quantities",
        (
            Option(("text",), "text", {"nargs": "*", "metavar": "TEXT"}),
            Option(("--all",), "all", {"action": "store_true"}),
            Option(("--fill",), "fill", {"action": "store_true"}),
            ARTICLE,
            JSON,
        ),
    ),
    Command(
        "suggest",
        "tui.cli.suggesting:suggest",
        (Option(("--all",), "all", {"action": "store_true"}), ARTICLE, JSON),
    ),
    Command("learn", "tui.cli.suggesting:learn", (JSON,)),
    Command(
        "export",
        "tui.cli.export:export",
        (
            FORMAT,
            Option(("-o", "--output"), "output", {"required": True, "metavar": "PATH"}),
            Option(("--state",), "state", {"action": "append", "choices": STATES}),
            Option(("--label",), "label", {"action": "append", "metavar": "L"}),
            Option(("--strict",), "strict", {"action": "store_true"}),
            Option(("--split",), "split", {"metavar": "80/10/10", "type": split_ratio}),
            Option(("--seed",), "seed", {"type": int, "default": 0, "metavar": "N"}),
            Option(("--by",), "by", {"choices": ("page", "date")}),
            Option(("--shards",), "shards", {"type": whole_number, "metavar": "N"}),
            Option(("--shard",), "shard", {"type": shard_of, "metavar": "I/N"}),
            JOBS,
            Option(("--scheme",), "scheme", {"choices": ("BIO2", "BIOES", "BMES"), "default": "BIO2"}),
            Option(("--unit",), "unit", {"choices": ("char", "word", "entity")}),
            Option(("--max-length",), "max_length", {"type": whole_number, "default": 0, "metavar": "N"}),
            Option(("--predictions",), "predictions", {"action": "store_true"}),
            Option(("--apply-readings",), "apply_readings", {"action": "store_true"}),
            Option(("--config",), "config", {"action": "store_true"}),
            Option(("--parquet",), "parquet", {"action": "store_true"}),
            Option(("--style",), "style", {"choices": ("chat", "alpaca")}),
            Option(("--allow-empty",), "allow_empty", {"action": "store_true"}),
            Option(
                ("--annotator",), "annotators", {"action": "append", "metavar": "NAME", "dest": "annotators"}
            ),
        ),
    ),
    Command(
        "import",
        "tui.cli.import_:import_files",
        (
            FORMAT,
            Option(("--map",), "map", {"action": "append", "metavar": "FROM=TO"}),
            Option(("--layout",), "layout", {"choices": ("document", "newspaper"), "default": "document"}),
            Option(
                ("--article-per",), "article_per", {"type": article_size, "metavar": "sentence|blank|file|N"}
            ),
            Option(("files",), "files", {"nargs": "+", "type": Path, "metavar": "FILE"}),
        ),
    ),
    Command(
        "stats",
        "tui.cli.stats:stats",
        (ANNOTATORS, Option(("--day",), "day", {"type": date.fromisoformat, "metavar": "DAY"}), JOBS, JSON),
    ),
    Command(
        "report",
        "tui.cli.report:report",
        (
            ANNOTATORS,
            Option(
                ("-o", "--output"),
                "report_output",
                {"type": Path, "default": "report.html", "metavar": "FILE"},
            ),
        ),
    ),
    Command(
        "agree",
        "tui.cli.agree:agree",
        (
            Option(
                ("--annotator",),
                "agree_annotators",
                {"action": "append", "metavar": "NAME", "dest": "annotators"},
            ),
            Option(("--label",), "label", {"action": "append", "metavar": "L"}),
            Option(("--places",), "places", {"action": "store_true"}),
            Option(("--kind",), "kind", {"choices": DIFFERENCES}),
            Option(("--gamma",), "gamma", {"action": "store_true"}),
            JSON,
        ),
    ),
    Command(
        "adjudicate",
        "tui.cli.adjudicate:adjudicate",
        (
            Option(
                ("--from",),
                "from",
                {"action": "append", "metavar": "NAME", "required": True, "dest": "annotators"},
            ),
            Option(("--into",), "into", {"metavar": "NAME"}),
            Option(("--auto",), "auto", {"choices": ("agreed", "majority")}),
            Option(("--threshold",), "threshold", {"type": float, "default": 0.5, "metavar": "PART"}),
            JSON,
        ),
    ),
    Command(
        "assign",
        "tui.cli.assign:assign",
        (
            Option(("pages",), "assign_pages", {"nargs": "*", "metavar": "PAGE"}),
            Option(("--all",), "assign_all", {"action": "store_true"}),
            Option(("--to",), "to", {"required": True, "metavar": "NAME,…"}),
            Option(("--overlap",), "overlap", {"type": whole_number, "metavar": "N"}),
            Option(("--by",), "by_load", {"choices": ("load", "random"), "default": "load"}),
            Option(("--seed",), "assign_seed", {"type": int, "default": 0, "metavar": "N"}),
            Option(("--remove",), "unassign", {"action": "store_true"}),
            JSON,
        ),
    ),
    Command("queue", "tui.cli.queue:queue", (Option(("--mine",), "mine", {"action": "store_true"}), JSON)),
    Command(
        "ledger",
        "tui.cli.ledger:ledger",
        (
            Option(("--where",), "where", {"action": "append", "metavar": "FIELD=TEXT"}),
            Option(("--indicator",), "indicator", {"metavar": "NAME"}),
            Option(("--sort",), "sort", {"metavar": "FIELD,…"}),
            Option(("--group",), "group", {"metavar": "FIELD"}),
            Option(("--format",), "sheet", {"type": sheet_name, "metavar": "F"}),
            Option(("--plot",), "plot", {"metavar": "PATH", "type": Path}),
            Option(("-o", "--output"), "output", {"metavar": "PATH"}),
            JSON,
        ),
    ),
    Command(
        "alias",
        "tui.cli.alias:alias",
        (
            Option(("kind",), "alias.kind", {"nargs": "?", "choices": ("indicator", "subject")}),
            Option(("written",), "alias.written", {"nargs": "?", "metavar": "WRITTEN"}),
            Option(("name",), "alias.name", {"nargs": "?", "metavar": "NAME"}),
            Option(("--page",), "alias.page", {"metavar": "P"}),
            JSON,
        ),
    ),
    Command("keys", "tui.cli.keys:keys"),
    Command("labels", "tui.cli.labels:labels", SCHEMA),
    Command("relations", "tui.cli.labels:relations", SCHEMA),
    Command(
        "check",
        "tui.cli.check:check",
        (Option(("--no-model",), "no_model", {"action": "store_true"}), JOBS, JSON),
    ),
    Command(
        "restore",
        "tui.cli.restore:restore",
        (
            Option(("page",), "restore_page", {"nargs": "?", "metavar": "PAGE"}),
            Option(("generation",), "generation", {"nargs": "?", "type": int, "metavar": "N"}),
            Option(("--archive",), "archive", {"type": Path, "metavar": "FILE"}),
            Option(("-o", "--output"), "unpack", {"type": Path, "metavar": "DIR"}),
            JSON,
        ),
    ),
    Command(
        "merge",
        "tui.cli.merge:merge",
        (
            Option(("files",), "merge_files", {"nargs": "*", "type": Path, "metavar": "FILE"}),
            Option(("--base",), "merge_base", {"type": Path, "metavar": "F"}),
            Option(("--ours",), "merge_ours", {"type": Path, "metavar": "F"}),
            Option(("--theirs",), "merge_theirs", {"type": Path, "metavar": "F"}),
            Option(("--path",), "merge_path", {"type": Path, "metavar": "P"}),
        ),
    ),
    Command("git", "tui.cli.merge:git", (Option(("action",), "git", {"choices": ("setup",)}),)),
    Command(
        "store",
        "tui.cli.store:store",
        (
            Option(("action",), "store", {"choices": ("setup", "copy")}),
            Option(("--to",), "store_to", {"choices": ("server", "files"), "default": "server"}),
            Option(("--url",), "store_url", {"metavar": "URL"}),
            Option(("--admit",), "store_admit", {"action": "append", "metavar": "ROLE=NAME"}),
        ),
    ),
    Command(
        "backup",
        "tui.cli.backup:backup",
        (Option(("-o", "--output"), "archive_output", {"type": Path, "metavar": "FILE"}),),
    ),
    Command(
        "serve",
        "tui.serve.command:serve",
        (
            Option(("--host",), "serve.host", {"default": "127.0.0.1", "metavar": "H"}),
            Option(("--port",), "serve.port", {"type": port_number, "default": 8000, "metavar": "N"}),
            Option(("--url",), "serve.url", {"type": web_address, "metavar": "URL"}),
            Option(("--add",), "serve.add", {"metavar": "NAME"}),
            Option(("--remove",), "serve.remove", {"metavar": "NAME"}),
            Option(("--list",), "serve.list", {"action": "store_true"}),
            Option(
                ("--max-sessions",), "serve.sessions", {"type": whole_number, "default": 20, "metavar": "N"}
            ),
            Option(("--max-person",), "serve.person", {"type": whole_number, "default": 4, "metavar": "N"}),
            Option(("--idle",), "serve.idle", {"type": whole_number, "default": 120, "metavar": "MINUTES"}),
            JSON,
        ),
    ),
)


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the usage on one line that a terminal can print, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        """See `argparse.ArgumentParser.error`."""
        from tui.errors import printable

        super().error(printable(message))


def parse(
    arguments: Sequence[str], language: Language
) -> tuple[argparse.Namespace, "Callable[[Context], None]"]:
    """Return the arguments, and the function of the command they name; without one, `open`'s.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 for help and version.
    """
    namespace = build(language, arguments).parse_args(arguments)
    command = next(c for c in COMMANDS if c.name == (namespace.command or "open"))
    module, name = command.run.split(":")
    return namespace, getattr(import_module(module), name)


def build(language: Language, arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for `arguments`, its help in `language`.

    The common options stand before or after the command. Where one is named only its parser is made: all of
    them are for the help, and for what is wrong.
    """
    parser = Parser(prog="piyue", description=say("cli.description", language), allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"piyue {__version__}")
    parser.set_defaults(project=None, annotator=None, lang=None, article=None)
    _add(parser, COMMON, language)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    named = _first_word(arguments)
    for command in [c for c in COMMANDS if c.name == named] or COMMANDS:
        summary = say(f"cli.command.{command.name}", language)
        sub = subparsers.add_parser(command.name, help=summary, description=summary, allow_abbrev=False)
        if command.name == named:
            flags = {flag for option in command.options for flag in option.flags}
            common = [option for option in COMMON if flags.isdisjoint(option.flags)]
            _add(sub, (*command.options, *common), language)
    return parser


def _first_word(arguments: Sequence[str]) -> str | None:
    """Return the first argument that is neither a common option nor its value; None before another option."""
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("-"):
            return argument
        name, has_value, _ = argument.partition("=")
        if not any(name in option.flags for option in COMMON):
            return None
        if not has_value:
            next(rest, None)
    return None


def _add(parser: argparse.ArgumentParser, options: Sequence[Option], language: Language) -> None:
    for option in options:
        # Only what is given may say anything, lest a default after the command undo what stood before it.
        settings: dict[str, Any] = {"default": argparse.SUPPRESS} if option in COMMON else {}
        help_text = say(f"cli.option.{option.help}", language)
        parser.add_argument(*option.flags, help=help_text, **settings, **option.settings)


def language_asked(arguments: Sequence[str]) -> Language | None:
    """Return the language that `--lang` asks for: it is needed before the arguments can be parsed."""
    pairs = set(pairwise(arguments))
    asked = (lang for lang in LANGUAGES if f"--lang={lang}" in arguments or ("--lang", lang) in pairs)
    return next(asked, None)
