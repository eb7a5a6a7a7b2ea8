"""`piyue completion`: what a shell completes, made from the table of commands."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from tui.cli.arguments import Option
from tui.cli.context import Context
from tui.cli.parser import COMMANDS, COMMON
from tui.texts import Language, say

Words: TypeAlias = Mapping[str, tuple[str, ...]]
"""The flags and choices of each command."""


def completion(context: Context) -> None:
    """Print the script of a shell."""
    context.raw(SCRIPTS[context.arguments.shell](words(), context.spoken))


def words() -> Words:
    """Return what can follow each command: its flags, and the choices of its arguments."""
    return {command.name: tuple(_words((*command.options, *COMMON))) for command in COMMANDS}


def _words(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        if option.flags[0].startswith("-"):
            yield from option.flags
        else:
            yield from map(str, option.settings.get("choices", ()))
    yield "--help"


def bash(words: Words, language: Language) -> str:
    """Return the script for bash; put it into ~/.local/share/bash-completion/completions/piyue."""
    del language
    cases = "\n".join(f'    {name}) words="{" ".join(each)}" ;;' for name, each in words.items())
    return f"""\
_piyue() {{
  local words i command=
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${{COMP_WORDS[i]}}" in
    --project|--annotator|--lang) ((i++)) ;;
    -*) ;;
    *) command="${{COMP_WORDS[i]}}"; break ;;
    esac
  done
  case "$command" in
{cases}
    *) words="{" ".join(words)} {" ".join(_words(COMMON))} --version" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _piyue piyue"""


def zsh(words: Words, language: Language) -> str:
    """Return the script for zsh; put it as _piyue into a folder of $fpath."""
    summaries = "\n".join(f"    {_zsh_quoted(f'{name}:{_summary(name, language)}')}" for name in words)
    cases = "\n".join(f"    {name}) compadd -- {' '.join(each)} ;;" for name, each in words.items())
    return f"""\
#compdef piyue
_piyue() {{
  local -a commands
  commands=(
{summaries}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    compadd -- {" ".join(_words(COMMON))} --version
  else
    case $words[2] in
{cases}
    esac
  fi
  _files
}}
if [ "$funcstack[1]" = _piyue ]; then _piyue "$@"; else compdef _piyue piyue; fi"""


def fish(words: Words, language: Language) -> str:
    """Return the script for fish; put it into ~/.config/fish/completions/piyue.fish."""
    lines = [
        f"complete -c piyue -n __fish_use_subcommand -a {name} -d {_fish_quoted(_summary(name, language))}"
        for name in words
    ]
    for name, each in words.items():
        lines += [
            f"complete -c piyue -n '__fish_seen_subcommand_from {name}' {_fish_word(word)}" for word in each
        ]
    return "\n".join(lines)


def _fish_word(word: str) -> str:
    if word.startswith("--"):
        return f"-l {word[2:]}"
    return f"-s {word[1:]}" if word.startswith("-") else f"-a {word}"


def _summary(name: str, language: Language) -> str:
    return say(f"cli.command.{name}", language)


def _zsh_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SCRIPTS: Mapping[str, Callable[[Words, Language], str]] = {"bash": bash, "zsh": zsh, "fish": fish}

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "completion": (Option(("shell",), "shell", {"choices": tuple(SCRIPTS)}),),
}
"""The arguments of each command."""
