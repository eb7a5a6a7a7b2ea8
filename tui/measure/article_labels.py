"""Checks article labels against the settings."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from tui.model import Article, AttributeType, Document, Schema

Fault: TypeAlias = Literal["unknown", "value", "several", "missing"]
"""A label that the project does not have; a value that is none of its; several where one can hold; a required
one that a finished article does not have."""


class LabelFault(NamedTuple):
    """A label of an article that is not as it has to be."""

    article: Article
    label: str
    values: tuple[str, ...]
    fault: Fault


def label_faults(document: Document, schema: Schema) -> Iterator[LabelFault]:
    """Yield what is wrong with the labels of a page's articles, in their order."""
    types = {type_.id: type_ for type_ in schema.article_labels}
    for article in document.articles:
        progress = document.progress_of(article.id)
        for id_, values in progress.labels.items():
            if (fault := _fault(types.get(id_), values)) is not None:
                yield LabelFault(article, id_, values, fault)
        for type_ in schema.article_labels:
            if type_.required and progress.state == "done" and not progress.labels.get(type_.id):
                yield LabelFault(article, type_.id, (), "missing")


def _fault(type_: AttributeType | None, values: tuple[str, ...]) -> Fault | None:
    if type_ is None:
        return "unknown"
    if any(type_.read(value) is None for value in values):
        return "value"
    return "several" if len(values) > 1 and not type_.multiple else None
