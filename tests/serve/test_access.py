"""Only people with a token come in, and only by pages of our own."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Protocol

import pytest
from aiohttp import ClientWebSocketResponse, WSMsgType, WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from tui.serve.address import Address
from tui.serve.server import Server
from tui.serve.sessions import Limits, Sessions
from tui.store.project import Project

PUBLIC = "https://tags.example.org/piyue/"
HERE = "127.0.0.1"


class Start(Protocol):
    async def __call__(self, address: Address | None = None, limits: Limits | None = None) -> "Client": ...


class Client:
    """A server in this process, and requests to it under any name."""

    def __init__(self, project: Path, address: Address, limits: Limits) -> None:
        self.log: list[str] = []
        found = Project.find(project)
        self.server = Server(found, address, Sessions(found, limits), "en", self.log.append)
        self.test = TestClient(TestServer(self.server.app()))

    async def get(self, path: str, host: str = HERE, **headers: str) -> tuple[int, str]:
        sent = {"Host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
        async with self.test.get(path, headers=sent, allow_redirects=False) as answer:
            return answer.status, await answer.text()

    async def log_in(self, token: str, host: str = HERE, origin: str | None = f"http://{HERE}") -> int:
        headers = {"Host": host, **({"Origin": origin} if origin else {})}
        async with self.test.post("/login", data={"token": token}, headers=headers) as answer:
            return answer.status

    async def connect(self, origin: str | None = f"http://{HERE}") -> int | None:
        """Open the socket; return the code that it is closed with, or the status that refuses it."""
        headers = {"Host": HERE, **({"Origin": origin} if origin else {})}
        try:
            async with self.test.ws_connect("/ws", headers=headers) as socket:
                async for message in socket:
                    if message.type == WSMsgType.BINARY:
                        return None  # the app draws
                return socket.close_code
        except WSServerHandshakeError as refused:
            return refused.status


@pytest.fixture
async def started(project: Path) -> AsyncIterator[Start]:
    clients: list[Client] = []

    async def start(address: Address | None = None, limits: Limits | None = None) -> Client:
        clients.append(Client(project, address or Address(HERE, 8000), limits or Limits()))
        await clients[-1].test.start_server()
        return clients[-1]

    yield start
    for client in clients:
        await client.test.close()


async def test_on_this_machine_alone_the_annotator_needs_no_token(started: Start) -> None:
    status, text = await (await started()).get("/")
    assert status == 200
    assert 'src="static/textual.js"' in text


async def test_once_somebody_was_added_everybody_needs_a_token(started: Start) -> None:
    client = await started()
    token = client.server.people.add("ling")
    assert (await client.get("/"))[0] == 401
    assert await client.connect() == 401
    assert await client.log_in("x" * len(token)) == 403
    assert (await client.get("/"))[0] == 401
    assert await client.log_in(token) == 204
    assert (await client.get("/"))[0] == 200
    client.server.people.remove("ling")
    client.server.people.add("bo")
    assert (await client.get("/"))[0] == 401


async def test_a_cookie_is_for_this_server_alone(started: Start) -> None:
    client = await started(Address(HERE, 8000, PUBLIC))
    token = client.server.people.add("ling")
    headers = {"Host": "tags.example.org", "Origin": "https://tags.example.org", "X-Forwarded-Proto": "https"}
    async with client.test.post("/login", data={"token": token}, headers=headers) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Secure"} <= {part.strip() for part in cookie.split(";")}
    assert "Path" not in cookie  # the folder that the proxy shows it under
    assert token not in " ".join(client.log)


@pytest.mark.parametrize(
    ("address", "host", "status"),
    [
        (Address(HERE, 1), "127.0.0.1", 200),
        (Address(HERE, 1), "localhost:9999", 200),  # a forwarded port
        (Address(HERE, 1), "[::1]:1", 200),
        (Address(HERE, 1), "evil.example", 403),
        (Address(HERE, 1), "127.0.0.1.evil.example", 403),
        (Address(HERE, 1), "192.0.2.7", 403),
        (Address(HERE, 1), "", 403),
        (Address(HERE, 1), "[", 403),
        (Address(HERE, 1, PUBLIC), "tags.example.org", 200),
        (Address("0.0.0.0", 1), "192.0.2.7:1", 401),
        (Address("0.0.0.0", 1), "evil.example", 403),
        (Address("mo.example.org", 1), "mo.example.org:1", 401),
    ],
)
async def test_a_page_opens_under_our_names_only(
    started: Start, address: Address, host: str, status: int
) -> None:
    client = await started(address)
    assert (await client.get("/", host))[0] == status
    assert (await client.get("/download/x", host))[0] == (403 if status == 403 else 404)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("origin", "opens"),
    [
        (f"http://{HERE}", True),
        ("https://tags.example.org", True),
        ("https://tags.example.org:444", False),
        ("http://evil.example", False),
        (f"http://{HERE}.evil.example", False),
        (f"http://{HERE}:81", False),
        ("null", False),
        ("", False),
        (None, False),
    ],
)
async def test_a_socket_opens_for_pages_of_ours_only(started: Start, origin: str | None, opens: bool) -> None:
    client = await started(Address(HERE, 80, PUBLIC))
    assert await client.connect(origin) == (None if opens else 403)


async def test_a_strangers_page_can_neither_log_in_nor_fetch(started: Start) -> None:
    client = await started()
    token = client.server.people.add("ling")
    assert await client.log_in(token, origin="http://evil.example") == 403
    assert await client.log_in(token, origin=None) == 403
    assert await client.log_in(token) == 204
    assert (await client.get("/", Origin="http://evil.example"))[0] == 403
    assert (await client.get("/download/x", Sec_Fetch_Site="cross-site"))[0] == 403


@pytest.mark.parametrize(
    "path", ["/static/", "/static", "/static/..%2fserver.py", "/static/page.html", "/seeds/page.txt", "/x"]
)
async def test_there_is_no_listing_and_no_other_file(started: Start, path: str) -> None:
    assert (await (await started()).get(path))[0] == 404


@pytest.mark.parametrize("path", ["/", "/a/page%231", "/static/page.js", "/x", "/download/x"])
async def test_every_answer_has_its_headers(started: Start, path: str) -> None:
    async with (await started()).test.get(path, headers={"Host": HERE}) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "Server" not in answer.headers


@pytest.mark.parametrize(("path", "base"), [("/", "./"), ("/a/page%231", "../"), ("/a/x/y", "../../")])
async def test_addresses_are_relative(started: Start, path: str, base: str) -> None:
    client = await started()
    _, text = await client.get(path)
    assert f'<base href="{base}">' in text
    assert '="/' not in text


async def test_an_articles_name_cannot_write_into_the_page(started: Start) -> None:
    _, text = await (await started()).get("/a/%22%3E%3Cscript%3E")
    assert "<script>" not in text


@pytest.mark.slow
async def test_sessions_are_limited_each_and_together(started: Start) -> None:
    client = await started(limits=Limits(sessions=2, person=1))
    headers = {"Host": HERE, "Origin": f"http://{HERE}"}
    async with client.test.ws_connect("/ws", headers=headers) as first:
        await first.receive(timeout=30)
        assert await client.connect() == 4006
    full = await started(limits=Limits(sessions=1, person=4))
    async with full.test.ws_connect("/ws", headers=headers) as first:
        await first.receive(timeout=30)
        assert await full.connect() == 4005


@pytest.mark.slow
async def test_a_message_that_is_too_long_ends_its_session(started: Start) -> None:
    client = await started(limits=Limits(message=1000))
    headers = {"Host": HERE, "Origin": f"http://{HERE}"}
    async with client.test.ws_connect("/ws", headers=headers) as socket:
        await socket.receive(timeout=30)
        await socket.send_json(["stdin", "x" * 1001])
        async for _ in socket:
            pass
        assert socket.close_code == 1009


async def next_text(socket: ClientWebSocketResponse) -> object:
    """Return the next answer that is text; None: the session has ended."""
    async for answer in socket:
        if answer.type == WSMsgType.TEXT:
            return answer.json()
    return None


NO_MESSAGES = ("", "[]", "{}", '["stdin"]', '["resize", {"width": "x"}]', "[1, [2]]", "nul")


@pytest.mark.slow
async def test_a_message_that_is_none_changes_nothing(started: Start) -> None:
    headers = {"Host": HERE, "Origin": f"http://{HERE}"}
    async with (await started()).test.ws_connect("/ws", headers=headers) as socket:
        await socket.receive(timeout=30)
        for message in NO_MESSAGES:
            await socket.send_str(message)
            await socket.send_json(["ping", message])
            assert await next_text(socket) == ["pong", message]
