"""``python -m bench.keystrokes [--propose] [--lac] [--person rows|arrows|hints] [EXPORT.json]``.

What tags cost in keys. With `--person` a person who does not plan makes them (`bench.keystrokes.person`).

Without a file: the five pages as `bench.keystrokes.tags` tags them. With a native export: its tags, on the
pages of the project in the current folder, with its labels.
"""

import asyncio
import json
import shutil
import sys
import tempfile
from pathlib import Path

from bench.keystrokes import peers, person
from bench.keystrokes.proposals import TRAINING
from bench.keystrokes.replay import OPTIMUM, Cost, Hand, Tag, replay
from bench.keystrokes.tags import tagged
from tui.store.project import Project
from tui.store.settings.model import FILE

ROOT = Path(__file__).parent.parent.parent


def wanted_of(project: Project) -> dict[str, set[Tag]]:
    """Return the tags of a project by page."""
    documents = map(project.document, project.page_ids())
    return {d.page.id: {(span.label, span.segments) for span in d.spans} for d in documents}


def exported(path: Path, pages: tuple[str, ...]) -> dict[str, set[Tag]]:
    """Return the tags of a native export by page."""
    wanted: dict[str, set[Tag]] = {page: set() for page in pages}
    for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
        for span in article["spans"]:
            segments = tuple((start, end) for start, end in span["segments"])
            wanted[article["page"]].add((span["label"], segments))
    return wanted


def elsewhere(project: Project, wanted: dict[str, set[Tag]]) -> dict[str, int]:
    """Return the keys for the same tags in other programs."""
    totals = {"SLATE": 0, "YEDDA": 0}
    for page in project.page_ids():
        text = project.page(page).text
        ranges = sorted((segments[0][0], segments[-1][1]) for _, segments in wanted[page])
        totals["SLATE"] += peers.slate(text, ranges)
        totals["YEDDA"] += peers.yedda(text, ranges)
    return totals


def table(cost: Cost, others: dict[str, int]) -> str:
    """Return the figures as lines."""
    shown = [("piyue", sum(cost.keys.values()), "keys a tag")]
    shown += [("", count, f"  {purpose}") for purpose, count in cost.keys.items()]
    shown += [(name, count, "keys a tag, by a model of its keys") for name, count in others.items()]
    lines = [f"{cost.tags} tags, {cost.spread} of them made with another one of the same text"]
    lines += [f"{name:8}{count / max(1, cost.tags):8.2f} {what}" for name, count, what in shown]
    if cost.unreached:
        lines.append(
            f"{cost.unreached} tags left out: outside of all articles, or of labels that are not here"
        )
    last = cost.by_article[2 * len(cost.by_article) // 3 :]
    keys, tags = (sum(row[at] for row in last) for at in (0, 1))
    lines.append(f"{keys / max(1, tags):.2f} keys a tag in the last third of the articles")
    pace = 1000 * cost.seconds / max(1, cost.tags)
    return "\n".join([*lines, f"{pace:.1f} ms a tag, the finding of the keys included"])


HANDS = {
    "": OPTIMUM,
    "rows": Hand(person.by_rows, spreads=False),
    "arrows": Hand(person.by_arrows, spreads=False),
    "hints": Hand(person.by_hints, spreads=False),
}
"""Who makes the tags, by what `--person` says."""


def _option(name: str) -> str:
    """Return what stands behind an option; empty where it is not given."""
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else ""


def main() -> None:
    """Replay and print."""
    files = [argument for argument in sys.argv[1:] if argument.endswith(".json")]
    source = Path(files[0]) if files else None
    root = Project.find().root if source else ROOT
    with tempfile.TemporaryDirectory() as folder:
        gold, bare = Path(folder) / "gold", Path(folder) / "bare"
        for project in (gold, bare):
            shutil.copytree(root / "seeds", project / "seeds")
            if (root / FILE).exists():
                shutil.copy(root / FILE, project / FILE)
        lac = "true" if "--lac" in sys.argv else "false"
        if not (bare / FILE).exists():
            (bare / FILE).write_text(f"relations = []\n[suggest]\nlac = {lac}\n", encoding="utf-8")
        pages = Project.find(bare).page_ids()
        wanted = exported(source, pages) if source else wanted_of(tagged(gold))
        hand = HANDS[_option("--person")]
        cost = asyncio.run(replay(bare, wanted, hand, TRAINING if "--propose" in sys.argv else None))
        print(table(cost, elsewhere(Project.find(bare), wanted)))


if __name__ == "__main__":
    main()
