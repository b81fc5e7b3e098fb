"""Measures of a divided debate, against tables by hand and other programs."""

from collections.abc import Iterator
from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.discourse.coalitions import coalitions, modularity
from kg.discourse.measures import balance, dispersion, ei_index, polarisation, shape
from kg.discourse.networks import congruence, subtract, two_mode
from kg.discourse.statements import Statement
from tests.discourse.examples import SAMPLE, statements

CAMPS = statements(
    """
       | a  | b
    p  | +1 | -1
    q  | +1 | -1
    r  | -1 | +1
    s  | -1 | +1
    """
)


def network(*ties: tuple[str, str, float]) -> "nx.Graph[str]":
    made: nx.Graph[str] = nx.Graph()
    made.add_weighted_edges_from(ties)
    return made


def karate() -> "nx.Graph[str]":
    return nx.relabel_nodes(nx.karate_club_graph(), str)


def test_modularity_is_that_of_networkx_where_no_tie_is_negative() -> None:
    club = karate()
    sides = [[node for node, side in club.nodes(data="club") if side == one] for one in ("Mr. Hi", "Officer")]
    assert modularity(club, sides) == pytest.approx(nx.community.modularity(club, sides), abs=1e-9)


def test_the_coalitions_of_the_karate_club_have_nearly_the_best_modularity_that_is_known() -> None:
    """0.4198 is the optimum without weights (Brandes et al. 2008, "On Modularity Clustering")."""
    club = karate()
    nx.set_edge_attributes(club, 1.0, "weight")
    assert 0.41 < modularity(club, coalitions(club)) <= 0.4198 + 1e-4


def test_signed_modularity_by_hand() -> None:
    """Each has strength 1 in both signs, so that chance takes 1/4 and gives it back; ties sum to 8, in both directions.
    Four cells of 1 within: 4 / 8."""
    square = network(("p", "q", 1), ("r", "s", 1), ("p", "r", -1), ("q", "s", -1))
    assert modularity(square, [["p", "q"], ["r", "s"]]) == pytest.approx(0.5, abs=1e-9)
    assert modularity(square, [["p", "r"], ["q", "s"]]) == pytest.approx(-0.5, abs=1e-9)
    assert coalitions(square) == (("p", "q"), ("r", "s"))


def test_signed_modularity_of_two_cliques_that_differ_and_agree_once() -> None:
    """The example of `SignedFuzzyMod` in the R package CliquePercolation, by hand. Ties above 0: 60 of 62 are within,
    of which 2 · 31² / 62 = 31 are chance; below 0: none of 2, of which 2 · 1² / 2 = 1 is. (60 - 31 + 1) / 64."""
    sides = [[f"{side}{number}" for number in range(6)] for side in "pq"]
    cliques = [(one, other, 1.0) for side in sides for one in side for other in side if one < other]
    both = network(*cliques, ("p0", "q0", -1), ("p1", "q1", 1))
    assert modularity(both, sides) == pytest.approx(30 / 64, abs=1e-9)
    assert coalitions(both) == tuple(map(tuple, sides))


def test_the_largest_coalition_comes_first_whatever_its_names() -> None:
    assert coalitions(network(("p", "q", 1), ("r", "s", 1), ("s", "t", 1), ("r", "t", 1))) == (
        tuple("rst"),
        tuple("pq"),
    )


def test_who_is_tied_to_nobody_or_only_by_conflict_stands_alone() -> None:
    lonely = network(("p", "q", 1), ("q", "r", -1))
    lonely.add_node("s")
    assert coalitions(lonely) == (("p", "q"), ("r",), ("s",))


def test_ties_of_equal_weight_are_broken_by_the_names_alone() -> None:
    ring = ["pq", "qr", "rs", "st", "tp"]
    rings = [network(*((one, other, 1.0) for one, other in order)) for order in (ring, ring[::-1])]
    found = [coalitions(congruent(ring)) for ring in rings]
    assert found[0] == found[1]


def congruent(ring: "nx.Graph[str]") -> "nx.Graph[str]":
    """The ring as our networks are: with the names in order."""
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(ring))
    ordered.add_edges_from(ring.edges(data=True))
    return ordered


def test_the_ei_index_by_hand() -> None:
    """3 within and 1 between: (1 - 3) / 4."""
    ties = network(("p", "q", 2), ("r", "s", 1), ("q", "r", 1))
    assert ei_index(ties, {"p": 1, "q": 1, "r": 2, "s": 2}) == pytest.approx(-0.5, abs=1e-9)
    assert ei_index(ties, dict.fromkeys("pqrs", 1)) == -1
    assert ei_index(ties, {name: name for name in "pqrs"}) == 1


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ((1, 1, 1), 1),
        ((1, 1, -1), 0),
        ((1, -1, -1), 1),
        ((-1, -1, -1), 0),
    ],
)
def test_a_triangle_is_balanced_if_its_product_is_positive(ties: tuple[int, ...], expected: float) -> None:
    pairs = (("p", "q"), ("q", "r"), ("r", "p"))
    triangle = network(*((*pair, weight) for pair, weight in zip(pairs, ties, strict=True)))
    assert balance(triangle) == pytest.approx(expected, abs=1e-9)


