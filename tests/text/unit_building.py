"""Units of a page that a test names one by one, without the page."""

from dataclasses import replace
from typing import Any

from tui.text.units import Unit

PLAIN = Unit(None, "", [(0, 0)], (0, 0), gap=1, level=0, indent=False, stop=0, begins=True, ends=True)


def unit(text: str, **given: Any) -> Unit:
    """Return a unit that is a line of its own, with a blank line above it, but for what is given."""
    given.setdefault("segments", [(0, len(text))])
    return replace(PLAIN, text=text, whole=(0, len(text)), stop=len(text), **given)


def on_page(*units: Unit) -> tuple[str, list[Unit]]:
    """Return units on a page of their texts, each on a line of its own."""
    found: list[Unit] = []
    at = 0
    for one in units:
        end = at + len(one.text)
        found.append(replace(one, segments=[(at, end)], whole=(at, end), stop=end))
        at = end + 1
    return "\n".join(one.text for one in units) + "\n", found
