"""UIMA CAS JSON (0.4): a folder with a `.json` for each article, its types within."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.foreign_folders import contents
from tui.formats.common.json_fields import field, refusing
from tui.formats.common.json_lines import dumps, loads
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Files
from tui.formats.common.uima import REFERENCES, TYPES, VIEW, Structure, article_from, count_unread, structures
from tui.formats.interface import Options, Refuse

SOFA = "uima.cas.Sofa"


def sink(folder: Path, about: About, options: Options) -> Files:
    """See `Module.sink`."""
    del about
    return Files(folder, ".json", partial(_document, options=options))


def _document(sheet: FlatArticle, options: Options) -> bytes:
    made = structures(sheet, options)
    sofa = {"sofaNum": 1, "sofaID": VIEW, "mimeType": "text/plain", "sofaString": sheet.text}
    value = {
        "%TYPES": {name: _type(name) for name in TYPES},
        "%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": SOFA} | sofa, *map(_value, made)],
        "%VIEWS": {VIEW: {"%SOFA": 1, "%MEMBERS": [structure.number for structure in made]}},
    }
    return dumps(value) + b"\n"


def _type(name: str) -> dict[str, Any]:
    above, features = TYPES[name]
    rows = {key: {"%NAME": key, "%RANGE": kind} for key, kind in features.items()}
    return {"%NAME": name, "%SUPER_TYPE": above} | rows


def _value(structure: Structure) -> dict[str, Any]:
    said = {"@" + k if k in REFERENCES else k: v for k, v in structure.features.items()}
    return {"%ID": structure.number, "%TYPE": structure.type, "@sofa": 1} | said


def parse(source: Path, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield a sheet for a file, or for each `.json` of a folder; one that is none is refused."""
    del path
    for file, data in contents(source, "*.json", refuse):
        with refusing(refuse, file):
            try:
                value = loads(data)
            except ValueError as error:
                raise FormatError("import.json", path=file, reason=error) from error
            yield _article(value, str(file), refuse)


def _article(value: Any, path: str, refuse: Refuse) -> FlatArticle:
    rows = field(value, "%FEATURE_STRUCTURES", list, path, None)
    sofas = [row for row in rows if row.get("%TYPE") == SOFA]
    sofa = next((row for row in sofas if row.get("sofaID") == VIEW), None)
    text = field(sofa, "sofaString", str, path, None)
    here = [row for row in rows if row.get("@sofa", sofa and sofa.get("%ID")) == (sofa and sofa.get("%ID"))]
    count_unread((str(row.get("%TYPE")) for row in rows), len(sofas), refuse)
    return article_from(text, (_structure(row) for row in here if row.get("%TYPE") in TYPES), path, refuse)


def _structure(row: dict[str, Any]) -> Structure:
    said = {key.removeprefix("@"): value for key, value in row.items() if not key.startswith("%")}
    return Structure(int(row["%ID"]), str(row["%TYPE"]), said)
