"""How sure a measure is, with statements of which some are wrong."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import TypeVar

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.discourse.statements import Statement
from kg.errors import InputError

K = TypeVar("K")
Measure = Callable[[Sequence[Statement]], Mapping[K, float]]


@dataclass(frozen=True)
class Interval:
    """A measure with its error."""

    value: float  # with all statements
    mean: float  # of the samples
    low: float
    high: float
    samples: int  # in how many it is defined


def resampled(
    found: Sequence[Statement],
    measure: Measure[K],
    *,
    times: int = 200,
    seed: int = 0,
    precision: float | None = None,
    level: float = 0.95,
    absent: float = nan,
) -> dict[K, Interval]:
    """What a measure would be, were the wrong statements known and left out: its mean, and between which two values the
    share `level` of so many samples lies (percentiles; Efron and Tibshirani 1993, *An Introduction to the Bootstrap*).

    A sample keeps each statement with the probability that it is right, whatever becomes of the others: its own
    confidence, which is calibrated, or the measured `precision` for all. What a sample has no value for is `absent`:
    `nan` counts for nothing, and ties that are not there are 0. The same statements in the same order with the same
    `seed` give the same numbers.

    That is the error of what was found. Positions that were missed are in no sample, errors that go together (a name
    that is always linked wrong) make it larger than it says, and the papers remain those that were read.
    Raises `InputError` for numbers out of range.
    """
    check(times, precision, level)
    random, right = np.random.default_rng(seed), probabilities(found, precision)
    values: dict[K, array[float]] = defaultdict(lambda: array("d"))
    for _ in range(times):
        drawn = random.random(len(found)) < right
        sample = [one for one, kept in zip(found, drawn.tolist(), strict=True) if kept]
        for key, value in measure(sample).items():
            if not isnan(value):
                values[key].append(value)
    whole = measure(found)
    missing = {key: times - len(values[key]) for key in {**whole, **values}}
    filled = {key: [*values[key], *([] if isnan(absent) else [absent] * missing[key])] for key in missing}
    return {key: interval(whole.get(key, absent), filled[key], level) for key in missing}


def check(times: int, precision: float | None, level: float) -> None:
    if times < 1:
        raise InputError("An error needs at least one sample; give a number from 1 on.")
    if precision is not None and not 0 <= precision <= 1:
        raise InputError(f"A precision of {precision} is none; give a number from 0 to 1.")
    if not 0 < level < 1:
        raise InputError(f"A level of {level} is none; give a number between 0 and 1.")


def probabilities(found: Sequence[Statement], precision: float | None) -> NDArray[np.float64]:
    return np.array([one.confidence if precision is None else precision for one in found], dtype=float)


def interval(value: float, samples: Sequence[float], level: float) -> Interval:
    if not samples:
        return Interval(value, nan, nan, nan, 0)
    low, high = np.quantile(samples, [(1 - level) / 2, (1 + level) / 2]).tolist()
    return Interval(value, float(np.mean(samples)), low, high, len(samples))


def ties(network: "nx.Graph[str]") -> dict[tuple[str, str], float]:
    """The weights of a network, as a measure; each pair is named in the order of the names."""
    found = ((one, other, data["weight"]) for one, other, data in network.edges(data=True))
    return {(min(one, other), max(one, other)): float(weight) for one, other, weight in found}


def with_errors(network: "nx.Graph[str]", errors: Mapping[tuple[str, str], Interval]) -> "nx.Graph[str]":
    """The network with `mean`, `low` and `high` of each tie that has an error."""
    copy = network.copy()
    for one, other, data in copy.edges(data=True):
        if error := errors.get((min(one, other), max(one, other))):
            data.update(mean=error.mean, low=error.low, high=error.high)
    return copy
