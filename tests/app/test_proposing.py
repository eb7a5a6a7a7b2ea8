"""Proposals gone through by key, the page's date, and what tags are read as."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, Running


@pytest.fixture(autouse=True)
def all_doubtful(folder: Path) -> None:
    """Nothing is sure: all that is proposed is gone through one by one."""
    (folder / "piyue.toml").write_text("[suggest]\nsure = 1.0\n", "utf-8")


def shared(r: Running) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((r.folder / "annotations" / "_project" / "p.json").read_text("utf-8"))
    return found


def selected(r: Running) -> str:
    return r.reader.scene.text[slice(*(r.reader.caret.selection or (0, 0)))]


async def test_proposals_come_one_after_the_other_with_their_values(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E")
        assert selected(r) == "8447人"
        assert "1/6 METRIC 8447人 = 8447 人" in r.screen()
        await r.press("enter")
        assert r.tags() == [("METRIC", "8447人")]
        (span,) = r.disk()["spans"].values()
        assert (span["origin"], span["score"], span["attributes"]["value"]) == ("rule", 0.95, "8447")
        assert "1/5 TIME 近日 = ? vague" in r.screen()
        await r.press("n")
        assert selected(r) == "2022年"
        assert "2/5 TIME 2022年 = 2022" in r.screen()


async def test_a_refused_proposal_is_not_made_again(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E x escape")
        assert [pin["text"] for pin in shared(r)["refused"].values()] == ["8447人"]
        await r.press("g E")
        assert selected(r) == "近日"
        await r.press("escape")
    async with running(folder, size=(120, 30)) as r:
        await r.press("g E")
        assert selected(r) == "近日"
        assert r.tags() == []


async def test_a_refusal_is_taken_back_like_any_step(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E x u")
        assert shared(r)["refused"] == {}
        assert selected(r) == "8447人"


async def test_a_skipped_proposal_stays_open_and_comes_round_again(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E n n")
        assert selected(r) == "2022年"
        await r.press("N N N")
        assert selected(r) == "超过1.2万人"
        await r.press("n")
        assert selected(r) == "8447人"


async def test_corrected_borders_are_taken_and_read_anew(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E less_than_sign")
        assert "8447 = 8447" in r.screen()
        await r.press("enter")
        assert r.tags() == [("METRIC", "8447")]
        (span,) = r.disk()["spans"].values()
        assert (span["origin"], span["attributes"]["unit"]) == ("rule", "")


async def test_fields_are_corrected_before_a_proposal_is_taken(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 40)) as r:
        await r.press("E E")
        await r.press("end backspace backspace backspace backspace 9 enter")
        (span,) = r.disk()["spans"].values()
        assert (span["attributes"]["value"], span["origin"]) == ("9", "rule")
        assert selected(r) == "近日"
        await r.press("escape u")
        assert r.tags() == []


async def test_another_label_tags_the_proposal_by_hand_and_goes_on(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E e")
        assert r.tags() == [("EVENT", "8447人")]
        assert selected(r) == "近日"


async def test_at_the_end_it_is_said_what_was_decided(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E enter x n enter enter enter")
        assert "accepted: 4, rejected: 1, open: 1" in r.screen()
        await r.press("g E enter E")
        assert "no open proposals" in r.screen()


async def test_moving_away_leaves_the_proposals(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("E right")
        assert "1/6" not in r.screen()
        await r.press("o")
        assert [label for label, _ in r.tags()] == ["ORG"]


async def test_a_project_without_the_label_is_not_proposed_it(running: Open, folder: Path) -> None:
    label = '[[labels]]\nid = "METRIC"\nkey = "m"\ncolor = "#e2685d"\nen = "Metric"\nzh = "指标"\n'
    (folder / "piyue.toml").write_text(f"standard_labels = false\n[suggest]\nsure = 1.0\n{label}", "utf-8")
    async with running(folder, size=(120, 30)) as r:
        await r.press("E enter")
        assert selected(r) == "69家"


async def test_a_metric_says_what_it_is_read_as_at_once(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await r.find("获悉")
        await r.press("m")
        assert "METRIC 获悉: not read as a quantity" in r.screen()
        await r.find("69")
        await r.press("m")
        assert "tagged METRIC 69家 = 69 家" in r.screen()
        assert r.tags() == [("METRIC", "获悉"), ("METRIC", "69家")]


@pytest.mark.parametrize(("typed", "said"), [("2023", "2023-H1"), ("", "? page date")])
async def test_a_time_is_resolved_against_the_page_date(
    running: Open, folder: Path, typed: str, said: str
) -> None:
    (folder / "seeds" / "p.txt").write_text("工会动态\n\n今年上半年，新建工会组织69家。\n", "utf-8")
    async with running(folder, size=(140, 30)) as r:
        await r.press("H")
        await r.press(" ".join(typed) + " enter" if typed else "enter")
        await r.press("E enter escape N")
        assert said in r.screen()
        if typed:
            assert shared(r)["meta"]["1"]["date"] == "2023"


async def test_a_date_that_is_none_is_refused_in_words(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("H 1 3 enter")
        assert "13: not a date" in r.screen()
        assert not (folder / "annotations" / "_project").exists()


async def test_an_interval_is_said_by_hand_and_comes_first(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 40)) as r:
        await r.find("2022")
        await r.press("space i enter")
        assert "from/to" in r.screen()
        await r.press("x enter")
        assert "is not two days" in r.screen()
        await r.press("backspace")
        await r.pilot.press(*"2022-01-01")
        await r.pilot.press("slash")
        await r.pilot.press(*"2022-11-30")
        await r.press("enter")
        (span,) = r.disk()["spans"].values()
        assert span["attributes"] == {"interval": "2022-01-01/2022-11-30"}
        assert "2022-01/2022-11" in r.screen()
