"""Identifies a process, so that others, here or on another machine, can tell whether it is alive."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tui.store.files.system_calls import is_running


class Holder(NamedTuple):
    """A process that holds something.

    Attributes:
        boot: names the run of the machine; empty where that is unknown.
        born: when the process began, in the machine's own count; tells it from a later one with its number.
        since: ISO 8601, UTC: when it took hold.
        token: tells this hold from any other.
    """

    host: str
    process: int
    boot: str
    born: str
    since: str
    token: str

    @property
    def began(self) -> str:
        """When it took hold, for people: by the clock of this machine; what is no time is said as it is."""
        with suppress(ValueError, OverflowError):
            return f"{datetime.fromisoformat(self.since).astimezone():%Y-%m-%d %H:%M}"
        return self.since

    @property
    def is_here(self) -> bool:
        """Whether it runs, or ran, on this machine."""
        return self.host == socket.gethostname()

    @property
    def is_dead(self) -> bool:
        """Whether it certainly does not live any more; of another machine's nobody can say."""
        if not self.is_here:
            return False
        if self.boot != boot():
            return True
        return not is_running(self.process) or (bool(self.born) and self.born != born(self.process))

    def is_same(self, other: "Holder") -> bool:
        """Tell whether both are one process, whenever they took hold."""
        return self[:4] == other[:4]


def me() -> Holder:
    """Return this process, as of now."""
    process = os.getpid()
    since = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Holder(socket.gethostname(), process, boot(), born(process), since, os.urandom(8).hex())


def read_holder(raw: object) -> Holder | None:
    """Return the holder that a file names; None where it names none."""
    if not isinstance(raw, Mapping):
        return None
    fields: dict[str, Any] = {name: raw.get(name) for name in Holder._fields}
    if type(fields["process"]) is not int or not 0 < fields["process"] < 1 << 31:
        return None
    if not all(isinstance(value, str) for name, value in fields.items() if name != "process"):
        return None
    return Holder(**fields)


@cache
def boot() -> str:
    """Return what names this run of the machine."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return ""


def born(process: int) -> str:
    """Return when a process began, in the machine's own count; empty where that cannot be found out."""
    with suppress(OSError, IndexError):
        # The name in brackets may hold blanks and brackets; what is wanted is the 20th field behind it.
        return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    return ""
