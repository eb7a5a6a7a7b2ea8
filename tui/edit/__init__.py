"""Changes to a document, their history, and the session that holds both."""

from tui.edit.bulk import AddAll, RemoveAll
from tui.edit.changes import (
    AddRelation,
    AddSeconds,
    AddSpan,
    Change,
    RemoveRelation,
    RemoveSpan,
    ReplaceSpan,
    SetProgress,
    SetState,
    Step,
)
from tui.edit.session import Listener, Session

__all__ = [
    "AddAll",
    "AddRelation",
    "AddSeconds",
    "AddSpan",
    "Change",
    "Listener",
    "RemoveAll",
    "RemoveRelation",
    "RemoveSpan",
    "ReplaceSpan",
    "Session",
    "SetProgress",
    "SetState",
    "Step",
]
