"""Steps on what all annotators of a page share: its date and refused proposals."""

from tui.edit.changes import Step
from tui.edit.correct import SetCorrections
from tui.model import Document, RefusedPin, Segment, surface


def refuse(
    document: Document, label: str, segments: tuple[Segment, ...], *, everywhere: bool = False
) -> Step:
    """Return the step after which a label is not proposed for a piece of the page again to its annotator.

    Args:
        everywhere: whether it is not proposed for this text in any place.
    """
    text = surface(document.page.text, segments)
    pin = RefusedPin(
        label=label, segments=segments, text=text, annotator=document.annotator, everywhere=everywhere
    )
    corrections = document.corrections.replaced(refused=(*document.corrections.refused, pin))
    return Step("refuse", (SetCorrections(corrections),), text, segments[0][0], label)


def set_date(document: Document, date: str) -> Step:
    """Return the step that says when the page appeared, as `tui.quantities.periods.base_of` reads it."""
    changed = SetCorrections(document.corrections.replaced(date=date))
    return Step("date" if date else "undate", (changed,), date)
