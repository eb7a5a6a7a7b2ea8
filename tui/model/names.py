"""What people call the labels, relation types and attributes of a project.

Labels and relation types have their ids as English names: these are what the commands take, and short.
"""

from msgspec import Struct

from tui.model.labels import AttributeType, LabelSet, Schema
from tui.texts import CATALOGUE, Language


class Name(Struct, frozen=True):
    """A name in both languages; which of them is read is known where it is shown."""

    en: str
    zh: str

    def render(self, language: Language) -> str:
        """Return the name in `language`."""
        return self.zh if language == "zh" else self.en


class Phrase(Struct, frozen=True):
    """Names and texts, a blank between two of them."""

    parts: tuple[Name | str, ...]

    def render(self, language: Language) -> str:
        """Return the whole in `language`."""
        return " ".join(part if isinstance(part, str) else part.render(language) for part in self.parts)


class SchemaNames(Struct, frozen=True):
    """The names of a project in one language."""

    schema: Schema
    language: Language

    def label(self, id_: str) -> str:
        """Return the name of a label."""
        return label_name(self.schema.labels, id_).render(self.language)

    def relation(self, id_: str) -> str:
        """Return the name of a relation type."""
        return relation_type_name(self.schema, id_).render(self.language)

    def article_label(self, id_: str) -> str:
        """Return the name of a label of articles."""
        return article_label_name(self.schema, id_).render(self.language)

    def attribute(self, id_: str) -> str:
        """Return the name of an attribute of tags."""
        return attribute_name(self.schema, id_).render(self.language)


def label_name(labels: LabelSet, id_: str) -> Name:
    """Return the name of a label; of one that the project does not define, its id."""
    return Name(id_, labels.name_of(id_, "zh"))


def relation_type_name(schema: Schema, id_: str) -> Name:
    """Return the name of a relation type; of one that the project does not define, its id."""
    known = next((type_ for type_ in schema.relations if type_.id == id_), None)
    return Name(id_, known.name("zh") if known and known.zh else id_)


def article_label_name(schema: Schema, id_: str) -> Name:
    """Return the name of a label of articles; of one that the project does not define, its id."""
    return _attribute(next((type_ for type_ in schema.article_labels if type_.id == id_), None), id_)


def attribute_name(schema: Schema, id_: str) -> Name:
    """Return the name of an attribute of tags, a quantity's fields too; of an unknown one, its id."""
    attributes = (type_ for label in schema.labels.labels for type_ in label.attributes)
    known = next((type_ for type_ in attributes if type_.id == id_), None)
    row = CATALOGUE.get(f"edit.{id_}")
    return Name(*row) if row and known is None else _attribute(known, id_)


def _attribute(known: AttributeType | None, id_: str) -> Name:
    return Name(known.name("en"), known.name("zh")) if known else Name(id_, id_)


def label_called(labels: LabelSet, text: str) -> str:
    """Return the id of the label that is meant by an id or a name, in whatever case; else the text."""
    wanted = text.casefold()
    names = ((label.id, (label.id, label.zh, label.en)) for label in labels.labels)
    return next((id_ for id_, own in names if wanted in map(str.casefold, own)), text)
