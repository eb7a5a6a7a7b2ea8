#!/bin/sh
# label-studio-sdk 2.1.2, its converter to JSON_MIN, where the data of a task have a field named id or created_at.
#
# One would guess: what was imported with a text comes out with it, in each export; a name that is taken twice is told.
# What happens: JSON_MIN puts the task's data and its own columns into one object, and its own win. The data's `id`
# (2023-09-15-A3) becomes the number of the task, `created_at` (the day of the paper) the time of tagging, and a field
# with the name of a control (`title`) what was typed into that control. The CSV of the same converter keeps both
# sides of such a control (`_data_title`) and the data's `id`, so that two exports of one project disagree in `id`.
# Nothing warns.
# Who meets it: who imports news with their ids and dates, and joins the export with the sources by them. The full JSON
# keeps the data apart. piyue names its fields `article` and `date`, and reads both forms.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "label-studio-sdk==2.1.2"
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import csv
import json
from importlib.metadata import version
from pathlib import Path

from label_studio_sdk.converter import Converter

print("label-studio-sdk", version("label-studio-sdk"))
CONFIG = """<View><Text name="text" value="$text"/><TextArea name="title" toName="text"/>
<Labels name="label" toName="text"><Label value="LOC"/></Labels></View>"""
DATA = {"id": "2023-09-15-A3", "text": "临溪县开会。", "created_at": "2023-09-15", "title": "县里开会"}
result = [
    {
        "id": "a",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": 0, "end": 3, "text": "临溪县", "labels": ["LOC"]},
    },
    {"id": "b", "from_name": "title", "to_name": "text", "type": "textarea", "value": {"text": ["开会"]}},
]
annotation = {"id": 7, "result": result, "completed_by": 3, "created_at": "2024-05-02T08:00:00Z"}
Path("tasks.json").write_text(json.dumps([{"id": 1, "data": DATA, "annotations": [annotation]}]), encoding="utf-8")
converter = Converter(config=CONFIG, project_dir=None)
converter.convert_to_json_min("tasks.json", "min", is_dir=False)
converter.convert_to_csv("tasks.json", "csv", is_dir=False, sep=",")
[minimal] = json.loads(Path("min/result.json").read_text("utf-8"))
[row] = csv.DictReader(Path("csv/result.csv").open(encoding="utf-8"))
for name in ("id", "created_at", "title", "_data_title"):
    print(f"{name}: imported {DATA.get(name)}, JSON_MIN {minimal.get(name)}, CSV {row.get(name)}")
assert (minimal["id"], row["id"]) == (1, "2023-09-15-A3")
assert minimal["created_at"] == row["created_at"] == annotation["created_at"]
assert (minimal["title"], row["title"], row["_data_title"]) == ("开会", "开会", "县里开会")
assert "县里开会" not in minimal.values() and "2023-09-15" not in minimal.values()
print("as described")
PYTHON
