"""What scenarios are opened on, and what happens around them: to files, to locks, to the terminal."""

import errno
import json
import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.events import MouseScrollDown, Paste
from textual.geometry import Offset

from tests.app.conftest import Running
from tests.app.test_answering import SETTINGS
from tests.app.test_dialogs import send
from tests.app.test_repairing import BRIDGE
from tests.team.conftest import Tag, work
from tui.edit.changes import SetProgress
from tui.operations.init import make_project
from tui.store.files.locks import Lock
from tui.store.project import Project
from tui.store.template import Choices

ROWS = (
    {"id": 7, "title": "临溪县建会提速", "text": "临溪县总工会新建工会三十六家。\n\n职工说好。"},
    {"id": "a/b", "title": "广场舞大赛举行", "text": "四月五日，广场舞大赛在临溪举行。"},
    {"id": "终", "title": "图书馆延长开放", "text": "图书馆每晚开放到十点。"},
)
TABLE = '[[sources]]\npath = "corpus.jsonl"\nid = "id"\ntitle = "title"\n'
TOPIC = '[[article_labels]]\nid = "topic"\nkind = "enum"\nchoices = ["劳动", "法律"]\nkeys = ["l", "f"]\n'
GUIDELINES = {
    "ORG": "# 机构\n\n写到全称为止。\n\n- 简称也算\n- 泛称不算",
    "PERSON": "# 人名\n\n不带称谓。\n\n" + "名字写全。\n\n" * 30,
    "index": "# 总则\n\n**不确定**时加 `!`。",
}
COUNT = Tag("69家", "METRIC")
NAME = Tag("新建工会组织", "INDICATOR")
FOUND: dict[str, tuple[Tag, ...]] = {
    "ling": (
        Tag("王路曼", "PERSON"),
        Tag("2022年", "TIME"),
        COUNT._replace(said={"value": "69", "unit": "家"}),
        NAME,
        Tag("新发展工会会员", "INDICATOR"),
        Tag("近日", "TIME"),
    ),
    "wang": (
        Tag("王路曼", "PERSON"),
        Tag("2022年", "EVENT"),
        COUNT._replace(said={"value": "70", "unit": "个"}),
        Tag("新建工会", "INDICATOR"),
        NAME,
    ),
    "zhou": (
        Tag("王路曼", "PERSON"),
        Tag("2022年", "EVENT"),
        COUNT._replace(said={"value": "69", "unit": "个"}),
        NAME,
        Tag("两新组织", "ORG"),
    ),
}
"""What each of a team tags on the page p."""


def bridge(root: Path) -> None:
    """A third page, of two articles."""
    (root / "seeds" / "r.txt").write_text(BRIDGE, encoding="utf-8")


def table(root: Path) -> None:
    """The rows of a table, and no other pages."""
    for page in (root / "seeds").iterdir():
        page.unlink()
    (root / "piyue.toml").write_text(TABLE, encoding="utf-8")
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
    (root / "corpus.jsonl").write_text(rows, encoding="utf-8")


def example(root: Path) -> None:
    """The project of `piyue init`, whose page the tour goes through."""
    shutil.rmtree(root)
    make_project(root, Choices())
    (root / "piyue.toml").write_text('annotator = "ling"\n', encoding="utf-8")


def answers(root: Path) -> None:
    """Labels with fields, and labels of articles."""
    (root / "piyue.toml").write_text(SETTINGS, encoding="utf-8")


def guided(root: Path) -> None:
    """Guidelines for two labels and for all."""
    (root / "guidelines").mkdir()
    for name, text in GUIDELINES.items():
        (root / "guidelines" / f"{name}.md").write_text(text, encoding="utf-8")


def team(root: Path) -> None:
    """Three who have finished the first page and differ there in all ways; the second is done by two."""
    (root / "piyue.toml").write_text(TOPIC, encoding="utf-8")
    for name, tags in FOUND.items():
        links = [] if name == "zhou" else [(COUNT, NAME)]
        work(root, name, "p", tags, links)
        labelled(root, name, "法律" if name == "wang" else "劳动")
        if name != "zhou":
            work(root, name, "q", [Tag("昨晚", "TIME")] if name == "ling" else [])


