"""Files and folders of exports, cards, splits, groups of sentences: what goes where, and what is replaced."""

import io
import json
import re
from collections import Counter
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest

from tests.formats.carrying import ABOUT, sheets
from tests.formats.corpus import corpus, hostile, plain
from tests.store.building import document_of, page_of, span_of
from tui.errors import FormatError
from tui.formats.common import writing
from tui.formats.common.adapting import Adapter
from tui.formats.common.dataset_card import Card, files_in
from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.grouping import article_size, grouped
from tui.formats.common.imported_words import are_characters
from tui.formats.common.loss_report import ExportReport, Loss
from tui.formats.common.metric_table import MetricTable
from tui.formats.common.near_duplicates import Families, share, strings
from tui.formats.common.sinks import fresh
from tui.formats.common.splits import Item, assign
from tui.formats.common.whole_files import replacing, replacing_folder
from tui.formats.common.writing import Plan, file_name, shown
from tui.formats.interface import Options
from tui.formats.registry import format_named
from tui.model import Progress, Relation
from tui.model.page import Sentence

NOW = "2026-03-01T12:00:00Z"


# Files


def test_a_file_is_replaced_when_all_went_well_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with suppress(ZeroDivisionError), replacing(path) as stream:
        stream.write(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"
    with replacing(path) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one for one in tmp_path.iterdir() if one.name != "home"] == [path]


def test_a_link_stays_a_link_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "link"
    path.write_bytes(b"old")
    link.symlink_to(path)
    with replacing(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_file_that_cannot_be_written_is_an_error_of_ours(tmp_path: Path) -> None:
    with (
        pytest.raises(FormatError, match=f"^{tmp_path}/none: no file can be made in this folder"),
        replacing(tmp_path / "none" / "a"),
    ):
        pass
    with pytest.raises(FormatError), replacing(tmp_path):
        pass


def test_an_error_without_a_reason_of_the_system_is_said_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_: object) -> None:
        raise OSError("no way")

    monkeypatch.setattr("tempfile.mkstemp", fails)
    monkeypatch.setattr("tempfile.mkdtemp", fails)
    for replaced in (replacing(tmp_path / "a"), replacing_folder(tmp_path / "b")):
        with pytest.raises(FormatError, match="no way"), replaced:
            pass
    with pytest.raises(FormatError, match="no room"), replacing(Path("/dev/null")):
        raise OSError("no room")


def test_what_is_no_file_is_written_to_as_it_stands() -> None:
    with replacing(Path("/dev/null")) as stream:
        stream.write(b"x")
    assert Path("/dev/null").is_char_device()


def card_of(*files: str) -> bytes:
    card = Card(format_named("hf"), Options(), ABOUT)
    return card.render(ExportReport(), NOW, ["train"], files)


def test_a_folder_is_replaced_if_its_card_names_all_that_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "out"
    for content in (b"1", b"2"):
        with replacing_folder(path) as folder:
            (folder / "data").mkdir()
            (folder / "data" / "a").write_bytes(content)
            (folder / "README.md").write_bytes(card_of("data/a"))
        assert (path / "data" / "a").read_bytes() == content
    assert [one for one in tmp_path.iterdir() if one.name != "home"] == [path]
    with pytest.raises(ZeroDivisionError), replacing_folder(path):
        raise ZeroDivisionError
    assert (path / "data" / "a").read_bytes() == b"2"
    (path / "data" / "mine").write_bytes(b"")
    with pytest.raises(FormatError, match="mine"), replacing_folder(path):
        pass
    assert (path / "data" / "a").read_bytes() == b"2"


def test_what_came_into_a_folder_while_it_was_made_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "out"
    refused = False
    try:
        with replacing_folder(path):
            path.mkdir()
            (path / "mine").write_bytes(b"x")
    except FormatError:
        refused = True
    assert refused
    assert (path / "mine").read_bytes() == b"x"
    assert [one for one in tmp_path.iterdir() if one.name != "home"] == [path]


