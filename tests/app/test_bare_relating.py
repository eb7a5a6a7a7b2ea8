"""Relating by the keys' ids: types, likely tails, what is refused, what leaves it."""

from pathlib import Path

import pytest

from tests.app.bare import Bare


@pytest.fixture
def bare(folder: Path) -> Bare:
    return Bare(folder)


def relations(bare: Bare) -> list[tuple[str, str, str]]:
    assert bare.workspace.shown is not None
    document = bare.workspace.shown.opened.document
    texts = {span.id: span.text for span in document.spans}
    return sorted((r.label, texts[r.head], texts[r.tail]) for r in document.relations)


async def four(bare: Bare) -> None:
    """Tag four, the cursor on the metric."""
    for text, letter in (("顺义区总工会", "o"), ("2022年", "i"), ("新建工会组织", "h"), ("69家", "m")):
        await bare.tag(text, letter)


async def test_a_relation_goes_by_its_letter_and_the_likeliest_tail(bare: Bare) -> None:
    await four(bare)
    await bare.press("link")
    assert (bare.mode, bare.bar.split()[:3]) == ("ChoosingRelation", ["relation", "from", "69家:"])
    await bare.press("p")
    assert (bare.mode, bare.meant) == ("Relating", "2")
    assert "69家 -period-> 1/2" in bare.bar
    lit = [bare.workspace.span(id_) for id_ in bare.reader.lit]
    assert [span and span.text for span in lit] == ["2022年"]
    await bare.press("next_tag")
    assert (bare.meant, "2/2" in bare.bar) == ("近日", True)
    await bare.press("next_tag")
    assert "1/2" in bare.bar
    await bare.press("previous_tag")
    assert "2/2" in bare.bar
    await bare.press("2", "next_tag")
    assert "2/2" in bare.bar
    await bare.press("next_tag", "edit")
    assert (bare.mode, relations(bare)) == ("Reading", [("period", "69家", "2022年")])
    assert bare.reader.lit == frozenset()
    span = bare.workspace.span(bare.reader.span)
    assert span is not None
    assert span.text == "69家"


async def test_a_letter_that_is_no_type_leaves(bare: Bare) -> None:
    await four(bare)
    await bare.press("link", "z")
    assert (bare.mode, bare.workspace.status.now.alarm) == ("Reading", True)
    assert "z" in bare.said
    assert len(bare.tags) == 4


async def test_the_head_itself_is_no_tail_and_a_label_that_may_not_be_is_refused(bare: Bare) -> None:
    await four(bare)
    await bare.press("link", "s")
    bare.at("69家")
    await bare.press("edit")
    assert (bare.mode, relations(bare)) == ("Reading", [])
    await bare.press("link", "s")
    bare.at("2022年")
    assert "-subject->" in bare.bar
    await bare.press("link")
    assert (bare.mode, bare.workspace.status.now.alarm) == ("Relating", True)
    bare.at("顺义区总工会")
    await bare.press("link")
    assert relations(bare) == [("subject", "69家", "顺义区总工会")]


async def test_what_is_selected_becomes_a_tag_unless_it_is_one(bare: Bare) -> None:
    await four(bare)
    await bare.press("link", "p")
    bare.select("近日")
    await bare.press("edit")
    assert (relations(bare), bare.tags[0]) == ([("period", "69家", "近日")], ("TIME", "近日"))
    await bare.press("undo", "link", "p")
    bare.select("2022年")
    await bare.press("edit")
    assert (relations(bare), len(bare.tags)) == ([("period", "69家", "2022年")], 4)


async def test_a_relation_is_given_up_with_the_cursor_back_on_its_head(bare: Bare) -> None:
    await four(bare)
    await bare.press("link", "s", "text_start", "clear")
    assert (bare.mode, bare.meant) == ("Reading", "6")
    assert bare.reader.caret.selection is None
    await bare.press("link", "s", "finish")
    assert (bare.mode, bare.workspace.progress.state) == ("Reading", "done")


async def test_a_relation_whose_head_is_gone_is_left(bare: Bare) -> None:
    await four(bare)
    for keys in (("link",), ("link", "s")):
        await bare.press(*keys)
        bare.controller.editor.undo()
        bare.controller.show_changes()
        assert bare.mode == "Reading"
        bare.controller.editor.redo()
        bare.controller.show_changes()
        bare.at("69家")


async def test_no_type_may_begin_at_most_labels(bare: Bare) -> None:
    await bare.tag("顺义区", "l")
    await bare.press("link")
    assert (bare.mode, bare.said) == ("Reading", bare.workspace.say("status.no_types"))


async def test_a_type_that_names_no_heads_may_begin_anywhere(folder: Path) -> None:
    (folder / "piyue.toml").write_text(
        '[[relations]]\nid = "near"\nkey = "n"\n\n'
        '[[relations]]\nid = "counts"\nkey = "c"\nheads = ["METRIC"]\n',
        encoding="utf-8",
    )
    bare = Bare(folder)
    await four(bare)
    for text, types in (("顺义区总工会", " n near"), ("69家", " n near  c counts")):
        bare.at(text)
        await bare.press("link")
        assert bare.bar.rstrip().endswith(f":{types}")
        await bare.press("z")
