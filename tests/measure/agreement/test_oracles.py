"""The figures are those of nervaluate, scikit-learn, scipy and krippendorff, on whatever is generated.

scipy and scikit-learn take a second to load: whoever only collects these tests does not wait for them.
"""

from typing import Any

import krippendorff
import numpy
import pytest
from hypothesis import assume, given, settings
from nervaluate.entities import Entity
from nervaluate.strategies import EntityTypeEvaluation, ExactEvaluation, StrictEvaluation

from tests.measure.agreement.annotators import PAGE, TEXT, Tags, annotated, flat_tags, pairs
from tests.shares import examples
from tui.measure.agreement.alpha import Characters
from tui.measure.agreement.comparison import Comparison, compare
from tui.measure.agreement.figures import kappa, score
from tui.model import DEFAULT_SCHEMA, overlap

QUICK = settings(max_examples=examples(80))


def compared(one: Tags, other: Tags) -> Comparison:
    documents = annotated("a", one), annotated("b", other)
    return compare(documents[0].articles[0], *documents, DEFAULT_SCHEMA)


def entities(tags: Tags, first: Tags) -> list[Entity]:
    """Those that `first` has come before the others: nervaluate gives a tag to the first that overlaps it."""
    ordered = sorted(tags, key=lambda tag: (tag not in first, tag))
    return [Entity(label, where[0][0], where[-1][1] - 1) for label, where in ordered]


def nervaluate(strategy: Any, one: Tags, other: Tags) -> tuple[float, float, float]:
    both = one & other
    result, _ = strategy().evaluate(entities(one, both), entities(other, both), list("x"))
    return result.precision, result.recall, result.f1


def ours(counts: Any) -> tuple[float, float, float]:
    """With 0 where there is none, as nervaluate has it."""
    precision, recall, f1 = (figure.value or 0 for figure in score(counts))
    return precision, recall, f1


@pytest.mark.slow
@given(pairs(gaps=False))
@QUICK
def test_exact_spans_are_nervaluate_s_strict_ones(tags: tuple[Tags, Tags]) -> None:
    assert ours(compared(*tags).counts["spans"]) == pytest.approx(nervaluate(StrictEvaluation, *tags))


@given(flat_tags(), flat_tags())
@QUICK
def test_borders_are_nervaluate_s_exact_ones(one: Tags, other: Tags) -> None:
    places = {where for _, where in one & other} | {w for _, w in one} & {w for _, w in other}
    first = frozenset(tag for tag in one if tag[1] in places)
    second = frozenset(tag for tag in other if tag[1] in places)
    result, _ = ExactEvaluation().evaluate(entities(one, first), entities(other, second), list("x"))
    assert ours(compared(one, other).counts["borders"]) == pytest.approx(
        (result.precision, result.recall, result.f1)
    )


@pytest.mark.slow
@given(flat_tags(), flat_tags())
@QUICK
def test_overlapping_spans_are_nervaluate_s_by_type_where_each_meets_at_most_one(
    one: Tags, other: Tags
) -> None:
    meets = [(a, b) for a in one for b in other if overlap(a[1], b[1])]
    assume(all(sum(tag in pair for pair in meets) <= 1 for tag in one | other) or not meets)
    assert ours(compared(one, other).counts["overlapping"]) == pytest.approx(
        nervaluate(EntityTypeEvaluation, one, other)
    )


@pytest.mark.slow
@given(pairs())
@QUICK
def test_no_pairing_of_overlapping_spans_has_more_pairs(tags: tuple[Tags, Tags]) -> None:
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    one, other = map(sorted, tags)
    counts = compared(*tags).counts["overlapping"]
    assert (counts["one"], counts["other"]) == (len(one), len(other))
    if one and other:
        graph = [[int(a[0] == b[0] and overlap(a[1], b[1])) for b in other] for a in one]
        found = maximum_bipartite_matching(csr_matrix(numpy.array(graph)), perm_type="column")
        assert counts["shared"] == (found >= 0).sum()
    else:
        assert counts["shared"] == 0


@pytest.mark.slow
@given(pairs())
@QUICK
@pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::UserWarning")
def test_labels_at_the_same_places_have_scikit_learn_s_kappa(tags: tuple[Tags, Tags]) -> None:
    from sklearn.metrics import cohen_kappa_score

    places = [[where for _, where in side] for side in tags]
    assume(
        all(len(set(side)) == len(side) for side in places)
    )  # or it is not certain which label meets which
    one, other = ({where: label for label, where in side} for side in tags)
    common = sorted(one.keys() & other.keys())
    found = kappa(compared(*tags).counts["labels"])
    labels = [one[where] for where in common], [other[where] for where in common]
    if len(set(labels[0]) | set(labels[1])) < 2:
        assert (found.value, found.reason) == (None, "one_label" if common else "nothing")
    else:
        assert found.value == pytest.approx(cohen_kappa_score(*labels))


@pytest.mark.slow
@given(pairs())
@QUICK
def test_alpha_is_krippendorff_s_over_each_character(tags: tuple[Tags, Tags]) -> None:
    rows = [
        [
            " ".join(sorted(label for label, where in side if overlap(where, ((at, at + 1),))))
            for at in range(len(TEXT))
        ]
        for side in tags
    ]
    documents = [annotated(name, side) for name, side in zip("ab", tags, strict=True)]
    characters = Characters()
    characters.add(documents[0].articles[0], documents)
    found = characters.alpha()
    values = sorted({value for row in rows for value in row})
    if len(values) == 1:
        assert (found.value, found.reason) == (None, "one_value")
    else:
        numbered = [[values.index(value) for value in row] for row in rows]
        expected = krippendorff.alpha(reliability_data=numbered, level_of_measurement="nominal")
        assert found.value == pytest.approx(expected)


def test_the_text_of_the_oracles_is_one_article() -> None:
    assert annotated("a", frozenset()).articles[0].ranges == ((0, len(PAGE.text)),)
