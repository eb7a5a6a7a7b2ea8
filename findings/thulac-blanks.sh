#!/bin/sh
# thulac 0.2.2, words beside several blanks.
#
# One would guess: the words, joined, are the text; jieba and LAC hold to that, and thulac does for single blanks, line
# feeds and full-width letters.
# What happens: several blanks become one. The two ideographic blanks that begin nearly each Chinese paragraph lose one of
# them, so each offset that is counted along the words is too small by one from there on, by two in the second paragraph.
# Who meets it: who makes CoNLL rows or offsets of thulac's words and tags by offsets in the source.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "thulac==0.2.2"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import thulac

print("thulac", version("thulac"))
segmenter = thulac.thulac(seg_only=True)


def joined(text: str) -> str:
    return "".join(word for word, _ in segmenter.cut(text))


SAME = ["王敏 在 金沙", "第一行\n第二行", "ＡＢＣ公司在２０２３年"]
assert [joined(text) for text in SAME] == SAME
text = "\u3000\u3000清河村开会。\n\u3000\u3000金沙市开会。"
words = joined(text)
print(repr(text), "->", repr(words))
print("金沙市 at", text.index("金沙市"), "in the source, at", words.index("金沙市"), "by the words")
assert text.index("金沙市") - words.index("金沙市") == 2
print("as described")
PYTHON
