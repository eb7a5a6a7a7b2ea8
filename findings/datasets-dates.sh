#!/bin/sh
# datasets 5.2.0, a column of JSON Lines whose values all look like dates.
#
# One would guess: a string of JSON is loaded as that string; where the features declare it as a string, certainly.
# What happens: if every value is an ISO date, the column becomes a timestamp. With `features` that declare a string,
# the timestamp is turned into text: 2023-09-15 is loaded as "2023-09-15 00:00:00". One value that is no date
# ("2023-09-15-A") and all are strings again, so that two parts of one corpus may have different types.
# Who meets it: who names pages or articles by the day of the paper, and joins predictions to texts by these names.
# piyue's dataset card declares such columns as JSON, so that they stay strings.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet "datasets==5.2.0"
cd "$folder"
HF_HOME="$folder/home" HF_HUB_OFFLINE=1 "$folder/venv/bin/python" -W ignore - <<'PYTHON'
import json
from importlib.metadata import version
from pathlib import Path

from datasets import Features, Value, disable_progress_bars, load_dataset

disable_progress_bars()
print("datasets", version("datasets"))


def loaded(name, pages, features=None):
    rows = (json.dumps({"page": page, "text": "甲"}, ensure_ascii=False) for page in pages)
    Path(name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = load_dataset("json", data_files=name, split="train", features=features)
    print(pages, "->", found.features["page"], found["page"][0])
    return found.features["page"].dtype, str(found["page"][0])


days = ["2023-09-15", "2023-09-16"]
declared = Features({"page": Value("string"), "text": Value("string")})
assert loaded("guessed.jsonl", days) == ("timestamp[s]", "2023-09-15 00:00:00")
assert loaded("declared.jsonl", days, declared) == ("string", "2023-09-15 00:00:00")
assert loaded("mixed.jsonl", [*days, "2023-09-15-A"]) == ("string", "2023-09-15")
print("as described")
PYTHON