@pytest.mark.parametrize("kind", ["file", "foreign", "other-card"])
def test_what_is_no_earlier_export_is_never_replaced(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    if kind == "file":
        path.write_bytes(b"x")
    else:
        path.mkdir()
        (path / ("README.md" if kind == "other-card" else "a")).write_bytes(b"# mine")
        (path / "b").write_bytes(b"x")
    with pytest.raises(FormatError), replacing_folder(path):
        pass
    assert path.is_file() or (path / "b").read_bytes() == b"x"


def test_an_empty_folder_may_be_replaced_and_a_place_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with replacing_folder(tmp_path / "out") as folder:
        (folder / "a").write_bytes(b"x")
    assert (tmp_path / "out" / "a").exists()
    with (
        pytest.raises(FormatError, match=f"^{tmp_path}/none: no file"),
        replacing_folder(tmp_path / "none" / "out"),
    ):
        pass


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (card_of("a", "b"), ["a", "b"]),
        (card_of(), []),
        (b"# something else", None),
        (b"piyue: {broken}", None),
        (b'piyue: {"files": 7}', None),
        (b"\xff\xfe", None),
    ],
)
def test_only_our_cards_name_files(card: bytes, expected: list[str] | None) -> None:
    assert files_in(card) == expected


# Where articles go


def test_names_of_files_in_a_folder() -> None:
    def named(name: str, split: str = "", shards: int = 0, options: Options = Options()) -> str:  # noqa: B008
        return file_name(format_named(name), options, Plan(shards=shards), split, 1)

    assert named("jsonl") == "data.jsonl"
    assert named("jsonl", "dev") == "dev.jsonl"
    assert named("jsonl", "dev", 3) == "dev-00001-of-00003.jsonl"
    assert named("hf", "dev") == "data/validation-00001-of-00001.jsonl"
    assert named("hf", "", 4) == "data/train-00001-of-00004.jsonl"
    assert named("hf", "test", 0, Options(parquet=True)) == "data/test-00001-of-00001.parquet"
    assert named("spacy", "test", 0, Options(parquet=True)) == "test.spacy"
    assert [shown(format_named("doccano"), split) for split in ("dev", "")] == ["dev", ""]
    assert [shown(format_named("hf"), split) for split in ("dev", "", "own")] == [
        "validation",
        "train",
        "own",
    ]


def test_an_article_without_a_place_goes_into_the_first_split() -> None:
    plan = Plan(("train", "test"), {"a": "test"})
    assert [plan.split_of(article) for article in "ab"] == ["test", "train"]
    assert Plan().split_of("a") == ""
    assert Plan().shard_of("p") == 0
    assert sorted({Plan(shards=3).shard_of(f"p{n}") for n in range(30)}) == [0, 1, 2]


def test_every_file_of_the_plan_is_opened_once_even_if_nothing_goes_into_it() -> None:
    opened: list[tuple[str, int]] = []

    def open_sink(split: str, shard: int) -> writing.Nowhere:
        opened.append((split, shard))
        return writing.Nowhere()

    for plan, expected in ((Plan(("a", "b"), {}, 2), 4), (Plan(), 1)):
        opened.clear()
        made = writing.Export(format_named("jsonl"), Options(), ABOUT, ExportReport(), plan, open_sink)
        made.close()
        assert len(opened) == len(set(opened)) == expected


def test_a_file_that_memory_holds_ends_after_so_many_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "CHUNK", 2)
    row = format_named("spacy")
    sinks = writing.FolderSinks(tmp_path, row, Options(), ABOUT, Plan())
    sink = sinks("", 0)
    fitted, _, _ = sheets("spacy", [plain(number) for number in range(5)])
    for sheet in fitted:
        sink.add(sheet)
    sink.close()
    sinks.close()
    files = sorted(tmp_path.glob("*.spacy"))
    assert [file.name for file in files] == [f"part-0000{number}.spacy" for number in range(3)]
    counts = [len(list(row.load().parse(io.BytesIO(file.read_bytes()), "x", print))) for file in files]
    assert counts == [2, 2, 1]


def test_names_of_files_are_such_that_any_system_has_them(tmp_path: Path) -> None:
    sheet = FlatArticle("p#1", "x", external_id='a/b:c d"工')
    assert fresh(tmp_path, sheet, ".txt").name == "a%2Fb%3Ac%20d%22工.txt"
    fresh(tmp_path, sheet, ".txt").touch()
    assert fresh(tmp_path, sheet, ".txt").name == "p-1.txt"


