"""Who stands together: groups that agree more within, and less between them, than chance would have it."""

from collections.abc import Iterable

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.discourse.counts import Matrix

Groups = NDArray[np.intp]  # the number of the group of each actor
LEAST = 1e-12  # a gain that is more than a rounding error


def modularity(network: "nx.Graph[str]", groups: Iterable[Iterable[str]]) -> float:
    """How much more a network is tied within groups than chance would have it, from below 0 to below 1.

    Chance keeps how much each actor is tied. Ties below 0 are the better between groups, and have a chance of their
    own: Gómez, Jensen and Arenas 2009, "Analysis of community structure in networks of correlated data", Phys. Rev. E
    80, 016114, which is Newman's weighted modularity (2004) where none is below 0. `nan` where there are no ties.
    """
    member = {actor: number for number, group in enumerate(groups) for actor in group}
    labels = np.array([member[actor] for actor in network], dtype=np.intp)
    matrix = nx.to_numpy_array(network)
    return value(surplus(matrix), labels) if matrix.any() else float("nan")


def coalitions(network: "nx.Graph[str]") -> tuple[tuple[str, ...], ...]:
    """Groups with the modularity that moving actors one by one, then whole groups, arrives at; the largest first.

    The algorithm is that of Blondel et al. 2008, "Fast unfolding of communities in large networks" (Louvain), for the
    signed measure and always in the order of the names. Another division may be as good; none is promised to be best.
    """
    names, labels = list(network), grouped(surplus(nx.to_numpy_array(network)))
    groups = (tuple(sorted(np.array(names)[labels == number].tolist())) for number in np.unique(labels).tolist())
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def surplus(weights: Matrix) -> Matrix:
    """What each pair has beyond chance, as a share of all ties."""
    positive, negative = np.clip(weights, 0, None), np.clip(-weights, 0, None)
    total = positive.sum() + negative.sum()
    return (weights - chance(positive) + chance(negative)) / (total or 1)


def chance(weights: Matrix) -> Matrix:
    strength = weights.sum(axis=0)
    return np.outer(strength, strength) / (strength.sum() or 1)


def value(beyond: Matrix, labels: Groups) -> float:
    return float(beyond[labels[:, None] == labels[None, :]].sum())


def grouped(beyond: Matrix) -> Groups:
    labels = np.arange(len(beyond))
    while True:
        moved = moving(beyond)
        numbers, moved = np.unique(moved, return_inverse=True)
        labels = moved[labels]
        if len(numbers) == len(beyond):
            return labels
        beyond = merged(beyond, moved)


def merged(beyond: Matrix, labels: Groups) -> Matrix:
    """Each group as one."""
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(labels.max() + 1))
    rows = np.add.reduceat(beyond[order], starts, axis=0)
    return np.add.reduceat(rows[:, order], starts, axis=1)


def moving(beyond: Matrix) -> Groups:
    """Each by itself at first; then each in turn to the group where it gains most, until nobody gains."""
    labels, rows = np.arange(len(beyond)), range(len(beyond))
    while sum(moves(beyond, labels, row) for row in rows):  # `any` would give the rest of them no turn
        pass
    return labels


def moves(beyond: Matrix, labels: Groups, row: int) -> bool:
    gains = np.bincount(labels, weights=beyond[row], minlength=len(labels))
    gains[labels[row]] -= beyond[row, row]
    best = int(np.argmax(gains > gains.max() - LEAST))
    if gains[best] <= gains[labels[row]] + LEAST:
        return False
    labels[row] = best
    return True
