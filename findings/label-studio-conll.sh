#!/bin/sh
# label-studio-sdk 2.1.2, its converter to CoNLL 2003, on Chinese text.
#
# One would guess: a tagged name of six characters becomes tokens of its own, with B- and I-; a tag that cannot be written
# is refused or named in a warning.
# What happens: tokens are what stands between blanks. A Chinese text has none, so that all of it is one token; it gets
# the label of the first tag in it, B-ORG over two sentences, and the other tags are gone without a word. The converter
# ends normally, and the file is valid CoNLL.
# Who meets it: who tags Chinese in Label Studio and exports CoNLL from there to train. piyue writes characters or words
# as tokens, cuts words where a tag begins inside of one, and names each tag that a format cannot hold.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "label-studio-sdk==2.1.2"
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import json
from importlib.metadata import version
from pathlib import Path

from label_studio_sdk.converter import Converter

print("label-studio-sdk", version("label-studio-sdk"))
CONFIG = """<View><Text name="text" value="$text"/><Labels name="label" toName="text">
<Label value="ORG"/><Label value="LOC"/></Labels></View>"""
TEXT = "临溪县总工会走访企业。望津市新医院开诊。"


def tag(id_, label, surface):
    start = TEXT.index(surface)
    value = {"start": start, "end": start + len(surface), "text": surface, "labels": [label]}
    return {"id": id_, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


result = [tag("a", "ORG", "临溪县总工会"), tag("b", "LOC", "望津市")]
task = {"id": 1, "data": {"text": TEXT}, "annotations": [{"id": 1, "result": result}]}
Path("tasks.json").write_text(json.dumps([task], ensure_ascii=False), encoding="utf-8")
Path("out").mkdir()
Converter(config=CONFIG, project_dir=None).convert_to_conll2003("tasks.json", "out", is_dir=False)
lines = Path("out/result.conll").read_text("utf-8").split("\n")
print(*lines, sep="\n")
assert f"{TEXT} -X- _ B-ORG" in lines
assert not any("LOC" in line for line in lines)
print("as described")
PYTHON
