"""Pages and files for the browser: our own, and the terminal of textual-serve."""

import json
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from string import Template

from aiohttp import web

from tui.serve.endings import Ending
from tui.texts import Language, say

TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
OURS = ("page.js", "page.css", "login.js", "icon.svg")
TEXTUAL_SERVE = {
    "textual.js": "js/textual.js",
    "xterm.css": "css/xterm.css",
    "RobotoMono.ttf": "fonts/RobotoMono-VariableFont_wght.ttf",
}
"""Files of textual-serve, by the names that they have here."""
SAID = ("lost_title", "again", "second", "undelivered", "connecting", "token", "open", "wrong", "dismiss")


class Pages:
    """Pages in one language, and the files that they need."""

    def __init__(self, language: Language) -> None:
        self._language = language
        ours, theirs = files("tui.serve") / "static", files("textual_serve") / "static"
        self._files = {
            **{name: (ours / name).read_bytes() for name in OURS},
            **{name: theirs.joinpath(*path.split("/")).read_bytes() for name, path in TEXTUAL_SERVE.items()},
        }
        self._templates = {
            name: Template((ours / name).read_text("utf-8")) for name in ("page.html", "login.html")
        }

    def terminal(self, request: web.Request, person: str, article: str) -> web.Response:
        """Return the page with the app in it."""
        return self._page("page.html", request, person=person, article=article)

    def login(self, request: web.Request) -> web.Response:
        """Return the page that takes a token."""
        return self._page("login.html", request, status=401)

    def file(self, name: str) -> web.Response:
        """Return a file.

        Raises:
            web.HTTPNotFound: there is none of that name.
        """
        if name not in self._files:
            raise web.HTTPNotFound
        kind = TYPES[name[name.rindex(".") :]]
        headers = {"Content-Type": kind, "Cache-Control": "no-cache"}
        return web.Response(body=self._files[name], headers=headers)

    def _page(self, name: str, request: web.Request, status: int = 200, **values: str) -> web.Response:
        fields = {
            **values,
            "base": "../" * (request.raw_path.partition("?")[0].count("/") - 1) or "./",
            "lang": "zh-Hans" if self._language == "zh" else "en",
            "texts": json.dumps(self._texts(), ensure_ascii=False),
            **{said: self._say(said) for said in SAID},
        }
        escaped = {field: escape(value) for field, value in fields.items()}
        text = self._templates[name].substitute(escaped)
        return web.Response(text=text, content_type="text/html", charset="utf-8", status=status)

    def _texts(self) -> Mapping[str, str]:
        """Return what the script says: why the connection ended, by its code, and the rest by name."""
        ends = {str(end.value): say(f"serve.end.{end.name.lower()}", self._language) for end in Ending}
        return {**ends, **{said: self._say(said) for said in SAID}}

    def _say(self, name: str) -> str:
        return say(f"serve.page.{name}", self._language)
