"""The template of `piyue init`: commented settings, an example page, a folder for annotations."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.errors import ProjectError, StoreError
from tui.model import DEFAULT_LABELS, DEFAULT_RELATIONS, Label, RelationType
from tui.model.label_choices import distinct_color, free_keys
from tui.model.page import PageLayout
from tui.model.values import written
from tui.store.files.atomic import create
from tui.store.settings.model import FILE
from tui.store.settings.read import parse_settings
from tui.texts import Language

SETTINGS = """\
# Settings of this project. All are optional; the commented values are the defaults.

# The annotator: names the folder below annotations/ (default: the login name).
#annotator = "ling"

# Language of the program: "auto" (by the locale), "en" or "zh".
#language = "auto"

# The theme of the app; T chooses one.
#theme = ""

# The first view of an article: "plain", "segmented" or "source".
#view = "segmented"

# How wide your terminal draws “ ” … — ·: "narrow" (one cell), "wide" (two), or "auto" (ask it).
#ambiguous = "auto"

# Use the standard labels (PERSON, ORG …) in addition to those of this file.
#standard_labels = true

# The key map: "default", or "slate" for SLATE's keys.
#preset = "default"

# The segmenter: "jieba", or "rjieba" (pip install "piyue[fast]"), which is faster.
#segmenter = "jieba"

# The sources of pages, one [[sources]] each: a folder of .txt and .md, or a .jsonl or .csv with a text a row.
# layout = "document" keeps each text as one article; "newspaper" (default) divides pages into articles.
#[[sources]]
#path = "seeds"
#layout = "newspaper"

# Information about the corpus for exports.
#[project]
#name = ""
#source = ""
#licence = ""

# Other keys for actions, by the ids in the help (?).
#[keys]
#undo = "u"

# Proposals: the lowest score of shown and of sure ones; their order ("reading", "doubtful", "surest");
# train a model on finished articles; find names with LAC (pip install "piyue[lac]"); annotators who get none.
#[suggest]
#shown = 0.5
#sure = 0.9
#order = "reading"
#learn = true
#lac = true
#off_for = []

# The format `instruct`: its prompt ({labels} stands for the labels; empty: a built-in prompt), its style
# ("chat" or "alpaca"), and the language of the built-in prompt.
#[export]
#prompt = ""
#style = "chat"
#language = "zh"

# More units of quantities, each with its dimension.
#[units]
#"标准箱" = "count"

# The date to which 今年, 上半年 and others are relative, by page id or the beginning of one; a year will do.
#[dates]
#"2018-05-01" = "2018-05-01"

# The team. Leads see everything; annotators see others' tags of their pages after finishing them.
# On a server, a page from the queue is free again after `lease` minutes without a save.
#[team]
#leads = ["mo"]
#annotators = ["ling", "wang"]
#overlap = 1
#blind = true
#result = "gold"
#lease = 30

# Your own labels, one [[labels]] each, with an id and a key; missing names (en, zh) and colors are chosen.
# `piyue labels add` writes one. These are the standard labels, which are used in addition:
"""

ATTRIBUTE = """
# Attributes of tags with a label: one table each, below its [[labels]].
# [[labels.attributes]]
# id = "level"
# kind = "enum"            (or "text", "number", "date", "boolean")
# choices = ["市", "区", "县"]
# keys = ["c", "q", "x"]   (a letter for each choice)
# default = "区"
# required = false         (true: the app asks for it as soon as the tag is made)

# Labels of whole articles: the same fields, and multiple to allow several choices.
# [[article_labels]]
# id = "topic"
# kind = "enum"
# choices = ["劳动", "法律", "文体"]
# keys = ["l", "f", "w"]
# multiple = true
# required = true

# More states of articles, each counting as todo, doing, done or skipped.
# [[states]]
# id = "review"
# counts_as = "doing"
# en = "to review"
# zh = "待复核"

# Relation types: a key, and the labels that they can lead from (heads) and to (tails); none: all.
# Types of your own replace these: keep the lines of those that you want.
"""

PAGE = "\n\n".join(
    (
        "临溪县总工会送技能进车间",
        "三个月培训职工2400余人次，新建工会组织36家",
        "本报讯（记者 李青禾）“以前换一次模具要四十分钟，现在不到十五分钟。”"
        "9月12日，在临溪县晨光机械厂的车间里，二级钳工赵远山一边演示一边说。",
        "今年6月以来，临溪县总工会联合县人力资源和社会保障局开展“送技能进车间”活动，组织32名技师走进18家企业，"
        "累计授课96场，培训职工2400余人次，其中农民工占比达到61.5%，较去年同期提高8.2个百分点。",
        "据县总工会副主席周晓岚介绍，截至8月底，全县新建工会组织36家，新发展会员1850人；投入专项资金119.6万元，"
        "其中七成用于一线职工。到2026年底，培训覆盖面将不低于规模以上企业的80%。",
        "图为赵远山（右一）为青年职工讲解模具更换要领。 陈知行 摄\n",
    )
)
"""An invented page: no such county, people or figures are meant."""


EXAMPLE = "example.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a new project's settings say.

    Attributes:
        name: of the corpus.
        language: of the program.
        labels: ids of labels of its own.
        standard_labels: whether the standard labels are there beside them.
        layout: of the pages.
        tables: sources that are tables, relative to the project.
        git: whether its folder becomes a repository that merges annotations.
    """

    name: str = ""
    language: Language | None = None
    labels: tuple[str, ...] = ()
    standard_labels: bool = True
    layout: PageLayout = "newspaper"
    tables: tuple[str, ...] = ()
    git: bool = False


