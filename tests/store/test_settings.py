"""Settings: what may be said, and a mistake found where it stands."""

import getpass
import re
from pathlib import Path

import pytest

from tui.errors import ProjectError
from tui.model import DEFAULT_LABELS
from tui.model.label_choices import LABEL_LETTERS, distinct_color, luminance
from tui.model.values import fields_of
from tui.quantities.unit_table import TABLE
from tui.store.project import Project
from tui.store.settings.errors import SettingsError, lines_of
from tui.store.settings.model import NOBODY, Settings, login
from tui.store.settings.read import load_settings, parse_settings
from tui.store.template import SETTINGS, write_example

LABEL = '[[labels]]\nid = "UNION"\nkey = "u"\ncolor = "#102030"\nen = "Union"\nzh = "工会"\n'


ARTICLE_LABEL = '[[article_labels]]\nid = "topic"\nkind = "enum"\nchoices = ["a"]\n'


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "piyue.toml") == Settings()
    assert Settings().labels is DEFAULT_LABELS


def test_everything_can_be_set() -> None:
    text = (
        'annotator = "王路曼"\nlanguage = "zh"\ntheme = "nord"\nview = "source"\n'
        '[project]\nname = "工人报"\nsource = "x"\nlicence = "CC0"\n'
        '[keys]\nundo = "ctrl+z"\n[units]\n"标准箱" = "count"\n' + LABEL
    )
    settings = parse_settings(text)
    assert settings.annotator == "王路曼"
    assert (settings.language, settings.theme, settings.view) == ("zh", "nord", "source")
    assert (settings.project.name, settings.project.source, settings.project.licence) == (
        "工人报",
        "x",
        "CC0",
    )
    assert (settings.keys, settings.units) == ({"undo": "ctrl+z"}, {"标准箱": "count"})
    assert [label.zh for label in settings.labels.labels][:2] == ["工会", "人物"]


def test_a_file_with_a_bom_and_crlf_is_read(tmp_path: Path) -> None:
    path = tmp_path / "piyue.toml"
    path.write_bytes(b'\xef\xbb\xbf# x\r\nview = "plain"\r\n')
    assert load_settings(path).view == "plain"


def test_a_unit_of_the_file_may_be_of_every_dimension_that_units_have() -> None:
    text = "[units]\n" + "".join(f'"x{dimension}" = "{dimension}"\n' for dimension in TABLE)
    assert sorted(parse_settings(text).units.values()) == sorted(TABLE)


