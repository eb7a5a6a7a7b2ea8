"""Other tools' exporters, measured on the same articles as ours."""

import json
import resource
import subprocess
from pathlib import Path
from time import process_time
from typing import Any

LABEL_STUDIO = ("label-studio-sdk-json-min", "label-studio-sdk-conll", "label-studio-sdk-conll-characters")
"""Its full JSON of one file is a copy of that file, so the short one is measured. Its CoNLL splits a text at
blanks, so that a Chinese sentence is one token, which is a fraction of the work.

With `characters` it gets the same articles with a blank behind each character, and writes the same tokens.
"""
CONFIG = (
    '<View><Labels name="label" toName="text"><Label value="ORG"/></Labels>'
    '<Text name="text" value="$text"/></View>'
)


def label_studio(tasks: Path, name: str) -> dict[str, float]:
    """Label Studio's converter, from tasks on disk; `name` is one of `LABEL_STUDIO`."""
    from label_studio_sdk.converter.converter import Converter

    numbered = [
        task | {"id": at} for at, task in enumerate(json.loads(tasks.read_bytes()))
    ]  # as its server does
    if name.endswith("characters"):
        numbered = [_spaced(task) for task in numbered]
    tasks.write_text(json.dumps(numbered), encoding="utf-8")
    count = len(numbered)
    del numbered
    began = process_time()
    converter = Converter(CONFIG, project_dir=None)
    convert = converter.convert_to_json_min if "json" in name else converter.convert_to_conll2003
    convert(str(tasks), str(tasks.parent / "out"), is_dir=False)
    return {"articles/s": count / (process_time() - began), "MB": memory(resource.RUSAGE_SELF)}


def _spaced(task: Any) -> Any:
    task["data"]["text"] = " ".join(task["data"]["text"])
    for region in task["annotations"][0]["result"]:
        value = region["value"]
        value |= {"start": value["start"] * 2, "end": value["end"] * 2 - 1, "text": " ".join(value["text"])}
    return task


def doccano(python: str, tasks: Path) -> dict[str, float]:
    """doccano's exporter, from a database of SQLite, run by a Python that has it: it needs old libraries."""
    program = Path(__file__).with_name("doccano_export.py")
    done = subprocess.run([python, str(program), str(tasks)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def memory(who: int) -> float:
    """Return the most memory that a process had, in MB."""
    return resource.getrusage(who).ru_maxrss / 1024
