"""All makers together: each place once, and what a person decided silences them."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.suggest.building import article, finished, place, written
from tui.model import DEFAULT_LABELS, LabelSet
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.lac import LacProposer
from tui.suggest.learned.model import Model
from tui.suggest.learned.tagger import Read
from tui.suggest.maker_accuracy import MakerAccuracy, measured_accuracy
from tui.suggest.service import ProposalService
from tui.suggest.still_open import still_open
from tui.suggest.training import train_service

TAGS = {
    "东屏": "ns",
    "望津": "ns",
    "总工会": "n",
    "县": "n",
    "主席": "n",
    "在": "p",
    "新建": "v",
    "工会": "n",
}


def service(labels: LabelSet = DEFAULT_LABELS) -> ProposalService:
    return ProposalService(labels, TAGS, indicator="INDICATOR")


def proposed(
    made: ProposalService, text: ArticleText, example: Example | None = None
) -> set[tuple[str, str]]:
    return set(written(text, [one for one in made.propose(text, example) if one.score >= 0.5]))


TEXT = article("3月5日 ， 东屏 县 总工会 新建 工会 36家 。")


def test_without_anything_learned_rules_propose() -> None:
    assert proposed(service(), TEXT) == {
        ("3月5日", "TIME"),
        ("东屏县总工会", "ORG"),
        ("东屏县", "LOC"),
        ("36家", "METRIC"),
    }


def test_the_memory_comes_before_a_rule() -> None:
    made = service()
    made.remember(finished(article("总工会 在", "o#1"), ("总工会", "TITLE")))
    assert ("总工会", "TITLE") in proposed(made, TEXT)
    assert ("东屏县总工会", "ORG") not in proposed(made, TEXT)


def test_a_tag_silences_what_it_covers_and_crosses() -> None:
    tag = place(TEXT, "屏县总工会新", "EVENT")
    left = proposed(service(), TEXT, Example(TEXT, (tag,)))
    assert left == {("3月5日", "TIME"), ("36家", "METRIC")}


def test_a_place_in_an_organisation_stays_open_when_that_is_tagged() -> None:
    example = Example(TEXT, (place(TEXT, "东屏县总工会", "ORG"),))
    assert ("东屏县", "LOC") in proposed(service(), TEXT, example)
    assert ("东屏县总工会", "ORG") not in proposed(service(), TEXT, example)


def test_a_refusal_silences_one_place_or_a_text_everywhere() -> None:
    text = article("36家 和 36家")
    first = place(text, "36家", "METRIC")
    left = service().propose(text, Example(text, refused=(first,)))
    assert [one.start for one in left if one.label == "METRIC"] == [5 - 1]
    assert not proposed(service(), text, Example(text, refused_texts=frozenset({("36家", "METRIC")})))


def test_what_was_refused_everywhere_is_not_proposed_in_another_article() -> None:
    made = service()
    made.remember(Example(article("别处", "o#1"), refused_texts=frozenset({("36家", "METRIC")})))
    assert ("36家", "METRIC") not in proposed(made, TEXT)
    assert ("3月5日", "TIME") in proposed(made, TEXT)


def test_a_finished_article_is_silent() -> None:
    assert proposed(service(), TEXT, Example(TEXT, is_finished=True)) == set()


def test_what_a_maker_came_to_moves_its_score() -> None:
    made = service()
    made.accuracy = MakerAccuracy({("rules", "METRIC", "0.95"): 20}, {})
    assert ("36家", "METRIC") not in proposed(made, TEXT)
    assert ("3月5日", "TIME") in proposed(made, TEXT)


def test_the_more_tags_a_silent_model_has_seen_the_less_a_rule_counts() -> None:
    def score(count: int) -> float:
        made = service()
        articles = frozenset({"p#1"})
        assert made.use(Model(b"", made.label_ids, with_lac=False, articles=articles, tags={"METRIC": count}))
        return next(one.score for one in made.propose(TEXT) if one.label == "METRIC")

    assert 0.95 > score(5) > 0.8 > score(300) > 0.5


def test_a_model_that_is_none_or_of_something_else_leaves_the_service_as_it_was() -> None:
    made, plain = service(), service().propose(TEXT)
    seen = MakerAccuracy({("rules", "METRIC", "0.95"): 20}, {})
    good = Model(
        b"", made.label_ids, with_lac=False, articles=frozenset(), tags={"METRIC": 300}, accuracy=seen
    )
    for model in (
        None,
        replace(good, labels=("ORG",)),
        replace(good, with_lac=True),
        replace(good, crf=b"x"),
    ):
        assert made.use(good)
        assert made.propose(TEXT) != plain
        assert not made.use(model)
        assert made.propose(TEXT) == plain


def test_what_another_model_was_not_sure_of_hides_nothing() -> None:
    def found(score: float) -> set[tuple[str, str]]:
        guess = replace(place(TEXT, "36家", "ORG"), score=score)
        return proposed(service(), replace(TEXT, predictions=(guess,)))

    assert ("36家", "METRIC") in found(0.49)
    assert ("36家", "METRIC") not in found(0.5)
    assert ("36家", "ORG") in found(0.5)


def test_a_place_within_a_tagged_name_does_not_count_against_places() -> None:
    made = service()
    hidden = finished(TEXT, ("东屏县总工会", "ORG"))
    assert ("names", "LOC", "0.55") not in made.accuracy_on(made.examples([hidden])).seen
    untagged = finished(article("在 东屏 县 。", "o#1"))
    assert made.accuracy_on(made.examples([untagged])).seen["names", "LOC", "0.55"] > 0


def test_the_fewer_tags_a_model_has_seen_the_less_sure_it_is_but_it_hides_nothing() -> None:
    made = service()
    model = train_service(made, lessons(8), TAGS)
    text = article("他 住 在 沙湾 屯 ， 屯 外 是 河 。", "n#1")

    def score(count: int) -> float:
        assert made.use(replace(model, tags={"EVENT": count}))
        return next(one.score for one in made.propose(text) if one.label == "EVENT")

    raw = next(one.score for one in made.learned.propose(made.prepared(text)) if one.label == "EVENT")
    assert raw > score(300) > score(8) >= min(raw, 0.5)
    assert score(26) < 0.9, "sure at once in a page, of which one in twenty was wrong"
    assert score(60) > 0.9 * raw
    assert score(1) >= 0.5


def test_proposals_do_not_overlap_unless_one_is_nested() -> None:
    found = [one for one in service().propose(TEXT) if one.score >= 0.5]
    for one in found:
        for other in found:
            assert one is other or not one.overlaps(other) or one.within(other) or other.within(one)


def test_two_makers_of_one_place_are_one_proposal_the_surer() -> None:
    low, high = Candidate(0, 2, "ORG", 0.6, "a"), Candidate(0, 2, "LOC", 0.8, "b")
    assert still_open([low, high], Example(article("东屏"))) == [high]


def lessons(count: int) -> list[Example]:
    """Articles in which villages are tagged with a label that no rule knows."""
    names = ["清河", "白石", "金沙", "双桥", "柳林", "松溪", "石门", "古田"]
    return [
        finished(article(f"村民 住 在 {name} 屯 ， 村 里 有 井 。", f"v{n}#1"), (f"{name}屯", "EVENT"))
        for n, name in enumerate(names[:count])
    ]


def test_a_label_of_the_users_own_is_learned_from_finished_articles() -> None:
    made = service()
    model = train_service(made, lessons(8), TAGS)
    assert made.learned.labels == {"EVENT"}
    assert model.articles == {f"v{n}#1" for n in range(8)}
    text = article("他 住 在 沙湾 屯 ， 屯 外 是 河 。", "n#1")
    assert ("沙湾屯", "EVENT") in proposed(made, text)


def test_only_labels_with_enough_tags_are_learned() -> None:
    made, (first, *others) = service(), lessons(8)
    rare = replace(first, tags=(*first.tags, place(first.text, "井", "LOC")))
    train_service(made, [rare, *others], TAGS)
    assert made.learned.labels == {"EVENT"}


class Recogniser(LacProposer):
    """LAC, which says of one text that it is the name of a body."""

    def __init__(self, *, is_ready: bool) -> None:
        super().__init__()
        self.__dict__["is_ready"] = is_ready

    def propose(self, text: ArticleText) -> list[Candidate]:
        assert self.is_ready
        return [replace(place(text, "新建工会", "ORG"), maker=self.name)]


def test_lac_is_asked_where_it_is_installed() -> None:
    without = ProposalService(DEFAULT_LABELS, TAGS, lac=Recogniser(is_ready=False))
    with_lac = ProposalService(DEFAULT_LABELS, TAGS, lac=Recogniser(is_ready=True))
    assert (without.uses_lac, with_lac.uses_lac, service().uses_lac) == (False, True, False)
    assert proposed(without, TEXT) == proposed(service(), TEXT)
    assert proposed(with_lac, TEXT) == proposed(service(), TEXT) | {("新建工会", "ORG")}
    assert len(with_lac.makers) == len(without.makers) + 1


def test_of_every_article_is_counted_what_was_proposed_and_what_of_it_was_tagged() -> None:
    one, other = article("甲乙 丙丁", "a#1"), article("甲乙 戊己", "b#1")
    guesses = [Candidate(0, 2, "ORG", 0.6, "names"), Candidate(2, 4, "ORG", 0.6, "names")]
    rows = [(finished(one, ("甲乙", "ORG")), guesses), (finished(other, ("戊己", "LOC")), guesses)]
    key = ("names", "ORG", "0.60")
    assert measured_accuracy(rows) == MakerAccuracy({key: 4}, {key: 1})
    assert measured_accuracy([(Example(one), guesses)]) == MakerAccuracy({}, {})


def test_what_is_measured_counts_for_its_maker_where_somebody_tagged_it() -> None:
    made, text = service(), article("吸纳 会员 148人 ，", "i#1")
    metric, indicator = ("148人", "METRIC"), ("会员", "INDICATOR")
    for tags, is_counted in (((metric, indicator), True), ((metric,), False), ((), False)):
        seen = made.accuracy_on(made.examples([finished(text, *tags)])).seen
        assert any(maker == "indicators" for maker, *_ in seen) == is_counted
    silent = ProposalService(DEFAULT_LABELS, TAGS)
    seen = silent.accuracy_on(silent.examples([finished(text, metric, ("会员", ""))])).seen
    assert not any(maker == "indicators" for maker, *_ in seen)


def test_what_the_model_is_sure_of_is_proposed_wherever_the_same_text_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = article("甲乙 来 丙 走 甲乙 到 丙 在 / 丁戊 和 丁戊 同 甲乙")
    read = [(0, 2, "ORG", 0.9), (3, 4, "LOC", 0.95), (11, 13, "LOC", 0.86)]
    tagger = SimpleNamespace(read=lambda _: Read([Candidate(*one) for one in read], []))
    made = service().learned
    monkeypatch.setattr(made, "_tagger", tagger)
    found = {(text.text[slice(*one.range)], one.start): one.score for one in made.propose(text)}
    places = [("甲乙", 0), ("丙", 3), ("甲乙", 5), ("丁戊", 11), ("丁戊", 14), ("甲乙", 17)]
    assert sorted(found, key=lambda key: key[1]) == places
    assert found["甲乙", 5] == found["甲乙", 17] == pytest.approx(found["甲乙", 0] * 0.8)
    read[2] = (11, 13, "LOC", 0.8)
    assert [one.start for one in made.propose(text)] == [0, 3, 5, 11, 17]


def test_four_tags_are_too_few_to_learn_a_label() -> None:
    made = service()
    assert train_service(made, lessons(4), TAGS).crf == b""
    assert not made.learned.is_ready


def test_nothing_is_learned_from_what_nobody_decided_on() -> None:
    untouched = [replace(one, decided=()) for one in lessons(8)]
    made = service()
    train_service(made, [*lessons(8), *untouched], TAGS)
    before = made.propose(article("他 住 在 沙湾 屯", "n#1"))
    train_service(made, lessons(8), TAGS)
    assert [one.range for one in made.propose(article("他 住 在 沙湾 屯", "n#1"))] == [
        one.range for one in before
    ]


def test_a_model_of_other_labels_or_features_is_the_same_as_none() -> None:
    made = service()
    model = train_service(made, lessons(8), TAGS)
    assert not made.use(replace(model, labels=("ORG",)))
    assert not made.learned.is_ready
    assert not made.use(replace(model, features=model.features + 1))
    assert not made.learned.is_ready
    assert made.use(model)
    assert made.learned.is_ready
