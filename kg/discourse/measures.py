"""How divided a debate is."""

from collections.abc import Hashable, Iterable, Mapping
from math import nan

import networkx as nx
import numpy as np

from kg.discourse.coalitions import Groups, grouped, surplus, value
from kg.discourse.counts import LEVELS, Cells, Counts, Matrix, counts
from kg.discourse.networks import weights
from kg.discourse.normalise import OneMode
from kg.discourse.statements import Statement

Measures = dict[str, float]


def polarisation(found: Iterable[Statement], *, normalise: OneMode = "average", neither: bool = False) -> Measures:
    """Measures of a debate; `nan` where one is not defined, as with nobody who shares an issue with another.

    `coalitions`: how many groups of two or more the signed network falls into (`kg.discourse.coalitions`).
    `modularity`: of these coalitions in the signed network.
    `ei`: the E-I index of congruence over them; -1 if all that agree stand together. They were looked for to make it
    low: compare debates by it, and do not test it against 0.
    `conflict between`: the share of conflict that is not within a coalition.
    `balance`: of the signed network.
    `dispersion`: the mean of that of the issues, each weighted by its actors.
    """
    counted = counts(found, neither=neither)
    agree, differ = (weights(kind, counted, normalise) for kind in ("congruence", "conflict"))
    signed = agree - differ
    beyond = surplus(signed)
    labels = grouped(beyond)
    return {
        "coalitions": float((np.bincount(labels, minlength=1) > 1).sum()),
        "modularity": value(beyond, labels) if signed.any() else nan,
        "ei": 2 * between(agree, labels) - 1,
        "conflict between": between(differ, labels),
        "balance": balance_of(signed),
        "dispersion": mean_dispersion(counted),
    }


def ei_index(network: "nx.Graph[str]", groups: Mapping[str, Hashable]) -> float:
    """Ties between groups less those within, as a share of all, by weight: -1 if none leads out, 1 if all do.

    Krackhardt and Stern 1988, "Informal Networks and Organizational Crises", Social Psychology Quarterly 51(2). `nan`
    without ties.
    """
    number = {group: index for index, group in enumerate(dict.fromkeys(groups[actor] for actor in network))}
    labels = np.array([number[groups[actor]] for actor in network], dtype=np.intp)
    return 2 * between(nx.to_numpy_array(network), labels) - 1


def between(matrix: Matrix, labels: Groups) -> float:
    """The share of weight that is not within groups."""
    total = matrix.sum()
    return float(matrix[labels[:, None] != labels[None, :]].sum() / total) if total else nan


def balance(network: "nx.Graph[str]") -> float:
    """The share of triangles, by the product of their weights, in which a friend's enemy is an enemy: 1 is two camps.

    Cartwright and Harary 1956, "Structural Balance"; by traces as in Terzi and Winkler 2011, "A spectral algorithm for
    computing social balance" (T(G) of Aref and Wilson 2018, "Measuring partial balance in signed networks"). `nan`
    without triangles.
    """
    return balance_of(nx.to_numpy_array(network))


def balance_of(matrix: Matrix) -> float:
    signed, all_of_them = (float((one @ one * one).sum()) for one in (matrix, np.abs(matrix)))  # traces of the cubes
    return (signed + all_of_them) / (2 * all_of_them) if all_of_them else nan


def dispersion(found: Iterable[Statement], *, neither: bool = False) -> Measures:
    """How far apart the actors stand on each issue on which there are two or more: 0 if they agree, 1 if half of them
    are for and half against it.

    The variance of what each says on average, from -1 to 1: the first of the measures of DiMaggio, Evans and Bryson
    1996, "Have Americans' Social Attitudes Become More Polarized?", American Journal of Sociology 102(3).
    """
    return {issue: variance(cell) for issue, cell in counts(found, neither=neither).debated}


def variance(cell: Cells) -> float:
    return float((np.array(LEVELS) @ cell.counts / cell.counts.sum(axis=0)).var())


def mean_dispersion(counted: Counts) -> float:
    found = [(variance(cell), len(cell.speakers)) for _, cell in counted.debated]
    return sum(spread * speakers for spread, speakers in found) / sum(n for _, n in found) if found else nan


def shape(network: "nx.Graph[str]") -> Measures:
    """`nodes`, `ties`, `density` of a network and the sum of its weights; between actors and issues all that can be."""
    actors = sum(data["kind"] == "actor" for _, data in network.nodes(data=True))
    issues = len(network) - actors
    possible = actors * issues if issues else actors * (actors - 1) / 2
    ties = network.number_of_edges()
    weight = float(sum(data["weight"] for *_, data in network.edges(data=True)))
    return {"nodes": len(network), "ties": ties, "density": ties / possible if possible else nan, "weight": weight}
