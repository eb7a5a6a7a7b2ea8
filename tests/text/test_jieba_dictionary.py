"""jieba's dictionary: read as jieba reads it, and kept as long as it stays the same."""

from pathlib import Path

import jieba
import pytest

from tui.text import jieba_dictionary
from tui.text.jieba_dictionary import KEPT, Counts, counts, parts_of_speech

WORDS = "工会 30 n\n总工会 20 n\n工会 5 n\n"


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small dictionary in the place of jieba's."""
    path = tmp_path / "dict.txt"
    path.write_text(WORDS, "utf-8")
    monkeypatch.setattr(jieba_dictionary, "dictionary_file", lambda: path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache"


@pytest.mark.slow
def test_words_are_counted_as_jieba_counts_them_and_kept_so(folder: Path) -> None:
    tokenizer = jieba.Tokenizer()
    expected = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    made, kept = counts(folder), counts(folder)
    assert (made.words, made.total) == expected
    assert kept == made


@pytest.mark.slow
def test_words_have_the_parts_of_speech_that_jieba_gives_them() -> None:
    from jieba.posseg import POSTokenizer  # which loads tables

    tagger = POSTokenizer(jieba.Tokenizer())
    tagger.load_word_tag(tagger.tokenizer.get_dict_file())
    assert parts_of_speech() == tagger.word_tag_tab


def test_beginnings_of_words_are_none_and_a_word_that_stands_twice_counts_twice(
    dictionary: Path, folder: Path
) -> None:
    found = counts(folder)
    assert found.words == {"工": 0, "工会": 5, "总": 0, "总工": 0, "总工会": 20}
    assert found.total == 55


def test_what_is_kept_is_read_while_the_dictionary_stays_the_same(dictionary: Path, folder: Path) -> None:
    made = counts(folder)
    (folder / KEPT).write_text((folder / KEPT).read_text("utf-8").replace("总工会", "总公会"), "utf-8")
    assert "总公会" in counts(folder).words
    dictionary.write_text(WORDS + "江滩 1 n\n", "utf-8")
    assert counts(folder).words == made.words | {"江": 0, "江滩": 1}
    assert [path.name for path in folder.iterdir()] == [KEPT]


@pytest.mark.parametrize("content", [b"", b"[", b"[1,2,3]", b'[[1,2],3,{"a":"b"}]', b"\xff"])
def test_a_kept_file_that_is_damaged_is_made_anew(dictionary: Path, folder: Path, content: bytes) -> None:
    made = counts(folder)
    (folder / KEPT).write_bytes(content)
    assert counts(folder) == made
    assert (folder / KEPT).read_bytes() != content


def test_where_nothing_can_be_kept_words_are_counted_all_the_same(dictionary: Path, folder: Path) -> None:
    found = counts(folder / "none")
    assert isinstance(found, Counts)
    assert found.total == 55


def test_counts_that_cannot_be_kept_leave_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refused)
    assert counts(tmp_path).words["北京"] > 0
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []
