"""What was tagged before is proposed, as long as it mostly is tagged where it stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.suggest.building import article, finished, place, written
from tui.suggest.candidate import Candidate, Example
from tui.suggest.memory import ENOUGH, Memory, MemoryProposer, remembered


def memory(*examples: Example) -> MemoryProposer:
    made = MemoryProposer(("METRIC", "TIME"))
    made.train(examples)
    return made


def proposed(maker: MemoryProposer, words: str) -> list[tuple[str, str]]:
    text = article(words, "new#1")
    return written(text, [one for one in maker.propose(text) if one.score >= ENOUGH])


def test_a_text_tagged_once_is_proposed_where_it_stands_again() -> None:
    maker = memory(finished(article("东屏 书院 开课"), ("东屏书院", "ORG")))
    assert proposed(maker, "记者 在 东屏 书院 见到") == [("东屏书院", "ORG")]


def test_one_tag_in_an_unfinished_article_is_enough_and_counts_at_once() -> None:
    maker = memory()
    text = article("沈一鸣 来 了 。 沈一鸣 走 了")
    maker.put(Example(text, (place(text, "沈一鸣", "PERSON"),)))
    assert proposed(maker, "沈一鸣 又 来") == [("沈一鸣", "PERSON")]


def test_the_longest_text_is_proposed_and_nothing_within_it() -> None:
    maker = memory(finished(article("东屏 和 东屏 书院"), ("东屏书院", "ORG"), ("东屏", "LOC")))
    assert proposed(maker, "东屏 书院 在 东屏") == [("东屏书院", "ORG"), ("东屏", "LOC")]


def test_a_text_that_mostly_stands_without_a_tag_is_not_proposed() -> None:
    text = article("会员 大会 。 会员 多 了 。 会员 少 了 。 会员")
    maker = memory(replace(finished(text), tags=(place(text, "会员", "ORG"),)))
    assert proposed(maker, "会员 在") == []


def test_untagged_places_count_only_where_something_was_decided() -> None:
    text = article("会员 大会 。 会员 多 了 。 会员 少 了 。 会员")
    tag = (place(text, "会员", "ORG"),)
    assert proposed(memory(Example(text, tag)), "会员 在") == [("会员", "ORG")]


def test_refusals_count_against_a_text() -> None:
    text = article("望津 望津 望津")
    refused = tuple(place(text, "望津", "LOC", nth) for nth in (1, 2))
    assert proposed(memory(Example(text, (place(text, "望津", "LOC"),), refused=refused)), "望津") == []


def test_quantities_and_times_are_not_remembered() -> None:
    maker = memory(finished(article("新建 36家 三月"), ("36家", "METRIC"), ("三月", "TIME")))
    assert proposed(maker, "36家 三月") == []


def test_an_article_that_changes_is_remembered_as_it_is_now() -> None:
    text = article("沈一鸣 来")
    maker = memory(finished(text, ("沈一鸣", "PERSON")))
    maker.put(Example(text))
    assert proposed(maker, "沈一鸣") == []


def test_in_training_an_article_is_not_told_what_it_says_itself() -> None:
    one, other = article("沈一鸣 来", "a#1"), article("沈一鸣 走", "b#1")
    maker = memory(finished(one, ("沈一鸣", "PERSON")))
    assert maker.memory.find(one, own=False) == []
    maker.put(finished(other, ("沈一鸣", "PERSON")))
    assert written(one, maker.memory.find(one, own=False)) == [("沈一鸣", "PERSON")]


TEXT = article("甲乙 丙丁 甲乙 戊己 丙丁 庚辛 甲乙")
TAGS = st.sets(st.tuples(st.integers(0, 6), st.sampled_from(["ORG", "LOC"])), max_size=7).map(
    lambda rows: tuple(Candidate(2 * at, 2 * at + 2, label) for at, label in sorted(dict(rows).items()))
)


@given(st.lists(st.tuples(st.sampled_from("abc"), TAGS, st.booleans()), max_size=8))
def test_whatever_the_way_there_the_memory_is_that_of_the_last_state(
    steps: list[tuple[str, tuple[Candidate, ...], bool]],
) -> None:
    walked, last = Memory(), dict[str, Example]()
    for name, tags, done in steps:
        text = replace(TEXT, article=name)
        last[name] = Example(text, tags, text.blocks if done else ())
        walked.put(name, remembered(last[name], ()))
        walked.find(TEXT)
    fresh = Memory()
    for name, example in last.items():
        fresh.put(name, remembered(example, ()))
    assert walked.find(TEXT) == fresh.find(TEXT)


def test_articles_in_which_nothing_was_decided_do_not_push_out_those_in_which_something_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.suggest.memory.MOST_DECIDED", 1)
    text = article("会员 大会 。 会员 多 了 。 会员 少 了 。 会员", "a#1")
    maker = memory(replace(finished(text), tags=(place(text, "会员", "ORG"),)))
    maker.put(Example(article("别处", "b#1"), (Candidate(0, 2, "LOC"),)))
    assert proposed(maker, "会员 在") == []
