"""What Label Studio says of a whole text: the controls and the results that stand for labels of articles."""

from collections.abc import Sequence, Set
from typing import Any

from tui.model import ABOUT

LABELS, TEXT, ATTRIBUTES = "label", "text", "attributes"
"""The names of our config's controls and of its text."""
COLUMNS = ("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "agreement")
"""What JSON_MIN has of its own beside a task's data and the controls, in one object."""
TAKEN = frozenset((LABELS, TEXT, ATTRIBUTES, "article", "state", *ABOUT, *COLUMNS))
"""What no other control may be called: in JSON_MIN one of two with the same name is lost."""
OF_ARTICLES = frozenset({"choices", "textarea"})
"""Kinds that, without a labelled region, say something of the whole text."""


def control_of(label: str) -> str:
    """Return what the control for a label of articles is called."""
    return f"{label}-" if label.rstrip("-") in TAKEN else label


def _label_of(control: str) -> str:
    """Return the label of articles that a control is for."""
    return control[:-1] if control.endswith("-") and control.rstrip("-") in TAKEN else control


def labels_of_article(result: Sequence[Any]) -> dict[str, tuple[str, ...]]:
    """Return what an annotation says of the whole text: by the label, its values."""
    keys = {str(region.get("id")) for region in result if region.get("type") == "labels"}
    found: dict[str, tuple[str, ...]] = {}
    for region in result:
        if is_of_article(region, keys):
            value = region["value"]
            values = value.get("choices", value.get("text"))
            values = [values] if isinstance(values, str) else values
            found[_label_of(region["from_name"])] = tuple(map(str, values))
    return found


def is_of_article(region: Any, keys: Set[str]) -> bool:
    """Tell whether a region says something of the whole text; `keys` are those of labelled regions.

    What has a place says it of that place alone.
    """
    value, kind = region.get("value"), region.get("type")
    if kind not in OF_ARTICLES or str(region.get("id")) in keys or not isinstance(value, dict):
        return False
    if "start" in value:
        return False
    said = value.get("choices", value.get("text"))
    return isinstance(region.get("from_name"), str) and bool(said) and isinstance(said, str | list)
