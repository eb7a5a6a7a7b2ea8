"""What is shared of a page and of a project lies in TinyDB files and comes back."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from tui.errors import StoreError
from tui.measure.aliases import Alias, Aliases
from tui.store.aliases import AliasFile, load_aliases
from tui.store.project import Project
from tui.store.shared import Shared, SharedFile, base_for, load_shared
from tui.suggest import Refusal

SHARED = Shared("2023-07", (Refusal("METRIC", ((3, 5), (6, 7)), "36家", "an example"),))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("工会动态\n三月新建工会组织36\n家。\n", encoding="utf-8")
    (tmp_path / "seeds" / "b_20200102.txt").write_text("工会动态\n", encoding="utf-8")
    (tmp_path / "piyue.toml").write_text('[dates]\n"a" = "2021"\n"b" = "2022"\n', encoding="utf-8")
    return Project(tmp_path)


def test_a_page_nobody_said_anything_of_has_no_file(project: Project) -> None:
    assert load_shared(project, project.page("a")) == Shared()
    assert not (project.root / "annotations").exists()


def test_what_is_saved_comes_back_and_tinydb_reads_it(project: Project) -> None:
    file = SharedFile(project, project.page("a"))
    file.load()
    file.save(SHARED)
    assert load_shared(project, project.page("a")) == SHARED
    with TinyDB(file.path) as plain:
        assert plain.table("refused").all()[0]["text"] == "36家"


def test_tables_of_others_are_written_back(project: Project) -> None:
    file = SharedFile(project, project.page("a"))
    file.path.parent.mkdir(parents=True)
    with TinyDB(file.path) as plain:
        plain.table("borders").insert({"start": 7})
    file.load()
    file.save(SHARED)
    with TinyDB(file.path) as plain:
        assert plain.table("borders").all() == [{"start": 7}]


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(project: Project) -> None:
    mine, theirs = (SharedFile(project, project.page("a")) for _ in range(2))
    mine.load()
    theirs.load()
    theirs.save(SHARED)
    with pytest.raises(StoreError):
        mine.save(Shared())
    assert load_shared(project, project.page("a")) == SHARED


@pytest.mark.parametrize(
    "tables",
    ['{"refused": {"1": {"label": "METRIC"}}}', '{"page": {"1": {"date": "soon"}}}', '{"page": 1}', "{"],
)
def test_a_damaged_file_is_named(project: Project, tables: str) -> None:
    file = SharedFile(project, project.page("a"))
    file.path.parent.mkdir(parents=True)
    file.path.write_text(tables, encoding="utf-8")
    with pytest.raises(StoreError, match=r"_project/a\.json"):
        file.load()


def test_a_date_given_by_hand_comes_before_the_settings_and_these_before_the_name(project: Project) -> None:
    a, b = project.page("a"), project.page("b_20200102")
    assert str(base_for(project, a)) == "2021"
    assert str(base_for(project, a, SHARED)) == "2023-07"
    assert str(base_for(project, b)) == "2022"
    project.settings = project.settings.replaced(dates={})
    assert str(base_for(project, b)) == "2020-01-02"
    assert base_for(project, a) is None


def test_aliases_are_saved_for_the_whole_project(project: Project) -> None:
    file = AliasFile(project)
    given = file.load().with_alias(Alias("subject", "该区总工会", "顺义区总工会", "a"))
    file.save(given)
    file.save(given.with_alias(Alias("indicator", "新建工会", "新建工会组织")))
    assert [alias.name for alias in load_aliases(project).all] == ["顺义区总工会", "新建工会组织"]


def test_an_alias_of_an_unknown_kind_is_named(project: Project) -> None:
    file = AliasFile(project)
    file.save(Aliases())
    file.path.write_text('{"aliases": {"1": {"kind": "x", "written": "a", "name": "b"}}}', encoding="utf-8")
    with pytest.raises(StoreError, match="aliases 1"):
        file.load()
