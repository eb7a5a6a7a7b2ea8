"""The file format of a trained model: a header and the CRF."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from tui.suggest.learned.features import VERSION
from tui.suggest.maker_accuracy import UNMEASURED, Key, MakerAccuracy

MAGIC = b"piyue model 1\n"
LARGEST = 1 << 28
"""Bytes of a file that is looked at."""


@dataclass(frozen=True, slots=True)
class Model:
    """What was trained.

    Attributes:
        crf: as python-crfsuite reads it; empty where no label had enough tags.
        labels: all labels of the project; with other ones, the model is of something else.
        with_lac: whether LAC's names were told to it.
        articles: of what it was trained on.
        tags: of each label that it knows, how many it was trained on.
        accuracy: of the makers that do not learn.
        figures: of the training, as `piyue learn` prints them.
    """

    crf: bytes
    labels: tuple[str, ...]
    with_lac: bool
    articles: frozenset[str]
    tags: Mapping[str, int] = field(default_factory=dict)
    accuracy: MakerAccuracy = UNMEASURED
    figures: Mapping[str, Any] | None = None
    features: int = VERSION

    def fits(self, labels: tuple[str, ...], *, with_lac: bool) -> bool:
        """Tell whether it can be used: same labels, same features."""
        return (self.labels, self.with_lac, self.features) == (labels, with_lac, VERSION)


def dump(model: Model) -> bytes:
    """Return a model as the bytes of a file."""
    header = {
        "labels": model.labels,
        "lac": model.with_lac,
        "features": model.features,
        "articles": sorted(model.articles),
        "tags": model.tags,
        "seen": [[*key, count] for key, count in model.accuracy.seen.items()],
        "right": [[*key, count] for key, count in model.accuracy.right.items()],
        "figures": model.figures,
        "sha256": sha256(model.crf).hexdigest(),
    }
    return MAGIC + json.dumps(header, ensure_ascii=False).encode() + b"\n" + model.crf


def load(data: bytes) -> Model:
    """Return the model that a file holds.

    Raises:
        ValueError: it is none, is damaged, or is of another version of the program.
    """
    if not data.startswith(MAGIC) or len(data) > LARGEST:
        raise ValueError("no model")
    line, _, crf = data[len(MAGIC) :].partition(b"\n")
    try:
        header = json.loads(line)
        if sha256(crf).hexdigest() != header["sha256"]:
            raise ValueError("damaged")
        return Model(
            crf,
            tuple(map(str, header["labels"])),
            bool(header["lac"]),
            frozenset(map(str, header["articles"])),
            {str(label): int(count) for label, count in header["tags"].items()},
            MakerAccuracy(_counts(header["seen"]), _counts(header["right"])),
            header["figures"],
            int(header["features"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no model") from error


def _counts(rows: list[list[Any]]) -> dict[Key, int]:
    return {(str(maker), str(label), str(score)): int(count) for maker, label, score, count in rows}
