"""Networks against tables that were counted by hand, and against the documented example of DNA."""

import networkx as nx
import numpy as np
import pytest

from kg.discourse import normalise as norm
from kg.discourse.counts import Counts, counts
from kg.discourse.networks import (
    MOST,
    PROXIMITY,
    OneModeKind,
    conflict,
    congruence,
    one_mode,
    subtract,
    two_mode,
)
from kg.discourse.normalise import OneMode, TwoMode
from kg.discourse.statements import Statement, once
from kg.errors import InputError
from tests.discourse.examples import SAMPLE, statements

DNA = statements(SAMPLE)
SMALL = statements(
    """
    | a     | b
  x | +2    | -1
  y | +1 -1 | -3
  z | -1    |
    """
)


def weight(network: "nx.Graph[str]", one: str, other: str) -> float:
    return float(network[one][other]["weight"]) if network.has_edge(one, other) else 0.0


@pytest.mark.parametrize(("kind", "expected"), [("ignore", 7), ("congruence", 2), ("conflict", 5), ("subtract", -3)])
def test_senate_and_sierra_club_are_tied_as_the_manual_of_dna_works_it_out(kind: OneModeKind, expected: float) -> None:
    """Section "Qualifier aggregation", the boxes on ignore (7), congruence (2), conflict (5) and subtract (2 - 5)."""
    assert weight(one_mode(kind, DNA), "senate", "sierra-club") == pytest.approx(expected, abs=1e-9)


def test_the_sample_has_the_sizes_that_the_tests_of_rdna_promise() -> None:
    """rDNA/rDNA/tests/testthat/test-network.R: 7 × 6 with sum 40 and 22 ties; 7 × 7 with sum 276 and 21 ties."""
    actors = [f"{one.actor}" for one in DNA]
    table = two_mode(DNA, aggregate="ignore")
    assert (len(set(actors)), len(table) - 7) == (7, 6)
    assert (table.size("weight"), table.number_of_edges()) == (40, 22)
    together = one_mode("ignore", DNA)
    assert (2 * together.size("weight"), together.number_of_edges()) == (276, 21)


def test_an_actor_that_disagrees_twice_has_minus_two_as_the_manual_says() -> None:
    """Section "Two-mode (Affiliation) Networks", Subtract: the petrochemical association."""
    table = two_mode(DNA, aggregate="subtract")
    assert [weight(table, "petrochemical", issue) for issue in ("no-harm", "regulate")] == [-2, -2]


def test_without_repetitions_only_who_contradicts_itself_has_two_as_the_manual_says() -> None:
    """Section "Duplicates": across the date range there is one 2, of the organisation that says both."""
    table = two_mode(once(DNA, "ever"), aggregate="ignore")
    assert {(one, other) for one, other, data in table.edges(data=True) if data["weight"] != 1} == {
        ("energy-and-environment", "regulate-co2")
    }
    assert weight(table, "energy-and-environment", "regulate-co2") == 2


def test_one_of_four_statements_is_a_quarter_as_the_manual_says() -> None:
    """Section "Normalization", Activity."""
    table = two_mode(DNA, aggregate="ignore", normalise="activity")
    assert weight(table, "alliance-to-save-energy", "caused-by-co2") == pytest.approx(0.25, abs=1e-9)


# By hand, from SMALL: activities x 3, y 5, z 1.
#   congruence  x-y: a 2·1 + b 1·3 = 5   x-z: 0             y-z: a 1·1 = 1
#   conflict    x-y: a 2·1 = 2           x-z: a 2·1 = 2     y-z: a 1·1 = 1
#   jaccard     x-y: only x 0, only y 1, both 5 → 6         x-z: only x 2 + 1, only z 1, both 0 → 4
#               y-z: only y 1 + 3, only z 0, both 1 → 5
BELOW: dict[OneMode, tuple[float, float, float]] = {
    "no": (1, 1, 1),
    "average": (4, 2, 3),
    "jaccard": (6, 4, 5),
    "cosine": (15, 3, 5),
}


