"""A one-line summary of a session, printed when the app ends."""

from datetime import datetime

from tui.app.workspace.documents import Documents
from tui.app.workspace.status import Say


def session_summary(documents: Documents, began: datetime, ended: datetime, say: Say) -> str:
    """Return how many tags and articles were made since a session began; empty where nothing was done."""
    known = documents.known()
    tags = sum(
        span.created >= began and span.origin != "import" for document in known for span in document.spans
    )
    states = (progress for document in known for progress in document.progress.values())
    articles = sum(p.state == "done" and p.updated is not None and p.updated >= began for p in states)
    if not (tags or articles):
        return ""
    minutes = round((ended - began).total_seconds() / 60)
    name = documents.project.annotator
    return say("app.summary", name=name, tags=tags, articles=articles, minutes=minutes)
