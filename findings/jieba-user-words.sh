#!/bin/sh
# jieba 0.42.1, words of a user's dictionary that hold ·, 〇 or a rare Han character.
#
# One would guess: a word that `add_word` or `load_userdict` took comes out of `cut` as one word, whatever its characters;
# and 〇, the zero of 二〇二三年, is cut as the digits beside it are.
# What happens: `cut` looks words up only in runs of U+4E00 to U+9FD5, letters, digits and +#&._%-; every other character
# ends the run and is a word of its own. 玛丽·居里, 二〇二三年 and 𠮷野家 are in the dictionary with their frequencies, and
# never come out; C++语言 does. Nothing warns.
# Who meets it: who adds names of foreigners and of Uyghurs, which are written with ·, years in Chinese digits, or names
# with characters beyond U+9FD5. piyue joins the words of its dictionary itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "jieba==0.42.1"
TMPDIR="$folder" "$folder/venv/bin/python" - 2>/dev/null <<'PYTHON'
from importlib.metadata import version

import jieba

print("jieba", version("jieba"))
expected = {
    "玛丽·居里": ["玛丽", "·", "居里"],
    "二〇二三年": ["二", "〇", "二三年"],
    "𠮷野家": ["𠮷", "野家"],
    "C++语言": ["C++语言"],
}
for word, cut in expected.items():
    jieba.add_word(word, freq=1_000_000)
    found = jieba.lcut(word)
    print(f"{word}: frequency {jieba.dt.FREQ[word]}, cut as {found}")
    assert jieba.dt.FREQ[word] == 1_000_000
    assert found == cut
print("as described")
PYTHON
