"""Relations between tags, doubts and notes."""

from pathlib import Path

import pytest

from tests.app.conftest import Open, Running
from tui.app.work_screen.modes.jumping import Jumping
from tui.app.work_screen.modes.reading import Reading
from tui.app.work_screen.modes.relating import Relating


async def tag_four(r: Running) -> None:
    await r.find("顺义区")
    await r.press("space o escape")
    await r.find("2022")
    await r.press("i")
    await r.find("新建")
    await r.press("h")
    await r.find("69")
    await r.press("m")


def relations(r: Running) -> list[tuple[str, str, str]]:
    disk = r.disk()
    texts = {span["id"]: span["text"] for span in disk["spans"].values()}
    return sorted((x["label"], texts[x["from"]], texts[x["to"]]) for x in disk["relations"].values())


async def test_a_relation_is_made_by_type_and_tail(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L")
        assert "relation from 69家:" in r.screen()
        assert "i indicator" in r.screen()
        await r.press("s")
        assert "69家 -subject-> 1/1" in r.screen()
        await r.press("n N enter")
        assert relations(r) == [("subject", "69家", "顺义区总工会")]
        assert "-> 顺义区总工会" in r.screen()
        await r.press("u")
        assert relations(r) == []
        await r.press("U")
        assert relations(r) == [("subject", "69家", "顺义区总工会")]


async def test_only_what_a_type_allows_lights_up_and_is_taken(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L p")
        lit = {r.app.workspace.span(id_).text for id_ in r.reader.lit}  # type: ignore[union-attr]
        assert lit == {"2022"}
        await r.press("escape")
        assert not r.reader.lit
        await r.press("L p")
        await r.press("g")
        await r.find("顺义区")
        await r.press("enter")
        assert "cannot lead to a tag with this label" in r.screen()
        await r.press("n N enter")
        assert [label for label, _, _ in relations(r)] == ["period"]


async def test_a_relation_is_not_made_twice(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L p enter L p enter")
        assert len(relations(r)) == 1
        assert "already" in r.screen()


async def test_a_label_that_may_begin_no_relation_says_so(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.find("顺义区")
        await r.press("l L")
        assert "no relation type starts at this label" in r.screen()
        await r.press("o")
        assert len(r.tags()) == 2


async def test_a_relation_is_chosen_and_removed(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L p enter M enter")
        assert relations(r) == []
        assert len(r.tags()) == 4


async def test_related_tags_light_up_on_a_key(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L p enter Z")
        assert len(r.reader.lit) == 2
        await r.press("n")
        assert len(r.reader.lit) == 2 or not r.reader.lit
        await r.press("Z")
        assert not r.reader.lit


async def test_removing_a_tag_takes_its_relations_and_undo_brings_both_back(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L p enter x")
        assert relations(r) == []
        await r.press("u")
        assert len(relations(r)) == 1


async def test_doubt_is_kept_shown_and_listed(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("exclamation_mark")
        said = {s["text"]: s.get("attributes", {}) for s in r.disk()["spans"].values()}
        assert [text for text, fields in said.items() if fields.get("certainty") == "unsure"] == ["69家"]
        assert "(?)" in r.screen()
        await r.press("g Q")
        assert "Unsure tags" in r.screen()
        await r.press("enter")
        span = r.app.workspace.span(r.reader.span)
        assert span is not None
        assert span.text == "69家"
        await r.press("exclamation_mark")
        assert all("certainty" not in s.get("attributes", {}) for s in r.disk()["spans"].values())


async def test_a_note_is_written_on_the_article(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await r.press("number_sign")
        for character in "ok?":
            await r.pilot.press(character if character != "?" else "question_mark")
        await r.press("enter")
        (article,) = r.disk()["articles"].values()
        assert article["note"] == "ok?"
        await r.press("u")
        assert all("note" not in article for article in r.disk()["articles"].values())


async def test_what_is_metered_whose_and_when_takes_three_keys_each(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L i enter L s enter L p enter")
        assert r.reader.span == next(s["id"] for s in r.disk()["spans"].values() if s["text"] == "69家")
        assert ("subject", "69家", "顺义区总工会") in relations(r)
        assert ("period", "69家", "2022") in relations(r)
        assert len(relations(r)) == 3


async def test_the_next_likely_tail_is_gone_to_by_key_and_esc_goes_back(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L p n")
        assert r.reader.scene.text[slice(*r.reader.target)] == "近日"
        await r.press("escape")
        assert r.tags() == [
            ("ORG", "顺义区总工会"),
            ("TIME", "2022"),
            ("INDICATOR", "新建"),
            ("METRIC", "69家"),
        ]
        span = r.app.workspace.span(r.reader.span)
        assert span is not None
        assert span.text == "69家"


async def test_words_become_a_time_and_the_tail_in_one_step(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await r.find("69")
        await r.press("m L p enter")
        assert relations(r) == [("period", "69家", "2022年")]
        assert ("TIME", "2022年") in r.tags()
        await r.press("u")
        assert r.tags() == [("METRIC", "69家")]


async def test_without_settings_words_become_indicator_subject_and_period_without_a_question(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(140, 30)) as r:
        await r.find("69")
        await r.press("m L i left left space enter")
        await r.press("L p enter L s g")
        await r.find("顺义区")
        await r.press("space enter")
        made = {label: tail for label, _, tail in relations(r)}
        assert made == {"indicator": "新建工会组织", "subject": "顺义区总工会", "period": "2022年"}
        assert {label for label, _ in r.tags()} == {"METRIC", "INDICATOR", "ORG", "TIME"}


async def test_a_label_is_asked_for_once_where_none_fits(running: Open, folder: Path) -> None:
    relation = '[[relations]]\nid = "indicator"\nkey = "i"\nheads = ["METRIC"]\n'
    (folder / "piyue.toml").write_text(relation, encoding="utf-8")
    async with running(folder, size=(140, 30)) as r:
        await r.find("69")
        await r.press("m L i left left space")
        await r.press("enter")
        assert "Label for the words" in r.screen()
        await r.pilot.press(*"event")
        await r.press("enter")
        assert [label for label, _ in r.tags()] == ["EVENT", "METRIC"]
        assert [label for label, _, _ in relations(r)] == ["indicator"]
        await r.find("8447")
        await r.press("m L i left space enter")
        assert len(relations(r)) == 2
        assert "Label for the words" not in r.screen()


async def test_a_relation_is_called_what_its_type_is_called(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30), language="zh") as r:
        await tag_four(r)
        await r.press("L s enter")
        assert "已建立关系 主体 69家 -> 顺义区总工会" in r.screen()
        await r.press("L s enter")
        assert "“69家”与“顺义区总工会”已有此关系" in r.screen()
        await r.press("u")
        assert "已撤销：已建立关系 主体" in r.screen()


async def test_on_the_way_to_a_tail_one_may_jump(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L s apostrophe")
        mode = r.app.controller.mode
        assert isinstance(mode, Jumping)
        tail = next(h for h in mode.hints if r.reader.scene.text.startswith("顺义区", h.start))
        await r.press(" ".join(tail.letters))
        assert "69家 -subject->" in r.screen()
        await r.press("enter")
        assert relations(r) == [("subject", "69家", "顺义区总工会")]
        await r.press("L s apostrophe escape")
        assert isinstance(r.app.controller.mode, Reading)


# A search leads to the tail


@pytest.mark.parametrize(
    "looking",
    [
        "slash 总 工 会 enter",
        "ctrl+g 总 工 会 enter",
        "ctrl+f 总",
        "down down ctrl+b 总 ctrl+b",
        "down ctrl+b s",
    ],
)
async def test_a_relation_goes_on_where_a_search_leads(looking: str, running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press(f"L s {looking}")
        assert "69家 -subject->" in r.screen()
        assert r.app.workspace.span(r.reader.span).text == "顺义区总工会"  # type: ignore[union-attr]
        await r.press("enter")
        assert relations(r) == [("subject", "69家", "顺义区总工会")], "the hit stands in this tag"


async def test_a_relation_goes_on_through_the_hits_of_a_search_before(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("slash 区 总 工 enter g")
        await r.find("69")
        await r.press("L s asterisk at")
        assert "69家 -subject->" in r.screen()
        await r.press("enter")
        assert relations(r) == [("subject", "69家", "顺义区总工会")]


async def test_a_hit_that_stands_in_no_tag_becomes_one(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L p slash 近 日 enter enter")
        assert relations(r) == [("period", "69家", "近日")]
        assert ("TIME", "近日") in r.tags()


async def test_a_search_that_is_given_up_leaves_the_relation_as_it_was(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        for given_up in ("slash 会 员 escape", "ctrl+f right", "ctrl+f 总 right", "asterisk"):
            await r.press("escape g")
            await r.find("69")
            await r.press(f"L s {given_up}")
            assert isinstance(r.app.controller.mode, Relating), given_up
        for left in ("ctrl+f 总 escape", "ctrl+f escape"):
            await r.press(left)
            assert isinstance(r.app.controller.mode, Reading), "as the bar said"
            await r.press("L s")
        assert relations(r) == []


@pytest.mark.parametrize(
    "looking", ["slash 总 工 会 enter", "ctrl+g 总 工 会 enter", "ctrl+home ctrl+f 总", "ctrl+b 总"]
)
async def test_the_tail_may_be_looked_for_before_the_type_is_chosen(
    looking: str, running: Open, folder: Path
) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press(f"L {looking}")
        assert "relation from 69家:" in r.screen()
        await r.press("s")
        assert "69家 -subject->" in r.screen()
        assert r.app.workspace.span(r.reader.span).text == "顺义区总工会"  # type: ignore[union-attr]
        await r.press("enter")
        assert relations(r) == [("subject", "69家", "顺义区总工会")]


async def test_a_jump_before_the_type_is_chosen_goes_to_the_tail(running: Open, folder: Path) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        await r.press("L apostrophe")
        mode = r.app.controller.mode
        assert isinstance(mode, Jumping)
        tail = next(h for h in mode.hints if r.reader.scene.text.startswith("顺义区", h.start))
        await r.press(f"{' '.join(tail.letters)} s enter")
        assert relations(r) == [("subject", "69家", "顺义区总工会")]


async def test_who_went_elsewhere_first_goes_through_the_likely_tails_from_there(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(140, 30)) as r:
        await tag_four(r)
        for step, count in (("n", "1/2"), ("N", "2/2")):
            await r.press("L down p")
            assert "1/2" not in r.screen()
            await r.press(step)
            assert f"-period-> {count}" in r.screen()
            await r.press("escape")
        await r.press("L slash 总 工 会 escape p")
        assert "-period-> 1/2" in r.screen(), "a search that was given up moved nothing"


async def test_a_hit_in_another_article_leaves_the_relation(running: Open, folder: Path) -> None:
    (folder / "seeds" / "q.txt").write_text("夜市开张\n\n昨晚，停业三月的夜市重新开张。\n", encoding="utf-8")
    async with running(folder, size=(140, 30), article="p#1") as r:
        await tag_four(r)
        await r.press("L s ctrl+g 夜 市 enter")
        assert isinstance(r.app.controller.mode, Reading)
        assert "-subject->" not in r.screen()