def pair(root: Path) -> None:
    """Two who agree on the first page and have one difference on the second."""
    for name in ("ling", "wang"):
        work(root, name, "p", [Tag("王路曼", "PERSON")])
        work(root, name, "q", [Tag("昨晚", "TIME")] if name == "ling" else [])


def labelled(root: Path, name: str, topic: str) -> None:
    """Give the article of the page p a topic."""
    project = Project(root)
    document = project.document("p", name)
    (article,) = document.articles
    progress = document.progress_of(article.id).replaced(labels={"topic": (topic,)})
    project.save(SetProgress(article.id, progress).apply(document)[0])


PROJECTS: dict[str, Callable[[Path], None]] = {
    "bridge": bridge,
    "table": table,
    "example": example,
    "answers": answers,
    "guided": guided,
    "team": team,
    "pair": pair,
}
"""What there is beside the pages p and q."""


# What happens around the app


def lock(root: Path, annotator: str) -> None:
    """Somebody else, on another machine, takes the page p."""
    file = Lock(root / "annotations" / annotator / "p.json").path
    file.parent.mkdir(parents=True, exist_ok=True)
    holder = ("desk", 4711, "", "", "2026-03-02T08:30:00Z", "another")
    names = ("host", "process", "boot", "born", "since", "token")
    file.write_text(json.dumps(dict(zip(names, holder, strict=True))), encoding="utf-8")


def work_elsewhere(root: Path, said: str) -> None:
    """Another program tags a text of the page p for the annotator of the project."""
    label, text = said.split(":")
    work(root, "ling", "p", [Tag(text, label)], state="doing")


def rewrite(root: Path, said: str) -> None:
    """A text of a page is changed."""
    page, before, after = said.split(":")
    file = root / "seeds" / f"{page}.txt"
    file.write_text(file.read_text("utf-8").replace(before, after), encoding="utf-8")


def lose(root: Path, name: str) -> None:
    """A file of the project goes."""
    (root / name).unlink()


ON_DISK: dict[str, Callable[[Path, str], None]] = {
    "locked": lambda root, annotator: lock(root, annotator or "ling"),
    "elsewhere": work_elsewhere,
    "rewritten": rewrite,
    "lost": lose,
}
"""What can happen to the files of a project."""


def fill(disk: pytest.MonkeyPatch) -> None:
    """The disk is full."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    disk.setattr("os.fsync", refuse)


DISK: dict[str, Callable[[pytest.MonkeyPatch], None]] = {"full": fill, "room": pytest.MonkeyPatch.undo}
"""What can happen to the disk."""


async def resize(r: Running, size: str) -> None:
    width, height = map(int, size.split("x"))
    await r.pilot.resize_terminal(width, height)


def clicks(times: int, button: int = 1) -> Callable[[Running, str], Awaitable[None]]:
    """Return what clicks at a place so often."""

    async def click(r: Running, place: str) -> None:
        x, y = map(int, place.split(","))
        await r.pilot.click(offset=Offset(x, y), times=times, button=button)

    return click


async def scroll(r: Running, place: str) -> None:
    x, y = map(int, place.split(","))
    await r.pilot._post_mouse_events([MouseScrollDown], offset=Offset(x, y))


async def drag(r: Running, places: str) -> None:
    (x, y), (x2, y2) = (map(int, place.split(",")) for place in places.split("-"))
    await r.pilot.mouse_down(offset=Offset(x, y))
    await r.pilot.hover(offset=Offset(x2, y2))
    await r.pilot.mouse_up(offset=Offset(x2, y2))


async def type_characters(r: Running, text: str) -> None:
    await send(r, *text)


async def paste(r: Running, text: str) -> None:
    r.app.post_message(Paste(text))


HAPPENS: dict[str, Callable[[Running, str], Awaitable[None]]] = {
    "size": resize,
    "click": clicks(1),
    "doubleclick": clicks(2),
    "tripleclick": clicks(3),
    "rightclick": clicks(1, 3),
    "wheel": scroll,
    "drag": drag,
    "paste": paste,
    "typed": type_characters,
}
"""What can happen to the terminal."""
