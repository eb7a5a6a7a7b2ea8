"""The apps of a server share one segmenter."""

from pathlib import Path

import pytest

from tui.app import SHARED
from tui.app.runtime.segmenter import Words
from tui.model import Segment
from tui.serve.segmenter import shared_segmenter
from tui.store.project import Project

TEXT = "望津区总工会获悉此事"


async def found(words: Words, text: str) -> list[str]:
    answers: list[list[Segment]] = [answer async for answer in words.find(text)]
    return [text[start:end] for start, end in answers[-1]]


@pytest.mark.slow
async def test_words_come_from_the_shared_one_which_follows_the_dictionary(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Project.find(project)
    async with shared_segmenter(opened) as path:
        monkeypatch.setenv(SHARED, path)
        ling = Words(opened.cache, "jieba", opened.dictionary)
        bo = Words(opened.cache, "jieba", opened.dictionary)
        assert await found(ling, TEXT) == await found(bo, TEXT)
        assert "获悉此事" not in await found(ling, TEXT)
        opened.dictionary.write_text("获悉此事\n", "utf-8")
        await ling.forget()
        assert "获悉此事" in await found(ling, TEXT)
        assert ling._process is bo._process is None
        await ling.stop()
        await bo.stop()


@pytest.mark.slow
async def test_where_the_shared_one_is_gone_an_app_has_its_own(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Project.find(project)
    monkeypatch.setenv(SHARED, str(project / "gone"))
    words = Words(opened.cache, "jieba", opened.dictionary)
    assert "工会" in "".join(await found(words, TEXT))
    assert not words.failed
    assert words._process is not None
    await words.stop()