MISTAKES = [
    ('vieww = "plain"', 1, "there is no setting vieww; did you mean view?"),
    ("\n\nx = 1", 3, "there is no setting x; allowed are project, annotator, language, theme, view"),
    ('[project]\nname = "a"\nlicense = "MIT"', 3, "no setting project.license; did you mean licence?"),
    ("[labeled]", 1, "there is no setting labeled; did you mean labels?"),
    ('# "en"\nlanguage = "fr"', 2, "language: 'fr' is not allowed; choose 'auto', 'en', 'zh'"),
    ("theme = 3", 1, "theme: 3 is not a text; put it in quotes"),
    ("project = 2", 1, "project: 2 is not a table; write [project] and its settings below"),
    ("keys = []", 1, "keys: [] is not a table; write [keys]"),
    ('[team]\nleads = ["ling", "../x"]', 2, "team.leads[1]: '../x' cannot be an annotator's name; use"),
    ("[team]\noverlap = 0", 2, "team.overlap: 0 is not a number from 1 on"),
    ('[team]\nleads = "mo"', 2, 'team.leads: \'mo\' is not a list; write ["…", "…"]'),
    (f"view = 'plain'\nx = {'1' * 5000}", 2, "not valid TOML"),
    ("view = 'plain'\nx = " + "[" * 5000, 2, "not valid TOML"),
    ("[[labels]]\nkey = 'x'\n[[labels]]\nkey = 'y'", 1, "labels[0].id is missing (and 1 more)"),
    ("labels = [1]", 1, "labels[0]: 1 is not a table"),
    ("[[labels]]\nid = 3", 2, "labels[0].id: 3 is not a text"),
    (LABEL.replace("key =", "kye ="), 3, "there is no setting labels[0].kye; did you mean key? (and 1 more)"),
    ('[[states]]\nid = "x"\ncounts_as = "none"', 3, "choose 'todo', 'doing', 'done', 'skipped'"),
    (ARTICLE_LABEL * 2, 1, "article_labels: two labels of articles have the id 'topic'"),
    ('[units]\n"标准箱" = "cuont"', 2, "units.标准箱: 'cuont' is not allowed; choose 'count', 'people', "),
    ("[suggest]\nsure = 1.5", 2, "suggest.sure: 1.5 is not a number from 0 to 1"),
    ("[team]\nlease = 0", 2, "team.lease: 0 is not a number from 1 on"),
    ("labels = 2", 1, "labels: 2 is not a list of tables; write [[labels]] above each one"),
    (LABEL.replace("[[labels]]", "[labels]"), 1, "is not a list of tables; write [[labels]]"),
    (
        LABEL + LABEL.replace('"u"', '"P"'),
        9,
        "labels[1].key: 'P' cannot be a key; a label has one to three letters",
    ),
    (
        LABEL + LABEL.replace('"u"', '"uu"').replace("UNION", "B"),
        1,
        "labels: the key 'u' of UNION is the beginning of the key 'uu'",
    ),
    (LABEL + 'parent = "X"', 1, "labels: 'X' cannot be the parent of UNION"),
    (
        LABEL + '[[labels.attributes]]\nid = "a"\nkindd = "enum"',
        9,
        "labels[0].attributes[0].kindd; did you mean kind?",
    ),
    (LABEL + '[[labels.attributes]]\nid = "a"\nkind = "enum"', 7, "'a' needs choices if its kind is"),
    ('[[relations]]\nid = "a"\nkey = "xy"', 3, "relations[0].key: 'xy' cannot be a key"),
    (LABEL.replace("#102030", "red"), 4, "labels[0].color: 'red' is not a colour; write #"),
    (LABEL.replace("UNION", "工会"), 2, "labels[0].id: '工会' is not a letter followed by"),
    (LABEL.replace('key = "u"\n', ""), 1, "labels[0].key is missing"),
    (LABEL + LABEL.replace('"u"', '"v"'), 8, "labels[1].id: two labels use 'UNION'"),
    (LABEL + LABEL.replace('"UNION"', '"B"'), 9, "two labels use 'u' (also UNION); free keys are b g"),
    (LABEL + "colour = 1\n", 7, "there is no setting labels[0].colour; did you mean color?"),
    ('"keys".undo = 1', 1, "keys.undo: 1 is not a text"),
    ("[ keys ] # x\nundo = 'u'\n'redo' = 1", 3, "keys.redo: 1 is not a text"),
    ("[keys]\na = '''\nb = 2\n'''\nc = 2", 5, "keys.c: 2 is not a text"),
    (
        "labels = [\n  {id = 'A', key = 'a', color = '#000000', en = 'a', zh = 1},\n]",
        1,
        "labels[0].zh: 1 is not",
    ),
    ("[dates]\n'2024' = '2024年3月'", 2, "dates.2024: '2024年3月' is no date; write 2023-07-05"),
    ("[units]\n'箱' = 'count'\n'' = 'count'", 3, "'' cannot be a unit; write its name without a blank"),
    ("[units]\n' 箱' = 'count'", 2, "' 箱' cannot be a unit"),
    ("[units]\n'2箱' = 'count'", 2, "'2箱' cannot be a unit"),
    ("annotator = '../x'", 1, "annotator: '../x' cannot be an annotator's name; use"),
    ("annotator = '_project'", 1, "cannot be an annotator's name"),
    ("annotator = ''", 1, "cannot be an annotator's name"),
    ("annotator = 'a\\nb'\nview = 1", 1, "annotator: 'a\\\\nb' cannot be an annotator's name"),
    ('annotator = "a\\n"', 1, "cannot be an annotator's name"),
    ("view = 'plain'\ntheme = ", 2, "no value stands behind the"),
    ("a = '''\n\n", 2, "not valid TOML"),
    ("view = 'plain'\nview = 'plain'", 2, "remove one of the two lines"),
    ("[team]\n[team]", 2, "write its settings there"),
    ("view = “plain”", 1, "straight quotes"),
    ("view ＝ 'plain'", 1, "half-width"),
    ("view 'plain'", 1, "half-width"),
    ("说明\nview = 'plain'", 1, "# before a comment"),
    (f"theme = ['{'长' * 99}']", 1, "…"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ProjectError) as caught:
        parse_settings(text)
    assert str(caught.value).startswith(f"piyue.toml:{line}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    in_chinese = caught.value.render("zh")
    assert in_chinese.startswith(f"piyue.toml:{line}: ")
    ours = re.sub("（.*）", "", in_chinese)  # what a library says stands in brackets
    assert not re.search(r"\b(the|is|are|cannot|needs)\b", ours), ours
    assert len(str(caught.value)) < 220


def test_of_several_mistakes_the_first_in_the_file_is_told_and_the_others_are_counted() -> None:
    with pytest.raises(ProjectError) as caught:
        parse_settings("[keys]\na = 1\nb = 2\n[project]\nname = 3")
    assert str(caught.value) == "piyue.toml:2: keys.a: 1 is not a text; put it in quotes (and 2 more)"
    assert caught.value.render("zh") == "piyue.toml:2: keys.a：1 不是文本；请加引号（另有 2 处）"


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "piyue.toml"
    path.write_bytes('view = "plain"\n# 工会\n'.encode("gb18030"))
    with pytest.raises(ProjectError, match=r"piyue\.toml:2: the settings are not UTF-8"):
        load_settings(path)


def test_a_folder_in_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="the settings cannot be read"):
        load_settings(tmp_path)


def test_lines_are_found_whatever_way_the_settings_are_written() -> None:
    text = 'a.b = 1\n"c d" = [\n1,\n]\n\n[x.y]\nz = """\n[no]\nq = 1\n"""\n[[l]]\n[[l]]\nk = {m = 1}\n'
    assert lines_of(text) == {
        ("a",): 1,
        ("a", "b"): 1,
        ("c d",): 2,
        ("x",): 6,
        ("x", "y"): 6,
        ("x", "y", "z"): 7,
        ("l",): 11,
        ("l", 0): 11,
        ("l", 1): 12,
        ("l", 1, "k"): 13,
        ("l", 1, "k", "m"): 13,
    }


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("ling", "ling"),
        ("王 路曼", "王-路曼"),
        ("FIRM\\ling", "FIRM-ling"),
        ("../../etc", "etc"),
        ("_project", "project"),
        (".", "annotator"),
        ("", "annotator"),
        ("x" * 99, "x" * 64),
        ("a.", "a"),
    ],
)
def test_a_login_is_made_fit_for_a_folder(name: str, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: name)
    assert login() == folder
    assert parse_settings(f"annotator = '{folder}'").annotator == folder


