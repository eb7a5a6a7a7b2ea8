"""`piyue serve`: manages the annotators of the browser app, and runs the server."""

import asyncio
from collections.abc import Mapping
from importlib.util import find_spec
from urllib.parse import urlsplit

from tui.cli.arguments import JSON, Option, whole_number
from tui.cli.context import Context
from tui.errors import PiyueError
from tui.serve.address import Address
from tui.serve.people import People

LIBRARIES = ("aiohttp", "textual_serve")


def port_number(text: str) -> int:
    """Return the number of a port; 0 is any that is free.

    Raises:
        PiyueError: it is none.
    """
    if not text.isascii() or not text.isdecimal() or int(text) > 65_535:
        raise PiyueError("usage.port", text=text)
    return int(text)


def web_address(text: str) -> str:
    """Return an address that a browser can open.

    Raises:
        PiyueError: it is none.
    """
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise PiyueError("usage.url", text=text) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise PiyueError("usage.url", text=text)
    return text


OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "serve": (
        Option(("--host",), "serve.host", {"default": "127.0.0.1", "metavar": "H"}),
        Option(("--port",), "serve.port", {"type": port_number, "default": 8000, "metavar": "N"}),
        Option(("--url",), "serve.url", {"type": web_address, "metavar": "URL"}),
        Option(("--add",), "serve.add", {"metavar": "NAME"}),
        Option(("--remove",), "serve.remove", {"metavar": "NAME"}),
        Option(("--list",), "serve.list", {"action": "store_true"}),
        Option(("--max-sessions",), "serve.sessions", {"type": whole_number, "default": 20, "metavar": "N"}),
        Option(("--max-person",), "serve.person", {"type": whole_number, "default": 4, "metavar": "N"}),
        Option(("--idle",), "serve.idle", {"type": whole_number, "default": 120, "metavar": "MINUTES"}),
        JSON,
    ),
}
"""The arguments of each command."""


def serve(context: Context) -> None:
    """Add, remove or list people, or serve until a signal ends it.

    Raises:
        PiyueError: a library is missing, the address cannot be used, or nobody could open it.
    """
    arguments = context.arguments
    people = People.of(context.project)
    address = Address(arguments.host, arguments.port, arguments.url)
    if arguments.add is not None:
        token = people.add(arguments.add)
        context.line(context.say("serve.link", name=arguments.add))
        context.line(f"{address.link}#token={token}")
    elif arguments.remove is not None:
        people.remove(arguments.remove)
    elif arguments.list:
        for name in people.names():
            context.answer({"name": name}) if arguments.json else context.line(name)
    else:
        _serve(context, address, people)


def _serve(context: Context, address: Address, people: People) -> None:
    """Serve; nobody but this machine without a token.

    Raises:
        PiyueError: see `serve`.
    """
    for module in LIBRARIES:
        if find_spec(module) is None:
            raise PiyueError("format.extra", module=module, extra="serve")
    if not people.names() and not address.is_loopback:
        raise PiyueError("serve.no_people", host=address.host)
    from tui.serve.running import run

    asyncio.run(run(context, address))
