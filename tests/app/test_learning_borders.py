"""Ten pages of a source confirmed by keys: the next page is divided as these were."""

import json
from pathlib import Path
from shutil import rmtree

import pytest

from tests.app.conftest import Open, Running
from tui.store.project import Project
from tui.text.learning import ENOUGH

PIECES = (
    (
        "路灯何时能亮",
        "柳湾小区南门前的小路上有六盏路灯，入冬以来一直没有亮过。这条小路是孩子们放学的必经之路，希望有人来管一管。",
    ),
    (
        "公交车别再甩站",
        "这个月司机三次没有停车就开走了，站上的人只能再等二十分钟。这样的事情别的站上也有，请公交公司管一管，别让大家寒心。",
    ),
    (
        "菜场的秤要准",
        "这里的排骨买了三斤，回家一称只有两斤六两，摊主说是秤不准。原来有一台公平秤，这台公平秤现在不知搬到哪里去了。",
    ),
    (
        "楼道里的自行车",
        "这些旧自行车落满了灰，没有人骑，也没有人搬。建议贴个通知，限期认领，没人要的就处理掉，别让楼道变成仓库。",
    ),
    (
        "多谢那位好心人",
        "他把捡到的钱包送到了派出所，里面的证件和八百元钱一样不少。他没有留下姓名，只说自己是附近工地上的工人。",
    ),
    (
        "井盖松动多日",
        "东街口的井盖一踩就响，夜里骑车经过十分危险。上周已有老人在那里扭伤了脚，请市政部门尽快来人修好。",
    ),
    (
        "图书馆请早开门",
        "每逢周末，许多学生天不亮就在门外排队占座。能不能把开门时间提前一小时，再添几排桌椅，让大家有地方看书。",
    ),
    (
        "河岸垃圾没人扫",
        "青弋河西岸的步道两旁堆着塑料袋和饭盒，风一吹就落进水里。沿岸的清扫车一个月才来一趟，实在太少了。",
    ),
)
FIRST = "本栏目每周刊登读者来信。来信请写明姓名和住址，编辑部收到以后会逐一核实，再请有关部门答复。"


def page(number: int) -> str:
    """A page of letters below one line that says who put them together; each is named by what it says."""
    chosen = [PIECES[(number + 3 * step) % len(PIECES)] for step in range(3)]
    letters = "\n\n".join(f"“{title}”\n\n{text}" for title, text in chosen)
    return f"读者来信第{number}期\n\n本报记者 白晓 整理\n\n{FIRST}\n\n{letters}\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    for number in range(1, ENOUGH + 3):
        (folder / "seeds" / f"p{number}.txt").write_text(page(number), encoding="utf-8")
    return folder


def articles(r: Running, number: int) -> int:
    return len(r.app.workspace.documents.articles(f"p{number}"))


async def confirm(r: Running, count: int) -> None:
    """Begin an article with each letter of the next pages, and confirm each page."""
    for _ in range(count):
        await r.press("right_square_bracket D home down down down h down down h down down h enter")


def votes(folder: Path, number: int) -> object:
    """The votes that a page was divided with, as its file says."""
    path = folder / f"annotations/_project/p{number}.json"
    return json.loads(path.read_text("utf-8"))["meta"]["1"].get("votes") if path.exists() else None


@pytest.mark.slow
async def test_after_ten_confirmed_pages_the_others_are_divided_as_they_were(
    running: Open, letters: Path, private_home: Path
) -> None:
    last = ENOUGH + 2
    async with running(letters, size=(120, 40)) as r:
        await confirm(r, ENOUGH - 1)
        assert articles(r, last) == 1
        await confirm(r, 1)
        assert "seeds: borders learned from 10 confirmed pages: 30 of 30 lines right, 13 before" in r.screen()
        assert articles(r, last) == 4
        await r.press("right_square_bracket")
        assert "article 1/4" in r.screen()
        await r.press("o D")
        assert "divided by borders learned from its source" in r.screen()
        assert votes(letters, last), "a page that work begins on keeps the votes that it was divided with"
        assert votes(letters, 3) is None, "and one that work had begun on stays as it was"
    rmtree(private_home / "cache")
    project = Project.find(letters)
    assert len(project.document(f"p{last}").articles) == 4
    assert len(project.document("p1").articles) == 1, "what was learned lies in the cache"
    async with running(letters, size=(120, 40)) as r:
        assert articles(r, 1) == 4, "and is learned again where the cache is gone"
