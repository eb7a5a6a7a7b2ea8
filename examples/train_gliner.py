"""Train a GLiNER on an export: python train_gliner.py EXPORT BERT MODEL [STEPS].

    piyue export --format gliner --max-length 200 -o export.json
    python train_gliner.py export.json google-bert/bert-base-chinese model 500

EXPORT is the file of the export, BERT a model's name or folder, from which a GLiNER of its own is made,
MODEL the folder for what was trained. It takes the packages torch, transformers and gliner. Tags of more
than WIDTH tokens and texts of more than LENGTH are left out by GLiNER: they are counted before.
"""

import json
import sys
from pathlib import Path
from typing import Any

import torch
from gliner import GLiNER, GLiNERConfig
from transformers import AutoConfig

WIDTH, LENGTH = 12, 200


def read(export: Path) -> list[dict[str, Any]]:
    """Return the rows with what GLiNER takes of them; say how many tags it would leave out."""
    rows = json.loads(export.read_text(encoding="utf-8"))
    long = sum(last - first >= WIDTH for row in rows for first, last, _ in row["ner"])
    if long:
        print(f"{long} tags are longer than {WIDTH} tokens", file=sys.stderr)
    return [{"tokenized_text": row["tokenized_text"], "ner": row["ner"]} for row in rows]


def fresh(bert: str) -> GLiNER:
    """Return a GLiNER on top of a BERT, nothing of it trained yet."""
    config = GLiNERConfig(
        model_name=bert,
        encoder_config=AutoConfig.from_pretrained(bert).to_dict(),
        hidden_size=64,
        max_width=WIDTH,
        max_len=LENGTH,
    )
    return GLiNER.from_config(config)


def train(export: Path, bert: str, model_folder: Path, steps: int, seed: int = 0) -> list[float]:
    """Train, save what was trained, and return the loss of each step."""
    torch.manual_seed(seed)
    rows, model = read(export), fresh(bert)
    collator = model.data_collator_class(model.config, data_processor=model.data_processor)
    batches = torch.utils.data.DataLoader(rows, batch_size=4, shuffle=True, collate_fn=collator)
    optimizer, losses = torch.optim.AdamW(model.parameters(), lr=1e-3), list[float]()
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
    model.save_pretrained(str(model_folder))
    return losses


if __name__ == "__main__":
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 100
    history = train(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), count)
    print(f"loss of the first step {history[0]:.3f}, of the last {history[-1]:.3f}")
