"""A server that sends what the app has sent before: the time that is left is that of the browser."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle

from aiohttp import WSMsgType, web
from playwright.async_api import Page

from tui.serve.pages import Pages


@dataclass(slots=True)
class Recording:
    """What a page was sent.

    Attributes:
        screen: all until its text was there.
        answers: to keys.
    """

    screen: list[str | bytes] = field(default_factory=list)
    answers: list[str | bytes] = field(default_factory=list)
    types: bool = False

    def listen(self, page: Page) -> None:
        """Record what a page is sent from now on."""
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: self._take(frame)))

    def _take(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) or not frame.startswith('["pong"'):
            (self.answers if self.types else self.screen).append(frame)


@asynccontextmanager
async def replaying(recording: Recording) -> AsyncIterator[str]:
    """Serve the page with a recording in place of the app; yield its address."""
    pages = Pages("en")

    async def page(request: web.Request) -> web.Response:
        return pages.terminal(request, "", "")

    async def file(request: web.Request) -> web.Response:
        return pages.file(request.match_info["name"])

    async def socket(request: web.Request) -> web.WebSocketResponse:
        opened = web.WebSocketResponse(compress=False)
        await opened.prepare(request)
        await _replay(opened, recording)
        return opened

    app = web.Application()
    app.add_routes([web.get("/", page), web.get("/static/{name}", file), web.get("/ws", socket)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


async def _replay(socket: web.WebSocketResponse, recording: Recording) -> None:
    await _send(socket, recording.screen)
    answers = cycle([answer for answer in recording.answers if isinstance(answer, bytes)])
    async for message in socket:
        if message.type is WSMsgType.TEXT:
            kind, value = json.loads(message.data)
            if kind == "stdin":
                await _send(socket, [next(answers)])
            elif kind == "ping":
                await socket.send_json(["pong", value])


async def _send(socket: web.WebSocketResponse, frames: Sequence[str | bytes]) -> None:
    for frame in frames:
        await (socket.send_bytes(frame) if isinstance(frame, bytes) else socket.send_str(frame))
