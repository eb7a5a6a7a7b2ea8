"""The commands as scripts and people use them."""

import io
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NOON, PAGE, Run
from tests.conftest import ROOT, SEEDS
from tui.cli import main
from tui.cli.parser import COMMANDS
from tui.edit import AddRelation, AddSpan
from tui.model import Relation, Span, surface
from tui.store.project import Project


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.split("\n") if line]


def wrong(out: str) -> list[dict[str, Any]]:
    """What `check` says that is no question."""
    return [row for row in rows(out) if row["severity"] == "error"]


def shell(project: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    env = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "PYTHONPATH": str(ROOT), **environ}
    command = [sys.executable, "-m", "tui.cli", *arguments]
    return subprocess.run(command, cwd=project, env=env, capture_output=True, check=False)


def test_pages_and_articles_name_the_same_articles(run: Run) -> None:
    status, out, _ = run("pages", "--json")
    listed = [article for page in rows(out) for article in page["articles"]]
    assert status == 0
    assert len(rows(out)) == len(list(SEEDS.glob("*.txt")))
    _, out, _ = run("articles", "--json")
    assert [article["id"] for article in rows(out)] == listed


def test_an_article_says_where_its_blocks_stand_and_what_its_state_is(run: Run) -> None:
    _, out, _ = run("articles", "--json", "--page", "000")
    text = (SEEDS / f"{PAGE}.txt").read_bytes().decode("utf-8-sig")
    found = rows(out)
    assert [article["state"] for article in found[:2]] == ["todo", "done"]
    for article in found:
        assert article["page"] == PAGE
        for block in article["blocks"]:
            assert surface(text, block["segments"]) == block["text"]


@pytest.mark.slow
def test_show_takes_the_beginning_of_a_page_that_is_only_one_page_s(run: Run) -> None:
    status, out, _ = run("show", "000#2", "--json")
    (article,) = rows(out)
    assert status == 0
    assert article["id"] == f"{PAGE}#2"
    assert article["text"] == "\n".join(block["text"] for block in article["blocks"])
    covered = "".join(article["text"][start:end] for start, end in article["words"])
    assert covered == article["text"].replace("\n", "")
    assert run("show", "000#2")[1] == article["text"] + "\n"


@pytest.mark.parametrize("wanted", ["0#1", "nothing#1", "000#99", "000", "#1"])
def test_an_article_that_is_not_there_or_not_one_is_an_error_on_one_line(run: Run, wanted: str) -> None:
    status, out, err = run("show", wanted)
    assert (status, out) == (1, "")
    assert err.startswith("piyue: ")
    assert err.count("\n") == 1


def test_a_bad_page_does_not_stop_the_others(run: Run, project: Path) -> None:
    (project / "seeds" / "bad.txt").write_bytes("工会".encode() + b"\xff\x80\x81\n")
    for arguments in (
        ["pages", "--json"],
        ["articles", "--json"],
        ["export", "--format", "jsonl", "-o", "-"],
    ):
        status, out, err = run(*arguments)
        assert status == 1
        assert {row["page"] for row in rows(out)} == {path.stem for path in SEEDS.glob("*.txt")}
        assert "seeds/bad.txt" in err


