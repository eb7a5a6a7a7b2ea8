"""How commands are called: names, options before and after them, languages, texts, wrong usage."""

import json
import re
import sys
from pathlib import Path
from runpy import run_module

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Run
from tests.cli.terminal import Terminal, at_terminal
from tests.team import conftest as team_conftest
from tui.cli import main
from tui.cli.usage import wrapped
from tui.model import State

root, run = team_conftest.root, team_conftest.run
DOCUMENTED = [
    "open",
    "tour",
    "init",
    "pages",
    "articles",
    "show",
    "quantities",
    "suggest",
    "learn",
    "export",
    "import",
    "stats",
    "report",
    "agree",
    "adjudicate",
    "assign",
    "queue",
    "ledger",
    "alias",
    "keys",
    "labels",
    "relations",
    "check",
    "index",
    "restore",
    "merge",
    "git",
    "store",
    "backup",
    "completion",
    "man",
    "serve",
]


def test_the_commands_are_those_of_the_documentation(run: Run) -> None:
    said = run("--help")[1]
    assert re.findall(r"^    (\w+) ", said, re.MULTILINE) == DOCUMENTED


@pytest.mark.parametrize("command", DOCUMENTED)
def test_each_command_says_what_it_takes_and_what_all_take(run: Run, command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert out.startswith(f"usage: piyue {command} ")
    assert {"--project", "--annotator", "--lang"} <= set(re.findall(r"--\w+", out))


def test_the_first_help_shows_what_to_type_first(run: Run) -> None:
    examples = run("--help")[1].partition("examples:\n")[2]
    assert examples.split("\n")[:4] == [
        "  piyue tour",
        "  piyue init news && cd news && piyue",
        "  piyue page.txt",
        "  piyue export --format json -o train.json",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "zh", "pages"),
        ("--lang=zh", "pages"),
        ("pages", "--lang", "zh"),
        ("pages", "--lang=zh"),
        ("pages", "--json", "--lang=zh"),
        ("--annotator", "ling", "--lang", "zh", "pages"),
        ("--annotator=ling", "--lang=zh", "pages"),
    ],
)
def test_the_language_may_be_said_anywhere(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments, "--project", "/nowhere/at/all")
    assert (status, out) == (1, "")
    assert "没有这个文件夹" in err


def test_help_and_wrong_usage_speak_the_language_that_is_asked_for(run: Run) -> None:
    assert "列出版面" in run("--lang", "zh", "pages", "--help")[1]
    assert "list the pages" in run("--lang", "en", "pages", "--help")[1]


