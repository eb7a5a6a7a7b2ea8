"""Votes learned of a source: better on pages held out, or the general ones."""

from random import Random

from tests.text.showing import page_of
from tests.text.test_borders import BRIDGE, PEARS, set_
from tui.text.divide import divide
from tui.text.learning import ENOUGH, Example, examples, learn
from tui.text.votes import VOTES


def pages(count: int, seed: int = 1) -> list[list[Example]]:
    """Return confirmed pages of a paper whose short lines below its features begin articles."""
    random = Random(seed)
    return [
        [
            Example({"any line": 1.0, "feature above": 1.0, "several lines": float(begins)}, begins)
            for begins in (random.random() < 0.7 for _ in range(6))
        ]
        for _ in range(count)
    ]


def test_what_a_source_does_otherwise_is_learned() -> None:
    found = learn(pages(20))
    assert found.better
    assert found.learned > found.general
    assert found.weights["several lines"] > VOTES["several lines"]


def test_with_few_pages_the_general_weights_stay() -> None:
    assert learn(pages(ENOUGH - 1)).weights == VOTES


def test_what_has_no_pattern_leaves_the_general_weights() -> None:
    random = Random(7)
    noise = [
        [Example({"any line": 1.0, "wide gap": 1.0}, random.random() < 0.86) for _ in range(4)]
        for _ in range(12)
    ]
    found = learn(noise)
    assert found.learned >= found.general or found.weights == VOTES


def test_the_examples_of_a_page_are_its_undecided_lines() -> None:
    text = set_("老桥大修", f"本报讯（记者 沈一鸣）{BRIDGE}", "果农学拍照", PEARS)
    starts = [0, text.index("果农学")]
    assert [one.begins for one in examples(page_of(text), starts)] == [True]
    assert [one.begins for one in examples(page_of(text), [0])] == [False]


def test_learned_weights_divide_otherwise() -> None:
    text = set_("老桥大修", f"本报讯（记者 沈一鸣）{BRIDGE}", "果农学拍照", PEARS)
    never = dict(VOTES) | {"any line": -20.0}
    assert len(divide(page_of(text)).articles) == 2
    assert len(divide(page_of(text), never).articles) == 1
