"""Measures `piyue serve` in a real Chromium beside the terminal: ``python -m bench.browser``."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from playwright.async_api import Browser, Page, async_playwright

from bench.browser.page import FIND_TERMINAL, SCREEN, TIME_KEYS
from bench.measures import FIRST, LEFT, RIGHT, Row, keys, playground

PEOPLE = 10
WALK = [RIGHT] * 30 + [LEFT] * 29
ROUNDS = 3
PAUSE = 120
"""Milliseconds between two keys of somebody who types fast."""
READY = "saved"


def percentiles(times: list[float]) -> dict[str, float]:
    """Milliseconds."""
    return {"median": median(times), "p99": quantiles(times, n=100)[98]}


class Served(NamedTuple):
    """A server: its address, the number of its process, and a token for each of its people."""

    url: str
    process: int
    tokens: list[str]


async def piyue_serve(project: Path, home: Path, *arguments: str) -> asyncio.subprocess.Process:
    """Start `piyue serve`."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "STATE", "CONFIG", "DATA")}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tui.cli", "--project", str(project), "serve", *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, **folders, "HOME": str(home), "LC_ALL": "C.UTF-8"},
    )


@asynccontextmanager
async def server(project: Path, home: Path) -> AsyncIterator[Served]:
    """A server with people."""
    tokens = []
    for number in range(PEOPLE):
        adding = await piyue_serve(project, home, "--add", f"person{number}")
        tokens.append((await adding.communicate())[0].decode().rpartition("=")[2].strip())
    process = await piyue_serve(project, home, "--port", "0")
    assert process.stdout is not None
    try:
        yield Served((await process.stdout.readline()).decode().strip(), process.pid, tokens)
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def logged_in(browser: Browser, url: str, token: str) -> Page:
    """A window of somebody who may come in."""
    context = await browser.new_context(viewport={"width": 1200, "height": 760})
    await context.request.post(f"{url}login", form={"token": token}, headers={"Origin": url.rstrip("/")})
    page = await context.new_page()
    await page.add_init_script(FIND_TERMINAL)
    return page


async def until(page: Page, *texts: str) -> None:
    """Wait until the terminal shows texts."""
    shows = f"texts => {{ const screen = ({SCREEN})(); return texts.every(text => screen.includes(text)); }}"
    await page.wait_for_function(shows, arg=list(texts), polling=20, timeout=120_000)


async def type_keys(page: Page, rounds: int, pause: int) -> dict[str, list[float]]:
    """Walk through the text; see `TIME_KEYS`."""
    times: dict[str, list[float]] = await page.evaluate(TIME_KEYS, {"keys": WALK * rounds, "pause": pause})
    return times


def memory(server_id: int) -> float:
    """Megabytes of a server, its apps, and what they started: pages that processes share count once (PSS)."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdecimal()}

    def is_of(process: int) -> bool:
        while process > 1:
            if process == server_id:
                return True
            process = parents.get(process, 0)
        return False

    return sum(map(_pss, filter(is_of, parents))) / 1024


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _pss(process: int) -> int:
    """Kilobytes."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return int(next((row.split()[1] for row in rows if row.startswith("Pss:")), "0"))


async def measured(project: Path, home: Path) -> list[Row]:
    """Measure one page, then ten at once."""
    rows = []
    async with async_playwright() as playwright, server(project, home) as (url, process, tokens):
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        people = [await logged_in(browser, url, token) for token in tokens]
        page = people[0]
        await page.goto(url, wait_until="commit")
        await until(page, FIRST, READY)
        await asyncio.sleep(2)
        times = await type_keys(page, ROUNDS, 10)
        rows.append(Row("browser: key to first bytes", percentiles(times["bytes"]), "beside the terminal"))
        rows.append(Row("browser: key to drawn screen", percentiles(times["drawn"]), "p99 <= 25 ms"))
        await page.goto("about:blank")
        began = perf_counter()

        async def shown(page: Page) -> float:
            await page.goto(url, wait_until="commit")
            await until(page, FIRST)
            return (perf_counter() - began) * 1000

        waits = await asyncio.gather(*map(shown, people))
        figures = {"first": min(waits), "last": max(waits)}
        rows.append(Row(f"{PEOPLE} tabs at once: text shown", figures, "last <= 3000 ms"))
        await asyncio.gather(*(until(page, READY) for page in people))
        await asyncio.sleep(3)
        rows.append(Row(f"{PEOPLE} sessions", {"MB (PSS)": memory(process)}, "<= 700 MB"))
        all_times = await asyncio.gather(*(type_keys(page, 1, PAUSE) for page in people))
        drawn = [time for times in all_times for time in times["drawn"]]
        rows.append(Row(f"{PEOPLE} people type: to screen", percentiles(drawn), "p99 <= 25 ms"))
        await browser.close()
    return rows


def main() -> None:
    """Measure and print."""
    with playground() as (project, home):
        rows = [keys("settled", lambda app: app.settle(1.5)), *asyncio.run(measured(project, home))]
    for row in rows:
        figures = "  ".join(f"{name} {value:.2f}" for name, value in row.figures.items())
        print(f"{row.what:32} {figures:40} ({row.target})")


if __name__ == "__main__":
    main()
