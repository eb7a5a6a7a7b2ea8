"""Aliases of indicators and subjects: different names for the same thing."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, get_args

AliasKind: TypeAlias = Literal["indicator", "subject"]
KINDS: tuple[AliasKind, ...] = get_args(AliasKind)


class Alias(NamedTuple):
    """One way to write a name.

    Attributes:
        written: as it stands in the text.
        name: what it is called in the ledger.
        page: the only page on which it means that (该区总工会); empty: on all.
    """

    kind: AliasKind
    written: str
    name: str
    page: str = ""


class Aliases:
    """The aliases of a project, ready to be looked up; one for a page comes before one for all."""

    def __init__(self, aliases: Iterable[Alias] = ()) -> None:
        self.all = tuple(aliases)
        self._names = {(a.kind, a.written, a.page): a.name for a in self.all}

    def name(self, kind: AliasKind, written: str, page: str = "") -> str:
        """Return what is meant: aliases of aliases are followed, a circle is left where it closes."""
        seen = {written}
        while True:
            found = self._names.get((kind, written, page)) or self._names.get((kind, written, ""))
            if found is None or found in seen:
                return written
            seen.add(found)
            written = found

    def with_alias(self, alias: Alias) -> "Aliases":
        """Return these with one more, which comes in the place of what was said of the same words."""
        same = (alias.kind, alias.written, alias.page)
        return Aliases((*(a for a in self.all if (a.kind, a.written, a.page) != same), alias))
