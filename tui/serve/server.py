"""The server: pages, sockets and downloads for annotators with a token; start and shutdown."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

from aiohttp import web

from tui.errors import PiyueError, printable
from tui.serve.access import add_headers, guard
from tui.serve.address import Address
from tui.serve.endings import Ending
from tui.serve.pages import Pages
from tui.serve.people import People, project_key
from tui.serve.session import CLOSING, Session
from tui.serve.sessions import Sessions
from tui.store.project import Project
from tui.texts import Language

BEAT = 20.0
"""Seconds between two signs of life that are asked of a page."""
MINUTE = 60.0
LOOK = 1.0
"""Seconds between two looks at who is idle or was removed."""
YEAR = 365 * 24 * 3600
LARGEST_FORM = 4096


class Server:
    """Serves one project.

    Args:
        log: takes a line about who came and went; no text of an article, no token, is in it.
    """

    def __init__(
        self,
        project: Project,
        address: Address,
        sessions: Sessions,
        language: Language,
        log: Callable[[str], None],
    ) -> None:
        self._project, self._address, self._log = project, address, log
        self.people = People.of(project)
        self.sessions = sessions
        self._pages = Pages(language)
        self._cookie = f"piyue-{project_key(project)[:8]}"

    def app(self) -> web.Application:
        """Return the application."""
        app = web.Application(middlewares=[guard(self._address)], client_max_size=LARGEST_FORM)
        app.add_routes(
            [
                web.get("/", self._terminal),
                web.get("/a/{article:.+}", self._terminal),
                web.post("/login", self._login),
                web.get("/ws", self._socket),
                web.get("/download/{key}", self._download),
                web.get("/static/{name}", self._file),
            ]
        )
        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self._shut_down)
        app.cleanup_ctx.append(self._watching)
        return app

    # Who asks

    def _person(self, request: web.Request) -> str | None:
        """Return whose page asks; where nobody was added, and only this machine can ask, the annotator's."""
        try:
            if not self.people.names() and self._address.is_loopback:
                return self._project.annotator
            return self.people.person(request.cookies.get(self._cookie, ""))
        except PiyueError as error:
            self._log(str(error))
            return None

    async def _login(self, request: web.Request) -> web.Response:
        """Turn a token into a cookie."""
        token = str((await request.post()).get("token", ""))
        if self.people.person(token) is None:
            raise web.HTTPForbidden
        response = web.Response(status=204)
        response.set_cookie(
            self._cookie,
            token,
            path="",  # the folder that the proxy shows this in
            max_age=YEAR,
            httponly=True,
            samesite="Lax",  # a link in a colleague's message opens the page
            secure=request.headers.get("X-Forwarded-Proto") == "https",
        )
        return response

    # What is asked

    async def _terminal(self, request: web.Request) -> web.Response:
        if (person := self._person(request)) is None:
            return self._pages.login(request)
        return self._pages.terminal(request, person, request.match_info.get("article", ""))

    async def _file(self, request: web.Request) -> web.Response:
        return self._pages.file(request.match_info["name"])

    async def _download(self, request: web.Request) -> web.Response:
        """Hand out a file that an app of the same person made, to a page of ours."""
        person, key = self._person(request), request.match_info["key"]
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            raise web.HTTPForbidden
        for session in self.sessions.opened:
            if session.person == person and (download := session.downloads.get(key)) is not None:
                return download.response()
        raise web.HTTPNotFound

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        if (person := self._person(request)) is None:
            raise web.HTTPUnauthorized
        socket = web.WebSocketResponse(
            heartbeat=BEAT,
            max_msg_size=self.sessions.limits.message,
            timeout=CLOSING,
            compress=False,  # done in a thread for what a key draws: it would take longer than it saves
        )
        await socket.prepare(request)
        session = Session(person, socket)
        if (refusal := self.sessions.refusal(person)) is not None:
            await session.close(refusal)
        else:
            await self._run(session, request)
        return socket

    async def _run(self, session: Session, request: web.Request) -> None:
        if self.sessions.count(session.person):
            await session.tell("second", None)
        who = printable(session.person)
        self._log(f"{who}: opened")
        status = await self.sessions.run(session, request)
        if session.error:
            self._log(f"{who}: {printable(session.error)}")
        ending = session.ending.name.lower() if session.ending else ""
        self._log(f"{who}: closed ({ending}, status {status})")

    # Beginning and end

    async def _watching(self, app: web.Application) -> AsyncIterator[None]:
        """Look after the sessions while the server runs."""
        del app
        watch = asyncio.create_task(self._watch())
        yield
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            await self._close_idle()
            await self._close_removed()

    async def _close_idle(self) -> None:
        limit = self.sessions.limits.idle * MINUTE
        await self.sessions.close(Ending.IDLE, lambda session: session.idle > limit)

    async def _close_removed(self) -> None:
        try:
            known = self.people.names()
        except PiyueError:
            return
        allowed = {self._project.annotator} if not known and self._address.is_loopback else set(known)
        await self.sessions.close(Ending.REMOVED, lambda session: session.person not in allowed)

    async def _shut_down(self, app: web.Application) -> None:
        """Close the pages' sockets at once: what is typed from now on would be lost."""
        del app
        await self.sessions.close(Ending.SHUTDOWN)
