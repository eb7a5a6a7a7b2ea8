"""What the models are told of a text: all of it, in `golden/features.txt`.

A model fits the features that it was trained with, so whoever changes them raises `VERSION`.
``PIYUE_SNAPSHOTS=keep`` writes today's into the file.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.suggest.building import article, place
from tui.suggest.candidate import ArticleText, Candidate
from tui.suggest.learned.features import LONGEST, VERSION, Features, sequences
from tui.suggest.learned.label_classifier import _Features as RangeFeatures
from tui.suggest.learned.tagger import bio

FILE = Path(__file__).parent / "golden" / "features.txt"
TAGS = {
    "东屏": "ns",
    "县": "n",
    "总工会": "n",
    "主席": "n",
    "沈一鸣": "nr",
    "说": "v",
    "新建": "v",
    "“": "w",
    "”": "w",
}
TEXT = article("主席 沈一鸣 说 ： “ 东屏 县 （ A1 ） 新建 36家 _ 总工会 。 ” / 好")


def told() -> ArticleText:
    """The text with what makers found in it, each surer than the other."""
    metric, union = place(TEXT, "36家", "METRIC"), place(TEXT, "总工会", "ORG")
    scores = zip((0.95, 0.9, 0.75, 0.5, 0.1), ("东屏县", "沈一鸣", "主席", "新建", "好"), strict=True)
    memory = tuple(replace(place(TEXT, written, "X"), score=score) for score, written in scores)
    found = {
        "rules": (metric,),
        "lac": (union, place(TEXT, "好", "LOC")),
        "memory": memory,
        "names": (union,),
    }
    return replace(TEXT, found=found, roles=("title", "paragraph"))


def features() -> str:
    lines = [f"version {VERSION}"]
    text, rows = told(), Features(told(), TAGS)
    for start, end in sequences(text):
        lines.append(f"\n# {text.text[start:end]}")
        lines += [" ".join(row) for row in rows.of(start, end)]
    ranges = RangeFeatures(text, TAGS)
    for written in ("沈一鸣", "总工会", "36家", "屏县（A"):
        lines.append(f"\n# label of {written}")
        lines.append(" ".join(ranges.of(place(text, written, "ORG"))))
    return "\n".join(lines) + "\n"


def test_features_are_those_of_their_version() -> None:
    if os.environ.get("PIYUE_SNAPSHOTS") == "keep":
        FILE.write_text(features(), "utf-8")
    assert features() == FILE.read_text("utf-8")


def test_a_sentence_that_is_too_long_is_several_sequences() -> None:
    text = article("长" * (2 * LONGEST + 9) + "。 / 短。")
    assert [end - start for start, end in sequences(text)] == [LONGEST, LONGEST, 10, 2]
    assert "".join(text.text[start:end] for start, end in sequences(text)) == text.text.replace("\n", "")


@pytest.mark.parametrize(
    ("tags", "row"),
    [
        ((), "O O O O O O"),
        (((0, 2, "X"),), "B-X I-X O O O O"),
        (((0, 6, "X"), (2, 4, "Y")), "B-X I-X I-X I-X I-X I-X"),
        (((1, 2, "X"), (2, 4, "Y")), "O B-X B-Y I-Y O O"),
        (((0, 7, "X"),), "O O O O O O"),
        (((4, 9, "X"), (5, 6, "Y")), "O O O O O O"),
    ],
)
def test_letters_are_those_of_the_outermost_tags_of_a_sequence(
    tags: tuple[tuple[int, int, str], ...], row: str
) -> None:
    assert bio([Candidate(*tag) for tag in tags], 0, 6) == row.split()
    shifted = [Candidate(start + 10, end + 10, label) for start, end, label in tags]
    assert bio(shifted, 10, 16) == row.split()
