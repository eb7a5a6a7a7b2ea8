"""A project of two pages on which three annotators differ in what is planted."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.app import conftest as app_conftest
from tests.store.server import Server
from tui.cli import main
from tui.edit.changes import AddRelation, AddSpan, SetProgress
from tui.model import Attribute, Progress, Relation, Span, State, surface
from tui.store.postgres.backend import PostgresBackend
from tui.store.project import Project
from tui.store.settings.user import settings_path

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

FIRST = "临溪县总工会今年新建工会36家，会员一千二百人。\n"
SECOND = "望津市总工会说，去年增长5%，李青禾主席出席。\n"

running = app_conftest.running
"""Opens an app on a project, as the app's tests do."""

Run = Callable[..., tuple[int, str, str]]


class Tag(NamedTuple):
    """A tag by its text, which stands once on the page."""

    text: str
    label: str
    said: dict[str, Attribute] = {}


ORG, COUNT, TIME = (
    Tag("临溪县总工会", "ORG"),
    Tag("36家", "METRIC", {"value": "36", "unit": "家"}),
    Tag("今年", "TIME"),
)
MEMBERS = Tag("一千二百人", "METRIC", {"value": "1200", "unit": "人"})
INDICATOR = Tag("新建工会", "INDICATOR")


def work(
    root: Path,
    annotator: str,
    page: str,
    tags: Sequence[Tag],
    links: Sequence[tuple[Tag, Tag]] = (),
    state: State = "done",
    seconds: int = 60,
) -> None:
    """Save what somebody tagged on a page, which has one article."""
    project = Project(root)
    document = project.document(page, annotator)
    (article,) = document.articles
    for tag in tags:
        start = document.page.text.index(tag.text)
        where = ((start, start + len(tag.text)),)
        span = Span(
            id=f"{annotator}-{tag.text}-{tag.label}",
            label=tag.label,
            segments=where,
            text=surface(document.page.text, where),
            attributes=dict(tag.said),
            created=NOON,
            updated=NOON,
        )
        document, _ = AddSpan(span).apply(document)
    for head, tail in links:
        ends = (f"{annotator}-{tag.text}-{tag.label}" for tag in (head, tail))
        relation = Relation(
            id=f"{annotator}-{head.text}", label="indicator", head=next(ends), tail=next(ends)
        )
        document, _ = AddRelation(relation).apply(document)
    progress = Progress(state=state, seconds=seconds, updated=NOON)
    document, _ = SetProgress(article.id, progress).apply(document)
    project.save(document)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two pages of which nobody has tagged anything."""
    folder = tmp_path / "paper"
    (folder / "seeds").mkdir(parents=True)
    for name, text in (("first", FIRST), ("second", SECOND)):
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def team(root: Path) -> Path:
    """Ling and wang finished the first page, ling began the second, zhou finished the second."""
    work(root, "ling", "first", [ORG, COUNT, INDICATOR, TIME], [(COUNT, INDICATOR)])
    work(
        root,
        "wang",
        "first",
        [Tag("临溪县", "ORG"), COUNT._replace(said={"value": "36.0", "unit": "个"}), INDICATOR, MEMBERS],
        [(COUNT, INDICATOR)],
    )
    work(root, "ling", "second", [Tag("望津市总工会", "ORG")], state="doing")
    work(root, "zhou", "second", [Tag("望津市总工会", "ORG")])
    return root


@pytest.fixture
def run(root: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command in this process on the project; status, stdout and stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(["--project", str(root), *arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture
def shared(root: Path, server: Server, tmp_path: Path) -> Iterator[PostgresBackend]:
    """Keep the project's annotations on a server, where one role may work as everybody."""
    put_on_server(root, server.url(), tmp_path.name)
    backend = PostgresBackend(server.url(), tmp_path.name)
    backend.set_up()
    for name in ("ling", "wang", "zhou", "mo", "gold"):
        backend.admit("piyue", name)
    yield backend
    backend.close()


def put_on_server(root: Path, url: str, name: str) -> None:
    """Say in the user's settings where the annotations are, and in the project's what it is called there."""
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(f'[store]\nurl = "{url}"\n', encoding="utf-8")
    settings = root / "piyue.toml"
    said = settings.read_text("utf-8") if settings.exists() else ""
    if "[project]" not in said:
        settings.write_text(f'{said}\n[project]\nname = "{name}"\n', encoding="utf-8")