def test_each_annotator_s_article_has_a_file_of_its_own(tmp_path: Path) -> None:
    names = []
    for annotator in ("ling", "zhou", "zhou"):
        path = fresh(tmp_path, FlatArticle("p#1", "x", annotator=annotator), ".txt")
        path.touch()
        names.append(path.name)
    assert names == ["p-1.txt", "p-1.zhou.txt", "p-1.zhou.2.txt"]


# Rows of no more tokens than asked for


def test_parts_of_an_article_have_what_stands_in_them() -> None:
    text = "临溪县好。东河县好。西山县好。"
    marks = (Mark("a", "LOC", ((0, 3),)), Mark("b", "LOC", ((5, 8),)), Mark("c", "X", ((8, 9),)))
    links = (Link("r", "of", "b", "c"), Link("s", "of", "a", "b"), Link("t", "of", "x", "y"))
    words = tuple((at, at + 1) for at in range(len(text)))
    sentences = (Sentence(0, 5, "1"), Sentence(5, 10, "2"), Sentence(10, 15, "3"))
    losses: list[Loss] = []
    adapter = Adapter(format_named("hf"), Options(max_length=5), ExportReport(losses.append))
    sheet = FlatArticle("p#1", text, marks, links[:2], words, "p", tokens=((5, 8),), sentences=sentences)
    parts = list(adapter.cut(sheet))
    assert [(part.text, part.part, part.offset) for part in parts] == [
        ("临溪县好。", 1, 0),
        ("东河县好。西山", 2, 5),
        ("县好。", 3, 12),
    ] or [part.text for part in parts] == ["临溪县好。", "东河县好。", "西山县好。"]
    assert "".join(part.text for part in parts) == text
    assert [mark.text_in(part.text) for part in parts for mark in part.marks] == ["临溪县", "东河县", "好"]
    assert [[link.id for link in part.links] for part in parts] == [[], ["r"], []]
    assert [(loss.id, loss.reason) for loss in losses] == [("s", "parts")]
    assert [part.text[a:b] for part in parts for a, b in part.words] == list(text)
    assert [part.text[a:b] for part in parts for a, b in part.tokens] == ["东河县"]
    assert [s.id for part in parts for s in part.sentences] == ["1", "2", "3"]
    (whole,) = adapter.cut(
        sheet._replace(text=text[:5], marks=marks[:1], links=(), sentences=(), tokens=(), words=())
    )
    assert (whole.part, whole.offset) == (0, 0)


# Splits


def test_large_corpora_are_looked_at_by_a_sample() -> None:
    assert [share(count) for count in (0, 1_999_999, 2_000_000, 19_999_999, 20_000_000, 10**9)] == [
        1,
        1,
        4,
        4,
        16,
        16,
    ]
    text = "".join(chr(0x4E00 + (n * 7919) % 5000) for n in range(400))
    every, sample = strings(text), strings(text, 4)
    assert sample < every
    assert len(every) / 8 < len(sample) < len(every) / 2
    assert len(strings("短", 16)) == 1


def test_a_formula_in_very_many_articles_still_ties_the_next_to_the_first() -> None:
    families = Families()
    for _ in range(70):
        families.add([1, 2, 3])
    assert {families.of(number) for number in range(70)} == {0}
    assert families.add([4, 5, 6]) == 70
    assert families.of(70) == 70
    assert families.add([1, 4, 7, 8]) == 71
    assert families.of(71) == 71


def test_pages_and_days_are_kept_whole_with_the_reason() -> None:
    def text(number: int) -> str:
        return "".join(chr(0x4E00 + (n * 37 + number * 1009) % 8000) for n in range(60))

    items = [Item(f"a{n}", f"x-2024-01-0{1 + n // 2}", text(n), {}) for n in range(8)]
    for by in ("page", "date"):
        places = assign(items, (50, 50), 1, by)
        assert [place.reason for place in places] == [by] * 8
        assert [place.group for place in places] == ["a0", "a0", "a2", "a2", "a4", "a4", "a6", "a6"]
        assert Counter(place.split for place in places) == {"train": 4, "test": 4}
    twins = [*items[:2], Item("b", "y-2024-02-01", text(0), {})]
    assert [place.reason for place in assign(twins, (50, 50), 1, "page")] == ["twin", "page", "twin"]
    assert {place.group for place in assign(twins, (50, 50), 1, "page")} == {"a0"}


# Sentences that make an article


