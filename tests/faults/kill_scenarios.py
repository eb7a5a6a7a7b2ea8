"""What `tests.faults.kill_operations` interrupts: each work with what has to be true afterwards."""

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from tui.edit.bulk import AddAll
from tui.edit.changes import AddSpan
from tui.edit.correct import SetCorrections, SetRole, SetWords
from tui.errors import StoreError
from tui.model import Document, RefusedPin, Span, surface
from tui.operations import backup, import_, merge, restore
from tui.operations.import_ import ImportOptions, import_files
from tui.store.backend import Key, copy
from tui.store.files.backend import FilesBackend
from tui.store.project import ANNOTATIONS, Project

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LINE = "临溪县总工会向三十六家企业的职工送去清凉，县总工会主席说：今年已有8447人报名。\n"
TEXT = "两新组织建会有进展\n新发展会员8447人\n\n" + LINE * 60
NAME = "县总工会"
MERGED = 291
"""So many tags has what two sides made of their base, where each removed some and added more."""

ROWS = 40
"""So many articles are imported, and pages backed up."""

Say = Callable[[Any], object]


class Scenario(NamedTuple):
    """Something that writes.

    Attributes:
        prepare: makes the project.
        work: does it; says what is durable, as soon as that is so.
        verify: raises an AssertionError where something said is not there; tells how much there is.
        goes_on: whether the next round works on what this one left.
        backends: over which it runs.
    """

    name: str
    prepare: Callable[[Path], None]
    work: Callable[[Path, Say], None]
    verify: Callable[[Path, list[Any]], int]
    goes_on: bool = False
    backends: tuple[str, ...] = ("files", "postgres")


def make_project(root: Path) -> None:
    """Make a project of one page."""
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_text(TEXT, encoding="utf-8")


def opened(root: Path) -> tuple[Project, Document]:
    """Open the page as the app does; nothing may be wrong with its files."""
    project, told = Project(root), list[StoreError]()
    document = project.documents.open(project.page("p"), project.annotator, told.append)
    assert not {error.key for error in told} - {"store.recovered"}, told
    assert not list((root / ANNOTATIONS).rglob("*.damaged-*"))
    for span in document.spans:
        assert surface(document.page.text, span.segments) == span.text, span
    return project, document


def begun(root: Path) -> tuple[Project, Document]:
    """As `opened`, for who works: with the page's lease, and a journal."""
    project, document = opened(root)
    project.documents.journals.is_session = True
    project.documents.annotations.lease(document).take()
    return project, document


def a_tag(document: Document, name: str, start: int, length: int = 2) -> Span:
    """Return a tag at a place of the page."""
    segments = ((start, start + length),)
    text = surface(document.page.text, segments)
    return Span(id=name, label="ORG", segments=segments, text=text, created=NOW, updated=NOW)


def tag(root: Path, say: Say) -> None:
    """Tag one place after the other, each saved."""
    project, document = begun(root)
    for number in count(len(document.spans)):
        start = 30 + number % (len(TEXT) - 40)
        document, _ = AddSpan(a_tag(document, f"t{number}", start)).apply(document)
        project.save(document)
        say(f"t{number}")


def tags_are_there(root: Path, said: list[Any]) -> int:
    """Every tag that was said to be saved is there."""
    _, document = opened(root)
    assert set(said) <= document.spans_by_id.keys(), (said, len(document.spans))
    return len(document.spans)


