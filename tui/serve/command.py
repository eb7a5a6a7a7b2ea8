"""`piyue serve`: manages the annotators of the browser app, and runs the server."""

import asyncio
from importlib.util import find_spec

from tui.cli.context import Context
from tui.errors import PiyueError
from tui.serve.address import Address
from tui.serve.people import People

LIBRARIES = ("aiohttp", "textual_serve")


def serve(context: Context) -> None:
    """Add, remove or list people, or serve until a signal ends it.

    Raises:
        PiyueError: a library is missing, the address cannot be used, or nobody could open it.
    """
    arguments = context.arguments
    people = People.of(context.project)
    address = Address(arguments.host, arguments.port, arguments.url)
    if arguments.add is not None:
        context.line(context.say("serve.link", name=arguments.add))
        context.line(f"{address.link}#token={people.add(arguments.add)}")
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
