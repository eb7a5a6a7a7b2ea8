"""Reader of Label Studio's exports: JSON and JSON_MIN, whatever the config calls the text."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, TypeAlias

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_fields import (
    UNLABELLED,
    about_of,
    annotator_of,
    attributes_of,
    check_quote,
    each,
    field,
    refusing,
    score_of,
    span,
    state_of,
)
from tui.formats.common.json_lines import json_lines, loads
from tui.formats.common.label_studio_topics import TEXT, is_of_article, labels_of_article
from tui.formats.common.not_read import NotReadError
from tui.formats.common.utf16 import from_utf16
from tui.formats.interface import Refuse
from tui.model import Attribute

Quote: TypeAlias = tuple[int, int, str]
"""Where a region begins and ends, and what it says stands there."""
PER_REGION = frozenset({"choices", "rating", "number", "taxonomy", "textarea", "datetime"})
"""Kinds that, with the id of a labelled region, say more of it."""


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the tasks' articles: one for each annotator, with the newest of his annotations.

    Predictions are proposals; a task that was skipped is a skipped text.

    Raises:
        FormatError: it is not a list of tasks.
    """
    try:
        tasks = [task for _, task in json_lines(source, path, refuse)]
    except ValueError as error:
        raise FormatError("import.json", path=path, reason=error) from error
    annotators = {
        _who(done) for task in tasks if isinstance(task, dict) for done in _list(task, "annotations")
    }
    several = len(annotators) > 1
    for number, task in enumerate(tasks, 1):
        where = f"{path}[{number}]"
        with refusing(refuse, where):
            if not isinstance(task, dict):
                raise FormatError("import.field", path=where, field="-", reason="a list of tasks is needed")
            yield from _Task(task, where, refuse, several).articles()


def _list(task: dict[str, Any], name: str) -> list[Any]:
    found = task.get(name)
    return found if isinstance(found, list) else []


def _who(annotation: Any) -> str:
    return annotator_of(annotation.get("completed_by")) if isinstance(annotation, dict) else ""


class _Task:
    """A task being read.

    Args:
        several: whether several annotators' work is in the file; of one alone the name does not matter.
    """

    def __init__(self, task: dict[str, Any], path: str, refuse: Refuse, several: bool) -> None:
        self.task, self.path, self.refuse, self.several = task, path, refuse, several
        # JSON_MIN has neither: the fields stand in the task itself.
        self.data = task["data"] if isinstance(task.get("data"), dict) else task
        self._back: Callable[[int], int | None] | None = None

    def articles(self) -> Iterator[FlatArticle]:
        """Yield an article for each annotator; one without marks where nobody annotated."""
        task, path = self.task, self.path
        done = field(task, "annotations", list, path, None, [])
        kept = [one for one in done if not one.get("was_cancelled")]
        guesses = field(task, "predictions", list, path, None, [])
        if self.data is task:
            kept = [{"result": _minimal_regions(task)}]
        quotes = _quotes([*kept, *guesses])
        text = self._text(quotes)
        self._back = _counted_in_utf16(text, quotes)
        base = FlatArticle(
            str(self.data.get("article") or ""),
            text,
            state=state_of(self.data.get("state")),
            annotator=field(self.data, "annotator", str, path, None, "") if self.data is not task else "",
            about=about_of(self.data),
            external_id="" if task.get("id") is None else str(task["id"]),
            proposals=tuple(self._proposals(guesses, text)),
        )
        if len(kept) < len(done) and not kept:
            base = base._replace(state=base.state or "skipped")
        self._count_unread(done, kept)
        newest = self._newest(kept)
        if not newest:
            yield base
        for who, annotation in newest.items():
            marks, links = self._said(annotation, text)
            annotator = base.annotator or (who if self.several else "")
            labels = labels_of_article(field(annotation, "result", list, path, None))
            yield base._replace(marks=ordered(marks), links=tuple(links), annotator=annotator, labels=labels)
            base = base._replace(proposals=())

    def _newest(self, kept: list[Any]) -> dict[str, Any]:
        """Return the newest annotation of each annotator; older ones are counted."""
        newest: dict[str, Any] = {}
        for annotation in sorted(kept, key=_when):
            if _who(annotation) in newest:
                self.refuse(NotReadError("older"))
            newest[_who(annotation)] = annotation
        return newest

    def _text(self, quotes: list[Quote]) -> str:
        """Return the text: `text`, else the field in which the regions' texts stand, else the longest."""
        fields = {name: value for name, value in self.data.items() if isinstance(value, str) and value}
        if TEXT in fields:
            return fields[TEXT]

        def fitting(text: str) -> int:
            return sum(text[a:b] == quote for a, b, quote in quotes)

        best = max(fields.values(), key=lambda text: (fitting(text), len(text)), default=None)
        if best is None:
            raise FormatError("import.field", path=self.path, field=TEXT, reason="missing")
        return best

    def _count_unread(self, done: list[Any], kept: list[Any]) -> None:
        cancelled = [len(_list(one, "result")) for one in done if one not in kept]
        counts = {
            "draft": len(_list(self.task, "drafts")),
            "skipped": sum(cancelled),
            "comment": len(_list(self.task, "comments")),
        }
        for kind, count in counts.items():
            if count:
                self.refuse(NotReadError(kind, count=count))

    def _proposals(self, guesses: list[Any], text: str) -> Iterator[Mark]:
        for guess in guesses:
            with refusing(self.refuse, self.path, what="span"):
                regions = [
                    r for r in field(guess, "result", list, self.path, None) if r.get("type") == "labels"
                ]
                for marks in each(regions, lambda r: self._marks(r, text, {}), self.refuse, self.path):
                    yield from (_guessed(mark, guess) for mark in marks)

    def _said(self, annotation: Any, text: str) -> tuple[list[Mark], list[Link]]:
        """Return what an annotation says: its tags with all that is said of them, and its relations."""
        result = field(annotation, "result", list, self.path, None)
        labelled = [r for r in result if r.get("type") == "labels"]
        keys = {str(r.get("id")) for r in labelled}
        details: dict[str, dict[str, Attribute]] = {}
        for region in result:
            kind = str(region.get("type"))
            if kind in PER_REGION and str(region.get("id")) in keys:
                with refusing(self.refuse, self.path, what="span"):
                    details.setdefault(str(region["id"]), {}).update(_attributes(region, kind, self.path))
            elif kind not in ("labels", "relation") and not is_of_article(region, keys):
                self.refuse(NotReadError("region", kind))
        marks = each(labelled, lambda r: self._marks(r, text, details), self.refuse, self.path)
        relations = [r for r in result if r.get("type") == "relation"]
        numbers = iter(range(1, len(relations) + 1))
        links = each(
            relations, lambda r: _link(r, next(numbers), self.path), self.refuse, self.path, None, "relation"
        )
        return [mark for found in marks for mark in found], links

    def _marks(self, region: Any, text: str, details: dict[str, dict[str, Attribute]]) -> list[Mark]:
        """Return a region's tags: one for each of its labels."""
        path = self.path
        key, value = str(field(region, "id", object, path, None)), field(region, "value", dict, path, None)
        start, end = (self._offset(field(value, name, int, path, None)) for name in ("start", "end"))
        parts = span(start, end, text, path, None)
        check_quote(value.get("text"), start, end, text, path, None)
        labels = field(value, "labels", list, path, None)
        note = "\n".join(map(str, (region.get("meta") or {}).get("text") or []))
        score = score_of(region.get("score"))
        return [
            Mark(
                f"{key}-{number}" if number else key,
                str(label),
                parts,
                details.get(key, {}),
                note,
                score=score,
            )
            for number, label in enumerate(labels or [""])
        ]

    def _offset(self, offset: int) -> int:
        """Return a region's offset in code points."""
        there = self._back(offset) if self._back else offset
        return offset if there is None else there


