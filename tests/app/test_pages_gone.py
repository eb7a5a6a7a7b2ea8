"""Pages with tags that are gone, or called otherwise, are told when the app opens; their tags stay."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, Running

FILE = Path("annotations/ling/p.json")


async def tagged(running: Open, folder: Path) -> bytes:
    async with running(folder) as r:
        await r.press("j o")
    return (folder / FILE).read_bytes()


def said(r: Running) -> str:
    return r.app.workspace.status.now.message


@pytest.mark.parametrize("few", [500, 0])
async def test_a_page_with_another_name_than_its_tags_is_told(
    few: int, running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await tagged(running, folder)
    monkeypatch.setattr("tui.store.pages.FEW", few)
    (folder / "seeds" / "p.txt").rename(folder / "seeds" / "q.txt")
    async with running(folder, size=(140, 30)) as r:
        assert "1 page with tags is gone or renamed: p; the tags are kept, and `piyue check`" in r.screen()
    assert (folder / FILE).read_bytes() == before


async def test_pages_that_are_gone_are_told_once(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tagged(running, folder)
    monkeypatch.setattr("tui.store.pages.FEW", 0)
    (folder / "seeds" / "p.txt").rename(folder / "seeds" / "q.txt")
    async with running(folder) as r:
        assert "gone" in said(r)
        r.app.workspace.tell("")
        r.app.pages.update_index()
        await r.rest()
        assert said(r) == ""


async def test_of_many_pages_that_are_gone_three_are_named(running: Open, folder: Path) -> None:
    before = await tagged(running, folder)
    for number in range(2, 7):
        (folder / FILE).with_name(f"old{number}.json").write_bytes(before)
    async with running(folder, size=(140, 30)) as r:
        assert said(r).startswith("5 pages with tags are gone or renamed: old2, old3, old4 …; ")


async def test_nothing_is_said_where_all_pages_are_there(running: Open, folder: Path) -> None:
    await tagged(running, folder)
    (folder / "annotations" / "mo").mkdir()
    (folder / "annotations" / "mo" / "old.json").write_bytes((folder / FILE).read_bytes())
    async with running(folder) as r:
        assert "gone" not in said(r)
