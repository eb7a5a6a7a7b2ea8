"""Keys as terminals send them, where that is not what Textual takes them for."""

from collections.abc import Container, Mapping
from typing import cast

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.keys import Keys

META_BIT = 0x80
"""What xterm and mlterm add to the character of a key that is pressed with alt; others send ESC before it."""

RXVT: Mapping[str, Keys] = {
    "\x1bOb": Keys.ControlDown,
    "\x1b[7^": Keys.ControlHome,
    "\x1b[8^": Keys.ControlEnd,
}
"""Sequences of rxvt, of which Textual takes one for the key beside it and exchanges two."""

WORDWISE = ("\x1bf", "\x1bb")
"""What iTerm sends for alt with an arrow; elsewhere it is ESC, and a letter typed soon after it."""

APPLICATION_KEYS, NORMAL_KEYS = "\x1b[?1h\x1b=", "\x1b[?1l\x1b>"
"""Ask st for the sequences that terminfo lists: without it, it sends for delete what others send for F1."""


def correct_sequences(environ: Mapping[str, str]) -> None:
    """Have Textual read sequences as the terminal named in the environment means them."""
    table = cast("dict[str, tuple[Keys, ...]]", ANSI_SEQUENCES_KEYS)
    if environ.get("TERM", "").startswith("rxvt"):
        table.update({sequence: (key,) for sequence, key in RXVT.items()})
    if "iTerm" not in environ.get("TERM_PROGRAM", environ.get("LC_TERMINAL", "")):
        for sequence in WORDWISE:
            table.pop(sequence, None)
    XTermParser._sequence_to_key_events = _with_alt  # type: ignore[method-assign, assignment]


_READ = XTermParser._sequence_to_key_events


def _with_alt(parser: XTermParser, sequence: str, alt: bool = False) -> list[events.Key]:
    """Read a sequence; Textual forgets ESC before a character that is no letter or digit."""
    keys = list(_READ(parser, sequence, alt))
    if alt and len(keys) == 1 and not keys[0].key.startswith("alt+"):
        return [events.Key(f"alt+{keys[0].key}", keys[0].character)]
    return keys


def needs_application_keys(environ: Mapping[str, str]) -> bool:
    """Tell whether the terminal is st."""
    return environ.get("TERM", "").split("-")[0] == "st"


def takes_mouse(environ: Mapping[str, str]) -> bool:
    """Tell whether the mouse can be asked for: with it, GNU screen keeps ESC back until the next key."""
    return "STY" not in environ


def meant_by(event: events.Key, bound: Container[str]) -> tuple[events.Key, ...]:
    """Return the keys that a key stands for.

    A letter of Latin-1 is a key with alt, where that does something: xterm and mlterm send alt that way. A
    key with alt that does nothing is ESC, and a key typed soon after it.

    Args:
        bound: the keys that do something.
    """
    typed = event.character or ""
    if len(typed) == 1 and 0xA1 <= ord(typed) <= 0xFE and event.key not in bound:
        plain = chr(ord(typed) - META_BIT)
        key = f"alt+shift+{plain.lower()}" if plain.isupper() else f"alt+{plain}"
        return (events.Key(key, None),) if key in bound else (event,)
    alone = _without_alt(event)
    if alone is None or event.key in bound:
        return (event,)
    return events.Key("escape", "\x1b"), alone


def _without_alt(event: events.Key) -> events.Key | None:
    """Return a key as it is without alt; None: it has none, or is none that types a character."""
    if not event.key.startswith("alt+"):
        return None
    rest = event.key.removeprefix("alt+")
    letter = rest.removeprefix("shift+").upper() if rest.startswith("shift+") else rest
    if len(letter) == 1:
        return events.Key(letter, letter)
    return events.Key(rest, event.character) if event.character and event.character.isprintable() else None
