"""The preview texts of a repair of the page's division."""

from tui.app.workspace.status import Say
from tui.edit.repair_preview import RepairPreview
from tui.errors import printable

QUOTE = 12
"""Code points of a text that are quoted."""
SEAM = 6
"""Code points on each side of a seam."""


def becomes(seen: RepairPreview, say: Say) -> str:
    """Return what becomes of a line whose role is seen beside it."""
    said = [say(f"role.{seen.after or 'furniture'}")] if seen.before != seen.after else []
    if seen.begins:
        said.append(say("preview.begins", count=seen.begins))
    if seen.joins:
        said.append(say("preview.joins", text=printable(seen.joins[:QUOTE])))
    if any(seen.closes):
        above, below = seen.closes
        said.append(say("preview.closes", text=printable(f"{above[-SEAM:]}|{below[:SEAM]}")))
    return say("preview.and").join(said) or say("preview.same")


def sentence(seen: RepairPreview, say: Say) -> str:
    """Return what becomes of a line, with the line and the role that it has."""
    text, role = printable(seen.text[:QUOTE]), say(f"role.{seen.before or 'furniture'}")
    return say("preview.line", text=text, role=role, becomes=becomes(seen, say))
