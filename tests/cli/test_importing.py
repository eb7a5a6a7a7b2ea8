"""What an import takes, renames, refuses and counts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, lock_elsewhere
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, FIRST, INDICATOR, NOON, ORG, SECOND, work
from tui.edit.changes import AddSpan
from tui.model import Span
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run
TEXT = FIRST.strip()

Brought = Callable[..., tuple[int, str, str]]


@pytest.fixture
def bring(run: Run, tmp_path: Path) -> Brought:
    """Write rows into a file of a format, and import it."""

    def call(
        name: str, *rows: object, more: tuple[str, ...] = (), file: str = "in.jsonl"
    ) -> tuple[int, str, str]:
        path = tmp_path / "in" / file
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows), encoding="utf-8")
        return run("import", "--format", name, str(path), *more)

    return call


def tags(root: Path, page: str = "first", annotator: str = "ling") -> list[tuple[str, str]]:
    return [(span.label, span.text) for span in Project(root).document(page, annotator).spans]


def counted(out: str) -> dict[str, str]:
    """Return what a result says of each kind of record: added, there, refused."""
    lines = (line.partition(": ") for line in out.splitlines() if " added, " in line)
    return {what: "/".join(word for word in said.split() if word.isdigit()) for what, _, said in lines}


def native(run: Run, *more: str) -> list[dict[str, Any]]:
    out = run("export", "--format", "jsonl", "-o", "-", *more)[1]
    return [json.loads(line) for line in out.splitlines()]


# Which names labels get


def at(text: str, label: str) -> list[object]:
    start = TEXT.index(text)
    return [start, start + len(text), label]


def test_labels_are_renamed_or_left_out_and_what_is_left_out_is_counted(root: Path, bring: Brought) -> None:
    row = {"text": TEXT, "label": [at("临溪县总工会", "机构"), at("今年", "时间"), at("36家", "时间")]}
    status, out, err = bring("doccano", row, more=("--map", "机构=ORG", "--map", " 时间 = "))
    assert (status, counted(out)["tag"]) == (0, "1/0/0")
    assert tags(root) == [("ORG", "临溪县总工会")]
    assert "时间" in err
    assert "2" in err


def test_a_table_of_names_may_have_comments_and_blank_lines(
    root: Path, bring: Brought, tmp_path: Path
) -> None:
    table = tmp_path / "names.txt"
    table.write_bytes("\ufeff机构=ORG\n\n   \n# 时间=LOC\n@nowhere.txt\n时间=TIME\n".encode())
    row = {"text": TEXT, "label": [at("临溪县总工会", "机构"), at("今年", "时间")]}
    assert bring("doccano", row, more=("--map", f"@{table}"))[0] == 0
    assert tags(root) == [("ORG", "临溪县总工会"), ("TIME", "今年")]


@pytest.mark.parametrize("given", ["nothing", "=ORG", "  =ORG", "@nowhere.txt", "@bad.txt"])
def test_what_is_no_table_of_names_is_refused_before_anything_is_read(
    root: Path, bring: Brought, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.txt").write_bytes(b"A=\xff\n")
    status, out, err = bring("doccano", {"text": TEXT, "label": [at("今年", "TIME")]}, more=("--map", given))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert given.strip("@ ") in err
    assert tags(root) == []


def test_names_hold_for_the_native_format_and_its_relations_too(run: Run, root: Path, bring: Brought) -> None:
    work(root, "ling", "first", [ORG, COUNT, INDICATOR], [(COUNT, INDICATOR)])
    (record,) = [row for row in native(run) if row["spans"]]
    record["annotator"] = "wang"
    status, out, _ = bring("jsonl", record, more=("--map", "ORG=UNION", "--map", "indicator=what"))
    assert (status, counted(out)["tag"], counted(out)["relation"]) == (0, "3/0/0", "1/0/0")
    assert sorted(label for label, _ in tags(root, annotator="wang")) == ["INDICATOR", "METRIC", "UNION"]
    assert [each.label for each in Project(root).document("first", "wang").relations] == ["what"]
    record["annotator"] = "zhou"
    status, out, err = bring("jsonl", record, more=("--map", "ORG=", "--map", "indicator="))
    assert err.splitlines() == [
        "1 tag or relation ORG was left out, as --map says",
        "1 tag or relation indicator was left out, as --map says",
    ]
    assert (status, counted(out)["tag"], counted(out)["relation"]) == (0, "2/0/0", "0/0/0")
    assert [text for _, text in tags(root, annotator="zhou")] == ["新建工会", "36家"]


# What is refused and counted


def test_a_hundred_refusals_are_said_one_by_one_and_the_rest_are_counted(root: Path, bring: Brought) -> None:
    bad = [{"text": TEXT, "label": [[0, 9999, "ORG"]]} for _ in range(103)]
    status, _, err = bring("doccano", *bad)
    assert status == 1
    assert err.splitlines()[-1] == "and 3 more were refused"
    assert len(err.splitlines()) == 101


def test_exactly_a_hundred_are_all_said(root: Path, bring: Brought) -> None:
    status, _, err = bring("doccano", *({"text": TEXT, "label": [[0, 9999, "ORG"]]} for _ in range(100)))
    assert (status, len(err.splitlines())) == (1, 100)
    assert "more" not in err.splitlines()[-1]


def test_a_tag_without_a_label_is_refused(root: Path, bring: Brought) -> None:
    row = {"text": TEXT, "label": [at("今年", ""), at("临溪县总工会", "ORG")]}
    status, _, err = bring("doccano", row)
    assert (status, tags(root)) == (1, [("ORG", "临溪县总工会")])
    assert "“今年” on" in err
    assert "has no label" in err


def test_a_relation_whose_ends_never_come_is_refused_once(run: Run, root: Path, bring: Brought) -> None:
    work(root, "ling", "first", [ORG, COUNT, INDICATOR], [(COUNT, INDICATOR)])
    (record,) = [row for row in native(run) if row["spans"]]
    lost = record | {"annotator": "wang", "spans": record["spans"][:1]}
    status, out, err = bring("jsonl", lost)
    assert (status, counted(out)["relation"], counted(out)["tag"]) == (1, "0/0/1", "1/0/0")
    assert "one of its tags does not exist" in err
    assert Project(root).document("first", "wang").relations == ()


def test_what_a_page_s_file_refuses_is_not_added(run: Run, root: Path, bring: Brought) -> None:
    work(root, "ling", "first", [ORG])
    lock_elsewhere(root / "annotations" / "ling" / "first.json")
    rows = [{"text": text.strip(), "label": [[0, 3, "LOC"]]} for text in (FIRST, SECOND)]
    status, out, err = bring("doccano", *rows)
    assert (status, counted(out)["tag"]) == (1, "1/0/0")
    assert "elsewhere" in err
    assert tags(root) == [("ORG", "临溪县总工会")]
    assert tags(root, "second") == [("LOC", "望津市")]


def test_a_page_of_another_text_is_named_with_the_first_difference(
    root: Path, bring: Brought, run: Run
) -> None:
    work(root, "ling", "first", [ORG])
    (record,) = [row for row in native(run) if row["spans"]]
    record["page"] = "third"
    status, out, err = bring("jsonl", record)
    assert (status, counted(out)["tag"]) == (1, "0/0/0")
    assert "third" in err


def test_what_a_file_holds_and_nobody_reads_is_counted_by_kind(root: Path, bring: Brought) -> None:
    row = {"text": TEXT, "label": [at("今年", "TIME")], "comments": ["看过", "好"]}
    status, out, err = bring("doccano", row)
    assert (status, counted(out)["tag"]) == (1, "1/0/0")
    assert err == "not read: comments: 2\n"


# Whose it becomes, and what is there already


def test_all_becomes_the_annotator_s_who_is_named_before_or_behind(root: Path, bring: Brought) -> None:
    row = {"text": TEXT, "label": [at("今年", "TIME")]}
    assert counted(bring("doccano", row, more=("--annotator", "zhou"))[1])["tag"] == "1/0/0"
    assert tags(root, annotator="zhou") == [("TIME", "今年")]
    assert tags(root) == []
    assert counted(bring("doccano", row, more=("--annotator", "zhou"))[1])["tag"] == "0/1/0"


def test_what_the_files_say_goes_before_who_works_here(run: Run, root: Path, bring: Brought) -> None:
    work(root, "wang", "first", [ORG])
    (record,) = native(run, "--annotator", "wang")[:1]
    (root / "annotations" / "wang" / "first.json").unlink()
    assert bring("jsonl", record)[0] == 0
    assert tags(root, annotator="wang") == [("ORG", "临溪县总工会")]
    assert tags(root) == []


def test_texts_that_say_nothing_are_pages_and_nothing_else(root: Path, bring: Brought) -> None:
    status, out, err = bring("doccano", {"text": TEXT, "label": []}, {"text": "新的一篇。", "label": []})
    assert (status, err) == (0, "")
    assert {"article": "1/1/0", "tag": "0/0/0", "relation": "0/0/0"}.items() <= counted(out).items()
    assert not (root / "annotations").exists()
    assert len(Project(root).page_ids()) == 3


@pytest.mark.parametrize("text", ["", "半\ud83d个"])
def test_a_text_that_no_file_can_hold_is_no_page(root: Path, bring: Brought, text: str) -> None:
    status, out, err = bring("doccano", {"text": text, "label": []})
    assert (status, counted(out)["article"], err.count("\n")) == (1, "0/0/1", 1)
    assert len(Project(root).page_ids()) == 2


def test_a_changed_version_of_a_text_is_that_text(root: Path, bring: Brought) -> None:
    longer = TEXT + "临溪县总工会还说，明年再建五十家，职工们都说好，会员一共三千人。"
    assert bring("doccano", {"text": longer, "label": []})[0] == 0
    assert len(Project(root).page_ids()) == 3
    changed = longer.replace("职工们", "职工门")
    _, out, _ = bring("doccano", {"text": changed, "label": [at("今年", "TIME")]})
    assert len(Project(root).page_ids()) == 3
    assert counted(out)["article"][:2] == "0/"


@pytest.mark.parametrize("folder", [True, False])
def test_files_of_a_folder_are_read_and_what_an_export_put_beside_is_not(
    run: Run, root: Path, tmp_path: Path, folder: bool
) -> None:
    there = tmp_path / "corpus"
    there.mkdir()
    for name, text in (("a.jsonl", FIRST), ("deep.jsonl", SECOND)):
        row = {"text": text.strip(), "label": [[0, 3, "LOC"]]}
        (there / name).write_text(json.dumps(row), encoding="utf-8")
    (there / "x.losses.jsonl").write_text('{"what": "span"}\n', encoding="utf-8")
    (there / "splits.jsonl").write_text('{"article": "x"}\n', encoding="utf-8")
    (there / "notes.txt").write_text("不是数据\n", encoding="utf-8")
    files = (str(there),) if folder else (str(there / "a.jsonl"), str(there / "deep.jsonl"))
    status, out, err = run("import", "--format", "doccano", *files)
    assert (status, err, counted(out)["tag"]) == (0, "", "2/0/0")


def test_a_link_out_of_a_folder_is_not_followed(run: Run, root: Path, tmp_path: Path) -> None:
    there = tmp_path / "corpus"
    there.mkdir()
    outside = tmp_path / "secret.jsonl"
    outside.write_text(json.dumps({"text": TEXT, "label": [at("今年", "TIME")]}), encoding="utf-8")
    (there / "a.jsonl").symlink_to(outside)
    status, out, err = run("import", "--format", "doccano", str(there))
    assert (status, counted(out)["tag"], err.count("\n")) == (1, "0/0/0", 1)
    assert "a.jsonl" in err


def test_a_format_that_is_a_folder_takes_one_file_of_it_and_says_what_is_missing_beside_it(
    run: Run, root: Path, tmp_path: Path
) -> None:
    file = tmp_path / "one.txt"
    file.write_text(TEXT, encoding="utf-8")
    status, _, err = run("import", "--format", "brat", str(file))
    assert (status, err.count("\n")) == (1, 1)
    assert "no .ann with this name" in err
    file.with_suffix(".ann").write_text(f"T1\tORG 0 2\t{TEXT[:2]}\n", encoding="utf-8")
    status, out, _ = run("import", "--format", "brat", str(file))
    assert (status, counted(out)["tag"]) == (0, "1/0/0")


def brat(folder: Path, name: str, text: str, *notes: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.ann").write_text("".join(f"{note}\n" for note in notes), encoding="utf-8")


def test_what_is_said_to_be_the_same_is_counted_or_a_relation_where_there_is_one(
    run: Run, root: Path, tmp_path: Path
) -> None:
    marks = ("T1\tORG 0 6\t临溪县总工会", "T2\tLOC 0 3\t临溪县", "*\tEquiv T1 T2")
    brat(tmp_path / "brat", "a", TEXT, *marks)
    status, out, err = run("import", "--format", "brat", str(tmp_path / "brat"))
    assert (status, counted(out)["tag"], counted(out)["relation"]) == (1, "2/0/0", "0/0/0")
    assert "not read: equivalences: 1" in err
    kind = '[[relations]]\nid = "Equiv"\nkey = "q"\nheads = ["ORG"]\n'
    (root / "piyue.toml").write_text(kind, encoding="utf-8")
    status, out, err = run("import", "--format", "brat", str(tmp_path / "brat"))
    assert (status, err, counted(out)["relation"]) == (0, "", "1/0/0")


def test_an_equivalence_may_be_called_otherwise_or_left_out(run: Run, root: Path, tmp_path: Path) -> None:
    marks = ("T1\tORG 0 6\t临溪县总工会", "T2\tLOC 0 3\t临溪县", "*\tEquiv T1 T2")
    brat(tmp_path / "brat", "a", TEXT, *marks)
    status, out, err = run("import", "--format", "brat", str(tmp_path / "brat"), "--map", "Equiv=")
    assert (status, counted(out)["relation"]) == (0, "0/0/0")
    assert "Equiv" in err
    assert run("import", "--format", "brat", str(tmp_path / "brat"), "--map", "Equiv=subject")[0] == 0
    assert [each.label for each in Project(root).document("first").relations] == ["subject"]


def test_folders_below_a_folder_are_read_too(run: Run, root: Path, tmp_path: Path) -> None:
    brat(tmp_path / "brat" / "one", "a", TEXT, "T1\tLOC 0 3\t临溪县")
    brat(tmp_path / "brat" / "two", "b", SECOND.strip(), "T1\tLOC 0 3\t望津市")
    assert counted(run("import", "--format", "brat", str(tmp_path / "brat"))[1])["tag"] == "2/0/0"


# Corpora that do not fit in memory, and pages that cannot be saved


def corpus(count: int) -> list[dict[str, Any]]:
    return [
        {"text": f"第{number}次会议今天召开。", "label": [[6, 8, "TIME"]]} for number in range(10, 10 + count)
    ]


@pytest.mark.parametrize(
    "limit", ["tui.operations.import_.MOST_TEXTS", "tui.operations.import_places.MOST_CHARACTERS"]
)
def test_a_corpus_that_is_written_bit_by_bit_comes_in_whole(
    root: Path, bring: Brought, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(limit, 2 if "TEXTS" in limit else 20)
    status, out, err = bring("doccano", *corpus(7))
    assert (status, err) == (0, "")
    assert (counted(out)["article"], counted(out)["tag"]) == ("7/0/0", "7/0/0")
    new = [page for page in Project(root).page_ids() if page not in ("first", "second")]
    assert len(new) == 7
    assert {tuple(tags(root, page)) for page in new} == {(("TIME", "今天"),)}
    assert counted(bring("doccano", *corpus(7))[1])["tag"] == "0/7/0"


def test_of_new_pages_only_what_cannot_be_saved_is_refused(
    run: Run, root: Path, bring: Brought, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "seeds").mkdir(parents=True)
    bring("doccano", *corpus(3), more=("--project", str(elsewhere)))
    pages = sorted(path.stem for path in (elsewhere / "annotations" / "ling").glob("*.json"))
    for name in (f"{pages[1]}.json",):
        (root / "annotations" / "ling" / name).mkdir(parents=True)
    status, out, err = bring("doccano", *corpus(3))
    assert (status, counted(out)["tag"], err.count("\n")) == (1, "2/0/0", 1)
    assert pages[1] in err
    assert [tags(root, page) for page in (pages[0], pages[2])] == [[("TIME", "今天")]] * 2


def test_two_say_something_of_one_new_text(root: Path, bring: Brought) -> None:
    text = "第一次会议今天召开。"
    rows = [{"text": text, "label": [[5, 7, "TIME"]], "annotator": name} for name in ("ling", "wang")]
    status, out, _ = bring("doccano", *rows)
    assert status == 0
    (page,) = (page for page in Project(root).page_ids() if page not in ("first", "second"))
    assert counted(out)["tag"] == "2/0/0"
    assert [tags(root, page, name) for name in ("ling", "wang")] == [[("TIME", "今天")]] * 2


def test_states_come_along(root: Path, bring: Brought) -> None:
    rows = [{"text": TEXT, "label": [], "state": "done"}]
    status, out, _ = bring("doccano", *rows)
    assert (status, counted(out).get("state")) == (0, "1/0/0")
    assert Project(root).document("first").progress_of("first#1").state == "done"
    assert counted(bring("doccano", *rows)[1])["state"] == "0/1/0"


def test_newspapers_are_divided_where_that_is_asked_for(root: Path, bring: Brought) -> None:
    first = "望津县总工会新建工会\n\n　　本报讯　望津县总工会昨日开会，会员说好。\n"
    page = f"{first}\n\n北桥镇修桥\n\n　　本报讯　北桥镇的桥通了。\n"
    status, out, _ = bring("doccano", {"text": page, "label": []}, more=("--layout", "newspaper"))
    assert (status, counted(out)["article"]) == (0, "1/0/0")
    (new,) = (page for page in Project(root).page_ids() if page not in ("first", "second"))
    assert new.startswith("import-")
    assert len(Project(root).documents.division(Project(root).page(new)).articles) == 2


# Words


def cut(run: Run, tmp_path: Path, *words: str) -> tuple[int, str, str]:
    file = tmp_path / "cut.txt"
    file.write_text(" ".join(words) + "\n", encoding="utf-8")
    return run("import", "--format", "cws", str(file))


def test_words_that_are_others_here_are_kept_once(run: Run, root: Path, tmp_path: Path) -> None:
    status, out, err = cut(run, tmp_path, "临溪县总工会", "今年", TEXT[8:])
    assert (status, err, counted(out)["word"].partition("/")[0]) == (0, "", "2")
    kept = [pin.segments for pin in Project(root).document("first").corrections.words]
    assert kept == [((0, 6),), ((8, len(TEXT)),)]
    assert counted(cut(run, tmp_path, "临溪县总工会", "今年", TEXT[8:])[1])["word"] == "0/3/0"


def test_characters_one_by_one_are_no_words(run: Run, root: Path, tmp_path: Path) -> None:
    status, out, err = cut(run, tmp_path, *TEXT)
    assert (status, err.count("\n")) == (0, 1)
    assert "single characters" in err
    assert "word" not in counted(out)
    assert Project(root).document("first").corrections.words == ()


# What the format can and cannot hold


def test_a_folder_that_is_a_link_is_not_followed(run: Run, root: Path, tmp_path: Path) -> None:
    brat(tmp_path / "outside", "b", SECOND.strip(), "T1\tLOC 0 3\t望津市")
    brat(tmp_path / "brat", "a", TEXT, "T1\tLOC 0 3\t临溪县")
    (tmp_path / "brat" / "linked").symlink_to(tmp_path / "outside")
    status, out, err = run("import", "--format", "brat", str(tmp_path / "brat"))
    assert (status, err, counted(out)["tag"]) == (0, "", "1/0/0")


def test_only_formats_of_sentences_are_grouped_and_some_cannot_be_read(root: Path, bring: Brought) -> None:
    status, out, err = bring("doccano", {"text": TEXT, "label": []}, more=("--article-per", "file"))
    assert (status, out, "leave out --article-per" in err) == (1, "", True)
    status, out, err = bring("instruct", {"messages": []})
    assert (status, out, "can be exported only" in err) == (1, "", True)


def test_a_tag_of_several_pieces_is_one_where_the_format_has_such(
    run: Run, root: Path, tmp_path: Path
) -> None:
    brat(tmp_path / "brat", "a", TEXT, "T1\tORG 0 3;6 8\t临溪县 今年")
    assert run("import", "--format", "brat", str(tmp_path / "brat"))[0] == 0
    (span,) = Project(root).document("first").spans
    assert span.segments == ((0, 3), (6, 8))


def test_all_articles_of_a_page_get_their_tags(run: Run, root: Path, tmp_path: Path) -> None:
    first = "望津县总工会新建工会\n\n　　本报讯　望津县总工会昨日开会。\n"
    text = f"{first}\n\n北桥镇修桥\n\n　　本报讯　北桥镇的桥通了。\n"
    (root / "seeds" / "two.txt").write_text(text, encoding="utf-8")
    project = Project(root)
    document = project.document("two")
    assert len(document.articles) == 2
    for number, at in enumerate((0, text.index("北桥镇"))):
        span = Span(
            id=f"s{number}",
            label="LOC",
            segments=((at, at + 3),),
            text=text[at : at + 3],
            created=NOON,
            updated=NOON,
        )
        document, _ = AddSpan(span).apply(document)
    project.save(document)
    for name in ("doccano", "label-studio", "conll", "prodigy"):
        target = str(tmp_path / name)
        assert run("export", "--format", name, "-o", target)[0] == 0
        assert run("import", "--format", name, target, "--annotator", name.replace("-", ""))[0] == 0
        assert tags(root, "two", name.replace("-", "")) == [("LOC", "望津县"), ("LOC", "北桥镇")]


def test_long_articles_that_went_out_in_parts_come_back_to_their_places(
    run: Run, root: Path, tmp_path: Path
) -> None:
    work(root, "ling", "first", [ORG, COUNT])
    for name in ("conll", "hf-tokens"):
        target = tmp_path / name
        assert run("export", "--format", name, "--max-length", "8", "-o", str(target))[0] == 0
        status, _, err = run("import", "--format", name, str(target), "--annotator", name.replace("-", ""))
        assert (status, len(Project(root).page_ids())) == (0, 2), err
        assert tags(root, annotator=name.replace("-", "")) == [("ORG", ORG.text), ("METRIC", COUNT.text)]
