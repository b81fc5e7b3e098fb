"""Networks of actors and issues as discourse network analysis defines them.

Two actors are congruent as often as they say the same of an issue, and in conflict as often as they say the opposite.
With levels k of the qualifier (-1 against, 1 in favour, and 0 neither, where that counts), and `x[i, j, k]` for how
often actor i says k on issue j, the weight of the tie between i and i' is the sum over issues and levels of

    x[i, j, k] · x[i', j, k'] · (1 - |k - k'| / 2)      for congruence,
    x[i, j, k] · x[i', j, k'] · |k - k'| / 2            for conflict,
    x[i, j, k] · x[i', j, k']                           to ignore what they say,

and congruence less conflict for `subtract`, each divided as `normalise` says. That is the integer qualifier of the
manual (sections "Congruence Networks" to "The Ignore Method"), of which the binary one is the case without 0.
"""

from collections.abc import Iterable
from typing import Literal as OneOf

import networkx as nx
import numpy as np

from kg.discourse import normalise as norm
from kg.discourse.counts import LEVELS, Counts, Matrix, counts
from kg.discourse.normalise import OneMode, TwoMode
from kg.discourse.statements import Statement
from kg.errors import InputError

Aggregate = OneOf["ignore", "subtract", "combine"]
OneModeKind = OneOf["congruence", "conflict", "subtract", "ignore"]
MOST = 4000  # actors; a matrix of as many pairs takes 128 MB

DISTANCE: Matrix = np.abs(np.subtract.outer(np.array(LEVELS), np.array(LEVELS))) / 2
PROXIMITY: dict[OneModeKind, Matrix] = {
    "congruence": 1 - DISTANCE,
    "conflict": DISTANCE,
    "subtract": 1 - 2 * DISTANCE,
    "ignore": np.ones_like(DISTANCE),
}


def congruence(found: Iterable[Statement], *, normalise: OneMode = "no", neither: bool = False) -> "nx.Graph[str]":
    """Actors that say the same of the same issues. Raises `InputError` for too many actors."""
    return one_mode("congruence", found, normalise=normalise, neither=neither)


def conflict(found: Iterable[Statement], *, normalise: OneMode = "no", neither: bool = False) -> "nx.Graph[str]":
    """Actors that say the opposite of the same issues. Raises `InputError` for too many actors."""
    return one_mode("conflict", found, normalise=normalise, neither=neither)


def subtract(found: Iterable[Statement], *, normalise: OneMode = "no", neither: bool = False) -> "nx.Graph[str]":
    """Congruence less conflict: a signed network. Raises `InputError` for too many actors."""
    return one_mode("subtract", found, normalise=normalise, neither=neither)


def one_mode(
    kind: OneModeKind, found: Iterable[Statement], *, normalise: OneMode = "no", neither: bool = False
) -> "nx.Graph[str]":
    """Actors, each with its number of `statements`, tied where the `weight` is not 0. Nobody is tied to itself."""
    counted = counts(found, neither=neither)
    return network(counted, weights(kind, counted, normalise))


def weights(kind: OneModeKind, counted: Counts, normalise: OneMode = "no") -> Matrix:
    """The weight of each pair of actors, in their order. Raises `InputError` for too many actors."""
    size = len(counted.actors)
    if size > MOST:
        raise InputError(
            f"{size} actors make too many pairs (at most {MOST} can be compared); take sides for holders, fewer days "
            "or a higher confidence."
        )
    total = np.zeros((size, size))
    for _, cell in counted.debated:
        total[np.ix_(cell.speakers, cell.speakers)] += cell.counts.T @ PROXIMITY[kind] @ cell.counts
    np.fill_diagonal(total, 0)
    return norm.divided(total, norm.one_mode(counted, normalise))


def network(counted: Counts, weight: Matrix) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    add_actors(graph, counted)
    rows, columns = np.nonzero(np.triu(weight))
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        graph.add_edge(counted.actors[row], counted.actors[column], weight=float(weight[row, column]))
    return graph


def add_actors(graph: "nx.Graph[str]", counted: Counts) -> None:
    for actor, number in zip(counted.actors, counted.activity.tolist(), strict=True):
        graph.add_node(actor, kind="actor", statements=int(number))


def two_mode(
    found: Iterable[Statement],
    *,
    aggregate: Aggregate = "subtract",
    normalise: TwoMode = "no",
    neither: bool = False,
) -> "nx.Graph[str]":
    """Actors and issues (`kind`), tied where an actor says something of an issue.

    The `weight` is the number of statements (`ignore`), those in favour less those against (`subtract`), or which of
    both there are: 1 in favour, 2 against, 3 both (`combine`, which is not normalised). A tie knows how often each is
    said (`favour`, `against`, `neither`), and is there even if its weight is 0. Manual: "Affiliation Networks".
    """
    counted = counts(found, neither=neither)
    below = norm.two_mode(counted, normalise)
    graph: nx.Graph[str] = nx.Graph()
    add_actors(graph, counted)
    for column, (issue, cell) in enumerate(zip(counted.issues, counted.cells, strict=True)):
        graph.add_node(issue, kind="issue", statements=int(cell.counts.sum()))
        for row, (against, without, favour) in zip(cell.speakers.tolist(), cell.counts.T.tolist(), strict=True):
            weight = aggregated(aggregate, against, without, favour, float(below[row, column]))
            told = {"favour": int(favour), "against": int(against), "neither": int(without)}
            graph.add_edge(counted.actors[row], issue, weight=weight, **told)
    return graph


def aggregated(how: Aggregate, against: float, without: float, favour: float, below: float) -> float:
    if how == "combine":
        return float((favour > 0) + 2 * (against > 0))
    return (favour - against if how == "subtract" else against + without + favour) / below
