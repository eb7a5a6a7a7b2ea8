"""Where people train today: what a format's own readers find in an export, and metrics wherever they go."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.store.building import NOON
from tui.edit import AddRelation, AddSpan, SetProgress
from tui.model import Progress, Relation, Span
from tui.store.project import Project

TEXT = "临溪县总工会三月新建工会36家。职工说好。"
METRIC = {"value": "36", "unit": "家", "comparator": "exact", "kind": "level", "direction": "none"}


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """Two documents called by dates, each with a nested name and a metric with whose it is; both done."""
    root = tmp_path / "tagged"
    (root / "seeds").mkdir(parents=True)
    (root / "piyue.toml").write_text('[[sources]]\npath = "seeds"\nlayout = "document"\n', encoding="utf-8")
    for day in ("2023-09-15", "2023-09-16"):
        (root / "seeds" / f"{day}.txt").write_text(TEXT, encoding="utf-8")
    store = Project.find(root)
    for page in store.page_ids():
        document = store.document(page)
        tags: list[tuple[str, int, int, str, dict[str, Any]]] = [
            ("a", 0, 6, "ORG", {}),
            ("b", 0, 3, "LOC", {}),
            ("m", 12, 15, "METRIC", METRIC),
        ]
        for key, start, end, label, attributes in tags:
            span = Span(
                id=key, label=label, segments=((start, end),), text=TEXT[start:end],
                attributes=attributes, created=NOON, updated=NOON,
            )  # fmt: skip
            document, _ = AddSpan(span=span).apply(document)
        document, _ = AddRelation(relation=Relation(id="r", label="subject", head="m", tail="a")).apply(
            document
        )
        document, _ = SetProgress(f"{page}#1", Progress(state="done")).apply(document)
        store.save(document)
    return root


def export(run: Run, root: Path, name: str, *more: str) -> Path:
    target = root.parent / f"out-{name}"
    status, _, err = run("export", "--format", name, "-o", str(target), "--project", str(root), *more)
    assert status == 0, err
    return target


def rows(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("more", [(), ("--shards", "2"), ("--parquet",)])
def test_dates_stay_texts_in_datasets(more: tuple[str, ...], run: Run, tagged: Path) -> None:
    import datasets

    datasets.disable_progress_bars()
    found = datasets.load_dataset(str(export(run, tagged, "hf", *more)), cache_dir=str(tagged / "cache"))[
        "train"
    ]
    assert sorted(found["page"]) == ["2023-09-15", "2023-09-16"]


@pytest.mark.filterwarnings("ignore")
def test_sentences_of_tokens_are_what_token_classification_eats(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    import datasets

    datasets.disable_progress_bars()
    target = export(run, tagged, "hf-tokens")
    found = datasets.load_dataset(str(target), cache_dir=str(tagged / "cache"))["train"]
    names = found.features["ner_tags"].feature.names
    assert len(found) == 4
    first = found[0]
    assert "".join(first["tokens"]) == "临溪县总工会三月新建工会36家。"
    assert [names[tag] for tag in first["ner_tags"]][:7] == ["B-ORG", *["I-ORG"] * 5, "O"]
    fresh = tmp_path / "fresh"
    (fresh / "seeds").mkdir(parents=True)
    status, out, _ = run("import", "--format", "hf-tokens", str(target / "data"), "--project", str(fresh))
    assert (status, "2 new pages" in out, "tag: 4 added" in out) == (0, True, True)


def test_rows_of_no_more_tokens_than_asked_for(run: Run, tagged: Path) -> None:
    target = export(run, tagged, "hf", "--max-length", "16")
    found = rows(target / "data" / "train-00000-of-00001.jsonl")
    assert [len(row["tokens"]) for row in found] == [16, 5, 16, 5]
    assert "".join(row["text"] for row in found) == TEXT * 2
    assert [len(row["spans"]) for row in found] == [3, 0, 3, 0]


def test_gliner_has_nested_spans_by_their_tokens(run: Run, tagged: Path) -> None:
    row = rows(export(run, tagged, "gliner", "--unit", "char"))[0]
    tokens = row["tokenized_text"]
    assert [("".join(tokens[a : b + 1]), label) for a, b, label in row["ner"]] == [
        ("临溪县总工会", "ORG"),
        ("临溪县", "LOC"),
        ("36家", "METRIC"),
    ]


def test_w2ner_has_entities_by_all_their_tokens(run: Run, tagged: Path) -> None:
    row = rows(export(run, tagged, "w2ner"))[0]
    assert [("".join(row["sentence"][at] for at in e["index"]), e["type"]) for e in row["ner"]] == [
        ("临溪县总工会", "ORG"),
        ("临溪县", "LOC"),
        ("36家", "METRIC"),
    ]


def test_uie_asks_for_each_label_and_relation_and_keeps_the_split(run: Run, tagged: Path) -> None:
    target = export(run, tagged, "uie", "--split", "50/50")
    (first,) = {row["content"] for row in rows(target / "train.txt")}
    found = rows(target / "train.txt") + rows(target / "test.txt")
    assert first == TEXT
    assert all(
        row["content"][r["start"] : r["end"]] == r["text"] for row in found for r in row["result_list"]
    )
    asked = {row["prompt"]: [r["text"] for r in row["result_list"]] for row in found}
    assert asked["机构"] == ["临溪县总工会"]
    assert asked["人物"] == []
    assert asked["36家的主体"] == ["临溪县总工会"]


@pytest.mark.parametrize("style", ["chat", "alpaca"])
def test_instructions_are_answered_with_entities_and_metrics(style: str, run: Run, tagged: Path) -> None:
    settings = (tagged / "piyue.toml").read_text(encoding="utf-8")
    prompt = '[export]\nprompt = "找出 {labels}。"\n'
    (tagged / "piyue.toml").write_text(f"{prompt}{settings}", encoding="utf-8")
    row = rows(export(run, tagged, "instruct", "--style", style))[0]
    asked, given, answer = (
        (message["content"] for message in row["messages"])
        if style == "chat"
        else (row["instruction"], row["input"], row["output"])
    )
    assert asked.startswith("找出 PERSON（人物）、")
    assert given == TEXT
    found = json.loads(answer)
    assert [entity["text"] for entity in found["entities"]] == ["临溪县总工会", "临溪县"]
    (metric,) = found["metrics"]
    assert (metric["value"], metric["unit"], metric["subject"]) == ("36", "家", "临溪县总工会")


def test_cmeee_ends_at_the_last_character(run: Run, tagged: Path) -> None:
    row = rows(export(run, tagged, "cmeee"))[0]
    assert all(row["text"][e["start_idx"] : e["end_idx"] + 1] == e["entity"] for e in row["entities"])
    assert len(row["entities"]) == 3


@pytest.mark.parametrize(
    "name", ["conll", "doccano", "cluener", "gliner", "hf-tokens", "brat", "hf", "instruct"]
)
def test_metrics_are_in_the_format_or_in_a_table_beside(name: str, run: Run, tagged: Path) -> None:
    target = tagged.parent / f"out-{name}"
    _, _, err = run("export", "--format", name, "-o", str(target), "--project", str(tagged))
    beside = target / "metrics.csv" if target.is_dir() else target.with_name(f"{target.name}.metrics.csv")
    assert beside.exists() == (name not in ("brat", "hf", "instruct"))
    assert ("metrics.csv" in err) == beside.exists()
    if not beside.exists():
        files = [target] if target.is_file() else [p for p in target.rglob("*") if p.is_file()]
        texts = [path.read_text(encoding="utf-8") for path in files if path.suffix in ("", ".ann", ".jsonl")]
        assert any("value" in text and "36" in text and "家" in text for text in texts)
        return
    first, _ = csv.DictReader(beside.read_text(encoding="utf-8-sig").splitlines())
    assert (first["id"], first["value"], first["unit"], first["comparator"]) == ("m", "36", "家", "exact")
    assert (first["subject"], first["subject_id"]) == ("临溪县总工会", "a")


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["doccano", "prodigy", "gliner", "w2ner", "uie", "cmeee", "cluener", "hf", "hf-tokens"]
)
def test_rows_in_parquet_come_back(name: str, run: Run, tagged: Path, tmp_path: Path) -> None:
    target = export(run, tagged, name, "--parquet")
    fresh = tmp_path / "fresh"
    (fresh / "seeds").mkdir(parents=True)
    file = target / "data" if target.is_dir() else target.rename(target.with_suffix(".parquet"))
    status, out, err = run("import", "--format", name, str(file), "--project", str(fresh))
    assert (status, "2 new pages" in out) == (0, True), err
    assert "tag: 0 added" not in out


PLUGIN = """
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.sinks import Pieces
from tui.formats.format import FLAT, Format