def test_export_and_import_bring_the_same_annotations_into_an_empty_project(
    run: Run, project: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.json"
    status, out, err = run("export", "--format", "json", "-o", str(target))
    assert (status, out) == (0, "")
    assert "bb" in err
    fresh = tmp_path / "fresh"
    shutil.copytree(SEEDS, fresh / "seeds")
    status, out, err = run("import", "--format", "json", str(target), "--project", str(fresh))
    assert (status, err) == (0, "")
    assert "tag: 2 added, 0 already there, 0 refused" in out
    mine, theirs = (Project.find(root).document(PAGE) for root in (project, fresh))
    assert mine == theirs
    before = (fresh / "annotations" / "ling" / f"{PAGE}.json").read_bytes()
    _, out, _ = run("import", "--format", "json", str(target), "--project", str(fresh))
    assert "tag: 0 added, 2 already there, 0 refused" in out
    assert (fresh / "annotations" / "ling" / f"{PAGE}.json").read_bytes() == before


def test_strict_makes_a_loss_an_error_and_leaves_the_file_as_it_was(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    status, _, err = run("export", "--format", "json", "-o", str(target), "--strict")
    assert status == 1
    assert "--strict" in err
    assert target.read_text() == "old"
    assert list(tmp_path.glob(".out*")) == []


def test_only_the_wanted_state_is_exported(run: Run) -> None:
    _, out, _ = run("export", "--format", "jsonl", "-o", "-", "--state", "done")
    assert [article["id"] for article in rows(out)] == [f"{PAGE}#2"]
    (article,) = rows(out)
    assert [article["text"][s["start"] : s["end"]] for s in article["spans"]] == [
        s["text"] for s in article["spans"]
    ]
    assert article["words"]


def test_an_import_for_a_page_that_is_not_there_fails_and_the_rest_goes_in(
    run: Run, project: Path, tmp_path: Path
) -> None:
    _, out, _ = run("export", "--format", "jsonl", "-o", "-", "--state", "done")
    lost = json.dumps(rows(out)[0] | {"page": "elsewhere"})
    elsewhere = json.dumps(rows(out)[0] | {"annotator": "../../evil"})
    file = tmp_path / "in.jsonl"
    file.write_text(f"{lost}\n{elsewhere}\n{out}", encoding="utf-8")
    status, answer, err = run("import", "--format", "jsonl", str(file), str(tmp_path / "none"))
    assert status == 1
    assert "elsewhere" in err
    assert "evil" in err
    assert "none" in err
    assert "tag: 0 added, 2 already there, 0 refused" in answer
    assert not (tmp_path / "evil").exists()
    assert run("import", "--format", "jsonl", str(file), "--annotator", "zhou")[0] == 1
    assert (project / "annotations" / "zhou" / f"{PAGE}.json").is_file()


def test_a_relation_finds_its_ends_whatever_the_order_of_the_lines(
    run: Run, project: Path, tmp_path: Path
) -> None:
    store = Project.find(project)
    document = store.document(PAGE)
    start = document.articles[0].start
    text = surface(document.page.text, ((start, start + 2),))
    span = Span(id="cc", label="LOC", segments=((start, start + 2),), text=text, created=NOON, updated=NOON)
    relation = Relation(id="r", label="subject", head="cc", tail="aa")
    for change in (AddSpan(span=span), AddRelation(relation=relation)):
        document, _ = change.apply(document)
    store.save(document)
    first, *between, last = run("export", "--format", "jsonl", "-o", "-")[1].splitlines(keepends=True)
    second, other = between[0], between[-1]
    file = tmp_path / "in.jsonl"
    fresh = tmp_path / "fresh"
    shutil.copytree(SEEDS, fresh / "seeds")
    file.write_text(first + other + last, encoding="utf-8")
    arguments = ("import", "--format", "jsonl", str(file), "--project", str(fresh))
    status, out, err = run(*arguments)
    assert status == 1
    assert "relation: 0 added, 0 already there, 1 refused" in out
    assert "r “subject”" in err
    file.write_text(first + other + second + last, encoding="utf-8")
    status, out, _ = run(*arguments)
    assert status == 0
    assert "relation: 1 added, 0 already there, 0 refused" in out
    assert Project.find(fresh).document(PAGE) == document


def test_what_could_not_be_saved_does_not_count_as_added(run: Run, tmp_path: Path) -> None:
    target, fresh = tmp_path / "out.jsonl", tmp_path / "fresh"
    run("export", "--format", "jsonl", "-o", str(target))
    shutil.copytree(SEEDS, fresh / "seeds")
    (fresh / "annotations").write_text("in the way")
    status, out, err = run("import", "--format", "jsonl", str(target), "--project", str(fresh))
    assert status == 1
    assert err.count("\n") == 1
    assert "tag: 0 added, 0 already there, 0 refused" in out


def test_stats_count_what_was_done(run: Run) -> None:
    status, out, _ = run("stats", "--json")
    (answer,) = rows(out)
    assert status == 0
    assert answer["annotator"] == "ling"
    assert answer["articles"]["done"] == 1
    assert answer["spans"] == {"total": 2, "by_label": {"ORG": 2}, "by_origin": {"manual": 2}}
    assert answer["pace"]["active_seconds"] == 60
    assert "ORG" in run("stats")[1]
    assert run("stats", "--annotator", "nobody")[0] == 1


def test_check_is_silent_where_all_is_well_and_names_what_is_not(run: Run, project: Path) -> None:
    status, out, _ = run("check", "--json")
    assert (status, [(row["kind"], row["id"]) for row in wrong(out)]) == (1, [("borders", "bb")])
    folder = project / "annotations" / "ling"
    file = folder / f"{PAGE}.json"
    data = file.read_text(encoding="utf-8")
    (folder / "gone.json").write_text(data, encoding="utf-8")
    (folder / "001_23acaf25f1115fd4.json").write_text("{", encoding="utf-8")
    file.write_text(data.replace('"label": "ORG"', '"label": "UNION"'), encoding="utf-8")
    status, out, _ = run("check", "--json")
    assert status == 1
    assert sorted({row["kind"] for row in wrong(out)}) == ["borders", "label", "stray", "unreadable"]
    file.unlink()
    (folder / "gone.json").unlink()
    (folder / "001_23acaf25f1115fd4.json").unlink()
    assert run("check", "--json") == (0, "", "")


def test_a_changed_page_shows_its_orphans(run: Run, project: Path) -> None:
    page = project / "seeds" / f"{PAGE}.txt"
    page.write_bytes("增一行\n又一行\n".encode())
    _, out, _ = run("check", "--json")
    assert {"aa", "bb"} <= {row["id"] for row in rows(out) if row["kind"] == "orphan"}
    _, out, err = run("export", "--format", "jsonl", "-o", "-")
    assert all(not article["spans"] for article in rows(out))
    assert err.count("unplaced") == 2


@pytest.mark.parametrize(
    "arguments",
    [["nothing"], ["export"], ["export", "--format", "docx", "-o", "x"], ["--lang", "fr"], ["show"]],
)
def test_wrong_usage_is_2_and_says_so_on_stderr(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "usage:" in err


def test_an_unknown_format_is_told_which_there_are(run: Run) -> None:
    assert "json, jsonl, doccano" in run("export", "--format", "docx", "-o", "x")[2]


def test_the_project_may_stand_before_or_after_the_command(project: Path, capfdbinary: Any) -> None:
    for arguments in (["--project", str(project), "pages"], ["pages", "--project", str(project)]):
        assert main(arguments) == 0
        assert PAGE.encode() in capfdbinary.readouterr().out


def test_messages_speak_chinese_where_they_are_asked_to(run: Run) -> None:
    assert "没有文章" in run("--lang", "zh", "show", "000#99")[2]
    assert "列出版面" in run("--help", "--lang=zh")[1]


def test_init_makes_a_project_and_never_overwrites_one(tmp_path: Path, capfdbinary: Any) -> None:
    folder = str(tmp_path / "new")
    assert main(["init", folder]) == 0
    assert main(["pages", "--project", folder]) == 0
    assert main(["init", folder]) == 1


@pytest.mark.slow
def test_json_is_utf_8_in_any_locale(project: Path) -> None:
    done = shell(project, "articles", "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "工会".encode() in done.stdout


def test_a_table_does_not_fail_where_the_terminal_has_no_chinese(project: Path) -> None:
    done = shell(project, "articles", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"?" in done.stdout


@pytest.mark.slow
def test_whoever_reads_only_the_first_line_gets_no_traceback(project: Path) -> None:
    command = f"{sys.executable} -m tui.cli export --format jsonl -o - | head -c 1"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, cwd=project, env=env, capture_output=True, check=False)
    assert done.stdout == b"{"
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_outside_of_a_project_one_is_told_how_to_make_one(tmp_path: Path) -> None:
    done = shell(tmp_path, "pages")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"piyue init" in done.stderr


@pytest.mark.slow
def test_without_a_terminal_the_app_does_not_open_and_says_so_in_one_line(project: Path) -> None:
    done = shell(project, "open", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"piyue: the app needs a terminal")
    assert done.stderr.count(b"\n") == 1
    assert b"#99" in shell(project, "open", "--article", f"{PAGE}#99").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--lang", "en", "--help"],
        ["--lang=en", "nonsense"],
        ["--project", "stats", "nonsense"],
        ["-h", "stats"],
    ],
)
def test_help_and_what_is_wrong_name_every_command(run: Run, arguments: list[str]) -> None:
    _, out, err = run(*arguments)
    assert all(command.name in out + err for command in COMMANDS)


def test_the_version_is_the_package_s(project: Path) -> None:
    import tui

    assert shell(project, "--version").stdout.decode() == f"piyue {tui.__version__}\n"


def test_quantities_are_found_in_arguments_in_stdin_and_in_the_corpus(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = run("quantities", "新建工会组织36家", "--json")
    (row,) = rows(out)
    assert [(q["value"], q["unit"], q["surface"]) for q in row["quantities"]] == [("36", "家", "36家")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("一行\n新建36家\r\n".encode())))
    assert [len(row["quantities"]) for row in rows(run("quantities", "--json")[1])] == [0, 1]
    text = (SEEDS / f"{PAGE}.txt").read_bytes().decode("utf-8-sig")
    found = rows(run("quantities", "--article", "000#2", "--json")[1])
    assert found
    for quantity in found:
        assert surface(text, quantity["segments"]) == quantity["surface"]
        assert (quantity["page"], quantity["article"]) == (PAGE, f"{PAGE}#2")


def test_the_package_runs_as_a_module_by_either_name() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "tui", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert asked.stdout.startswith("piyue ")
    with (ROOT / "pyproject.toml").open("rb") as file:
        installed = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert installed == {"tui/__main__.py": "piyue.py"}
