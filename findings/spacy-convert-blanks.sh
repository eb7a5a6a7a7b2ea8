#!/bin/sh
# spaCy 3.8.18, `spacy convert` of Chinese CoNLL and IOB files.
#
# One would guess: `--lang zh` joins the tokens as Chinese is written, so that a document's text is the source's and an
# entity's offsets are places in it.
# What happens: each token gets a blank behind it in every language. 王敏在金沙市开会。 becomes 王 敏 在 金 沙 市 开 会 。, the
# entity 金沙市 becomes 金 沙 市 from 6 to 11 instead of 3 to 6, in `Doc.to_json` too, and the words of jieba get blanks in
# between as well. Nothing warns. A flag of the document says that its blanks are not known, and training goes by the
# tokens, so that it shows only where the text or offsets are taken: in another tool, or in a table of names.
# Who meets it: who converts Chinese corpora (MSRA, Weibo, CLUENER as CoNLL) with spaCy's own command and goes on from
# the DocBin. piyue's export `spacy` has the text as it is, and its CoNLL reader joins Chinese without blanks.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "spacy==3.8.18"
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from pathlib import Path

TAGS = dict(zip("王敏在金沙市开会。", ["B-PER", "I-PER", "O", "B-LOC", "I-LOC", "I-LOC", "O", "O", "O"]))
rows = [f"{character}\t{tag}" for character, tag in TAGS.items()]
Path("characters.ner").write_text("\n".join(rows) + "\n\n", encoding="utf-8")
Path("words.iob").write_text("王敏|B-PER 在|O 金沙市|B-LOC 开会|O 。|O\n", encoding="utf-8")
PYTHON
"$folder/venv/bin/python" -W ignore -m spacy convert characters.ner . --converter ner --lang zh > /dev/null
"$folder/venv/bin/python" -W ignore -m spacy convert words.iob . --converter iob --lang zh > /dev/null
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

import spacy
from spacy.tokens import DocBin

print("spacy", version("spacy"))
nlp = spacy.blank("zh")


def converted(name):
    doc = next(DocBin().from_disk(name).get_docs(nlp.vocab))
    data = doc.to_json()
    places = [(data["text"][ent["start"] : ent["end"]], ent["start"], ent["end"]) for ent in data["ents"]]
    print(name, repr(data["text"]), places)
    return data["text"], places, doc.has_unknown_spaces


assert nlp("王敏在金沙市开会。").text == "王敏在金沙市开会。"
characters, words = converted("characters.spacy"), converted("words.spacy")
assert characters == ("王 敏 在 金 沙 市 开 会 。 ", [("王 敏", 0, 3), ("金 沙 市", 6, 11)], True)
assert words == ("王敏 在 金沙市 开会 。 ", [("王敏", 0, 2), ("金沙市", 5, 8)], True)
print("as described")
PYTHON
