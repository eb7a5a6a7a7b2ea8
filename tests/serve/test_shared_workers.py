"""The apps of a server share one segmenter, and one process that makes proposals."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tui.app import SHARED
from tui.app.runtime.segmenter import Words
from tui.operations.proposals import client
from tui.operations.proposals.client import ProposalClient
from tui.serve.shared_workers import shared_workers
from tui.store.project import Project
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.text.segment import fallback_words

TEXT = "望津区总工会获悉此事"


async def found(words: Words, text: str) -> list[str]:
    answers = [answer async for answer in words.find(text)]
    return [text[start:end] for start, end in answers[-1]]


@pytest.mark.slow
async def test_words_come_from_the_shared_one_which_follows_the_dictionary(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Project.find(project)
    async with shared_workers(opened) as shared:
        monkeypatch.setenv(SHARED, shared[SHARED])
        ling = Words(opened.cache, "jieba", opened.dictionary)
        bo = Words(opened.cache, "jieba", opened.dictionary)
        assert await found(ling, TEXT) == await found(bo, TEXT)
        assert "获悉此事" not in await found(ling, TEXT)
        opened.dictionary.write_text("获悉此事\n", "utf-8")
        await ling.forget()
        assert "获悉此事" in await found(ling, TEXT)
        assert not ling.connection.has_own_process
        assert not bo.connection.has_own_process
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
    assert words.connection.has_own_process
    await words.stop()


def article(text: str, id_: str = "page#1", tags: Sequence[tuple[str, str]] = ()) -> Example:
    """An article of one paragraph, with texts that are tagged in it."""
    found = tuple(Candidate(text.index(one), text.index(one) + len(one), label) for one, label in tags)
    written = ArticleText(
        id_, text, ((0, len(text)),), ("paragraph",), tuple(fallback_words(text)), page="page"
    )
    return Example(written, found)


def proposed(example: Example, found: Sequence[Candidate]) -> set[tuple[str, str]]:
    return {(example.text.text[slice(*one.range)], one.label) for one in found if one.score >= 0.5}


def proposing(project: Path) -> int:
    """The process that makes proposals in a project."""
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if f"proposals.worker\0{project}".encode() in file.read_bytes():
                return int(file.parent.name)
    raise AssertionError


@asynccontextmanager
async def two(project: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[ProposalClient, ...]]:
    """The clients of two annotators of a server."""
    (project / "piyue.toml").write_text("[suggest]\nlac = false\n", "utf-8")
    async with shared_workers(Project.find(project)) as shared:
        monkeypatch.setenv(client.SHARED, shared[client.SHARED])
        clients = ProposalClient(project, "ling"), ProposalClient(project, "bo")
        yield clients
        for one in clients:
            assert not one.has_own_process
            await one.stop()


TOLD = article("柳湾车队出发了。", tags=[("柳湾车队", "EVENT")])
ASKED = article("他说柳湾车队回来了，今年新增8台。", "page#2")


@pytest.mark.slow
async def test_what_one_person_decides_is_proposed_to_them_and_to_nobody_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with two(project, monkeypatch) as (ling, bo):
        await asyncio.gather(ling.propose(TOLD), bo.propose(ASKED))
        assert ("柳湾车队", "EVENT") in proposed(ASKED, await ling.propose(ASKED))
        assert ("柳湾车队", "EVENT") not in proposed(ASKED, await bo.propose(ASKED))
        everywhere = Example(TOLD.text, refused_texts=frozenset({("8台", "METRIC")}))
        await ling.propose(everywhere)
        assert ("8台", "METRIC") not in proposed(ASKED, await ling.propose(ASKED))
        assert ("8台", "METRIC") in proposed(ASKED, await bo.propose(ASKED))


@pytest.mark.slow
async def test_a_long_article_of_one_person_does_not_make_another_wait_for_its_end(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with two(project, monkeypatch) as (ling, bo):
        await bo.propose(ASKED)
        long = asyncio.create_task(ling.propose(article("望津区今年新增8台，增长5.2%。" * 1000)))
        for _ in range(5):
            await bo.propose(ASKED)
        assert not long.done()
        await long


@pytest.mark.slow
async def test_proposals_come_again_when_the_shared_process_was_killed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.serve.shared_workers.SHORTEST", 0.0)
    async with two(project, monkeypatch) as (ling, bo):
        await ling.propose(ASKED)
        await bo.propose(ASKED)
        os.kill(proposing(project), signal.SIGKILL)
        assert ("8台", "METRIC") in proposed(ASKED, await ling.propose(ASKED))
        assert ("8台", "METRIC") in proposed(ASKED, await bo.propose(ASKED))
