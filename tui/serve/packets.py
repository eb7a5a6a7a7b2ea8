"""Packets between the server and an app: see `tui.app.runtime.browser_driver`."""

import json
from asyncio import IncompleteReadError, StreamReader
from collections.abc import AsyncIterator, Mapping

BEGINNING = b"__GANGLION__\n"
"""What Textual's web driver writes before its first packet."""
LARGEST = 256 << 20
"""Bytes of a packet that are taken at most."""


def packet(kind: bytes, payload: bytes) -> bytes:
    """Return a packet as it is sent."""
    return kind + len(payload).to_bytes(4, "big") + payload


def keys(text: str) -> bytes:
    """Return a packet of what was typed; half of a surrogate pair cannot be."""
    return packet(b"D", text.encode("utf-8", "replace"))


def meta(**values: object) -> bytes:
    """Return a packet that tells the app something."""
    return packet(b"M", json.dumps(values).encode("ascii"))


async def has_begun(stream: StreamReader) -> bool:
    """Tell whether the app begins to send packets; what it prints before is passed over."""
    while line := await stream.readline():
        if line == BEGINNING:
            return True
    return False


async def packets(stream: StreamReader) -> AsyncIterator[tuple[bytes, bytes]]:
    """Yield kind and payload of each packet until the app ends."""
    try:
        while True:
            head = await stream.readexactly(5)
            if (length := int.from_bytes(head[1:], "big")) > LARGEST:
                return
            yield head[:1], await stream.readexactly(length)
    except (IncompleteReadError, ConnectionResetError):
        return


def told(payload: bytes) -> Mapping[str, object]:
    """Return what the app tells; of what is no JSON object, nothing."""
    try:
        values = json.loads(payload)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
