"""Runs the garbage collector while the user is idle, if it can wait so long.

Textual makes much. At Python's own pace a key in ten waits 2 ms for it, and now and then one 20 ms.
"""

import gc
from functools import lru_cache
from typing import Any

from textual._styles_cache import StylesCache

EVERY = 2.0
"""Seconds between two calls of `sweep`."""
PAUSE, REST = 1.0, 10.0
"""Seconds without a key after which there is time for what is rather new, and for all since the start."""

PACE = (2_000, 150, 1_000)
"""Python's thresholds: it looks through what is quite new only, a little at a time. Where nobody pauses it
looks through what is rather new every hundred keys or so, in 90 ms, lest dialogs fill the memory."""
OFTEN, SELDOM = 50, 5
"""Looks through what is newer, below which it is not worth while to look through what is rather new, and
through all. With 50 for both, what dialogs leave took 8 MB more every 400 random keys, pauses or not."""


def begin() -> None:
    """Leave what was made so far alone for good."""
    forget_closed_widgets()
    gc.freeze()
    gc.set_threshold(*PACE)
    gc.enable()


def forget_closed_widgets() -> None:
    """Have Textual remember colours by themselves.

    Textual 8.2 remembers them by the widget that asks, and so keeps what the last 1,024 showed: some
    hundred megabytes (`findings/textual-closed-widgets.sh`).
    """
    if hasattr(remembered := StylesCache.get_inner_outer, "__wrapped__"):
        mix: Any = remembered.__wrapped__
        of_colours = lru_cache(1024)(lambda *colours: mix(StylesCache, *colours))
        setattr(StylesCache, "get_inner_outer", lambda _, *colours: of_colours(*colours))  # noqa: B010


def sweep(idle: float) -> None:
    """Look as far as there is reason and time to; `idle`: seconds since the last key."""
    _, middle, old = gc.get_count()
    if idle >= REST and old >= SELDOM:
        gc.collect(2)
    elif idle >= PAUSE and middle >= OFTEN:
        gc.collect(1)