def spread(root: Path, say: Say) -> None:
    """Tag every occurrence of a name in one step, again and again."""
    project, document = begun(root)
    places = [at for at in range(len(TEXT)) if TEXT.startswith(NAME, at)]
    for number in count(len(document.spans) // len(places)):
        spans = (
            Span(
                id=f"{number}-{at}",
                label="ORG",
                segments=((at, at + len(NAME)),),
                text=NAME,
                created=NOW,
                updated=NOW,
            )
            for at in places
        )
        document, _ = AddAll(tuple(spans)).apply(document)
        project.save(document)
        say(number)


def spreads_are_whole(root: Path, said: list[Any]) -> int:
    """Of each step all tags are there, or none; all of each that was said to be saved."""
    _, document = opened(root)
    counts = Counter(int(span.id.partition("-")[0]) for span in document.spans)
    assert set(counts.values()) <= {TEXT.count(NAME)}, counts
    assert set(said) <= counts.keys()
    return len(document.spans)


def correct_page(root: Path, say: Say) -> None:
    """Correct words, roles and refuse proposals, each saved."""
    project, document = begun(root)
    blocks = [block.segments[0][0] for article in document.articles for block in article.blocks]
    for number in count(len(document.corrections.refused)):
        start = 30 + number % (len(TEXT) - 40)
        pin = RefusedPin(label="LOC", segments=((start, start + 2),), text=TEXT[start : start + 2])
        refused = tuple(sorted((*document.corrections.refused, pin), key=lambda pin: pin.segments))
        document, _ = SetCorrections(document.corrections.replaced(refused=refused)).apply(document)
        role = ("heading", "paragraph")[number % 2]
        document, _ = SetRole(blocks[number % len(blocks)], role).apply(document)  # type: ignore[arg-type]
        document, _ = SetWords((((start, start + 2),),)).apply(document)
        project.save(document)
        say([start, role])


def corrections_are_there(root: Path, said: list[Any]) -> int:
    """Every correction that was said to be saved is there."""
    _, document = opened(root)
    starts = {pin.segments[0][0] for pin in document.corrections.refused}
    assert {start for start, _ in said} <= starts
    return len(starts)


def an_export(root: Path) -> Path:
    """Write what is imported: articles of a text and two tags each."""
    path = root / "import.jsonl"
    rows = [
        {"text": f"第{number}条\n{LINE}", "label": [[0, 2, "ORG"], [4, 8, "LOC"]]} for number in range(ROWS)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def make_import(root: Path) -> None:
    """Make a project and a file to import into it."""
    make_project(root)
    an_export(root)


def take_import(root: Path, say: Say) -> None:
    """Import the file; some texts are saved by another process while the next are read."""
    import_.MOST_TEXTS = ROWS // 5
    options = ImportOptions("doccano", (root / "import.jsonl",))
    for _ in import_files(Project(root), options):
        pass
    say("done")


def import_is_whole(root: Path, said: list[Any]) -> int:
    """Done again, the import is whole, and has each article and tag once; what was done stays."""
    del said
    take_import(root, lambda _: None)
    project = Project(root)
    documents = [project.document(page) for page in project.page_ids() if page != "p"]
    texts = Counter(document.page.text for document in documents)
    assert sorted(texts.values()) == [1] * ROWS, texts.most_common(3)
    assert all(len(document.spans) == 2 for document in documents)
    assert not [error for document in documents for error in project.documents.problems(document)]
    return 2 * len(documents)


def make_states(root: Path) -> None:
    """Make a page that was saved three times."""
    make_project(root)
    project = Project(root)
    for number in range(3):
        document = project.document("p")
        project.save(AddSpan(a_tag(document, f"t{number}", 40 + number)).apply(document)[0])


def restore_state(root: Path, say: Say) -> None:
    """Bring the oldest state back, then the next one, and so on; say how many tags each has.

    Ten are kept whatever happens: so none goes meanwhile.
    """
    project = Project(root)
    for number in range(1, 8):
        (found,) = (one for one in restore.older_states(project, "p") if one.generation == number)
        restore.restore(project, "p", found.generation)
        say(found.spans)


def a_state_is_there(root: Path, said: list[Any]) -> int:
    """The page has one of its states, and no other is lost."""
    del said
    project, document = opened(root)
    sizes = {state.spans for state in restore.older_states(project, "p")} | {len(document.spans)}
    assert {1, 2, 3} <= sizes, sizes
    return len(document.spans)


def make_archive(root: Path) -> None:
    """Make an archive of a project of many pages."""
    source = root / "source"
    make_project(source)
    for number in range(ROWS):
        (source / "seeds" / f"q{number}.txt").write_text(f"{number}\n{TEXT}", encoding="utf-8")
    backup.back_up(Project(source), root / "a.zip")


def unpack(root: Path, say: Say) -> None:
    """Unpack the archive."""
    backup.unpack(root / "a.zip", root / "target")
    say("done")


def unpacked_whole_or_not_at_all(root: Path, said: list[Any]) -> int:
    """The folder is there with every byte, or it is not there; then unpacking again makes it."""
    target = root / "target"
    assert target.exists() or not said
    if not target.exists():
        unpack(root, lambda _: None)
    for path in (root / "source").rglob("*.txt"):
        assert (target / path.relative_to(root / "source")).read_bytes() == path.read_bytes()
    return ROWS


def make_sides(root: Path) -> None:
    """Make the files of two who tagged one page, and their common base."""
    make_project(root)
    path = root / ANNOTATIONS / "ling" / "p.json"
    for side, numbers in (("base", range(9)), ("theirs", range(3, 200)), ("ours", range(100, 300))):
        project = Project(root)
        project.annotator = "ling"
        document = project.document("p")
        spans = tuple(a_tag(document, f"t{number}", 40 + number) for number in numbers)
        project.save(AddAll(spans).apply(document.replaced(spans=()))[0])
        shutil.copy(path, root / side)
    shutil.rmtree(root / ANNOTATIONS / "ling" / ".piyue")


def merge_sides(root: Path, say: Say) -> None:
    """Put both sides together, again and again."""
    path = root / ANNOTATIONS / "ling" / "p.json"
    for number in count():
        merge.merge_files(root / "base", path, root / "theirs", path)
        say(number)
        shutil.copy(root / "ours", root / "ours2")
        os.replace(root / "ours2", path)  # noqa: PTH105


def a_merge_is_whole(root: Path, said: list[Any]) -> int:
    """The file is one side, or what both made of the base."""
    del said
    _, document = opened(root)
    assert len(document.spans) in (200, MERGED), len(document.spans)
    path = root / ANNOTATIONS / "ling" / "p.json"
    merge.merge_files(root / "base", path, root / "theirs", path)
    assert len(opened(root)[1].spans) == MERGED
    return MERGED


def make_copy(root: Path) -> None:
    """Make files to copy to the server."""
    make_project(root)
    files = FilesBackend(root / ANNOTATIONS)
    for number in range(ROWS):
        rows = {str(each): {"id": str(each)} for each in range(1, 20)}
        files.storage(Key("ling", f"q{number}")).write({"meta": {"1": {"version": 2}}, "spans": rows})


def copy_there(root: Path, say: Say) -> None:
    """Copy the files to the server."""
    server = Project(root).server
    assert server is not None
    say(copy(FilesBackend(root / ANNOTATIONS), server))


def copied_whole(root: Path, said: list[Any]) -> int:
    """Done again, the copy is whole."""
    del said
    server = Project(root).server
    assert server is not None
    return copy(FilesBackend(root / ANNOTATIONS), server)


SCENARIOS = (
    Scenario("tagging", make_project, tag, tags_are_there, goes_on=True),
    Scenario("propagation", make_project, spread, spreads_are_whole, goes_on=True),
    Scenario("corrections", make_project, correct_page, corrections_are_there, goes_on=True),
    Scenario("import", make_import, take_import, import_is_whole),
    Scenario("restore of a state", make_states, restore_state, a_state_is_there),
    Scenario("restore of a backup", make_archive, unpack, unpacked_whole_or_not_at_all, backends=("files",)),
    Scenario("merge", make_sides, merge_sides, a_merge_is_whole, goes_on=True, backends=("files",)),
    Scenario("copy to a server", make_copy, copy_there, copied_whole, backends=("postgres",)),
)
