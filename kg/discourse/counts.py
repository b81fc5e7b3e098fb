"""How often each actor is for, against and neither on each issue: the array X of discourse network analysis."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kg.discourse.statements import Statement

Matrix = NDArray[np.float64]
LEVELS = (-1, 0, 1)  # against, neither, in favour


@dataclass(frozen=True)
class Cells:
    """What is said on one issue: which actors speak, and how often each takes each of the three levels."""

    speakers: NDArray[np.intp]
    counts: Matrix  # levels × speakers


@dataclass(frozen=True)
class Counts:
    """X of the manual: `x[i, j, k]` is how often actor i says k on issue j. Names are sorted."""

    actors: tuple[str, ...]
    issues: tuple[str, ...]
    cells: tuple[Cells, ...]  # one an issue; a whole array would be empty for the most part

    @cached_property
    def activity(self) -> Matrix:
        """How many statements each actor makes."""
        total = np.zeros(len(self.actors))
        for cell in self.cells:
            total[cell.speakers] += cell.counts.sum(axis=0)
        return total

    @cached_property
    def debated(self) -> tuple[tuple[str, Cells], ...]:
        """The issues on which two or more actors speak."""
        named = zip(self.issues, self.cells, strict=True)
        return tuple((issue, cell) for issue, cell in named if len(cell.speakers) > 1)

    @cached_property
    def prominence(self) -> Matrix:
        """How many statements there are on each issue."""
        return np.array([cell.counts.sum() for cell in self.cells])


def counts(found: Iterable[Statement], *, neither: bool = False) -> Counts:
    """Count statements. Those that are neither for nor against count for nothing, unless `neither` makes of it a level
    of its own, half way between the others: the qualifier is then an integer, and binary otherwise.
    """
    said: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0] * len(LEVELS)))
    for one in found:
        if one.polarity or neither:
            said[one.issue][one.actor][LEVELS.index(one.polarity)] += 1
    actors = tuple(sorted({actor for by_actor in said.values() for actor in by_actor}))
    number = {actor: index for index, actor in enumerate(actors)}
    issues = tuple(sorted(said))
    return Counts(actors, issues, tuple(cells(said[issue], number) for issue in issues))


def cells(by_actor: dict[str, list[int]], number: dict[str, int]) -> Cells:
    speakers = sorted(by_actor)
    table = np.array([by_actor[actor] for actor in speakers], dtype=float)
    return Cells(np.array([number[actor] for actor in speakers], dtype=np.intp), table.T)
