"""A new project says what was chosen for it and writes nothing over; records in files, by owner and page."""

import os
from functools import partial
from pathlib import Path

import pytest

from tui.errors import NotFoundError, ProjectError, StoreError
from tui.model import DEFAULT_LABELS
from tui.store.backend import Key, Tables, copy
from tui.store.files.backend import FilesBackend
from tui.store.project import Project
from tui.store.settings.model import Settings
from tui.store.settings.read import parse_settings
from tui.store.template import Choices, settings_text, write_project

STANDARD = [label.id for label in DEFAULT_LABELS.labels]


def test_a_template_without_choices_says_nothing_but_the_defaults() -> None:
    assert parse_settings(settings_text(Choices())) == Settings()
    shown = "\n".join(
        line.removeprefix("#") for line in settings_text(Choices()).splitlines() if line[:3] == "#[["
    )
    for table in ("labels", "relations"):
        assert f"[[{table}]]" in shown


def test_each_choice_is_what_the_settings_say() -> None:
    made = parse_settings(
        settings_text(
            Choices(
                name='报"\\\x7f',
                language="zh",
                labels=("UNION", "POLICY"),
                layout="document",
                tables=("seeds/t.jsonl",),
            )
        )
    )
    assert (made.project.name, made.language) == ('报"\\\x7f', "zh")
    assert [(source.path, source.layout) for source in made.sources] == [
        ("seeds", "document"),
        ("seeds/t.jsonl", "document"),
    ]
    assert [label.id for label in made.labels.labels] == ["UNION", "POLICY", *STANDARD]
    assert len({label.key for label in made.labels.labels}) == len(made.labels.labels)
    assert len({label.color for label in made.labels.labels}) == len(made.labels.labels)


def test_more_labels_than_there_are_letters_have_keys_of_several() -> None:
    names = tuple(f"L{number}" for number in range(40))
    made = parse_settings(settings_text(Choices(labels=names)))
    keys = {label.id: label.key for label in made.labels.labels}
    assert [len(keys[name]) for name in names] == [1] * 7 + [3] * 33
    assert len({*keys.values()}) == len(keys) == 40 + len(STANDARD)


def test_own_labels_can_stand_alone() -> None:
    made = parse_settings(settings_text(Choices(labels=("ORG", "UNION"), standard_labels=False)))
    assert [label.id for label in made.labels.labels] == ["ORG", "UNION"]


def test_a_project_of_whole_documents_says_so_without_tables_too() -> None:
    made = parse_settings(settings_text(Choices(layout="document")))
    assert [(source.path, source.layout) for source in made.sources] == [("seeds", "document")]


def test_tables_are_sources_beside_the_folder_of_newspapers() -> None:
    made = parse_settings(settings_text(Choices(tables=("t.csv",))))
    assert [(source.path, source.layout) for source in made.sources] == [
        ("seeds", "newspaper"),
        ("t.csv", "newspaper"),
    ]


def test_a_new_project_has_an_example_page_or_what_it_is_filled_with(tmp_path: Path) -> None:
    write_project(tmp_path / "one", Choices())
    assert len(Project(tmp_path / "one").page_ids()) == 1

    def fill(folder: Path) -> None:
        (folder / "seeds" / "p.txt").write_text("工会", "utf-8")

    write_project(tmp_path / "two", Choices(), fill)
    assert Project(tmp_path / "two").page_ids() == ("p",)


def test_an_interrupted_making_is_finished_and_nothing_else_is_written_over(tmp_path: Path) -> None:
    write_project(tmp_path / "a", Choices())
    with pytest.raises(ProjectError, match=r"piyue\.toml"):
        write_project(tmp_path / "a", Choices())
    (tmp_path / "a" / "piyue.toml").unlink()
    write_project(tmp_path / "a", Choices())
    for name, what in (("seeds/mine.txt", "mine"), ("annotations/x", "x")):
        (tmp_path / "a" / "piyue.toml").unlink()
        (tmp_path / "a" / name).write_text(what)
        with pytest.raises(ProjectError, match=name):
            write_project(tmp_path / "a", Choices())
        assert not (tmp_path / "a" / "piyue.toml").exists()
        (tmp_path / "a" / name).unlink()
        write_project(tmp_path / "a", Choices())
    (tmp_path / "a" / "piyue.toml").unlink()
    (example,) = (tmp_path / "a" / "seeds").iterdir()
    example.write_text("changed")
    with pytest.raises(ProjectError, match=example.name):
        write_project(tmp_path / "a", Choices())


def test_links_and_files_in_the_way_are_named(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "seeds").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProjectError, match="seeds"):
        write_project(tmp_path / "b", Choices())
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "annotations").touch()
    with pytest.raises(ProjectError, match="annotations"):
        write_project(tmp_path / "c", Choices())
    assert list((tmp_path / "elsewhere").iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="file"):
        write_project(tmp_path / "file" / "d", Choices())


def backend(folder: Path, *keys: Key) -> FilesBackend:
    made = FilesBackend(folder)
    for key in keys:
        storage = made.storage(key)
        storage.read()
        storage.write(tables(key))
    return made


