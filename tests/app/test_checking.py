"""The list of what does not agree."""

from contextlib import suppress
from pathlib import Path

import pytest

from tests.app.conftest import Open, Running
from tests.operations.conftest import done, tagged
from tui.store.project import Project


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


async def test_a_tag_of_a_mark_alone_is_told_at_once_and_asked_about(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await r.find("，")
        await r.press("o")
        assert r.tags() == [("ORG", "，")]
        assert "tagged ORG ，; it is nothing but punctuation" in r.screen()
        await r.press("r m")
        assert "METRIC ，; it is nothing but punctuation" in r.screen()
        await r.press("F")
        assert "nothing but punctuation or blanks" in r.screen()


async def test_what_is_right_is_not_asked_again(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await disagree(r)
        await r.press("F r escape F")
        assert "part of" not in r.screen()
        await r.press("escape")
    async with running(folder, size=(140, 30)) as r:
        await r.press("F")
        assert "part of" not in r.screen()


VILLAGES = ("清河", "白石", "金沙", "双桥", "柳林", "松溪", "石门", "古田")


@pytest.fixture
def villages(folder: Path) -> Path:
    """A project in which eight villages are tagged in finished articles, one of them as something else."""
    (folder / "piyue.toml").write_text('annotator = "ling"\n[suggest]\nlac = false\n', "utf-8")
    for number, name in enumerate(VILLAGES):
        text = f"{name}屯的井\n\n　　村民住在{name}屯，村里有井三口。\n"
        (folder / "seeds" / f"v{number}.txt").write_text(text, "utf-8")
    project = Project(folder)
    for number, name in enumerate(VILLAGES):
        label = "DOC" if name == "双桥" else "EVENT"
        project.save(done(tagged(project.document(f"v{number}"), f"{name}屯", label)))
    return folder


@pytest.mark.slow
async def test_what_a_model_doubts_is_listed_behind_the_rest_and_mended_with_a_key(
    running: Open, villages: Path
) -> None:
    async with running(villages, size=(140, 30), article="v3#1", propose=True) as r:
        await r.press("F")
        assert "the model finds" in r.screen()
        await r.press("end f escape")
        assert r.tags("v3") == [("EVENT", "双桥屯")]
        await r.press("u")
        assert r.tags("v3") == [("DOC", "双桥屯")]


def readers(folder: Path) -> list[str]:
    """The processes that read this project for doubts."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(file.read_bytes().decode(errors="replace"))
    return [line for line in found if "doubts_worker" in line and str(folder) in line]


@pytest.mark.slow
async def test_leaving_the_list_ends_the_reading(running: Open, villages: Path) -> None:
    async with running(villages, size=(140, 30), article="v3#1", propose=True) as r:
        await r.pilot.press("F")
        while not readers(villages):
            await r.pilot.pause()
        await r.pilot.press("escape")
        while readers(villages):
            await r.pilot.pause()
        await r.rest()
        assert "To check" not in r.screen()
