"""What `check` asks about the pages themselves: numbers, quotation marks, characters that look alike."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.operations.check_pages import doubts_of_pages
from tui.store.project import Project

PAGE = """老桥大修

本报讯（记者 沈一鸣）县总工合主席说：“老桥要修好。年发电4.85亿干瓦时，增长6.8%0。

县里开了委贝会议。
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    return Project.find(tmp_path)


def found(project: Project) -> list[tuple[str, str]]:
    findings = list(doubts_of_pages(project))
    assert {finding.severity for finding in findings} <= {"question"}
    text = project.page("p").text
    assert all(text[f.start : f.end] == f.text for f in findings if f.page == "p")
    return [(finding.kind, finding.text) for finding in findings]


def test_all_kinds_of_doubtful_readings_are_listed_with_their_places(project: Project) -> None:
    assert found(project) == [
        ("quote without partner", "“"),
        ("doubtful reading", "4.85亿干"),
        ("doubtful reading", "6.8%0"),
        ("look-alike character", "工合主"),
        ("look-alike character", "亿干瓦"),
        ("look-alike character", "委贝会"),
    ]


@pytest.mark.slow
def test_the_words_of_a_project_are_words(project: Project) -> None:
    (project.root / "dictionary.txt").write_text("委贝会 9999\n", encoding="utf-8")
    assert ("look-alike character", "委贝会") not in found(project)


@pytest.mark.slow
def test_the_sample_pages_have_none() -> None:
    assert list(doubts_of_pages(Project(ROOT))) == []
