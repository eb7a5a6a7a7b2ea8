"""What comes in from elsewhere: links, pipes, devices, bombs, entities, names. It is refused, or harmless."""

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.faults.fuzzing import in_time, run
from tests.faults.mutants import NAMES
from tests.faults.samples import valid
from tests.formats.corpus import HOSTILE
from tests.store.building import opened, span_of
from tui.errors import PiyueError, StoreError
from tui.formats.registry import FORMATS
from tui.store.backup import MANIFEST, back_up, unpack
from tui.store.files.generations import generations
from tui.store.files.journal import left_behind
from tui.store.project import Project

SECRET = "-----BEGIN PRIVATE KEY-----"
TREES = [name for name, row in FORMATS.items() if row.layout == "tree"]
FOLDERS = [*TREES, "hf", "jsonl"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "deep" / "paper"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_bytes(HOSTILE.encode())
    (root / "piyue.toml").write_text('annotator = "ling"\n')
    return root


def take(name: str, path: Path, root: Path) -> tuple[int, str]:
    """Import, and make sure that it ends."""
    with in_time():
        return run("import", "--format", name, str(path), "--project", str(root))


def everything(root: Path) -> str:
    return "".join(path.read_text("utf-8") for path in root.rglob("*") if path.is_file())


# Imports

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
DOCUMENTS = {
    "laughs": f"<!DOCTYPE a [{LAUGHS}]><a>&l11;</a>",
    "a file": '<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]><a>&x;</a>',
    "a parameter": '<!DOCTYPE a [<!ENTITY % x SYSTEM "file://{secret}"> %x;]><a/>',
    "a definition elsewhere": '<!DOCTYPE a SYSTEM "file://{secret}"><a/>',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_no_entity_is_looked_at(document: str, encoding: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    folder = tmp_path / "in"
    folder.mkdir()
    text = document.replace("{secret}", str(tmp_path / "secret"))
    (folder / "p.xmi").write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding))
    status, said = take("cas", folder, root)
    assert status == 1
    assert "not an XMI file that can be read (DOCTYPE)" in said


def test_elements_within_elements_without_end_are_no_xmi(root: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "p.xmi").write_text("<a>" * 300_000 + "</a>" * 300_000)
    status, said = take("cas", tmp_path / "in", root)
    assert status == 1
    assert "no sofa" in said


@pytest.mark.parametrize("name", FOLDERS)
def test_a_link_out_of_an_imported_folder_is_not_followed(name: str, root: Path, tmp_path: Path) -> None:
    data, text = valid(name)
    secret = tmp_path / "secret"
    secret.mkdir()
    changed = HOSTILE.encode(), f"{SECRET}{HOSTILE}".encode()
    suffixes = {FORMATS[name].suffix: text or data, ".ann" if name == "brat" else FORMATS[name].suffix: data}
    (tmp_path / "in").mkdir()
    for suffix, content in suffixes.items():
        (secret / f"s{suffix}").write_bytes(content.replace(*changed))
        (tmp_path / "in" / f"x{suffix}").symlink_to(secret / f"s{suffix}")
    (tmp_path / "in" / "sub").symlink_to(secret, target_is_directory=True)
    status, said = take(name, tmp_path / "in", root)
    assert status == 1
    assert "a link that leads out of the folder" in said
    assert not (root / "annotations").exists()
    assert [path.name for path in (root / "seeds").iterdir()] == ["p.txt"]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_pipe_in_an_imported_folder_is_not_waited_for(name: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in" / f"x{FORMATS[name].suffix}")
    status, said = take(name, tmp_path / "in", root)
    assert status == 1
    assert "or not a file" in said


@pytest.mark.filterwarnings("ignore")
def test_a_bomb_of_spacy_is_not_unpacked(root: Path, tmp_path: Path) -> None:
    pack, packed = zlib.compressobj(9), b""
    for _ in range(1 << 10):
        packed += pack.compress(bytes(1 << 20))
    (tmp_path / "b.spacy").write_bytes(packed + pack.flush())
    status, said = take("spacy", tmp_path / "b.spacy", root)
    assert status == 1
    assert "unpacked, it has more than" in said


@pytest.mark.parametrize("data", [b"[" * 10**6, b'{"a":' * 10**6, b"9" * 10**6, b'"' + b"a" * 10**7])
@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("spacy", "cws", "conll")])
def test_depth_and_length_without_end_are_refused(name: str, data: bytes, root: Path, tmp_path: Path) -> None:
    row = FORMATS[name]
    path = tmp_path / "in"
    path.mkdir()
    (path / f"p{row.suffix}").write_bytes(data)
    status, said = take(name, path if row.layout == "tree" else path / f"p{row.suffix}", root)
    assert status == 1 or row.suffix in (".txt", ".ann", ".conllu")  # where any text is a text
    assert len(said) < 3000


