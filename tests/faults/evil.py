"""A project in which everything that can say something says something evil."""

import json
from pathlib import Path
from typing import Any

from tests.faults.mutants import EVIL
from tui.store.files.tables import lay_out

PAGE = "p\x1b[31m\u202e[red]"
TEXT = f"工会{EVIL}动态\n\n本报讯 三月新建工会{EVIL}组织36家。\n"
TIMES = {"created": "2026-03-01T12:00:00Z", "updated": "2026-03-01T12:00:00Z"}


def evil_project(root: Path) -> Path:
    """Write the project, and return its folder."""
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / f"{PAGE}.txt").write_text(TEXT, "utf-8")
    row = {"id": EVIL, "text": TEXT, "title": EVIL, "source": EVIL}
    (root / "seeds" / "q.jsonl").write_text(f"{json.dumps(row)}\n", "utf-8")
    (root / "piyue.toml").write_text(_settings(json.dumps(EVIL)), "utf-8")
    folder = root / "annotations" / "ling"
    folder.mkdir(parents=True)
    (folder / f"{PAGE}.json").write_bytes(lay_out(_tables(), folder))
    older = folder / ".piyue" / "generations" / PAGE
    older.mkdir(parents=True)
    (older / "000001-20260301T120000Z.json").write_bytes(lay_out(_tables(), folder))
    alias = {"kind": "subject", "written": EVIL, "name": EVIL, "page": EVIL}
    (root / "annotations" / "_project.json").write_bytes(lay_out({"aliases": {"1": alias}}, folder))
    (folder / f"stray{EVIL[:-1]}.json").write_text("{", "utf-8")
    return root


def _settings(evil: str) -> str:
    named = f"en = {evil}\nzh = {evil}\n"
    return (
        f'annotator = "ling"\n[project]\nname = {evil}\n'
        f'[[labels]]\nid = "EVIL"\nkey = "o"\ncolor = "#ff0000"\n{named}'
        f'[[labels.attributes]]\nid = "a"\nkind = "enum"\nchoices = [{evil}]\n{named}'
        f'[[relations]]\nid = "r"\nkey = "r"\n{named}'
        f'[[states]]\nid = "s"\ncounts_as = "doing"\n{named}'
        '[[sources]]\npath = "seeds"\ntext = "text"\nid = "id"\ntitle = "title"\nsource = "source"\n'
    )


def _tables() -> dict[str, dict[Any, Any]]:
    span: dict[str, Any] = {"id": EVIL, "label": EVIL, "segments": [[0, 2]], "text": "工会", "note": EVIL}
    span |= {"attributes": {EVIL: EVIL}}
    other = span | TIMES | {"id": "b", "label": "EVIL", "segments": [[2, 60]], "text": TEXT[2:60]}
    lost = span | TIMES | {"id": "c", "text": EVIL}
    links = {"1": {"id": EVIL, "label": EVIL, "from": EVIL, "to": "b"}, "2": {"id": EVIL}}
    return {
        "meta": {"1": {"version": 1, "sha256": "0", EVIL: EVIL}},
        "spans": {"1": span | TIMES, "2": other, "3": lost, "4": {"id": EVIL}, EVIL: span},
        "relations": links,
        "articles": {"1": {"article": f"{PAGE}#1", "state": "doing", "stage": EVIL, "note": EVIL}},
    }
