"""Doing a set of tags again in the app, by keys."""

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, TypeAlias

from textual.pilot import Pilot

from bench.keystrokes.hand import Keys, plan
from tui.app.runtime.app import PiyueApp
from tui.app.work_screen.controller import Controller
from tui.model import Document, Segment, Span
from tui.model.labels import METRIC
from tui.search.places import occurrences
from tui.store.project import Project

Tag = tuple[str, tuple[Segment, ...]]

SPREAD: tuple[Keys, ...] = (("A", "enter"), ("A", "tab", "enter"), ("A", "tab", "tab", "enter"))
"""Tagging the same text: in the article, on the page, everywhere."""


class Cost(NamedTuple):
    """What a set of tags cost.

    Attributes:
        keys: by what they were for.
        spread: tags that were made together with another one.
        by_article: keys and tags of each article, in order.
        unreached: tags that the app cannot make: outside of all articles, or of a label it does not have.
    """

    tags: int
    keys: dict[str, int]
    spread: int
    seconds: float
    unreached: int
    by_article: list[tuple[int, int]]


PURPOSES = (
    "to the article",
    "proposals",
    "to the place and selecting",
    "label",
    "a further piece",
    "the same elsewhere",
)


Planner: TypeAlias = Callable[[Controller, Segment, Callable[[int], Segment | None] | None], Keys]
"""Returns the keys to a range and its selection; of a metric it is told what a label takes by itself.

Keys that end in `pagedown` lead to another screenful: then it is asked again.
"""


class Hand(NamedTuple):
    """Who makes the tags: the way to one, and whether the same text elsewhere is tagged with it."""

    plan: Planner
    spreads: bool


OPTIMUM = Hand(
    lambda controller, *asked: plan(controller.reader.scene.field, controller.reader.caret, *asked), True
)
"""The cheapest keys that are found."""


class Deciding(NamedTuple):
    """What is done about the proposals of an article: before it is tagged, and when that is done."""

    before: Callable[["Replay"], Awaitable[None]]
    after: Callable[["Replay"], Awaitable[None]]


