#!/bin/sh
# jieba 0.42.1, numbers in its three ways of cutting.
#
# One would guess: `jieba.posseg.cut` gives the words of `jieba.cut`, each with its part of speech, and `HMM=False`
# only leaves the discovery of unknown words out.
# What happens: `cut` keeps 5.6% in one word, `posseg.cut` makes two of it (5.6 and %), and with `HMM=False` both make
# four of it (5, ., 6, %). Names differ too: 网易杭研 is 网易 + 杭研 in one and 网易 + 杭 + 研 in the other.
# Who meets it: who takes words from one function and their parts of speech from the other, or tags quantities by word.
# piyue cuts with `cut` alone and looks parts of speech up in the dictionary.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" "jieba==0.42.1"
TMPDIR="$folder" "$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

import jieba
import jieba.posseg

jieba.setLogLevel(60)
print("jieba", version("jieba"))


def cuts(text):
    tagged = [word for word, _ in jieba.posseg.cut(text)]
    return list(jieba.cut(text)), tagged, list(jieba.cut(text, HMM=False))


numbers, names = cuts("同比增长5.6%"), cuts("来到网易杭研大厦")
for plain, tagged, without in (numbers, names):
    print("cut       ", plain)
    print("posseg.cut", tagged)
    print("HMM=False ", without)
assert numbers == (
    ["同比", "增长", "5.6%"],
    ["同比", "增长", "5.6", "%"],
    ["同比", "增长", "5", ".", "6", "%"],
)
assert "杭研" in names[0] and "杭研" not in names[1]
print("as described")
PYTHON
