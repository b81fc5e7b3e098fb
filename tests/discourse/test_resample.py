"""Errors of measures by resampling."""

from collections.abc import Sequence
from dataclasses import replace
from math import isnan, nan

import pytest

from kg.discourse.measures import polarisation
from kg.discourse.networks import congruence, subtract
from kg.discourse.resample import Interval, resampled, ties, with_errors
from kg.discourse.statements import Statement
from kg.errors import InputError
from tests.discourse.examples import SAMPLE, statements

DNA = [replace(one, confidence=0.6 + number % 4 / 10) for number, one in enumerate(statements(SAMPLE))]
AGREED = [Statement("x", "a", 1, confidence=0.5), Statement("y", "a", 1, confidence=0.8)]


def number(found: Sequence[Statement]) -> dict[str, float]:
    return {"statements": len(found)}


def tied(found: Sequence[Statement]) -> dict[tuple[str, str], float]:
    return ties(congruence(found))


def test_what_is_certain_has_no_error() -> None:
    certain = [replace(one, confidence=1.0) for one in DNA]
    for name, error in resampled(certain, polarisation, times=5).items():
        assert (error.value, error.mean, error.low, error.high) == pytest.approx((polarisation(certain)[name],) * 4)


def test_a_tie_is_there_as_often_as_both_statements_are_right() -> None:
    """0.5 · 0.8; the standard error of 4000 samples is 0.008."""
    (error,) = resampled(AGREED, tied, times=4000, absent=0).values()
    assert (error.value, error.low, error.high, error.samples) == (1, 0, 1, 4000)
    assert error.mean == pytest.approx(0.4, abs=0.03)


def test_the_interval_is_that_of_the_binomial_distribution() -> None:
    """100 statements at 0.7: 95 % lie from 61 to 79."""
    crowd = [Statement("x", str(one), 1) for one in range(100)]
    error = resampled(crowd, number, times=4000, precision=0.7)["statements"]
    assert error.value == 100
    assert error.mean == pytest.approx(70, abs=0.5)
    assert (error.low, error.high) == pytest.approx((61, 79), abs=1)
    half = resampled(crowd, number, times=4000, precision=0.7, level=0.5)["statements"]
    assert error.low < half.low < half.high < error.high


def test_the_measured_precision_takes_the_place_of_the_confidences() -> None:
    assert resampled(DNA, number, precision=1.0, times=3)["statements"] == Interval(40, 40, 40, 40, 3)
    assert resampled(DNA, number, precision=0.0, times=3)["statements"] == Interval(40, 0, 0, 0, 3)


def test_the_seed_decides() -> None:
    first, again, other = (resampled(DNA, polarisation, times=20, seed=seed) for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_what_a_sample_does_not_have_counts_for_nothing_or_for_what_it_is_told() -> None:
    (unknown,) = resampled(AGREED, tied, times=50).values()
    (zero,) = resampled(AGREED, tied, times=50, absent=0).values()
    assert (unknown.mean, unknown.samples < 50) == (1, True)
    assert (zero.mean, zero.samples) == (pytest.approx(unknown.samples / 50), 50)


def test_what_only_samples_have_has_the_value_of_what_is_absent() -> None:
    """Who agrees once and differs once is not tied, but would be if one of it were wrong."""
    torn = [Statement("x", issue, 1) for issue in "ab"] + [Statement("y", "a", 1), Statement("y", "b", -1)]
    (error,) = resampled(torn, lambda found: ties(subtract(found)), precision=0.7, absent=0).values()
    assert (error.value, error.low, error.high) == (0, -1, 1)


def test_what_is_undefined_in_every_sample_has_no_error() -> None:
    error = resampled([], lambda found: {"a": nan}, times=3)["a"]
    assert all(map(isnan, (error.value, error.mean, error.low, error.high)))
    assert error.samples == 0


def test_a_network_is_drawn_with_its_errors() -> None:
    network = congruence(DNA)
    errors = resampled(DNA, tied, times=30, absent=0)
    drawn = with_errors(network, errors)
    for one, other, data in drawn.edges(data=True):
        assert data["low"] <= data["mean"] <= data["high"] <= data["weight"] == network[one][other]["weight"]
    assert "low" not in next(iter(network.edges(data=True)))[2]


@pytest.mark.parametrize(
    ("given", "message"),
    [({"times": 0}, "at least one sample"), ({"precision": 1.5}, "from 0 to 1"), ({"level": 1.0}, "between 0 and 1")],
)
def test_numbers_out_of_range_are_refused(given: dict[str, float], message: str) -> None:
    with pytest.raises(InputError, match=message):
        resampled(AGREED, number, **given)  # type: ignore[arg-type]
