"""What holds in every debate."""

from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.discourse.counts import LEVELS, Counts, counts
from kg.discourse.networks import PROXIMITY, one_mode, two_mode, weights
from kg.discourse.normalise import OneMode
from kg.discourse.statements import Statement

said = st.builds(Statement, st.sampled_from("pqrst"), st.sampled_from("abcd"), st.sampled_from(LEVELS))
debates = st.lists(said, max_size=40)
normalisations = st.sampled_from(get_args(OneMode))


def array(counted: Counts) -> np.ndarray:
    """X in full, levels × actors × issues."""
    x = np.zeros((len(LEVELS), len(counted.actors), len(counted.issues)))
    for issue, cell in enumerate(counted.cells):
        x[:, cell.speakers, issue] = cell.counts
    return x


@given(debates, normalisations, st.booleans())
def test_ties_are_mutual(debate: list[Statement], normalise: OneMode, neither: bool) -> None:
    for kind in PROXIMITY:
        matrix = weights(kind, counts(debate, neither=neither), normalise)
        assert matrix == pytest.approx(matrix.T, abs=1e-9)


@given(debates, normalisations, st.booleans())
def test_subtract_is_congruence_less_conflict_and_ignore_is_both(
    debate: list[Statement], normalise: OneMode, neither: bool
) -> None:
    counted = counts(debate, neither=neither)
    agree, differ = (weights(kind, counted, normalise) for kind in ("congruence", "conflict"))
    assert weights("subtract", counted, normalise) == pytest.approx(agree - differ, abs=1e-9)
    assert weights("ignore", counted, normalise) == pytest.approx(agree + differ, abs=1e-9)
    assert (agree >= 0).all()
    assert (differ >= 0).all()


@given(debates)
def test_the_sums_are_those_of_the_definition_written_out(debate: list[Statement]) -> None:
    counted = counts(debate, neither=True)
    x = array(counted)
    weight = weights("congruence", counted)
    for i in range(len(counted.actors)):
        for other in range(i):
            terms = (
                x[k, i, j] * x[m, other, j] * (1 - abs(LEVELS[k] - LEVELS[m]) / 2)
                for j in range(len(counted.issues))
                for k in range(3)
                for m in range(3)
            )
            assert weight[i, other] == pytest.approx(sum(terms), abs=1e-9)


def jaccard(one: np.ndarray, other: np.ndarray) -> float:
    """Equation "Jaccard" of the manual, cell by cell."""
    return float((one * (other == 0)).sum() + (other * (one == 0)).sum() + (one * other).sum())


@given(debates, st.booleans())
def test_the_denominators_are_those_of_the_definition_written_out(debate: list[Statement], neither: bool) -> None:
    counted = counts(debate, neither=neither)
    x, plain = array(counted), weights("ignore", counted)
    for i in range(len(counted.actors)):
        for other in range(i):
            one, two = x[:, i], x[:, other]
            below = {
                "no": 1,
                "average": (one.sum() + two.sum()) / 2,
                "cosine": np.sqrt(one.sum() ** 2) * np.sqrt(two.sum() ** 2),
                "jaccard": jaccard(one, two),
            }
            for how in get_args(OneMode):
                found = weights("ignore", counted, how)[i, other]
                assert found == pytest.approx(plain[i, other] / below[how], abs=1e-9)


@given(debates)
def test_jaccard_of_single_statements_is_the_coefficient_of_sets(debate: list[Statement]) -> None:
    single = list(dict.fromkeys(one for one in debate if one.polarity))
    network = one_mode("congruence", single, normalise="jaccard")
    sets = {actor: {(one.issue, one.polarity) for one in single if one.actor == actor} for actor in network}
    for one, other, data in network.edges(data=True):
        expected = len(sets[one] & sets[other]) / len(sets[one] | sets[other])
        assert data["weight"] == pytest.approx(expected, abs=1e-9)


@given(debates)
def test_activity_makes_the_statements_of_each_actor_one(debate: list[Statement]) -> None:
    table = two_mode(debate, aggregate="ignore", normalise="activity")
    for node, data in table.nodes(data=True):
        if data["kind"] == "actor":
            assert table.degree(node, weight="weight") == pytest.approx(1, abs=1e-9)


@given(debates, st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(debate: list[Statement], random: object) -> None:
    mixed = list(debate)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    for kind in PROXIMITY:
        one, other = one_mode(kind, debate, normalise="average"), one_mode(kind, mixed, normalise="average")
        assert list(one.edges(data=True)) == list(other.edges(data=True))
