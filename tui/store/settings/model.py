"""The settings of a project, `piyue.toml`; all are optional."""

import getpass
import re
from typing import Annotated, Literal, TypeAlias

from msgspec import field

from tui.model import (
    DEFAULT_LABELS,
    DEFAULT_RELATIONS,
    AttributeType,
    LabelSet,
    RelationType,
    Schema,
    Stage,
)
from tui.model.page import PageLayout
from tui.model.values import Checked, Matching, Value
from tui.texts import Message

FILE = "piyue.toml"

FolderName = Annotated[str, Matching(r"^[^\W_](?:[\w .@+-]{0,62}[\w@+-])?$")]
PageDate = Annotated[str, Matching(r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
# A number in front of a unit would be taken for a part of its name, or the other way round.
UnitName = Annotated[str, Matching(r"^[^\s\d](?:.*\S)?$")]
View: TypeAlias = Literal["plain", "segmented", "source"]
# The rows of `quantities.unit_table`, which the first screen does not wait for.
Dimension: TypeAlias = Literal[
    "count", "people", "age", "ratio", "money", "points", "time",
    "length", "area", "volume", "mass", "substance", "energy", "power", "electricity",
    "angle", "temperature", "pressure", "force", "speed", "data", "sound", "biology",
    "radiation",
]  # fmt: skip
Within = Annotated[str, Matching(r"^[^/\\:.][^/\\:]*(?:/[^/\\:.][^/\\:]*)*/?$")]
"""A path that leads nowhere but into the project: no `..`, nothing hidden, no drive."""


def _as_set(value: object) -> object:
    return value if isinstance(value, LabelSet) else {"labels": value}


def _with_standard_roles(types: tuple[RelationType, ...]) -> tuple[RelationType, ...]:
    """A relation type with a standard one's id has its role too, unless it says another."""
    standard = {type_.id: type_.role for type_ in DEFAULT_RELATIONS}
    return tuple(type_.replaced(role=type_.role or standard.get(type_.id, "")) for type_ in types)


def _as_share(value: float) -> float:
    if not 0.0 <= value <= 1.0:
        raise ValueError(Message("settings.share", {"value": value}))
    return value


Share = Annotated[float, Checked(_as_share)]


def _each_once(types: tuple[AttributeType, ...]) -> tuple[AttributeType, ...]:
    """Two labels of articles may not have one id."""
    ids = [type_.id for type_ in types]
    if twice := next((id_ for id_ in ids if ids.count(id_) > 1), None):
        raise ValueError(Message("settings.article_labels_twice", {"id": twice}))
    return types


def _positive(number: int) -> int:
    if number < 1:
        raise ValueError(Message("settings.from_one", {"value": number}))
    return number


class About(Value, frozen=True, kw_only=True):
    """What exports say of the corpus: its name, where the texts come from, what may be done with it."""

    name: str = ""
    source: str = ""
    licence: str = ""


class ExportSetting(Value, frozen=True, kw_only=True):
    """What exports ask for.

    Attributes:
        prompt: of `instruct`: what a model is asked; `{labels}` stands for the labels. Empty: a built-in one.
        style: of `instruct`: `chat` (messages) or `alpaca` (instruction, input, output).
        language: of the built-in prompt.
    """

    prompt: str = ""
    style: Literal["chat", "alpaca"] = "chat"
    language: Literal["zh", "en"] = "zh"


class SourceSetting(Value, frozen=True, kw_only=True):
    """A folder of texts, or a file with a text in each row.

    Attributes:
        path: of the folder or file, relative to the project.
        text: the column that holds the text, if it is named; `text` where it is not.
        id: the column that names a row; empty: its line does.
        title: the column whose text is put above the text; empty: none.
        date: the column of the day; empty: none.
        source: the column that says where the text is from; empty: none.
        layout: `newspaper` is divided into articles, column breaks undone; `document` is one article, whole.
    """

    path: Within
    text: str | None = None
    id: str = ""
    title: str = ""
    date: str = ""
    source: str = ""
    layout: PageLayout = "newspaper"


SEEDS = SourceSetting(path="seeds")
IMPORTED = SourceSetting(
    path="seeds/imported",
    text="text",
    id="id",
    title="title",
    date="date",
    source="source",
    layout="document",
)
"""Where texts of other corpora are put; it is a source of every project."""


class SuggestSettings(Value, frozen=True, kw_only=True):
    """What is proposed, and how.

    Attributes:
        shown: the score from which on a proposal stands in the text.
        sure: the score from which on proposals are taken together.
        order: of the doubtful ones: as they stand, the most doubtful first, or the surest first.
        learn: whether a model learns from what is finished.
        lac: whether LAC is asked for names, where it is installed.
        off_for: annotators to whom nothing is proposed.
    """

    shown: Share = 0.5
    sure: Share = 0.9
    order: Literal["reading", "doubtful", "surest"] = "reading"
    learn: bool = True
    lac: bool = True
    off_for: tuple[FolderName, ...] = ()


class Team(Value, frozen=True, kw_only=True):
    """Who works on the corpus.

    Attributes:
        leads: who sees all, assigns and adjudicates.
        annotators: who tags.
        overlap: how many annotators each page is for.
        blind: whether an annotator sees what others tagged on a page only after finishing it.
        result: the annotator that the outcome of adjudication is of.
        lease: minutes without a save after which a page that a server gave to somebody is free again.
    """

    leads: tuple[FolderName, ...] = ()
    annotators: tuple[FolderName, ...] = ()
    overlap: Annotated[int, Checked(_positive)] = 1
    blind: bool = True
    result: FolderName = "gold"
    lease: Annotated[int, Checked(_positive)] = 30

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody, annotators first; none where the settings name nobody."""
        return tuple(dict.fromkeys((*self.annotators, *self.leads)))


NOBODY = Team()


class Settings(Value, frozen=True, kw_only=True):
    """What `piyue.toml` says.

    Attributes:
        annotator: names the folder of the annotations; None: the login does.
        language: of the texts on the screen; `auto` follows the locale.
        theme: a theme of the terminal app; empty: its default.
        view: how an article is shown first.
        keys: by the id of an action, the key that it gets.
        units: of quantities beyond those that are known, each with its dimension.
        dates: by page id or its beginning, the date that a page counts from: `2023-07-05`, `2023-07`, `2023`.
        states: of articles beyond todo, doing, done and skipped.
        ambiguous: how wide the terminal draws “ ” … — ·: one cell or two; `auto`: it is asked.
        standard_labels: whether the standard labels are there beside the file's own; None: it does not say.
        relations: the kinds of relations between tags.
        article_labels: what articles are labelled with.
        preset: the key map that `keys` changes.
        sources: where the pages are.
        segmenter: what cuts texts into words; None: jieba, and what is fastest for many texts.
        export: what exports ask for.
        suggest: what is proposed, and how.
        team: who works here.
    """

    project: About = About()
    annotator: FolderName | None = None
    language: Literal["auto", "en", "zh"] = "auto"
    theme: str = ""
    view: View = "segmented"
    labels: Annotated[LabelSet, Checked(_as_set, before=True)] = DEFAULT_LABELS
    standard_labels: bool | None = None
    ambiguous: Literal["auto", "narrow", "wide"] = "auto"
    relations: Annotated[tuple[RelationType, ...], Checked(_with_standard_roles)] = DEFAULT_RELATIONS
    article_labels: Annotated[tuple[AttributeType, ...], Checked(_each_once)] = ()
    states: tuple[Stage, ...] = ()
    preset: Literal["default", "slate"] = "default"
    keys: dict[str, str] = field(default_factory=dict)
    units: dict[UnitName, Dimension] = field(default_factory=dict)
    sources: tuple[SourceSetting, ...] = (SEEDS,)
    segmenter: Literal["jieba", "rjieba"] | None = None
    dates: dict[str, PageDate] = field(default_factory=dict)
    export: ExportSetting = ExportSetting()
    suggest: SuggestSettings = SuggestSettings()
    team: Team = NOBODY

    @property
    def has_undeclared_labels(self) -> bool:
        """Whether standard labels stand beside the file's own without it saying so."""
        return self.standard_labels is None and self.labels != DEFAULT_LABELS

    @property
    def lacks_metric_relations(self) -> bool:
        """Whether there are metrics, and no relation type says what they measure."""
        has_metrics = any(label in self.labels.by_id for label in self.labels.metrics)
        return has_metrics and not any(type_.role for type_ in self.relations)

    @property
    def annotation_schema(self) -> Schema:
        """What tags and relations can be."""
        return Schema(self.labels, self.relations, self.article_labels)


def login() -> str:
    """Return the name of who is logged in, made fit for a folder."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = ""
    return re.sub(r"[^\w.@+-]", "-", name).lstrip("._@+-")[:64].rstrip(".") or "annotator"
