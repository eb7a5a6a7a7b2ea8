"""CoNLL-U as its treebanks have it: words, tokens of several words, empty nodes, comments, entities."""

from collections import Counter
from pathlib import Path

import pytest

from tests.formats.test_not_silent import read_all, said
from tui.errors import PiyueError
from tui.formats.common.flat_article import FlatArticle

Unread = Counter[tuple[str, str]]


def row(key: str, form: str, misc: str = "_", features: str = "_ _ _ _ _ _ _") -> str:
    return "\t".join([key, form, *features.split(), misc])


def words(*forms: str) -> list[str]:
    return [row(str(number), form) for number, form in enumerate(forms, 1)]


@pytest.fixture
def reading(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Read lines as a file."""

    def read(*lines: str) -> tuple[list[FlatArticle], Unread, list[PiyueError]]:
        path = tmp_path / "x.conllu"
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return read_all("conllu", path)

    return read


def surfaces(article: FlatArticle) -> list[str]:
    return [article.text[start:end] for start, end in article.words]


def test_words_of_chinese_stand_side_by_side_and_those_of_latin_letters_do_not(reading) -> None:  # type: ignore[no-untyped-def]
    (article,), _, _ = reading(*words("工会", "用", "Open", "Office", "办公"))
    assert article.text == "工会用Open Office办公"
    assert surfaces(article) == ["工会", "用", "Open", "Office", "办公"]
    (article,), _, _ = reading(*words("Unions", "met", "."))
    assert article.text == "Unions met ."


def test_a_blank_stands_behind_each_word_where_any_says_that_it_has_none(reading) -> None:  # type: ignore[no-untyped-def]
    rows = [
        row("1", "工会", "SpaceAfter=No"),
        row("2", "成立"),
        row("3", "了", "SpaceAfter=Yes"),
        row("4", "好"),
    ]
    (article,), _, _ = reading(*rows)
    assert article.text == "工会成立 了 好"
    assert surfaces(article) == ["工会", "成立", "了", "好"]


@pytest.mark.parametrize("text", ["工会  成立 了", "工会成立了"])
def test_words_stand_where_the_text_line_has_them(text: str, reading) -> None:  # type: ignore[no-untyped-def]
    (article,), unread, _ = reading(f"# text = {text}", *words("工会", "成立", "了"))
    assert article.text == text
    assert surfaces(article) == ["工会", "成立", "了"]
    assert unread == {}


@pytest.mark.parametrize("text", ["工会不成立了", "工会成立", "工会成立了吗", "别的"])
def test_a_text_line_that_says_something_else_is_counted_and_the_words_hold(text: str, reading) -> None:  # type: ignore[no-untyped-def]
    (article,), unread, _ = reading(f"# text = {text}", *words("工会", "成立", "了"), "", *words("好"))
    assert article.text == "工会成立了\n好"
    assert unread == {("text", ""): 1}


def test_sentences_have_their_ids_and_each_stands_on_a_line(reading) -> None:  # type: ignore[no-untyped-def]
    first, second = words("一", "二"), words("三")
    (article,), unread, _ = reading("# sent_id = a", "# newpar", *first, "", "", *second)
    assert article.text == "一二\n三"
    assert article.sentences == ((0, 2, "a"), (3, 4, ""))
    assert surfaces(article) == ["一", "二", "三"]
    assert unread == {}


def test_each_document_is_an_article_by_its_name(reading) -> None:  # type: ignore[no-untyped-def]
    lines = (
        "# newdoc id = a%20b",
        *words("一"),
        "",
        "# newdoc = c",
        *words("二"),
        "",
        "# newdoc",
        *words("三"),
    )
    found, _, _ = reading(*lines, "# newdoc id = empty")
    assert [(one.external_id, one.text, one.line) for one in found] == [
        ("a b", "一", 1),
        ("c", "二", 4),
        ("", "三", 7),
    ]


def test_each_column_that_has_no_place_is_counted_by_its_name(reading) -> None:  # type: ignore[no-untyped-def]
    features = "会 NOUN NN Case=Nom 0 root 0:root"
    _, unread, _ = reading(row("1", "会", "Gloss=union|Lang=zh", features), row("2", "好", "Gloss=good"))
    names = ("LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS")
    misc = {("misc", "Gloss"): 2, ("misc", "Lang"): 1}
    assert unread == {("column", name): 1 for name in names} | misc


def test_what_only_says_of_blanks_is_read(reading) -> None:  # type: ignore[no-untyped-def]
    _, unread, _ = reading(row("1", "会", "SpaceAfter=No|SpacesAfter=\\n|Entity=(e1-ORG)"))
    assert unread == {}


def test_unknown_comments_are_counted_and_known_ones_are_not(reading) -> None:  # type: ignore[no-untyped-def]
    lines = (
        "# global.columns = ID FORM",
        "# global.Entity = eid-etype",
        "# translit = hui",
        "#",
        *words("会"),
    )
    _, unread, refused = reading(*lines)
    assert unread == {("comment", ""): 2}
    assert refused == []


def test_a_line_that_is_no_word_is_refused_and_the_others_are_read(reading) -> None:  # type: ignore[no-untyped-def]
    (article,), _, refused = reading(*words("一"), "二\t三", row("2", "四"))
    assert article.text == "一四"
    assert [error.line for error in refused] == [2]


def test_words_of_one_token_stand_within_it_where_they_make_it_up(reading) -> None:  # type: ignore[no-untyped-def]
    rows = [
        row("1-2", "总工会"),
        row("1", "总", "Entity=(e1-X)"),
        row("2", "工会", "Entity=(e2-ORG)"),
        row("3", "好"),
    ]
    (article,), _, _ = reading(*rows)
    assert article.text == "总工会好"
    assert surfaces(article) == ["总", "工会", "好"]
    assert said(article) == [("X", "总"), ("ORG", "工会")]


def test_words_that_do_not_make_up_their_token_stand_where_it_does(reading) -> None:  # type: ignore[no-untyped-def]
    rows = [row("1", "去"), row("2-3", "别"), row("2", "不"), row("3", "要", "Entity=(e1-X)"), row("4", "了")]
    (article,), _, _ = reading(*rows)
    assert article.text == "去别了"
    assert surfaces(article) == ["去", "别", "了"]
    assert said(article) == [("X", "别")]


def test_a_token_of_several_words_may_say_an_entity_itself(reading) -> None:  # type: ignore[no-untyped-def]
    rows = [row("1-2", "总工会", "Entity=(e1-ORG)"), row("1", "总"), row("2", "工会")]
    (article,), _, _ = reading(*rows)
    assert said(article) == [("ORG", "总工会")]


def test_empty_nodes_are_counted_and_no_part_of_the_text(reading) -> None:  # type: ignore[no-untyped-def]
    (article,), unread, _ = reading(
        row("1", "一"), row("1.1", "无"), row("x-2", "无"), row("2-", "无"), row("2", "二")
    )
    assert article.text == "一二"
    assert unread == {("empty_node", ""): 3}


def test_the_type_of_an_entity_is_the_field_that_is_called_so(reading) -> None:  # type: ignore[no-untyped-def]
    lines = ("# global.Entity = eid-head-etype", row("1", "会", "Entity=(e1-1-ORG)"))
    (article,), _, _ = reading(*lines)
    assert said(article) == [("ORG", "会")]
    (first, second), _, _ = reading(*lines, "# newdoc id = b", row("1", "县", "Entity=(e1-1-LOC)"))
    assert (said(first), said(second)) == ([("ORG", "会")], [("LOC", "县")])


def test_an_entity_without_fields_has_no_label_and_a_label_may_be_encoded(reading) -> None:  # type: ignore[no-untyped-def]
    (article,), _, _ = reading(row("1", "会", "Entity=(e1)"), row("2", "县", "Entity=(e2-A%2DB)"))
    assert said(article) == [("", "会"), ("A-B", "县")]


def test_entities_that_never_end_are_refused_one_by_one(reading) -> None:  # type: ignore[no-untyped-def]
    rows = [row("1", "会", "Entity=(e1-ORG(e1-ORG(e2-LOC"), row("2", "县", "Entity=e9)")]
    (article,), _, refused = reading(*rows)
    assert said(article) == []
    assert len(refused) == 3


def test_each_entity_is_the_same_as_the_one_of_its_id_before_it(reading) -> None:  # type: ignore[no-untyped-def]
    rows = [row(str(n), form, "Entity=(e1-P)") for n, form in enumerate("他她它", 1)]
    (article,), _, _ = reading(*rows, row("4", "会", "Entity=(e2-P)"))
    keys = [mark.id for mark in article.marks]
    assert [(link.head, link.tail) for link in article.links] == [(keys[0], keys[1]), (keys[1], keys[2])]


def test_parts_of_an_entity_belong_to_its_bracket(reading) -> None:  # type: ignore[no-untyped-def]
    rows = [row("1", "会", "Entity=(e1[1/2]-ORG)"), row("2", "县")]
    (article,), _, _ = reading(*rows)
    assert said(article) == [("ORG", "会")]


def test_what_is_said_of_a_text_is_no_comment(reading) -> None:  # type: ignore[no-untyped-def]
    lines = ("# newdoc id = a", "# newpar id = b", "# sent_id = c", "# text = 会", *words("会"))
    (article,), unread, refused = reading(*lines)
    assert (article.external_id, unread, refused) == ("a", {}, [])


def test_a_sentence_of_empty_nodes_alone_is_none(reading) -> None:  # type: ignore[no-untyped-def]
    (article,), _, _ = reading(*words("会"), "", row("0.1", "无"), "", *words("好"))
    assert (article.text, len(article.sentences)) == ("会\n好", 2)
