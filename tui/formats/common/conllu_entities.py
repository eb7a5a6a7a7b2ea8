"""CorefUD's entities: brackets in the `Entity` of MISC, which open and close at words."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from tui.formats.common.flat_article import Link, Mark
from tui.model import Segment

BRACKET = re.compile(
    r"\((?P<opened>[^-()\[\]]+)(?:\[[^\]]*\])?(?:-(?P<fields>[^()]*))?(?P<only>\))?"
    r"|(?P<closed>[^-()\[\]]+)(?:\[[^\]]*\])?\)"
)
FIELDS = ("eid", "etype")
"""What the fields of a bracket are where no line says it."""
EQUIVALENCE = "Equiv"


class EntityReader:
    """The entities of one article, while its words come. Two with one id are the same: an equivalence.

    Args:
        fields: what the fields of a bracket are, as `# global.Entity` says.

    Attributes:
        marks: in the order in which they close.
    """

    def __init__(self, fields: tuple[str, ...]) -> None:
        self.fields = fields
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self._open: dict[str, list[tuple[int, str]]] = {}
        self._latest: dict[str, str] = {}

    def take(self, said: str, place: Segment) -> None:
        """Take the `Entity` of a word at its place."""
        for match in BRACKET.finditer(said):
            if key := match["opened"]:
                self._open.setdefault(key, []).append((place[0], self._label(match["fields"] or "")))
            closing = match["closed"] or (key if match["only"] else None)
            if closing and self._open.get(closing):
                start, label = self._open[closing].pop()
                self._close(closing, label, (start, place[1]))

    def unclosed(self) -> Iterator[str]:
        """Yield the id of each entity that has no end."""
        for key, opened in self._open.items():
            for _ in opened:
                yield key

    def _label(self, fields: str) -> str:
        """Return the type among the fields of a bracket, of which the first is its id."""
        at = self.fields.index("etype") - 1 if "etype" in self.fields else 0
        values = fields.split("-")
        return unquote(values[at]) if at < len(values) else ""

    def _close(self, entity: str, label: str, place: Segment) -> None:
        key = f"T{len(self.marks) + 1}"
        self.marks.append(Mark(key, label, (place,)))
        if before := self._latest.get(entity):
            self.links.append(Link("", EQUIVALENCE, before, key))
        self._latest[entity] = key
