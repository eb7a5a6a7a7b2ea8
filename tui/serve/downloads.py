"""Downloads from an app to the browser: in memory until fetched or until the session ends."""

from dataclasses import dataclass
from secrets import token_urlsafe
from urllib.parse import quote

from aiohttp import web

from tui.serve.packets import told

MOST = 8
"""Files of one session that are kept; older ones go."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file: what it is called, of what kind it is, and what is in it."""

    name: str
    mime: str
    data: bytes

    @classmethod
    def read(cls, payload: bytes) -> "Download":
        """Return what an app's packet holds."""
        head, _, data = payload.partition(b"\n")
        about = told(head)
        return cls(str(about.get("name") or "piyue"), str(about.get("mime") or ""), data)

    def response(self) -> web.Response:
        """Return the answer that has a browser keep the file, never show it."""
        return web.Response(
            body=self.data,
            headers={
                "Content-Type": self.mime or "application/octet-stream",
                "Content-Disposition": f"attachment; filename*=UTF-8''{quote(self.name, safe='')}",
            },
        )


class Downloads:
    """The files of one session, each under a name that nobody can guess."""

    def __init__(self) -> None:
        self._files: dict[str, Download] = {}

    def keep(self, download: Download) -> str:
        """Keep a file and return its key."""
        key = token_urlsafe(24)
        self._files[key] = download
        while len(self._files) > MOST:
            del self._files[next(iter(self._files))]
        return key

    def get(self, key: str) -> Download | None:
        """Return the file; None where there is none of that key."""
        return self._files.get(key)
