"""Train a BERT to tag tokens on an export: python train_token_classification.py EXPORT BERT MODEL [STEPS].

    piyue export --format hf-tokens --max-length 500 -o export
    python train_token_classification.py export google-bert/bert-base-chinese model 500

EXPORT is the folder of the export, BERT a model's name or folder, MODEL the folder for what was trained. It
takes the packages torch, transformers and datasets. What the tags mean comes with the export: `ner_tags`
are numbers of a ClassLabel. A token that the tokenizer cuts into several pieces is learned by its first
one.
"""

import sys
from pathlib import Path
from typing import Any

import torch
from datasets import load_dataset
from transformers import AutoModelForTokenClassification, AutoTokenizer, DataCollatorForTokenClassification

UNLEARNED = -100
"""What torch's loss passes over."""


def encoded(row: dict[str, Any], tokenizer: Any) -> dict[str, Any]:
    """Return a row as the model takes it, each token's tag at its first piece."""
    pieces = tokenizer(row["tokens"], is_split_into_words=True, truncation=True)
    words = pieces.word_ids()
    firsts = [word is not None and word not in words[:at] for at, word in enumerate(words)]
    tags = [row["ner_tags"][word] if first else UNLEARNED for word, first in zip(words, firsts, strict=True)]
    return {"input_ids": pieces["input_ids"], "attention_mask": pieces["attention_mask"], "labels": tags}


def train(export: Path, bert: str, model_folder: Path, steps: int, seed: int = 0) -> list[float]:
    """Train, save what was trained, and return the loss of each step."""
    torch.manual_seed(seed)
    data = load_dataset(str(export), split="train")
    names = data.features["ner_tags"].feature.names
    tokenizer = AutoTokenizer.from_pretrained(bert)
    model = AutoModelForTokenClassification.from_pretrained(bert, id2label=dict(enumerate(names)))
    rows = [encoded(row, tokenizer) for row in data]
    batches = torch.utils.data.DataLoader(
        rows, batch_size=8, shuffle=True, collate_fn=DataCollatorForTokenClassification(tokenizer)
    )
    optimizer, losses = torch.optim.AdamW(model.parameters(), lr=3e-4), list[float]()
    model.train()
    while len(losses) < steps:
        for batch in batches:
            loss = model(**batch).loss
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(float(loss.detach()))
            if len(losses) == steps:
                break
    model.save_pretrained(model_folder)
    tokenizer.save_pretrained(model_folder)
    return losses


if __name__ == "__main__":
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 100
    history = train(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), count)
    print(f"loss of the first step {history[0]:.3f}, of the last {history[-1]:.3f}")
