"""The values that everything else speaks of. Offsets are code points of the source, ranges half open."""

from tui.model.corrections import BlockPin, BorderPin, Corrections, ReadsPin, RefusedPin, WordPin
from tui.model.document import STATES, Document, Progress, Stage, State
from tui.model.labels import (
    DEFAULT_LABELS,
    DEFAULT_RELATIONS,
    DEFAULT_SCHEMA,
    AttributeType,
    Label,
    LabelSet,
    RelationRole,
    RelationType,
    Schema,
)
from tui.model.page import ABOUT, KINDS, ROLES, Article, Block, Division, Kind, Page, Role, article_id
from tui.model.segments import Segment, Segments, merge, overlap, subtract, surface, trimmed, unite
from tui.model.span import Attribute, Origin, Relation, Span, order

__all__ = [
    "ABOUT",
    "DEFAULT_LABELS",
    "DEFAULT_RELATIONS",
    "DEFAULT_SCHEMA",
    "KINDS",
    "ROLES",
    "STATES",
    "Article",
    "Attribute",
    "AttributeType",
    "Block",
    "BlockPin",
    "BorderPin",
    "Corrections",
    "Division",
    "Document",
    "Kind",
    "Label",
    "LabelSet",
    "Origin",
    "Page",
    "Progress",
    "ReadsPin",
    "RefusedPin",
    "Relation",
    "RelationRole",
    "RelationType",
    "Role",
    "Schema",
    "Segment",
    "Segments",
    "Span",
    "Stage",
    "State",
    "WordPin",
    "article_id",
    "merge",
    "order",
    "overlap",
    "subtract",
    "surface",
    "trimmed",
    "unite",
]
