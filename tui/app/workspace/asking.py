"""The input of proposers for the open article, and their cached output."""

from collections.abc import Sequence
from heapq import merge

from tui.app.workspace.standing import Answer
from tui.app.workspace.time_values import page_base
from tui.app.workspace.workspace import Workspace
from tui.operations.proposals.articles import example_of
from tui.operations.proposals.open_candidates import OpenCandidates
from tui.operations.proposals.sure_checks import LAST, load_checks, save_checks, threshold
from tui.suggest.candidate import Candidate, Example
from tui.text.segment import fallback_words

LONGEST = 50_000
"""Characters of an article; of longer ones nothing is proposed while one works."""


def example_of_shown(workspace: Workspace) -> Example | None:
    """Return the open article as makers take it; None: nothing is proposed of it."""
    shown = workspace.shown
    if shown is None or workspace.proposals.off or shown.opened.kind == "source":
        return None
    text = shown.view.reading.text
    if len(text) > LONGEST:
        return None
    words = shown.words or fallback_words(text)
    return example_of(shown.opened.document, shown.opened.article, words, page_base(workspace))


def put_answer(workspace: Workspace, article: str, candidates: Sequence[Candidate]) -> None:
    """Keep what was proposed of an article, and what was decided on before: undo opens that again."""
    proposals = workspace.proposals
    if proposals.checks is None:
        put_checks(workspace, load_checks(workspace.documents.project))
    known = workspace.documents.schema.labels.by_id
    found = [one for one in candidates if one.label in known]
    ranges = {one.range for one in found}
    closed = [one for one in proposals.closed(article) if one.range not in ranges]
    found = list(merge(found, closed, key=lambda one: one.start))
    proposals.put(article, Answer(found, OpenCandidates(article, found).on))


def put_checks(workspace: Workspace, checks: list[bool]) -> None:
    """Take what became of sure proposals that were looked at: how sure is sure follows from it."""
    proposals = workspace.proposals
    proposals.checks = checks
    proposals.sure = threshold(workspace.documents.project.settings.suggest.sure, checks)


def note_check(workspace: Workspace, *, right: bool) -> None:
    """Note what became of a sure proposal that was looked at; where too many are wrong, say so."""
    project, before = workspace.documents.project, workspace.proposals.sure
    known = workspace.proposals.checks
    checks = [*(load_checks(project) if known is None else known), right][-LAST:]
    put_checks(workspace, checks)
    save_checks(project, checks)
    if workspace.proposals.sure > before:
        percent = round(100 * sum(checks) / len(checks))
        sure = round(100 * workspace.proposals.sure)
        workspace.tell(workspace.say("status.sure_raised", percent=percent, sure=sure))