def sentences_of(*texts: str, **fields: object) -> FlatArticle:
    at, found = 0, []
    for number, text in enumerate(texts):
        found.append(Sentence(at, at + len(text), f"s{number}"))
        at += len(text) + 1
    return FlatArticle("", "\n".join(texts), sentences=tuple(found))._replace(**fields)  # type: ignore[arg-type]


def test_an_article_is_a_sentence_or_so_many_or_the_file() -> None:
    def texts(per: str) -> list[str]:
        return [
            one.text
            for one in grouped([sentences_of("一。", "二。", "三。"), sentences_of("四。")], per, print)
        ]

    assert texts("sentence") == texts("1") == ["一。", "二。", "三。", "四。"]
    assert texts("2") == ["一。\n二。", "三。", "四。"]
    assert texts("9") == ["一。\n二。\n三。", "四。"]
    assert texts("file") == ["一。\n二。\n三。\n四。"]
    assert [one.text for one in grouped([sentences_of("一。")], "file", print)] == ["一。"]
    assert list(grouped([], "file", print)) == []


def test_sentences_take_along_what_stands_in_them() -> None:
    marks = (Mark("a", "X", ((0, 1),)), Mark("b", "X", ((3, 4),)), Mark("c", "Y", ((1, 4),)))
    words, tokens = ((0, 2), (3, 5)), ((3, 5),)
    article = sentences_of("一。", "二。", marks=marks, words=words, tokens=tokens, external_id="e")
    told: list[Exception] = []
    first, second = grouped([article], "sentence", told.append)
    assert [mark.id for mark in first.marks] == ["a"]
    assert [(mark.id, mark.parts) for mark in second.marks] == [("b", ((0, 1),))]
    assert len(told) == 1
    assert (first.words, second.words, first.tokens, second.tokens) == (((0, 2),), ((0, 2),), (), ((0, 2),))
    assert (first.external_id, second.external_id) == ("s0", "s1")
    assert second.sentences == ((0, 2, "s1"),)
    pairs = list(grouped([sentences_of("一。", "二。", "三。", external_id="e")], "2", print))
    assert [one.external_id for one in pairs] == ["e-1", "e-2"]
    assert [one.external_id for one in grouped([sentences_of("一。", "二。", "三。")], "2", print)] == [
        "",
        "",
    ]


def test_a_file_takes_along_what_its_articles_have() -> None:
    article = sentences_of(
        "一。", "二。", marks=(Mark("a", "X", ((3, 4),)),), words=((3, 5),), tokens=((3, 5),)
    )
    (whole,) = grouped([article, article], "file", print)
    assert whole.text == "一。\n二。\n一。\n二。"
    assert [mark.parts for mark in whole.marks] == [((3, 4),), ((9, 10),)]
    assert len({mark.id for mark in whole.marks}) == 2
    assert whole.words == whole.tokens == ((3, 5), (9, 11))
    assert [(s.start, s.end) for s in whole.sentences] == [(0, 2), (3, 5), (6, 8), (9, 11)]


@pytest.mark.parametrize("text", ["sentence", "blank", "file", "1", "999999999"])
def test_what_makes_an_article(text: str) -> None:
    assert article_size(text) == text


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "1000000000", "二", "٣", "page"])
def test_what_makes_no_article(text: str) -> None:
    with pytest.raises(FormatError):
        article_size(text)


def test_words_of_one_character_each_are_none() -> None:
    assert are_characters([(0, 1), (1, 2)])
    assert not are_characters([(0, 1), (1, 3)])


# Cards and tables


def card_text(layout: str = "hf", **fields: object) -> str:
    row = format_named(layout)
    card = Card(row, Options(), ABOUT.replaced(**fields))
    fitted, _, report = sheets(layout, corpus(2))
    for sheet in fitted:
        card.add(sheet, "train")
    return card.render(report, NOW, ["train", "dev"], ["x"]).decode()


