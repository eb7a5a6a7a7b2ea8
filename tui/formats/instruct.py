"""Instructions for language models: a text and a prompt, answered as JSON.

As chat messages, or as Alpaca has it: instruction, input, output. The prompt comes from the project's
settings, else it is one of the catalogue's.
"""

from typing import Any, BinaryIO

from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.json_lines import dumps
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options
from tui.quantities.attributes import FIELDS
from tui.texts import Language, say

LABELS = "{labels}"
JOINTS = {"zh": "、", "en": ", "}


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    language: Language = "en" if options.language == "en" else "zh"
    prompt = options.prompt or say("instruct.prompt", language, labels=LABELS)
    names = [
        f"{label.id}（{label.zh}）" if language == "zh" else f"{label.id} ({label.en})"
        for label in about.labels
    ]
    asked = prompt.replace(LABELS, JOINTS[language].join(names))
    return Pieces(out, lambda sheet: _encode(sheet, asked, options.style))


def _encode(sheet: FlatArticle, prompt: str, style: str) -> bytes:
    answer = dumps(said(sheet)).decode()
    if style == "alpaca":
        row: dict[str, Any] = {"instruction": prompt, "input": sheet.text, "output": answer}
    else:
        row = {
            "messages": [
                {"role": "system", "content": prompt},
                {"role": "user", "content": sheet.text},
                {"role": "assistant", "content": answer},
            ]
        }
    return dumps(row) + b"\n"


def said(sheet: FlatArticle) -> dict[str, Any]:
    """Return what an article says: entities as the text has them, metrics with their values, relations."""
    marks = {mark.id: mark for mark in sheet.marks}
    metrics = {key: mark for key, mark in marks.items() if is_metric(mark)}
    found: dict[str, Any] = {
        "entities": [
            {"text": mark.text_in(sheet.text), "label": mark.label} | _others(mark)
            for key, mark in marks.items()
            if key not in metrics
        ],
        "metrics": [
            {"text": mark.text_in(sheet.text), "label": mark.label}
            | {name: mark.attributes[name] for name in FIELDS if mark.attributes.get(name) not in (None, "")}
            | _related(mark, sheet, marks)
            | _others(mark)
            for mark in metrics.values()
        ],
    }
    rest = [link for link in sheet.links if link.head not in metrics]
    if rest:
        found["relations"] = [
            {
                "label": link.label,
                "from": marks[link.head].text_in(sheet.text),
                "to": marks[link.tail].text_in(sheet.text),
            }
            for link in rest
        ]
    return found


def is_metric(mark: Mark) -> bool:
    """Tell whether a tag says a value."""
    return mark.attributes.get("value") not in (None, "")


def _others(mark: Mark) -> dict[str, Any]:
    others = {
        name: value for name, value in mark.attributes.items() if name not in FIELDS or not is_metric(mark)
    }
    return {"attributes": others} if others else {}


def _related(mark: Mark, sheet: FlatArticle, marks: dict[str, Mark]) -> dict[str, Any]:
    """Return by relation what a metric leads to; several of one kind as a list."""
    found: dict[str, list[str]] = {}
    for link in sheet.links:
        if link.head == mark.id:
            found.setdefault(link.label, []).append(marks[link.tail].text_in(sheet.text))
    return {
        name: texts[0] if len(texts) == 1 else texts for name, texts in found.items() if name not in FIELDS
    }
