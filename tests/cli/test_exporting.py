"""Exports: where they go, what stands beside, what is said of them, and what is refused."""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Terminal
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, FIRST, INDICATOR, ORG, TIME, Tag, work
from tests.team.conftest import SECOND as SECOND_TEXT
from tui.store.project import Project

root, run, team = team_conftest.root, team_conftest.run, team_conftest.team
NESTED = Tag("临溪县", "LOC")
SECOND = Tag("望津市总工会", "ORG")
METRIC = Tag("5%", "METRIC", {"value": "5", "unit": "%"})


@pytest.fixture
def tagged(root: Path) -> Path:
    """Two finished pages: a tag within another on the first, a metric on the second."""
    work(root, "ling", "first", [ORG, NESTED])
    work(root, "ling", "second", [SECOND, METRIC])
    return root


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def rows(data: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


# Where it goes


def test_a_file_has_a_card_and_its_losses_beside_it(run: Run, tagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    status, said, err = run("export", "--format", "conll", "-o", str(out / "train.txt"))
    assert (status, said) == (0, "")
    names = ["train.txt", "train.txt.card.md", "train.txt.losses.jsonl", "train.txt.metrics.csv"]
    assert listed(out) == names
    losses = rows((out / "train.txt.losses.jsonl").read_text("utf-8"))
    assert [(loss["what"], loss["text"]) for loss in losses] == [("span", "临溪县"), ("attributes", "5%")]
    lines = err.splitlines()
    assert sum("“临溪县”" in line for line in lines) == 1
    assert "tag: 4 in all, 3 whole, 0 changed, 0 set aside, 1 lost" in lines
    assert "1 metric: the format cannot hold its value; it is in train.txt.metrics.csv" in lines
    assert lines[-1] == f"{out / 'train.txt'}: 2 articles, 4 tags, 0 relations; changed or lost: 2"
    card = (out / "train.txt.card.md").read_text("utf-8")
    assert "train.txt" in card
    assert "train.txt.metrics.csv" in card


def test_a_file_that_is_there_is_replaced_and_a_folder_takes_what_is_its_own(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    file = tmp_path / "train.txt"
    file.write_text("old", encoding="utf-8")
    assert run("export", "--format", "conll", "-o", str(file))[0] == 0
    assert file.read_text("utf-8").startswith("临\tB-ORG\n")
    assert file.with_name("train.txt.card.md").is_file()
    folder = tmp_path / "folder"
    folder.mkdir()
    assert run("export", "--format", "conll", "-o", str(folder))[0] == 0
    names = listed(folder)
    assert {"README.md", "losses.jsonl"} <= set(names)
    assert any(name.endswith(".conll") for name in names)
    new = str(tmp_path / "new") + os.sep
    assert run("export", "--format", "conll", "-o", new)[0] == 0
    assert listed(Path(new)) == names


def test_a_pipe_gets_the_data_alone(run: Run, tagged: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        status, _, _ = run("export", "--format", "conll", "-o", str(pipe))
        said = os.read(reading, 1 << 20)
    finally:
        os.close(reading)
    assert status == 0
    assert said.decode().startswith("临\tB-ORG\n")
    assert not list(tmp_path.glob("pipe.*"))


def test_stdout_gets_the_data_alone_and_metrics_go_nowhere(run: Run, tagged: Path) -> None:
    status, out, err = run("export", "--format", "conll", "-o", "-")
    assert (status, out.startswith("临\tB-ORG\n")) == (0, True)
    said = "1 metric: the format cannot hold its value; export to a file to get it in metrics.csv"
    assert said in err.splitlines()


# Splits and shards


@pytest.fixture
def many(root: Path) -> Path:
    """Twelve finished pages with a tag each, two of them with one text, and one that is not finished."""
    for number in range(12):
        text = f"工会{''.join(chr(0x4E00 + 500 * (number % 11) + 7 * at) for at in range(40))}。\n"
        (root / "seeds" / f"p{number}.txt").write_text(text, encoding="utf-8")
        work(root, "ling", f"p{number}", [Tag("工会", "ORG")])
    work(root, "ling", "first", [ORG], state="doing")
    return root


def test_a_split_says_where_each_article_went(run: Run, many: Path, tmp_path: Path) -> None:
    folder = tmp_path / "split"
    status, _, err = run("export", "--format", "jsonl", "--split", "50/50", "--seed", "3", "-o", str(folder))
    assert status == 0
    places = rows((folder / "splits.jsonl").read_text("utf-8"))
    assert len(places) == 12
    found = {
        path.stem: {row["id"] for row in rows(path.read_text("utf-8"))}
        for path in folder.rglob("*.jsonl")
        if path.name not in ("splits.jsonl", "losses.jsonl")
    }
    assert sum(map(len, found.values())) == 12
    for name, ids in found.items():
        assert {place["article"] for place in places if place["split"] in name} == ids
    twins = {place["split"] for place in places if place["article"] in ("p0#1", "p11#1")}
    assert len(twins) == 1
    assert "2 articles are near-duplicates and stay on the same side" in err
    assert "2 articles were left out because of their state" in err
    card = (folder / "README.md").read_text("utf-8")
    assert "50/50, seed 3; see splits.jsonl" in card


def test_what_a_split_keeps_together_is_said_in_the_card(run: Run, many: Path, tmp_path: Path) -> None:
    folder = tmp_path / "split"
    assert run("export", "--format", "jsonl", "--by", "page", "-o", str(folder))[0] == 0
    assert "80/10/10, seed 0, by page; see splits.jsonl" in (folder / "README.md").read_text("utf-8")


def test_a_state_that_is_asked_for_goes_before_that_of_a_split(run: Run, many: Path, tmp_path: Path) -> None:
    folder = tmp_path / "split"
    asked = ("--split", "50/50", "--state", "doing")
    assert run("export", "--format", "jsonl", *asked, "-o", str(folder))[0] == 0
    assert [row["article"] for row in rows((folder / "splits.jsonl").read_text("utf-8"))] == ["first#1"]


def test_without_a_split_all_states_are_exported_and_nothing_says_a_split(
    run: Run, many: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "whole"
    folder.mkdir()
    assert run("export", "--format", "jsonl", "-o", str(folder))[0] == 0
    assert "splits.jsonl" not in listed(folder)
    assert "seed" not in (folder / "README.md").read_text("utf-8")


def test_a_shard_has_its_own_pages_card_and_losses(run: Run, many: Path, tmp_path: Path) -> None:
    work(many, "ling", "first", [NESTED], state="doing")
    folder = tmp_path / "shards"
    found: list[str] = []
    for number in (1, 2):
        assert run("export", "--format", "conll", "--shard", f"{number}/2", "-o", str(folder))[0] == 0
        stem = f"shard-0000{number - 1}-of-00002"
        assert {f"{stem}.card.md", f"{stem}.losses.jsonl"} <= set(listed(folder))
        card = (folder / f"{stem}.card.md").read_text("utf-8")
        names = [name for name in listed(folder) if name.endswith(f"0000{number - 1}-of-00002.txt")]
        found += names
        assert all(name in card for name in names)
    losses = [
        rows((folder / f"shard-0000{number}-of-00002.losses.jsonl").read_text("utf-8")) for number in (0, 1)
    ]
    assert sorted(map(len, losses)) == [0, 1]
    whole = tmp_path / "whole"
    assert run("export", "--format", "conll", "--shards", "2", "-o", str(whole))[0] == 0
    data = {name: (whole / name).read_bytes() for name in listed(whole) if "-of-00002." in name}
    assert data
    assert {name: (folder / name).read_bytes() for name in data} == data


def test_a_split_goes_into_shards(run: Run, many: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shards"
    for number in (1, 2):
        asked = ("--split", "50/50", "--shard", f"{number}/2")
        assert run("export", "--format", "jsonl", *asked, "-o", str(folder))[0] == 0
    places = [
        rows((folder / f"shard-0000{number}-of-00002.splits.jsonl").read_text("utf-8")) for number in (0, 1)
    ]
    assert sum(map(len, places)) == 12
    assert all(places)
    articles = [{place["article"] for place in part} for part in places]
    assert not articles[0] & articles[1]
    card = (folder / "shard-00000-of-00002.card.md").read_text("utf-8")
    assert "see shard-00000-of-00002.splits.jsonl" in card


def test_metrics_of_a_shard_stand_beside_it(run: Run, tagged: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shards"
    for number in (1, 2):
        run("export", "--format", "conll", "--shard", f"{number}/2", "-o", str(folder))
    metrics = [name for name in listed(folder) if "metrics" in name]
    assert len(metrics) == 1
    assert "5" in (folder / metrics[0]).read_text("utf-8")


def test_only_formats_of_pieces_have_shards(run: Run, tagged: Path, tmp_path: Path) -> None:
    status, out, err = run("export", "--format", "spacy", "--shards", "2", "-o", str(tmp_path / "x"))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "spacy" in err
    assert not (tmp_path / "x").exists()


# What is said


def test_forty_losses_are_said_and_all_are_in_the_file(run: Run, root: Path, tmp_path: Path) -> None:
    for number in range(45):
        (root / "seeds" / f"p{number}.txt").write_text(f"临溪县总工会第{number}次开会。\n", encoding="utf-8")
        work(root, "ling", f"p{number}", [ORG, NESTED])
    target = tmp_path / "train.txt"
    status, _, err = run("export", "--format", "conll", "-o", str(target))
    assert (status, err.count("“临溪县”")) == (0, 40)
    assert "and 5 more; all are in train.txt.losses.jsonl" in err
    assert len(rows(target.with_name("train.txt.losses.jsonl").read_text("utf-8"))) == 45
    assert err.splitlines()[-1].endswith("changed or lost: 45")
    err = run("export", "--format", "conll", "-o", "-")[2]
    assert err.count("“临溪县”") == 45
    assert "more" not in err
    err = run("export", "--format", "conll", "--strict", "-o", str(target))[2]
    assert err.count("“临溪县”") == 45
    assert "and 5 more" not in err


def test_what_is_left_out_by_state_is_counted(run: Run, tagged: Path) -> None:
    work(tagged, "ling", "second", [], state="doing")
    err = run("export", "--format", "jsonl", "-o", "-", "--state", "done")[2]
    assert "1 article was left out because of its state" in err
    err = run("export", "--format", "jsonl", "-o", "-")[2]
    assert not any("state" in line for line in err.splitlines())
    both = ("--state", "done", "--state", "doing")
    assert len(run("export", "--format", "jsonl", "-o", "-", *both)[1].splitlines()) == 2


def test_the_last_line_counts_what_was_written(run: Run, tagged: Path, tmp_path: Path) -> None:
    work(tagged, "ling", "first", [COUNT, INDICATOR], [(COUNT, INDICATOR)])
    last = run("export", "--format", "jsonl", "-o", str(tmp_path / "a.jsonl"))[2].splitlines()[-1]
    assert last.endswith("a.jsonl: 2 articles, 6 tags, 1 relation; changed or lost: 0")


def test_people_at_a_terminal_see_how_far_it_is(
    run: Run, tagged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Terminal()
    monkeypatch.setattr("sys.stderr", seen)
    run("export", "--format", "jsonl", "-o", str(tmp_path / "a.jsonl"))
    assert "1/2" in seen.shown


# Whose, and nothing at all


def test_who_tagged_nothing_is_told_so_and_nothing_is_written(run: Run, tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    work(tagged, "zhou", "first", [])
    for arguments in (
        ("--annotator", "zhou"),
        ("--label", "DOC"),
        ("--state", "skipped"),
        ("--annotator", "nobody"),
    ):
        status, out, err = run("export", "--format", "conll", *arguments, "-o", str(target))
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert not list(tmp_path.glob("a.txt*"))
    status, _, err = run("--annotator", "mo", "export", "--format", "conll", "-o", str(target))
    assert (status, "mo" in err) == (1, True)
    assert run("export", "--format", "conll", "--label", "DOC", "--allow-empty", "-o", str(target))[0] == 0
    assert "B-" not in target.read_text("utf-8")


def test_a_shard_without_tags_is_written_as_all_shards_at_once_are(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    shards = ("export", "--format", "jsonl", "--annotator", "ling")
    assert run(*shards, "--shards", "9", "-o", str(tmp_path / "all"))[0] == 0
    for number in range(1, 10):
        assert run(*shards, "--shard", f"{number}/9", "-o", str(tmp_path / "each"))[0] == 0
    for file in (tmp_path / "all").glob("*-of-*.jsonl"):
        assert (tmp_path / "each" / file.name).read_bytes() == file.read_bytes()
    other = ("export", "--format", "jsonl", "--shard", "1/9", "-o", str(tmp_path / "mo"))
    assert run("--annotator", "mo", *other)[0] == 1, "who has tagged nothing at all is a mistake"


@pytest.mark.parametrize("format_", ["json", "jsonl", "label-studio", "conll", "gliner"])
def test_what_fails_leaves_nothing_on_stdout(run: Run, tagged: Path, format_: str) -> None:
    to_stdout = ("export", "--format", format_, "-o", "-")
    nothing = run(*to_stdout, "--annotator", "ling", "--label", "EVENT")
    assert (nothing[0], nothing[1], "nothing to export" in nothing[2]) == (1, "", True)
    assert run(*to_stdout, "--annotator", "ling", "--label", "EVENT", "--allow-empty")[1]
    strict = run("export", "--format", "conll", "-o", "-", "--strict")
    assert (strict[0], strict[1], "nothing was written" in strict[2]) == (1, "", True)


def test_on_stdout_a_strict_export_is_the_same_as_any(run: Run, tagged: Path) -> None:
    to_stdout = ("export", "--format", "jsonl", "-o", "-")
    assert run(*to_stdout, "--strict")[:2] == run(*to_stdout)[:2]


def test_one_s_texts_go_out_to_be_tagged_elsewhere(run: Run, root: Path) -> None:
    work(root, "ling", "first", [])
    status, out, _ = run("export", "--format", "doccano", "-o", "-")
    assert (status, len(rows(out))) == (0, 2)
    status, out, _ = run("export", "--format", "cws", "-o", "-", "--annotator", "ling")
    text = (FIRST + SECOND_TEXT).replace("\n", "")
    assert (status, "".join(out.split())) == (0, text)  # words are there without tags


def test_of_several_only_what_they_touched_is_exported(run: Run, team: Path) -> None:
    out = run("export", "--format", "jsonl", "-o", "-", "--annotator", "all")[1]
    assert [(row["id"], row["annotator"]) for row in rows(out)] == [
        ("first#1", "ling"),
        ("first#1", "wang"),
        ("second#1", "ling"),
        ("second#1", "zhou"),
    ]
    out = run("export", "--format", "jsonl", "-o", "-", "--annotator", "zhou")[1]
    assert [(row["id"], len(row["spans"])) for row in rows(out)] == [("first#1", 0), ("second#1", 1)]


def test_only_tags_with_the_labels_are_exported(run: Run, team: Path) -> None:
    out = run("export", "--format", "jsonl", "-o", "-", "--label", "TIME", "--label", "METRIC")[1]
    assert [span["text"] for row in rows(out) for span in row["spans"]] == [TIME.text, COUNT.text]


def test_the_card_tells_the_agreement_with_others_once(run: Run, root: Path, tmp_path: Path) -> None:
    for name, found in (("ling", [ORG, COUNT]), ("wang", [ORG]), ("zhou", [COUNT])):
        work(root, name, "first", found)
    target = tmp_path / "a.jsonl"
    # Of the pairs two have one tag in common, and four tags stand on one side: 4 / (4 + 4).
    said = (
        "F1 0.500 of tags with the same label and the same place (articles: 1, annotators: ling, wang, zhou)"
    )
    for chosen in ("ling", "all"):
        assert run("export", "--format", "jsonl", "--annotator", chosen, "-o", str(target))[0] == 0
        assert said in target.with_name("a.jsonl.card.md").read_text("utf-8")


def test_a_page_that_cannot_be_read_is_complained_of_and_the_rest_is_written(run: Run, tagged: Path) -> None:
    (tagged / "annotations" / "ling" / "first.json").write_text("{", encoding="utf-8")
    status, out, err = run("export", "--format", "jsonl", "-o", "-")
    assert (status, [row["id"] for row in rows(out)]) == (1, ["second#1"])
    assert "first.json" in err


def test_another_s_damaged_file_is_complained_of_once(run: Run, team: Path, tmp_path: Path) -> None:
    (team / "annotations" / "wang" / "first.json").write_text("{", encoding="utf-8")
    status, _, err = run("export", "--format", "jsonl", "-o", str(tmp_path / "a.jsonl"))
    assert (status, err.count("wang/first.json")) == (1, 1)


# What else can be asked for


def test_a_config_is_for_formats_that_have_one(run: Run, root: Path, tmp_path: Path) -> None:
    target = tmp_path / "config.xml"
    assert run("export", "--format", "label-studio", "--config", "-o", str(target)) == (0, "", "")
    assert "<View>" in target.read_text("utf-8")
    status, out, err = run("export", "--format", "conll", "--config", "-o", str(target))
    assert (status, out, "conll" in err) == (1, "", True)


def test_the_time_of_the_card_can_be_given(
    run: Run, tagged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, hashes = tmp_path / "a.jsonl.card.md", set()
    for epoch, said in (("0", "1970-01-01T00:00:00Z"), ("86400", "1970-01-02T00:00:00Z"), ("soon", "20")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        run("export", "--format", "jsonl", "-o", str(tmp_path / "a.jsonl"))
        assert said in card.read_text("utf-8")
        hashes.add(sha256((tmp_path / "a.jsonl").read_bytes()).hexdigest())
    assert len(hashes) == 1


def test_dates_of_a_dataset_are_texts(run: Run, root: Path, tmp_path: Path) -> None:
    (root / "seeds" / "2018-05-01.txt").write_text("临溪县总工会今天开会。\n", encoding="utf-8")
    work(root, "ling", "2018-05-01", [ORG])
    folder = tmp_path / "hf"
    assert run("export", "--format", "hf", "-o", str(folder))[0] == 0
    card = (folder / "README.md").read_text("utf-8")
    assert "page" in card
    assert Project(root).page_ids()[0] == "2018-05-01"
