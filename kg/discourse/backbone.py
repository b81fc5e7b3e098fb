"""The ties that a network would not have by chance."""

import networkx as nx


def backbone(network: "nx.Graph[str]", *, alpha: float = 0.05) -> "nx.Graph[str]":
    """All nodes, and the ties that are heavier than chance would make them, each with how probable that is (`chance`).

    The disparity filter of Serrano, Boguñá and Vespignani 2009, "Extracting the multiscale backbone of complex weighted
    networks", PNAS 106(16): a node of k ties that shares its weight out at random gives a tie the share p of it, or
    more, with the probability (1 - p)^(k - 1). A tie stays if that is below `alpha` at one of its ends; at an end that
    has no other tie it is 1. Weights below 0 count by their size. No correction is made for testing many ties.
    """
    kept = network.__class__()
    kept.add_nodes_from(network.nodes(data=True))
    strength = {node: sum(abs(data["weight"]) for *_, data in network.edges(node, data=True)) for node in network}
    for one, other, data in network.edges(data=True):
        ends = ((strength[node], network.degree(node)) for node in (one, other))
        likely = min(chance(abs(data["weight"]), total, ties) for total, ties in ends)
        if likely < alpha:
            kept.add_edge(one, other, **data, chance=likely)
    return kept


def chance(weight: float, strength: float, ties: int) -> float:
    return float((1 - weight / strength) ** (ties - 1)) if strength else 1.0
