"""Whether confidence means something: of the positions with confidence p, about p ought to be right."""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 5


@dataclass(frozen=True)
class Bin:
    """Positions in one fifth of the scale of confidence: how many, their mean confidence, the share that is right."""

    count: int
    confidence: float
    right: float


def reliability(judged: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Five bins of equal width, empty ones left out, from (confidence, is right)."""
    bins = []
    for number in range(BINS):
        inside = [(p, right) for p, right in judged if min(int(p * BINS), BINS - 1) == number]
        if inside:
            confidence, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            bins.append(Bin(len(inside), confidence, right))
    return bins


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error (Naeini et al., AAAI 2015): the mean gap of the bins, weighted by their size."""
    gaps = sum(each.count * abs(each.confidence - each.right) for each in reliability(judged))
    return gaps / max(1, len(judged))
