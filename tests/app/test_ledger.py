"""The ledger on the screen: filtered, sorted, grouped, gone through to the text; names declared the same."""

import json
import re
import shutil
import sys
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from tests.app.conftest import Open, Running
from tests.measure.tagged import tagged_project
from tui.app.dialogs.ledger_view import preview
from tui.app.widgets.sparkline import sparkline
from tui.measure.ledger import Row
from tui.measure.ledger_groups import GroupSummary, said_sum, summary_of

WIDE = (120, 40)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tagged_project(tmp_path_factory.mktemp("tagged")).root


@pytest.fixture
def tagged(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "project")
    return tmp_path / "project"


async def filtered(r: Running, *words: str) -> list[str]:
    await r.press("dollar_sign slash")
    for number, word in enumerate(words):
        await r.pilot.press(*(["space"] if number else []), *word)
    await r.press("enter")
    return lines(r)


def lines(r: Running) -> list[str]:
    """The rows on the screen, between the filter and the sentence."""
    return [line for line in r.screen().splitlines() if any(unit in line for unit in (" 家", " 人", " 场"))]


async def test_the_ledger_answers_how_many_and_marks_what_is_said_twice(running: Open, tagged: Path) -> None:
    async with running(tagged, size=WIDE) as r:
        found = await filtered(r, "新发展工会会员", "顺义区总工会")
        assert len(found) == 4
        assert sum(" = " in line for line in found) == 2
        assert "8447 人" in found[0]
        assert "Ledger  4/100" in r.screen()


LONG = (
    "记者近日从顺义区总工会获悉，2022年该区总工会多项举措精准推动“两新”组织工会组建工作，截至目前，顺义区“两新”组织"
    "中，新建工会组织69家，其中百人以上单位14家；新发展工会会员8447人，较往年相比均有较大提升。"
)


def row_of(text: str, interval: str = "", sentence: str = LONG, title: str | None = "建会有进展") -> Row:
    given = {"text": text, "interval": interval, "sentence": sentence, "title": title}
    values = {name: given.get(name, "") for name in Row._fields if name not in Row._field_defaults}
    return Row(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["69家", "14家", "8447人"])
@pytest.mark.parametrize("interval", ["", "2022-01-01/2022-12-31"])
def test_below_the_ledger_the_metric_is_in_sight_and_no_number_is_broken(text: str, interval: str) -> None:
    for cells in range(24, 160):
        shown = preview(row_of(text, interval), cells, 3)
        assert len(shown) <= 3
        assert max(map(cell_len, shown)) <= cells + 1  # a mark may hang over
        assert text in "".join(shown), cells
        for number in ("2022", "8447"):
            assert "".join(shown).count(number) == sum(line.count(number) for line in shown)
        assert shown[0].startswith("建会有进展：")
        assert (shown[-1] == interval) == bool(interval)
        if "…" not in shown[0]:
            assert "".join(shown).startswith(f"建会有进展：{LONG[:10]}")


async def test_a_long_sentence_shows_the_metric_of_the_row(running: Open, folder: Path) -> None:
    before = "连日来，各街道、各乡镇分头走访，" * 3
    (folder / "seeds" / "p.txt").write_text(
        f"建会有进展\n\n本报讯（记者 张三）{before}{LONG}\n", encoding="utf-8"
    )
    async with running(folder, size=(80, 24)) as r:
        await r.press("slash 8 4 4 7 enter m dollar_sign")
        rows = r.screen().splitlines()
        assert any("建会有进展：…" in row for row in rows)
        assert any("新发展工会会员8447人" in row for row in rows)
        await r.pilot.resize_terminal(200, 40)
        await r.rest()
        assert "建会有进展：连日来" in r.screen()


async def test_the_ledger_has_the_keys_that_the_settings_give_it(running: Open, tagged: Path) -> None:
    (tagged / "piyue.toml").write_text('[keys]\nledger_group = "f"\nledger_close = "z"\n', encoding="utf-8")
    async with running(tagged, size=WIDE) as r:
        await filtered(r, "新建工会组织", "qfz")
        await r.press("slash backspace backspace backspace backspace enter g")
        assert "grouped by" not in r.screen()
        assert "f groups" in r.screen()
        await r.press("f")
        assert "grouped by indicator" in r.screen()
        await r.press("z")
        assert "Ledger" not in r.screen()


async def test_rows_are_sorted_and_grouped_by_key(running: Open, tagged: Path) -> None:
    async with running(tagged, size=WIDE) as r:
        await filtered(r, "新建工会组织")
        await r.press("o o o o")
        assert "sorted by value" in r.screen()
        values = [int(line.split(" 家")[0].split()[-1]) for line in lines(r) if " 家" in line]
        assert values == sorted(values)
        await r.press("g g")
        assert "grouped by subject" in r.screen()
        shown = r.screen()
        assert shown.index("密云区总工会") < shown.index("顺义区总工会")


async def test_enter_goes_to_the_place_of_a_row(running: Open, tagged: Path) -> None:
    async with running(tagged, size=WIDE) as r:
        await filtered(r, "14708")
        assert "14708人" in r.screen()
        await r.press("enter")
        span = r.app.workspace.span(r.reader.span)
        assert span is not None
        assert (span.text, r.app.workspace.shown.opened.article.page[:3]) == ("14708人", "004")  # type: ignore[union-attr]


