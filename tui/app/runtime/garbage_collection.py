"""Runs the garbage collector while the user is idle, if it can wait so long.

Textual makes much. At Python's own pace a key in ten waits 2 ms for it, and now and then one 20 ms.
"""

import gc

EVERY = 2.0
"""Seconds between two calls of `sweep`."""
PAUSE, REST = 1.0, 10.0
"""Seconds without a key after which there is time for what is rather new, and for all since the start."""

PACE = (2_000, 10_000, 1_000)
"""Python's thresholds: it looks through what is quite new only, a little at a time."""
OFTEN = 50
"""Looks through what is newer, below which it is not worth while."""


def begin() -> None:
    """Leave what was made so far alone for good."""
    gc.freeze()
    gc.set_threshold(*PACE)
    gc.enable()


def sweep(idle: float) -> None:
    """Look as far as there is reason and time to; `idle`: seconds since the last key."""
    _, middle, old = gc.get_count()
    if idle >= REST and old >= OFTEN:
        gc.collect(2)
    elif idle >= PAUSE and middle >= OFTEN:
        gc.collect(1)