def test_who_has_no_login_has_a_name_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert login() == "annotator"


def test_the_commented_settings_say_what_holds_without_them(tmp_path: Path) -> None:
    write_example(tmp_path)
    text = (tmp_path / "piyue.toml").read_text("utf-8")
    assert parse_settings(text) == Settings()
    said = parse_settings("\n".join(line.removeprefix("#") for line in text.splitlines() if line[:2] != "# "))
    assert said.standard_labels is True
    said = said.replaced(standard_labels=None, annotator=None, segmenter=None, team=NOBODY)
    assert said.replaced(keys={}, units={}, dates={}) == Settings()
    assert all(f"#{name}" in SETTINGS or f"[{name}]" in text for name in fields_of(Settings))


def test_settings_are_remembered_until_their_file_says_something_else(tmp_path: Path) -> None:
    (tmp_path / "piyue.toml").write_text('annotator = "ling"\n[units]\n"标准箱" = "count"\n', "utf-8")
    first, second = (Project.find(tmp_path).settings for _ in range(2))
    assert first == second == load_settings(tmp_path / "piyue.toml")
    assert (second.annotator, second.units) == ("ling", {"标准箱": "count"})
    (tmp_path / "piyue.toml").write_text('annotator = "zhou"\n', "utf-8")
    assert Project.find(tmp_path).settings.annotator == "zhou"


