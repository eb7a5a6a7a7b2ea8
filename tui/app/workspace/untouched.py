"""Long passages without a tag or decision, named once before the article is marked done."""

from tui.app.workspace.workspace import Workspace
from tui.errors import printable
from tui.model import Segment

LONG = 400
"""Characters without a tag that are worth a word."""
QUOTE = 12
"""Characters of it that are quoted."""


def untouched(workspace: Workspace) -> str | None:
    """Return what is said of the longest stretch; None: it is short, or was named before."""
    shown = workspace.shown
    if shown is None or shown.opened.kind == "source":
        return None
    opened = shown.opened
    article, document = opened.article.id, opened.document
    tags = document.spans_in(opened.article)
    if article in workspace.named_untouched or document.progress_of(article).state == "done" or not tags:
        return None
    text = shown.view.reading.text
    longest = max(_gaps(workspace), key=lambda gap: gap[1] - gap[0])
    if longest[1] - longest[0] < LONG:
        return None
    workspace.named_untouched.add(article)
    quote = printable(text[longest[0] : longest[0] + QUOTE].strip())
    return workspace.say("status.untouched", text=quote, count=longest[1] - longest[0])


def _gaps(workspace: Workspace) -> list[Segment]:
    """Return the ranges between what was tagged or refused."""
    assert workspace.shown is not None
    opened, reading = workspace.shown.opened, workspace.shown.view.reading
    decided = [span.segments for span in opened.document.spans_in(opened.article)]
    decided += [pin.segments for pin in opened.document.corrections.refused]
    ranges = sorted(range_ for segments in decided for range_ in reading.project(segments))
    gaps, at = [], 0
    for start, end in ranges:
        gaps.append((at, max(at, start)))
        at = max(at, end)
    return [*gaps, (at, len(reading.text))]
