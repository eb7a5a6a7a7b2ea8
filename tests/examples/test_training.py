"""Exports go through the real training code, on a BERT of random numbers; nothing is fetched.

The packages are large: where they are not installed these tests are skipped.
"""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.conftest import Run, project, run  # noqa: F401
from tests.conftest import ROOT

PACKAGES = ("torch", "transformers", "datasets", "gliner")
MISSING = [name for name in PACKAGES if find_spec(name) is None]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.slow,
]

TEXT = "临溪县总工会主席方启明到青禾街道慰问。"
TAGS = [(0, 6, "ORG"), (0, 3, "LOC"), (8, 11, "PERSON"), (12, 16, "LOC")]

BERT = """
import sys
from transformers import BertConfig, BertModel, BertTokenizerFast
folder, text = sys.argv[1:]
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(set(text))]
numbers = {piece: number for number, piece in enumerate(vocabulary)}
BertTokenizerFast(vocab=numbers).save_pretrained(folder)
sizes = dict(hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
BertModel(BertConfig(vocab_size=len(vocabulary), **sizes)).save_pretrained(folder)
"""

COLLATED = """
import json, sys
from pathlib import Path
import train_gliner
model, rows = train_gliner.fresh(sys.argv[2]), train_gliner.read(Path(sys.argv[1]))
batch = model.data_processor.collate_raw_batch(rows)
tensors = model.data_collator_class(model.config, data_processor=model.data_processor)(rows)
found = {"entities": batch["entities"], "tokens": batch["tokens"], "positive": int(tensors["labels"].sum())}
print(json.dumps(found))
"""


def call(*arguments: object) -> str:
    command = [sys.executable, "-W", "ignore", *map(str, arguments)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={"HF_HUB_OFFLINE": "1", "PYTHONPATH": f"{ROOT}/examples", "HF_HOME": "/nonexistent"},
        cwd=ROOT,
    ).stdout


@pytest.fixture
def corpus(run: Run, tmp_path: Path) -> Run:  # noqa: F811
    """A project with forty texts, each with a name within a name."""
    rows = tmp_path / "rows.jsonl"
    lines = ({"text": f"{TEXT}第{number}次。", "label": TAGS} for number in range(40))
    rows.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    assert run("import", "--format", "doccano", str(rows))[0] == 0
    return run


@pytest.fixture
def bert(tmp_path: Path) -> Path:
    call("-c", BERT, tmp_path / "bert", TEXT + "第0123456789次")
    return tmp_path / "bert"


def losses(printed: str) -> tuple[float, float]:
    words = printed.strip().splitlines()[-1].split()
    return float(words[5].rstrip(",")), float(words[-1])


def test_token_classification_learns_from_sentences_of_tokens(
    corpus: Run, bert: Path, tmp_path: Path
) -> None:
    out, model = tmp_path / "export", tmp_path / "model"
    assert corpus("export", "--format", "hf-tokens", "-o", str(out))[0] == 0
    first, last = losses(call("examples/train_token_classification.py", out, bert, model, 20))
    assert last < first
    names = json.loads((model / "config.json").read_text())["id2label"].values()
    assert {"O", "B-ORG", "I-ORG", "B-PERSON"} <= set(names)


def test_gliner_collates_and_learns_nested_names(corpus: Run, bert: Path, tmp_path: Path) -> None:
    out = tmp_path / "export.json"
    assert corpus("export", "--format", "gliner", "--max-length", "200", "-o", str(out))[0] == 0
    found = json.loads(call("-c", COLLATED, out, bert).splitlines()[-1])
    texts = [
        {("".join(tokens[first : last + 1]), label) for first, last, label in row}
        for tokens, row in zip(found["tokens"], found["entities"], strict=True)
        if len(row) > 1  # one page has a tag of its own
    ]
    expected = {(TEXT[start:end], label) for start, end, label in TAGS}
    assert len(texts) == 40
    assert all(each == expected for each in texts)
    assert found["positive"] == 40 * len(expected) + 1
    first, last = losses(call("examples/train_gliner.py", out, bert, tmp_path / "model", 12))
    assert last < first
