"""CoNLL as corpora have it: columns, sentences, documents, comments, numbered characters, tags."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.test_not_silent import read_all, said
from tui.errors import PiyueError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.tag_schemes import TagReader

Read = Callable[[str], tuple[list[FlatArticle], dict[tuple[str, str], int], list[PiyueError]]]


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    def read(text: str) -> tuple[list[FlatArticle], dict[tuple[str, str], int], list[PiyueError]]:
        path = tmp_path / "x.conll"
        path.write_bytes(text.encode())
        found, unread, refused = read_all("conll", path)
        return found, dict(unread), refused

    return read


ROWS = "临 B-LOC\n溪 I-LOC\n好 O\n"


@pytest.mark.parametrize("separator", [" ", "\t", "   "])
def test_a_token_and_its_tag_stand_on_a_line(separator: str, reading: Read) -> None:
    (article,), unread, refused = reading(ROWS.replace(" ", separator))
    assert (article.text, said(article)) == ("临溪好", [("LOC", "临溪")])
    assert (unread, refused) == ({}, [])


@pytest.mark.parametrize("between", ["\n\n", "\n-DOCSTART- O\n\n", "-DOCSTART-\n"])
def test_two_blank_lines_or_a_document_line_part_articles(between: str, reading: Read) -> None:
    found, _, refused = reading(ROWS + between + "东 B-LOC\n")
    assert [article.text for article in found] == ["临溪好", "东"]
    assert [said(article) for article in found] == [[("LOC", "临溪")], [("LOC", "东")]]
    assert refused == []


def test_a_document_line_parts_articles_in_files_of_any_width(reading: Read) -> None:
    found, _, _ = reading("-DOCSTART- -X- O O\n\n临 N x B-LOC\n\n-DOCSTART- -X- O O\n\n好 N x O\n")
    assert [article.text for article in found] == ["临", "好"]


def test_one_blank_line_ends_a_sentence_and_no_article(reading: Read) -> None:
    (article,), _, _ = reading(ROWS + "\n东 B-LOC\n河 I-LOC\n")
    assert article.text == "临溪好\n东河"
    assert article.sentences == ((0, 3, ""), (4, 6, ""))
    assert said(article) == [("LOC", "临溪"), ("LOC", "东河")]


def test_no_tag_goes_on_in_the_next_sentence(reading: Read) -> None:
    (article,), _, _ = reading("临 B-LOC\n\n溪 I-LOC\n")
    assert said(article) == [("LOC", "临"), ("LOC", "溪")]


def test_a_comment_names_the_sentence_that_follows_and_others_are_counted(reading: Read) -> None:
    (article,), unread, _ = reading(
        "# id 7\n# by hand and by eye\n" + ROWS + "\n# sent_id = b\n东 B-LOC\n\n河 O\n"
    )
    assert [sentence.id for sentence in article.sentences] == ["7", "b", ""]
    assert unread == {("comment", ""): 1}


def test_a_hash_can_be_a_token(reading: Read) -> None:
    (article,), unread, _ = reading(ROWS + "# O\n")
    assert (article.text, unread) == ("临溪好#", {})


def test_the_tag_is_the_last_column_and_columns_between_are_counted(reading: Read) -> None:
    (article,), unread, _ = reading("临 N x B-LOC\n溪 N x I-LOC\n好 V y O\n")
    assert said(article) == [("LOC", "临溪")]
    assert unread == {("column", ""): 2}


def test_the_tag_is_the_second_column_where_the_last_has_as_many_values_as_words(reading: Read) -> None:
    rows = "".join(f"字 {'B-LOC' if n == 0 else 'O'} f{n}\n" for n in range(201))
    (article,), _, _ = reading(rows)
    assert said(article) == [("LOC", "字")]
    (article,), _, _ = reading("".join(f"字 B-LOC f{n}\n" for n in range(200)))
    assert {label for label, _ in said(article)} >= {"f0", "f199"}


def test_a_line_of_too_few_columns_is_refused_and_the_rest_is_read(reading: Read) -> None:
    (article,), _, refused = reading(ROWS + "东\n河 O\n")
    assert article.text == "临溪好河"
    assert [error.line for error in refused] == [4]


def test_a_line_of_other_columns_has_its_tag_in_the_last_too(reading: Read) -> None:
    (article,), _, refused = reading(ROWS + "东 N B-LOC\n")
    assert said(article) == [("LOC", "临溪"), ("LOC", "东")]
    assert refused == []


def test_a_file_of_one_column_is_a_text_without_tags(reading: Read) -> None:
    (article,), _, refused = reading("临\n溪\n\n好\n")
    assert (article.text, article.marks, refused) == ("临溪\n好", (), [])


def test_a_token_can_be_a_blank(reading: Read) -> None:
    (article,), _, _ = reading("临 B-LOC\n\u3000 O\n溪 B-LOC\n")
    assert article.text == "临\u3000溪"
    (article,), _, _ = reading("临\tB-LOC\n \tO\n溪\tB-LOC\n")
    assert article.text == "临 溪"
    assert article.tokens == ((1, 2),)


def test_a_line_that_begins_with_its_separator_is_refused(reading: Read) -> None:
    (article,), _, refused = reading("临\tB-LOC\n\tO\n溪\tB-LOC\n")
    assert article.text == "临溪"
    assert len(refused) == 1


def test_most_lines_decide_how_columns_are_parted(reading: Read) -> None:
    (article,), _, _ = reading("临\tB-LOC\n溪 河\tI-LOC\n好\tO\n")
    assert said(article) == [("LOC", "临溪 河")]


def test_ends_of_lines_of_windows_are_no_part_of_tags(reading: Read) -> None:
    found, _, refused = reading((ROWS + "\n\n" + ROWS).replace("\n", "\r\n"))
    assert [said(article) for article in found] == [[("LOC", "临溪")]] * 2
    assert refused == []


def test_characters_numbered_in_their_words_say_where_words_end(reading: Read) -> None:
    (article,), _, _ = reading("临0 B-LOC\n溪1 I-LOC\n县2 I-LOC\n总0 O\n工0 O\n会1 O\n")
    assert (article.text, said(article)) == ("临溪县总工会", [("LOC", "临溪县")])
    assert [article.text[a:b] for a, b in article.words] == ["临溪县", "总", "工会"]
    (article,), _, _ = reading("临0 O\n溪1 O\n\n县0 O\n总1 O\n")
    assert [article.text[a:b] for a, b in article.words] == ["临溪", "县总"]


@pytest.mark.parametrize(
    "rows", ["临0 O\n溪1 O\n", "第0 O\n溪5 O\n县7 O\n好3 O\n", "临0 O\n溪1 O\n好 O\n了 O\n"]
)
def test_numbers_that_do_not_count_the_characters_of_words_are_text(rows: str, reading: Read) -> None:
    (article,), _, _ = reading(rows)
    assert article.words == ()
    assert "0" in article.text


def test_tokens_of_several_characters_are_kept_as_tokens(reading: Read) -> None:
    (article,), _, _ = reading("临溪县 B-LOC\n好 O\n")
    assert article.tokens == ((0, 3),)
    assert article.words == ()


@pytest.mark.parametrize(
    "tags",
    ["B-X I-X O", "B_X I_X O", "X-B X-I O", "X_B X_I O", "b-X i-X o", "X-b X-i O", "X X O", "B-X E-X _",
     "B-X L-X O",
     "B-X I-X -", "I-X I-X 0", "b-X m-X OUT", "B-X I-X NONE", "B-X I-X None"],
)  # fmt: skip
def test_tags_are_read_however_they_are_written(tags: str, reading: Read) -> None:
    rows = "".join(f"{token} {tag}\n" for token, tag in zip("临溪好", tags.split(), strict=True))
    (article,), _, _ = reading(rows)
    assert said(article) == [("X", "临溪")]


@pytest.mark.parametrize("only", ["S", "U", "W"])
def test_an_entity_of_one_token_ends_at_once(only: str, reading: Read) -> None:
    (article,), _, _ = reading(f"临 {only}-X\n溪 {only}-X\n好 O\n县 B-X\n城 E-X\n了 E-X\n")
    assert said(article) == [("X", "临"), ("X", "溪"), ("X", "县城"), ("X", "了")]


@pytest.mark.parametrize(
    "tags", ["B- I- O B-", "B_ I_ O S_", "-B -I O -B", "b- m- O b-", "B- E- O S-", "B I- O B-"]
)
def test_tags_that_name_no_label_are_entities_of_no_kind_and_are_counted(tags: str, reading: Read) -> None:
    rows = "".join(f"{token} {tag}\n" for token, tag in zip("临溪好县", tags.split(), strict=True))
    (article,), unread, refused = reading(rows)
    assert said(article) == [("ENTITY", "临溪"), ("ENTITY", "县")]
    assert (unread, refused) == ({("no_label", "ENTITY"): 2}, [])


def test_tags_of_a_letter_alone_are_those_of_a_corpus_of_one_kind(reading: Read) -> None:
    (article,), unread, refused = reading("临 B\n溪 I\n好 O\n")
    assert (said(article), unread, refused) == ([("ENTITY", "临溪")], {}, [])


def test_tags_without_a_label_beside_ones_with_a_label_are_entities_of_their_own(reading: Read) -> None:
    (article,), unread, _ = reading("临 B-LOC\n溪 I-LOC\n县 I-\n好 O\n王 B\n莉 I\n")
    assert said(article) == [("LOC", "临溪"), ("ENTITY", "县"), ("ENTITY", "王莉")]
    assert unread == {("no_label", "ENTITY"): 2}


def test_a_label_that_is_called_entity_is_a_label(reading: Read) -> None:
    (article,), unread, _ = reading("临 B-ENTITY\n溪 I-ENTITY\n")
    assert (said(article), unread) == ([("ENTITY", "临溪")], {})


@pytest.mark.parametrize("letters", ["B E S B M E", "B I S B I I", "b e s b m e"])
def test_tags_of_letters_alone_on_all_tokens_are_words(letters: str, reading: Read) -> None:
    rows = "".join(
        f"{token} {letter}\n" for token, letter in zip("工会好临溪县", letters.split(), strict=True)
    )
    (article,), _, _ = reading(rows)
    assert article.marks == ()
    assert [article.text[a:b] for a, b in article.words] == ["工会", "好", "临溪县"]


@pytest.mark.parametrize("rows", ["临 B\n溪 O\n", "临 B\n溪 B\n"])
def test_tags_of_letters_alone_are_no_words_where_some_token_has_none_or_all_have_one(
    rows: str, reading: Read
) -> None:
    (article,), _, _ = reading(rows)
    assert article.words == ()
    assert said(article)[0] == ("ENTITY", "临")


def test_a_label_of_one_letter_is_a_label_where_others_are_longer(reading: Read) -> None:
    (article,), _, _ = reading("临 S\n溪 LOC\n好 O\n")
    assert said(article) == [("S", "临"), ("LOC", "溪")]
    (article,), _, _ = reading("临 O\n溪 O\n")
    assert (article.marks, article.words) == ((), ())


def test_document_lines_do_not_count_as_rows_of_their_width(reading: Read) -> None:
    found, unread, refused = reading("-DOCSTART- -X- -X- O\n\n" * 4 + "临 B-LOC\n溪 I-LOC\n")
    assert [said(article) for article in found] == [[("LOC", "临溪")]]
    assert (unread, refused) == ({}, [])


def test_the_words_of_a_comment_are_no_tags(reading: Read) -> None:
    (article,), _, _ = reading("# all by hand S\n临 B\n溪 E\n县 S\n")
    assert [article.text[a:b] for a, b in article.words] == ["临溪", "县"]


@pytest.mark.parametrize("tag", ["O", "o", "0", "_", "-", "", "OUT", "NONE", "None"])
def test_these_tags_say_that_nothing_is_tagged(tag: str) -> None:
    parted = TagReader(["B-ORG", "I-ORG", tag])
    assert [parted(one) for one in ("B-ORG", tag, "I-ORG")] == [("B", "ORG"), ("O", ""), ("I", "ORG")]
    assert not TagReader(["B", "E", "S", tag]).are_words
