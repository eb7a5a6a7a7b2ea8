"""A metric that is tagged by hand is read where it stands: the unit above it, the rise before it."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, Running

PAGE = """临溪县上半年工业情况

本报讯 上半年，全县产值（万元）：1234，同比增长5.6%，去年同期产值为5.6%以下。增速为5.6%。
"""


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    project = tmp_path / "figures"
    (project / "seeds").mkdir(parents=True)
    (project / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    return project


def metrics(r: Running) -> list[tuple[str, str, str, str]]:
    """Return text, value, unit and direction of the metrics on disk, in the order of the text."""
    spans = sorted(r.disk()["spans"].values(), key=lambda span: span["segments"])
    said = [(span["text"], span["attributes"]) for span in spans if span["label"] == "METRIC"]
    return [(text, a["value"], a["unit"], a["direction"]) for text, a in said]


async def test_a_unit_in_brackets_before_a_number_is_its_unit(running: Open, figures: Path) -> None:
    async with running(figures, size=(120, 30)) as r:
        await r.find("1234")
        await r.press("m")
        assert metrics(r) == [("1234", "12340000", "元", "none")]
        assert "12340000 元" in r.screen()


async def test_a_rise_before_a_number_is_its_direction(running: Open, figures: Path) -> None:
    async with running(figures) as r:
        await r.find("5.6")
        await r.press("m")
        assert metrics(r) == [("5.6%", "5.6", "%", "up")]


async def test_the_same_number_elsewhere_is_read_there(running: Open, figures: Path) -> None:
    async with running(figures) as r:
        await r.find("5.6")
        await r.press("m A enter")
        assert [one[3] for one in metrics(r)] == ["up", "none", "none"]


async def test_a_value_corrected_by_hand_holds_for_the_same_number_elsewhere(
    running: Open, figures: Path
) -> None:
    async with running(figures) as r:
        await r.find("5.6")
        await r.press("m enter end backspace 7 enter A enter")
        assert [one[1] for one in metrics(r)] == ["5.7", "5.7", "5.7"]
