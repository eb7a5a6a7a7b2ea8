"""Reader of brat's standoff: `.txt` and `.ann` side by side in a folder."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.foreign_folders import content, contents
from tui.formats.common.json_fields import attributes_of
from tui.formats.common.json_lines import loads
from tui.formats.common.loss_report import What
from tui.formats.common.not_read import NotReadError
from tui.formats.interface import Refuse
from tui.model import Attribute, Segment

LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What brat's reader, or anybody's `splitlines`, takes for a line's end."""
PIECE = re.compile(f"[^{LINE_ENDS}]+")
MARK = "\ufeff"
"""A byte order mark, which some editors write at the beginning of a text."""
PLACE = re.compile(r"T[^\t]*\t\S+ (\d{1,9}) (\d{1,9})\t(.*)")
MORE, NOTE = "Attributes", "AnnotatorNotes"
"""The kinds of the notes that hold attributes as JSON, and of those that people write."""


def fragments_of(parts: tuple[Segment, ...], text: str) -> list[Segment]:
    """Return the parts without any line's end."""
    return [
        (start + piece.start(), start + piece.end())
        for start, end in parts
        for piece in PIECE.finditer(text[start:end])
    ]


def healed(fragments: list[Segment], text: str) -> tuple[Segment, ...]:
    """Join fragments between which only ends of lines stand: they were one span."""
    parts: list[Segment] = []
    for start, end in fragments:
        if parts and set(text[parts[-1][1] : start]) <= set(LINE_ENDS):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return tuple(parts)


