"""Other people's corpora through the commands: they come in whole, and out as they were."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.store.building import NOON
from tui.edit import AddSpan
from tui.formats.registry import FORMATS
from tui.model import Span
from tui.store.project import Project

Corpus = Callable[..., tuple[int, str, str]]

BYLINE = "本报讯（记者 林溪）"
TEXTS = (
    f"{BYLINE}临溪县总工会5月新建工会36家。",
    "图片新闻",
    "临溪县总工会\n三月新建工会组织36家，\n职工𠮷某😀说好。\n\n末行\n",
    "  两端有空白  ",
)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    root = tmp_path / "empty"
    (root / "seeds").mkdir(parents=True)
    return root


@pytest.fixture
def corpus(run: Run, empty: Path, tmp_path: Path) -> Corpus:
    """Import bytes of a format into an empty project."""

    def bring(name: str, data: str | bytes | Any, *more: str, file: str = "") -> tuple[int, str, str]:
        path = tmp_path / (file or f"corpus{FORMATS[name].suffix}")
        text = data if isinstance(data, str | bytes) else json.dumps(data, ensure_ascii=False)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("import", "--format", name, str(path), "--project", str(empty), *more)

    return bring


def exported(run: Run, root: Path, name: str, *more: str) -> bytes:
    target = root.parent / f"out-{name}{FORMATS[name].suffix}"
    status, _, err = run(
        "export", "--format", name, "-o", str(target), "--project", str(root), "--allow-empty", *more
    )
    assert status == 0, err
    return target.read_bytes()


def articles(run: Run, root: Path) -> list[dict[str, Any]]:
    listed = run("articles", "--json", "--project", str(root))[1].splitlines()
    return [
        json.loads(run("show", json.loads(line)["id"], "--json", "--project", str(root))[1])
        for line in listed
    ]


def tags(run: Run, root: Path, *more: str) -> list[tuple[str, str]]:
    rows = exported(run, root, "jsonl", *more).decode().splitlines()
    return [(span["label"], span["text"]) for row in rows for span in json.loads(row)["spans"]]


@pytest.mark.slow
def test_a_text_is_one_article_whole_and_comes_out_as_it_was(run: Run, corpus: Corpus, empty: Path) -> None:
    rows = [{"id": n, "text": text, "label": []} for n, text in enumerate(TEXTS, 1)]
    status, out, err = corpus("doccano", "\n".join(json.dumps(row) for row in rows))
    assert (status, err) == (0, "")
    assert "4 new page" in out
    assert [article["text"] for article in articles(run, empty)] == list(TEXTS)
    back = [json.loads(line) for line in exported(run, empty, "doccano").splitlines()]
    assert [(row["id"], row["text"]) for row in back] == [(row["id"], row["text"]) for row in rows]


@pytest.mark.slow
def test_a_newspaper_is_still_divided_where_that_is_asked_for(run: Run, corpus: Corpus, empty: Path) -> None:
    text = "工会动态\n\n临溪县总工会三月\n新建工会组织36家，职工都说好。\n"
    corpus("doccano", {"text": text}, "--layout", "newspaper")
    assert [article["text"] for article in articles(run, empty)] != [text]
    assert list((empty / "seeds").glob("import-*.txt"))


@pytest.mark.slow
def test_a_source_may_be_said_to_be_documents(run: Run, empty: Path) -> None:
    (empty / "seeds" / "a.txt").write_text(TEXTS[2], encoding="utf-8")
    (empty / "piyue.toml").write_text('[[sources]]\npath = "seeds"\nlayout = "document"\n', encoding="utf-8")
    assert [article["text"] for article in articles(run, empty)] == [TEXTS[2]]


CONLL = (
    "临\tB-LOC\n溪\tI-LOC\n县\tI-LOC\n好\tO\n。\tO\n！\tO\n\n"
    "A\tB-ORG\nPhone\tI-ORG\n2018\tO\n年\tO\n\n"
    "甲\tB-PER\n乙\tB-PER\n"
)


@pytest.mark.parametrize(
    "more", [(), ("--article-per", "sentence"), ("--article-per", "2"), ("--article-per", "file")]
)
def test_conll_that_goes_through_unchanged_comes_out_unchanged(
    more: tuple[str, ...], run: Run, corpus: Corpus, empty: Path
) -> None:
    status, out, _ = corpus("conll", CONLL + "\n", *more)
    assert status == 0
    blocks = exported(run, empty, "conll").decode().rstrip("\n").replace("\n\n\n", "\n\n")
    assert blocks + "\n" == CONLL
    wanted = {
        (): 1,
        ("--article-per", "sentence"): 3,
        ("--article-per", "2"): 2,
        ("--article-per", "file"): 1,
    }
    assert f"{wanted[more]} new page" in out


@pytest.mark.slow
def test_lines_of_documents_make_articles(run: Run, corpus: Corpus, empty: Path) -> None:
    start = "-DOCSTART- -X- O\n\n"
    _, out, _ = corpus("conll", f"{start}{CONLL}\n{start}丙\tO\n\n丁\tO\n")
    assert "2 new page" in out
    assert [article["text"] for article in articles(run, empty)][1] == "丙\n丁"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("临 B_LOC|溪 I_LOC|好 O", [("LOC", "临溪")]),
        ("临 LOC|溪 LOC|好 O", [("LOC", "临溪")]),
        ("临 LOC-B|溪 LOC-I|好 O", [("LOC", "临溪")]),
        ("临 B-LOC.NAM|溪 E-LOC.NAM|好 S-PER", [("LOC.NAM", "临溪"), ("PER", "好")]),
        ("临 b-loc|溪 i-loc|好 o", [("loc", "临溪")]),
        ("临 loc_b|溪 loc_e|好 o", [("loc", "临溪")]),
        ("临 B-LOC|溪 I-LOC|寄 e-mail", [("LOC", "临溪"), ("e-mail", "寄")]),
        ("临 B|溪 I|好 O", [("ENTITY", "临溪")]),
        ("临0 B-LOC.NAM|溪1 I-LOC.NAM|好0 O", [("LOC.NAM", "临溪")]),
        ("临1 B-LOC|溪3 I-LOC|好2 O", [("LOC", "临1溪3")]),
        ("Ann B-PER|Lee I-PER|说 O", [("PER", "Ann Lee")]),
    ],
)
def test_tags_as_corpora_write_them(
    rows: str, expected: list[tuple[str, str]], run: Run, corpus: Corpus, empty: Path
) -> None:
    assert corpus("conll", rows.replace("|", "\n"))[0] == 0
    assert tags(run, empty) == expected


@pytest.mark.slow
def test_a_digit_behind_each_character_says_where_words_begin(run: Run, corpus: Corpus, empty: Path) -> None:
    characters = "临0溪1县2总0工1会2昨0天1说030好0" * 2
    pairs = [characters[at : at + 2] for at in range(0, len(characters), 2)]
    assert corpus("conll", "".join(f"{pair}\tO\n" for pair in pairs))[0] == 0
    (article,) = articles(run, empty)
    assert article["text"] == "临溪县总工会昨天说3好" * 2
    assert [article["text"][a:b] for a, b in article["words"]][:4] == ["临溪县", "总工会", "昨天", "说"]


def test_features_of_words_behind_the_tag_are_no_tags(run: Run, corpus: Corpus, empty: Path) -> None:
    rows = [
        f"{chr(0x4E00 + n)}\t{'B-PER' if n % 9 == 0 else 'O'}\tw[0]={n}\tw[1]={n * n}" for n in range(300)
    ]
    status, _, err = corpus("conll", "\n".join(rows))
    assert (status, "columns beside token and tag: 2" in err) == (1, True)
    assert len(tags(run, empty)) == 34


def test_a_line_that_is_no_text_costs_itself(run: Run, corpus: Corpus, empty: Path) -> None:
    data = "甲\tB-PER\n".encode() + b"\xed\xa0\xbd\tO\n" + "乙\tO\n".encode()
    status, _, err = corpus("conll", data)
    assert (status, err.count("conll:2")) == (1, 1)
    assert tags(run, empty) == [("PER", "甲")]


def test_a_text_of_half_a_character_is_said_with_its_place(run: Run, corpus: Corpus, empty: Path) -> None:
    data = '{"text": "好", "label": []}\n{"text": "望\\ud800津", "label": []}\n{"text": "", "label": []}\n'
    status, out, err = corpus("doccano", data)
    assert (status, "article: 1 added, 0 already there, 2 refused" in out) == (1, True)
    first, second = err.splitlines()
    assert "corpus.jsonl:2: the text - is empty or not Unicode; left out; correct it" in first
    assert "corpus.jsonl:3: " in second


def test_a_blank_may_be_a_token(run: Run, corpus: Corpus, empty: Path) -> None:
    data = "甲\tO\n\u3000\tO\n乙\tB-PER\n\n"
    assert corpus("conll", data)[0] == 0
    assert exported(run, empty, "conll").decode() == data


@pytest.mark.slow
def test_conllu_keeps_ids_sentences_and_what_stands_between_words(
    run: Run, corpus: Corpus, empty: Path
) -> None:
    data = (
        "# newdoc id = 文一\n# sent_id = s-1\n# text = A Phone 是好的。\n"
        "1\tA\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-ORG-1-x-\n2\tPhone\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)\n"
        "3\t是\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n4-5\t好的\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "4\t好\t_\t_\t_\t_\t_\t_\t_\t_\n5\t的\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "6\t。\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n"
        "# sent_id = s-2\n# text = 完。\n1\t完\t_\tVERB\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "2\t。\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n"
    )
    status, _, err = corpus("conllu", data)
    assert status == 1
    assert "(UPOS): 1" in err
    assert [article["text"] for article in articles(run, empty)] == ["A Phone 是好的。\n完。"]
    assert tags(run, empty) == [("ORG", "A Phone")]
    back = exported(run, empty, "conllu").decode()
    for line in ("# newdoc id = 文一", "# sent_id = s-1", "# sent_id = s-2", "# text = A Phone 是好的。"):
        assert f"{line}\n" in back
    assert "\tPhone\t" in back


def test_texts_that_begin_alike_are_different_texts(run: Run, corpus: Corpus, empty: Path) -> None:
    form = (
        "临溪县人民法院民事判决书本院受理原告与被告劳动争议一案后依法组成合议庭公开开庭进行了审理现已审理终结"
    )
    rows = [{"text": f"{form}。原告某{chr(0x4E00 + n)}诉称{'甲乙丙丁'[n % 4] * n}。"} for n in range(50)]
    lines = "\n".join(map(json.dumps, rows))
    assert "50 new pages" in corpus("doccano", lines)[1]
    assert "50 already there" in corpus("doccano", lines)[1]
    more = {"text": f"{form}。被告辩称这是另一起案件，事实与理由完全不同，请求驳回。"}
    assert "1 new page" in corpus("doccano", more)[1]
    status, out, err = corpus("doccano", {"text": rows[40]["text"].replace("诉称", "辩称")})
    assert (status, "new pages" in out) == (1, False)
    assert "differs" in err


@pytest.mark.slow
def test_equal_texts_are_as_many_as_there_were(run: Run, corpus: Corpus, empty: Path) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in ("好。", "好。", "不好。", "好。"))
    assert "4 new pages" in corpus("doccano", lines)[1]
    assert "new pages" not in corpus("doccano", lines)[1]
    assert [article["text"] for article in articles(run, empty)] == ["好。", "好。", "不好。", "好。"]


def test_a_tag_over_a_hard_wrap_is_in_every_export(run: Run, empty: Path, tmp_path: Path) -> None:
    lines = (
        "临溪县总工会推进基层建设",
        "",
        "　　本报讯 临溪县总工会昨天在临溪大厦召开工",
        "作推进会，部署今年的任务，各单位负责人到会并",
        "签订了责任书，县总工会主席在会上作了工作报告。",
        "　　会议要求各单位认真落实，切实维护好职工的",
        "合法权益，为全县发展作出新的更大的贡献。",
    )
    text = "\n".join(lines) + "\n"
    (empty / "seeds" / "p.txt").write_text(text, encoding="utf-8")
    start = text.index("工\n作推进会")
    row = {"text": text, "label": [[start, start + 6, "EVENT"]]}
    file = tmp_path / "x.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    status, _, err = run("import", "--format", "doccano", str(file), "--project", str(empty))
    assert (status, err) == (0, "")
    assert tags(run, empty) == [("EVENT", "工作推进会")]
    back = json.loads(exported(run, empty, "doccano", "--state", "todo").splitlines()[-1])
    ((first, last, _),) = back["label"]
    assert back["text"][first:last] == "工作推进会"


LIST = [{"text": "临溪县好", "label": [[0, 3, "LOC"]]}, {"text": "东河县好", "label": [[0, 3, "LOC"]]}]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_under_the_name_of_json_lines(
    indent: int | None, run: Run, corpus: Corpus, empty: Path
) -> None:
    assert corpus("doccano", json.dumps(LIST, indent=indent))[0] == 0
    assert tags(run, empty) == [("LOC", "临溪县"), ("LOC", "东河县")]


def test_a_bad_region_costs_itself_and_is_counted(run: Run, corpus: Corpus, empty: Path) -> None:
    labels = [[0, 3, "LOC"], [2, 99, "LOC"], [3, 3, "X"]]
    status, out, err = corpus("doccano", {"text": "临溪县好", "label": labels})
    assert status == 1
    assert "tag: 1 added, 0 already there, 2 refused" in out
    assert err.count("is no range within the text (0:4)") == 2


def test_an_unknown_label_is_reported_once_with_its_count(run: Run, corpus: Corpus, empty: Path) -> None:
    _, _, err = corpus("doccano", {"text": "临溪县好", "label": [[n, n + 1, "UNION"] for n in range(4)]})
    assert err.count("UNION") == 2  # once in what --map could say
    assert "4 tags" in err


def test_a_file_that_is_no_text_costs_itself(run: Run, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.conll").write_bytes(b"\xff\xfe\x00")
    (folder / "b.conll").write_text("甲\tB-PER\n", encoding="utf-8")
    status, out, err = run("import", "--format", "conll", str(folder), "--project", str(empty))
    assert (status, "1 new page" in out, "a.conll" in err) == (1, True, True)


def test_an_export_that_finds_nothing_says_so_first_and_fails(run: Run, empty: Path, tmp_path: Path) -> None:
    (empty / "seeds" / "p.txt").write_text("临溪县总工会说好。", encoding="utf-8")
    target = tmp_path / "out.jsonl"
    arguments = ("export", "--format", "jsonl", "-o", str(target), "--project", str(empty))
    status, _, err = run(*arguments)
    assert (status, target.exists()) == (1, False)
    assert "nothing to export" in err.splitlines()[0]
    assert run(*arguments, "--allow-empty")[0] == 0
    assert target.exists()


def test_only_some_formats_are_made_of_sentences(corpus: Corpus) -> None:
    status, _, err = corpus("doccano", {"text": "好"}, "--article-per", "file")
    assert (status, "leave out --article-per" in err) == (1, True)
    assert corpus("conll", "好 O", "--article-per", "page")[0] == 2
    status, _, err = corpus("instruct", "{}")
    assert (status, "can be exported only" in err) == (1, True)


@pytest.mark.slow
def test_predictions_are_proposals_and_never_tags(run: Run, corpus: Corpus, empty: Path) -> None:
    value = {"start": 0, "end": 2, "text": "那边", "labels": ["PLACE"]}
    guess = {"model_version": "m1", "score": 0.0, "result": [{"id": "a", "type": "labels", "value": value}]}
    tasks = [{"data": {"text": "那边说好。"}, "predictions": [guess]}]
    status, out, _ = corpus("label-studio", tasks, "--map", "PLACE=LOC")
    assert (status, "1 prediction was" in out) == (0, True)
    assert "predictions" not in corpus("label-studio", tasks, "--map", "PLACE=LOC")[1]
    assert tags(run, empty) == []
    lines = run("suggest", "--all", "--json", "--project", str(empty))[1].splitlines()
    found = [row for row in map(json.loads, lines) if row["label"] == "LOC"]
    assert [(row["surface"], row["maker"], row["score"]) for row in found] == [("那边", "import:m1", 0.0)]
    assert run("check", "--project", str(empty))[0] == 0
    figures = json.loads(run("stats", "--json", "--project", str(empty))[1])
    assert figures["imported_predictions"] == {"pages": 1, "total": 1}


def test_predictions_that_cannot_be_used_are_named(run: Run, corpus: Corpus, empty: Path) -> None:
    value = {"start": 0, "end": 3, "text": "临溪县", "labels": ["LOC"]}
    guess = {"result": [{"id": "a", "type": "labels", "value": value}]}
    assert corpus("label-studio", [{"data": {"text": "临溪县总工会说好。"}, "predictions": [guess]}])[0] == 0
    (file,) = (empty / "annotations" / "_predictions").glob("*.json")
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("临溪县", "临江县"), encoding="utf-8")
    status, out, _ = run("check", "--json", "--project", str(empty))
    (row,) = (row for row in map(json.loads, out.splitlines()) if row["kind"] == "prediction")
    assert (status, row["text"], row["severity"]) == (0, "临江县", "question")
    file.write_text(whole[:-20], encoding="utf-8")
    status, out, _ = run("check", "--json", "--project", str(empty))
    assert (status, "unreadable" in out) == (1, True)
    (file.with_name("nobody.json")).write_text(whole, encoding="utf-8")
    assert "stray" in run("check", "--json", "--project", str(empty))[1]


def test_a_tag_with_a_gap_in_a_paragraph_is_nothing_wrong_and_not_set_aside(run: Run, empty: Path) -> None:
    text = "临溪县总工会和职工说好。"
    (empty / "seeds" / "p.txt").write_text(text, encoding="utf-8")
    (empty / "piyue.toml").write_text('[[sources]]\npath = "seeds"\nlayout = "document"\n', encoding="utf-8")
    store = Project.find(empty)
    span = Span(
        id="g", label="ORG", segments=((0, 3), (4, 6)), text="临溪县工会", created=NOON, updated=NOON
    )  # fmt: skip
    store.save(AddSpan(span=span).apply(store.document("p"))[0])
    assert run("check", "--project", str(empty))[:2] == (0, "1 file checked, no problems found\n")
    target = empty.parent / "out.jsonl"
    status, _, err = run(
        "export", "--format", "jsonl", "-o", str(target), "--strict", "--project", str(empty)
    )
    assert (status, "changed or lost: 0" in err) == (0, True)
    (kept,) = json.loads(target.read_text(encoding="utf-8"))["unplaced"]["spans"]
    assert "".join(text[a:b] for a, b in kept["parts"]) == kept["text"] == "临溪县工会"


def test_numbers_of_tags_mean_what_one_says(run: Run, corpus: Corpus, empty: Path) -> None:
    data = json.dumps({"id": "7", "tokens": ["临", "溪", "说", "好"], "ner_tags": [1, 2, 0, 5]})
    status, _, err = corpus("hf-tokens", data)
    assert (status, "--map 1=B-ORG" in err) == (1, True)
    names = ("--map", "1=B-PLACE", "--map", "2=I-PLACE", "--map", "PLACE=LOC")
    status, _, err = corpus("hf-tokens", data, *names)
    assert (status, "5 has no name" in err) == (1, True)
    assert corpus("hf-tokens", data.replace("5]", "1]"), *names)[0] == 0
    assert tags(run, empty) == [("LOC", "临溪"), ("LOC", "好")]


def test_a_label_with_a_hyphen_is_whole_for_who_parts_brackets_at_hyphens(
    run: Run, corpus: Corpus, empty: Path
) -> None:
    given = {"text": "临溪县说好", "label": [[0, 3, "LOC-admin"]]}
    assert corpus("doccano", given)[0] == 0
    written = exported(run, empty, "conllu").decode()
    (bracket,) = (part for part in written.split() if part.startswith("Entity=("))
    entity = bracket.removeprefix("Entity=").split("|")[0].strip("()")
    assert len(entity.split("-")) == 2, "eid-etype, as the file's global.Entity says"
    other = empty.parent / "other"
    (other / "seeds").mkdir(parents=True)
    file = empty.parent / "out-conllu.conllu"
    assert run("import", "--format", "conllu", str(file), "--project", str(other))[0] == 0
    assert tags(run, other) == [("LOC-admin", "临溪县")]


def test_a_new_project_without_pages_is_told_of_no_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "piyue.toml").touch()
    assert run("--project", str(tmp_path), "pages")[::2] == (0, "")


def test_a_source_that_is_not_there_is_named(run: Run, empty: Path) -> None:
    (empty / "piyue.toml").write_text('[[sources]]\npath = "seeds"\n[[sources]]\npath = "nowhere"\n', "utf-8")
    status, _, err = run("--project", str(empty), "pages")
    assert (status, err.count("\n")) == (0, 1)
    assert "there is no source nowhere, and no pages come from it" in err
    status, _, err = run("--project", str(empty), "export", "--format", "json", "-o", str(empty / "x.json"))
    assert (status, "no source nowhere" in err, "nothing to export" in err) == (1, True, True)
