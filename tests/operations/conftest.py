"""A project in which eight villages are tagged in finished articles, and one article is open."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.model import Document, Progress, Span, order
from tui.store.project import Project

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
VILLAGES = ["清河", "白石", "金沙", "双桥", "柳林", "松溪", "石门", "古田"]


def tagged(document: Document, written: str, label: str) -> Document:
    """Return a document with a tag on the first place where something is written."""
    at = document.page.text.index(written)
    span = Span(
        id=f"t{len(document.spans)}",
        label=label,
        segments=((at, at + len(written)),),
        text=written,
        created=NOON,
        updated=NOON,
    )
    return document.replaced(spans=tuple(sorted((*document.spans, span), key=order)))


def done(document: Document) -> Document:
    """Return a document whose articles are all finished."""
    progress = {article.id: Progress(state="done", updated=NOON) for article in document.articles}
    return document.replaced(progress=progress)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    seeds = tmp_path / "project" / "seeds"
    seeds.mkdir(parents=True)
    (seeds.parent / "piyue.toml").write_text('annotator = "ling"\n[suggest]\nlac = false\n', "utf-8")
    for number, name in enumerate(VILLAGES):
        (seeds / f"v{number}.txt").write_text(
            f"{name}屯的井\n\n　　村民住在{name}屯，村里有井三口。\n", "utf-8"
        )
    (seeds / "open.txt").write_text("沙湾屯的桥\n\n　　他住在沙湾屯，屯外是河。3月5日，桥通了。\n", "utf-8")
    made = Project(seeds.parent)
    for number, name in enumerate(VILLAGES):
        made.save(done(tagged(made.document(f"v{number}"), f"{name}屯", "EVENT")))
    return Project(seeds.parent)
