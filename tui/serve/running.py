"""Runs the server until a signal ends it."""

import asyncio

from aiohttp import web

from tui.cli.context import Context
from tui.errors import PiyueError
from tui.serve.address import Address
from tui.serve.server import Server
from tui.serve.session import GRACE
from tui.serve.sessions import Limits, Sessions
from tui.serve.shared_workers import shared_workers
from tui.store.files.system_calls import ENDING, on_signal

DRAINING = 3 * GRACE
"""Seconds that the server waits at its end for apps that save."""


async def run(context: Context, address: Address) -> None:
    """Serve until a signal ends it.

    Raises:
        PiyueError: the address cannot be used.
    """
    arguments, project = context.arguments, context.project
    limits = Limits(arguments.max_sessions, arguments.max_person, arguments.idle)
    async with shared_workers(project) as shared:
        sessions = Sessions(project, limits, arguments.lang, shared)
        await sessions.starter.begin()
        server = Server(project, address, sessions, context.language, context.note)
        runner = web.AppRunner(server.app(), access_log=None, shutdown_timeout=DRAINING, handle_signals=False)
        await runner.setup()
        try:
            await _listen(runner, address)
            _announce(context, address, runner, bool(server.people.names()))
            await _ended()
        finally:
            await runner.cleanup()
            await sessions.starter.close()


async def _listen(runner: web.AppRunner, address: Address) -> None:
    try:
        await web.TCPSite(runner, address.host, address.port).start()
    except OSError as error:
        raise PiyueError(
            "serve.port", host=address.host, port=address.port, reason=error.strerror or error
        ) from error


def _announce(context: Context, address: Address, runner: web.AppRunner, has_people: bool) -> None:
    """Say where the app is, who can open it, and what a proxy is for."""
    port = runner.addresses[0][1]
    context.line(Address(address.host, port, address.url).link)
    context.flush()
    context.note(context.say("serve.tokens" if has_people else "serve.open"))
    if not address.is_loopback and address.url is None:
        context.note(context.say("serve.no_tls"))


async def _ended() -> None:
    """Return when a signal asks for the end."""
    end = asyncio.Event()
    for number in ENDING:
        on_signal(asyncio.get_running_loop(), number, end.set)
    await end.wait()
