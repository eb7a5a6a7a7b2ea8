"""Export and import of every format through the command, with what stands beside the data."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import PAGE, Run
from tests.conftest import SEEDS
from tests.store.building import NOON
from tui.edit import AddRelation, AddSpan, SetProgress
from tui.formats.format import EVERYTHING, Holds
from tui.formats.registry import FORMATS
from tui.model import Progress, Relation, Span, surface
from tui.store.project import Project
from tui.text.offsets import read

FOREIGN = [name for name, row in FORMATS.items() if row.holds != EVERYTHING and row.reads]
TAGGED = [name for name in FOREIGN if Holds.SPANS in FORMATS[name].holds]


@pytest.fixture
def rich(project: Path) -> Path:
    """The sample pages: in each article two tags, one within the other, and a relation; all articles done."""
    store = Project.find(project)
    for page_id in store.page_ids():
        document = store.document(page_id)
        for number, article in enumerate(document.articles):
            reading = read(document.page, article)
            first = re.search(r"\w{6}", reading.text)
            assert first
            for key, length in (("out", 6), ("in", 2)):
                segments = reading.to_source(first.start(), first.start() + length)
                text = surface(document.page.text, segments)
                span = Span(
                    id=f"{key}{number}", label=("ORG", "LOC")[length == 2], segments=segments, text=text,
                    note="看" * (length == 2), created=NOON, updated=NOON,
                )  # fmt: skip
                document, _ = AddSpan(span=span).apply(document)
            relation = Relation(id=f"r{number}", label="subject", head=f"out{number}", tail=f"in{number}")
            document, _ = AddRelation(relation=relation).apply(document)
            document, _ = SetProgress(article=article.id, progress=Progress(state="done")).apply(document)
        store.save(document)
    return project


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    root = tmp_path / "fresh"
    shutil.copytree(SEEDS, root / "seeds")
    return root


def counts(out: str) -> dict[str, list[int]]:
    lines = (line.partition(": ") for line in out.splitlines() if "added" in line)
    return {what: [int(n) for n in re.findall(r"\d+", said)] for what, _, said in lines}


def places(root: Path) -> set[tuple[str, str, Any]]:
    store = Project.find(root)
    documents = map(store.document, store.page_ids())
    return {(d.page.id, span.label, span.segments) for d in documents for span in d.spans}


@pytest.mark.slow
@pytest.mark.parametrize("name", TAGGED)
def test_what_a_format_took_along_comes_into_another_project_once(
    name: str, run: Run, rich: Path, fresh: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"out{FORMATS[name].suffix}"
    status, out, err = run("export", "--format", name, "-o", str(target))
    assert (status, out) == (0, "")
    beside = target if target.is_dir() else tmp_path
    (losses,) = beside.glob("*losses.jsonl")
    lost = [json.loads(line) for line in losses.read_bytes().decode().splitlines()]
    gone = {(loss["page"], loss["id"]) for loss in lost if loss["what"] == "span"}
    assert all(loss["text"] and loss["reason"] for loss in lost)
    arguments = ("import", "--format", name, str(target), "--project", str(fresh))
    status, out, err = run(*arguments)
    assert (status, err) == (0, "")
    store = Project.find(rich)
    expected = {
        (d.page.id, span.label, span.segments)
        for d in map(store.document, store.page_ids())
        for span in d.spans
        if (d.page.id, span.id) not in gone and span.id != "bb"
    }
    assert places(fresh) == expected
    assert counts(out)["tag"] == [len(expected), 0, 0]
    files = {path: path.read_bytes() for path in (fresh / "annotations").rglob("*.json")}
    status, out, _ = run(*arguments)
    assert counts(out)["tag"] == [0, len(expected), 0]
    assert {path: path.read_bytes() for path in (fresh / "annotations").rglob("*.json")} == files
    assert len(list((fresh / "seeds").iterdir())) == len(list(SEEDS.iterdir()))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["doccano", "conll", "label-studio", "cas", "brat"])
def test_a_text_that_the_project_lacks_becomes_a_page_once(
    name: str, run: Run, rich: Path, tmp_path: Path
) -> None:
    target, empty = tmp_path / "out", tmp_path / "empty"
    (empty / "seeds").mkdir(parents=True)
    run("export", "--format", name, "-o", str(target), "--label", "ORG")
    arguments = ("import", "--format", name, str(target), "--project", str(empty))
    status, out, _ = run(*arguments)
    articles = sum(len(d.articles) for d in map(Project.find(rich).document, Project.find(rich).page_ids()))
    assert status == 0
    assert f"{articles} new pages" in out
    tags = articles + (name != "conll")  # one of the fixture's stands within another
    assert counts(out)["tag"][0] == tags
    (file,) = (empty / "seeds" / "imported").iterdir()
    assert len(lines(file)) == articles
    pages = {file: file.read_bytes()}
    _, out, _ = run(*arguments)
    assert "new pages" not in out
    assert counts(out)["tag"] == [0, tags, 0]
    assert {path: path.read_bytes() for path in (empty / "seeds" / "imported").iterdir()} == pages
    assert run("check", "--project", str(empty))[0] in (0, 1)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def test_blanks_and_ends_of_lines_may_differ_and_nothing_else(
    run: Run, rich: Path, fresh: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    run("export", "--format", "doccano", "-o", str(target), "--label", "ORG")
    rows = lines(target)
    for row in rows:
        (start, end, label) = row["label"][0]
        row["entities"] = row["relations"] = []
        before = row["text"][:start].count("\n")
        row["text"] = "\r\n " + row["text"].replace("\n", "\r\n\u3000")
        row["label"] = [[start + 3, end + 3, label]] if not before else []
    changed = rows[0]["text"].replace("。", "！", 1)
    assert changed != rows[0]["text"]
    rows[0] |= {"text": changed}
    target.write_bytes(b"".join(json.dumps(row).encode() + b"\n" for row in rows))
    status, out, err = run("import", "--format", "doccano", str(target), "--project", str(fresh))
    assert status == 1
    assert places(fresh) < places(rich)
    assert counts(out)["tag"][0] == len(places(fresh)) > 10
    assert "“！" in err
    assert "/ “。" in err
    assert len(list((fresh / "seeds").iterdir())) == len(list(SEEDS.iterdir()))


def test_labels_get_their_names_here_from_a_table(run: Run, rich: Path, fresh: Path, tmp_path: Path) -> None:
    target, table = tmp_path / "out.jsonl", tmp_path / "table.txt"
    run("export", "--format", "doccano", "-o", str(target))
    table.write_text("# theirs=ours\nORG=UNION\n", encoding="utf-8")
    given = ("--map", f"@{table}", "--map", "LOC=")
    status, _, err = run("import", "--format", "doccano", str(target), "--project", str(fresh), *given)
    assert status == 1  # a relation has lost an end
    assert {label for _, label, _ in places(fresh)} == {"UNION"}
    assert "UNION" in err
    assert run("import", "--format", "doccano", str(target), "--map", "nothing")[0] == 1


@pytest.mark.parametrize("name", ["conll", "cluener", "doccano", "cws"])
def test_strict_writes_nothing_where_a_format_loses_something(
    name: str, run: Run, rich: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new"
    out.mkdir()
    status, _, err = run("export", "--format", name, "-o", str(out / "x"), "--strict")
    assert status == 1
    assert "--strict" in err
    assert list(out.iterdir()) == []
    assert run("export", "--format", "prodigy", "-o", str(out / "x"), "--strict", "--state", "done")[0] == 1


@pytest.mark.slow
def test_a_lossless_export_passes_strict(run: Run, rich: Path, tmp_path: Path) -> None:
    store = Project.find(rich)
    document = store.document(PAGE)
    stray = tuple(span for span in document.spans if span.id != "bb")
    store.save(document.replaced(spans=stray))
    for name in ("prodigy", "hf", "spacy", "cas", "brat"):
        assert run("export", "--format", name, "-o", str(tmp_path / name), "--strict")[0] == 0, name


def test_a_split_keeps_articles_whole_and_says_where_each_went(run: Run, rich: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for target in (first, second):
        arguments = ("--format", "jsonl", "-o", str(target), "--split", "60/20/20", "--seed", "7")
        assert run("export", *arguments)[0] == 0
    files = {path.name: path.read_bytes() for path in first.iterdir()}
    assert set(files) == {
        "train.jsonl",
        "dev.jsonl",
        "test.jsonl",
        "splits.jsonl",
        "losses.jsonl",
        "README.md",
    }
    for name, data in files.items():
        assert name == "README.md" or (second / name).read_bytes() == data
    went = {row["article"]: row["split"] for row in lines(first / "splits.jsonl")}
    for split in ("train", "dev", "test"):
        assert {row["id"] for row in lines(first / f"{split}.jsonl")} == {
            a for a, s in went.items() if s == split
        }
    assert min(Counter(went.values()).values()) >= 3
    assert all(row["reason"] in ("alone", "twin") for row in lines(first / "splits.jsonl"))


def test_only_finished_articles_are_split_and_the_others_counted(
    run: Run, project: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    _, _, err = run("export", "--format", "conll", "-o", str(target), "--split", "80/20")
    assert [row["article"] for row in lines(target / "splits.jsonl")] == [f"{PAGE}#2"]
    articles = sum(1 for _ in articles_of(project))
    assert f"{articles - 1} articles" in err
    assert f"{articles - 1} articles" in (target / "README.md").read_text(encoding="utf-8")
    run("export", "--format", "conll", "-o", str(target), "--split", "80/20", "--state", "todo")
    assert len(lines(target / "splits.jsonl")) == articles - 1


def articles_of(root: Path) -> Iterator[str]:
    store = Project.find(root)
    for page in store.page_ids():
        yield from (article.id for article in store.document(page).articles)


def test_pages_stay_whole_where_that_is_asked_for(run: Run, rich: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    run("export", "--format", "json", "-o", str(target), "--split", "50/50", "--by", "page")
    rows = lines(target / "splits.jsonl")
    assert {row["page"]: row["split"] for row in rows}.items() >= {
        (row["page"], row["split"]) for row in rows
    }
    assert {row["split"] for row in rows} == {"train", "test"}


@pytest.mark.parametrize("wanted", ["80/10/5/5", "0/100", "a/b", "", "80/-1", "1.5/2"])
def test_a_split_that_is_none_is_wrong_usage(wanted: str, run: Run) -> None:
    assert run("export", "--format", "json", "-o", "x", "--split", wanted)[0] == 2


def test_a_foreign_folder_is_never_replaced_and_an_earlier_export_is(
    run: Run, rich: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "thesis.txt").write_text("mine")
    for name in ("brat", "hf"):
        status, _, err = run("export", "--format", name, "-o", str(target))
        assert status == 1
        assert "thesis.txt" in err
    assert [path.name for path in target.iterdir()] == ["thesis.txt"]
    (target / "thesis.txt").unlink()
    assert run("export", "--format", "brat", "-o", str(target))[0] == 0
    assert run("export", "--format", "hf", "-o", str(target))[0] == 0
    assert not list(target.glob("*.ann"))
    (target / "note.txt").write_text("mine")
    assert run("export", "--format", "hf", "-o", str(target))[0] == 1
    assert (target / "note.txt").read_text() == "mine"
    file = tmp_path / "file"
    file.write_text("mine")
    assert run("export", "--format", "brat", "-o", str(file))[0] == 1
    assert file.read_text() == "mine"
    assert not list(tmp_path.glob(".*"))


def test_the_card_says_what_it_is_and_its_hash_is_of_the_content_alone(
    run: Run, rich: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = '[project]\nname = "劳动新闻"\nsource = "劳动午报"\nlicence = "cc-by-4.0"\n'
    (rich / "piyue.toml").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    run("export", "--format", "prodigy", "-o", str(tmp_path / "a.jsonl"))
    card = (tmp_path / "a.jsonl.card.md").read_text(encoding="utf-8")
    for said in (
        "劳动新闻",
        "劳动午报",
        "cc-by-4.0",
        "1970-01-01T00:00:00Z",
        "ling (",
        "| ORG | ",
        "piyue 0",
    ):
        assert said in card
    content = re.search("sha256 ([0-9a-f]{64})", card)
    assert content
    run("export", "--format", "hf", "-o", str(tmp_path / "b"), "--shards", "3")
    assert content[1] in (tmp_path / "b" / "README.md").read_text(encoding="utf-8")
    store = Project.find(rich)
    document = store.document(PAGE)
    store.save(document.replaced(spans=document.spans[1:], relations=()))
    run("export", "--format", "prodigy", "-o", str(tmp_path / "a.jsonl"))
    assert content[1] not in (tmp_path / "a.jsonl.card.md").read_text(encoding="utf-8")


def words_of(run: Run, root: Path, article: str) -> list[str]:
    said = json.loads(run("--project", str(root), "show", article, "--json")[1])
    return [said["text"][start:end] for start, end in said["words"]]


CUT = ["临溪", "县总", "工会说", "好", "，", "职工", "满意", "。"]


def with_words(name: str, cut: list[str]) -> str:
    """A sentence of these words in a format."""
    if name == "cws":
        return "  ".join(cut) + "\n"
    rows = (f"{number}\t{word}" + "\t_" * 7 + "\tSpaceAfter=No\n" for number, word in enumerate(cut, 1))
    return "# newdoc id = 1\n" + "".join(rows) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cws", "conllu"])
def test_words_that_another_program_cut_become_the_page_s_words_once(
    name: str, run: Run, fresh: Path, tmp_path: Path
) -> None:
    file, root = tmp_path / "words", ("--project", str(fresh))
    (fresh / "seeds" / "p.txt").write_text("".join(CUT), encoding="utf-8")
    before = words_of(run, fresh, "p#1")
    assert before != CUT
    file.write_text(with_words(name, list("".join(CUT))), encoding="utf-8")
    assert "single characters" in run(*root, "import", "--format", name, str(file))[2]
    assert words_of(run, fresh, "p#1") == before
    file.write_text(with_words(name, CUT), encoding="utf-8")
    differing = len(set(CUT) - set(before))
    first, second = (counts(run(*root, "import", "--format", name, str(file))[1])["word"] for _ in range(2))
    assert first == [differing, len(CUT) - differing, 0]
    assert second == [0, len(CUT), 0]
    assert words_of(run, fresh, "p#1") == CUT


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cws", "conllu"])
def test_words_cut_where_a_tag_ends_are_no_corrections(
    name: str, run: Run, rich: Path, tmp_path: Path
) -> None:
    file = str(tmp_path / "words")
    run("export", "--format", name, "--unit", "entity", "-o", file)
    assert counts(run("import", "--format", name, file)[1])["word"][0] == 0
    assert not list(rich.glob("annotations/_project/*.json"))


ABOUT = {"date": "2024-05-01", "source": "劳动午报", "title": "建会入会"}


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("json", lambda row: row["articles"][-1]["source"]["about"]),
        ("jsonl", lambda row: row["source"]["about"]),
        ("doccano", lambda row: {name: row[name] for name in ABOUT}),
        ("label-studio", lambda row: {name: row[-1]["data"][name] for name in ABOUT}),
        ("prodigy", lambda row: {name: row["meta"][name] for name in ABOUT}),
        ("hf", lambda row: {name: row[name] for name in ABOUT}),
    ],
)
def test_what_a_table_says_of_a_text_goes_along(
    name: str, where: Callable[[Any], object], run: Run, rich: Path, tmp_path: Path
) -> None:
    row = {
        "text": "建会入会\n\n临溪县总工会说好。",
        "day": ABOUT["date"],
        "paper": ABOUT["source"],
        "head": ABOUT["title"],
    }
    (rich / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    columns = 'path = "rows.jsonl"\ndate = "day"\nsource = "paper"\ntitle = "head"\n'
    (rich / "piyue.toml").write_text(f"[[sources]]\n{columns}", encoding="utf-8")
    target = tmp_path / "out"
    assert run("export", "--format", name, "-o", str(target))[0] == 0
    written = target / "data" / "train-00000-of-00001.jsonl" if name == "hf" else target
    data = written.read_text(encoding="utf-8")
    said = where(json.loads(data if name in ("json", "label-studio") else data.splitlines()[-1]))
    assert said == ABOUT


def facts(card: Path) -> dict[str, str]:
    return dict(re.findall("^- ([^:]+): (.*)$", card.read_text(encoding="utf-8"), re.MULTILINE))


def row_of(card: Path, name: str) -> list[int]:
    found = re.search(rf"^\| {name} \|(.*)\|$", card.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return [int(count) for count in found[1].split("|")]


@pytest.mark.slow
def test_agreement_is_of_articles_that_two_annotators_finished(run: Run, rich: Path, tmp_path: Path) -> None:
    run("export", "--format", "jsonl", "-o", str(tmp_path / "a.jsonl"))
    card = tmp_path / "a.jsonl.card.md"
    assert facts(card)["Agreement"].startswith("not measured")
    store = Project.find(rich)
    document = store.document(PAGE)
    first, second = document.articles[:2]
    one, other = (document.spans_in(article) for article in (first, second))
    moved = one[0].replaced(label="EVENT")
    progress = {first.id: Progress(state="done"), second.id: Progress(state="doing")}
    store.save(
        document.replaced(annotator="wang", spans=(moved, *one[1:], *other), relations=(), progress=progress)
    )
    run("export", "--format", "jsonl", "-o", str(tmp_path / "a.jsonl"), "--annotator", document.annotator)
    # Of two tags each, in the one article that both finished, they agree on one.
    assert facts(card)["Agreement"].startswith("F1 0.500 ")
    assert f"articles: 1, annotators: {document.annotator}, wang" in facts(card)["Agreement"]
    run(
        "export",
        "--format",
        "jsonl",
        "-o",
        str(tmp_path / "a.jsonl"),
        "--annotator",
        "wang",
        "--label",
        "LOC",
    )
    assert facts(card)["Agreement"].startswith("F1 1.000 ")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["jsonl", "hf"])
def test_the_cards_of_shards_add_up_to_that_of_the_whole(
    name: str, run: Run, rich: Path, tmp_path: Path
) -> None:
    split = ("--split", "60/20/20", "--by", "page")
    run("export", "--format", name, "-o", str(tmp_path / "whole"), "--shards", "2", *split)
    for number in (1, 2):
        run("export", "--format", name, "-o", str(tmp_path / "parts"), "--shard", f"{number}/2", *split)
    parts = [tmp_path / "parts" / f"shard-0000{number}-of-00002.card.md" for number in (0, 1)]
    for counted in ("articles", "characters", "ORG", "LOC"):
        whole = row_of(tmp_path / "whole" / "README.md", counted)
        assert whole == [
            sum(counts) for counts in zip(*(row_of(part, counted) for part in parts), strict=True)
        ]
    hashes = [facts(part)["Content"] for part in parts]
    assert len({*hashes, facts(tmp_path / "whole" / "README.md")["Content"]}) == 3
    rows = [lines(part.with_name(part.name.replace("card.md", "splits.jsonl"))) for part in parts]
    assert sorted(map(str, rows[0] + rows[1])) == sorted(map(str, lines(tmp_path / "whole" / "splits.jsonl")))
    run("export", "--format", name, "-o", str(tmp_path / "parts"), "--shard", "1/2", *split)
    assert facts(parts[0])["Content"] == hashes[0]
    added = counts(run("import", "--format", name, str(tmp_path / "parts"))[1])
    assert all(refused == 0 for _, _, refused in added.values())


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["jsonl", "hf"])
def test_shards_written_one_by_one_have_the_bytes_of_those_written_at_once(
    name: str, run: Run, rich: Path, tmp_path: Path
) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    run("export", "--format", name, "-o", str(whole), "--shards", "3")
    for number in (2, 1, 3):
        assert run("export", "--format", name, "-o", str(parts), "--shard", f"{number}/3")[0] == 0
    files = {path.relative_to(whole) for path in whole.rglob("*-of-*")}
    assert len(files) == 3
    for file in files:
        assert (whole / file).read_bytes() == (parts / file).read_bytes()
    if name == "hf":
        import datasets

        datasets.disable_progress_bars()
        rows = datasets.load_dataset(str(parts), cache_dir=str(tmp_path / "cache"))["train"]
        assert rows.features["spans"].feature["label"].names[0] == "PERSON"
    ids = [row["id"] for file in files for row in lines(whole / file)]
    assert sorted(ids) == sorted(articles_of(rich))


@pytest.mark.parametrize("wanted", ["0/3", "4/3", "1", "x/3", "1/0"])
def test_a_shard_that_is_none_is_wrong_usage(wanted: str, run: Run) -> None:
    assert run("export", "--format", "jsonl", "-o", "x", "--shard", wanted)[0] == 2


def test_the_labelling_config_is_printed_on_demand(run: Run) -> None:
    status, out, _ = run("export", "--format", "label-studio", "--config", "-o", "-")
    assert status == 0
    assert '<Label value="ORG"' in out
    assert '<Relation value="subject"/>' in out
    assert run("export", "--format", "conll", "--config", "-o", "-")[0] == 1


@pytest.mark.parametrize("name", [name for name in FOREIGN if FORMATS[name].layout == "file"])
def test_a_format_that_is_one_file_goes_to_stdout_and_nothing_stands_beside(
    name: str, run: Run, rich: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from tui.cli import main

    before = set(tmp_path.iterdir())
    assert main(["--project", str(rich), "export", "--format", name, "-o", "-"]) == 0
    assert len(capfdbinary.readouterr().out) > 1000
    assert set(tmp_path.iterdir()) == before


def test_an_import_says_of_each_kind_of_thing_how_many_were_taken(
    run: Run, rich: Path, fresh: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    assert run("export", "--format", "doccano", "-o", str(target), "--project", str(rich))[0] == 0
    for added in (True, False):
        found = counts(run("import", "--format", "doccano", str(target), "--project", str(fresh))[1])
        for what in ("tag", "relation", "state"):
            new, there, refused = found[what]
            assert (new > 0, there > 0, refused) == (added, not added, 0), what
    target.write_text('{"text": "新的一页。", "label": [[0, 2, "ORG"]]}\n', "utf-8")
    found = counts(run("import", "--format", "doccano", str(target), "--project", str(fresh))[1])
    assert found == {"article": [1, 0, 0], "tag": [1, 0, 0], "relation": [0, 0, 0], "state": [0, 0, 0]}


@pytest.mark.slow
@pytest.mark.parametrize("name", FOREIGN)
def test_rubbish_is_refused_in_one_line_a_complaint(name: str, run: Run, fresh: Path, tmp_path: Path) -> None:
    row = FORMATS[name]
    file = tmp_path / "bad" / f"x{row.suffix}"
    file.parent.mkdir()
    before = set((fresh / "seeds").iterdir())
    for data in (b"\xff\xfe\x00", b"{", b"[1]", b'{"text": 3}', b"\x00" * 40):
        file.write_bytes(data)
        target = file.parent if row.layout == "tree" else file
        status, _, err = run("import", "--format", name, str(target), "--project", str(fresh))
        assert "Traceback" not in err
        assert status in (0, 1)
        if data == b"\xff\xfe\x00":
            assert status == 1
            assert str(file) in err
    assert len(set((fresh / "seeds").iterdir()) - before) <= 4  # any text is one


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in TAGGED if FORMATS[name].layout == "file"])
def test_a_file_that_cannot_be_read_costs_itself_and_not_the_others(
    name: str, run: Run, rich: Path, fresh: Path, tmp_path: Path
) -> None:
    suffix, folder = FORMATS[name].suffix, tmp_path / "folder"
    folder.mkdir()
    (folder / f"a{suffix}").write_bytes(b"\xff\xfe\x00")
    run("export", "--format", name, "-o", str(folder / f"b{suffix}"), "--project", str(rich))
    status, _, err = run("import", "--format", name, str(folder), "--project", str(fresh))
    assert (status, f"a{suffix}" in err) == (1, True)
    taken = Project.find(fresh)
    assert any(taken.document(page).spans for page in taken.page_ids())
