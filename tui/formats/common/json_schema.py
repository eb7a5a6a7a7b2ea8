"""JSON Schemas of the native export, made from its models."""

import json
from pathlib import Path
from typing import Any

from tui.formats.common.native_schema import ArticleRecord, Export
from tui.model.validation import adapter
from tui.model.values import Record

FILES: dict[str, type[Record]] = {
    "piyue-export.schema.json": Export,
    "piyue-article.schema.json": ArticleRecord,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas by the names of their files."""
    return {name: {"$schema": DIALECT} | adapter(shape).json_schema() for name, shape in FILES.items()}


def write(folder: Path) -> None:
    """Write the schemas into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        (folder / name).write_text(text + "\n", encoding="utf-8")
