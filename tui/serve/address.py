"""The server's addresses, and which requests come from its own pages."""

from dataclasses import dataclass
from ipaddress import ip_address
from socket import gethostname
from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens, and what people call it.

    Attributes:
        host: name or number it listens on.
        port: 0: any that is free.
        url: the address that a proxy shows people; None: there is none.
    """

    host: str
    port: int
    url: str | None = None

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in LOOPBACK or (_is_number(self.host) and ip_address(self.host).is_loopback)

    @property
    def link(self) -> str:
        """The address for people, with a slash at its end."""
        if self.url is not None:
            return self.url.rstrip("/") + "/"
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/"

    def answers_to(self, host: str) -> bool:
        """Tell whether a request's Host is a name of ours.

        A page of a stranger can have its own name point here; it cannot have it point here under a number.
        """
        name = _split(f"//{host}").hostname or ""
        names = LOOPBACK | {self.host.lower(), _split(self.url or "").hostname}
        if name in names:
            return True
        return not self.is_loopback and (_is_number(name) or name == gethostname().lower())

    def is_own(self, origin: str, host: str) -> bool:
        """Tell whether a request's Origin is a page of ours."""
        asked = _place(_split(origin))
        if asked[0] is None:
            return False
        return asked == _place(_split(f"{_split(origin).scheme}://{host}")) or (
            self.url is not None and asked == _place(_split(self.url))
        )


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return urlsplit("")
    return parts


def _place(parts: SplitResult) -> tuple[str | None, int | None]:
    return parts.hostname, parts.port or PORTS.get(parts.scheme)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
