"""Sessions without a browser: what the server and its apps take by themselves."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from time import perf_counter

from aiohttp import ClientSession, ClientWebSocketResponse

from bench.browser.timing import PAUSE, WALK, percentiles
from bench.measures import FIRST, Row

SIZE = "width=133&height=40"
STYLES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
SETTLING = 3.0
"""Seconds until all that an app does at its start is done."""


@asynccontextmanager
async def _connected(url: str, token: str) -> AsyncIterator[ClientWebSocketResponse]:
    """The socket of somebody who may come in."""
    origin = {"Origin": url.rstrip("/")}
    async with ClientSession(headers=origin) as session:
        async with session.post(f"{url}login", data={"token": token}) as answer:
            cookie = {"Cookie": answer.headers["Set-Cookie"].partition(";")[0]}
        async with session.ws_connect(f"{url}ws?{SIZE}", headers=cookie) as socket:
            yield socket


async def _shown(socket: ClientWebSocketResponse) -> None:
    """Wait until the first text was sent."""
    sent = b""
    while FIRST not in STYLES.sub(b"", sent).decode("utf-8", "replace"):
        sent += await _bytes(socket)


async def _bytes(socket: ClientWebSocketResponse) -> bytes:
    """Return what the app draws next."""
    while not isinstance(data := (await socket.receive(timeout=120)).data, bytes):
        assert not socket.closed, f"closed: {socket.close_code}"
    return data


async def _unread(socket: ClientWebSocketResponse, seconds: float) -> None:
    """Read what is sent for a while."""
    ends = perf_counter() + seconds
    while (left := ends - perf_counter()) > 0:
        try:
            await socket.receive(timeout=left)
        except TimeoutError:
            return


async def _type(socket: ClientWebSocketResponse) -> list[float]:
    """Walk through the text; return the milliseconds from each key to the first bytes of its answer."""
    times = []
    for key in WALK:
        began = perf_counter()
        await socket.send_json(["stdin", key])
        await _bytes(socket)
        times.append((perf_counter() - began) * 1000)
        await _unread(socket, PAUSE / 1000)
    return times


async def without_browser(url: str, tokens: list[str]) -> list[Row]:
    """Measure sessions that are opened at once, and keys that are typed in all of them."""
    async with _connected(url, tokens[0]) as socket:
        await _shown(socket)  # the process that forks apps is ready
    async with AsyncExitStack() as stack:
        began = perf_counter()

        async def opened(token: str) -> tuple[ClientWebSocketResponse, float]:
            socket = await stack.enter_async_context(_connected(url, token))
            await _shown(socket)
            return socket, (perf_counter() - began) * 1000

        sessions = await asyncio.gather(*map(opened, tokens))
        waits = [wait for _, wait in sessions]
        await asyncio.gather(*(_unread(socket, SETTLING) for socket, _ in sessions))
        typed = await asyncio.gather(*(_type(socket) for socket, _ in sessions))
    people = len(tokens)
    return [
        Row(
            f"{people} at once, no browser: text sent",
            {"first": min(waits), "last": max(waits)},
            "last <= 3000 ms",
        ),
        Row(
            f"{people} type, no browser: to bytes",
            percentiles([time for times in typed for time in times]),
            "p99 <= 25 ms",
        ),
    ]