# Sources


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_no_name_of_a_row_leads_out_of_the_project(suffix: str, root: Path, tmp_path: Path) -> None:
    rows = [{"id": name, "text": f"三月新建工会组织{number}家。"} for number, name in enumerate(NAMES)]
    table = root / "seeds" / f"t.{suffix}"
    if suffix == "csv":
        table.write_text("id,text\n" + "".join(f'"{r["id"]}",{r["text"]}\n' for r in rows[:-2]), "utf-8")
    else:
        table.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    (root / "piyue.toml").write_text(
        f'annotator = "ling"\n[[sources]]\npath = "seeds/t.{suffix}"\nid = "id"\ntext = "text"\n'
    )
    project = Project(root)
    ids = project.page_ids()
    assert len(ids) >= len(NAMES) - 2
    for page in ids:
        document = project.document(page)
        project.save(document.replaced(spans=(span_of(document.page, "a", (0, 2)),)))
    files = [p for p in tmp_path.rglob("*.json") if p.is_file()]
    assert len(files) == len(ids)
    assert {file.parent for file in files} == {root / "annotations" / "ling"}
    assert all(file.name.isprintable() for file in files)


# What lies in a project that somebody sent

PLACES = (
    *("piyue.toml", "dictionary.txt", "annotations/ling/p.json", "annotations/_project/p.json"),
    *("annotations/_project.json", "annotations/_accepted.json", "annotations/ling/.piyue/locks/p.json"),
    *(
        "annotations/ling/.piyue/journal/1-a.jsonl",
        "annotations/ling/.piyue/generations/p/000001-20260301T120000Z.json",
    ),
)


@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"]
)
@pytest.mark.parametrize("place", PLACES)
def test_what_never_ends_is_not_read(place: str, make: Callable[[Path], None], root: Path) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    for command in (
        ["check"],
        ["suggest", "--all"],
        ["ledger"],
        ["restore"],
        ["backup", "-o", f"{root}.zip"],
    ):
        with in_time():
            status, said = run(*command, "--project", str(root))
        assert status in (0, 1)
        assert "Traceback" not in said
    with in_time(), suppress(PiyueError):
        opened(Project(root), "p", lambda _: None)


def _work_in(root: Path) -> None:
    project = Project(root)
    document = project.document("p")
    tagged = document.replaced(spans=(span_of(document.page, "a", (0, 2)),))
    project.save(tagged.replaced(corrections=tagged.corrections.replaced(date="2023-07")))
    project.save(tagged.replaced(spans=()))  # there is a state to keep now
    list(left_behind(*project.documents.journals.folders("ling")))
    generations(project.documents.annotations.path("p", "ling"))


