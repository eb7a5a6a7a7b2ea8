"""The formats' own readers read what we write: each finds our texts, tags and details."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.formats.carrying import ABOUT, sheets, written
from tests.formats.corpus import corpus, hostile
from tui.formats.common.dataset_card import Card
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.loss_report import ExportReport
from tui.formats.interface import PLAIN, Options
from tui.formats.registry import format_named

pytestmark = pytest.mark.filterwarnings("ignore")


def export(
    name: str, folder: Path, options: Options = PLAIN, count: int = 32
) -> tuple[Path, list[FlatArticle]]:
    fitted, _, _ = sheets(name, corpus(count), options)
    return written(name, fitted, folder, options), fitted


def said(sheet: FlatArticle) -> set[tuple[str, str]]:
    return {(mark.label, mark.text_in(sheet.text)) for mark in sheet.marks}


# spaCy


@pytest.fixture(scope="module")
def docbin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[FlatArticle]]:
    return export("spacy", tmp_path_factory.mktemp("spacy"), count=110)


def test_spacy_reads_texts_spans_and_entities_from_the_docbin(docbin: tuple[Path, list[FlatArticle]]) -> None:
    import spacy
    from spacy.tokens import DocBin

    path, fitted = docbin
    docs = list(DocBin(store_user_data=True).from_disk(path).get_docs(spacy.blank("xx").vocab))
    assert [doc.text for doc in docs] == [sheet.text for sheet in fitted]
    for doc, sheet in zip(docs, fitted, strict=True):
        assert {(span.label_, span.text) for span in doc.spans["sc"]} == said(sheet)
        for span in doc.spans["sc"]:
            assert doc.char_span(span.start_char, span.end_char, alignment_mode="strict") is not None
    longest = {(ent.label_, ent.text) for ent in docs[0].ents}
    assert ("ORG", "临溪县总工会😀") in longest
    assert ("LOC", "临溪县") not in longest


@pytest.mark.parametrize("unit", ["char", "word", "entity"])
def test_the_bytes_are_those_that_spacy_s_own_writer_makes_of_its_documents(
    unit: str, tmp_path: Path
) -> None:
    import spacy
    from spacy.tokens import DocBin

    path, _ = export("spacy", tmp_path, Options(unit=unit))
    docs = DocBin(store_user_data=True).from_disk(path).get_docs(spacy.blank("xx").vocab)
    again = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True, docs=docs)
    assert again.to_bytes() == path.read_bytes()


def spacy_commands(folder: Path, *commands: Sequence[str]) -> str:
    """Run commands of spaCy, one after the other, in a process: to load it takes a second."""
    program = (
        f"from spacy.cli import app\nfor c in {commands}: app(c, prog_name='spacy', standalone_mode=False)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_spacy_debug_data_accepts_it_and_a_training_run_learns(
    docbin: tuple[Path, list[FlatArticle]], tmp_path: Path
) -> None:
    path, _ = docbin
    init = ("init", "config", "config.cfg", "--lang", "zh", "--pipeline", "ner", "--force")
    paths = ("--paths.train", str(path), "--paths.dev", str(path))
    debug = ("debug", "data", "config.cfg", *paths, "--no-format")
    steps = ("--training.max_steps", "110", "--training.eval_frequency", "110")
    train = ("train", "config.cfg", "--output", "out", *paths, *steps)
    said = spacy_commands(tmp_path, init, debug, train)
    assert "Data file validation" in said
    assert "✘" not in said
    meta = json.loads((tmp_path / "out" / "model-last" / "meta.json").read_text(encoding="utf-8"))
    assert meta["performance"]["ents_f"] > 0.8


# Hugging Face


def dataset(tmp_path: Path) -> tuple[Any, list[FlatArticle]]:
    import datasets

    fitted, _, _ = sheets("hf", corpus())
    (tmp_path / "ds" / "data").mkdir(parents=True)
    path = written("hf", fitted, tmp_path / "ds" / "data")
    path.rename(path.with_name("train-00000-of-00001.jsonl"))
    row = format_named("hf")
    card = Card(row, row.chosen(PLAIN), ABOUT)
    for sheet in fitted:
        card.add(sheet, "train")
    rendered = card.render(ExportReport(), "2026-03-01T12:00:00Z", ["train"], [])
    (tmp_path / "ds" / "README.md").write_bytes(rendered)
    datasets.disable_progress_bars()
    loaded = datasets.load_dataset(str(tmp_path / "ds"), cache_dir=str(tmp_path / "cache"))
    return loaded["train"], fitted


def test_datasets_reads_the_folder_with_its_features(tmp_path: Path) -> None:
    from datasets import ClassLabel, List, Value

    rows, fitted = dataset(tmp_path)
    labels = [label.id for label in ABOUT.labels]
    assert rows.features["spans"].feature["label"] == ClassLabel(names=labels)
    assert isinstance(rows.features["ner_tags"], List)
    assert rows.features["ner_tags"].feature.names[:3] == ["O", "B-PERSON", "I-PERSON"]
    assert rows.features["relations"].feature["from"] == Value("string")
    assert len(rows) == len(fitted)
    names = rows.features["ner_tags"].feature.names
    for row, sheet in zip(rows, fitted, strict=True):
        assert row["text"] == sheet.text
        for span in row["spans"]:
            assert row["text"][span["start"] : span["end"]] == span["text"]
        assert {(labels[span["label"]], span["text"]) for span in row["spans"]} == said(sheet)
        assert len(row["tokens"]) == len(row["ner_tags"])
        assert all(0 <= tag < len(names) for tag in row["ner_tags"])
    metric = next(span for span in rows[0]["spans"] if span["id"] == "a4")
    attributes = {pair["name"]: json.loads(pair["value"]) for pair in metric["attributes"]}
    assert attributes == hostile().spans_by_id["a4"].attributes


# CoNLL


@pytest.mark.parametrize(("scheme", "judge"), [("BIO2", "IOB2"), ("BIOES", "IOBES"), ("BMES", None)])
@pytest.mark.parametrize("unit", ["char", "entity"])
def test_seqeval_scores_it_1_against_itself_in_strict_mode_and_a_spoilt_one_less(
    scheme: str, judge: str | None, unit: str, tmp_path: Path
) -> None:
    from seqeval import scheme as schemes
    from seqeval.metrics import f1_score

    path, fitted = export("conll", tmp_path, Options(scheme=scheme, unit=unit))
    blocks = [block for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    tags = [[line.split("\t")[1] for line in block.strip("\n").split("\n")] for block in blocks]
    if judge is None:  # seqeval knows BMES by its other name
        tags = [[tag.replace("M-", "I-", 1) if tag[0] == "M" else tag for tag in row] for row in tags]
    strict = {"mode": "strict", "scheme": getattr(schemes, judge or "IOBES")}
    assert f1_score(tags, tags, **strict) == 1.0
    entities = schemes.Entities(tags, strict["scheme"]).entities
    assert sum(map(len, entities)) == sum(len(sheet.marks) for sheet in fitted)
    row = next(n for n, found in enumerate(tags) if any(tag[0] == "I" for tag in found))
    at = next(n for n, tag in enumerate(tags[row]) if tag[0] == "I")
    spoilt = [list(found) for found in tags]
    spoilt[row][at] = "O"
    assert f1_score(tags, spoilt, **strict) < 1.0


def test_conllu_reads_words_texts_and_tags(tmp_path: Path) -> None:
    import conllu

    path, fitted = export("conllu", tmp_path)
    sentences = conllu.parse(path.read_text(encoding="utf-8"))
    names = [sentence.metadata["newdoc id"] for sentence in sentences if "newdoc id" in sentence.metadata]
    assert names == [sheet.id for sheet in fitted]
    opened = 0
    for sentence in sentences:
        text = ""
        for token in sentence:
            misc = token["misc"] or {}
            text += token["form"] + ("" if misc.get("SpaceAfter") == "No" else " ")
            opened += misc.get("Entity", "").count("(")
        assert text.strip(" ") == sentence.metadata["text"]
        assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
    assert opened == sum(len(sheet.marks) for sheet in fitted)


# UIMA


def with_about() -> list[FlatArticle]:
    """One sheet, whose page says when and where it appeared."""
    document = hostile()
    page = document.page.replaced(about={"date": "2024-05-01", "source": "劳动午报", "title": "建会"})
    return sheets("cas-json", [document.replaced(page=page)])[0]


def test_cassis_finds_title_date_and_source_of_a_page(tmp_path: Path) -> None:
    import cassis

    written("cas-json", with_about(), tmp_path)
    with (tmp_path / "p-1.json").open("rb") as stream:
        cas = cassis.load_cas_from_json(stream)
    (metadata,) = cas.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")
    assert (metadata.documentId, metadata.documentTitle) == ("p#1", "建会")
    details = {(d.name, d.value) for d in cas.select("piyue.Detail") if d.entity is None}
    assert details >= {("date", "2024-05-01"), ("source", "劳动午报")}


def test_spacy_finds_title_date_and_source_of_a_page(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    path = written("spacy", with_about(), tmp_path)
    (doc,) = DocBin(store_user_data=True).from_disk(path).get_docs(spacy.blank("xx").vocab)
    assert json.loads(doc.user_data["piyue"])["about"] == with_about()[0].about


@pytest.mark.parametrize("name", ["cas", "cas-json"])
def test_cassis_reads_it_and_each_covered_text_is_the_tag_s(name: str, tmp_path: Path) -> None:
    import cassis

    _, fitted = export(name, tmp_path)
    for sheet in fitted[:3]:
        file = tmp_path / f"{sheet.id.replace('#', '-')}{format_named(name).suffix}"
        if name == "cas":
            types = cassis.load_typesystem(tmp_path / "TypeSystem.xml")
            cas = cassis.load_cas_from_xmi(file, typesystem=types)
        else:
            with file.open("rb") as stream:
                cas = cassis.load_cas_from_json(stream)
        assert cas.sofa_string == sheet.text
        entities = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
        assert {(entity.value, entity.get_covered_text()) for entity in entities} == said(sheet)
        # What INCEpTION takes for a link into a knowledge base holds nothing of ours.
        assert all(entity.identifier is None for entity in entities)
        texts = {mark.id: mark.text_in(sheet.text) for mark in sheet.marks}
        links = {
            (r.label, r.Governor.get_covered_text(), r.Dependent.get_covered_text())
            for r in cas.select("piyue.Relation")
        }
        assert links == {(link.label, texts[link.head], texts[link.tail]) for link in sheet.links}
        tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
        covered = "".join(token.get_covered_text() for token in tokens)
        assert covered == "".join(sheet.text.split())


# Label Studio


@pytest.mark.parametrize("predictions", [False, True])
def test_label_studio_s_sdk_accepts_the_tasks_for_the_config(predictions: bool, tmp_path: Path) -> None:
    from label_studio_sdk.label_interface import LabelInterface

    path, fitted = export("label-studio", tmp_path, Options(predictions=predictions))
    interface: Any = LabelInterface((tmp_path / f"{path.name}.config.xml").read_text(encoding="utf-8"))
    interface.validate()
    tasks = json.loads(path.read_bytes())
    for task, sheet in zip(tasks, fitted, strict=True):
        # The sdk's check of whole tasks calls its own checks without what they are to check.
        assert interface.validate_task({"data": task["data"]})
        (said_of,) = task["predictions" if predictions else "annotations"]
        # The sdk's own check of predictions calls a text area's value of several lines wrong.
        assert interface.validate_annotation({"result": said_of["result"]})
        regions = [region for region in said_of["result"] if region["type"] == "labels"]
        for value in (region["value"] for region in regions):
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
        assert {(r["value"]["labels"][0], r["value"]["text"]) for r in regions} == said(sheet)
    spoilt = json.loads(path.read_bytes())[0]
    (said_of,) = spoilt["predictions" if predictions else "annotations"]
    said_of["result"][0]["value"]["labels"] = ["NOBODY"]
    assert not interface.validate_annotation({"result": said_of["result"]})


# doccano and brat


@pytest.mark.slow
@pytest.mark.parametrize("task", ["SEQUENCE_LABELING", "RELATION_EXTRACTION"])
def test_medkit_reads_doccano(task: str, tmp_path: Path) -> None:
    from medkit.io.doccano import DoccanoInputConverter, DoccanoTask

    path, fitted = export("doccano", tmp_path)
    found = DoccanoInputConverter(task=DoccanoTask[task]).load_from_file(path)
    assert [document.text for document in found] == [sheet.text for sheet in fitted]
    for document, sheet in zip(found, fitted, strict=True):
        assert {(e.label, e.text) for e in document.anns.get_entities()} == said(sheet)
        links = document.anns.get_relations()
        assert len(links) == (len(sheet.links) if task == "RELATION_EXTRACTION" else 0)


def shown(entity: Any, sheet: FlatArticle) -> str:
    from medkit.core.text.span_utils import normalize_spans

    return "".join(sheet.text[span.start : span.end] for span in normalize_spans(entity.spans))


@pytest.mark.slow
def test_medkit_reads_brat(tmp_path: Path) -> None:
    from medkit.io.brat import BratInputConverter

    _, fitted = export("brat", tmp_path)
    converter = BratInputConverter()
    for sheet in fitted:
        stem = sheet.id.replace("#", "-")
        document = converter.load_doc(tmp_path / f"{stem}.ann", tmp_path / f"{stem}.txt")
        # medkit opens texts with universal newlines: of CR LF it keeps one character, and its own texts of
        # tags are off behind it.
        raw = (tmp_path / f"{stem}.txt").read_bytes().decode()
        assert raw == sheet.text
        assert document.text == sheet.text.replace("\r\n", "\n").replace("\r", "\n")
        entities = document.anns.get_entities()
        places = {(e.label, shown(e, sheet)) for e in entities}
        assert places == {(m.label, m.text_in(sheet.text).replace("\r\n", "")) for m in sheet.marks}
        assert len(document.anns.get_relations()) == len(sheet.links)
    first = converter.load_doc(tmp_path / "p-1.ann", tmp_path / "p-1.txt")
    metric = next(entity for entity in first.anns.get_entities() if entity.label == "METRIC")
    assert [a.value for a in metric.attrs.get(label="unit")] == ["家"]


# Prodigy


def test_spacy_finds_each_prodigy_span_at_its_tokens(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import Doc

    path, fitted = export("prodigy", tmp_path)
    vocab = spacy.blank("xx").vocab
    for line, sheet in zip(path.read_bytes().decode().splitlines(), fitted, strict=True):
        task = json.loads(line)
        words, spaces = ([token[name] for token in task["tokens"]] for name in ("text", "ws"))
        doc = Doc(vocab, words=words, spaces=spaces)
        assert doc.text == task["text"] == sheet.text
        for span in task["spans"]:
            found = doc.char_span(span["start"], span["end"], alignment_mode="strict")
            assert found is not None
            assert (found.start, found.end - 1) == (span["token_start"], span["token_end"])
            assert found.text == span["text"]


def test_an_independent_reader_of_cluener_finds_the_tags(tmp_path: Path) -> None:
    path, fitted = export("cluener", tmp_path)
    for line, sheet in zip(path.read_bytes().decode().splitlines(), fitted, strict=True):
        task = json.loads(line)
        found = set()
        for label, surfaces in task["label"].items():
            for surface, places in surfaces.items():
                for first, last in places:
                    assert task["text"][first : last + 1] == surface
                    found.add((label, surface))
        assert found == said(sheet)
