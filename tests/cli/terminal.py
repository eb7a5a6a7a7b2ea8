"""Terminals that keep what was written to them, and from which lines come."""

import io
import sys

import pytest


class Terminal(io.TextIOWrapper):
    """A terminal.

    Attributes:
        kept: what was written to it.
    """

    def __init__(self, typed: str = "", encoding: str = "utf-8") -> None:
        self.kept = io.BytesIO(typed.encode(encoding))
        super().__init__(self.kept, encoding=encoding, write_through=True)

    def isatty(self) -> bool:
        """See `io.IOBase.isatty`."""
        return True

    @property
    def shown(self) -> str:
        """What was written to it so far."""
        self.flush()
        return self.kept.getvalue().decode(self.encoding)


def at_terminal(monkeypatch: pytest.MonkeyPatch, *typed: str) -> Terminal:
    """Let stdin and stdout be a terminal, and return it.

    Args:
        typed: the lines that somebody types.
    """
    made = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in typed)))
    monkeypatch.setattr(sys, "stdout", made)
    return made
