"""Train a spaCy name recogniser on an export: python train_spacy.py train.spacy MODEL [ROUNDS].

    piyue export --format spacy -o train.spacy
    python train_spacy.py train.spacy model 20

A real training run has a development set (`--split 80/10/10`), a config and vectors: see spaCy's pages.
"""

import random
import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from spacy.training import Example


def train(export: Path, rounds: int, seed: int = 0) -> tuple[spacy.language.Language, list[float]]:
    """Return the trained pipeline and the loss of each round."""
    nlp = spacy.blank("zh")
    docs = list(DocBin().from_disk(export).get_docs(nlp.vocab))
    recogniser = nlp.add_pipe("ner")
    for label in sorted({span.label_ for doc in docs for span in doc.ents}):
        recogniser.add_label(label)
    # The example's text is predicted on the tokens that were exported: offsets and borders stay exact.
    examples = [Example(spacy.tokens.Doc(nlp.vocab, [t.text for t in d], [False] * len(d)), d) for d in docs]
    nlp.initialize(lambda: examples)
    shuffled, losses = random.Random(seed), list[float]()
    for _ in range(rounds):
        shuffled.shuffle(examples)
        losses.append(nlp.update(examples, losses={})["ner"])
    return nlp, losses


if __name__ == "__main__":
    trained, history = train(Path(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 20)
    trained.to_disk(sys.argv[2])
    print(f"loss of the first round {history[0]:.1f}, of the last {history[-1]:.1f}")
