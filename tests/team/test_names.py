"""In Chinese, people read the names of labels, relations and fields; ids are for `--json`."""

import re
from pathlib import Path

import pytest

from tests.app.conftest import Open
from tests.team.conftest import COUNT, INDICATOR, ORG, TIME, Run, Tag, work
from tui.app.work_screen.modes.adjudicating import Adjudicating
from tui.app.workspace.adjudication import AdjudicationSources
from tui.model import DEFAULT_SCHEMA

KNOWN = [label.id for label in DEFAULT_SCHEMA.labels.labels] + [one.id for one in DEFAULT_SCHEMA.relations]
IDS = re.compile(rf"(?<![\w-])(?:{'|'.join(KNOWN)})\b")


@pytest.fixture
def differing(root: Path) -> Path:
    """Ling and wang differ in borders, labels, values and relations of the first page."""
    plan = Tag("临溪县总工会今年新建", "EVENT")
    count = COUNT._replace(said={"value": "36.0", "unit": "个", "comparator": "ge"})
    work(root, "ling", "first", [ORG, COUNT, INDICATOR, TIME], [(COUNT, INDICATOR)])
    work(root, "wang", "first", [Tag("临溪县总工会", "LOC"), count, INDICATOR, plan], [(count, plan)])
    return root


@pytest.mark.parametrize(
    "command",
    [
        ("agree", "--annotator", "ling", "--annotator", "wang", "--places"),
        ("agree", "--annotator", "ling", "--annotator", "wang"),
        ("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed"),
        ("stats", "--annotator", "all"),
        ("suggest", "--all"),
        ("check",),
    ],
    ids=lambda command: " ".join(command),
)
def test_a_command_names_labels_in_its_language(command: tuple[str, ...], run: Run, differing: Path) -> None:
    status, said, _ = run("--lang", "zh", *command)
    assert (status, bool(said)) == (0, True)
    assert not IDS.search(said), IDS.findall(said)
    assert IDS.search(run("--lang", "en", *command)[1])
    if command != ("check",):  # what it says of a tag is a sentence in JSON, too
        assert IDS.search(run("--lang", "zh", *command, "--json")[1])


def test_a_difference_says_fields_and_their_values_by_name(run: Run, differing: Path) -> None:
    _, said, _ = run("--lang", "zh", "agree", "--annotator", "ling", "--annotator", "wang", "--kind", "value")
    differ = "ling: 指标 “36家” (单位=家 比较方式=-)  wang: 指标 “36家” (单位=个 比较方式=不少于)"
    assert differ in said


def test_a_report_names_labels_in_its_language(run: Run, differing: Path) -> None:
    run("--lang", "zh", "report", "-o", str(differing / "report.html"))
    said = (differing / "report.html").read_text("utf-8")
    assert "<td>机构</td>" in said
    assert not IDS.search(said)


@pytest.mark.usefixtures("shared_segmenter")
async def test_a_lead_reads_names_on_the_screen(running: Open, differing: Path) -> None:
    async with running(differing, size=(150, 34), language="zh") as r:
        r.app.workspace.sources = AdjudicationSources(r.app.project, ("ling", "wang"))
        seen = ""
        await r.press("ctrl+e")
        assert isinstance(r.app.controller.mode, Adjudicating)
        for _ in range(4):
            seen += r.screen()
            await r.press("n")
        await r.press("F")
        seen += r.screen()
        assert "地点 “临溪县总工会”" in seen
        assert "指标名称 →" in seen
        assert not IDS.search(seen)


@pytest.mark.usefixtures("shared_segmenter")
async def test_a_tagger_reads_names_on_the_screen(running: Open, root: Path) -> None:
    work(root, "ling", "first", [ORG, COUNT, INDICATOR])
    async with running(root, size=(150, 34), language="zh") as r:
        await r.press("space o")
        assert "“临溪县总工会”已标为 机构" in r.screen()
        await r.press("slash l a b e l colon O R G")
        seen = r.screen().replace("label:ORG", "")
        assert "机构" in seen
        assert not IDS.search(seen)


@pytest.mark.usefixtures("shared_segmenter")
async def test_a_relation_that_is_settled_is_told_by_its_ends(running: Open, root: Path) -> None:
    for name, links in (("ling", [(COUNT, INDICATOR)]), ("wang", [])):
        work(root, name, "first", [COUNT, INDICATOR], links)
    async with running(root, size=(150, 34), language="zh") as r:
        r.app.workspace.sources = AdjudicationSources(r.app.project, ("ling", "wang"))
        await r.press("ctrl+e x")
        assert "未采纳：指标名称 36家 -> 新建工会" in r.screen()
        await r.press("u 1")
        assert "已裁定：指标名称 36家 -> 新建工会" in r.screen()
