"""Repairing a page's division by keys: what the screen shows, what is on disk, and how few keys it takes."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, Running

TITLES = ("“路灯何时能亮”", "“公交车别再甩站”", "“菜场的秤要准”", "“楼道里的自行车”", "“多谢那位好心人”")
LETTERS = """读者来信摘登

本报记者 白晓 整理

本栏目每周刊登读者来信。来信请写明姓名和住址，编辑部收到以后会逐一核实，再请有关部门答复。本周选登六封。

“路灯何时能亮”

柳湾小区南门前的小路上有六盏路灯，入冬以来一直没有亮过。这条小路是孩子们放学的必经之路，希望有人来管一管。

“公交车别再甩站”

这个月司机三次没有停车就开走了，站上的人只能再等二十分钟。这样的事情别的站上也有，请公交公司管一管，别让大家寒心。

“菜场的秤要准”

这里的排骨买了三斤，回家一称只有两斤六两，摊主说是秤不准。原来有一台公平秤，这台公平秤现在不知搬到哪里去了。

“楼道里的自行车”

这些旧自行车落满了灰，没有人骑，也没有人搬。建议贴个通知，限期认领，没人要的就处理掉，别让楼道变成仓库。

“多谢那位好心人”

他把捡到的钱包送到了派出所，里面的证件和八百元钱一样不少。他没有留下姓名，只说自己是附近工地上的工人。
"""
BRIDGE = """大桥昨日通车

本报讯（记者 张三）昨天，横跨青弋河的新大桥通车，一早就赶来的附近

市民在桥头合影，都说不虚此行。

居民再也不用绕路了。

夜市重新开张

