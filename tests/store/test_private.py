"""What is kept of jieba's dictionary lies where nobody else can write, or is made anew."""

import os
from pathlib import Path

import pytest
from msgspec.json import encode

from tui.store.user_folders import PrivateCache
from tui.text.jieba_dictionary import KEPT, Counts, counts, dictionary_file

PLANTED = "工会动态消息"


def plant(folder: Path) -> None:
    """Leave counts there that somebody else has made."""
    folder.mkdir(exist_ok=True)
    found = dictionary_file().stat()
    planted = Counts((found.st_size, found.st_mtime_ns), 10**9, {PLANTED: 10**9})
    (folder / KEPT).write_bytes(encode(planted))
    assert counts(folder) == planted


@pytest.fixture
def usual(private_home: Path) -> Path:
    """The folder that is used where it is safe."""
    return private_home / "cache" / "piyue"


def test_the_cache_lies_in_a_folder_of_this_user_alone(usual: Path) -> None:
    assert PrivateCache().path == usual
    assert usual.stat().st_mode & 0o777 == 0o700


@pytest.mark.slow
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_cache_that_others_can_write_to_is_not_used(mode: int, usual: Path) -> None:
    usual.mkdir(parents=True)
    usual.chmod(mode)
    plant(usual / "jieba")
    cache = PrivateCache()
    assert not cache.path.is_relative_to(usual)
    assert PLANTED not in counts(cache.path / "jieba").words


def test_a_link_in_its_place_is_not_followed(usual: Path, tmp_path: Path) -> None:
    usual.parent.mkdir(parents=True)
    (tmp_path / "theirs").mkdir(mode=0o700)
    usual.symlink_to(tmp_path / "theirs")
    assert PrivateCache().path not in (usual, tmp_path / "theirs")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_not_used(usual: Path) -> None:
    usual.mkdir(parents=True, mode=0o700)
    os.chown(usual, 12345, 12345)
    assert PrivateCache().path != usual


@pytest.mark.slow
def test_a_planted_cache_in_the_shared_temporary_folder_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    plant(tmp_path)
    plant(tmp_path / "jieba")
    assert PLANTED not in counts(PrivateCache().path / "jieba").words
