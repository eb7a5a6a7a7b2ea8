"""The tour: five steps on the example page, each done by keys and checked by what was done."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from tui.app.workspace.status import Say
from tui.model import LabelSet, Segment, Span, State

NAME = "临溪县总工会"
"""The name that is tagged, on the example page of `piyue init`."""
ORG, METRIC = "ORG", "METRIC"


class Work(Struct, frozen=True):
    """What is on the screen: the reading text, what a label would tag, tags, the article's state."""

    text: str
    target: Segment
    tags: Sequence[Span]
    state: State


Check: TypeAlias = Callable[[Work], bool]
"""Tells whether a step is done."""


def _is_at_name(work: Work) -> bool:
    """Below the headline, which begins with the name: the cursor is there from the start."""
    at = work.target[0]
    return any(work.text.startswith(NAME, start) for start in range(max(1, at - len(NAME) + 1), at + 1))


def _names_tagged(work: Work) -> int:
    return sum(span.label == ORG and span.text == NAME for span in work.tags)


STEPS: Mapping[str, Check] = {
    "move": _is_at_name,
    "tag": lambda work: _names_tagged(work) >= 1,
    "same": lambda work: _names_tagged(work) >= 2,
    "number": lambda work: any(tag.label == METRIC and tag.attributes.get("value") for tag in work.tags),
    "finish": lambda work: work.state == "done",
}
"""The steps in order; a row `tour.<step>` of the catalogue says what is to be done."""


class Tour:
    """Knows which step comes next; a step that was done stays done."""

    def __init__(self) -> None:
        self._done = 0

    def follow(self, work: Work) -> None:
        """Look at what was done."""
        for check in list(STEPS.values())[self._done :]:
            if not check(work):
                return
            self._done += 1

    def text(self, say: Say, labels: LabelSet) -> str:
        """Return what is to be done next."""
        if self._done == len(STEPS):
            return say("tour.done")
        step = list(STEPS)[self._done]
        keys = {"org": labels.by_id[ORG].key, "metric": labels.by_id[METRIC].key}
        said = say(f"tour.{step}", name=NAME, **keys)
        return say("tour.step", number=self._done + 1, total=len(STEPS), text=said)
