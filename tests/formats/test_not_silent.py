"""What other programs' files hold comes in where it has a place, and is counted by kind where it has none."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tui.errors import PiyueError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.not_read import NotReadError
from tui.formats.registry import format_named

TEXT = "临溪县总工会新建36家。"


def read_all(name: str, path: Path) -> tuple[list[FlatArticle], Counter[tuple[str, str]], list[PiyueError]]:
    """The articles, what was not read, and what was refused."""
    row, told = format_named(name), list[PiyueError]()
    if row.layout == "tree":
        articles = list(row.load().parse(path, str(path), told.append))
    else:
        with path.open("rb") as stream:
            articles = list(row.load().parse(stream, str(path), told.append))
    unread: Counter[tuple[str, str]] = Counter()
    for error in told:
        if isinstance(error, NotReadError):
            unread[error.kind, error.name] += error.count
    return articles, unread, [error for error in told if not isinstance(error, NotReadError)]


def given(name: str, tmp_path: Path, value: Any) -> tuple[list[FlatArticle], dict[tuple[str, str], int], int]:
    path = tmp_path / f"x{format_named(name).suffix}"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    articles, unread, refused = read_all(name, path)
    return articles, dict(unread), len(refused)


def said(sheet: FlatArticle) -> list[tuple[str, str]]:
    return [(mark.label, mark.text_in(sheet.text)) for mark in sheet.marks]


def test_brat(tmp_path: Path) -> None:
    lines = [
        "T1\tORG 0 6\t临溪县总工会",
        "T2\tLOC 0 3\t临溪县",
        "T3\tFounding 6 8\t新建",
        "E1\tFounding:T3 Agent:T1",
        "A1\tPast E1",
        "A2\tSure T1",
        "N1\tReference T2 Wikidata:Q1\t临溪",
        "#1\tAnnotatorNotes E1\t看",
        "#2\tComment T2\t县名",
        "*\tEquiv T1 T2",
        "!\tnobody knows",
        "T4\tLOC 0 99\t临溪县",
    ]
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.txt").write_text("没有标注", encoding="utf-8")
    (article,), unread, refused = read_all("brat", tmp_path)
    assert unread == {("event", ""): 1, ("attribute", ""): 1, ("note", ""): 1, ("line", ""): 1}
    assert len(refused) == 2
    by_label = {mark.label: mark for mark in article.marks}
    assert by_label["LOC"].attributes == {"Reference": "Wikidata:Q1 临溪"}
    assert by_label["LOC"].note == "Comment: 县名"
    assert [link[1:] for link in article.links] == [("Equiv", "T1", "T2")]
    assert article.external_id == "a"


def region(key: str, start: int, end: int, *labels: str, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {"id": key, "from_name": "ner", "to_name": "t", "type": "labels", "value": value} | more


def test_label_studio(tmp_path: Path) -> None:
    choice = {"id": "x", "type": "choices", "from_name": "topic", "value": {"choices": ["工会"]}}
    kind = {"id": "a", "type": "choices", "from_name": "kind", "value": {"choices": ["县级", "总会"]}}
    wrong = region("w", 0, 3, "LOC")
    wrong["value"]["text"] = "东河县"
    link = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"}
    both = region("a", 0, 6, "ORG", "GOV", score=0.0), region("b", 0, 3, "LOC")
    by_wang = {"completed_by": 2, "updated_at": "2026-02-01", "result": [region("n", 0, 6, "ORG")]}
    tasks = [
        {
            "id": 7,
            "data": {"content": TEXT, "url": "x"},
            "annotations": [
                {
                    "completed_by": 1,
                    "updated_at": "2026-03-02",
                    "result": [*both, choice, kind, wrong, link],
                },
                {"completed_by": 1, "updated_at": "2026-03-01", "result": [region("o", 0, 6, "OLD")]},
                by_wang,
            ],
            "drafts": [{"result": []}],
            "predictions": [{"score": 0.5, "result": [region("p", 8, 11, "METRIC")]}],
        },
        {"id": 8, "data": {"content": TEXT}, "annotations": [by_wang | {"was_cancelled": True}]},
    ]  # fmt: skip
    (first, second, third), unread, refused = given("label-studio", tmp_path, tasks)
    mine = first if first.annotator == "user-1" else second
    assert sorted(said(mine)) == [("GOV", "临溪县总工会"), ("LOC", "临溪县"), ("ORG", "临溪县总工会")]
    organisation = next(mark for mark in mine.marks if mark.label == "ORG")
    assert (organisation.score, organisation.attributes) == (0.0, {"kind": "县级, 总会"})
    assert [item[1:] for item in mine.links] == [("related", "a", "b")]
    assert {first.annotator, second.annotator} == {"user-1", "user-2"}
    assert [(mark.label, mark.score) for mark in (*first.proposals, *second.proposals)] == [("METRIC", 0.5)]
    assert (third.state, third.marks) == ("skipped", ())
    assert mine.labels == {"topic": ("工会",)}
    assert unread == {("older", ""): 1, ("draft", ""): 1, ("skipped", ""): 1}
    assert refused == 1
    assert first.external_id == "7"


def test_label_studio_s_flat_export(tmp_path: Path) -> None:
    regions = [{"start": 0, "end": 3, "text": "临溪县", "labels": ["LOC"]}]
    (article,), unread, refused = given("label-studio", tmp_path, [{"id": 3, "text": TEXT, "label": regions}])
    assert (said(article), unread, refused) == ([("LOC", "临溪县")], {}, 0)


def test_prodigy(tmp_path: Path) -> None:
    tokens = [{"text": c, "start": n, "end": n + 1, "id": n} for n, c in enumerate(TEXT)]
    spans = [
        {"start": 0, "end": 6, "label": "ORG", "id": 1, "score": 0.0},
        {"start": 0, "end": 3, "label": "LOC", "id": 2, "text": "东河县"},
        {"start": 8, "end": 11, "label": "METRIC", "id": 3},
    ]
    rows = [
        {"text": TEXT, "tokens": tokens, "spans": spans, "relations": [{"head": 10, "child": 5}],
         "options": [{"id": "a"}], "accept": ["a"], "_task_hash": 1, "source": "x"},
        {"text": "忽略", "spans": [{"start": 0, "end": 2, "label": "X"}], "answer": "ignore"},
    ]  # fmt: skip
    (first, second), unread, refused = given("prodigy", tmp_path, "\n".join(map(json.dumps, rows)))
    assert [(mark.id, mark.score) for mark in first.marks] == [("1", 0.0), ("3", None)]
    assert [link[1:] for link in first.links] == [("related", "3", "1")]
    assert (second.state, second.marks) == ("skipped", ())
    assert unread == {("option", ""): 1, ("field", "source"): 1, ("ignored", ""): 1}
    assert refused == 1


def test_doccano_s_older_versions_and_what_it_holds_beside(tmp_path: Path) -> None:
    older = {"id": 5, "text": TEXT, "annotations": [
        {"id": 1, "label": 4, "start_offset": 0, "end_offset": 6, "user": 1},
        {"id": 2, "label": 5, "start_offset": 0, "end_offset": 3, "user": 2},
    ]}  # fmt: skip
    newer = {"id": 6, "text": TEXT, "label": ["工会", [0, 3, "LOC"]], "Comments": ["看"], "author": "wang"}
    found, unread, refused = given("doccano", tmp_path, f"{json.dumps(older)}\n{json.dumps(newer)}")
    assert [(article.annotator, said(article)) for article in found] == [
        ("user-1", [("4", "临溪县总工会")]),
        ("user-2", [("5", "临溪县")]),
        ("", [("LOC", "临溪县")]),
    ]
    assert unread == {("category", ""): 1, ("comment", ""): 1, ("field", "author"): 1}
    assert refused == 0


def test_spacy_s_groups_and_what_it_says_of_texts_and_words(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin, Span

    doc = spacy.blank("zh")(TEXT)
    doc.spans["places"] = [Span(doc, 0, 3, label="LOC", kb_id="Q1")]
    doc.ents = [Span(doc, 0, 6, label="ORG")]
    doc.cats = {"union": 1.0}
    doc[0].pos_ = "NOUN"
    doc.user_data["other"] = 1
    path = tmp_path / "x.spacy"
    DocBin(attrs=["POS", "ENT_IOB", "ENT_TYPE"], docs=[doc], store_user_data=True).to_disk(path)
    (article,), unread, refused = read_all("spacy", path)
    assert sorted(said(article)) == [("LOC", "临溪县"), ("ORG", "临溪县总工会")]
    place = next(mark for mark in article.marks if mark.label == "LOC")
    assert place.attributes == {"group": "places", "kb_id": "Q1"}
    assert unread == {("category", ""): 1, ("word_feature", "POS"): 1, ("user_data", ""): 1}
    assert refused == []


def test_cas_has_layers_and_views_and_links_into_knowledge_bases(tmp_path: Path) -> None:
    entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    rows = [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": TEXT},
        {"%ID": 2, "%TYPE": "uima.cas.Sofa", "sofaID": "translation", "sofaString": "x"},
        {"%ID": 3, "%TYPE": entity, "@sofa": 1, "begin": 0, "end": 6, "value": "ORG", "identifier": "kb:1",
         "sure": "yes"},
        {"%ID": 4, "%TYPE": entity, "@sofa": 1, "begin": 0, "end": 3, "value": "LOC", "identifier": "kb:1"},
        {"%ID": 5, "%TYPE": "custom.Opinion", "@sofa": 1, "begin": 0, "end": 3},
        {"%ID": 6, "%TYPE": entity, "@sofa": 1, "begin": 0, "end": 99, "value": "LOC"},
        {"%ID": 7, "%TYPE": "piyue.Relation", "begin": 0, "end": 3, "@Governor": 3, "@Dependent": 4},
    ]  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps({"%FEATURE_STRUCTURES": rows}), encoding="utf-8")
    (article,), unread, refused = read_all("cas-json", tmp_path)
    first, second = article.marks
    assert first.id != second.id
    assert first.attributes == {"identifier": "kb:1", "sure": "yes"}
    assert [(link.label, link.head, link.tail) for link in article.links] == [
        ("related", first.id, second.id)
    ]
    assert unread == {("layer", "custom.Opinion"): 1, ("view", ""): 1}
    assert len(refused) == 1


def test_yedda_s_recommendations_are_proposals(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("[@临溪县#LOC*][$总工会#ORG*]好", encoding="utf-8")
    (article,), _, _ = read_all("yedda", tmp_path)
    assert (article.text, said(article)) == ("临溪县总工会好", [("LOC", "临溪县")])
    assert [(mark.label, mark.text_in(article.text)) for mark in article.proposals] == [("ORG", "总工会")]


def test_coreferent_entities_of_conllu_are_equivalences(tmp_path: Path) -> None:
    rows = "".join(
        f"{n}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n"
        for n, (word, misc) in enumerate(
            [
                ("他", "Entity=(e1-person)"),
                ("说", "_"),
                ("林", "Entity=(e1-person(e2-name"),
                ("溪", "Entity=e2)e1)"),
            ],
            1,
        )
    )
    (article,), _, refused = given("conllu", tmp_path, f"# newdoc id = d\n{rows}\n")
    assert said(article) == [("person", "他"), ("name", "林溪"), ("person", "林溪")]
    assert [link.label for link in article.links] == ["Equiv"]
    assert refused == 0


def test_w2ner_gliner_uie_cmeee_as_their_makers_write_them(tmp_path: Path) -> None:
    words = list(TEXT)
    w2ner = [{"sentence": words, "ner": [{"index": [0, 1, 3], "type": "X"}], "word": [[0, 1]]}]
    (article,), _, _ = given("w2ner", tmp_path, w2ner)
    assert article.marks[0].parts == ((0, 2), (3, 4))
    (article,), _, _ = given(
        "gliner", tmp_path, [{"tokenized_text": ["Ann", "Lee", "说"], "ner": [[0, 1, "person"]]}]
    )
    assert said(article) == [("person", "Ann Lee")]
    uie = [
        {"content": TEXT, "result_list": [{"text": "临溪县", "start": 0, "end": 3}], "prompt": "地点"},
        {"content": TEXT, "result_list": [], "prompt": "人物"},
        {"content": TEXT, "result_list": [{"text": "36家", "start": 8, "end": 11}], "prompt": "总工会的指标"},
    ]
    (article,), unread, _ = given("uie", tmp_path, "\n".join(map(json.dumps, uie)))
    assert (said(article), unread) == ([("地点", "临溪县")], {("question", ""): 1})
    for end in (2, 3):
        entity = {"start_idx": 0, "end_idx": end, "type": "LOC", "entity": "临溪县"}
        (article,), _, _ = given("cmeee", tmp_path, [{"text": TEXT, "entities": [entity]}])
        assert said(article) == [("LOC", "临溪县")]


@pytest.mark.parametrize("card", ["yaml", "json", "info"])
def test_numbers_of_tags_mean_what_the_dataset_says(card: str, tmp_path: Path) -> None:
    names = ["O", "B-LOC", "I-LOC"]
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "train.jsonl"
    file.write_text(
        json.dumps({"id": "7", "tokens": ["临", "溪", "好"], "ner_tags": [1, 2, 0]}), encoding="utf-8"
    )
    with file.open("rb") as stream, pytest.raises(PiyueError, match=r"README\.md"):
        list(format_named("hf-tokens").load().parse(stream, str(file), print))
    if card == "info":
        feature = {"feature": {"names": names, "_type": "ClassLabel"}, "_type": "Sequence"}
        (tmp_path / "dataset_info.json").write_text(
            json.dumps({"features": {"ner_tags": feature}}), encoding="utf-8"
        )
    elif card == "yaml":
        rows = "".join(f"          '{n}': {name}\n" for n, name in enumerate(names))
        head = "---\ndataset_info:\n  features:\n  - name: ner_tags\n    sequence:\n      class_label:\n"
        head += "        names:\n"
        (tmp_path / "README.md").write_text(
            f"{head}{rows}  splits:\n  - name: train\n---\n", encoding="utf-8"
        )
    else:
        feature = {"name": "ner_tags", "list": {"class_label": {"names": dict(enumerate(names))}}}
        (tmp_path / "README.md").write_text(
            f"---\ndataset_info: {json.dumps({'features': [feature]})}\n---\n"
        )
    articles, _, _ = read_all("hf-tokens", file)
    assert [said(article) for article in articles] == [[("LOC", "临溪")]]
    assert articles[0].external_id == "7"


def test_tags_of_tokens_that_name_no_label(tmp_path: Path) -> None:
    row = {"tokens": ["临", "溪", "好"], "ner_tags": ["B-", "I-", "O"]}
    (article,), unread, refused = given("hf-tokens", tmp_path, json.dumps(row))
    assert said(article) == [("ENTITY", "临溪")]
    assert (unread, refused) == ({("no_label", "ENTITY"): 1}, 0)
