"""The disparity filter."""

import networkx as nx
import pytest

from kg.discourse.backbone import backbone


def star(*weights: float) -> "nx.Graph[str]":
    made: nx.Graph[str] = nx.Graph()
    made.add_weighted_edges_from(("hub", f"leaf {number}", weight) for number, weight in enumerate(weights))
    return made


def test_a_tie_stays_if_its_share_is_improbable_at_one_end() -> None:
    """The share of 7 in 10 has a probability of 0.3³ = 0.027 at a node of four ties, that of 1 has 0.9³ = 0.729."""
    kept = backbone(star(7, 1, 1, 1))
    ((one, other, data),) = kept.edges(data=True)
    assert {one, other} == {"hub", "leaf 0"}
    assert data == {"weight": 7, "chance": pytest.approx(0.3**3, abs=1e-9)}
    assert backbone(star(7, 1, 1, 1), alpha=0.8).number_of_edges() == 4


def test_all_nodes_stay_with_what_is_known_of_them() -> None:
    network = star(1, 1, 1)
    network.nodes["hub"]["kind"] = "actor"
    kept = backbone(network)
    assert (list(kept), kept.nodes["hub"], kept.number_of_edges()) == (list(network), {"kind": "actor"}, 0)


def test_conflict_counts_by_its_size() -> None:
    assert [data["weight"] for *_, data in backbone(star(-7, 1, 1, -1)).edges(data=True)] == [-7]


def test_a_tie_between_two_that_have_no_other_is_never_improbable() -> None:
    assert backbone(star(99), alpha=1).number_of_edges() == 0


def test_a_tie_without_weight_is_no_error() -> None:
    assert backbone(star(0, 0)).number_of_edges() == 0


def test_nothing_has_no_backbone() -> None:
    assert len(backbone(nx.Graph())) == 0
