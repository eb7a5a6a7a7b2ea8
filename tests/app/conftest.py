"""A project with one page and with the five, an app on it, and what its screen shows."""

import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from textual._compositor import InlineUpdate
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.app.quick_apps import at_rest, painted, quick_apps
from tests.conftest import SEEDS
from tui.app import SHARED
from tui.app.keys.display import KeyNames
from tui.app.keys.key_map import KEYMAP
from tui.app.runtime.app import PiyueApp
from tui.app.text_view.reader import Reader
from tui.app.workspace.documents import Documents
from tui.app.workspace.status import Texts
from tui.app.workspace.workspace import Workspace
from tui.store.project import Project
from tui.texts import Language

PAGE = """两新组织建会有进展
新发展会员8447人

本报讯（记者 王路曼）记者近日从顺义区总工会获悉，2022年该区新建工会组织69家，新发展工会会员8447人。

据了解，顺义区总工会将继续推动“两新”组织建会，会员总数将超过1.2万人。
"""


@dataclass
class Running:
    """An app under test."""

    app: PiyueApp
    pilot: Pilot[int]
    folder: Path

    @property
    def reader(self) -> Reader:
        return self.app.controller.reader

    async def press(self, keys: str) -> None:
        """Press keys, named as Textual names them, and wait until all is done and saved."""
        await self.pilot.press(*keys.split())
        await self.settle()

    async def rest(self) -> None:
        """Wait until all is done, saved and painted."""
        await self.settle()
        await painted()

    async def settle(self) -> None:
        """Wait until all is done and saved, and what that began is done too."""
        await self._rest_of_workers()
        self.app.saver.flush()
        await self._rest_of_workers()

    async def _rest_of_workers(self) -> None:
        await at_rest()
        while any(not worker.is_finished for worker in self.app.workers):
            with suppress(WorkerCancelled):  # a search is, by the next letter
                await self.app.workers.wait_for_complete()
            await at_rest()

    async def find(self, text: str) -> None:
        """Move by word until the word under the cursor begins with `text`."""
        for _ in range(500):
            start, end = self.reader.target
            if self.reader.scene.text[start:end].startswith(text) or (
                text.startswith(self.reader.scene.text[start:end])
                and self.reader.scene.text.startswith(text, start)
            ):
                return
            await self.pilot.press("right")
        raise AssertionError(f"{text} was not reached")

    def screen(self) -> str:
        """What the terminal shows, row by row."""
        below = self.app._background_screens
        shown = self.app.screen._compositor.render_inline(self.app.size, screen_stack=below)
        assert isinstance(shown, InlineUpdate)
        return "\n".join(strip.text for strip in shown.strips)

    def words(self) -> list[str]:
        """The words of the text on the screen."""
        shown = self.app.workspace.shown
        assert shown is not None
        return [shown.view.reading.text[a:b] for a, b in shown.words or ()]

    def disk(self, page: str = "p", annotator: str = "ling") -> dict[str, Any]:
        """The annotation file, by plain JSON."""
        file = self.folder / "annotations" / annotator / f"{page}.json"
        if not file.exists():
            return {"spans": {}, "articles": {}}
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return found

    def tags(self, page: str = "p") -> list[tuple[str, str]]:
        """Label and text of the tags on disk in the order of the text, each read from the source."""
        source = (self.folder / "seeds" / f"{page}.txt").read_bytes().decode("utf-8")
        spans = sorted(self.disk(page)["spans"].values(), key=lambda s: (s["segments"], s["label"]))
        found = [(s["label"], "".join(source[a:b] for a, b in s["segments"])) for s in spans]
        assert [text for _, text in found] == [s["text"] for s in spans]
        return found


@asynccontextmanager
async def shown(
    app: PiyueApp, folder: Path, size: tuple[int, int], *, each_key: bool = False
) -> AsyncIterator[Running]:
    """Run an app on a screen of this size; at last paint what it shows, and close what it opened.

    Args:
        each_key: paint it after each key, too: what is said until it was seen is said for a shorter time.
    """
    with quick_apps(each_key):
        async with app.run_test(size=size) as pilot:
            run = Running(app, pilot, folder)
            await run.settle()
            yield run
            await painted()
            app.saver.close()
            await app.words.stop()
            await app.proposals.stop()


def workspace_on(root: Path, article: str = "p#1") -> Workspace:
    """Open an article without an app."""
    documents = Documents(Project.find(root), lambda _: None)
    workspace = Workspace(documents, Texts("en", KeyNames(KEYMAP)), lambda _: None)
    workspace.open(article)
    return workspace


Open: TypeAlias = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture(autouse=True)
def words_of_all(shared_segmenter: None) -> None:
    """Let every app ask the segmenter of all tests."""


@pytest.fixture
def own_segmenter(shared_segmenter: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let apps start a segmenter of their own, which reads the project's dictionary."""
    monkeypatch.delenv(SHARED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one short page."""
    project = tmp_path / "project"
    (project / "seeds").mkdir(parents=True)
    (project / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    return project


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A project with the five pages."""
    project = tmp_path / "project"
    shutil.copytree(SEEDS, project / "seeds")
    return project


@pytest.fixture
def running(shared_segmenter: None) -> Open:
    """Opens an app on a project: ``async with running(folder) as r``."""

    @asynccontextmanager
    async def open_app(
        folder: Path,
        *,
        size: tuple[int, int] = (100, 30),
        language: Language = "en",
        article: str | None = None,
        propose: bool = False,
        each_key: bool = False,
    ) -> AsyncIterator[Running]:
        app = PiyueApp(Project.find(folder), language, article, propose=propose)
        async with shown(app, folder, size, each_key=each_key) as run:
            yield run

    return open_app
