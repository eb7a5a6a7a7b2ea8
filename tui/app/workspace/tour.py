"""The tour: five steps on the example page, each done by keys and checked by what was done."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tui.app.workspace.workspace import Workspace
from tui.model import Segment

NAME = "临溪县总工会"
"""The name that is tagged, on the example page of `piyue init`."""
ORG, METRIC = "ORG", "METRIC"

Check: TypeAlias = Callable[[Workspace, Segment], bool]
"""Tells whether a step is done, by the workspace and the reading range that a label would tag."""


def _is_at_name(workspace: Workspace, target: Segment) -> bool:
    """Below the headline, which begins with the name: the cursor is there from the start."""
    text = workspace.shown.view.reading.text if workspace.shown else ""
    first = max(1, target[0] - len(NAME) + 1)
    return any(text.startswith(NAME, start) for start in range(first, target[0] + 1))


def _names_tagged(workspace: Workspace) -> int:
    return sum(span.label == ORG and span.text == NAME for span in workspace.tags())


def _has_value(workspace: Workspace) -> bool:
    return any(span.label == METRIC and bool(span.attributes.get("value")) for span in workspace.tags())


STEPS: Mapping[str, Check] = {
    "move": _is_at_name,
    "tag": lambda workspace, _: _names_tagged(workspace) >= 1,
    "same": lambda workspace, _: _names_tagged(workspace) >= 2,
    "number": lambda workspace, _: _has_value(workspace),
    "finish": lambda workspace, _: workspace.progress.state == "done",
}
"""The steps in order; a row `tour.<step>` of the catalogue says what is to be done."""


class Tour:
    """Knows which step comes next; a step that was done stays done."""

    def __init__(self) -> None:
        self._done = 0

    def follow(self, workspace: Workspace, target: Segment) -> None:
        """Look at what was done."""
        for check in list(STEPS.values())[self._done :]:
            if not check(workspace, target):
                return
            self._done += 1

    def text(self, workspace: Workspace) -> str:
        """Return what is to be done next."""
        say, labels = workspace.say, workspace.documents.schema.labels.by_id
        if self._done == len(STEPS):
            return say("tour.done")
        step = list(STEPS)[self._done]
        keys = {"org": labels[ORG].key, "metric": labels[METRIC].key}
        said = say(f"tour.{step}", name=NAME, **keys)
        return say("tour.step", number=self._done + 1, total=len(STEPS), text=said)
