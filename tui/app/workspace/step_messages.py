"""What the status line says of a step."""

from tui.app.workspace.tag_values import value_of
from tui.app.workspace.workspace import Workspace
from tui.edit import AddSpan, ReplaceSpan, Step
from tui.errors import printable
from tui.text.sentences import is_punctuation

READ = frozenset(("tag", "relabel", "resize", "edit"))
"""Kinds of steps after which one wants to know what a tag is read as."""

OF_RELATIONS = frozenset(("relate", "unrelate"))
"""Kinds of steps whose label is a relation type."""


OF_ARTICLES = frozenset(("label_article", "adjudicate.labelled", "adjudicate.unlabelled"))
"""Kinds of steps whose label is one of whole articles."""


def step_said(workspace: Workspace, step: Step) -> str:
    """Say what a step did."""
    is_label = step.label in workspace.documents.schema.labels.by_id
    if step.kind in OF_ARTICLES:
        name = workspace.names.article_label(step.label)
    elif step.kind in OF_RELATIONS or (step.kind.startswith("adjudicate.") and not is_label):
        name = workspace.names.relation(step.label)
    else:
        name = workspace.names.label(step.label)
    return workspace.say(f"step.{step.kind}", subject=f"{name} {printable(step.subject)}".strip())


def value_said(workspace: Workspace, step: Step) -> str:
    """Say what a tag that was made or changed is read as, if it can be; of marks alone, that it cannot."""
    made = [change.span for change in step.changes if isinstance(change, AddSpan | ReplaceSpan)]
    if len(made) == 1 and step.kind in READ and is_punctuation(made[0].text):
        return workspace.say("step.only_punctuation")
    value = value_of(workspace, made[0]) if len(made) == 1 and step.kind in READ else ""
    if value == "?":
        return workspace.say("step.unread")
    if not value.strip("(?)"):
        return f" {value}".rstrip()  # a doubt is no value
    return workspace.say("step.read", value=value)
