"""Changes to a document, their history, and the session that holds both."""

from tui.edit.changes import (
    AddRelation,
    AddSpan,
    Change,
    RemoveRelation,
    RemoveSpan,
    ReplaceSpan,
    SetProgress,
)
from tui.edit.session import Listener, Session, Step

__all__ = [
    "AddRelation",
    "AddSpan",
    "Change",
    "Listener",
    "RemoveRelation",
    "RemoveSpan",
    "ReplaceSpan",
    "Session",
    "SetProgress",
    "Step",
]
