"""What was tagged how, over many documents."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from operator import add

from tui.model import Document, LabelSet
from tui.model.labels import DEFAULT_LABELS

SHORTEST = 2
"""Characters of the shortest name whose repeats without a tag are worth a question."""


@dataclass
class Lexicon:
    """The labels of each text, and how often it has them.

    Quantities and times are said anew each time: that one stands elsewhere without a tag says nothing.
    """

    schema: LabelSet = DEFAULT_LABELS
    labels: dict[str, Counter[str]] = field(default_factory=partial(defaultdict, Counter))
    starts: dict[str, set[str]] = field(default_factory=partial(defaultdict, set))

    def add(self, document: Document) -> None:
        """Count a document's tags."""
        unnamed = (*self.schema.metrics, *self.schema.times)
        for span in document.spans:
            self.labels[span.text][span.label] += 1
            if span.label not in unnamed and len(span.text) >= SHORTEST:
                self.starts[span.text[:SHORTEST]].add(span.text)

    def join(self, other: "Lexicon") -> None:
        """Count the tags of other documents."""
        for text, counts in other.labels.items():
            self.labels[text].update(counts)
        for start, names in other.starts.items():
            self.starts[start] |= names

    def usual(self, text: str) -> str:
        """Return the label that a text has most often; of equals, the first by name."""
        counts = self.labels[text]
        if len(counts) == 1:  # nearly always
            return next(iter(counts))
        return min(counts, key=lambda label: (-counts[label], label))

    def names_in(self, text: str) -> list[tuple[int, list[str]]]:
        """Return the offsets of a text at which tagged names stand, each with these, the longest first."""
        found = list[tuple[int, list[str]]]()
        starts = self.starts
        for at, start in enumerate(map(add, text, text[1:])):  # of `SHORTEST` characters
            if start in starts and (here := [name for name in starts[start] if text.startswith(name, at)]):
                found.append((at, sorted(here, key=len, reverse=True)))
        return found