def parse(source: Path, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield an article for each text of a folder, or for one `.txt` or `.ann`.

    A line that cannot be used is refused and the next one read.
    """
    del path
    is_folder = source.is_dir()
    folder = source if is_folder else source.parent
    for file in sorted(folder.glob("*.ann")) if is_folder else [source]:
        if not file.with_suffix(".txt").exists():
            refuse(FormatError("import.no_standoff", path=file))
            if not is_folder:
                return
    for file, data in contents(folder if is_folder else source.with_suffix(".txt"), "*.txt", refuse):
        ann = file.with_suffix(".ann")
        if not ann.exists():
            refuse(FormatError("import.no_annotations", path=file))
            continue
        tags = content(ann, folder, refuse)
        try:
            text = data.decode("utf-8")
            lines = (tags or b"").decode("utf-8-sig").split("\n")
        except UnicodeDecodeError as error:
            refuse(FormatError("import.utf8", path=file, offset=error.start))
            continue
        bare = text.removeprefix(MARK)
        counted = text if _counts_mark(text, lines) else bare
        article = _Standoff(counted, ann, refuse).article(lines)
        yield _moved(article, bare)._replace(external_id=file.stem)


def _counts_mark(text: str, lines: list[str]) -> bool:
    """Tell whether offsets count a byte order mark, as brat does: more of what lines quote stands so."""
    if not text.startswith(MARK):
        return False
    found = [place for line in lines if (place := PLACE.fullmatch(line.rstrip("\r")))]
    with_mark, without = (
        sum(counted[int(place[1]) : int(place[2])] == place[3] for place in found)
        for counted in (text, text[len(MARK) :])
    )
    return with_mark >= without


def _moved(article: FlatArticle, bare: str) -> FlatArticle:
    """Return an article without the byte order mark that its offsets count."""
    by = len(article.text) - len(bare)
    if not by:
        return article
    moved = [
        (mark, tuple((max(0, start - by), end - by) for start, end in mark.parts if end > by))
        for mark in article.marks
    ]
    return article._replace(
        text=bare, marks=tuple(mark.replaced(parts=parts) for mark, parts in moved if parts)
    )


class _Standoff:
    """The lines of one article."""

    def __init__(self, text: str, path: Path, refuse: Refuse) -> None:
        self.text, self.path, self.refuse = text, path, refuse
        self.marks: dict[str, Mark] = {}
        self.links: list[Link] = []
        self.attributes: dict[str, dict[str, Attribute]] = {}
        self.notes: dict[str, str] = {}
        self.targets: Counter[tuple[str, str]] = Counter()

    def article(self, lines: list[str]) -> FlatArticle:
        """Return what the lines say."""
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            take = TAKERS.get(line[:1])
            if take is None:
                self.refuse(NotReadError("line"))
                continue
            what: What = "relation" if line[0] in "R*" else "span"
            try:
                take(self, line.rstrip("\r"))
            except (ValueError, IndexError) as error:
                wrong = FormatError("import.brat", path=self.path, line=number, reason=error, what=what)
                self.refuse(wrong)
        marks = [
            mark.replaced(attributes=self.attributes.pop(key, {}), note=self.notes.pop(key, ""))
            for key, mark in self.marks.items()
        ]
        # What is said of events and relations has no place here.
        for kind, said in (("attribute", self.attributes), ("note", self.notes)):
            if said:
                self.refuse(NotReadError(kind, count=sum(self.targets[kind, key] for key in said)))
        return FlatArticle("", self.text, ordered(marks), tuple(self.links))

    def entity(self, line: str) -> None:
        """Take a T line."""
        key, head, shown = line.split("\t", 2)
        label, places = head.split(" ", 1)
        fragments = [(int(a), int(b)) for a, b in (place.split(" ") for place in places.split(";"))]
        if any(not 0 <= a < b <= len(self.text) for a, b in fragments):
            raise ValueError(f"{places}: outside of the text")
        there = " ".join(self.text[a:b] for a, b in fragments)
        if re.sub(r"\s", " ", there) != re.sub(r"\s", " ", shown):
            raise ValueError(f"{places}: “{there}” stands there")
        self.marks[key] = Mark(key, unquote(label), healed(sorted(fragments), self.text))

    def relation(self, line: str) -> None:
        """Take an R line."""
        key, said = line.split("\t", 1)
        label, head, tail = said.split()[:3]
        self.links.append(Link(key, unquote(label), head.partition(":")[2], tail.partition(":")[2]))

    def equivalence(self, line: str) -> None:
        """Take a * line: what it names is one, each related to the next."""
        label, *keys = line.split("\t", 1)[1].split()
        self.links += [Link("", label, head, tail) for head, tail in pairwise(keys)]

    def event(self, line: str) -> None:
        """Take an E line: its trigger is a tag as others are, what it leads to is not read."""
        del line
        self.refuse(NotReadError("event"))

    def attribute(self, line: str) -> None:
        """Take an A or M line."""
        said = line.split("\t", 1)[1].rstrip().split(" ", 2)
        value: Attribute = said[2] if len(said) > 2 else True
        self.attributes.setdefault(said[1], {})[said[0]] = value
        self.targets["attribute", said[1]] += 1

    def normalisation(self, line: str) -> None:
        """Take an N line: an attribute says what the tag stands for elsewhere."""
        _, head, *name = line.split("\t")
        kind, target, entry = head.split(" ", 2)
        known = self.attributes.setdefault(target, {})
        said = " ".join([entry, *name]).strip()
        known[kind] = f"{known[kind]}; {said}" if kind in known else said
        self.targets["attribute", target] += 1

    def note(self, line: str) -> None:
        """Take a # line."""
        _, head, *rest = line.split("\t", 2)
        said = rest[0] if rest else ""
        kind, target = head.split(" ", 1)
        if kind == MORE:
            self.attributes.setdefault(target, {}).update(attributes_of(loads(_bytes(said))))
            self.targets["attribute", target] += 1
            return
        with suppress(ValueError):
            said = str(loads(_bytes(f'"{said}"')))
        said = said if kind == NOTE else f"{kind}: {said}"
        self.notes[target] = "\n".join(filter(None, (self.notes.get(target), said)))
        self.targets["note", target] += 1


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


TAKERS = {
    "T": _Standoff.entity,
    "R": _Standoff.relation,
    "*": _Standoff.equivalence,
    "E": _Standoff.event,
    "N": _Standoff.normalisation,
    "A": _Standoff.attribute,
    "M": _Standoff.attribute,
    "#": _Standoff.note,
}
