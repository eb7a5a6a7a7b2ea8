"""Hits: places that a search or a question about tags found."""

from tui.model.values import Frozen
from tui.search.places import Place


class HitRow(Frozen, frozen=True):
    """A place, what is said of it, and whether it is accepted; None: there is nothing to accept.

    Attributes:
        about: what the row is made from, for who made it.
    """

    place: Place
    note: str
    accepted: bool | None = None
    about: object = None
