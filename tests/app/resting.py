"""An event loop that knows when it has nothing to do."""

import asyncio
from asyncio import SelectorEventLoop
from collections.abc import Callable
from dataclasses import dataclass
from selectors import DefaultSelector, SelectorKey
from time import monotonic
from typing import Any

SOON = 0.02
"""A timer that ends within so many seconds is waited for, as Textual's tests do."""
PATIENCE = 0.1
"""Seconds that threads are waited for at most: a test may hold one."""
LONGEST = 1.0
"""Seconds that are waited at most, whatever goes on, as Textual's tests do."""


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits for the loop to rest: since when, and what ends it."""

    since: float
    rests: asyncio.Future[None]


class RestingSelector(DefaultSelector):
    """Knows when its loop has nothing to do: then it is asked to sleep."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Waiting] = []
        self.in_threads = 0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """See `BaseSelector.select`; where the loop would sleep for long, wake those who wait for that."""
        if not self.waiting:
            return super().select(timeout)
        if monotonic() - self.waiting[0].since > LONGEST:
            self._wake()
            return super().select(0)
        if timeout is not None and timeout <= 0:
            return super().select(timeout)
        if (patience := self._patience(timeout)) > 0:
            return super().select(patience)
        if not (ready := super().select(0)):
            self._wake()
        return ready

    def _wake(self) -> None:
        while self.waiting:
            if not (rests := self.waiting.pop().rests).done():
                rests.set_result(None)

    def _patience(self, timeout: float | None) -> float:
        """Return for how long the loop may sleep before it is taken to rest."""
        waited = monotonic() - self.waiting[0].since
        if timeout is not None and timeout <= SOON:
            return timeout
        if self.in_threads:
            left = PATIENCE - waited
            return left if timeout is None else min(left, timeout)
        return 0


class RestingLoop(SelectorEventLoop):
    """An event loop that can be waited for until it has nothing to do."""

    def __init__(self) -> None:
        self._selecting = RestingSelector()
        self._last: dict[object, Callable[[], object]] = {}
        super().__init__(self._selecting)

    def do_last(self, whose: object, call: Callable[[], object]) -> None:
        """Put something off, which is done once for `whose`: when `finish` is called."""
        self._last[whose] = call

    def run_in_executor(  # type: ignore[override]
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """See `AbstractEventLoop.run_in_executor`; counts the calls that have not ended."""
        future = super().run_in_executor(executor, func, *args)
        self._selecting.in_threads += 1
        future.add_done_callback(self._ended)
        return future

    def _ended(self, future: object) -> None:
        self._selecting.in_threads -= 1

    async def rest(self) -> None:
        """Wait until all is done, also by threads, and no timer ends soon."""
        await self._rest(monotonic())

    async def finish(self) -> None:
        """Wait until all is done; then do what was put off, and wait until that is done."""
        since = monotonic()
        await self._rest(since)
        while self._last and monotonic() - since < LONGEST:
            self._last.popitem()[1]()
            await self._rest(since)

    async def _rest(self, since: float) -> None:
        waiting = Waiting(since, self.create_future())
        self._selecting.waiting.append(waiting)
        await waiting.rests
