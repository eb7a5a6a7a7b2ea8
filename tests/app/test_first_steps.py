"""The line of help of a new project, and what the app says of where one was."""

from pathlib import Path

from tests.app.conftest import Open

WIDE = (160, 30)


async def test_on_a_new_project_a_line_follows_what_one_does_and_goes_after_a_few_tags(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=WIDE) as r:
        assert "First: move to a name" in r.screen()
        await r.press("down")
        assert "Press its label's key" in r.screen()
        await r.press("o")
        assert len(r.tags()) == 1
        assert "Saved; u undoes" in r.screen()
        for _ in range(3):
            await r.press("right right o")
        assert len(r.tags()) == 4
        for said in ("First:", "Press its label", "Saved;", "Next: a number", "f done, ?"):
            assert said not in r.screen()


async def test_the_line_is_not_there_where_one_has_tagged_before_and_is_back_on_the_help_key(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=WIDE) as r:
        await r.press("down o")
    async with running(folder, size=WIDE, language="zh") as r:
        assert "第一步" not in r.screen()
        await r.press("question_mark escape")
        assert "第一步：移到一个名称" in r.screen()


async def test_the_next_start_says_where_one_was(running: Open, folder: Path) -> None:
    async with running(folder, size=WIDE) as r:
        assert "You were at" not in r.screen()
        await r.find("据")
        await r.press("q")
    async with running(folder, size=WIDE) as r:
        assert "You were at “据了解，顺义区总工会将继续推动" in r.screen()
        await r.press("down")
        assert "You were at" not in r.screen()