@pytest.mark.parametrize("place", ["ling", "ling/.piyue", "ling/.piyue/generations", "_project"])
def test_nothing_is_written_through_a_link_out_of_the_annotations(
    place: str, root: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (root / "annotations" / place).parent.mkdir(parents=True)
    (root / "annotations" / place).symlink_to(victim, target_is_directory=True)
    with pytest.raises(StoreError, match="leads out of the project"):
        _work_in(root)
    assert list(victim.iterdir()) == []


@pytest.mark.parametrize("place", ["", "ling"])
def test_an_import_where_the_annotations_are_a_link_says_so_once_and_makes_no_page(
    place: str, root: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    link = root / "annotations" / place
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(victim, target_is_directory=True)
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "望津县", "label": [[0, 3, "LOC"]]}\n', encoding="utf-8")
    status, said = take("doccano", rows, root)
    assert (status, said.count("\n"), "leads out of the project" in said) == (1, 1, True)
    assert [path.name for path in (root / "seeds").rglob("*")] == ["p.txt"]
    assert list(victim.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        *(["export", "--format", name, "-o"] for name in ("json", "brat", "doccano")),
        *(["export", "--format", "label-studio", "--config", "-o"], ["ledger", "--format", "csv", "-o"]),
        *(["report", "-o"], ["export", "--format", "jsonl", "--shard", "1/2", "-o"]),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(
    "target", ["seeds/p.txt", "seeds/more/x", "annotations/ling/p.json", "piyue.toml", "dictionary.txt"]
)
def test_no_output_goes_where_a_project_keeps_its_own(command: list[str], target: str, root: Path) -> None:
    (root / "seeds" / "more").mkdir()
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    status, said = run(*command, str(root / "seeds" / ".." / target), "--project", str(root))
    assert (status, said.count("\n"), "choose another place" in said) == (1, 1, True)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


# Backups

EMPTY = {"size": 0, "sha256": hashlib.sha256(b"").hexdigest()}


def archive(path: Path, names: dict[str, dict[str, object]], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name in names:
            made.writestr(name, b"")
        made.writestr(MANIFEST, json.dumps({"files": names}))
    return path


@pytest.mark.parametrize(
    ("names", "method"),
    [
        ({"seeds/p.txt": EMPTY | {"size": 1 << 50}}, zipfile.ZIP_DEFLATED),
        ({"seeds/p.txt": EMPTY}, zipfile.ZIP_LZMA),
        ({"seeds/p.txt": EMPTY}, zipfile.ZIP_BZIP2),
        ({"seeds//p.txt": EMPTY, "seeds/p.txt": EMPTY}, zipfile.ZIP_DEFLATED),
        ({"annotations/ling/.piyue/journal/1-a.jsonl": EMPTY}, zipfile.ZIP_DEFLATED),
    ],
    ids=["longer than it can be", "lzma", "bzip2", "one file twice", "housekeeping"],
)
def test_an_archive_that_is_none_of_ours_is_not_unpacked(
    names: dict[str, dict[str, object]], method: int, tmp_path: Path
) -> None:
    path = archive(tmp_path / "b.zip", names, method)
    with in_time(), pytest.raises(StoreError, match="not a backup of piyue"):
        unpack(path, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_unpacked_whole_is_not_unpacked_at_all(root: Path, tmp_path: Path) -> None:
    path = archive(tmp_path / "b.zip", {"seeds/a": EMPTY, "seeds/a/b": EMPTY})
    with pytest.raises(StoreError):
        unpack(path, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_too_little_room_is_noticed_before_anything_is_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(root, tmp_path / "b.zip")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1))
    with pytest.raises(StoreError, match="No space left"):
        unpack(tmp_path / "b.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_link_in_an_archive_is_a_file_with_its_name_in_it(root: Path, tmp_path: Path) -> None:
    data = b"/etc/passwd"
    listed = {"seeds/p.txt": {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}}
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as made:
        info = zipfile.ZipInfo("seeds/p.txt")
        info.external_attr = 0o120777 << 16
        made.writestr(info, data)
        made.writestr(MANIFEST, json.dumps({"files": listed}))
    unpack(tmp_path / "b.zip", tmp_path / "new")
    assert not (tmp_path / "new" / "seeds" / "p.txt").is_symlink()
    assert (tmp_path / "new" / "seeds" / "p.txt").read_bytes() == data
