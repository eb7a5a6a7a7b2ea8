"""What the words around a name say of whether a metric is about it."""

import pytest

from tui.suggest.subject_clues import clues, stand_ins


def found(text: str, name: str, metric: str = "36家", times: tuple[str, ...] = ()) -> set[str]:
    at, head = text.index(name), text.index(metric)
    ranges = sorted((text.index(time), text.index(time) + len(time)) for time in times)
    return set(clues(text, (at, at + len(name)), (head, head + len(metric)), ranges))


def test_the_name_that_opens_the_clause_of_a_metric_is_its_subject() -> None:
    text = "县统计局数据显示，青禾镇新建工会36家。"
    assert found(text, "青禾镇") == {"clause", "opens"}
    assert found(text, "县统计局") == {"opens", "told"}


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("去年青禾镇新建工会36家。", ("去年",)),
        ("其中，青禾镇新建工会36家。", ()),
        ("天气好；去年全年，青禾镇新建36家。", ("去年全年",)),
        ("“青禾镇新建工会36家。”", ()),
        ("他说：“截至目前青禾镇新建工会36家。”", ()),
    ],
)
def test_times_conjunctions_and_quotation_marks_may_stand_before_what_opens_a_clause(
    text: str, times: tuple[str, ...]
) -> None:
    assert "opens" in found(text, "青禾镇", times=times)


def test_what_stands_within_a_clause_does_not_open_it() -> None:
    assert "opens" not in found("他们帮青禾镇新建工会36家。", "青禾镇")


@pytest.mark.parametrize(
    "text",
    [
        "据县统计局介绍，新建36家。",
        "记者从县统计局获悉，新建36家。",
        "县统计局局长沈一鸣表示，新建36家。",
        "县统计局的数据显示：新建36家。",
    ],
)
def test_who_tells_a_figure_is_not_its_subject(text: str) -> None:
    assert "told" in found(text, "县统计局")


def test_a_name_with_a_verb_of_its_own_does_not_tell_the_figure() -> None:
    assert "told" not in found("县统计局新建36家，说明了问题。", "县统计局")


@pytest.mark.parametrize(
    "preposition",
    [
        "从", "在", "向", "对", "与", "和", "同", "跟", "自", "至", "到", "于", "给", "为", "被", "由", "把",
        "将", "来自", "起自", "终至", "位于", "通过", "根据", "按照", "依据", "经过",
    ],
)  # fmt: skip
def test_what_a_preposition_leads_is_no_subject(preposition: str) -> None:
    assert "object" in found(f"他们{preposition}青禾镇新建36家。", "青禾镇")


def test_a_name_that_the_title_has_too_is_what_the_article_is_about() -> None:
    text = "青禾镇抓落实\n据悉，青禾镇新建36家。"
    at = text.rindex("青禾镇")
    head = text.index("36家")
    assert "title" in set(clues(text, (at, at + 3), (head, head + 3), []))
    assert "title" not in set(clues(text, (0, 3), (head, head + 3), []))


def test_what_stands_directly_before_a_metric_is_counted_by_it() -> None:
    text = "去年全市新建养老院36家。"
    assert "counted" in found(text, "养老院")
    assert "counted" not in found(text, "全市")
    assert "counted" not in found("全市36家。", "全市")


@pytest.mark.parametrize(
    ("text", "is_attribute"),
    [
        ("青禾镇选手沈一鸣获奖36家。", True),
        ("青禾镇中学教师沈一鸣获奖36家。", True),
        ("青禾镇书记沈一鸣介绍，新建36家。", False),
        ("青禾镇派医生沈一鸣走访36家。", False),
        ("青禾镇新建工会36家。", False),
    ],
)
def test_whose_post_somebody_has_is_no_subject_unless_they_tell_the_figure(
    text: str, is_attribute: bool
) -> None:
    assert ("attribute" in found(text, "青禾镇")) == is_attribute


@pytest.mark.parametrize("whole", ["全校", "全线", "全院", "辖区", "两国"])
def test_words_for_the_whole_of_it_stand_for_a_subject(whole: str) -> None:
    text = f"校长说，{whole}共有36家。"
    assert [text[a:b] for a, b in stand_ins(text)] == [whole]


def test_words_stand_for_a_body_that_was_named() -> None:
    text = "公司实现增长，该区总工会与全县协会合作。我省的公司多，分公司也多，本院很好。"
    assert [text[a:b] for a, b in stand_ins(text)] == ["公司", "该区总工会", "全县协会", "公司", "本院"]


@pytest.mark.parametrize("pronoun", ["该", "本", "我"])
def test_a_pronoun_with_a_body_or_its_kind_stands_for_one(pronoun: str) -> None:
    for body in ("公司", "学校", *"校院厂行局所社队司"):
        text = f"天好，对{pronoun}{body}好，对{body}好。"
        assert [text[a:b] for a, b in stand_ins(text)] == [f"{pronoun}{body}"], body
    for level in "省市区县旗州盟镇乡村":
        text = f"对{pronoun}{level}公司好，对{level}公司好。"
        assert [text[a:b] for a, b in stand_ins(text)] == [f"{pronoun}{level}公司"], level
