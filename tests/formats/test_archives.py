"""What other tools hand out packed is read as it is, and takes nothing out of its place."""

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.carrying import written
from tui.errors import PiyueError
from tui.formats.common import archives
from tui.formats.common.archives import unpacked
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.registry import format_named
from tui.operations.input_files import articles_in

TEXT = "临溪县总工会昨日成立。"
LINE = '{"text": "临溪县总工会昨日成立。", "label": [[0, 6, "ORG"]]}\n'
Files = dict[str, bytes | str]
Pack = Callable[[Path, Files], Path]


def zipped(folder: Path, files: Files) -> Path:
    path = folder / "corpus.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def tarred(folder: Path, files: Files) -> Path:
    path = folder / "corpus.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


PACKS = pytest.mark.parametrize("pack", [zipped, tarred])


def read(name: str, path: Path) -> tuple[list[FlatArticle], list[PiyueError]]:
    refused: list[PiyueError] = []
    found = [one for articles in articles_in(format_named(name), path, refused.append) for one in articles]
    return found, refused


def said(articles: list[FlatArticle]) -> list[str]:
    return [mark.text_in(one.text) for one in articles for mark in one.marks]


@PACKS
@pytest.mark.parametrize("name", ["doccano", "brat", "yedda", "cas", "cas-json", "conll"])
def test_an_archive_holds_what_its_files_hold(name: str, pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    written(name, [FlatArticle("p-1", TEXT, (Mark("1", "ORG", ((0, 6),)),))], folder)
    files: Files = {f"project/{file.name}": file.read_bytes() for file in folder.iterdir()}
    found, refused = read(name, pack(tmp_path, files))
    assert (said(found), refused) == (["临溪县总工会"], [])


@PACKS
def test_the_only_file_is_read_whatever_it_is_called(pack: Pack, tmp_path: Path) -> None:
    assert said(read("doccano", pack(tmp_path, {"all.txt": LINE, "__MACOSX/._all.txt": "x"}))[0])


@PACKS
def test_what_is_wrong_is_said_with_its_place_in_the_archive(pack: Pack, tmp_path: Path) -> None:
    path = pack(tmp_path, {"a.jsonl": LINE, "in/b.jsonl": LINE + "x\n"})
    found, (error,) = read("doccano", path)
    assert len(found) == 2
    assert error.render("en").startswith(f"{path}/in/b.jsonl:2: ")


@PACKS
@pytest.mark.parametrize("name", ["../out.jsonl", "/out.jsonl", "in/../../out.jsonl", "C:\\out.jsonl"])
def test_nothing_comes_out_beside_its_folder(name: str, pack: Pack, tmp_path: Path) -> None:
    found, (error,) = read("doccano", pack(tmp_path, {name: LINE, "a.jsonl": LINE}))
    assert (len(found), "out.jsonl" in str(error)) == (1, True)
    assert not Path("/out.jsonl").exists()


def test_links_do_not_come_out(tmp_path: Path) -> None:
    (tmp_path / "secret.jsonl").write_text(LINE, encoding="utf-8")
    path = tarred(tmp_path, {"a.jsonl": LINE})
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo("b.jsonl")
        info.type, info.linkname = tarfile.SYMTYPE, str(tmp_path / "secret.jsonl")
        archive.addfile(info)
    assert [len(part) for part in read("doccano", path)] == [0, 2]
    link = zipfile.ZipInfo("b.jsonl")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(link, str(tmp_path / "secret.jsonl"))
    assert [len(part) for part in read("doccano", path)] == [0, 2]


@PACKS
def test_an_archive_that_unpacks_without_end_is_read_as_far_as_its_bounds(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LONGEST", 1000)
    monkeypatch.setattr(archives, "DENSEST", 1)
    path = pack(tmp_path, {"a.jsonl": LINE, "b.jsonl": LINE * 1000})
    found, (error,) = read("doccano", path)
    assert (len(found), error.key) == (1, "import.bomb")
    monkeypatch.setattr(archives, "MOST_FILES", 1)
    found, (error,) = read("doccano", pack(tmp_path, {"a.jsonl": LINE, "b.jsonl": LINE}))
    assert (len(found), error.key) == (1, "import.many_files")


def test_folders_and_names_without_end_are_bounded_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LONGEST", 100_000)
    monkeypatch.setattr(archives, "DENSEST", 1)
    path = tmp_path / "corpus.tar.gz"
    folder, named = tarfile.TarInfo("in"), tarfile.TarInfo("x" * 400_000)
    folder.type = tarfile.DIRTYPE
    for infos in ([folder] * 1000, [named]):
        with tarfile.open(path, "w:gz") as archive:
            for info in infos:
                archive.addfile(info)
        assert [(error.key, error.path) for error in read("doccano", path)[1]][:1] == [("import.bomb", path)]


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz", ""])
def test_a_tar_is_known_by_what_it_holds(packing: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus"
    with tarfile.open(path, f"w:{packing}") as archive:  # type: ignore[call-overload]
        info = tarfile.TarInfo("in/10:30.jsonl")
        info.size = len(LINE.encode())
        archive.addfile(info, io.BytesIO(LINE.encode()))
    assert said(read("doccano", path)[0]) == ["临溪县总工会"]


def test_a_broken_archive_gives_what_comes_before_the_break(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"a.jsonl": LINE, "b.jsonl": LINE * 99})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"b.jsonl", 0, data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))) + 40
    data[at] ^= 0xFF
    path.write_bytes(data)
    found, (error,) = read("doccano", path)
    assert (len(found), error.key) == (1, "import.archive")
    path.write_bytes(data[:60])
    found, errors = read("doccano", path)
    assert found == []
    assert errors[0].key == "import.archive"
    assert "piyue-" not in str(errors[0])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_are_those_that_were_packed_on_windows_or_without_a_flag(encoding: str, tmp_path: Path) -> None:
    packed = "临溪".encode(encoding)
    stand_in = b"x" * len(packed)
    path = zipped(tmp_path, {f"{stand_in.decode()}.ann": f"[@{TEXT[:6]}#ORG*]"})
    path.write_bytes(path.read_bytes().replace(stand_in + b".ann", packed + b".ann"))
    (found,), _ = read("yedda", path)
    assert found.external_id == "临溪"


def test_nothing_is_left_of_what_came_out(tmp_path: Path) -> None:
    with unpacked(zipped(tmp_path, {"a.jsonl": LINE}), lambda _: None) as (folder, _):
        assert [file.name for file in folder.iterdir()] == ["a.jsonl"]
    assert not folder.exists()


def test_annotations_of_brat_without_any_text_are_said_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("T1\tORG 0 3\t临溪县\n", encoding="utf-8")
    found, (error,) = read("brat", tmp_path)
    assert (found, error.key, error.path) == ([], "import.no_standoff", tmp_path / "a.ann")


@pytest.mark.parametrize("name", ["conll", "brat", "yedda", "cas"])
def test_a_folder_in_which_nothing_has_the_format_s_ending_is_said(name: str, tmp_path: Path) -> None:
    for file in ("train.bmes", "dev.bmes"):
        (tmp_path / file).write_text("临 B-ORG\n", encoding="utf-8")
    found, (error,) = read(name, tmp_path)
    assert (found, error.key) == ([], "import.no_files")
    assert format_named(name).suffix in str(error)