def tables(key: Key) -> Tables:
    return {"meta": {"1": {"version": 2}}, "spans": {"3": {"id": f"{key.owner}{key.page}"}}}


def test_records_are_found_by_owner_and_by_page(tmp_path: Path) -> None:
    keys = [
        Key("ling", "p"),
        Key("ling", "q"),
        Key("wang", "p"),
        Key("_project", "p"),
        Key("_predictions", "p"),
        Key("_project", "_aliases"),
        Key("_project", "_accepted"),
        Key("ling", "_aliases"),
    ]
    made = backend(tmp_path / "annotations", *keys)
    (tmp_path / "annotations" / ".git").mkdir()
    (tmp_path / "annotations" / ".git" / "p.json").write_text("{}")
    assert made.owners("p") >= {"ling", "wang", "_project", "_predictions"}
    assert made.owners("[p]") == frozenset()
    assert sorted(made.pages("ling")) == ["_aliases", "p", "q"]
    assert made.pages("nobody") == []
    names = sorted(path.relative_to(tmp_path / "annotations").as_posix() for path in made_files(tmp_path))
    assert names == [
        *("_accepted.json", "_predictions/p.json", "_project.json", "_project/p.json"),
        *("ling/_aliases.json", "ling/p.json", "ling/q.json", "wang/p.json"),
    ]
    for age, name in enumerate(("q", "_aliases", "p")):
        os.utime(tmp_path / "annotations" / "ling" / f"{name}.json", (1000 - age, 1000 - age))
    (tmp_path / "annotations" / "ling" / ".hidden.json").touch()
    assert made.pages("ling") == ["q", "_aliases", "p"]
    assert set(made.keys()) == set(keys) == set(made.versions())
    before = made.versions()
    storage = made.storage(keys[0])
    storage.read()
    storage.write({"spans": {}})
    after = made.versions()
    assert {key for key in keys if before[key] != after[key]} == {keys[0]}


def made_files(tmp_path: Path) -> list[Path]:
    every = (tmp_path / "annotations").rglob("*.json")
    return [path for path in every if not any(part.startswith(".") for part in path.parts)]


@pytest.mark.parametrize(
    "key", [Key("../x", "p"), Key("", "p"), Key("ling", "a/b"), Key("ling", ".."), Key("ling", "")]
)
def test_no_key_leads_out_of_the_annotations(tmp_path: Path, key: Key) -> None:
    with pytest.raises(StoreError):
        FilesBackend(tmp_path / "annotations").storage(key)
    assert not (tmp_path / "annotations").exists()


def test_an_older_state_is_there_by_its_number(tmp_path: Path) -> None:
    key = Key("ling", "p")
    made = backend(tmp_path / "annotations", key)
    storage = made.storage(key)
    storage.read()
    storage.write({"spans": {}})
    (state,) = made.history(key)
    assert made.state(key, state.number) == tables(key)
    storage.write({"spans": {"9": {"id": "z"}}})
    newer, older = made.history(key)
    assert (made.state(key, newer.number), made.state(key, older.number)) == ({"spans": {}}, tables(key))
    state = newer
    with pytest.raises(NotFoundError):
        made.state(key, state.number + 1)


def test_all_records_are_copied_once_and_others_are_never_written_over(tmp_path: Path) -> None:
    keys = [Key("ling", "p"), Key("wang", "p")]
    source, target = backend(tmp_path / "a", *keys), FilesBackend(tmp_path / "b")
    assert copy(source, target) == copy(source, target) == 4
    assert [target.storage(key).read() for key in keys] == [tables(key) for key in keys]
    storage = target.storage(keys[1])
    storage.read()
    storage.write({"spans": {"3": {"id": "other"}}})
    with pytest.raises(StoreError, match="wang"):
        copy(source, target)
    assert target.storage(keys[1]).read() == {"spans": {"3": {"id": "other"}}}


def test_what_others_change_is_told_until_it_is_over(tmp_path: Path) -> None:
    keys = [Key("ling", "p"), Key("wang", "p")]
    made, other = backend(tmp_path / "a", *keys), FilesBackend(tmp_path / "a")

    def change() -> None:
        (tmp_path / "a" / "wang" / "p.json").unlink()
        storage = other.storage(Key("zhou", "p"))
        storage.read()
        storage.write(tables(Key("zhou", "p")))

    told = list(made.changes(20, change, iter([False, True]).__next__))
    assert set(told) == {Key("wang", "p"), Key("zhou", "p")}
    assert list(made.changes(0, bool)) == []


def test_changes_are_told_as_long_as_they_are_looked_for(tmp_path: Path) -> None:
    made, other = backend(tmp_path / "a", Key("ling", "p")), FilesBackend(tmp_path / "a")
    keys = [Key("wang", "p"), Key("zhou", "p")]

    def is_over(left: list[Key]) -> bool:
        if left:
            key = left.pop()
            storage = other.storage(key)
            storage.read()
            storage.write(tables(key))
            return False
        return True

    assert list(made.changes(20, bool, partial(is_over, [*keys]))) == [*reversed(keys)]
