"""Splits: nothing leaks, the shares come out, and every machine gives the same."""

import json
import random
import subprocess
import sys
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.shares import examples
from tui.errors import FormatError
from tui.formats.common.near_duplicates import COMMON, LENGTH, Families, share, strings
from tui.formats.common.splits import Item, _group, assign, date_of, ratio

WIRE = "".join(chr(0x4E00 + (n * 7919) % 5000) for n in range(400))


def item(name: str, text: str, page: str = "", **labels: int) -> Item:
    return Item(name, page or name, text, labels)


def text_of(number: int, length: int = 200) -> str:
    draw = random.Random(number)
    return "".join(chr(0x4E00 + draw.randrange(8000)) for _ in range(length))


def splits_of(
    items: list[Item], shares: tuple[int, ...] = (80, 10, 10), seed: int = 1, by: str = ""
) -> dict[str, str]:
    return {place.article: place.split for place in assign(items, shares, seed, by)}


def test_the_same_dispatch_in_two_papers_stays_on_one_side() -> None:
    cut = "另一报\n" + WIRE[:250] + "。"
    for seed in range(20):
        items = [item("a", WIRE), *(item(f"x{n}", text_of(n)) for n in range(30)), item("b", cut)]
        found = splits_of(items, (50, 50), seed)
        assert found["a"] == found["b"]
    places = {place.article: place for place in assign(items, (50, 50), 1)}
    assert places["a"].reason == places["b"].reason == "twin"
    assert places["b"].group == "a"
    assert places["x3"].reason == "alone"


def test_one_text_in_the_other_script_or_in_full_width_stays_on_one_side() -> None:
    text = (
        "临溪县总工会3月召开会议，发展会员8447人，ABC公司的职工说："
        "这里的变化真大，农民工兄弟都很高兴，机关单位纷纷响应，积极参与。"
    )
    written_in_traditional = (
        "臨溪縣總工會3月召開會議，發展會員8447人，ABC公司的職工說："
        "這裡的變化真大，農民工兄弟都很高興，機關單位紛紛響應，積極參與。"
    )
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    for seed in range(20):
        others = [item(f"x{n}", text_of(n)) for n in range(30)]
        items = [item("a", text), *others, item("b", written_in_traditional), item("c", wide)]
        found = splits_of(items, (50, 50), seed)
        assert found["a"] == found["b"] == found["c"]


@given(st.lists(st.text("甲乙丙丁戊 ，", min_size=0, max_size=40), max_size=7))
@settings(max_examples=examples(150))
def test_families_are_those_that_comparing_all_pairs_finds(texts: list[str]) -> None:
    families = Families()
    grams = []
    for text in texts:
        families.add(strings(text))
        plain = "".join(c for c in text if c.isalnum())
        grams.append({plain[at : at + LENGTH] for at in range(max(len(plain) - LENGTH, 0) + 1)})
    parents = list(range(len(texts)))
    for _ in texts:
        for one, other in combinations(range(len(texts)), 2):
            common = len(grams[one] & grams[other])
            if common and common >= COMMON * min(len(grams[one]), len(grams[other])):
                parents[one] = parents[other] = min(parents[one], parents[other])
    assert [families.of(number) for number in range(len(texts))] == parents


def test_a_sample_of_the_strings_still_finds_twins_in_large_corpora() -> None:
    one_in = share(50_000_000)
    assert one_in > share(10_000) == 1
    families = Families()
    for text in (WIRE, WIRE[60:], text_of(1, 400)):
        families.add(strings(text, one_in))
    assert [families.of(number) for number in range(3)] == [0, 0, 2]


