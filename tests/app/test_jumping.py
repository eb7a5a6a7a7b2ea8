"""Getting to a place by the letters that stand on it, by a character, by a unit of the text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.conftest import Open, Running
from tui.app.text_view.geometry.hints import HOME_ROW, codes, hint_places, narrowed
from tui.app.work_screen.modes.finding import Finding, find_character
from tui.app.work_screen.modes.jumping import Jumping
from tui.app.work_screen.modes.reading import Reading

QUOTED = """临溪县送书下乡

本报讯（记者 周远）昨天，县图书馆在“《耕读家园》首发座谈会”上说，三座书屋已开门，读者320人。
"""


@pytest.fixture
def quoted(folder: Path) -> Path:
    """A page with a title in a quotation."""
    (folder / "seeds" / "p.txt").write_text(QUOTED, encoding="utf-8")
    return folder


def letters_of(r: Running, text: str, *, occurrence: int = 0) -> str:
    """The letters of the hint on the word that begins with a text, as keys."""
    mode = r.app.controller.mode
    assert isinstance(mode, Jumping)
    at = [m.start() for m in re.finditer(re.escape(text), r.reader.scene.text)][occurrence]
    return " ".join(next(hint.letters for hint in mode.hints if hint.start == at))


async def jump_to(r: Running, text: str, *before: str, occurrence: int = 0) -> None:
    await r.press(" ".join(("apostrophe", *before)))
    await r.press(letters_of(r, text, occurrence=occurrence))


def hinted(r: Running) -> list[str]:
    """What the hints stand on."""
    mode = r.app.controller.mode
    assert isinstance(mode, Jumping)
    return [r.reader.scene.text[hint.start : hint.end] for hint in mode.hints]


def selected(r: Running) -> str:
    selection = r.reader.caret.selection
    return r.reader.scene.text[slice(*selection)] if selection else ""


# Codes


@given(st.integers(0, 3000))
def test_no_hint_s_letters_begin_another_s(count: int) -> None:
    found = codes(count)
    assert len(found) == min(count, 52 * 52) == len(set(found))
    assert all(1 <= len(code) <= 2 for code in found)
    singles = {code for code in found if len(code) == 1}
    assert not any(code[0] in singles for code in found if len(code) == 2)


@given(st.integers(1, 81))
def test_up_to_81_hints_are_typed_on_the_home_row(count: int) -> None:
    assert set("".join(codes(count))) <= set(HOME_ROW)


@given(st.lists(st.integers(0, 500), unique=True), st.integers(0, 500))
def test_a_nearer_place_ahead_never_has_longer_letters(starts: list[int], at: int) -> None:
    hints = hint_places([(start, start + 1) for start in starts], at)
    assert [hint.start for hint in hints] == sorted(starts)
    ahead = [len(hint.letters) for hint in hints if hint.start >= at]
    assert ahead == sorted(ahead)
    for hint in hints:
        assert [left.start for left in narrowed(hints, hint.letters)] == [hint.start]


# On the screen


async def test_every_visible_word_has_letters_and_nothing_moves(running: Open, folder: Path) -> None:
    async with running(folder, size=(80, 24)) as r:
        before = r.screen().splitlines()
        await r.press("apostrophe")
        mode = r.app.controller.mode
        assert isinstance(mode, Jumping)
        text = r.reader.scene.text
        words = [(a, b) for a, b in r.reader.scene.contents.words if re.search(r"\w", text[a:b])]
        assert [(hint.start, hint.end) for hint in mode.hints] == words
        after = r.screen().splitlines()
        assert "据了解" in "".join(before)
        assert "据了解" not in "".join(after)
        for was, now in zip(before[:-6], after[:-6], strict=True):
            assert [m.start() for m in re.finditer("[，。“]", now)] or not re.search("[，。“]", was)
        await r.press("escape")
        assert r.screen().splitlines()[:-6] == before[:-6]
        assert isinstance(r.app.controller.mode, Reading)


async def test_a_hint_is_as_wide_as_what_it_stands_on(running: Open, folder: Path) -> None:
    (folder / "seeds" / "p.txt").write_text("标题\n\n在 5 月，共 7 天，新会员8447人。\n", encoding="utf-8")
    async with running(folder, size=(80, 24)) as r:

        def cells(mark: str) -> list[tuple[int, int]]:
            """Line and cell of every place where a mark is drawn."""
            lines = [r.reader.render_line(y).text for y in range(r.reader.size.height)]
            return [
                (y, cell_len(line[: m.start()]))
                for y, line in enumerate(lines)
                for m in re.finditer(mark, line)
            ]

        before = cells("，"), cells("。")
        await r.press("apostrophe")
        assert isinstance(r.app.controller.mode, Jumping)
        assert (cells("，"), cells("。")) == before
        assert len(before[0]) == 2


async def test_one_key_and_its_letters_go_to_a_word(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await jump_to(r, "据")
        assert r.reader.scene.text[r.reader.caret.at :].startswith("据了解")
        assert isinstance(r.app.controller.mode, Reading)


async def test_hint_then_label_tags_at_once(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await jump_to(r, "王路曼")
        await r.press("p")
        await jump_to(r, "69")
        await r.press("m")
        await jump_to(r, "顺义区", occurrence=1)
        await r.press("2 o")
        assert r.tags() == [("PERSON", "王路曼"), ("METRIC", "69家"), ("ORG", "顺义区总工会")]


async def test_a_text_is_selected_from_here_to_there(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await jump_to(r, "顺义区")
        await jump_to(r, "总工会", "apostrophe")
        assert selected(r) == "顺义区总工会"
        await r.press("o")
        assert r.tags() == [("ORG", "顺义区总工会")]
        await r.press("escape")
        await jump_to(r, "记者", "apostrophe", occurrence=1)
        assert selected(r).startswith("记者近日")
        assert selected(r).endswith("总工会")


async def test_tab_shows_untagged_numbers_then_repeated_texts(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("2 o")
        await r.press("apostrophe tab")
        assert hinted(r) == ["8447人", "69家", "8447人", "超过1.2万人"]
        await r.press(letters_of(r, "69"))
        await r.press("m apostrophe tab")
        assert hinted(r) == ["8447人", "8447人", "超过1.2万人"]
        await r.press("tab")
        assert hinted(r) == ["顺义区总工会"]
        await r.press("a o")
        assert r.tags() == [("ORG", "顺义区总工会"), ("METRIC", "69家"), ("ORG", "顺义区总工会")]


async def test_hints_come_again_after_each_tag_until_they_are_left(running: Open, folder: Path) -> None:
    async with running(folder, size=(120, 30)) as r:
        await r.press("apostrophe enter")
        await r.press(letters_of(r, "王路曼"))
        await r.press("p")
        await r.press(letters_of(r, "顺义区"))
        await r.press("space o")
        await r.press(letters_of(r, "69"))
        await r.press("m")
        assert isinstance(r.app.controller.mode, Jumping)
        assert r.tags() == [("PERSON", "王路曼"), ("ORG", "顺义区总工会"), ("METRIC", "69家")]
        await r.press("escape p")
        assert isinstance(r.app.controller.mode, Reading)
        assert len(r.tags()) == 4
        await r.press("escape right o")
        assert type(r.app.controller.mode) is Reading
        await r.press("apostrophe enter")
        await r.press(letters_of(r, "据"))
        await r.press("x")
        assert type(r.app.controller.mode) is Reading, "another key leaves it"


async def test_letters_that_lead_nowhere_are_named_and_do_nothing(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("apostrophe tab p")
        assert "no place on the screen has the letters p" in r.screen()
        assert isinstance(r.app.controller.mode, Reading)
        assert r.tags() == []


async def test_only_what_is_on_the_screen_has_letters(running: Open, folder: Path) -> None:
    paragraphs = "\n\n".join(f"第{n}段，临溪县新建图书馆{n}座。" for n in range(1, 400))
    (folder / "seeds" / "p.txt").write_text(f"标题在此\n\n{paragraphs}\n", encoding="utf-8")
    async with running(folder, size=(80, 24)) as r:
        await r.press("G apostrophe")
        mode = r.app.controller.mode
        assert isinstance(mode, Jumping)
        visible = r.reader.visible_range
        assert visible is not None
        assert 0 < len(mode.hints) < 250
        assert all(visible[0] <= hint.start < visible[1] for hint in mode.hints)


# Find a character


async def test_a_character_is_found_by_itself_and_by_its_pinyin(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        text = r.reader.scene.text
        await r.press("ctrl+f 家")
        assert r.reader.caret.at == text.index("家")
        await r.press("g ctrl+f j")
        first = r.reader.caret.at
        assert text[first] in "建记进近将继据家"
        await r.press("ctrl+f")
        second = r.reader.caret.at
        assert second > first
        await r.press("ctrl+b")
        assert r.reader.caret.at == first
        assert r.tags() == [], "a letter that was looked for labels nothing"
        await r.press("p")
        assert [label for label, _ in r.tags()] == ["PERSON"]


async def test_a_count_goes_to_so_manieth_and_a_key_s_mark_is_looked_for(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        text = r.reader.scene.text
        marks = [m.start() for m in re.finditer("，", text)]
        await r.press("3 ctrl+f comma")
        assert r.reader.caret.at == marks[2]
        await r.press("ctrl+b ctrl+b")
        assert r.reader.caret.at == marks[0]
        await r.press("G ctrl+b 8")
        assert r.reader.caret.at == text.rindex("8447")


async def test_what_is_not_there_is_said(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("ctrl+f 鲸")
        assert r.reader.caret.at == 0
        assert "no 鲸 after the cursor" in r.screen()
        await r.press("right")
        assert isinstance(r.app.controller.mode, Reading)
        await r.press("ctrl+f escape")
        assert isinstance(r.app.controller.mode, Reading)
        await r.press("ctrl+f 会 right")
        assert not isinstance(r.app.controller.mode, Finding)


@pytest.mark.parametrize(
    ("typed", "text", "at"),
    [
        ("z", "重庆长沙", 0),
        ("c", "重庆长沙", 0),
        ("，", "共5,6个", 2),
        ("a", "共Ａ级", 1),
        ("(", "甲（乙）", 1),
    ],
)
def test_a_letter_means_all_readings_and_a_mark_both_widths(typed: str, text: str, at: int) -> None:
    assert find_character(text, typed, -1, 1) == at


# Units


async def test_a_selection_grows_by_syntax_and_shrinks_back(running: Open, quoted: Path) -> None:
    async with running(quoted) as r:
        r.reader.put(r.reader.caret.replaced(at=r.reader.scene.text.index("家园")))
        seen: list[str] = []
        for _ in range(9):
            await r.press("w")
            seen.append(selected(r))
        assert seen[0] in ("家园", "耕读家园")
        for unit in (
            "耕读家园",
            "《耕读家园》",
            "《耕读家园》首发座谈会",
            "“《耕读家园》首发座谈会”",
            "县图书馆在“《耕读家园》首发座谈会”上说",
        ):
            assert unit in seen, unit
        assert seen[-1].startswith("昨天，")
        assert seen[-1].endswith("320人。")
        assert seen == sorted(seen, key=len)
        backwards = [seen[-1]]
        for _ in range(len(dict.fromkeys(seen)) - 1):
            await r.press("b")
            backwards.append(selected(r))
        assert backwards == list(reversed(list(dict.fromkeys(seen))))
        await r.press("b w 2 w")
        await r.press("d")
        assert [label for label, _ in r.tags()] == ["DOC"]


async def test_units_never_leave_their_paragraph(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("2 0 w")
        assert selected(r) == "两新组织建会有进展"


# The same again


async def test_the_last_change_is_done_again_elsewhere(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("f5")
        assert "nothing has been changed yet" in r.screen()
        await r.find("顺义区")
        await r.press("2 o")
        await jump_to(r, "顺义区", occurrence=1)
        await r.press("f5")
        assert r.tags() == [("ORG", "顺义区总工会")] * 2
        await r.press("r e")
        await r.press("n f5")
        assert [label for label, _ in r.tags()] == ["EVENT", "EVENT"]
        await r.press("left_parenthesis n f5")
        assert [text for _, text in r.tags()] == ["顺义区总工"] * 2
        await r.press("x n f5")
        assert r.tags() == []


async def test_a_number_is_for_the_next_key_only(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("3 v o")
        assert [text for _, text in r.tags()] == ["顺义区"]


async def test_a_number_before_the_next_article_goes_so_many_further(running: Open, folder: Path) -> None:
    for name in ("q", "r", "s"):
        (folder / "seeds" / f"{name}.txt").write_text(f"第{name}版\n\n临溪县新建书屋。\n", encoding="utf-8")
    async with running(folder) as r:
        await r.press("2 right_square_bracket")
        assert r.app.workspace.shown is not None
        assert r.app.workspace.shown.opened.article.id == "r#1"
        await r.press("9 right_square_bracket")
        assert r.app.workspace.shown.opened.article.id == "s#1"
        await r.press("right_square_bracket")
        assert r.app.workspace.shown.opened.article.id == "s#1"


async def test_the_next_screenful_has_letters_of_its_own(running: Open, folder: Path) -> None:
    paragraphs = "\n\n".join(f"第{n}段，临溪县新建图书馆{n}座。" for n in range(1, 100))
    (folder / "seeds" / "p.txt").write_text(f"标题在此\n\n{paragraphs}\n", encoding="utf-8")
    async with running(folder, size=(80, 24)) as r:
        await r.press("apostrophe enter pagedown pagedown")
        mode = r.app.controller.mode
        assert isinstance(mode, Jumping)
        assert mode.stays
        visible = r.reader.visible_range
        assert visible is not None
        assert visible[0] > 100
        assert min(hint.start for hint in mode.hints) >= visible[0]
        await r.press("a o")
        assert len(r.tags()) == 1
        assert isinstance(r.app.controller.mode, Jumping)
