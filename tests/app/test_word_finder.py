"""Words of the text on the screen are shown as they are found, while it is there; then the next one's."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest

from tui.app.runtime import word_finder
from tui.app.runtime.word_finder import WordFinder
from tui.model import Segment

HERE, NEXT = "这里的文字", "下一篇"


class Around:
    """A segmenter that finds words in two steps, and the screen that shows them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, following: str | None = NEXT) -> None:
        self.known_: dict[str, object] = {}
        self.shown: list[int] = []
        self.said: list[str] = []
        self.asked: list[str] = []
        self.failed = False
        self.is_there = True
        self.closes_after = 99
        reader = SimpleNamespace(caret=SimpleNamespace(at=0))
        self.context: Any = SimpleNamespace(
            is_open=True,
            workspace=SimpleNamespace(
                shown=SimpleNamespace(view=SimpleNamespace(reading=SimpleNamespace(text=HERE)))
            ),
            controller=SimpleNamespace(
                reader=reader, display=SimpleNamespace(show_words=self.show), tell=self.said.append
            ),
        )
        words: Any = self
        context: Any = self.context
        self.finder = WordFinder(context, words, lambda: self.said.append("found"))
        monkeypatch.setattr(word_finder, "next_text", lambda _: following)

    def known(self, text: str) -> object:
        return self.known_.get(text)

    async def find(self, text: str, near: int = 0) -> AsyncIterator[list[Segment]]:
        del near
        for count in (1, 2):
            self.asked.append(f"{text} {count}")
            if len(self.asked) >= self.closes_after:
                self.context.is_open = False
            yield [(n, n + 1) for n in range(count)]

    async def forget(self) -> None:
        self.known_.clear()

    def show(self, text: str, words: list[Segment]) -> bool:
        assert text == HERE
        self.shown.append(len(words))
        return self.is_there


async def test_words_are_shown_as_they_are_found_then_those_of_the_next_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    around = Around(monkeypatch)
    await around.finder._find(HERE)
    assert (around.shown, around.said) == ([1, 2], ["found"])
    assert around.asked == [f"{HERE} 1", f"{HERE} 2", f"{NEXT} 1"]


async def test_known_words_are_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    around = Around(monkeypatch, following=None)
    around.known_[HERE] = []
    await around.finder._find(HERE)
    assert (around.shown, around.said, around.asked) == ([], ["found"], [])
    await around.finder._find_again()
    assert around.shown == [1, 2], "the dictionary has changed"
    around.context.workspace.shown = None
    await around.finder._find_again()
    assert around.shown == [1, 2]


async def test_of_an_article_that_was_left_no_more_words_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    around = Around(monkeypatch)
    around.is_there = False
    await around.finder._find(HERE)
    assert (around.shown, around.said, around.asked) == ([1], [], [f"{HERE} 1"])


async def test_while_it_ends_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    around = Around(monkeypatch)
    around.closes_after = 2
    await around.finder._find(HERE)
    assert (around.shown, around.said) == ([1], [])


async def test_without_a_segmenter_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    around = Around(monkeypatch)
    around.failed = True
    await around.finder._find(HERE)
    assert around.said == ["status.no_words", "status.no_words", "found"]
