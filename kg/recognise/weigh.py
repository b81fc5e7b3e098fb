"""How sure a position is."""

from kg.recognise.positions import Candidate


def weigh(candidate: Candidate) -> float:
    return 0.5