本报讯（记者 李四）昨晚，停业三月的夜市重新开张，销售额增长6.8%0。
"""


@pytest.fixture
def letters(folder: Path) -> Path:
    (folder / "seeds" / "p.txt").write_text(LETTERS, encoding="utf-8")
    return folder


@pytest.fixture
def bridge(folder: Path) -> Path:
    (folder / "seeds" / "p.txt").write_text(BRIDGE, encoding="utf-8")
    return folder


def shared(folder: Path, page: str = "p") -> Any:
    return json.loads((folder / f"annotations/_project/{page}.json").read_text("utf-8"))


def begun(r: Running) -> list[str]:
    """The titles of the articles that the open page has, in order."""
    shown = r.app.workspace.shown
    assert shown is not None
    document = shown.opened.document
    return [
        document.page.text[slice(*block.segments[0])]
        for article in document.articles
        for block in article.blocks
        if block.role == "title"
    ]


async def test_five_missed_borders_of_a_page_of_letters_take_under_20_keys(
    running: Open, letters: Path
) -> None:
    async with running(letters) as r:
        assert begun(r) == ["读者来信摘登"], "the page is of the kind that the divider misses"
        to_heading = "right_curly_bracket right_curly_bracket"
        keys = f"right_curly_bracket {to_heading} ctrl+n enter" + f" {to_heading} enter" * 4
        assert len(keys.split()) < 20
        await r.press(keys)
        assert begun(r) == ["读者来信摘登", *TITLES]
        assert "article 6/6" in r.screen()
        pins = sorted(shared(letters)["borders"].values(), key=lambda pin: pin["at"])
        assert [pin["text"] for pin in pins] == list(TITLES)


async def test_five_missed_borders_take_under_20_keys_in_the_list_too(running: Open, letters: Path) -> None:
    async with running(letters) as r:
        keys = "D down down down h" + " down down h" * 4 + " enter"
        assert len(keys.split()) < 20
        await r.press(keys)
        assert begun(r) == ["读者来信摘登", *TITLES]


async def test_a_caption_in_the_middle_of_a_sentence_is_taken_out_by_one_key(
    running: Open, bridge: Path
) -> None:
    async with running(bridge) as r:
        await r.find("附近")
        await r.press("o")
        tags = r.tags()
        await r.find("桥头")
        assert "附近居民" not in r.reader.scene.text
        await r.press("ctrl+k")
        said = "“市民在桥头合影，都说不虚”: paragraph → caption, gap closed in “就赶来的附近|居民再也不用”"
        assert said in r.screen()
        assert not (bridge / "annotations/_project").exists(), "nothing is done yet"
        await r.press("enter")
        assert "附近居民再也不用绕路了。" in r.reader.scene.text
        assert "市民在桥头合影，都说不虚此行。" in r.reader.scene.text.split("\n")
        assert "gap closed" in r.screen()
        assert r.tags() == tags != []
        await r.press("u")
        assert "附近居民" not in r.reader.scene.text
        assert shared(bridge)["blocks"] == {}


@pytest.mark.parametrize(("key", "role"), [("ctrl+l", "title"), ("ctrl+r", "byline"), ("ctrl+d", None)])
@pytest.mark.parametrize("view", ["j", "z z j j"], ids=["text", "source"])
async def test_a_line_is_said_to_be_something_by_one_key_in_any_view(
    key: str, role: str | None, view: str, running: Open, bridge: Path
) -> None:
    async with running(bridge) as r:
        await r.press(f"{view} {key} {key}")
        pins = list(shared(bridge)["blocks"].values())
        assert [pin.get("role") for pin in pins] == [role]
        await r.press("u")
        assert shared(bridge)["blocks"] == {}


@pytest.mark.parametrize("join", ["ctrl+a", "shift+f2"])
async def test_an_article_is_begun_and_joined_from_the_source_lines(
    join: str, running: Open, letters: Path
) -> None:
    async with running(letters) as r:
        await r.press("z z")
        await r.find("路灯何时")
        await r.press("ctrl+n enter")
        assert begun(r) == ["读者来信摘登", TITLES[0]]
        assert "article 2/2" in r.screen()
        await r.press(join)
        assert "title → joined to “读者来信摘登”" in r.screen()
        assert "article 2/2" in r.screen()
        await r.press("enter")
        assert "article 1/1" in r.screen()


async def test_what_would_become_of_a_line_is_said_wherever_the_cursor_goes(
    running: Open, letters: Path
) -> None:
    async with running(letters) as r:
        await r.press("ctrl+n")
        assert "“读者来信摘登”: title → no change" in r.screen()
        await r.press("right_curly_bracket right_curly_bracket right_curly_bracket")
        assert f"“{TITLES[0]}”: heading → title, a new article, blocks: 10" in r.screen()
        await r.press("ctrl+d")
        assert f"“{TITLES[0]}”: heading → in no article" in r.screen()
        await r.press("escape enter")
        assert begun(r) == ["读者来信摘登"]
        assert not (letters / "annotations/_project").exists()


async def test_the_list_says_what_each_key_would_make_of_the_block(running: Open, bridge: Path) -> None:
    async with running(bridge, size=(120, 40)) as r:
        await r.press("D down down")
        shown = " ".join(r.screen().split())
        assert "This paragraph → h title, a new article, blocks: 2 · t title · c caption" in shown
        await r.press("down down")
        shown = " ".join(r.screen().split())
        assert "This title → c caption" in shown
        assert "a joined to “大桥昨日通车”" in shown


async def test_an_article_whose_first_line_is_taken_out_still_begins_there(
    running: Open, bridge: Path
) -> None:
    async with running(bridge) as r:
        await r.press("right_square_bracket ctrl+d enter")
        assert r.reader.scene.text.startswith("本报讯（记者 李四）")
        assert "article 2/2" in r.screen()


async def test_the_next_doubtful_place_is_on_the_page_then_on_the_next(running: Open, bridge: Path) -> None:
    (bridge / "seeds" / "q.txt").write_text(BRIDGE.replace("大桥", "长桥"), encoding="utf-8")
    async with running(bridge) as r:
        await r.press("ctrl+w")
        assert r.reader.scene.text[r.reader.caret.at :].startswith("6.8%0")
        await r.press("ctrl+w")
        assert r.app.workspace.shown is not None
        assert r.app.workspace.shown.opened.document.page.id == "q"
        await r.press("ctrl+w")
        assert "no more doubtful places" in r.screen()


async def test_enter_confirms_the_division_of_a_new_page_once(running: Open, bridge: Path) -> None:
    async with running(bridge) as r:
        await r.press("D")
        assert "confirmed" not in r.screen().split("Page p")[1].split("\n")[0]
        await r.press("enter")
        assert [pin["text"] for pin in shared(bridge)["borders"].values()] == ["大桥昨日通车", "夜市重新开张"]
        await r.press("D")
        assert "confirmed" in r.screen().split("Page p")[1].split("\n")[0]
        await r.press("enter u")
        assert shared(bridge)["borders"] == {}, "the second time nothing was done that undo takes back"


OCR = """工业产值公布

