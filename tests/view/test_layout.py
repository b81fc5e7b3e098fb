"""Where the nodes stand."""

from itertools import combinations

import networkx as nx
import pytest

from kg.view.layout import Size, places

GRAPHS = {
    "one node": nx.empty_graph(1),
    "two nodes apart": nx.empty_graph(2),
    "a pair": nx.path_graph(2),
    "a star": nx.star_graph(12),
    "a net": nx.gnm_random_graph(40, 70, seed=3),
    "many small ones": nx.disjoint_union_all([nx.star_graph(n % 4) for n in range(30)]),
    "one of 510 nodes": nx.path_graph(510),
}


def sizes(graph: "nx.Graph[int]") -> dict[int, Size]:
    return {node: (60.0 + 50 * (node % 4), 40.0 + 10 * (node % 3)) for node in graph}


@pytest.mark.parametrize("name", GRAPHS)
def test_no_node_lies_over_another(name: str) -> None:
    graph = GRAPHS[name]
    size, spots = sizes(graph), places(graph, sizes(graph))
    assert set(spots) == set(graph)
    for a, b in combinations(graph, 2):
        apart = [abs(spots[a][axis] - spots[b][axis]) - (size[a][axis] + size[b][axis]) / 2 for axis in (0, 1)]
        assert max(apart) > 0, (a, b)


@pytest.mark.parametrize(("number", "edges", "seed"), [(12, 14, 3), (20, 26, 0), (20, 26, 5), (40, 44, 4)])
def test_no_line_runs_under_a_node_that_it_does_not_lead_to(number: int, edges: int, seed: int) -> None:
    graph = nx.gnm_random_graph(number, edges, seed=seed)
    size, spots = sizes(graph), places(graph, sizes(graph))
    for a, b in graph.edges:
        for step in range(101):
            spot = [spots[a][axis] + (spots[b][axis] - spots[a][axis]) * step / 100 for axis in (0, 1)]
            over = {n for n in graph if all(abs(spot[axis] - spots[n][axis]) < size[n][axis] / 2 for axis in (0, 1))}
            assert over <= {a, b}


def test_the_same_graph_is_laid_out_alike_whatever_the_order_of_its_edges() -> None:
    graph = GRAPHS["a net"]
    other: nx.Graph[int] = nx.Graph(sorted(graph.edges, reverse=True))
    other.add_nodes_from(graph)
    assert places(graph, sizes(graph)) == places(other, sizes(graph))


def test_the_whole_is_wider_than_high_but_no_ribbon() -> None:
    spots = places(GRAPHS["many small ones"], sizes(GRAPHS["many small ones"]))
    width, height = (
        max(spot[axis] for spot in spots.values()) - min(spot[axis] for spot in spots.values()) for axis in (0, 1)
    )
    assert 0.8 < width / height < 3
