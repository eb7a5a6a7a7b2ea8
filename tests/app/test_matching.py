"""What is meant by what is typed: names in English and Chinese, pinyin and initials."""

import pytest

from tui.app.dialogs.matching import rank
from tui.app.dialogs.pick import Choice, found, options_of


@pytest.mark.parametrize(
    ("typed", "names", "expected"),
    [
        ("", ("undo",), 0),
        ("un", ("undo the last change",), 0),
        ("UN", ("Undo",), 0),
        ("la", ("undo the last change",), 1),
        ("the last", ("undo the last change",), 1),
        ("utlc", ("undo the last change",), 2),
        ("thela", ("undo the last change",), 3),
        ("ndo", ("undo",), 3),
        ("change undo", ("undo the last change",), 4),
        ("change redo", ("undo the last change",), None),
        ("撤", ("撤销上一步",), 0),
        ("上一", ("撤销上一步",), 3),
        ("chexiao", ("撤销上一步",), 2),
        ("cxs", ("撤销上一步",), 2),
        ("shangyi", ("撤销上一步",), 3),
        ("撤a", ("撤销上一步",), None),
        ("chex", ("撤销上一步",), 2),
        ("cxshangyi", ("撤销上一步",), 2),
        ("chexiaoshangyibuz", ("撤销上一步",), None),
        ("yh", ("银行",), 2),
        ("yinhang", ("银行",), 2),
        ("chongxin", ("重新检查",), 2),
        ("orgjg", ("ORG 机构",), 2),
        ("jigou", ("ORG 机构",), 3),
        ("hang", ("银行",), 3),
        ("nhang", ("银行",), None),
        ("x", ("undo", "", "exit"), 3),
        ("e", ("undo", "", "exit"), 0),
        ("e", ("",), None),
        ("e", (), None),
    ],
)
def test_the_beginning_of_a_name_comes_before_its_parts(
    typed: str, names: tuple[str, ...], expected: int | None
) -> None:
    assert rank(typed, names) == expected


def test_the_best_comes_first_and_of_equals_the_one_that_stood_first() -> None:
    choices = [Choice(id_, id_, (id_,)) for id_ in ("redo", "undo", "do again", "what to do", "no")]
    assert [choice.id for choice in found(choices, "do")] == ["do again", "what to do", "redo", "undo"]


def test_each_group_stands_below_its_head_while_nothing_is_typed() -> None:
    groups = {"a": "", "b": "B", "c": "B", "d": "D"}
    choices = [Choice(id_, id_.upper(), (), group) for id_, group in groups.items()]
    rows = [(str(option.prompt), option.id, option.disabled) for option in options_of(choices, headed=True)]
    assert rows == [
        ("A", "a", False),
        ("B", None, True),
        ("B", "b", False),
        ("C", "c", False),
        ("D", None, True),
        ("D", "d", False),
    ]
    assert [option.id for option in options_of(choices, headed=False)] == ["a", "b", "c", "d"]
