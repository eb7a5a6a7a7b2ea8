"""Lists of hits without a terminal: where is looked, what is taken, what is asked about tags."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.app.bare import Bare
from tests.app.test_documents_open import THREE
from tui.app.dialogs.check import CheckScreen
from tui.app.dialogs.hits import HitsScreen, Outcome, Scope
from tui.app.workspace.hits import HitRow
from tui.model import Article, Document
from tui.search.places import occurrences


class Rows:
    """A list, its cursor, and what stands above it."""

    def __init__(self) -> None:
        self.items: list[HitRow] = []
        self.cursor = 0
        self.title = ""

    def set_items(self, items: list[HitRow]) -> None:
        self.items, self.cursor = items, max(0, min(self.cursor, len(items) - 1))

    def action_cursor(self, step: int) -> None:
        self.cursor = max(0, min(self.cursor + step, len(self.items) - 1))

    def update(self, content: Any) -> None:
        self.title = content.plain


class WithoutScreen(HitsScreen):
    """Looks at once, and notes its answers."""

    rows: Rows
    bells: int
    stays = True
    answers: list[Outcome | None]

    def prepare(self) -> None:
        self.rows, self.bells, self.answers = Rows(), 0, []

    def query_one(self, kind: Any, *_: Any) -> Any:
        del kind
        return self.rows

    @property
    def app(self) -> Any:  # type: ignore[override]
        return SimpleNamespace(bell=self.ring)

    @property
    def is_open(self) -> bool:
        return self.stays

    def ring(self) -> None:
        self.bells += 1

    def dismiss(self, result: Any = None) -> Any:
        self.answers.append(result)

    def _search(self, documents: Iterator[tuple[Document, tuple[Article, ...]]]) -> Any:
        for document, articles in documents:
            rows = [row for article in articles for row in self._find(document, article)]
            self._add(cast("Any", SimpleNamespace(is_cancelled=False)), rows)
        self.found.set()
        self._show(self.list.items)
        self.all_found()


class Hits(WithoutScreen):
    """Shows where 夜市 stands; the first place of an article has a tag."""

    def __init__(self, bare: Bare, *, accept: bool = False, scope: Scope = "article") -> None:
        super().__init__(bare.workspace, "夜市", self.find, accept=accept, scope=scope)
        self.prepare()
        self._look()

    @staticmethod
    def find(document: Document, article: Article) -> Iterable[HitRow]:
        for number, place in enumerate(occurrences(document, article, "夜市", "ORG")):
            yield HitRow(place, article.id, None if number == 0 else True)


class Check(WithoutScreen, CheckScreen):
    """The questions about tags of the page."""

    def __init__(self, bare: Bare, scope: Scope = "page") -> None:
        CheckScreen.__init__(self, bare.controller.editor, scope)
        self.prepare()
        self._look()


@pytest.fixture
def bare(folder: Path) -> Bare:
    for page in ("q", "r"):
        (folder / "seeds" / f"{page}.txt").write_text(THREE, encoding="utf-8")
    made = Bare(folder)
    made.workspace.open("q#2")
    made.show()
    return made


def test_it_is_looked_in_the_article_then_on_the_page_then_everywhere(bare: Bare) -> None:
    (bare.workspace.documents.project.root / "seeds" / "qq.txt").write_bytes(b"\xff\xfe\xff")
    hits = Hits(bare)
    found = [len(hits.rows.items)]
    titles = [hits.rows.title]
    for _ in range(3):
        hits.action_widen()
        found.append(len(hits.rows.items))
        titles.append(hits.rows.title)
    assert found == [2, 2, 4, 2]
    assert titles == [
        "夜市  in this article  2",
        "夜市  on this page  2",
        "夜市  everywhere  4",
        "夜市  in this article  2",
    ]
    bare.workspace.shown = None
    hits.action_widen()
    assert hits.rows.items == []


def test_what_was_just_tagged_counts_everywhere(bare: Bare) -> None:
    assert bare.controller.editor.tag((0, 2), "ORG")
    hits = Hits(bare, scope="corpus")
    spans = [row.place.span for row in hits.rows.items]
    assert [span is not None for span in spans] == [True, False, False, False]


def accepted(hits: WithoutScreen) -> list[bool | None]:
    return [row.accepted for row in hits.rows.items]


def test_rows_are_taken_one_by_one_or_all_but_for_those_that_cannot_be(bare: Bare) -> None:
    hits = Hits(bare, accept=True, scope="corpus")
    assert (accepted(hits), hits.rows.title) == ([None, True, None, True], "夜市  everywhere  2 of 4")
    hits.action_accept_row()
    assert (accepted(hits), hits.rows.cursor) == ([None, True, None, True], 1)
    hits.action_accept_row()
    assert (accepted(hits), hits.rows.cursor) == ([None, False, None, True], 2)
    hits.action_accept_all(False)
    assert accepted(hits) == [None, False, None, False]
    hits.action_accept_all(True)
    assert accepted(hits) == [None, True, None, True]
    hits.rows.cursor = 3
    hits.action_accept_row()
    assert (accepted(hits)[3], hits.rows.cursor) == (False, 3)
    hits.action_finish()
    assert hits.answers == [Outcome((hits.rows.items[1],))]


def test_before_all_was_found_nothing_is_done_to_what_was(bare: Bare) -> None:
    hits = Hits(bare, accept=True)
    hits.found.clear()
    hits.action_finish()
    assert (hits.answers, hits.bells) == ([], 1)


def test_enter_goes_to_a_row_where_nothing_is_taken(bare: Bare) -> None:
    hits = Hits(bare)
    hits.rows.cursor = 1
    hits.action_finish()
    hits.action_go()
    assert hits.answers == [Outcome(tuple(hits.rows.items), hits.rows.items[1])] * 2
    hits.answers.clear()
    hits.rows.set_items([])
    hits.action_finish()
    hits.action_accept_row()
    assert hits.answers == []


# Questions about tags


async def test_a_question_is_answered_by_the_obvious_or_as_right(bare: Bare) -> None:
    await bare.tag("夜市重新开张", "o")
    bare.select("新开")
    await bare.press("l")
    check = Check(bare)
    before = [row.note for row in check.rows.items]
    assert before
    check.rows.cursor = 0
    check.action_right()
    assert [row.note for row in check.rows.items] == before[1:]
    again = Check(bare)
    assert [row.note for row in again.rows.items] == before[1:], "it is not asked again"


async def test_a_repeat_that_is_not_tagged_is_tagged(bare: Bare) -> None:
    await bare.tag("夜市", "o")
    check = Check(bare)
    rows = [row for row in check.rows.items if "not tagged here" in row.note]
    assert len(rows) == 1
    check.rows.cursor = check.rows.items.index(rows[0])
    count = len(check.rows.items)
    check.action_fix()
    assert (bare.tags, len(check.rows.items)) == ([("ORG", "夜市")] * 2, count - 1)
    assert "ORG 夜市" in bare.said
    for _ in range(len(check.rows.items)):
        check.action_right()
    check.action_fix()
    check.action_right()
    assert check.bells == 1, "there is nothing left"


async def on_piece(bare: Bare) -> Check:
    """Tag a name, and a piece of it elsewhere; stand on the question about that."""
    await bare.tag("夜市重新", "o")
    start = bare.text.rindex("夜市重新")
    bare.reader.put(bare.reader.caret.replaced(at=start + 1, selection=(start, start + 2)))
    await bare.press("o")
    check = Check(bare)
    row = next(row for row in check.rows.items if row.place.span and row.place.span.text == "夜市")
    check.rows.cursor = check.rows.items.index(row)
    return check


async def test_a_piece_of_a_longer_tag_elsewhere_gets_its_borders(bare: Bare) -> None:
    check = await on_piece(bare)
    check.action_fix()
    assert bare.tags == [("ORG", "夜市重新")] * 2


async def test_a_tag_that_is_gone_is_asked_about_no_longer(bare: Bare) -> None:
    check = await on_piece(bare)
    count = len(check.rows.items)
    await bare.press("undo")
    check.action_fix()
    assert (bare.tags, len(check.rows.items)) == ([("ORG", "夜市重新")], count - 1)


def test_questions_are_asked_in_a_scope(bare: Bare) -> None:
    there = bare.workspace.shown
    assert there is not None

    def about(article: str) -> Any:
        return SimpleNamespace(place=SimpleNamespace(article=article, page=article.partition("#")[0]))

    for scope, asked in (
        ("article", [True, False, False]),
        ("page", [True, True, False]),
        ("corpus", [True] * 3),
    ):
        check = Check(bare, cast("Scope", scope))
        assert [check._is_in_scope(about(id_)) for id_ in ("q#2", "q#1", "r#2")] == asked
    bare.workspace.shown = None
    assert Check(bare, "article")._is_in_scope(about("r#2"))


# What a model doubts


class Doubts:
    """A model that finds these; it says how far it has read."""

    def __init__(self, *found: Any) -> None:
        self.answer = found

    async def found(self, tell: Any) -> tuple[Any, ...]:
        tell(1, 2)
        return self.answer


async def test_what_a_model_doubts_comes_behind_the_rest_once(bare: Bare) -> None:
    await bare.tag("夜市重新开张", "o")
    bare.select("新开")
    await bare.press("l")
    check = Check(bare)
    rows = list(check.rows.items)
    others = Check(bare, "corpus")
    doubted = [cast("Any", row.about) for row in rows]
    check.rows.set_items(rows[1:])
    titles: list[str] = []
    check.rows.update = lambda content: titles.append(content.plain)  # type: ignore[method-assign]
    await check._ask_model(cast("Any", Doubts(*doubted)))
    assert [row.about for row in check.rows.items] == [row.about for row in (*rows[1:], rows[0])]
    reading = bare.workspace.say("places.doubting", done=1, total=2)
    assert [reading in title for title in titles] == [True, *[False] * (len(titles) - 1)]
    check.rows.cursor = len(check.rows.items) - 1
    check.action_right()
    check.all_found()
    assert len(check.rows.items) == len(rows) - 1, "it was found right"
    others.stays = False
    others.rows.set_items([])
    await others._ask_model(cast("Any", Doubts(*doubted)))
    assert others.rows.items == [], "the list was left"
