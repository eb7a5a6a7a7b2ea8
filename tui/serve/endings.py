"""Why a page's connection ends: the close code of its socket, and the message of the page."""

from enum import IntEnum


class Ending(IntEnum):
    """Codes of a WebSocket's end; those from 4000 on are ours. The catalogue's row is `serve.end.<name>`."""

    LOST = 1006
    TOO_BIG = 1009
    QUIT = 4000
    CRASHED = 4001
    NOT_STARTED = 4002
    SHUTDOWN = 4003
    IDLE = 4004
    FULL = 4005
    TOO_MANY = 4006
    REMOVED = 4007
