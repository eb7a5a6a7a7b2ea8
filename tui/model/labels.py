"""Labels: what a span can be called."""

from functools import cached_property
from typing import Annotated

from pydantic import StringConstraints, model_validator

from tui.model.values import Value

METRIC = "METRIC"

LabelId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_.-]{0,63}$")]
LabelKey = Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Label(Value):
    """A label: its id in every export, its key, its colour (#rrggbb) and its names and meaning for people."""

    id: LabelId
    key: LabelKey
    color: Colour
    en: str
    zh: str
    description: str = ""


class LabelSet(Value):
    """The labels of a project; ids and keys are each used once."""

    labels: tuple[Label, ...]

    @model_validator(mode="after")
    def _each_once(self) -> "LabelSet":
        for field in ("id", "key"):
            seen: set[str] = set()
            for label in self.labels:
                value = getattr(label, field)
                if value in seen:
                    raise ValueError(f"two labels have the {field} {value!r}")
                seen.add(value)
        return self

    @cached_property
    def by_id(self) -> dict[str, Label]:
        """The labels by their ids."""
        return {label.id: label for label in self.labels}

    @cached_property
    def by_key(self) -> dict[str, Label]:
        """The labels by their keys."""
        return {label.key: label for label in self.labels}

    def name_of(self, label: str, language: str) -> str:
        """Return how a label is called: its id, in Chinese its Chinese name; an unknown label's id."""
        known = self.by_id.get(label)
        return known.zh if known and language == "zh" else label


DEFAULT_LABELS = LabelSet.trusted(
    labels=(
        Label.trusted(id="PERSON", key="p", color="#4f9de0", en="Person", zh="人物"),
        Label.trusted(id="TITLE", key="t", color="#9a8cf0", en="Title or post", zh="职务"),
        Label.trusted(id="ORG", key="o", color="#e0a13c", en="Organisation", zh="机构"),
        Label.trusted(id="LOC", key="l", color="#55b56a", en="Place", zh="地点"),
        Label.trusted(id="TIME", key="i", color="#3fb3b0", en="Time", zh="时间"),
        Label.trusted(id="EVENT", key="e", color="#d977b4", en="Event", zh="事件"),
        Label.trusted(id="DOC", key="d", color="#a9a03a", en="Document", zh="文件"),
        Label.trusted(id=METRIC, key="m", color="#e2685d", en="Metric", zh="指标"),
    )
)