def test_triangles_count_by_their_weight() -> None:
    """p-q-r 2·1·1 = 2 is balanced, s-t-u 1·1·-3 is not: 2 / 5."""
    both = network(("p", "q", 2), ("q", "r", 1), ("r", "p", 1), ("s", "t", 1), ("t", "u", 1), ("u", "s", -3))
    assert balance(both) == pytest.approx(2 / 5, abs=1e-9)


def test_dispersion_by_hand() -> None:
    """a: 1, 1, 1, -1 around 1/2; b: 1/3 and -1; c: two that agree; on d only one speaks."""
    said = statements(
        """
          | a  | b     | c  | d
        p | +1 | +2 -1 | +1 | +1
        q | +3 | -2    | +1 |
        r | +1 |       |    |
        s | -1 |       |    |
        """
    )
    expected = {"a": 0.75, "b": 4 / 9, "c": 0}
    assert dispersion(said) == pytest.approx(expected, abs=1e-9)
    mean = (4 * 0.75 + 2 * 4 / 9 + 2 * 0) / 8
    assert polarisation(said)["dispersion"] == pytest.approx(mean, abs=1e-9)


def partitions(names: list[str]) -> Iterator[list[list[str]]]:
    """Every division into groups."""
    if not names:
        yield []
        return
    first, *others = names
    for groups in partitions(others):
        yield [[first], *groups]
        for number in range(len(groups)):
            yield [*groups[:number], [first, *groups[number]], *groups[number + 1 :]]


def test_the_coalitions_of_the_sample_debate_are_the_best_of_all_877_divisions() -> None:
    signed = subtract(statements(SAMPLE), normalise="average")
    best = max(modularity(signed, groups) for groups in partitions(list(signed)))
    assert modularity(signed, coalitions(signed)) == pytest.approx(best, abs=1e-9)


def test_two_camps_are_as_divided_as_can_be() -> None:
    """Every pair shares both issues: 2 of 2 statements. Within a camp +1, between them -1, by average activity.
    Strength is 1 within and 2 between; of 4 + 8 the surplus of a pair is (1 - 1/4 + 4/8) / 12 and that of an actor
    with itself (-1/4 + 4/8) / 12; 4 of each are within."""
    assert polarisation(CAMPS) == pytest.approx(
        {
            "coalitions": 2,
            "modularity": (4 * (1 - 1 / 4 + 4 / 8) + 4 * (-1 / 4 + 4 / 8)) / 12,
            "ei": -1,
            "conflict between": 1,
            "balance": 1,
            "dispersion": 1,
        },
        abs=1e-9,
    )


@pytest.mark.parametrize("said", [[], [Statement("x", "a", 1)], statements("| a\n p | +1 \n q | "), CAMPS[:1]])
def test_a_debate_without_two_on_one_issue_has_no_measures(said: list[Statement]) -> None:
    found = polarisation(said)
    assert found.pop("coalitions") == 0
    assert all(map(isnan, found.values()))


def test_measures_that_are_undefined_say_so() -> None:
    alone = congruence([Statement("x", "a", 1)])
    assert isnan(ei_index(alone, {"x": 1}))
    assert isnan(balance(alone))
    assert isnan(modularity(alone, [["x"]]))
    assert isnan(shape(alone)["density"])
    assert coalitions(congruence([])) == ()


def test_the_shape_of_the_sample_debate() -> None:
    debate = statements(SAMPLE)
    assert shape(two_mode(debate, aggregate="ignore")) == {"nodes": 13, "ties": 22, "density": 22 / 42, "weight": 40}
    assert shape(congruence(debate))["density"] == pytest.approx((5 + 5 + 3 + 1 + 1 + 1) / 21, abs=1e-9)


debates = st.lists(
    st.builds(Statement, st.sampled_from("pqrst"), st.sampled_from("abc"), st.sampled_from([-1, 1])), max_size=30
)


@given(debates)
def test_measures_stay_within_their_bounds(debate: list[Statement]) -> None:
    found = polarisation(debate)
    for name, (low, high) in {
        "ei": (-1, 1),
        "conflict between": (0, 1),
        "balance": (0, 1),
        "dispersion": (0, 1),
    }.items():
        assert isnan(found[name]) or low - 1e-9 <= found[name] <= high + 1e-9
    assert isnan(found["modularity"]) or -1e-9 <= found["modularity"] <= 1


@given(debates)
def test_whoever_turns_every_statement_round_divides_the_debate_alike(debate: list[Statement]) -> None:
    turned = [Statement(one.actor, one.issue, -one.polarity) for one in debate]
    assert polarisation(turned) == pytest.approx(polarisation(debate), abs=1e-9, nan_ok=True)
