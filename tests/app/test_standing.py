"""Proposals that stand in the text: doubtful ones gone through, sure ones taken together."""

import json
from pathlib import Path

import pytest

from tests.app.conftest import Open, Running
from tui.app.workspace.asking import put_answer, put_checks
from tui.app.workspace.standing import StandingProposals
from tui.app.workspace.view import ProposedPlace
from tui.operations.proposals.sure_checks import load_checks
from tui.store.predictions import Prediction, add_predictions
from tui.store.project import Project
from tui.suggest.candidate import Candidate

SURE = (("王路曼", "PERSON", 0.97), ("顺义区总工会", "ORG", 0.95))
DOUBTFUL = (("两新组织", "ORG", 0.6), ("69家", "METRIC", 0.8))
MAKERS = {"INDICATOR": "indicators"}
ASIDE = (("新建工会组织", "INDICATOR", 0.46), ("该区", "LOC", 0.2))


@pytest.fixture(autouse=True)
def no_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """No sure proposal is looked at one by one, unless a test wants it."""
    monkeypatch.setattr(StandingProposals, "is_check", lambda *_: False)


async def propose(r: Running, *rows: tuple[str, str, float]) -> None:
    """Have the makers propose what is written somewhere in the article."""
    shown = r.app.workspace.shown
    assert shown is not None
    text = shown.view.reading.text
    found = [
        Candidate(at := text.index(written), at + len(written), label, score, MAKERS.get(label, "learned"))
        for written, label, score in rows
    ]
    put_answer(r.app.workspace, shown.opened.article.id, found)
    r.app.proposals.show()
    await r.rest()


def standing(r: Running) -> list[tuple[str, str, bool]]:
    """What stands in the text: what is written there, its label, and whether it is sure."""
    scene = r.reader.scene
    return [(scene.text[p.start : p.end], p.label, p.sure) for p in scene.contents.proposed]


def underlined(r: Running, written: str) -> set[str]:
    """How a text is drawn: by the names of the attributes of its style."""
    at = r.reader.scene.text.index(written)
    row = r.reader.scene.layout.row_at(at)
    y = r.reader.scene.lines.tops[row] - r.reader.scroll_offset.y
    found = {}
    for segment in r.reader.render_line(y):
        for name in ("underline", "underline2", "italic"):
            drawn = segment.style and getattr(segment.style, name)
            if drawn and segment.text.strip() and segment.text in written:
                found[name] = True
    return set(found)


async def test_what_is_proposed_stands_in_the_text_and_the_doubtful_is_marked(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(120, 30)) as r:
        await propose(r, *SURE, *DOUBTFUL, *ASIDE)
        assert set(standing(r)) == {
            ("王路曼", "PERSON", True),
            ("顺义区总工会", "ORG", True),
            ("两新组织", "ORG", False),
            ("69家", "METRIC", False),
        }
        assert underlined(r, "王路曼") == {"underline"}
        assert underlined(r, "69家") == {"underline2", "italic"}
        await r.press("f8")
        assert standing(r) == []
        assert underlined(r, "王路曼") == set()
        await r.press("f8")
        assert len(standing(r)) == 4
        assert r.tags() == []