def test_remembered_settings_that_are_damaged_are_read_again(tmp_path: Path, private_home: Path) -> None:
    (tmp_path / "piyue.toml").write_text('annotator = "ling"\n', "utf-8")
    assert Project.find(tmp_path).settings.annotator == "ling"
    (kept,) = (private_home / "cache" / "piyue" / "settings").iterdir()
    for damage in (b"\x80\x04nothing", b"", b"cno.such\nName\n.", b"coperator\ngetitem\n((dS'x'\ntR.", b"N."):
        kept.write_bytes(damage)
        assert Project.find(tmp_path).settings.annotator == "ling"


TABLES = {
    "project": "licence",
    "export": "prompt",
    "suggest": "shown",
    "team": "overlap",
    **{"labels": "color", "relations": "heads", "sources": "layout", "states": "counts_as"},
    "article_labels": "choices",
    "labels.attributes": "choices",
}
"""By table, one of its settings."""


@pytest.mark.parametrize("table", TABLES)
def test_a_setting_that_a_table_does_not_have_is_named_with_the_one_that_is_meant(table: str) -> None:
    is_list = table[-1] == "s" and table != "keys"
    mistyped = f"{TABLES[table][:-1]}{'x' * 2}"
    text = f"[[{table}]]\n{mistyped} = 1\n" if is_list else f"[{table}]\n{mistyped} = 1\n"
    if "." in table:
        text = f"[[labels]]\nid = 'A'\n{text}"
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    assert TABLES[table] in {one.mistake.values.get("near") for one in caught.value.all}
    with pytest.raises(SettingsError, match=f"there is no setting {table.split('.')[0]}.*allowed are "):
        parse_settings(text.replace(mistyped, "zzzzzzzz"))


@pytest.mark.parametrize("table", [name for name in TABLES if name[-1] == "s" and "." not in name])
def test_what_has_to_be_a_list_of_tables_is_told_how_to_be_one(table: str) -> None:
    with pytest.raises(SettingsError, match=rf"{table}: 2 is not a list of tables; write \[\[{table}\]\]"):
        parse_settings(f"{table} = 2")


def test_a_label_has_a_name_in_both_languages_and_its_id_where_it_has_none() -> None:
    text = "".join(
        f'[[labels]]\nid = "{id_}"\nkey = "x{id_.lower()}"\n{said}\n' for id_, said in NAMED.items()
    )
    labels = parse_settings(text).labels.by_id
    assert [(labels[id_].en, labels[id_].zh) for id_ in NAMED] == [
        ("A", "A"),
        ("drug", "drug"),
        ("药", "药"),
        ("drug", "药"),
    ]


NAMED = {"A": "", "B": 'en = "drug"', "C": 'zh = "药"', "D": 'en = "drug"\nzh = "药"'}


def test_own_labels_stand_before_the_standard_ones_unless_these_are_left_out() -> None:
    beside = parse_settings(LABEL).labels
    assert [label.id for label in beside.labels] == ["UNION", *DEFAULT_LABELS.by_id]
    alone = parse_settings("standard_labels = false\n" + LABEL).labels
    assert [label.id for label in alone.labels] == ["UNION"]


def test_an_empty_list_of_labels_leaves_out_the_standard_ones() -> None:
    assert parse_settings("labels = []").labels.labels == ()
    assert parse_settings("").labels == DEFAULT_LABELS