async def test_esc_gives_the_filter_up_and_then_leaves(running: Open, tagged: Path) -> None:
    async with running(tagged, size=WIDE) as r:
        await filtered(r, "14708")
        await r.press("escape")
        assert "100/100" in r.screen()
        await r.press("escape")
        assert "Ledger" not in r.screen()


async def test_two_names_are_declared_the_same_and_that_is_undone(running: Open, tagged: Path) -> None:
    def aliases() -> list[tuple[str, str, str]]:
        rows = json.loads((tagged / "annotations" / "_project.json").read_text("utf-8"))["aliases"].values()
        return [(row["kind"], row["written"], row["name"]) for row in rows]

    async with running(tagged, size=WIDE) as r:
        await filtered(r, "密云", "新建工会组织")
        await r.press("s")
        assert "“密云区总工会” is the same as" in r.screen()
        await r.pilot.press(*"syq")
        await r.press("enter")
        assert ("subject", "密云区总工会", "顺义区总工会") in aliases()
        assert "密云区总工会 = 顺义区总工会" in r.screen()
        await r.press("s")
        await r.pilot.press(*"密云")
        await r.press("enter")
        assert ("subject", "密云区总工会", "密云区总工会") in aliases()
        assert "密云区总工会" in lines(r)[0]


async def test_a_contradiction_is_marked_and_counted(running: Open, tagged: Path) -> None:
    file = next((tagged / "annotations" / "ling").glob("002*.json"))
    text = file.read_text("utf-8")
    assert text.count('"value": "6566"') == 2
    file.write_text(text.replace('"value": "6566"', '"value": "6567"', 1), "utf-8")
    async with running(tagged, size=WIDE) as r:
        found = await filtered(r, "新发展工会会员", "顺义区总工会")
        assert sum(" ≠ " in line for line in found) == 2
        assert "contradictions: 2" in r.screen()


async def test_an_indicator_is_drawn_and_written(
    running: Open, tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tagged)
    async with running(tagged, size=WIDE) as r:
        await filtered(r, "14708")
        await r.press("w enter")
        assert "plot saved: ledger.svg" in r.screen()
        root = ElementTree.fromstring((tagged / "ledger.svg").read_bytes())
        circles = root.findall(".//{http://www.w3.org/2000/svg}circle")
        assert len(circles) == 3
        assert "14708" in "".join(root.itertext())
        await r.press("p")
        assert "1 顺义区总工会" in r.screen()
        assert "2022-12-31" in r.screen()
        await r.press("escape")
        monkeypatch.setitem(sys.modules, "textual_plotext", None)
        await r.press("p")
        assert "piyue[plot]" in r.screen()


async def test_the_ledger_has_headings_and_sorts_both_ways(running: Open, tagged: Path) -> None:
    async with running(tagged, size=WIDE) as r:
        await filtered(r, "新发展工会会员")
        assert re.search(r"indicator +subject +period", r.screen())
        await r.press("o o o o")
        assert "value ^" in r.screen()
        upwards = lines(r)
        await r.press("O")
        assert "value v" in r.screen()
        assert lines(r)[0] != upwards[0]
        await r.pilot.click("#heads", offset=(6, 0))
        assert "indicator ^" in r.screen()


async def test_a_group_says_how_many_there_are_and_their_sum(running: Open, tagged: Path) -> None:
    async with running(tagged, size=WIDE) as r:
        await filtered(r, "新发展工会会员")
        await r.press("g")
        head = next(line for line in r.screen().splitlines() if "Σ" in line)
        assert re.search(r"新发展工会会员.* \d+ .*Σ \d+ 人", head)


def row(value: str, unit: str, interval: str, id_: str, **fields: object) -> Row:
    blank = dict.fromkeys(Row._fields, "")
    blank |= {"segments": (), "same": (), "conflicts": (), "kind": "level", "page": "p"}  # type: ignore[dict-item]
    blank |= {"value": value, "unit": unit, "interval": interval, "id": id_, **fields}  # type: ignore[dict-item]
    return Row(**blank)  # type: ignore[arg-type]


def test_a_fact_that_is_said_twice_is_added_once_and_ratios_are_not_added() -> None:
    rows = [
        row("3", "人", "2021-01-01/2021-12-31", "a", same=(("p", "b"),)),
        row("3", "人", "2021-01-01/2021-12-31", "b", same=(("p", "a"),)),
        row("5/2", "人", "2020-01-01/2020-12-31", "c"),
        row("7", "%", "", "d"),
        row("", "人", "", "e"),
    ]
    assert summary_of(rows) == GroupSummary(5, (("人", Fraction(11, 2)),), (2.5, 3.0, 3.0))
    assert said_sum(Fraction(11, 2)) == "Σ 5.5"


def test_a_line_of_values_has_a_bar_a_value() -> None:
    assert sparkline([1, 2, 8], 10) == "▁▂█"
    assert sparkline([5, 5], 10) == "▁▁"
    assert sparkline([1], 10) == ""
    assert sparkline(list(range(20)), 4) == "▁▃▆█"
