"""Projects in which two annotators differ in one kind at a known rate, with the truth beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Literal, TypeAlias

from tui.edit.changes import AddSpan, SetProgress
from tui.model import Progress, Span
from tui.store.project import Project

Kind: TypeAlias = Literal["missing", "border", "label"]
KINDS: tuple[Kind, ...] = ("missing", "border", "label")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NAMES = ("ling", "wang")
LABELS = ("ORG", "LOC", "PERSON", "EVENT")
SYLLABLES = "临溪望津河东南山北园新桥石岭青禾远安"
PAGES, TAGS = 4, 12

Tag: TypeAlias = tuple[int, int, str]
"""Where a tag begins and ends, and its label."""


@dataclass
class Generated:
    """A project and what is true in it.

    Attributes:
        truth: the tags of each page that the result should have.
        differences: how many there are.
    """

    root: Path
    truth: dict[str, frozenset[Tag]] = field(default_factory=dict)
    differences: int = 0


def generate(root: Path, kind: Kind, rate: float, seed: int = 0) -> Generated:
    """Make a project in a new folder: at each tag the annotators differ with the probability `rate`."""
    random = Random(f"{kind} {rate} {seed}")
    (root / "seeds").mkdir(parents=True)
    made = Generated(root)
    texts = [_text(random) for _ in range(PAGES)]
    for number, (text, _) in enumerate(texts):
        (root / "seeds" / f"p{number}.txt").write_text(text, encoding="utf-8")
    for number, (_, tags) in enumerate(texts):
        page = f"p{number}"
        made.truth[page] = frozenset(tags)
        both: tuple[list[Tag], list[Tag]] = ([], [])
        for tag in tags:
            right = random.randrange(2)
            both[right].append(tag)
            if random.random() >= rate:
                both[1 - right].append(tag)
                continue
            made.differences += 1
            both[1 - right].extend(_wrong(kind, tag, random))
        for name, own in zip(NAMES, both, strict=True):
            _save(root, page, name, own)
    return made


def _text(random: Random) -> tuple[str, list[Tag]]:
    """Return a text of one article with names in it, and its tags."""
    text, tags = "昨日本地多家单位联合开展活动，", []
    for _ in range(TAGS):
        name = "".join(random.choices(SYLLABLES, k=random.randint(3, 6)))
        tags.append((len(text), len(text) + len(name), random.choice(LABELS)))
        text += name + random.choice(("参加了活动，", "表示将继续支持，", "也到场介绍了经验，"))
    return text[:-1] + "。\n", tags


def _wrong(kind: Kind, tag: Tag, random: Random) -> Sequence[Tag]:
    """Return what the annotator who errs has instead of a tag."""
    start, end, label = tag
    if kind == "missing":
        return ()
    if kind == "border":
        return ((start, end - 1, label),) if random.random() < 0.5 else ((start + 1, end, label),)
    return ((start, end, random.choice([other for other in LABELS if other != label])),)


def _save(root: Path, page: str, name: str, tags: Sequence[Tag]) -> None:
    project = Project(root)
    document = project.document(page, name)
    for number, (start, end, label) in enumerate(tags):
        span = Span(
            id=f"{name}{number}",
            label=label,
            segments=((start, end),),
            text=document.page.text[start:end],
            created=NOON,
            updated=NOON,
        )
        document, _ = AddSpan(span).apply(document)
    (article,) = document.articles
    document, _ = SetProgress(article.id, Progress(state="done", updated=NOON)).apply(document)
    project.save(document)


def result_of(made: Generated, page: str) -> frozenset[Tag]:
    """Return the tags of the result on a page."""
    spans = Project(made.root).document(page, "gold").spans
    return frozenset((span.start, span.end, span.label) for span in spans)
