"""A page whose files are damaged, gone, or changed underneath opens with the last good state, and says so."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.building import opened, span_of
from tui.errors import StoreError
from tui.model import BorderPin, Corrections, Document, Progress, Span, WordPin
from tui.store.files.journal import Journal
from tui.store.files.locks import LockedError
from tui.store.files.repair import last_good
from tui.store.project import Project

TEXT = "临溪县总工会办实事\n\n本报讯 三月新建工会组织36家。\n"
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[:-20],
    "empty": lambda _: b"",
    "noughts": lambda data: b"\0" * len(data),
    "no table": lambda _: b"[1]",
    "no records": lambda data: data.replace(b'"version": 2', b'"version": "x"'),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one page, saved twice: first one tag, then two."""
    root = tmp_path / "paper"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_text(TEXT, "utf-8")
    project = Project(root)
    for count in (1, 2):
        document = project.document("p")
        project.save(document.replaced(spans=tags(document, count)))
    return root


def tags(document: Document, count: int) -> tuple[Span, ...]:
    places = ((0, 3), (3, 6), (6, 9))
    return tuple(span_of(document.page, f"s{n}", place) for n, place in enumerate(places[:count]))


def reopened(root: Path, page: str = "p") -> tuple[Document, list[StoreError]]:
    told: list[StoreError] = []
    return opened(Project(root), page, told.append), told


def file_of(root: Path) -> Path:
    return root / "annotations" / "ling" / "p.json"


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_put_aside_and_its_last_good_state_opened(root: Path, damage: str) -> None:
    bad = DAMAGE[damage](file_of(root).read_bytes())
    file_of(root).write_bytes(bad)
    document, told = reopened(root)
    assert [span.id for span in document.spans] == ["s0"]
    (said,) = told
    assert (said.key, said.values["aside"], said.values["number"]) == (
        "store.replaced",
        "p.json.damaged-1",
        1,
    )
    assert (file_of(root).parent / "p.json.damaged-1").read_bytes() == bad
    again, told = reopened(root)
    assert ([span.id for span in again.spans], told) == (["s0"], [])


def test_generations_that_are_damaged_too_are_passed_over(root: Path) -> None:
    project = Project(root)
    document = project.document("p")
    project.save(document.replaced(spans=tags(document, 3)))
    newest = max((file_of(root).parent / ".piyue" / "generations" / "p").glob("*.json"))
    newest.write_bytes(b"{")
    file_of(root).write_bytes(b"{")
    document, told = reopened(root)
    assert ([span.id for span in document.spans], told[0].values["number"]) == (["s0"], 1)


def test_without_a_good_state_the_page_opens_untouched(root: Path) -> None:
    for path in (file_of(root).parent / ".piyue").rglob("*.json"):
        path.unlink()
    file_of(root).write_bytes(b"{")
    document, told = reopened(root)
    assert (document.spans, [each.key for each in told]) == ((), ["store.aside"])
    assert sorted(path.name for path in file_of(root).parent.glob("p.json*")) == ["p.json.damaged-1"]


def test_reading_alone_repairs_nothing(root: Path) -> None:
    file_of(root).write_bytes(b"{")
    before = sorted(path.name for path in file_of(root).parent.iterdir())
    with pytest.raises(StoreError, match="damaged"):
        Project(root).document("p")
    project = Project(root)
    bad = file_of(root).read_bytes()
    (kept,) = (file_of(root).parent / ".piyue" / "generations" / "p").glob("*.json")
    newer = kept.with_name(kept.name.replace("000001", "000002"))
    newer.write_bytes(bad)
    tables, error = last_good(file_of(root))
    newer.unlink()
    assert project.root == root
    assert error is not None
    assert (error.key, [row["id"] for row in tables["spans"].values()]) == ("store.torn", ["s0"])
    assert sorted(path.name for path in file_of(root).parent.iterdir()) == before


def test_the_last_good_state_of_a_good_file_is_the_file(root: Path) -> None:
    tables, error = last_good(file_of(root))
    assert ([row["id"] for row in tables["spans"].values()], error) == (["s0", "s1"], None)
    assert last_good(root / "annotations" / "ling" / "q.json") == ({}, None)
    for path in (file_of(root).parent / ".piyue").rglob("*.json"):
        path.unlink()
    file_of(root).write_bytes(b"{")
    tables, error = last_good(file_of(root))
    assert (tables, error is None) == ({}, False)


def test_what_cannot_be_read_may_be_no_damage_and_stays_as_it_is(root: Path) -> None:
    for path in (file_of(root), root / "annotations" / "_project" / "p.json"):
        path.unlink(missing_ok=True)
        path.mkdir(parents=True)
        with pytest.raises(StoreError, match="cannot be read"):
            last_good(path)
        with pytest.raises(StoreError, match="cannot be read"):
            reopened(root)
        assert [each.name for each in path.parent.glob("p.json*")] == ["p.json"]
        path.rmdir()


