"""Measures `piyue serve` in a real Chromium beside the terminal: ``python -m bench.browser``.

What ten tabs take is printed three times: with the app, with a server that replays what the app sent (the
floor: the rest is the browser's time on this machine), and without a browser (the server's and the apps').
"""

import asyncio
from pathlib import Path
from time import perf_counter

from playwright.async_api import Browser, Page, async_playwright

from bench.browser.clients import without_browser
from bench.browser.floor import Recording, replaying
from bench.browser.page import FIND_TERMINAL, SHOWS, TIME_KEYS, chromium
from bench.browser.serving import PEOPLE, memory, server
from bench.browser.timing import PAUSE, WALK, percentiles
from bench.measures import FIRST, Row, keys, playground

ROUNDS = 3
READY = "saved"
SETTLING = 3.0
"""Seconds until all that an app does at its start is done."""


async def logged_in(browser: Browser, url: str, token: str) -> Page:
    """A window of somebody who may come in."""
    page = await _window(browser)
    form: dict[str, str | float | bool] = {"token": token}
    origin = {"Origin": url.rstrip("/")}
    await page.context.request.post(f"{url}login", form=form, headers=origin)
    return page


async def _window(browser: Browser) -> Page:
    context = await browser.new_context(viewport={"width": 1200, "height": 760})
    page = await context.new_page()
    await page.add_init_script(FIND_TERMINAL)
    return page


async def until(page: Page, *texts: str) -> None:
    """Wait until the terminal shows texts."""
    await page.evaluate(SHOWS, list(texts))


async def type_keys(page: Page, rounds: int, pause: int) -> dict[str, list[float]]:
    """Walk through the text; see `TIME_KEYS`."""
    times: dict[str, list[float]] = await page.evaluate(TIME_KEYS, {"keys": WALK * rounds, "pause": pause})
    return times


async def measured(project: Path, home: Path) -> list[Row]:
    """Measure sessions without a browser, one page, ten at once, and what of it is the browser's."""
    async with async_playwright() as playwright, server(project, home) as (url, process, tokens):
        rows = await without_browser(url, tokens)
        browser = await playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        people = [await logged_in(browser, url, token) for token in tokens]
        recording = Recording()
        rows += await _one(people[0], url, recording)
        rows += await _ten_opened("app", people, url)
        rows.append(Row(f"{PEOPLE} sessions", {"MB (PSS)": memory(process)}, "<= 700 MB"))
        rows += await _ten_type("app", people)
        for page in people:
            await page.context.close()
        rows += await _floor(browser, recording)
        await browser.close()
    return rows


async def _one(page: Page, url: str, recording: Recording) -> list[Row]:
    """Measure one page, and record what it is sent."""
    recording.listen(page)
    await page.goto(url, wait_until="commit")
    await until(page, FIRST, READY)
    await asyncio.sleep(SETTLING)
    recording.types = True
    times = await type_keys(page, ROUNDS, 10)
    await page.goto("about:blank")
    return [
        Row("browser: key to first bytes", percentiles(times["bytes"]), "beside the terminal"),
        Row("browser: key to drawn screen", percentiles(times["drawn"]), "p99 <= 25 ms"),
    ]


async def _ten_opened(what: str, people: list[Page], url: str) -> list[Row]:
    """Measure tabs that are opened at once."""
    began = perf_counter()

    async def shown(page: Page) -> float:
        await page.goto(url, wait_until="commit")
        await until(page, FIRST)
        return (perf_counter() - began) * 1000

    waits = await asyncio.gather(*map(shown, people))
    await asyncio.gather(*(until(page, READY) for page in people))
    await asyncio.sleep(SETTLING)
    figures = {"first": min(waits), "last": max(waits)}
    return [Row(f"{PEOPLE} tabs at once, {what}: text shown", figures, "last <= 3000 ms")]


async def _ten_type(what: str, people: list[Page]) -> list[Row]:
    """Measure keys while all type."""
    all_times = await asyncio.gather(*(type_keys(page, 1, PAUSE) for page in people))
    drawn = [time for times in all_times for time in times["drawn"]]
    return [Row(f"{PEOPLE} people type, {what}: to screen", percentiles(drawn), "p99 <= 25 ms")]


async def _floor(browser: Browser, recording: Recording) -> list[Row]:
    """Measure the same with what was recorded in place of the app."""
    async with replaying(recording) as url:
        people = [await _window(browser) for _ in range(PEOPLE)]
        return [*await _ten_opened("floor", people, url), *await _ten_type("floor", people)]


def main() -> None:
    """Measure and print."""
    with playground() as (project, home):
        rows = [keys("settled", lambda app: app.settle(1.5)), *asyncio.run(measured(project, home))]
    for row in rows:
        figures = "  ".join(f"{name} {value:.2f}" for name, value in row.figures.items())
        print(f"{row.what:38} {figures:34} ({row.target})")


if __name__ == "__main__":
    main()