@pytest.mark.parametrize("shares", [(80, 10, 10), (70, 30), (1, 1, 1)])
def test_shares_and_labels_come_out_as_asked_for(shares: tuple[int, ...]) -> None:
    draw = random.Random(5)
    items = [
        item(f"a{n}", text_of(n), ORG=draw.randrange(8), LOC=draw.randrange(4), RARE=int(n % 20 == 0))
        for n in range(400)
    ]
    found = splits_of(items, shares)
    names = list(dict.fromkeys(("train", "test") if len(shares) == 2 else ("train", "dev", "test")))
    for label in ("ORG", "LOC", "RARE"):
        total = sum(i.labels[label] for i in items)
        for name, part in zip(names, shares, strict=True):
            got = sum(i.labels[label] for i in items if found[i.article] == name)
            assert abs(got / total - part / sum(shares)) < 0.06, (label, name)
    counts = Counter(found.values())
    for name, part in zip(names, shares, strict=True):
        assert abs(counts[name] / 400 - part / sum(shares)) < 0.03


def test_a_group_weighs_what_all_its_articles_have_and_is_of_their_first_day() -> None:
    items = [
        item("a", "甲", "x-2024-03-02", ORG=2),
        item("b", "乙", "x-2024-03-01", LOC=1),
        item("c", "丙", ORG=9),
    ]
    group = _group(items, [0, 1])
    assert (group.key, group.date, group.members) == ("a", "2024-03-01", (0, 1))
    assert group.weights == {"": 2, "ORG": 2, "LOC": 1}


def test_a_text_that_is_near_two_families_makes_one_of_them() -> None:
    families = Families()
    for hashes in ([*range(10)], [*range(20, 30)], [*range(40, 50)], [*range(10), *range(40, 50)]):
        families.add(hashes)
    assert [families.of(number) for number in range(4)] == [0, 1, 0, 0]


def test_another_seed_gives_another_split_and_the_same_seed_the_same() -> None:
    items = [item(f"a{n}", text_of(n), ORG=n % 3) for n in range(60)]
    assert splits_of(items, seed=1) == splits_of(items, seed=1)
    assert splits_of(items, seed=1) != splits_of(items, seed=2)


@pytest.mark.slow
def test_no_hash_seed_or_order_of_sets_changes_a_split() -> None:
    script = (
        "import json; from tests.formats.test_splits import *;"
        "items = [item(f'a{n}', text_of(n // 2), ORG=n % 3, LOC=n % 2) for n in range(40)];"
        "print(json.dumps(splits_of(items)))"
    )
    answers = set()
    for seed in ("1", "2"):
        environ = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environ, cwd=ROOT, capture_output=True, text=True, check=True
        )
        answers.add(done.stdout)
    (answer,) = answers
    assert Counter(json.loads(answer).values())["train"] >= 28


def test_by_date_the_oldest_days_are_for_training_and_no_day_is_cut() -> None:
    days = [f"paper-2024-01-{day:02}" for day in range(1, 21)]
    items = [item(f"{day}#{n}", text_of(10 * int(day[-2:]) + n), day) for day in days for n in range(3)]
    random.Random(3).shuffle(items)
    found = assign(items, (80, 10, 10), 1, "date")
    names = ("train", "dev", "test")
    by_split = {name: {date_of(place.page) for place in found if place.split == name} for name in names}
    assert max(by_split["train"]) < min(by_split["dev"])
    assert max(by_split["dev"]) < min(by_split["test"])
    assert [len(days) for days in by_split.values()] == [16, 2, 2]


def test_days_are_found_in_names_of_pages() -> None:
    assert date_of("rmrb_2018-05-01_03") == date_of("20180501-a") == date_of("x/2018.05.01") == "2018-05-01"
    assert date_of("000_fabdfe4cb5b039c8") == date_of("2018-13-01") == date_of("120180501") == ""


@pytest.mark.parametrize("text", ["", "80", "8/2", "80/10/10", "1/1/1"])
def test_shares_are_one_to_three_whole_numbers(text: str) -> None:
    if text:
        assert sum(ratio(text)) > 0
    else:
        with pytest.raises(FormatError):
            ratio(text)
