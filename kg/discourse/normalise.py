"""What weights are divided by, so that who speaks often is not the centre of everything for that alone.

Definitions: Leifeld, Gruber and Bossner, *Discourse Network Analyzer Manual*, sections "Normalization for One-Mode
Networks" and "Normalization of Affiliation Networks" (github.com/leifeld/dna, manual2/dna-manual.Rnw); Leifeld 2017,
"Discourse Network Analysis: Policy Debates as Dynamic Networks", in *The Oxford Handbook of Political Networks*.
"""

from typing import Literal as OneOf

import numpy as np

from kg.discourse.counts import Counts, Matrix

OneMode = OneOf["no", "average", "jaccard", "cosine"]
TwoMode = OneOf["no", "activity", "prominence"]


def divided(weights: Matrix, by: Matrix) -> Matrix:
    """Weights by denominators; what nothing stands below is 0."""
    return np.divide(weights, by, out=np.zeros_like(weights), where=by != 0)


def one_mode(counted: Counts, how: OneMode) -> Matrix:
    """The denominator of each pair of actors."""
    active = counted.activity
    if how == "average":
        return (active[:, None] + active[None, :]) / 2
    if how == "cosine":
        return np.outer(active, active)  # of the activities, as the manual has it, not of the vectors
    if how == "jaccard":
        return jaccard(counted)
    return np.ones((len(active), len(active)))


def jaccard(counted: Counts) -> Matrix:
    """Statements that only the one makes, those that only the other makes, and the products of those that both make."""
    size = len(counted.actors)
    shared, product = np.zeros((size, size)), np.zeros((size, size))
    for _, cell in counted.debated:
        here = np.ix_(cell.speakers, cell.speakers)
        shared[here] += cell.counts.T @ (cell.counts > 0)
        product[here] += cell.counts.T @ cell.counts
    alone = counted.activity[:, None] - shared
    return alone + alone.T + product


def two_mode(counted: Counts, how: TwoMode) -> Matrix:
    """The denominator of each actor and issue, as a view: most of a whole table would stand for no tie."""
    size = (len(counted.actors), len(counted.issues))
    if how == "activity":
        return np.broadcast_to(counted.activity[:, None], size)
    if how == "prominence":
        return np.broadcast_to(counted.prominence, size)
    return np.broadcast_to(np.ones(1), size)