def _quotes(said: list[Any]) -> list[Quote]:
    """Return what regions say stands at their places."""
    values = (region.get("value") for one in said for region in _list(one, "result"))
    found = [(v.get("start"), v.get("end"), v.get("text")) for v in values if isinstance(v, dict)]
    return [
        (start, end, quote)
        for start, end, quote in found
        if isinstance(start, int) and isinstance(end, int) and isinstance(quote, str)
    ]


def _counted_in_utf16(text: str, quotes: list[Quote]) -> Callable[[int], int | None] | None:
    """Return what makes code points of the regions' offsets where these count UTF-16, as some versions do.

    That is so where all that they quote stands at such offsets, and not at those of code points.
    """
    if text.isascii() or max(text) <= "\uffff" or all(text[a:b] == quote for a, b, quote in quotes):
        return None
    back = from_utf16(text)
    places = ((back(start), back(end), quote) for start, end, quote in quotes)
    return back if all(None not in (a, b) and text[a:b] == quote for a, b, quote in places) else None


def _guessed(mark: Mark, guess: Any) -> Mark:
    """Return a mark with the score of its prediction, if it has none itself, and its maker as its note."""
    score = score_of(guess.get("score")) if mark.score is None else mark.score
    return mark.replaced(score=score, note=str(guess.get("model_version") or ""))


def _when(annotation: Any) -> tuple[str, int]:
    key = annotation.get("id")
    return str(annotation.get("updated_at") or annotation.get("created_at") or ""), key if isinstance(
        key, int
    ) else 0


def _minimal_regions(task: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the regions of a task in JSON_MIN: lists of what has a start, an end and labels."""
    found = []
    for name, values in task.items():
        if isinstance(values, list) and values and all(isinstance(v, dict) and "labels" in v for v in values):
            found += [
                {"id": f"{name}{number}", "type": "labels", "value": value}
                for number, value in enumerate(values, 1)
            ]
    return found


def _attributes(region: Any, kind: str, path: str) -> dict[str, Attribute]:
    """Return what a region says of a tag.

    Our text areas hold a JSON object a line; in what people type, a line is `name=text`, or belongs to the
    control's name, as the choice of any other control does.
    """
    value = field(region, "value", dict, path, None)
    name = str(region.get("from_name") or kind)
    if kind != "textarea":
        said = value.get(kind, value.get("text"))
        return {name: _plain(said)}
    found: dict[str, Attribute] = {}
    lines = value.get("text")
    for line in map(str, [lines] if isinstance(lines, str) else field(value, "text", list, path, None)):
        try:
            known = loads(line.encode("utf-8", "surrogatepass"))
        except ValueError:
            known = None
        if isinstance(known, dict):
            found |= attributes_of(known)
        elif "=" in line:
            key, _, said_there = line.partition("=")
            found[key.strip()] = said_there.strip()
        else:
            found[name] = line
    return found


def _plain(value: Any) -> Attribute:
    """Return a choice as an attribute: several as one text."""
    if isinstance(value, Iterable) and not isinstance(value, str | dict):
        return ", ".join("/".join(map(str, v)) if isinstance(v, list) else str(v) for v in value)
    return value if isinstance(value, str | bool | int) or value is None else str(value)


def _link(relation: Any, number: int, path: str) -> Link:
    head, tail = (str(field(relation, name, object, path, None)) for name in ("from_id", "to_id"))
    label = next(iter(relation.get("labels") or []), "") or UNLABELLED
    ends = (tail, head) if relation.get("direction") == "left" else (head, tail)
    return Link(f"R{number}", str(label), *ends)
