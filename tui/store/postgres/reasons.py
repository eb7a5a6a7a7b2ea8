"""Why a server cannot be reached.

The pool of connections says it in a log alone, which goes to the terminal where nobody takes it; its error
knows no more than how long it waited.
"""

import logging


class PoolLog(logging.Filter):
    """Takes what the pool logs, so that the terminal does not get it.

    Attributes:
        reason: of the last attempt to connect that failed; empty: there was none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.reason = ""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the reason; nothing is logged."""
        failure = record.args[-1] if isinstance(record.args, tuple) and record.args else None
        if isinstance(failure, Exception):
            self.reason = first_line(failure)
        return False


pool_log = PoolLog()
logging.getLogger("psycopg.pool").addFilter(pool_log)


def reason_of(error: Exception) -> str:
    """Return why an attempt to work with the server failed, in one line."""
    from psycopg_pool import PoolTimeout

    return pool_log.reason if isinstance(error, PoolTimeout) and pool_log.reason else first_line(error)


def first_line(error: BaseException) -> str:
    """Return what an error says, in one line, without where it was tried: there is one server only."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return line.rpartition(" failed: ")[2]
