"""SLATE (`pip install slate-nlp`) on the same texts, where its command is there: what plain curses needs.

SLATE reads words divided by blanks and segments nothing itself, so it is given each text as jieba cuts it.
"""

from collections.abc import Iterator
from pathlib import Path
from shutil import which

from bench.measures import DOWN, RIGHT, Row, milliseconds
from bench.terminal import Terminal
from tui.text.segment import segmenter_for

KEYS = 120


def rows(text: str, name: str, folder: Path) -> Iterator[Row]:
    """Measure SLATE on a text, `folder` being empty."""
    command = which("slate")
    if command is None:
        return
    words = segmenter_for("jieba", folder, []).words(text)
    file = folder / "words.txt"
    at, parts = 0, []
    for start, end in words:
        parts += ["\n" * (start - at) or " ", text[start:end]]
        at = end
    file.write_text("".join(parts).strip(), encoding="utf-8")
    app = Terminal([command, str(file), "-t", "categorical", "-s", "token"], home=folder, cwd=folder)
    try:
        yield Row(f"SLATE, first text, {name}", {"ms": 1000 * app.until(text[:2], 120)}, "")
        app.settle(1.0)
        answers = []
        for number in range(KEYS):
            answers.append(app.answer(DOWN if number % 2 else RIGHT))
            app.settle(0.02)
        yield Row(f"SLATE, key to bytes, {name}", milliseconds(answers), "")
    finally:
        app.close()
