#!/bin/sh
# doccano-transformer 1.0.2, tags in text without blanks, written as CoNLL 2003.
#
# One would guess: a tag of the offsets 5 to 8 begins at the token that begins at 5, as in the same library's output
# for spaCy.
# What happens: a token that ends where a tag begins counts as the tag's first. Between English words stands a blank, so
# none does; in Chinese each token does. 王敏 becomes 长王敏 (长 B-PER, 王 I-PER, 敏 I-PER), and 金沙市 becomes 在金沙市, with
# characters as tokens and with words; at the start of a line it is right. `to_spacy` of the same text is right.
# Nothing warns; the tags are valid, and a model trained on them scores well against a test set made in the same way.
# Who meets it: who tags Chinese, Japanese or Thai in doccano and makes CoNLL of its JSONL with doccano's own converter.
# It is reported (doccano-transformer's issue 17, open since 2020). piyue reads the JSONL itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "setuptools<81" "doccano-transformer==1.0.2" "spacy==2.3.9" "numpy==1.26.4"
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import json
from importlib.metadata import version
from pathlib import Path

from doccano_transformer.datasets import NERDataset
from doccano_transformer.utils import read_jsonl

print("doccano-transformer", version("doccano-transformer"))
TEXT = "市长王敏在金沙市开会"
WORDS = ["市长", "王敏", "在", "金沙市", "开会"]


def tag(label, surface):
    start = TEXT.index(surface)
    return {"label": label, "start_offset": start, "end_offset": start + len(surface), "user": 1}


row = {"id": 1, "text": TEXT, "annotations": [tag("PER", "王敏"), tag("LOC", "金沙市")], "meta": {}}
Path("tagged.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
examples = read_jsonl("tagged.jsonl", dataset=NERDataset, encoding="utf-8")


def conll(tokenizer):
    [written] = examples.to_conll2003(tokenizer=tokenizer)
    rows = [line.split() for line in written["data"].splitlines()[1:] if line]
    print("CoNLL:", *(f"{token}/{tag}" for token, _, _, tag in rows))
    return [(token, tag) for token, _, _, tag in rows if tag != "O"]


characters, words = conll(list), conll(lambda _: WORDS)
[made] = examples.to_spacy(tokenizer=list)
tokens = made["data"]["paragraphs"][0]["sentences"][0]["tokens"]
print("spaCy:", *(f"{token['orth']}/{token['ner']}" for token in tokens))
assert [token for token, _ in characters] == list("长王敏在金沙市")
assert [tag for _, tag in characters] == ["B-PER", "I-PER", "I-PER", "B-LOC", "I-LOC", "I-LOC", "I-LOC"]
assert words == [("市长", "B-PER"), ("王敏", "I-PER"), ("在", "B-LOC"), ("金沙市", "I-LOC")]
assert [token["orth"] for token in tokens if token["ner"] != "O"] == list("王敏金沙市")
print("as described")
PYTHON