def test_each_thing_that_is_wrong_with_a_file_is_told(root: Path) -> None:
    tables = json.loads(file_of(root).read_bytes())
    tables["spans"] |= {"8": {"id": "x"}, "9": {"id": "y"}}
    file_of(root).write_text(json.dumps(tables))
    document, told = reopened(root)
    assert [span.id for span in document.spans] == ["s0", "s1"]
    assert [error.key for error in told] == ["store.record"] * 2


def test_the_journals_of_all_whose_work_one_saves_go_when_it_ends(root: Path) -> None:
    journals = Project(root).documents.journals
    journals.is_session = True
    for name in ("ling", "wang"):
        (root / "annotations" / name).mkdir(exist_ok=True)
        assert journals.add("p", name, {}, {})
        journals.settle("p", name)
    assert len([*(root / "annotations").rglob("*.jsonl")]) == 2
    journals.close()
    assert [*(root / "annotations").rglob("*.jsonl")] == []


def test_damaged_corrections_are_repaired_like_annotations(root: Path) -> None:
    project = Project(root)
    corrected = project.document("p").replaced(
        corrections=Corrections(borders=(BorderPin(at=11, begins=True, text="本报讯 三月新建工会"),))
    )
    project.save(corrected)
    project.save(corrected.replaced(corrections=Corrections()))
    (root / "annotations" / "_project" / "p.json").write_bytes(b"{")
    document, told = reopened(root)
    assert ([pin.at for pin in document.corrections.borders], [each.key for each in told]) == (
        [11],
        ["store.replaced"],
    )
    assert [span.id for span in document.spans] == ["s0", "s1"]


def merged(project: Project, document: Document) -> tuple[Document, list[str]]:
    told: list[StoreError] = []
    found = project.documents.merge(document, told.append)
    return found, [each.key for each in told]


def by_another(root: Path, change: Callable[[Document], Document]) -> None:
    other = Project(root)
    other.save(change(other.document("p")))


def test_what_another_program_saved_meanwhile_is_put_together_with_ours(root: Path) -> None:
    project = Project(root)
    mine = project.document("p")
    by_another(root, lambda d: d.replaced(spans=(d.spans[0], span_of(d.page, "theirs", (6, 9)))))
    ours = mine.replaced(spans=(*mine.spans, span_of(mine.page, "ours", (9, 11))))
    with pytest.raises(StoreError):
        project.save(ours)
    both, told = merged(project, ours)
    assert ([span.id for span in both.spans], told) == (["s0", "theirs", "ours"], [])
    project.save(both)
    assert project.documents.is_current(both)
    assert Project(root).document("p").spans == both.spans


def test_a_file_that_is_gone_or_damaged_meanwhile_is_written_again_from_ours(root: Path) -> None:
    for damage in (None, b"{"):
        project = Project(root)
        mine = project.document("p")
        ours = mine.replaced(spans=(*mine.spans[:1], span_of(mine.page, "ours", (9, 11))))
        if damage is None:
            file_of(root).unlink()
        else:
            file_of(root).write_bytes(damage)
        both, told = merged(project, ours)
        assert [span.id for span in both.spans] == ["s0", "ours"]
        assert told == ([] if damage is None else ["store.rewritten"])
        project.save(both)
        assert [span.id for span in Project(root).document("p").spans] == ["s0", "ours"]
    assert (file_of(root).parent / "p.json.damaged-1").read_bytes() == b"{"


def test_a_page_is_current_until_another_program_saves_it(root: Path) -> None:
    pin = BorderPin(at=11, begins=True, text="本报讯 三月新建工会")
    for change in (
        lambda d: d.replaced(spans=()),
        lambda d: d.replaced(corrections=Corrections(borders=(pin,))),
        lambda d: d.replaced(corrections=Corrections()),
    ):
        project = Project(root)
        mine = project.document("p")
        assert project.documents.is_current(mine)
        by_another(root, change)
        assert not project.documents.is_current(mine)
        again = project.document("p")
        project.save(again)
        assert project.documents.is_current(again)


def test_corrections_that_another_program_made_meanwhile_are_taken(root: Path) -> None:
    project = Project(root)
    mine = project.document("p")
    pin = BorderPin(at=11, begins=True, text="本报讯 三月新建工会")
    by_another(root, lambda d: d.replaced(corrections=Corrections(borders=(pin,))))
    both, told = merged(project, mine)
    assert (both.corrections.borders, told) == ((pin,), [])
    assert both.spans == mine.spans


def test_what_cannot_be_saved_is_journalled_and_taken_up_by_the_next_process(root: Path) -> None:
    project = Project(root)
    project.documents.journals.is_session = True
    document, _ = reopened(root)
    document = project.documents.open(project.page("p"), "ling", lambda _: None)
    before = file_of(root).read_bytes()
    file_of(root).write_bytes(before + b"\n")  # another program changed it: the save is refused
    lost = document.replaced(
        spans=(*document.spans, span_of(document.page, "s2", (6, 9))),
        progress={document.articles[0].id: Progress(state="done")},
        corrections=Corrections(borders=(BorderPin(at=11, begins=True, text="本报讯 三月新建工会"),)),
    )
    with pytest.raises(StoreError):
        project.save(lost)
    journals = list((file_of(root).parent / ".piyue" / "journal").glob("*.jsonl"))
    assert len(journals) == 1
    project.documents.close()
    assert journals[0].exists()
    head, rest = journals[0].read_bytes().split(b"\n", 1)
    journals[0].write_bytes(head.replace(b'"process"', b'"gone"') + b"\n" + rest)
    again, told = reopened(root)
    assert [span.id for span in again.spans] == ["s0", "s1", "s2"]
    assert again.progress_of(again.articles[0].id).state == "done"
    assert "store.recovered" in [each.key for each in told]