@pytest.mark.parametrize("normalise", BELOW)
@pytest.mark.parametrize(
    ("kind", "counted"),
    [("congruence", (5, 0, 1)), ("conflict", (2, 2, 1)), ("subtract", (3, -2, 0)), ("ignore", (7, 2, 2))],
)
def test_every_normalisation_divides_as_it_is_defined(
    kind: OneModeKind, counted: tuple[float, ...], normalise: OneMode
) -> None:
    network = one_mode(kind, SMALL, normalise=normalise)
    found = [weight(network, one, other) for one, other in ("xy", "xz", "yz")]
    expected = [number / below for number, below in zip(counted, BELOW[normalise], strict=True)]
    assert found == pytest.approx(expected, abs=1e-9)


def test_senate_and_sierra_club_normalised() -> None:
    """5 and 6 statements; by level 3 are only the Senate's, 5 only the Sierra Club's, and 2 · 1 both's."""
    expected: dict[OneMode, float] = {"average": 2 / 5.5, "jaccard": 2 / 10, "cosine": 2 / 30}
    for normalise, value in expected.items():
        assert weight(congruence(DNA, normalise=normalise), "senate", "sierra-club") == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(
    ("normalise", "below"), [("no", (1, 1, 1, 1, 1)), ("activity", (3, 3, 5, 5, 1)), ("prominence", (5, 4, 5, 4, 5))]
)
def test_two_mode_networks_normalised(normalise: TwoMode, below: tuple[float, ...]) -> None:
    cells = [("x", "a"), ("x", "b"), ("y", "a"), ("y", "b"), ("z", "a")]
    for aggregate, counted in (("subtract", (2, -1, 0, -3, -1)), ("ignore", (2, 1, 2, 3, 1))):
        table = two_mode(SMALL, aggregate=aggregate, normalise=normalise)
        expected = [number / under for number, under in zip(counted, below, strict=True)]
        assert [weight(table, *cell) for cell in cells] == pytest.approx(expected, abs=1e-9)


def test_a_million_actors_and_issues_take_no_table_of_all_that_could_be() -> None:
    many = Counts(actors=("x",) * 10**6, issues=("a",) * 10**6, cells=())
    assert norm.two_mode(many, "no").shape == (10**6, 10**6)


def test_combined_is_one_in_favour_two_against_three_both() -> None:
    table = two_mode(SMALL, aggregate="combine")
    assert [weight(table, *cell) for cell in (("x", "a"), ("x", "b"), ("y", "a"))] == [1, 2, 3]


def test_whoever_says_as_much_for_as_against_is_tied_to_the_issue_all_the_same() -> None:
    assert two_mode(SMALL)["y"]["a"] == {"weight": 0, "favour": 1, "against": 1, "neither": 0}


def test_neither_counts_for_nothing_unless_it_is_a_level() -> None:
    said = statements("| a\n x | +1 \n y | 01")
    assert list(congruence(said)) == ["x"]
    assert weight(congruence(said, neither=True), "x", "y") == 0.5
    assert weight(conflict(said, neither=True), "x", "y") == 0.5
    assert subtract(said, neither=True).number_of_edges() == 0
    table = two_mode(said, aggregate="ignore", neither=True)
    assert table["y"]["a"] == {"weight": 1, "favour": 0, "against": 0, "neither": 1}


def test_on_the_scale_of_three_levels_neighbours_are_half_alike() -> None:
    """1 - |k - k'| / (|K| - 1), with |K| = 3."""
    assert PROXIMITY["congruence"] == pytest.approx(np.array([[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]), abs=1e-9)


@pytest.mark.parametrize("said", [[], [Statement("x", "a", 0)]])
def test_of_nothing_comes_an_empty_network(said: list[Statement]) -> None:
    for kind in PROXIMITY:
        for normalise in BELOW:
            assert len(one_mode(kind, said, normalise=normalise)) == 0
    assert len(two_mode(said)) == 0


def test_one_actor_alone_has_no_tie_not_even_to_itself() -> None:
    network = congruence(statements("| a | b\n x | +3 -1 | +1"))
    assert (list(network.nodes(data=True)), network.number_of_edges()) == (
        [("x", {"kind": "actor", "statements": 5})],
        0,
    )


def test_too_many_actors_are_refused_with_what_helps() -> None:
    crowd = [Statement(f"x{number}", "a", 1) for number in range(MOST + 1)]
    with pytest.raises(InputError, match=r"4001 actors .* take sides for holders"):
        congruence(crowd)


def test_names_are_sorted_whatever_comes_first() -> None:
    assert list(congruence(SMALL)) == list(congruence(SMALL[::-1])) == ["x", "y", "z"]
    assert counts(SMALL[::-1]).issues == ("a", "b")
