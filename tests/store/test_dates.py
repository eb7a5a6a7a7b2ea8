"""The date of a page, from its name, its table and its lines."""

from pathlib import Path

import pytest

from tui.store.dates import base_for
from tui.store.project import Project


def dated(root: Path, name: str, text: str, settings: str = "") -> str:
    (root / "seeds").mkdir()
    (root / "annotations").mkdir()
    (root / "seeds" / name).write_text(text, encoding="utf-8")
    if settings:
        (root / "piyue.toml").write_text(settings, encoding="utf-8")
    project = Project.find(root)
    page = next(iter(project.page_ids()))
    return str(base_for(project, project.document(page)) or "")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("县医院新楼开诊\n\n《东屏日报》（2023年05月12日 02版）\n\n县医院新门诊楼今日开诊。\n", "2023-05-12"),
        ("- 东屏在线\n- 2023年05月12日\n县医院新楼开诊\n", "2023-05-12"),
        ("县医院新楼开诊\n" + "门诊楼开诊。\n" * 20 + "（2023年05月12日 02版）\n", "2023-05-12"),
        ("（2023年05月12日 02版）\n\n" + "门诊楼开诊。\n" * 20 + "（2023年05月11日 02版）\n", "2023-05-12"),
        (
            "县医院新楼开诊\n" + "门诊楼开诊。\n" * 20 + "（2023年05月12日 02版）\n（2023年05月13日 02版）\n",
            "",
        ),
        ("县医院2023年5月12日开诊。\n", ""),
    ],
)
def test_a_page_is_dated_by_its_lines(tmp_path: Path, text: str, date: str) -> None:
    assert dated(tmp_path, "p.txt", text) == date


def test_its_name_comes_before_its_lines(tmp_path: Path) -> None:
    assert dated(tmp_path, "dongping-20230512-02.txt", "2023年05月11日\n开诊\n") == "2023-05-12"


@pytest.mark.parametrize(
    "source", ["东屏日报 2023年05月12日 02版", "《东屏日报》（2023年05月12日 02版）", "2023-05-12 东屏日报"]
)
def test_a_table_s_source_may_date_it(tmp_path: Path, source: str) -> None:
    settings = '[[sources]]\npath = "seeds/p.csv"\ntext = "text"\nid = "id"\nsource = "source"\n'
    assert dated(tmp_path, "p.csv", f"id,text,source\na,县医院开诊。,{source}\n", settings) == "2023-05-12"
