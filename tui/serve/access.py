"""Access checks of requests, and the headers of every response."""

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from tui.serve.address import Address

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Of every answer. The terminal in the page makes style elements: styles may be inline, scripts may not."""


def guard(address: Address) -> Middleware:
    """Return a middleware that refuses requests of other pages and gives every answer its headers."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin, host = request.headers.get("Origin"), request.headers.get("Host", "")
        needs_origin = request.method != "GET" or "Upgrade" in request.headers
        if not address.answers_to(host):
            raise _refused("unknown host: start piyue serve with --url and the address that people use")
        if origin is None and needs_origin:
            raise _refused("no origin")
        if origin is not None and not address.is_own(origin, host):
            raise _refused("another page's request")
        return await handler(request)

    return guarded


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Give an answer the headers of all; a signal of aiohttp."""
    del request
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.pop("Server", None)


def _refused(why: str) -> web.HTTPForbidden:
    return web.HTTPForbidden(text=f"piyue: {why}\n")
