"""Differences of annotators as rows of a list of places."""

from collections.abc import Iterable, Iterator

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


def difference_hits(
    document: Document, article: Article, differences: Iterable[Difference], workspace: Workspace
) -> Iterator[HitRow]:
    """Yield the places of differences and what each annotator has there; not what is not in the text now."""
    reading, texts = read(document.page, article), VersionTexts(workspace.names)
    for difference in differences:
        if ranges := reading.project(difference.place.segments):
            found = place(document, article, reading, (ranges[0][0], ranges[-1][1]))
            versions = (texts.text(difference, number) for number in range(len(difference.versions)))
            note = f"{kinds_said(difference, workspace.say)}: {' | '.join(versions)}"
            yield HitRow(found, note, about=difference)
