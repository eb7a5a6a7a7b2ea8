#!/bin/sh
# python-crfsuite 0.9.12, `Tagger.info()` of a model with a line feed in a feature's name.
#
# One would guess: a feature that can be trained and tagged with can be looked at too.
# What happens: `info()` parses a textual dump line by line; the line feed ends a line early, and it raises
# AttributeError ('NoneType' object has no attribute 'group'), with no word of which feature it was. Tagging works.
# Who meets it: who trains on characters (features such as "next=" and the character) over text that has line feeds,
# as every text of more than one paragraph does, and wants to see the weights.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "python-crfsuite==0.9.12"
"$folder/venv/bin/python" - "$folder/model" <<'PYTHON'
import sys
from importlib.metadata import version

import pycrfsuite

print("python-crfsuite", version("python-crfsuite"))


def seen(character):
    trainer = pycrfsuite.Trainer(verbose=False)
    sequence = [{"next=" + character: 1.0}, {"last": 1.0}]
    trainer.append(sequence, ["B", "O"])
    trainer.append(sequence, ["B", "O"])
    trainer.train(sys.argv[1])
    tagger = pycrfsuite.Tagger()
    tagger.open(sys.argv[1])
    tagged = tagger.tag(sequence)
    try:
        return tagged, len(tagger.info().state_features)
    except AttributeError as error:
        return tagged, str(error)


comma, line_feed = seen("，"), seen("\n")
print(comma, line_feed)
assert comma == (["B", "O"], 2)
assert line_feed == (["B", "O"], "'NoneType' object has no attribute 'group'")
print("as described")
PYTHON