async def test_what_stands_in_the_text_goes_with_a_tag_over_it(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await propose(r, *SURE)
        await r.find("王路曼")
        await r.press("p")
        assert [written for written, _, _ in standing(r)] == ["顺义区总工会"]
        await r.press("u")
        assert len(standing(r)) == 2


async def test_doubtful_ones_are_gone_through_then_the_sure_ones_taken_by_one_key(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(140, 30)) as r:
        await propose(r, *SURE, *DOUBTFUL)
        await r.press("E")
        assert "1/2 ORG 两新组织 60%" in r.screen()
        await r.press("x")
        assert "1/1 METRIC 69家 = 69 家  1 subject: 顺义区总工会" in r.screen()
        await r.press("n 1 1 enter")
        assert "2 sure proposals have been on the screen  ` accept all" in r.screen()
        await r.press("enter")
        assert r.tags() == [("METRIC", "69家")]
        assert "` accepts all 2" in r.screen()
        await r.press("grave_accent")
        assert r.tags() == [("PERSON", "王路曼"), ("ORG", "顺义区总工会"), ("METRIC", "69家")]
        spans = sorted(r.disk()["spans"].values(), key=lambda span: span["text"])
        assert [(s["text"], s.get("taken"), s["maker"], s["origin"], s["score"]) for s in spans] == [
            ("69家", "alone", "learned", "model", 0.8),
            ("王路曼", "together", "learned", "model", 0.97),
            ("顺义区总工会", "together", "learned", "model", 0.95),
        ]
        await r.press("u")
        assert r.tags() == [("METRIC", "69家")]


async def test_sure_ones_that_were_not_on_the_screen_are_not_taken(running: Open, folder: Path) -> None:
    text = "工会动态\n\n王路曼来了。\n\n" + "村里修路，路修到山脚。\n\n" * 60 + "顺义区总工会开会。\n"
    (folder / "seeds" / "p.txt").write_text(text, "utf-8")
    async with running(folder, size=(100, 24)) as r:
        await propose(r, *SURE)
        await r.press("grave_accent")
        assert r.tags() == [("PERSON", "王路曼")]
        await r.press("grave_accent")
        assert "no sure proposal" in r.screen()
        await r.press("G grave_accent")
        assert ("ORG", "顺义区总工会") in r.tags()


async def test_sure_ones_can_be_gone_through_one_by_one_or_left_open(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await propose(r, *SURE)
        await r.press("E")
        assert "2 sure proposals" in r.screen()
        await r.press("escape")
        assert r.tags() == []
        await r.press("E E")
        assert "1/2 PERSON 王路曼" in r.screen()
        await r.press("x")
        assert [written for written, _, _ in standing(r)] == ["顺义区总工会"]


async def test_a_metric_brings_its_relations_and_digits_step_through_one(running: Open, folder: Path) -> None:
    async with running(folder, size=(160, 30)) as r:
        await propose(r, ("69家", "METRIC", 0.8), ("2022年", "TIME", 0.85), *ASIDE)
        await r.press("E")
        assert "1 indicator: 新建工会组织" in r.screen()
        assert "2022年" in r.screen().split("indicator:")[1]
        before = r.reader.count
        await r.press("1")
        assert "1 indicator: –" in r.screen()
        assert r.reader.count == before
        await r.press("1 enter")
        assert set(r.tags()) == {("METRIC", "69家"), ("INDICATOR", "新建工会组织"), ("TIME", "2022年")}
        spans = {key: span["text"] for key, span in ((s["id"], s) for s in r.disk()["spans"].values())}
        made = {
            (relation["label"], spans[relation["from"]], spans[relation["to"]])
            for relation in r.disk()["relations"].values()
        }
        assert made == {("indicator", "69家", "新建工会组织"), ("period", "69家", "2022年")}
        await r.press("escape u")
        assert r.tags() == []


async def test_a_text_is_refused_everywhere_by_one_key(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await propose(r, ("8447人", "METRIC", 0.8), *DOUBTFUL)
        at = r.reader.scene.text.rindex("8447人")
        shown = r.app.workspace.shown
        assert shown is not None
        answer = r.app.workspace.proposals.candidates()
        both = [*answer, Candidate(at, at + 5, "METRIC", 0.8, "learned")]
        put_answer(r.app.workspace, shown.opened.article.id, both)
        await r.press("g E X")
        assert "8447人" not in [written for written, _, _ in standing(r)]
        file = r.folder / "annotations" / "_project" / "p.json"
        (pin,) = json.loads(file.read_text("utf-8"))["refused"].values()
        assert (pin["text"], pin["everywhere"], pin["annotator"]) == ("8447人", True, "ling")


async def test_the_order_of_doubtful_ones_is_chosen_by_key(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await propose(r, ("两新组织", "ORG", 0.8), ("69家", "METRIC", 0.6), ("该区", "LOC", 0.7))
        await r.press("f9")
        assert "most doubtful first" in r.screen()
        await r.press("E")
        assert "1/3 METRIC 69家" in r.screen()
        await r.press("x")
        assert "LOC 该区" in r.screen()
        await r.press("f9")
        assert "1/2 ORG 两新组织" in r.screen()


async def test_every_twentieth_sure_one_is_among_the_doubtful_ones_and_raises_the_bar_when_wrong(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StandingProposals, "is_check", lambda self, start, end: end - start == 3)
    async with running(folder, size=(140, 30)) as r:
        put_checks(r.app.workspace, [True] * 27 + [False] * 3)
        await propose(r, *SURE)
        assert ("王路曼", "PERSON", False) in standing(r)
        await r.press("E")
        assert "1/1 PERSON 王路曼" in r.screen()
        await r.press("x")
        assert r.app.workspace.proposals.sure > 0.9
        await r.press("escape")
        assert load_checks(r.app.project).count(False) == 4


async def test_a_long_stretch_without_a_tag_is_named_once_before_an_article_is_done(
    running: Open, folder: Path
) -> None:
    text = "工会动态\n\n王路曼来了。\n\n" + "村里修路，路修到山脚。" * 60 + "\n"
    (folder / "seeds" / "p.txt").write_text(text, "utf-8")
    async with running(folder, size=(120, 30)) as r:
        await r.find("王路曼")
        await r.press("p f")
        assert "村里修路" in r.screen().splitlines()[-3] + r.screen().splitlines()[-2] + r.screen()
        assert _state(r) == "doing"
        await r.press("f")
        assert _state(r) == "done"


async def test_nothing_is_proposed_to_who_is_to_get_nothing(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('[suggest]\noff_for = ["ling"]\n', "utf-8")
    async with running(folder, size=(120, 30)) as r:
        await propose(r, *SURE)
        assert standing(r) == []
        await r.press("E")
        assert "no open proposals" in r.screen()


async def test_the_process_beside_the_app_proposes_what_was_tagged_at_the_next_tag(
    running: Open, folder: Path
) -> None:
    (folder / "piyue.toml").write_text("[suggest]\nlac = false\nlearn = false\n", "utf-8")
    async with running(folder, size=(120, 30), propose=True) as r:
        assert ("王路曼", "PERSON") in {(written, label) for written, label, _ in standing(r)}
        await r.find("两新")
        await r.press("2 e")
        assert r.tags() == [("EVENT", "两新组织")]
        # It stands in the last paragraph in other quotes, as two words.
        text = r.reader.scene.text
        assert all(isinstance(place, ProposedPlace) for place in r.reader.scene.contents.proposed)
        assert all(text[p.start : p.end] for p in r.reader.scene.contents.proposed)


async def test_imported_predictions_stand_in_the_text_and_are_decided_on_like_others(
    running: Open, folder: Path
) -> None:
    (folder / "piyue.toml").write_text("[suggest]\nlac = false\nlearn = false\n", "utf-8")
    page = Project(folder).page("p")

    def guess(written: str, label: str, score: float | None) -> Prediction:
        at = page.text.index(written)
        return Prediction(label, ((at, at + len(written)),), written, score, "m1")

    guesses = [guess("获悉", "EVENT", 0.7), guess("有进展", "DOC", None), guess("推动", "DOC", 0.2)]
    add_predictions(Project(folder).backend, page, guesses)
    async with running(folder, size=(120, 30), propose=True) as r:
        found = {(written, label): sure for written, label, sure in standing(r)}
        assert found["获悉", "EVENT"] is False
        assert found["有进展", "DOC"] is False
        assert ("推动", "DOC") not in found, "it is too doubtful to be shown"
        assert r.tags() == []
        await r.press("E")
        while not _is_reviewed(r, "有进展"):
            await r.press("n")
        await r.press("enter escape")
        assert r.tags() == [("DOC", "有进展")]
        (span,) = r.disk()["spans"].values()
        assert (span["origin"], span["maker"], span["score"]) == ("model", "import:m1", 0.5)
        assert ("有进展", "DOC") not in {(written, label) for written, label, _ in standing(r)}


def _is_reviewed(r: Running, written: str) -> bool:
    return r.reader.scene.text[slice(*(r.reader.caret.selection or (0, 0)))] == written


def _state(r: Running) -> str:
    (article,) = r.disk()["articles"].values()
    return str(article["state"])
