"""A project with many finished articles, as it lies on disk."""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from bench.proposals.generated import articles
from tui.store.project import Project

NOON = "2026-01-01T12:00:00Z"
ANNOTATOR = "bench"


def make(folder: Path, count: int) -> Project:
    """Make a project of so many generated articles, all tagged and done; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "piyue.toml").write_text(
        f'annotator = "{ANNOTATOR}"\n[[sources]]\npath = "corpus.jsonl"\nid = "id"\n', encoding="utf-8"
    )
    target = folder / "annotations" / ANNOTATOR
    target.mkdir(parents=True, exist_ok=True)
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as file:
        for number, (text, tags) in enumerate(articles(count)):
            page = f"corpus-{number}"
            file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
            _write(target / f"{page}.json", page, text, tags)
    return Project(folder)


def _write(path: Path, page: str, text: str, tags: Iterable[tuple[int, int, str]]) -> None:
    spans = {
        str(number): {
            "id": f"t{number}",
            "label": label,
            "segments": [[start, end]],
            "text": text[start:end],
            "created": NOON,
            "updated": NOON,
        }
        for number, (start, end, label) in enumerate(sorted(tags), start=1)
    }
    tables = {
        "meta": {
            "1": {"version": 1, "page": page, "sha256": sha256(text.encode()).hexdigest(), "tool": "bench"}
        },
        "spans": spans,
        "relations": {},
        "articles": {"1": {"article": f"{page}#1", "start": 0, "state": "done", "updated": NOON}},
    }
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
