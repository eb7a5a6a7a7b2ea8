"""Characters that look alike are taken for one another, and only those."""

from itertools import permutations
from pathlib import Path

from tui.text.lookalikes import ALIKE
from tui.text.misreadings import Misreading, misreadings, word_pairs

LINES = (Path(__file__).parent / "lookalikes.txt").read_text("utf-8").splitlines()
GROUPS = [group for line in LINES if not line.startswith("#") for group in line.split()]


def test_each_character_of_a_group_may_be_each_other_one() -> None:
    for group in GROUPS:
        for printed, read in permutations(group, 2):
            known = word_pairs([(f"㐀{printed}", 500), (f"{printed}㐂", 500)])
            found = list(misreadings(f"㐀{read}㐂", known))
            assert found == [Misreading(1, f"㐀{read}", f"{read}㐂", printed)], group


def test_no_other_characters_look_alike() -> None:
    expected: dict[str, set[str]] = {}
    for group in GROUPS:
        for one, other in permutations(group, 2):
            expected.setdefault(one, set()).add(other)
    assert expected == ALIKE


def test_what_is_no_rarer_than_what_it_may_be_is_not_doubted() -> None:
    read, printed = "末", "未"
    for count, is_doubted in ((299, False), (300, True)):
        known = word_pairs([(f"㐀{printed}", count)])
        assert bool(list(misreadings(f"㐀{read}㐂", known))) == is_doubted
    known = word_pairs([(f"㐀{printed}", 300), (f"{read}㐂", 4)])
    assert list(misreadings(f"㐀{read}㐂", known)) == []
    known = word_pairs([(f"㐀{printed}", 300), (f"{read}㐂", 3)])
    assert [one.likely for one in misreadings(f"㐀{read}㐂", known)] == [printed]
    common = word_pairs([(f"㐀{printed}", 500), (read, 20_000)])
    assert list(misreadings(f"㐀{read}㐂", common)) == []


def test_every_doubtful_character_of_a_text_is_found() -> None:
    known = word_pairs([("㐀未", 500), ("未㐂", 500)])
    assert [one.at for one in misreadings("㐀末㐂，㐀末㐂", known)] == [1, 5]
