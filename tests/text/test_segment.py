"""Words: both segmenters cut alike, with the user's dictionary and without; what a dictionary may say."""

import random
import re
from functools import cache
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT, SEEDS
from tui.errors import ProjectError
from tui.text.dictionary import Entry, read_dictionary, read_what_holds, with_words
from tui.text.jieba_dictionary import dictionary_words
from tui.text.segment import (
    NAMES,
    Name,
    RjiebaSegmenter,
    Segmenter,
    _pattern,
    _with_words,
    segmenter_for,
)

FOLDERS = (SEEDS, ROOT / "tests" / "pages", ROOT / "tests" / "sheets")
TIE = re.compile(r"([\u4e00-\u9fd5])\1\1+")
"""咚咚咚: 咚咚 and 咚 are as likely as 咚 and 咚咚, and the last bit of a sum decides."""
LATIN = "见 images/a.jpg，电话 0571-85310000，www.example.com，约3.5%、A1-b2、C++ 和 1,000.5 元。"


@cache
def texts() -> tuple[str, ...]:
    """All test pages."""
    return tuple(path.read_text("utf-8") for folder in FOLDERS for path in sorted(folder.glob("*.txt")))


@cache
def users_words() -> tuple[Entry, ...]:
    """Strings from the pages, words or not, some with a frequency, some said to be none."""
    pick, text = random.Random(7), "".join("".join(texts()).split())
    starts = [pick.randrange(len(text) - 6) for _ in range(300)]
    words = [text[at : at + pick.randint(2, 5)] for at in starts]
    return tuple(Entry(word, pick.choice((None, None, 50, 20000, 0))) for word in words)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("jieba")


def pieces(segmenter: Segmenter, text: str) -> list[str]:
    return [text[a:b] for a, b in segmenter.words(text)]


@pytest.mark.slow
@pytest.mark.parametrize("own", [False, True])
def test_both_segmenters_cut_all_test_pages_alike(own: bool, folder: Path) -> None:
    pytest.importorskip("rjieba")
    entries = users_words() if own else ()
    slow, fast = (segmenter_for(name, folder, entries) for name in ("jieba", "rjieba"))
    for text in (*texts(), LATIN):
        told_apart = TIE.sub(r"\1", text)
        assert pieces(slow, told_apart) == pieces(fast, told_apart)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["jieba", "rjieba"])
def test_the_users_words_are_words_and_what_is_none_is_cut(name: str, folder: Path) -> None:
    pytest.importorskip(name)
    text = "“两新组织”建会入会，总工会说。"
    entries = [Entry("两新组织"), Entry("建会入会", 100, "v"), Entry("总工会", 0), Entry("总"), Entry("工会")]
    found = pieces(segmenter_for(name, folder, entries), text)  # type: ignore[arg-type]
    assert found == ["“", "两新组织", "”", "建会入会", "，", "总", "工会", "说", "。"]


def test_where_rjieba_is_missing_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rjieba", None)
    with pytest.raises(ProjectError, match=r'pip install "piyue\[fast\]"'):
        RjiebaSegmenter()


@pytest.mark.slow
def test_the_dictionary_has_jiebas_words_and_counts() -> None:
    tokenizer = jieba.Tokenizer()
    said, _ = tokenizer.gen_pfdict(tokenizer.get_dict_file())  # beginnings of words, too, as 0
    found = dict(dictionary_words())
    assert found.items() <= said.items()
    assert not any(count for word, count in said.items() if word not in found)


def test_a_dictionary_is_read_in_jiebas_format(tmp_path: Path) -> None:
    path = tmp_path / "dictionary.txt"
    assert read_dictionary(path) == []
    path.write_text("\ufeff两新组织\n建会 20\r\n\n小哥 3 n\n工会 nt\n", encoding="utf-8")
    assert read_dictionary(path) == [
        Entry("两新组织"),
        Entry("建会", 20),
        Entry("小哥", 3, "n"),
        Entry("工会", None, "nt"),
    ]


@pytest.mark.parametrize("line", ["两新 组织", "建会 二十", "小哥 3 n x", "工会 -1"])
def test_a_line_that_holds_no_word_is_named_and_the_others_hold(line: str, tmp_path: Path) -> None:
    path = tmp_path / "dictionary.txt"
    path.write_text(f"小哥\n{line}\n工会\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"dictionary\.txt:2: .*WORD FREQUENCY"):
        read_dictionary(path)
    assert read_what_holds(path)[0] == [Entry("小哥"), Entry("工会")]


def test_words_are_added_once_and_other_lines_stay() -> None:
    text = with_words("小哥 3 n\n总工会 0\n", ["总工会"])
    assert text == "小哥 3 n\n总工会\n"
    assert with_words(text, ["总", "工会"], never="总工会") == "小哥 3 n\n总\n工会\n总工会 0\n"


SIGNS = ("阿依古丽·买买提", "7×24小时", "ＡＢＣ公司", "《工会法》", "𠮷野工会")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_users_words_are_words_whatever_signs_they_hold(name: Name, tmp_path: Path) -> None:
    pytest.importorskip(name)
    segmenter = segmenter_for(name, tmp_path, [Entry(word) for word in SIGNS])
    for line in ("职工{}说好。{}", "{}{}", "a{}b\n{}"):
        for word in SIGNS:
            text = line.format(word, word)
            words = [text[start:end] for start, end in segmenter.words(text)]
            assert words.count(word) == 2, (word, words)
            assert "".join(words) == text.replace("\n", "")


@given(st.text("甲乙·《》", max_size=12), st.lists(st.text("甲乙·《》", min_size=1, max_size=3), max_size=3))
def test_joined_words_leave_the_rest_of_the_text_as_it_is(text: str, words: list[str]) -> None:
    pattern = _pattern(words)
    places = [match.span() for match in pattern.finditer(text)] if pattern else []
    pairs = [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]
    found = list(_with_words(pairs, places))
    assert "".join(text[start:end] for start, end in found) == text
    assert set(places) <= set(found)
