"""What a model that has not seen an article doubts in it."""

from dataclasses import replace

from tests.suggest.building import article, finished, place
from tui.model import DEFAULT_LABELS
from tui.suggest.annotation_errors import PossibleError, possible_errors
from tui.suggest.candidate import Candidate, Example
from tui.suggest.learned.label_classifier import _labels_by_text, label_probabilities
from tui.suggest.service import ProposalService
from tui.suggest.training import ALL, Counts, Trial, counted, trials

PLACES = ["清河", "白石", "金沙", "双桥", "柳林", "松溪", "石门", "古田", "沙湾", "西坪", "云岭", "丰谷"]
PEOPLE = ["王明", "李远", "张佳", "刘文", "陈浩", "杨雪", "黄海", "赵春", "吴新", "周玉", "徐静", "孙安"]


def corpus() -> list[Example]:
    return [
        finished(
            article(f"{person} 住 在 {place} 屯 。 {person} 说 ， {place} 屯 的 路 好 走 。", f"p{n}#1"),
            (f"{place}屯", "LOC"),
            (person, "PERSON"),
        )
        for n, (place, person) in enumerate(zip(PLACES, PEOPLE, strict=True))
    ]


def made() -> ProposalService:
    return ProposalService(DEFAULT_LABELS, {})


def found(examples: list[Example]) -> list[PossibleError]:
    probabilities = label_probabilities(made().examples(examples), {}, 4)
    return possible_errors(trials(made(), examples, {}, 4), probabilities)


def test_a_wrong_label_is_the_least_likely_tag_with_what_it_may_be() -> None:
    examples = corpus()
    wrong = replace(examples[3].tags[0], label="LOC")
    examples[3] = replace(examples[3], tags=(wrong, *examples[3].tags[1:]))
    first = found(examples)[0]
    assert (first.kind, first.article, first.place) == ("unlikely", "p3#1", wrong)
    assert first.reading is not None
    assert first.reading.label == "PERSON"


def test_a_wrong_label_is_found_where_the_model_expects_no_tag_from_the_other_tags_of_the_text() -> None:
    examples = corpus()
    for at in (2, 4, 6):
        text = article("雨 停 了 ， 老人 们 在 磨盘桥 下棋 。", f"q{at}#1")
        examples.append(finished(text, ("磨盘桥", "LOC" if at < 6 else "PERSON")))
    doubted = [one for one in found(examples) if one.kind == "unlikely"]
    assert [(one.article, one.place.label) for one in doubted] == [("q6#1", "PERSON")]
    assert doubted[0].reading is not None
    assert doubted[0].reading.label == "LOC"


def test_the_labels_of_a_text_are_those_of_all_its_tags_in_all_articles() -> None:
    examples = [
        finished(
            article("清河 屯 和 清河 屯 和 白石 屯", f"p{number}#1"), ("清河屯", label), ("白石屯", "LOC")
        )
        for number, label in enumerate(("LOC", "LOC", "ORG"))
    ]
    assert _labels_by_text(examples) == {"清河屯": {"LOC": 4, "ORG": 2}, "白石屯": {"LOC": 3}}


def test_no_classifier_has_seen_the_article_that_it_judges() -> None:
    examples = corpus()
    alone = replace(examples[3].tags[0], label="EVENT")
    examples[3] = replace(examples[3], tags=(alone, *examples[3].tags[1:]))
    found_ = label_probabilities(made().examples(examples), {}, 4)
    of_alone = found_["p3#1", alone.key]
    assert of_alone.get("EVENT", 0.0) == 0.0
    others = [said for (name, _), said in found_.items() if name != "p3#1"]
    assert any(said.get("EVENT", 0.0) > 0.0 for said in others)


def test_where_only_one_article_has_tags_nothing_can_be_learned_for_it() -> None:
    tagged, *others = corpus()[:4]
    examples = [tagged, *(replace(one, tags=()) for one in others)]
    assert label_probabilities(made().examples(examples), {}, 4) == {}


def test_figures_count_what_was_tagged_what_was_proposed_and_what_of_it_is_right() -> None:
    text = article("甲乙 丙丁 戊己 庚辛")
    example = finished(text, ("甲乙", "ORG"), ("丙丁", "ORG"), ("戊己", "LOC"))
    guesses = [("甲乙", "ORG", 0.5), ("丙丁", "ORG", 0.4), ("戊己", "ORG", 0.9), ("庚辛", "LOC", 0.9)]
    proposed = [replace(place(text, name, label), score=score) for name, label, score in guesses]
    figures = counted(
        iter([Trial(example, proposed, None), Trial(replace(example, decided=()), proposed, None)])
    )
    assert {label: (one.wanted, one.proposed, one.right) for label, one in figures.items()} == {
        **{ALL: (3, 3, 1), "ORG": (2, 2, 1), "LOC": (1, 1, 0)},
    }
    assert figures["ORG"].as_dict() == {
        **{"tags": 2, "proposed": 2, "precision": 0.5, "recall": 0.5, "f1": 0.5},
    }
    assert Counts().as_dict() == {"tags": 0, "proposed": 0, "precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_a_wrong_label_within_another_tag_is_found() -> None:
    examples = [
        finished(
            article(f"{place} 屯 小学 开学 ， {person} 到 场 。", f"n{n}#1"),
            (f"{place}屯小学", "ORG"),
            (f"{place}屯", "LOC"),
            (person, "PERSON"),
        )
        for n, (place, person) in enumerate(zip(PLACES, PEOPLE, strict=True))
    ]
    inner = next(tag for tag in examples[7].tags if tag.label == "LOC")
    wrong = replace(inner, label="PERSON")
    examples[7] = replace(examples[7], tags=tuple(wrong if tag == inner else tag for tag in examples[7].tags))
    first = found(examples)[0]
    assert (first.article, first.place) == ("n7#1", wrong)
    assert first.reading is not None
    assert first.reading.label == "LOC"


def test_a_tag_that_is_missing_is_named_unless_it_was_refused() -> None:
    examples = corpus()
    gone = examples[5].tags[-1]
    examples[5] = replace(examples[5], tags=examples[5].tags[:-1])
    missed = [one for one in found(examples) if one.kind == "untagged"]
    assert [(one.article, one.place.range, one.place.label) for one in missed] == [
        ("p5#1", gone.range, gone.label)
    ]
    examples[5] = replace(examples[5], refused=(Candidate(gone.start, gone.end, gone.label),))
    assert not [one for one in found(examples) if one.kind == "untagged"]


def test_figures_are_those_of_articles_that_were_not_seen() -> None:
    counts = counted(trials(made(), corpus(), {}, 4))
    assert counts["*"].wanted == counts["LOC"].wanted + counts["PERSON"].wanted == 48
    assert counts["LOC"].f1 > 0.9
    assert [trial.read for trial in trials(made(), corpus()[:1], {}, 4)] == [None]