def test_what_stands_before_the_command_holds_and_what_stands_behind_it_goes_before(
    root: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "other" / "seeds").mkdir(parents=True)
    (tmp_path / "other" / "seeds" / "third.txt").write_text("第三版\n", encoding="utf-8")
    here, there = str(root), str(tmp_path / "other")
    for arguments, page in (
        (["--project", here, "pages", "--json"], b'"first"'),
        ([f"--project={here}", "pages", "--json"], b'"first"'),
        (["--project", here, "pages", "--json", "--project", there], b'"third"'),
    ):
        assert main(arguments) == 0
        assert page in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--bogus", "pages"), "--bogus"),
        (("pages", "--bogus"), "--bogus"),
        (("pages", "--jso"), "--jso"),
        (("--proj", "x", "pages"), "--proj"),
        (("assign", "first", "--to", "ling", "--overlap", "0"), "--overlap"),
        (("assign", "first", "--to", "ling", "--overlap", "-1"), "--overlap"),
        (("check", "--jobs", "100000"), "--jobs"),
        (("check", "--jobs", "٣"), "--jobs"),
        (("check", "--jobs", "two"), "--jobs"),
    ],
)
def test_wrong_usage_is_told_and_does_nothing(run: Run, arguments: tuple[str, ...], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err.rpartition("usage:")[2]


WRONG = [
    (("pagse",), "没有命令 pagse；是否为 pages？"),
    (("xyzzy",), "没有命令 xyzzy；"),
    (("pages", "--bogus"), "没有选项 --bogus；选项有 "),
    (("pages", "-q"), "无法识别的参数：-q"),
    (("export", "--format", "jsno", "-o", "x"), "没有格式 jsno；可选 json, "),
    (("export", "--format", "json"), "缺少必需的参数：-o/--output"),
    (("export", "--format", "json", "-o", "x", "--seed", "x"), "x 不是整数"),
    (("export", "--format", "json", "-o", "x", "--split", "80/0"), "80/0 不是划分比例"),
    (("import", "--format"), "参数 --format：后面需要一个值"),
    (("import", "--layout", "rows", "--format", "json", "x"), "没有 'rows' 这一选择"),
    (("merge", "--base"), "后面需要一个值"),
    (("quantities", "--all", "--shard", "3/2"), "3/2 不是份数"),
    (("quantities", "--all", "--shard", "1/x"), "1/x 不是份数"),
    (("quantities", "--all", "--shard", "2"), "2 不是份数"),
    (("index", "--jobs", "0"), "0 不是 1 到 99,999 之间的整数"),
    (("stats", "--json=3"), "此选项不带值"),
    (("stats", "--day", "x"), "x 不是日期"),
    (("ledger", "--format", "x", "-o", "y"), "没有格式 x；可选 csv"),
    (("ledger", "--format", "csv", "--json"), "参数 --json：不能与参数 --format 同用"),
    (("quantities", "--all", "3元"), "参数 TEXT：不能与参数 --all 同用"),
    (("quantities", "--article", "first#1", "3元"), "参数 TEXT：不能与参数 --article 同用"),
    (("quantities", "--all", "--article", "first#1"), "参数 --article：不能与参数 --all 同用"),
    (("suggest", "--all", "--article", "first#1"), "参数 --article：不能与参数 --all 同用"),
    (("adjudicate", "--from", "ling", "--threshold", "1.5"), "1.5 不是 0 到 1 之间的数"),
    (("adjudicate", "--from", "ling", "--threshold", "nan"), "nan 不是 0 到 1 之间的数"),
    (("serve", "--port", "99999"), "99999 不是端口"),
    (("serve", "--url", "piyue"), "piyue 不是服务器地址"),
    (("serve", "--url", "http://[piyue"), "http://[piyue 不是服务器地址"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_usage_is_told_in_chinese_where_chinese_is_spoken(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    status, out, err = run("--lang", "zh", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("用法：piyue")
    assert said in err.splitlines()[-1]
    assert "：错误：" in err.splitlines()[-1]


def test_the_next_command_speaks_english_again(run: Run) -> None:
    run("--lang", "zh", "pages", "--bogus")
    assert "error: there is no option --bogus; there are " in run("pages", "--bogus")[2]


def test_a_misspelt_command_is_told_the_likely_one(run: Run) -> None:
    assert "there is no command lables; did you mean labels?" in run("lables")[2]
    assert "did you mean" not in run("xyzzy")[2]


@pytest.mark.parametrize(
    ("arguments", "name", "likely"),
    [
        (("--proj", "news", "pages"), "--proj", "--project"),
        (("pages", "--proj=news"), "--proj", "--project"),
        (("export", "--frmat", "json", "-o", "x"), "--frmat", "--format"),
        (("pages", "--jsn", "--", "--bogus"), "--jsn", "--json"),
    ],
)
def test_a_misspelt_option_is_told_the_likely_one(
    run: Run, arguments: tuple[str, ...], name: str, likely: str
) -> None:
    status, _, err = run(*arguments)
    assert (status, f"there is no option {name}; did you mean {likely}?" in err) == (2, True)


def test_what_stands_behind_two_dashes_is_no_option(run: Run) -> None:
    assert run("quantities", "--", "--涨5%")[:1] == (0,)


@pytest.mark.parametrize("command", [(), *((command,) for command in DOCUMENTED)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_stays_within_the_width_of_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = run("--lang", language, *command, "--help")[1]
    _, _, options = said.rpartition("--help  ")
    assert max(map(cell_len, options.splitlines()[1:])) <= 80
    assert ("show this help" in said) == (language == "en")


def test_help_breaks_no_word_and_starts_no_line_with_a_comma() -> None:
    text = "划分，如 80/10/10 或 90/10：文章不拆开，近似重复的文章（通稿）分在同侧，除非用 --state 另行指定"
    for width in range(12, 40):
        lines = wrapped(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert max(map(cell_len, lines)) <= width
        assert not any(line[0] in "，。：；）" or line[-1] == "（" for line in lines)
        assert sum(line.count("80/10/10") + line.count("--state") for line in lines) == 2


def test_wrong_usage_shows_no_controls(run: Run) -> None:
    err = run("pages", "--\x1b[31mred")[2]
    assert "\x1b" not in err
    assert "red" in err


@pytest.mark.parametrize("text", ["one.txt", "one", "./one", "deep/one", "missing.txt"])
def test_what_looks_like_a_file_is_opened(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one").mkdir()
    assert main([text]) == 1
    assert "piyue: " in capfd.readouterr().err


def test_a_command_is_the_command_where_a_file_is_called_so(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    (root / "pages").write_text("文字\n", encoding="utf-8")
    status, out, _ = run("pages", "--json")
    assert (status, out.count("\n")) == (0, 2)


def test_a_stop_by_ctrl_c_has_the_status_that_shells_know(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.cli.corpus.pages", stopped)
    assert run("pages") == (130, "", "")


def test_an_error_of_the_system_is_one_line_with_the_path(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/some/file")

    monkeypatch.setattr("tui.cli.corpus.pages", failed)
    status, out, err = run("pages")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "/some/file" in err
    assert "Permission denied" in err
    assert "Errno" not in err

    def bare(*_: object) -> None:
        raise OSError("something is in the way")

    monkeypatch.setattr("tui.cli.corpus.pages", bare)
    assert "something is in the way" in run("pages")[2]


MISSING = [
    (("export", "--format", "json", "--allow-empty", "-o", "none/x.json"), "/none: 无法在此文件夹中新建文件"),
    (("export", "--format", "brat", "--allow-empty", "-o", "none/x/"), "/none: 无法在此文件夹中新建文件"),
    (("ledger", "--format", "csv", "-o", "none/x.csv"), "/none: 无法在此文件夹中新建文件"),
    (("backup", "-o", "none/x.zip"), "none/x.zip: 无法读写备份"),
    (("restore", "--archive", "none"), "none: 无法读写备份"),
    (("merge", "none"), "none: 无法读取该文件"),
    (("import", "--format", "json", "none"), "none: 无法读取该文件"),
]


@pytest.mark.parametrize(("arguments", "said"), MISSING)
def test_what_is_missing_is_named_and_so_is_the_reason_in_chinese(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(root)
    status, _, err = run("--lang", "zh", *arguments)
    assert status == 1
    assert f"{said}（没有此文件或文件夹）" in err
    assert "card" not in err
    assert ".piyue-" not in err


def test_whoever_has_read_enough_ends_it_without_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("tui.cli.corpus.pages", gone)
    monkeypatch.setattr("tui.cli._drop_output", lambda: None)
    assert run("pages") == (1, "", "")


def test_an_error_speaks_the_language_of_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "没有文章" in run("show", "first#9")[2]
    assert "no article" in run("--lang", "en", "show", "first#9")[2]


def test_the_settings_of_a_project_say_its_language(run: Run, root: Path) -> None:
    (root / "piyue.toml").write_text('language = "zh"\n', encoding="utf-8")
    assert run("articles")[1].startswith("文章")
    assert run("--lang", "en", "articles")[1].startswith("article")


# Output on a terminal


def test_a_terminal_gets_nothing_that_it_would_obey(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    (root / "seeds" / "first.txt").write_text("红\x1b[31m字　空\n", encoding="utf-8")
    place = ["--project", str(root)]
    for arguments in (["show", "first#1"], ["articles", "--json"], ["articles"]):
        assert main([*place, *arguments]) == 0
    assert "\x1b" not in terminal.shown
    assert "字" in terminal.shown
    assert '"text": "红\\u001b[31m字　空"' in terminal.shown


@pytest.mark.parametrize("command", [[], ["open"], ["open", "--article", "first#1"]])
def test_the_app_speaks_to_the_terminal_itself(
    root: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    seen: list[object] = []

    def opened(*_: object, **__: object) -> int:
        seen.append(sys.stdout)
        return 3

    monkeypatch.setattr("tui.app.run", opened)
    terminal = at_terminal(monkeypatch)
    assert main(["--project", str(root), *command]) == 3
    assert seen == [terminal]
    assert main(["--project", str(root), "pages"]) == 0
    assert sys.stdout is not terminal


def test_a_file_gets_the_text_as_it_is(run: Run, root: Path) -> None:
    (root / "seeds" / "first.txt").write_text("红\x1b[31m字　空\n", encoding="utf-8")
    assert run("show", "first#1")[1] == "红\x1b[31m字　空\n"
    assert '"text": "红\\u001b[31m字　空"' in run("articles", "--json")[1]


def test_a_table_is_no_wider_than_the_terminal(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "40")
    assert main(["--project", str(root), "articles"]) == 0
    lines = terminal.shown.splitlines()
    assert len(lines) == 3
    assert all(len(line) + sum(ord(c) > 0x2E7F for c in line) <= 40 for line in lines)


def test_people_at_a_terminal_see_how_far_a_long_command_is(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Terminal()
    monkeypatch.setattr(sys, "stderr", seen)
    assert run("ledger")[0] == 0
    assert [part.strip() for part in seen.shown.split("\r") if part.strip()] == ["1/2", "2/2"]
    assert seen.shown.endswith(f"\r{'':20}\r")  # nothing of it is left
    short = Terminal()
    monkeypatch.setattr(sys, "stderr", short)
    assert run("articles")[0] == 0
    assert short.shown == ""


def test_an_error_does_not_stop_the_output_that_came_before(run: Run, root: Path) -> None:
    (root / "seeds" / "third.txt").write_bytes(b"\xff\xfe\x00")
    status, out, err = run("pages", "--json")
    assert (status, out.count("\n"), err.count("\n")) == (1, 2, 1)
    assert "seeds/third.txt" in err


# Pages are named by their beginning


@pytest.fixture
def alike(root: Path) -> Path:
    """Seven pages whose ids begin alike; the first is the beginning of all others."""
    for name in ("p1", "p10", "p11", "p12", "p13", "p14", "p15"):
        (root / "seeds" / f"{name}.txt").write_text(f"{name}说，工会今天开会。\n", encoding="utf-8")
    return root


def test_a_page_called_so_goes_before_those_that_only_begin_so(run: Run, alike: Path) -> None:
    assert run("show", "p1#1")[1] == "p1说，工会今天开会。\n"
    assert run("show", "p15#1")[1] == "p15说，工会今天开会。\n"
    assert [line.split("#")[0] for line in run("articles", "--page", "p1")[1].splitlines()[1:]] == ["p1"]


def test_a_beginning_of_several_pages_is_told_with_the_first_of_them(run: Run, alike: Path) -> None:
    status, _, err = run("show", "p#1")
    assert status == 1
    assert "page p may be p1, p10, p11, p12, p13; write more of the id" in err


def test_a_page_that_is_not_there_is_named(run: Run, alike: Path) -> None:
    status, _, err = run("show", "x#1")
    assert (status, err.count("\n")) == (1, 1)
    assert "no page “x”" in err


def test_no_page_is_meant_where_none_is_named(run: Run, root: Path) -> None:
    (root / "seeds" / "second.txt").unlink()
    assert run("show", "#1")[:2] == (1, "")
    assert run("show", "f#1")[0] == 0


# What help and completion say


@pytest.mark.parametrize(
    ("command", "examples"),
    [
        ("alias", ["piyue alias", "piyue alias subject 县总工会 望津县总工会"]),
        ("quantities", ["piyue quantities 不低于15% --json", "piyue quantities --all --json"]),
        ("labels", ["piyue labels add DRUG --zh 药品", "piyue labels change DRUG --key g"]),
    ],
)
def test_the_examples_of_a_command_are_whole(run: Run, command: str, examples: list[str]) -> None:
    said = run(command, "--help")[1].partition("examples:\n")[2].splitlines()
    assert [line.strip() for line in said][: len(examples)] == examples


def test_help_names_what_stands_behind_a_flag(run: Run) -> None:
    said = run("export", "--help")[1]
    for usage in (
        "--format F",
        "-o PATH",
        "--label L",
        "--seed N",
        "--shard I/N",
        "--annotator NAME",
        "--jobs N",
    ):
        assert usage in said
    assert "--annotator NAME" in run("stats", "--help")[1]
    assert "--project DIR" in run("pages", "--help")[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script_that_names_every_command(run: Run, shell: str) -> None:
    status, script, _ = run("completion", shell)
    assert status == 0
    assert all(command in script for command in DOCUMENTED)


@pytest.mark.parametrize("kind", ["missing", "border", "label", "value", "relation", "article_label"])
def test_each_kind_of_difference_can_be_asked_for(run: Run, root: Path, kind: str) -> None:
    for name in ("ling", "wang"):
        team_conftest.work(root, name, "first", [team_conftest.ORG])
    assert run("agree", "--kind", kind)[:2] == (0, "")


@pytest.mark.parametrize("state", ["todo", "doing", "done", "skipped"])
def test_each_state_can_be_exported(run: Run, root: Path, state: State) -> None:
    for page, at in (("first", state), ("second", "done" if state == "todo" else "todo")):
        if at != "todo":
            team_conftest.work(root, "ling", page, [], state=at)
    out = run("export", "--format", "jsonl", "-o", "-", "--state", state)[1]
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["first#1"]


def test_the_scripts_of_shells_say_what_each_command_does_in_one_s_language(run: Run) -> None:
    assert "列出版面" in run("completion", "zsh", "--lang", "zh")[1]
    fish = run("completion", "fish")[1].splitlines()
    assert "complete -c piyue -n __fish_use_subcommand -a pages -d 'list the pages'" in fish
    assert "complete -c piyue -n '__fish_seen_subcommand_from export' -s o" in fish
    assert "complete -c piyue -n '__fish_seen_subcommand_from export' -l output" in fish
    assert "complete -c piyue -n '__fish_seen_subcommand_from completion' -a zsh" in fish
    zsh = run("completion", "zsh")[1]
    assert "'pages:list the pages'" in zsh
    assert "\\''" in zsh  # a quotation mark of a summary


def test_the_manual_page_has_options_and_examples_of_each_command(run: Run) -> None:
    page = run("man")[1]
    _, _, export = page.partition(".SS export\n")
    export = export.partition(".SS ")[0]
    assert r"\fB\-o\fR, \fB\-\-output\fR PATH" in export
    assert r"\fB\-\-scheme\fR BIO2|BIOES|BMES" in export
    assert ".EX\npiyue export \\-\\-format json \\-o train.json\n.EE" in export
    assert export.count(".EX\n") == 2
    head = page.partition(".SH COMMANDS")[0]
    assert [head.count(rf"\fB\-\-{name}\fR") for name in ("project", "annotator", "lang")] == [1, 1, 1]
    assert [line for line in page.splitlines() if line.startswith(".SH ")] == [
        ".SH NAME",
        ".SH SYNOPSIS",
        ".SH OPTIONS",
        ".SH COMMANDS",
    ]


@pytest.mark.parametrize("module", ["tui.cli", "tui.cli.__main__"])
def test_the_package_is_a_command(
    module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["piyue", "--version"])
    with pytest.raises(SystemExit) as leaving:
        run_module(module, run_name="__main__")
    assert leaving.value.code == 0
    assert capsys.readouterr().out.startswith("piyue ")