def test_an_own_label_keeps_its_key_and_the_standard_one_with_that_key_gets_a_free_one() -> None:
    labels = parse_settings('[[labels]]\nid = "DRUG"\nkey = "d"\n').labels
    assert labels.by_key["d"].id == "DRUG"
    assert labels.by_id["DOC"].key not in {"d", *(label.key for label in DEFAULT_LABELS.labels)}
    assert labels.by_id["DOC"].key in LABEL_LETTERS
    assert len(labels.labels) == len(DEFAULT_LABELS.labels) + 1


def test_what_a_label_does_not_say_is_chosen_and_what_it_says_of_a_standard_one_holds() -> None:
    text = '[[labels]]\nid = "DRUG"\nkey = "b"\nzh = "药品"\n[[labels]]\nid = "ORG"\nzh = "单位"\n'
    labels = parse_settings(text).labels
    assert (labels.by_id["DRUG"].en, labels.by_id["DRUG"].zh) == ("药品", "药品")
    assert (labels.by_id["ORG"].key, labels.by_id["ORG"].zh) == ("o", "单位")
    assert len({label.color for label in labels.labels}) == len(labels.labels)


def test_a_colour_is_chosen_apart_from_those_that_are_said() -> None:
    def colors(*said: str) -> list[str]:
        rows = (f'[[labels]]\nid = "L{n}"\nkey = "x{"abc"[n]}"\n{row}\n' for n, row in enumerate(said))
        found = parse_settings("standard_labels = false\n" + "".join(rows)).labels.labels
        return [label.color for label in found]

    first, second, third = colors("", "", "")
    for said in (first, first.upper()):
        assert colors(f'color = "{said}"', "", "") == [said, second, third]
        assert colors("", f'color = "{said}"', "") == [second, said, third]
    for wrong in ('"red"', '"#123"', '"#12345678"', '"#12345g"', '"x123456"', "7"):
        with pytest.raises(ProjectError, match="color"):
            colors(f"color = {wrong}", "")


def test_chosen_colours_are_apart_and_readable_on_black_and_on_white() -> None:
    colors: list[str] = [label.color for label in DEFAULT_LABELS.labels]
    for _ in range(12):
        colors.append(distinct_color(colors))
    assert len(set(colors)) == len(colors)
    for color in colors[len(DEFAULT_LABELS.labels) :]:
        light = luminance(color)
        assert 1.05 / (light + 0.05) >= 3
        assert (light + 0.05) / (luminance("#121212") + 0.05) >= 3


def test_all_mistakes_are_there_clashes_of_labels_too() -> None:
    text = LABEL + LABEL.replace("UNION", "B") + '[[labels]]\nid = "C"\nkey = "uu"\n[keys]\na = 1\n'
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    said = [str(one) for one in caught.value.all]
    assert [line.split(": ")[1] for line in said] == ["keys.a", "labels[1].key", "labels", "labels"]
    assert not any("more)" in line for line in said)


def test_labels_of_articles_are_as_many_as_there_are_ids() -> None:
    settings = parse_settings(ARTICLE_LABEL + ARTICLE_LABEL.replace("topic", "mood"))
    assert [type_.id for type_ in settings.article_labels] == ["topic", "mood"]


def test_each_label_is_held_against_each_other() -> None:
    text = "".join(LABEL.replace("UNION", name).replace('"u"', f'"{key}"') for name, key in ID_KEYS)
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    said = [(one.mistake.key, one.mistake.values["where"]) for one in caught.value.all]
    assert said == [
        ("settings.key_twice", "labels[1].key"),
        ("settings.key_twice", "labels[2].key"),
        ("settings.key_twice", "labels[2].key"),
        ("settings.twice", "labels[3].id"),
        *[("settings.key_begins", "labels")] * 3,
    ]


ID_KEYS = (("A", "u"), ("B", "u"), ("C", "u"), ("A", "uw"))


def test_standard_labels_beside_ones_own_are_undeclared_until_the_settings_say_so() -> None:
    assert parse_settings(LABEL).has_undeclared_labels
    for said in ("", "standard_labels = true\n" + LABEL, "standard_labels = false\n" + LABEL):
        assert not parse_settings(said).has_undeclared_labels
