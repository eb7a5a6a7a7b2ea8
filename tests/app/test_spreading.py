"""All places with the same text, treated alike."""

from pathlib import Path

from tests.app.conftest import Open

OTHER = """顺义区总工会送清凉

本报讯（记者 张三）顺义区总工会昨日慰问职工，顺义区总工会主席参加。
"""


async def test_the_same_text_is_tagged_in_the_article_in_one_step(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o A")
        screen = r.screen()
        assert "in this article" in screen
        assert "1 of 2" in screen
        await r.press("enter")
        assert r.tags() == [("ORG", "顺义区总工会")] * 2
        assert "tagged everywhere ORG 顺义区总工会: 1" in r.screen()
        await r.press("u")
        assert len(r.tags()) == 1


async def test_a_place_is_left_out_with_a_key(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o A minus enter")
        assert len(r.tags()) == 1
        await r.press("A down space enter")
        assert len(r.tags()) == 1
        await r.press("A asterisk enter")
        assert len(r.tags()) == 2


async def test_what_has_a_tag_is_shown_and_left(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("l space o")
        await r.find("据了解")
        await r.find("顺义区")
        await r.press("l")
        await r.press("N N A")
        assert "0 of 2" in r.screen()
        await r.press("escape")
        assert len(r.tags()) == 3


async def test_the_whole_corpus_is_tagged_and_undone_as_one(running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_text(OTHER, encoding="utf-8")
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o A tab tab")
        assert "everywhere" in r.screen()
        assert "4 of 5" in r.screen()
        await r.press("enter")
        assert r.tags() == [("ORG", "顺义区总工会")] * 2
        assert r.tags("q") == [("ORG", "顺义区总工会")] * 3
        await r.press("u")
        assert (len(r.tags()), len(r.tags("q"))) == (1, 0)
        await r.press("U")
        assert (len(r.tags()), len(r.tags("q"))) == (2, 3)
        await r.press("X tab tab enter")
        assert (r.tags(), r.tags("q")) == ([], [])
        await r.press("u")
        assert (len(r.tags()), len(r.tags("q"))) == (2, 3)


async def test_undo_leaves_a_page_alone_where_something_was_done_since(running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_text(OTHER, encoding="utf-8")
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o A tab tab enter right_square_bracket")
        await r.find("张三")
        await r.press("p left_square_bracket u")
        assert len(r.tags()) == 1
        assert len(r.tags("q")) == 4


async def test_all_tags_of_a_text_get_another_label(running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_text(OTHER, encoding="utf-8")
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o A tab tab enter N W l")
        assert "Relabel “顺义区总工会” as LOC" in r.screen()
        await r.press("tab tab enter")
        assert {label for label, _ in r.tags() + r.tags("q")} == {"LOC"}


async def test_from_the_list_one_goes_to_a_place(running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_text(OTHER, encoding="utf-8")
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o A tab tab end g")
        assert r.app.workspace.shown is not None
        assert r.app.workspace.shown.opened.article.id == "q#1"
        start, _ = r.reader.target
        assert r.reader.scene.text[start:].startswith("顺义区总工会主席")
        assert r.tags("q") == []