class Replay:
    """An app and the tags that are to be made in it.

    Args:
        wanted: the tags of each page.
        hand: who makes them.
        deciding: what is done about proposals, where there are any.
    """

    def __init__(
        self,
        app: PiyueApp,
        pilot: Pilot[int],
        wanted: dict[str, set[Tag]],
        hand: Hand,
        deciding: Deciding | None,
    ) -> None:
        self.app, self.pilot, self.wanted, self.hand, self.deciding = app, pilot, wanted, hand, deciding
        self.keys = dict.fromkeys(PURPOSES, 0)
        self.spread = 0
        self.by_article: list[tuple[int, int]] = []
        self.unreached: set[tuple[str, Tag]] = {(page, tag) for page, tags in wanted.items() for tag in tags}

    async def press(self, keys: Keys, purpose: str) -> None:
        self.keys[purpose] += len(keys)
        await self.pilot.press(*keys)
        if purpose == "the same elsewhere":
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def run(self, order: Iterable[str]) -> None:
        """Go through the articles and tag each as wanted."""
        for number, article in enumerate(order):
            if number:
                await self.press(("right_square_bracket",), "to the article")
                await self.app.workers.wait_for_complete()
                await self.pilot.pause()
            assert self.app.workspace.shown is not None
            assert self.app.workspace.shown.opened.article.id == article
            before = sum(self.keys.values()), len(self.made(self.page()))
            if self.deciding is not None:
                await self.deciding.before(self)
            await self._article()
            if self.deciding is not None:
                await self.deciding.after(self)
            keys, tags = sum(self.keys.values()) - before[0], len(self.made(self.page())) - before[1]
            self.by_article.append((keys, tags))

    async def _article(self) -> None:
        """Make the tags that lie in the article; what no key reaches stays in `unreached`."""
        page, reading = self.page(), self.app.controller.reader.scene.contents.view.reading
        for tag in sorted(self.wanted[page], key=lambda tag: (tag[1], tag[0])):
            ranges = reading.project(tag[1])
            whole = sum(b - a for a, b in tag[1]) == sum(b - a for a, b in ranges)
            if not whole or tag[0] not in self.app.controller.labels.by_id:
                continue
            if tag in _tags(self._document(page)) or await self._tag(tag, ranges):
                self.unreached.discard((page, tag))

    async def _tag(self, tag: Tag, ranges: tuple[Segment, ...]) -> bool:
        """Make a tag; tell whether there are keys for it."""
        quantity = self.app.controller.editor.quantity_at if tag[0] == METRIC else None
        for number, range_ in enumerate(ranges):
            more = True
            while more:
                try:
                    keys = self.hand.plan(self.app.controller, range_, None if number else quantity)
                except LookupError:
                    return False
                await self.press(keys, "to the place and selecting")
                more = keys[-1:] == ("pagedown",)
            if number:
                await self.press(("plus",), "a further piece")
            else:
                await self.press(tuple(self.app.controller.labels.by_id[tag[0]].key), "label")
        span = next(s for s in self._document(self.page()).spans if (s.label, s.segments) == tag)
        if len(ranges) == 1 and self.hand.spreads:
            await self._spread(span)
        return True

    def made(self, page: str) -> set[Tag]:
        """Return the tags of a page."""
        return _tags(self._document(page))

    def page(self) -> str:
        assert self.app.workspace.shown is not None
        return self.app.workspace.shown.opened.document.page.id

    def _document(self, page: str) -> Document:
        return self.app.workspace.documents.session(page).document

    async def _spread(self, span: Span) -> None:
        """Tag the same text elsewhere, as widely as that makes no wrong tag and saves keys."""
        assert self.app.workspace.shown is not None
        article, page = self.app.workspace.shown.opened.article, self.page()
        documents = self.app.workspace.documents.known()
        here = self._document(page)
        scopes = (
            [(here, article)],
            [(here, each) for each in here.articles],
            [(document, each) for document in documents for each in document.articles],
        )
        best: tuple[float, Keys, int] = (0.0, (), 0)
        for keys, scope in zip(SPREAD, scopes, strict=True):
            places = [
                place
                for document, each in scope
                for place in occurrences(document, each, span.text, span.label)
                if place.standing == "free"
            ]
            if any((span.label, place.segments) not in self.wanted[place.page] for place in places):
                break
            best = max(best, (3.0 * len(places) - len(keys), keys, len(places)))
        if best[1]:
            before = self.app.controller.reader.caret.at
            await self.press(best[1], "the same elsewhere")
            self.spread += best[2]
            assert self.app.controller.reader.caret.at == before


def _tags(document: Document) -> set[Tag]:
    return {(span.label, span.segments) for span in document.spans}


async def replay(
    folder: Path, wanted: dict[str, set[Tag]], hand: Hand = OPTIMUM, deciding: Deciding | None = None
) -> Cost:
    """Make tags in a project without any, by keys; check on disk that they are just these.

    Args:
        wanted: by page, label and segments.
        hand: who makes them.
        deciding: what is done about proposals; None: there are none.
    """
    project = Project.find(folder)
    app = PiyueApp(project, "en", propose=deciding is not None)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        doing = Replay(app, pilot, wanted, hand, deciding)
        order = [article.id for document in app.workspace.documents.known() for article in document.articles]
        began = perf_counter()
        await doing.run(order)
        seconds = perf_counter() - began
        app.saver.flush()
        app.saver.close()
        await app.words.stop()
        if deciding is not None:
            await app.proposals.stop()
    made = {page: _tags(Project.find(folder).document(page)) for page in project.page_ids()}
    doing.unreached -= {(page, tag) for page, tags in made.items() for tag in tags}  # made from elsewhere
    left = {page: {tag for at, tag in doing.unreached if at == page} for page in wanted}
    other = {page: made[page] ^ (wanted[page] - left[page]) for page in made}
    assert not any(other.values()), f"other tags were made than wanted: {other}"
    tags = sum(map(len, made.values()))
    return Cost(tags, doing.keys, doing.spread, seconds, len(doing.unreached), doing.by_article)