本报讯（记者 王一）全区工业产值增长6.8%0，利税增长6.8%0。

东区增长6.8%0，居各区之首。
"""


async def test_a_misread_place_says_what_it_should_read_and_so_do_the_others(
    running: Open, folder: Path
) -> None:
    (folder / "seeds" / "p.txt").write_text(OCR, encoding="utf-8")
    (folder / "seeds" / "q.txt").write_text(OCR.replace("工业", "农业"), encoding="utf-8")
    async with running(folder, size=(120, 30)) as r:
        await r.press("ctrl+w ctrl+u")
        assert "“6.8%0” should read" in r.screen()
        await r.press("千 分 之 6 full_stop 8 enter")
        assert "should read “千分之6.8” here too" in r.screen()
        await r.press("enter")
        assert r.reader.scene.text.count("6.8%0") == 3, "the source stays as it is"
        assert "→千分之6.8" in r.screen()
        pins = shared(folder)["reads"].values()
        assert [(pin["text"], pin["reads"]) for pin in pins] == [("6.8%0", "千分之6.8")] * 3
        await r.press("slash 千 分 之 6 full_stop 8 enter")
        start, end = r.reader.caret.selection or (0, 0)
        assert r.reader.scene.text[start:end] == "6.8%0"
        await r.press("escape u u")
        assert shared(folder)["reads"] == {}
        assert "→千" not in r.screen().split("step")[0].split("undid")[0]


async def test_the_same_reading_said_again_is_spread_everywhere(running: Open, folder: Path) -> None:
    (folder / "seeds" / "p.txt").write_text(OCR[: OCR.index("，利税")], encoding="utf-8")
    (folder / "seeds" / "q.txt").write_text(OCR.replace("工业", "农业"), encoding="utf-8")
    async with running(folder, size=(120, 30)) as r:
        await r.press("ctrl+w ctrl+u 千 分 之 6 full_stop 8 enter ctrl+u enter")
        assert "everywhere" in r.screen()
        await r.press("enter")
        assert len(shared(folder, "q")["reads"]) == 3


DOUBTFUL = """副刊

写给秋天的信

秋天来的时候，院子里的柿子红了。母亲站在树下，用长竹竿一个一个地打下来，装进竹篮，分给左邻右舍。

我在远方，只能从照片里看见那些柿子，圆圆的，像一盏盏小灯笼。

母亲的灯

我小时候，母亲总在灯下做针线，一直做到半夜。她说灯光省着用，能多做两双鞋。

后来我离开了家，那盏灯还在，只是母亲的眼睛花了。

河边旧事

河边有一条石阶，每天清早都有人洗衣裳，棒槌声一直传到对岸。

现在的人用洗衣机，石阶长满了青苔，只有几个老人还坐在那里晒太阳。

老街的钟

老街口有一座钟楼，钟每到整点敲一次，镇上的人都按着它过日子。

钟坏了三年，没有人修，年轻人看手机，并不觉得少了什么。

麦田

麦子黄了，父亲天不亮就下地，我跟在后面捡麦穗，一捡就是一上午。

收割机开进村子的那一年，父亲在田埂上站了很久，一句话也没有说。

雨后

雨后的山路很滑，我们一步一步往上走，到了半山腰，云在脚下散开。

山顶的小庙里只有一个看门的人，他给我们烧了一壶水，水里有松针的味道。
"""


async def test_the_sidebar_marks_an_article_whose_beginning_is_doubtful_until_it_is_confirmed(
    running: Open, folder: Path
) -> None:
    (folder / "seeds" / "p.txt").write_text(DOUBTFUL, encoding="utf-8")
    async with running(folder, size=(120, 30)) as r:
        doubtful = [row.title for row in r.app.workspace.articles.rows() if row.doubtful]
        assert doubtful
        assert all(f"?{title}" in r.screen() for title in doubtful)
        await r.press("D enter")
        assert not any(f"?{title}" in r.screen() for title in doubtful)