def test_a_card_says_what_became_of_each_kind_of_thing() -> None:
    page = page_of("临溪县总工会")
    gap = span_of(page, "a", (0, 2), (3, 6), note="看", attributes={"level": "县"})
    link = Relation(id="r", label="subject", head="a", tail="a")
    card = Card(format_named("doccano"), Options(), ABOUT)
    _, _, report = sheets("doccano", [document_of(page, gap, relations=(link,))])
    said = card.render(report, NOW, ["train"], ["x"]).decode()
    lines = [line for line in said.splitlines() if re.match(r"\| [a-z ]+ (?:\| \d+ ){5}", line)]
    lost = ("span", "relation", "attributes", "note", "segments")
    assert lines == ["| article | 1 | 1 | 0 | 0 | 0 |", *(f"| {what} | 1 | 0 | 0 | 0 | 1 |" for what in lost)]


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("", 'license: "other"\ntask'),
        ("cc-by-4.0", 'license: "cc-by-4.0"\ntask'),
        ("Ours, ask", 'license: "other"\nlicense_name: "Ours, ask"\ntask'),
    ],
)
def test_a_card_says_the_licence_as_the_hub_takes_it(licence: str, expected: str) -> None:
    said = card_text(licence=licence)
    assert expected in said
    assert f"- Licence: {licence or 'not stated'}\n" in said


def test_a_card_says_whose_the_tags_are_and_how_many_of_each() -> None:
    said = card_text(source="报社", name="")
    assert "- Annotators: ling (3)\n" in said
    assert "- Source: 报社\n" in said
    assert "# piyue\n" in said
    assert "|  | train | dev |\n|---|---|---|\n| articles | 3 | 0 |\n" in said
    assert "| ORG | 3 | 0 |" in said
    assert "| relation subject | 2 | 0 |" in said
    assert "not measured" in said
    assert 'data_files": [{"split": "train", "path": "data/train-*.jsonl"}' in said
    assert "configs:" not in card_text("jsonl")


def test_a_card_counts_what_articles_are_labelled_with_once_an_article() -> None:
    document = hostile()
    progress = {"p#1": Progress(state="done", labels={"topic": ("工会", "职工")})}
    fitted, _, _ = sheets("hf", [document.replaced(progress=progress)], Options(max_length=12))
    assert len(fitted) > 2
    card = Card(format_named("hf"), Options(), ABOUT)
    for sheet in fitted:
        card.add(sheet, "train")
    assert card.article_labels["train"] == {("topic", "工会"): 1, ("topic", "职工"): 1}


def test_a_card_calls_splits_as_others_do() -> None:
    card = Card(format_named("hf"), Options(), ABOUT)
    card.add(FlatArticle("a", "一二", (Mark("1", "ORG", ((0, 1),)),)), "dev")
    card.add(FlatArticle("b", "一"), "train")
    card.rename({"dev": "validation"})
    assert card.articles == {"validation": 1, "train": 1}
    assert card.characters == {"validation": 2, "train": 1}
    assert card.labels["validation"] == {"ORG": 1}
    assert card.used()[-1] == ABOUT.labels[-1].id
    card.add(FlatArticle("c", "一", (Mark("1", "ZZ", ((0, 1),)),)), "train")
    assert card.used() == [*(label.id for label in ABOUT.labels), "ZZ"]


def test_a_table_of_metrics_says_what_each_is_related_to() -> None:
    marks = (
        Mark("m", "METRIC", ((0, 3),), {"value": "36", "unit": "家"}),
        Mark("o", "ORG", ((4, 6),)),
        Mark("p", "ORG", ((7, 9),)),
        Mark("n", "METRIC", ((10, 11),), {"value": ""}),
    )
    links = (
        Link("1", "subject", "m", "o"),
        Link("2", "subject", "m", "p"),
        Link("3", "subject", "m", "gone"),
    )
    table = MetricTable(ABOUT.relations)
    table.add(FlatArticle("p#1", "36家，工会，县会，x", marks, links))
    table.add(FlatArticle("p#2", "没有", marks[1:2]))
    other = MetricTable(ABOUT.relations)
    other.add(FlatArticle("p#3", "36家", marks[:1]))
    table.join(other)
    head, first, second = table.render().decode("utf-8-sig").split("\r\n")[:3]
    row = dict(zip(head.split(","), first.split(","), strict=True))
    assert len(table) == 2
    assert (row["article"], row["id"], row["text"], row["start"], row["end"]) == (
        "p#1",
        "m",
        "36家",
        "0",
        "3",
    )
    assert (row["value"], row["unit"], row["value_max"]) == ("36", "家", "")
    assert (row["subject"], row["subject_id"]) == ("工会、县会", "o、p")
    assert second.startswith("p#3,m,METRIC,0,3,36家")
    assert Fraction(row["value"]) == 36
    assert json.dumps(head)
