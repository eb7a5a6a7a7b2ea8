"""Keys as data: nothing clashes, everything can be changed, every table is made from the rows."""

import importlib.util
from types import ModuleType
from typing import get_args

import pytest

from tests.conftest import ROOT
from tui.app.keys.bindings import bindings
from tui.app.keys.display import named
from tui.app.keys.key_map import KEYMAP, Context
from tui.app.keys.resolve import resolve
from tui.app.widgets.glyphs import width
from tui.errors import ProjectError
from tui.model import DEFAULT_LABELS, Label, LabelSet
from tui.texts import CATALOGUE, LANGUAGES, Language, say


def labels(*keys: str) -> LabelSet:
    return LabelSet(
        labels=tuple(
            Label(id=f"L{number}", key=key, color="#112233", en="x", zh="x")
            for number, key in enumerate(keys)
        )
    )


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_keys_as_they_come_do_not_clash() -> None:
    assert resolve({}, DEFAULT_LABELS) == KEYMAP
    assert len({row.id for row in KEYMAP}) == len(KEYMAP)


def test_every_action_can_be_said_in_help_and_footer() -> None:
    for row in KEYMAP:
        assert f"key.{row.id}" in CATALOGUE
        assert (f"short.{row.id}" in CATALOGUE) == bool(row.footer), row.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_a_key_stays_on_one_line(language: Language) -> None:
    widths = {row.id: width(say(f"key.{row.id}", language)) for row in KEYMAP}
    assert {id_: cells for id_, cells in widths.items() if cells > 48} == {}


def test_a_key_is_changed_by_the_id_of_its_action() -> None:
    rows = {row.id: row.keys for row in resolve({"undo": "ctrl+t, f11"}, DEFAULT_LABELS)}
    assert rows["undo"] == ("ctrl+t", "f11")
    assert rows["redo"] == ("U", "ctrl+y")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ctrl+Z", "ctrl+z"),
        ("F9", "f9"),
        ("Alt+Left", "alt+left"),
        ("ALT+Z", "alt+Z"),
        ("Z", "Z"),
        ("Tab", "tab"),
    ],
)
def test_capitals_of_names_are_those_that_people_write(written: str, key: str) -> None:
    assert named(written) == key


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"undoo": "y"}, "[keys] undoo: no such action; did you mean undo?"),
        ({"qqq": "y"}, "[keys] qqq: no such action; remove the line"),
        *(
            ({"undo": f"f11, {key}"}, f"[keys] undo: {key!r} is no key")
            for key in ("ctrl+zz", "strg+z", "f25", "ctrl+", "。", "pageupp")
        ),
        ({"undo": " , "}, "[keys] undo: name at least one key"),
        ({"undo": "x"}, "'x' is both remove and undo"),
        ({"list_up": "u"}, "'u' is both undo and list_up"),
        ({"ledger_plot": "o"}, "'o' is both ledger_order and ledger_plot"),
        ({"redo": "f11, u"}, "'u' is both undo and redo"),
        ({"pick_up": "enter"}, "'enter' is both input_accept and pick_up"),
        ({"edit_keep": "enter"}, "'enter' is both input_accept and edit_keep"),
        ({"search_widen": "enter"}, "'enter' is both input_accept and search_widen"),
        ({"filter_all": "enter"}, "'enter' is both input_accept and filter_all"),
        ({"hits_go": "j"}, "'j' is both hits_down and hits_go"),
        ({"check_fix": "space"}, "'space' is both hits_toggle and check_fix"),
        ({"correct_join": "j"}, "'j' is both list_down and correct_join"),
        *(
            ({id_: "escape"}, f"'escape' is both dialog_close and {id_}")
            for id_ in (
                *("help_up", "stats_whose", "plot_close", "locked_take", "orphans_choose"),
                *("agreement_choose", "run_close", "pick_down", "edit_next_field", "search_up"),
                *("hits_all", "hits_up", "check_right", "correct_begin"),
            )
        ),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_words(changes: dict[str, str], said: str) -> None:
    with pytest.raises(ProjectError) as refused:
        resolve(changes, DEFAULT_LABELS)
    assert said in str(refused.value)


def test_a_key_may_be_written_as_people_see_it() -> None:
    changes = {"undo": "[, alt+←, +", "add_part": "f13", "start_left": "f14", "previous_article": "f15"}
    rows = {row.id: row.keys for row in resolve(changes, DEFAULT_LABELS)}
    assert rows["undo"] == ("left_square_bracket", "alt+left", "plus")


def test_the_same_key_may_act_in_lists_and_in_the_text() -> None:
    assert resolve({"list_up": "s", "list_top": "home"}, DEFAULT_LABELS)


def test_a_label_takes_a_key_from_an_action_that_has_another() -> None:
    rows = {row.id: row.keys for row in resolve({}, labels("j", "u"))}
    assert rows["row_down"] == ("down",)
    assert rows["undo"] == ("ctrl+z",)
    assert rows["list_down"] == ("down", "j")


def test_a_label_may_not_take_the_only_key_of_an_action() -> None:
    with pytest.raises(ProjectError, match="label L0: its key 'n' is the only key of next_tag"):
        resolve({}, labels("n"))
    assert resolve({"next_tag": "f11"}, labels("n"))


def test_every_row_is_a_binding_of_its_context() -> None:
    made = [binding for context in get_args(Context) for binding in bindings(context)]
    assert {binding.id for binding in made if not isinstance(binding, tuple)} == {row.id for row in KEYMAP}


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_s_table_is_the_key_map_of_today(name: str) -> None:
    made = generator()
    readme = (ROOT / name).read_text(encoding="utf-8")
    assert made.with_table(readme, made.READMES[name]) == readme
    assert readme.count("| `") > len(DEFAULT_LABELS.labels) + 30