FORMAT = Format("acme", "acme_format", FLAT, ".acme")


def sink(out, about, options):
    return Pieces(out, lambda article: "".join(
        f"{article.text}|{mark.start}|{mark.end}|{mark.label}\\n" for mark in article.marks
    ).encode())


def parse(source, path, refuse):
    for line in source.read().decode().splitlines():
        text, start, end, label = line.split("|")
        yield FlatArticle("", text, (Mark("T1", label, ((int(start), int(end)),)),))
"""


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """A package with a format of its own, as pip would install it."""
    site = tmp_path / "site"
    info = site / "acme_format-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "acme_format.py").write_text(PLUGIN, encoding="utf-8")
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: acme-format\nVersion: 1.0\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text("[piyue.formats]\nacme = acme_format:FORMAT\n", encoding="utf-8")
    return site


def piyue(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(site)))}
    command = [sys.executable, "-m", "tui.cli", *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_an_installed_package_brings_a_format(plugin: Path, tagged: Path, tmp_path: Path) -> None:
    target, fresh = tmp_path / "x.acme", tmp_path / "fresh"
    (fresh / "seeds").mkdir(parents=True)
    done = piyue(plugin, "export", "--format", "acme", "-o", str(target), "--project", str(tagged))
    assert (done.returncode, done.stderr.count("nested in a longer tag")) == (0, 2), done.stderr
    assert target.read_text(encoding="utf-8").splitlines()[0] == f"{TEXT}|0|6|ORG"
    done = piyue(plugin, "import", "--format", "acme", str(target), "--project", str(fresh))
    assert (done.returncode, "tag: 4 added" in done.stdout) == (0, True), done.stderr
    unknown = piyue(plugin, "export", "--format", "nobody", "-o", "-")
    assert "acme" in unknown.stderr


@pytest.mark.slow
def test_a_package_whose_format_cannot_be_loaded_is_named(plugin: Path) -> None:
    (plugin / "acme_format.py").write_text("import nobody_has_this", encoding="utf-8")
    done = piyue(plugin, "export", "--format", "acme", "-o", "-")
    assert (done.returncode, "acme" in done.stderr, "Traceback" in done.stderr) == (2, True, False)
