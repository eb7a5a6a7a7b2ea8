"""The list of what does not agree."""

from pathlib import Path

from tests.app.conftest import Open, Running


async def disagree(r: Running) -> None:
    await r.find("顺义区")
    await r.press("space o")
    await r.find("据了解")
    await r.find("总工会")
    await r.press("o")


async def test_what_does_not_agree_is_listed_and_gone_to(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await disagree(r)
        await r.press("g F")
        assert "Tags to check" in r.screen()
        assert "part of “顺义区总工会”" in r.screen()
        await r.press("enter")
        span = r.app.workspace.span(r.reader.span)
        assert span is not None
        assert span.text == "总工会"


async def test_the_obvious_is_done_with_a_key_and_undone(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await disagree(r)
        await r.press("F f escape")
        assert r.tags() == [("ORG", "顺义区总工会")] * 2
        await r.press("u")
        assert ("ORG", "总工会") in r.tags()


async def test_a_missed_repeat_is_tagged_with_a_key(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await r.find("顺义区")
        await r.press("space o F")
        assert "not tagged here, ORG elsewhere" in r.screen()
        await r.press("f escape")
        assert r.tags() == [("ORG", "顺义区总工会")] * 2


async def test_what_is_right_is_not_asked_again(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await disagree(r)
        await r.press("F r escape F")
        assert "part of" not in r.screen()
        await r.press("escape")
    async with running(folder, size=(140, 30)) as r:
        await r.press("F")
        assert "part of" not in r.screen()
