"""Maps kinds of names to labels of a project, by id or Chinese name."""

from collections.abc import Mapping, Sequence

from tui.model import LabelSet
from tui.suggest.word_lists import SUFFIXES

USUAL: Mapping[str, tuple[str, ...]] = {
    "PERSON": ("PERSON", "PER", "NR", "NAME", "人物", "人名", "姓名"),
    "ORG": (
        "ORG",
        "ORGANIZATION",
        "ORGANISATION",
        "NT",
        "COMPANY",
        "机构",
        "组织",
        "机构名",
        "组织机构",
        "单位",
    ),
    "LOC": ("LOC", "LOCATION", "GPE", "PLACE", "NS", "ADDRESS", "地点", "地名", "地址", "处所"),
    "TITLE": ("TITLE", "POSITION", "POST", "JOB", "职务", "职位", "头衔"),
    "DOC": ("DOC", "DOCUMENT", "LAW", "文件", "法规", "文书"),
    "EVENT": ("EVENT", "事件", "活动"),
}
"""By kind: ids of MSRA, OntoNotes, CLUENER, People's Daily and of our own, and usual names."""


def labels_by_kind(labels: LabelSet) -> dict[str, str]:
    """Return the label of each kind that the project has one for."""
    found: dict[str, str] = {}
    for kind, names in USUAL.items():
        for name in names:
            known = next((one.id for one in labels.labels if name in (one.id.upper(), one.zh)), None)
            if known is not None:
                found[kind] = known
                break
    return found


def fitting_label(text: str, labels: Sequence[str]) -> str:
    """Return which of some labels fits a name by how that ends (望津县, 长江大桥); else the first.

    Without any labels it is empty.
    """
    ends = ((len(end), kind) for kind in ("LOC", "ORG") for end in SUFFIXES[kind] if text.endswith(end))
    _, kind = max(ends, default=(0, ""))
    return next(
        (label for label in labels if label.upper() in USUAL.get(kind, ())), labels[0] if labels else ""
    )
