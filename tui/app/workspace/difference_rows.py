"""Differences of annotators as rows of a list of places."""

from tui.app.workspace.hits import HitRow
from tui.app.workspace.status import Say
from tui.app.workspace.workspace import Workspace
from tui.measure.adjudication.differences import Difference
from tui.measure.adjudication.rows import VersionTexts
from tui.model import Article, Document
from tui.search.places import place
from tui.text.offsets import read


def kinds_said(difference: Difference, say: Say) -> str:
    """Say in what annotators differ."""
    return "+".join(say(f"difference.{kind}") for kind in difference.kinds)


def difference_hit(
    document: Document, article: Article, difference: Difference, workspace: Workspace
) -> HitRow | None:
    """Return the place of a difference and what each annotator has there; None: it is not in the text now."""
    reading = read(document.page, article)
    ranges = reading.project(difference.place.segments)
    if not ranges:
        return None
    found = place(document, article, reading, (ranges[0][0], ranges[-1][1]))
    texts = VersionTexts(workspace.names)
    versions = (texts.text(difference, number) for number in range(len(difference.versions)))
    return HitRow(found, f"{kinds_said(difference, workspace.say)}: {' | '.join(versions)}", about=difference)
