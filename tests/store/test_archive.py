"""A backup holds every byte, says when it does not, and lets nothing out of its folder."""

import errno
import json
import os
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.store.building import span_of
from tui.errors import StoreError
from tui.store.backup import MANIFEST, back_up, files, left_out, unpack, verify
from tui.store.project import Project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "paper"
    (root / "seeds" / "春").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_bytes("\ufeff工会\r\n动态\n".encode())
    (root / "seeds" / "春" / "q.md").write_bytes(bytes(range(256)) * 5000)
    (root / "piyue.toml").write_text('annotator = "ling"\n')
    project = Project(root)
    for number in range(3):
        document = project.document("p")
        project.save(document.replaced(spans=(span_of(document.page, str(number), (0, 2)),)))
    return root


def content(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".piyue" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_what_was_backed_up_comes_back_to_the_byte(root: Path, tmp_path: Path) -> None:
    assert back_up(root, tmp_path / "b.zip") == 4
    assert unpack(tmp_path / "b.zip", tmp_path / "new" / "paper") == 4
    assert content(tmp_path / "new" / "paper") == content(root)
    assert len(Project(tmp_path / "new" / "paper").document("p").spans) == 1


def test_all_that_is_unpacked_is_durable(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(root, tmp_path / "b.zip")
    synced = list[str]()
    monkeypatch.setattr("tui.store.files.system_calls.sync_folder", lambda path: synced.append(path.name))
    unpack(tmp_path / "b.zip", tmp_path / "new")
    assert {"seeds", "春", "annotations", "ling"} < set(synced)
    assert synced[-1] == tmp_path.name


def test_nothing_is_overwritten(root: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(StoreError, match="already exists"):
        back_up(root, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_text() == "mine"
    back_up(root, tmp_path / "c.zip")
    with pytest.raises(StoreError, match="already exists"):
        unpack(tmp_path / "c.zip", root)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "c.zip", "home", "paper"]


def test_a_link_out_of_the_project_is_refused_and_no_archive_is_left(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (root / "seeds" / "x.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(StoreError, match="leads out of the project"):
        back_up(root, tmp_path / "b.zip")
    assert not list(tmp_path.glob("*.zip"))


def test_any_byte_that_changed_is_noticed_before_anything_is_written(root: Path, tmp_path: Path) -> None:
    archive = tmp_path / "b.zip"
    back_up(root, archive)
    data = archive.read_bytes()
    noticed = 0
    for at in range(0, len(data), max(1, len(data) // 60)):
        archive.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        try:
            verify(archive)
        except StoreError:
            noticed += 1
        else:  # a byte that says nothing of what is in it: a time, a permission
            unpack(archive, tmp_path / f"new{at}")
            assert content(tmp_path / f"new{at}") == content(root)
    assert noticed > 30
    archive.write_bytes(data[: len(data) // 2])
    with pytest.raises(StoreError, match="not a backup of piyue, or damaged"):
        unpack(archive, tmp_path / "half")
    assert not (tmp_path / "half").exists()


def written(archive: Path, names: dict[str, tuple[bytes, int]], kind: int = zipfile.ZIP_DEFLATED) -> Path:
    """An archive that lists files with any size."""
    from hashlib import sha256

    listed = {
        name: {"size": size, "sha256": sha256(data).hexdigest()} for name, (data, size) in names.items()
    }
    with zipfile.ZipFile(archive, "w", kind) as opened:
        for name, (data, _) in names.items():
            opened.writestr(name, data)
        opened.writestr(MANIFEST, json.dumps({"files": listed}))
    return archive


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "seeds/../../x",
        "/etc/x",
        "other",
        ".git/x",
        "annotations/ling/.piyue/x",
        "seeds",
        "seeds/..\\x",
        "seeds/a\\x",
        "seeds//x",
        "seeds/./x",
        ".t.jsonl",
        "piyue.toml/x",
        "annotations/../../x",
    ],
)
def test_a_name_that_leads_out_of_a_project_is_refused(name: str, tmp_path: Path) -> None:
    archive = written(tmp_path / "b.zip", {name: (b"x", 1)})
    with pytest.raises(StoreError, match="damaged"):
        unpack(archive, tmp_path / "deep" / "new")
    assert not (tmp_path / "x").exists()
    assert not (tmp_path / "deep").exists()


def test_a_bomb_ends_where_it_is_longer_than_listed(tmp_path: Path) -> None:
    archive = written(tmp_path / "b.zip", {"seeds/p.txt": (b"\0" * (1 << 26), 1000)})
    assert archive.stat().st_size < 1 << 17
    with pytest.raises(StoreError, match="longer than listed"):
        verify(archive)


def test_an_archive_that_is_none_is_named(tmp_path: Path) -> None:
    for data in (b"", b"PK", os.urandom(1000)):
        (tmp_path / "b.zip").write_bytes(data)
        with pytest.raises(StoreError, match=r"b\.zip: not a backup of piyue"):
            verify(tmp_path / "b.zip")


def listing(**changes: object) -> bytes:
    return json.dumps({"files": {"seeds/p.txt": {"size": 1, "sha256": "x"} | changes}}).encode()


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"files": [1]}',
        b'{"files": {"seeds/p.txt": 3}}',
        b'{"files": {"seeds/p.txt": {"size": 1}}}',
        listing(size="1"),
        listing(size=-1),
        listing(sha256=3),
        listing(size=1 << 40),
    ],
)
def test_a_list_of_files_that_cannot_be_is_refused(manifest: bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as opened:
        opened.writestr("seeds/p.txt", b"x")
        opened.writestr(MANIFEST, manifest)
    with pytest.raises(StoreError, match=r"b\.zip: not a backup of piyue, or damaged"):
        verify(tmp_path / "b.zip")


def test_a_file_that_is_listed_shorter_longer_or_not_at_all_is_noticed(tmp_path: Path) -> None:
    for size, why in ((1, "longer than listed"), (3, "not what is listed")):
        with pytest.raises(StoreError, match=why):
            verify(written(tmp_path / "b.zip", {"seeds/p.txt": (b"xy", size)}))
    archive = written(tmp_path / "b.zip", {"seeds/p.txt": (b"xy", 2)})
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr("seeds/more.txt", b"not listed")
    assert unpack(archive, tmp_path / "new") == 1
    assert content(tmp_path / "new") == {"seeds/p.txt": b"xy"}


def test_only_what_is_packed_as_ours_is_is_read(tmp_path: Path) -> None:
    archive = written(tmp_path / "b.zip", {"seeds/p.txt": (b"xy", 2)})
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_BZIP2) as opened:
        opened.writestr("seeds/more.txt", b"other")
    with pytest.raises(StoreError, match="not packed as ours are"):
        verify(archive)


@pytest.mark.parametrize("name", ["t.jsonl", "T.CSV", "piyue.toml", "seeds/a/b.txt", "own/p.txt"])
def test_a_name_within_a_project_is_unpacked(name: str, tmp_path: Path) -> None:
    archive = written(tmp_path / "b.zip", {name: (b"x", 1)})
    assert unpack(archive, tmp_path / "new") == 1
    assert (tmp_path / "new" / name).read_bytes() == b"x"


def test_a_disk_without_room_leaves_nothing_behind(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(root, tmp_path / "b.zip")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(StoreError, match="No space left"):
        unpack(tmp_path / "b.zip", tmp_path / "deep" / "er" / "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "home", "paper"]


def test_what_cannot_be_written_is_named_and_no_folder_is_left(root: Path, tmp_path: Path) -> None:
    back_up(root, tmp_path / "b.zip")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="file"):
        unpack(tmp_path / "b.zip", tmp_path / "file" / "new")
    with pytest.raises(StoreError, match="missing"):
        back_up(root, tmp_path / "missing" / "b.zip")


def test_a_disk_that_cannot_be_written_to_is_said_with_the_name_of_the_archive(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StoreError) as said:
        back_up(root, tmp_path / "b.zip")
    assert str(said.value.path) == str(tmp_path / "b.zip")


def test_sources_and_tables_beside_seeds_are_backed_up_and_the_rest_is_named(
    root: Path, tmp_path: Path
) -> None:
    (root / "piyue.toml").write_text(
        '[[sources]]\npath = "own/"\n[[sources]]\npath = "t.jsonl"\n[[sources]]\npath = "gone"\n'
    )
    files_of = {
        "own/a.txt": "一",
        "t.jsonl": "{}",
        "guidelines/g.md": "g",
        "notes.txt": "n",
        "own/.hidden": "h",
    }
    for name, text in files_of.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    os.mkfifo(root / "own" / "pipe")
    (root / "own" / "loop").symlink_to(root / "own" / "loop")
    assert left_out(root) == ["notes.txt"]
    back_up(root, tmp_path / "b.zip")
    listed = verify(tmp_path / "b.zip")
    assert set(listed) == {
        *("piyue.toml", "own/a.txt", "t.jsonl", "guidelines/g.md", "seeds/p.txt", "seeds/春/q.md"),
        "annotations/ling/p.json",
    }
    (root / "piyue.toml").write_text("x = ")
    assert left_out(root) == ["notes.txt", "own", "t.jsonl"]
    assert next(files(root)) == root / "piyue.toml"


def test_more_than_deflated_data_can_become_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    archive = written(tmp_path / "b.zip", {"seeds/p.txt": (b"xy", 1 << 40)})
    with pytest.raises(StoreError, match="longer than it can be"):
        verify(archive)


def test_a_file_that_is_another_than_listed_is_noticed(tmp_path: Path) -> None:
    archive = written(tmp_path / "b.zip", {"seeds/p.txt": (b"xy", 2)})
    changed = written(tmp_path / "c.zip", {"seeds/p.txt": (b"xz", 2)})
    with zipfile.ZipFile(archive) as one, zipfile.ZipFile(changed) as other:
        data, manifest = one.read("seeds/p.txt"), other.read(MANIFEST)
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as opened:
        opened.writestr("seeds/p.txt", data)
        opened.writestr(MANIFEST, manifest)
    with pytest.raises(StoreError, match="not what is listed"):
        verify(tmp_path / "d.zip")


def test_a_file_that_goes_on_behind_the_archive_s_end_is_noticed(tmp_path: Path) -> None:
    archive = written(tmp_path / "b.zip", {"seeds/p.txt": (b"xy", 9999)}, zipfile.ZIP_STORED)
    data = archive.read_bytes()
    at = (
        data.index(b"PK\x01\x02") + 20
    )  # of the first file in the list at the end: its packed and its own size
    archive.write_bytes(data[:at] + (9999).to_bytes(4, "little") * 2 + data[at + 8 :])
    with pytest.raises(StoreError, match=r"b\.zip: not a backup of piyue, or damaged"):
        verify(archive)


def encrypted(data: bytes) -> bytes:
    """An archive whose files say that they are encrypted."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data = data[: start + at] + b"\x01" + data[start + at + 1 :]
            start = data.find(mark, start + 4)
    return data


def test_an_archive_that_is_not_there_or_encrypted_or_nested_without_end_is_named(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with pytest.raises(StoreError, match=r"b\.zip: .*No such file"):
        verify(path)
    path.write_bytes(encrypted(written(path, {"seeds/p.txt": (b"xy", 2)}).read_bytes()))
    with pytest.raises(StoreError, match=r"b\.zip: not a backup of piyue.*encrypted"):
        verify(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(MANIFEST, b"[" * 200_000)
    with pytest.raises(StoreError, match=r"b\.zip: not a backup of piyue"):
        verify(path)


def test_a_file_that_cannot_be_read_is_named_and_no_archive_is_left(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(zipfile.ZipInfo, "from_file", refuses)
    with pytest.raises(StoreError, match=r"piyue\.toml: .*Permission denied"):
        back_up(root, tmp_path / "b.zip")
    assert not [path for path in tmp_path.iterdir() if path.name not in ("paper", "home")]


def test_a_folder_that_was_there_stays_where_nothing_can_be_unpacked(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(root, tmp_path / "b.zip")
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(StoreError, match="No space left"):
        unpack(tmp_path / "b.zip", tmp_path / "empty" / "er" / "new")
    assert [*(tmp_path / "empty").iterdir()] == []