def write_example(folder: Path) -> None:
    """Make a project in `folder`, as `write_project` does, with all as usual and an example page."""
    write_project(folder, Choices())


def write_project(folder: Path, choices: Choices, fill: Callable[[Path], None] | None = None) -> None:
    """Make a project in `folder`, which may be there already.

    Args:
        fill: puts its pages into the folder; None: it gets an example page.

    Raises:
        ProjectError: something of a project is there already, it cannot be written, or the settings would
            not be allowed.
    """
    settings = settings_text(choices)
    parse_settings(settings, folder / FILE)
    for path in (folder / FILE, *_others(folder)):
        if os.path.lexists(path):
            raise ProjectError("project.exists", path=path)
    try:
        for name in ("seeds", "annotations"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        if fill is not None:
            fill(folder)
        else:
            _create(folder / "seeds" / EXAMPLE, PAGE)
        # The settings come last: where they are missing, the making was interrupted, and is finished here.
        _create(folder / FILE, settings)
    except OSError as error:
        raise ProjectError("project.unwritable", path=folder, reason=error.strerror) from error
    except StoreError as error:
        raise ProjectError("project.unwritable", path=folder, reason=error.said("en")) from error


def _create(path: Path, text: str) -> None:
    with suppress(FileExistsError):
        create(path, text.encode())


def settings_text(choices: Choices) -> str:
    """Return commented settings that say what was chosen."""
    text = SETTINGS
    for line, said in _chosen(choices):
        text = text.replace(line, said, 1)
    return (
        text
        + _commented("labels", DEFAULT_LABELS.labels)
        + _own_labels(choices)
        + ATTRIBUTE
        + _commented("relations", DEFAULT_RELATIONS)
    )


def _chosen(choices: Choices) -> Iterator[tuple[str, str]]:
    """Yield lines of the template with what they say where something else than usual was chosen."""
    if choices.language is not None:
        yield '#language = "auto"', f'language = "{choices.language}"'
    if not choices.standard_labels:
        yield "#standard_labels = true", "standard_labels = false"
    if choices.layout != "newspaper" or choices.tables:
        sources = [
            f'[[sources]]\npath = {_quoted(path)}\nlayout = "{choices.layout}"'
            for path in ("seeds", *choices.tables)
        ]
        yield '#[[sources]]\n#path = "seeds"\n#layout = "newspaper"', "\n\n".join(sources)
    if choices.name:
        yield '#[project]\n#name = ""', f"[project]\nname = {_quoted(choices.name)}"


def _own_labels(choices: Choices) -> str:
    """Return tables of the labels chosen, each with a free key and a colour apart from the others."""
    known = list(DEFAULT_LABELS.labels) if choices.standard_labels else []
    colors, tables = [label.color for label in known], []
    for id_, key in zip(choices.labels, free_keys(choices.labels, [x.key for x in known]), strict=True):
        colors.append(distinct_color(colors))
        tables.append(f'\n[[labels]]\nid = {_quoted(id_)}\nkey = "{key}"\ncolor = "{colors[-1]}"\n')
    return "".join(tables)


def _quoted(text: str) -> str:
    """Return a text as TOML writes it: as JSON does."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _others(folder: Path) -> list[Path]:
    """Return what of a project in `folder` no interrupted making left there."""
    tops = (folder / "seeds", folder / "annotations")
    links = [top for top in tops if top.is_symlink() or not top.is_dir()]
    inner = [path for top in tops if top.is_dir() for path in top.iterdir()]
    example = folder / "seeds" / EXAMPLE
    ours = example.is_file() and not example.is_symlink() and example.read_bytes() == PAGE.encode()
    return [*links, *(path for path in inner if path != example or not ours)]


def _commented(name: str, values: Sequence[Label] | Sequence[RelationType]) -> str:
    """Return values as tables of TOML behind comment signs; a JSON text is a TOML text."""
    tables = (
        f"#[[{name}]]\n"
        + "".join(f"#{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in _said(table))
        for table in values
    )
    return "\n".join(tables)


def _said(value: Label | RelationType) -> list[tuple[str, object]]:
    """Return the fields of a label or relation type that say something."""
    return [(key, field) for key, field in written(value).items() if field not in ((), None)]
