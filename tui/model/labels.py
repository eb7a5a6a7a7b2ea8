"""Labels, relation types and their attributes."""

import re
from datetime import date
from functools import cached_property
from itertools import permutations
from typing import Annotated, Literal, TypeAlias, get_args

from tui.model.values import Frozen, Matching, Value
from tui.texts import Message

METRIC = "METRIC"
TIME = "TIME"
INTERVAL = "interval"
"""The attribute of a tagged time in which a person says what it stands for, in ISO 8601."""

ID = r"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"
LabelId = Annotated[str, Matching(ID)]
LabelKey = Annotated[str, Matching(r"^[a-z]{1,3}$")]
Role = Literal["", "quantity", "time"]
RelationRole: TypeAlias = Literal["indicator", "subject", "period"]
AttributeKind = Literal["text", "number", "date", "boolean", "enum"]
Colour = Annotated[str, Matching(r"^#[0-9a-fA-F]{6}$")]


class AttributeType(Value, frozen=True, kw_only=True):
    """What a tag of a label can say beside its label.

    Attributes:
        kind: what a value is: any text, an exact decimal number, a date (ISO 8601), true or false, one of
            `choices`.
        default: what a new tag says; a boolean's is `true` or `false`.
        required: whether the app asks for it at once, and `piyue check` names a tag without it.
        keys: a letter for each choice, in their order; none: letters of the home row.
        multiple: whether several choices can hold; of an article's labels only.
    """

    id: LabelId
    kind: AttributeKind = "text"
    choices: tuple[str, ...] = ()
    default: str = ""
    required: bool = False
    keys: tuple[Annotated[str, Matching(r"^[a-z]$")], ...] = ()
    multiple: bool = False
    en: str = ""
    zh: str = ""

    def __post_init__(self) -> None:
        """Refuse what only an enum can have, keys that do not fit, and a default that it cannot say."""
        if self.keys and (len(self.keys) != len(self.choices) or len({*self.keys}) != len(self.keys)):
            raise ValueError(Message("attribute.needs_keys", {"id": self.id}))
        if self.multiple and self.kind != "enum":
            raise ValueError(Message("attribute.needs_enum", {"id": self.id}))
        if (self.kind == "enum") != bool(self.choices):
            raise ValueError(Message("attribute.needs_choices", {"id": self.id}))
        if self.default and self.read(self.default) is None:
            raise ValueError(Message("attribute.no_default", {"id": self.id, "value": self.default}))

    def read(self, text: str) -> str | bool | None:
        """Return the value that a text stands for; None where it is none of this kind's."""
        typed = text.strip()
        if self.kind == "enum":
            return typed if typed in self.choices else None
        if self.kind == "boolean":
            return {"true": True, "false": False}.get(typed.lower())
        if self.kind == "number":
            return typed if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", typed) else None
        if self.kind == "date":
            return typed if _is_date(typed) else None
        return typed

    @property
    def values(self) -> tuple[str, ...]:
        """What can be chosen, as text; nothing where any text of its kind can be written."""
        return ("true", "false") if self.kind == "boolean" else self.choices

    @property
    def value_keys(self) -> tuple[str, ...]:
        """The letters of `values`; those beyond the alphabet have none."""
        return ("y", "n") if self.kind == "boolean" else self.keys or tuple(LETTERS[: len(self.choices)])

    def name(self, language: str) -> str:
        """Return what people call it."""
        return (self.zh if language == "zh" else self.en) or self.id


def is_label_id(text: str) -> bool:
    """Tell whether a text can be the id of a label."""
    return re.fullmatch(ID, text) is not None


LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Keys of choices that have none of their own: the home row first."""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Label(Value, frozen=True, kw_only=True):
    """A label.

    Attributes:
        id: in every export.
        key: one to three letters, typed one after the other.
        color: #rrggbb.
        parent: the id of a label that this one is a kind of.
        role: whether its tags are quantities or times, which are read; empty: by its name, else its parent's.
        attributes: what its tags can say.
    """

    id: LabelId
    key: LabelKey
    color: Colour
    en: str
    zh: str
    description: str = ""
    parent: LabelId | None = None
    role: Role = ""
    attributes: tuple[AttributeType, ...] = ()


class RelationType(Value, frozen=True, kw_only=True):
    """A kind of relation.

    Attributes:
        id: in every export.
        key: one letter.
        role: what it says of a metric: what is measured, whose it is, or when; empty: something else.
        heads: the labels that it may lead from; none: all.
        tails: the labels that it may lead to, the most usual first; none: all.
    """

    id: LabelId
    key: Annotated[str, Matching(r"^[a-z]$")]
    en: str = ""
    zh: str = ""
    role: Literal["", RelationRole] = ""
    heads: tuple[LabelId, ...] = ()
    tails: tuple[LabelId, ...] = ()

    def name(self, language: str) -> str:
        """Return what people call it."""
        return (self.zh if language == "zh" else self.en) or self.id

    def allows(self, head: str, tail: str) -> bool:
        """Tell whether it may lead from one label to another."""
        return (not self.heads or head in self.heads) and (not self.tails or tail in self.tails)


class LabelSet(Value, frozen=True, kw_only=True, dict=True):
    """The labels of a project; ids and keys are each used once, and no key begins another."""

    labels: tuple[Label, ...]

    def __post_init__(self) -> None:
        """Refuse an id or a key that is used twice, and parents that are none."""
        for field in ("id", "key"):
            seen: set[str] = set()
            for label in self.labels:
                value = getattr(label, field)
                if value in seen:
                    raise ValueError(f"two labels have the {field} {value!r}")
                seen.add(value)
        for one, other in permutations(self.labels, 2):
            if other.key.startswith(one.key):
                raise ValueError(
                    f"the key {one.key!r} of {one.id} begins the key {other.key!r} of {other.id}"
                )
        for label in self.labels:
            if any(type_.multiple for type_ in label.attributes):
                raise ValueError(Message("attribute.one_value", {"id": label.id}))
            if label.parent is not None and (label.parent not in self.by_id or self._is_own_ancestor(label)):
                raise ValueError(Message("label.no_parent", {"id": label.id, "parent": label.parent}))

    def _is_own_ancestor(self, label: Label) -> bool:
        above, seen = label.parent, {label.id}
        while above is not None and above not in seen:
            seen.add(above)
            above = self.by_id[above].parent if above in self.by_id else None
        return above is not None

    @cached_property
    def by_id(self) -> dict[str, Label]:
        """The labels by their ids."""
        return {label.id: label for label in self.labels}

    @cached_property
    def by_key(self) -> dict[str, Label]:
        """The labels by their keys."""
        return {label.key: label for label in self.labels}

    @cached_property
    def first_letters(self) -> frozenset[str]:
        """The letters with which a label's key begins."""
        return frozenset(label.key[0] for label in self.labels)

    def attributes_of(self, label: str) -> tuple[AttributeType, ...]:
        """Return what tags of a label can say, its parents' attributes first; nothing of an unknown label."""
        known = self.by_id.get(label)
        if known is None:
            return ()
        above = self.attributes_of(known.parent) if known.parent else ()
        own = {attribute.id for attribute in known.attributes}
        return (*(attribute for attribute in above if attribute.id not in own), *known.attributes)

    def role_of(self, label: str) -> Role:
        """Return what its tags are: its own role, else that of its name (METRIC, TIME), else its parent's."""
        known = self.by_id.get(label)
        role = (known.role if known else "") or NAMED_ROLES.get(label, "")
        return role or (self.role_of(known.parent) if known and known.parent else "")

    @cached_property
    def metrics(self) -> tuple[str, ...]:
        """The labels of quantities, the first of them that of proposals; METRIC where there is none."""
        return self._with_role("quantity") or (METRIC,)

    @cached_property
    def times(self) -> tuple[str, ...]:
        """The labels of times, the first of them that of proposals; TIME where there is none."""
        return self._with_role("time") or (TIME,)

    def _with_role(self, role: Role) -> tuple[str, ...]:
        return tuple(label.id for label in self.labels if self.role_of(label.id) == role)

    def name_of(self, label: str, language: str) -> str:
        """Return how a label is called: its id, in Chinese its Chinese name; an unknown label's id."""
        known = self.by_id.get(label)
        return known.zh if known and language == "zh" else label


NAMED_ROLES: dict[str, Role] = {METRIC: "quantity", TIME: "time"}

DEFAULT_LABELS = LabelSet(
    labels=(
        Label(id="PERSON", key="p", color="#4f9de0", en="Person", zh="人物"),
        Label(id="TITLE", key="t", color="#9a8cf0", en="Title or post", zh="职务"),
        Label(id="ORG", key="o", color="#e0a13c", en="Organisation", zh="机构"),
        Label(id="LOC", key="l", color="#55b56a", en="Place", zh="地点"),
        Label(id=TIME, key="i", color="#3fb3b0", en="Time", zh="时间"),
        Label(id="EVENT", key="e", color="#d977b4", en="Event", zh="事件"),
        Label(id="DOC", key="d", color="#a9a03a", en="Document", zh="文件"),
        Label(id=METRIC, key="m", color="#e2685d", en="Metric", zh="指标"),
        Label(id="INDICATOR", key="h", color="#8fae4b", en="What a metric measures", zh="指标名"),
    )
)

DEFAULT_RELATIONS: tuple[RelationType, ...] = (
    RelationType(
        id="indicator",
        key="i",
        en="what it measures",
        zh="指标名称",
        role="indicator",
        heads=(METRIC,),
        tails=("INDICATOR",),
    ),
    RelationType(
        id="subject",
        key="s",
        en="whose it is",
        zh="主体",
        role="subject",
        heads=(METRIC,),
        tails=("ORG", "LOC", "PERSON"),
    ),
    RelationType(id="period", key="p", en="when", zh="时期", role="period", heads=(METRIC,), tails=(TIME,)),
)
"""What a metric measures, whose it is and when."""

RELATION_ROLES: tuple[RelationRole, ...] = get_args(RelationRole)


class Schema(Frozen, frozen=True):
    """The labels and relation types of a project, and what its articles are labelled with."""

    labels: LabelSet
    relations: tuple[RelationType, ...]
    article_labels: tuple[AttributeType, ...] = ()

    def relations_with(self, role: RelationRole) -> frozenset[str]:
        """Return the ids of the relation types with a role."""
        return frozenset(type_.id for type_ in self.relations if type_.role == role)

    def relation_roles(self) -> dict[str, RelationRole]:
        """Return the roles of relation types by their ids; one without a role is left out."""
        return {type_.id: type_.role for type_ in self.relations if type_.role}


DEFAULT_SCHEMA = Schema(DEFAULT_LABELS, DEFAULT_RELATIONS)
