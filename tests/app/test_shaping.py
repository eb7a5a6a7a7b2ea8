"""Tags as to where they stand: selected in larger units, moved, cut, joined, copied."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, Running

SCHEMA = """
[[labels]]
id = "UNION"
key = "gh"
color = "#e0a13c"
en = "Union"
zh = "工会"
[[labels]]
id = "GOODS"
key = "gw"
color = "#4f9de0"
en = "Goods"
zh = "货物"
[[labels]]
id = "METRIC"
key = "m"
color = "#e2685d"
en = "Metric"
zh = "指标"
"""


def selected(r: Running) -> str:
    start, end = r.reader.target
    return r.reader.scene.text[start:end]


async def test_a_number_before_a_key_repeats_it(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("记者近日")
        start = r.reader.caret.at
        await r.press("3 right")
        three = r.reader.caret.at
        await r.press("3 left")
        assert r.reader.caret.at == start
        await r.press("right right right")
        assert r.reader.caret.at == three
        await r.press("2 space u")
        assert r.reader.count == 0


async def test_a_number_before_a_label_tags_so_many_words(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("新建")
        await r.press("2")
        assert "2 p PERSON" in r.screen()
        await r.press("o")
        assert r.tags() == [("ORG", "新建工会组织")]


async def test_a_metric_without_selection_is_the_quantity_under_the_cursor(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await r.find("8447")
        await r.press("m")
        assert r.tags() == [("METRIC", "8447人")]


async def test_sentence_paragraph_and_quotes_are_selected_with_a_key(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("据了解")
        await r.press("equals_sign")
        assert selected(r) == "据了解，顺义区总工会将继续推动“两新”组织建会，会员总数将超过1.2万人。"
        await r.press("escape g")
        await r.find("继续")
        await r.find("两新")
        await r.press("quotation_mark")
        assert selected(r) == "两新"
        await r.press("quotation_mark")
        assert selected(r) == "“两新”"
        await r.press("P")
        assert selected(r).startswith("据了解")


async def test_the_last_label_is_repeated_with_a_key(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("y")
        assert "no label has been used yet" in r.screen()
        await r.find("顺义区")
        await r.press("l")
        await r.find("总工会")
        await r.press("y")
        assert r.tags() == [("LOC", "顺义区"), ("LOC", "总工会")]


async def test_a_tag_is_resized_by_its_ends_and_undone(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("总工会")
        await r.press("o R s shift+left enter")
        assert r.tags() == [("ORG", "顺义区总工会")]
        await r.press("left_parenthesis left_parenthesis")
        assert r.tags() == [("ORG", "顺义区总")]
        await r.press("2 right_parenthesis alt+right")
        assert r.tags() == [("ORG", "义区总工会")]
        await r.press("u u u u u")
        assert r.tags() == [("ORG", "总工会")]


async def test_a_resize_is_given_up_with_escape(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("总工会")
        await r.press("o R space escape enter escape")
        assert r.tags() == [("ORG", "总工会")]


async def test_a_resized_metric_is_read_anew(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("8447")
        await r.press("m left_parenthesis")
        (span,) = r.disk()["spans"].values()
        assert (span["text"], span["attributes"]["unit"]) == ("8447", "")


async def test_a_tag_is_split_and_joined_again(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("space o")
        await r.press("left vertical_line")
        assert r.tags() == [("ORG", "顺义区"), ("ORG", "总工会")]
        await r.press("N ampersand")
        assert r.tags() == [("ORG", "顺义区总工会")]
        await r.press("u")
        assert r.tags() == [("ORG", "顺义区"), ("ORG", "总工会")]


async def test_a_tag_gets_a_piece_elsewhere_and_loses_it(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("新建")
        await r.press("o")
        await r.find("69")
        await r.press("plus")
        (span,) = r.disk()["spans"].values()
        assert (span["text"], len(span["segments"])) == ("新建69", 2)
        await r.press("minus")
        assert r.tags() == [("ORG", "新建")]


async def test_tags_are_copied_to_the_same_text_elsewhere(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("l space o")
        await r.press("C")
        assert "copied tags: 2" in r.screen()
        await r.find("据")
        await r.press("V")
        assert "the copied text is not here" in r.screen()
        await r.find("顺义区")
        await r.press("V")
        assert sorted(r.tags()) == sorted([("LOC", "顺义区"), ("ORG", "顺义区总工会")] * 2)
        await r.press("u")
        assert len(r.tags()) == 2


async def test_one_key_goes_through_the_tags_under_the_cursor(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("l space o left left")
        small = r.reader.span
        await r.press("K")
        large = r.reader.span
        assert small != large
        await r.press("K")
        assert r.reader.span == small
        await r.press("J x")
        assert len(r.tags()) == 1


async def test_labels_may_have_keys_of_several_letters(running: Open, folder: Path) -> None:
    (folder / "piyue.toml").write_text('annotator = "ling"\n' + SCHEMA, encoding="utf-8")
    async with running(folder) as r:
        await r.find("总工会")
        await r.press("g h")
        assert r.tags() == [("UNION", "总工会")]
        await r.press("g x")
        assert "no label has the key gx" in r.screen()
        await r.press("g w")
        assert len(r.tags()) == 2


@pytest.mark.parametrize("typed", ["huo", "hw", "goods", "货", "GOO"])
async def test_a_label_is_found_by_pinyin_initials_or_name(running: Open, folder: Path, typed: str) -> None:
    (folder / "piyue.toml").write_text('annotator = "ling"\n' + SCHEMA, encoding="utf-8")
    async with running(folder) as r:
        await r.find("总工会")
        await r.press("semicolon")
        for character in typed:
            await r.pilot.press(character)
        await r.press("enter")
        assert r.tags() == [("GOODS", "总工会")]