def test_corrections_that_a_dead_process_could_not_save_are_taken_up(root: Path) -> None:
    """One word was corrected and another one's correction taken back, which somebody else took back, too."""
    project = Project(root)
    project.documents.journals.is_session = True
    words = [WordPin(segments=((at, at + 2),), text=TEXT[at : at + 2]) for at in (0, 2, 4, 6)]
    document = project.documents.open(project.page("p"), "ling", lambda _: None)
    document = document.replaced(corrections=Corrections(words=tuple(words[:2]), date="2023"))
    project.save(document)
    by_another(root, lambda d: d.replaced(corrections=Corrections(words=(words[0], words[3]), date="2024")))
    with pytest.raises(StoreError):
        project.save(document.replaced(corrections=Corrections(words=tuple(words[1:3]), date="2023")))
    (journal,) = (file_of(root).parent / ".piyue" / "journal").glob("*.jsonl")
    project.documents.close()
    journal.write_bytes(journal.read_bytes().replace(b'"process"', b'"gone"', 1))
    again, told = reopened(root)
    assert again.corrections == Corrections(words=(words[2], words[3]), date="2024")
    assert {each.key for each in told} == {"store.recovered"}


def test_whoever_ends_gives_every_page_back(root: Path) -> None:
    project, other = Project(root), Project(root)
    (root / "seeds" / "q.txt").write_text(TEXT, "utf-8")
    leases = [
        (each.documents.annotations.lease(each.document(page))) for each in (project, other) for page in "pq"
    ]
    for lease in leases[:2]:
        lease.take()
    for lease in leases[2:]:
        with pytest.raises(LockedError):
            lease.take()
    project.documents.close()
    for lease in leases[2:]:
        lease.take()


def test_a_journal_goes_once_what_is_in_it_was_saved_after_all(root: Path) -> None:
    project = Project(root)
    project.documents.journals.is_session = True
    document = project.documents.open(project.page("p"), "ling", lambda _: None)
    by_another(root, lambda d: d.replaced(spans=d.spans[:1], corrections=BORDER))
    ours = document.replaced(
        spans=(*document.spans, span_of(document.page, "s2", (6, 9))),
        corrections=Corrections(words=(WordPin(segments=((0, 2),), text=TEXT[:2]),)),
    )
    with pytest.raises(StoreError):
        project.save(ours)
    (journal,) = (file_of(root).parent / ".piyue" / "journal").glob("*.jsonl")
    assert journal.read_bytes().count(b'"changes"') == 2
    both, _ = merged(project, ours)
    project.save(both)
    project.documents.close()
    assert not journal.exists()
    assert Project(root).document("p").corrections.words == ours.corrections.words


BORDER = Corrections(borders=(BorderPin(at=11, begins=True, text="本报讯 三月新建工会"),))


def test_without_a_session_nothing_is_journalled(root: Path) -> None:
    project = Project(root)
    document = project.document("p")
    file_of(root).write_bytes(file_of(root).read_bytes() + b"\n")
    with pytest.raises(StoreError):
        project.save(document.replaced(spans=()))
    assert not (file_of(root).parent / ".piyue" / "journal").exists()
    assert not project.documents.journals.add("p", "ling", {}, {})


def test_a_journal_that_is_closed_goes_unless_something_in_it_counts(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = Journal(folder)
    journal.reserve()
    journal.close()
    assert list(folder.iterdir()) == []
    journal.add("p", {})
    journal.add("q", {})
    journal.settle("p")
    journal.close()
    assert len(list(folder.iterdir())) == 1
    journal.settle("q")
    journal.close()
    assert list(folder.iterdir()) == []


def test_work_is_saved_elsewhere_with_what_was_corrected(root: Path, tmp_path: Path) -> None:
    project = Project(root)
    pin = BorderPin(at=11, begins=True, text="本报讯 三月新建工会")
    document = project.document("p").replaced(corrections=Corrections(borders=(pin,)))
    project.documents.save_elsewhere(document, tmp_path / "rescue")
    found = sorted(
        p.relative_to(tmp_path / "rescue").as_posix() for p in (tmp_path / "rescue").rglob("*.json")
    )
    assert found == ["_project/p.json", "ling/p.json"]
    assert (tmp_path / "rescue" / "ling" / "p.json").read_bytes() == file_of(root).read_bytes()
    with pytest.raises(StoreError):
        project.documents.save_elsewhere(document, tmp_path / "rescue")
    project.documents.save_elsewhere(document.replaced(corrections=Corrections()), tmp_path / "other")
    assert not (tmp_path / "other" / "_project").exists()
