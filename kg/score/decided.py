"""What a person decided on, as a measure: how much of it was right as it was found, and what was not.

Only positions that somebody judged count. Nobody judged what was not found: so this says nothing of recall. And where
people look first at what is doubtful, less was right of what they saw than of all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.console import number
from kg.decide import Decision, decisions
from kg.errors import InputError
from kg.score.calibration import Bin, calibration_error, reliability
from kg.store import Store
from kg.store.decision import PARTS, VERDICTS


@dataclass(frozen=True)
class Judged:
    """How many decisions there are of each verdict, what was changed, and how sure the extraction was."""

    verdicts: Mapping[str, int]
    changed: Mapping[str, int]  # by the part of the position
    sure: tuple[tuple[float, bool], ...]  # confidence, and whether it was right as it stood

    @property
    def right(self) -> float:
        return self.verdicts["accepted"] / max(1, sum(self.verdicts.values()))

    @property
    def bins(self) -> list[Bin]:
        return reliability(self.sure)

    @property
    def error(self) -> float:
        return calibration_error(self.sure)


def judged(store: Store) -> Judged:
    """Of all that somebody decided and nobody took back. Raises `InputError` if there is nothing."""
    found = [one for one in decisions(store) if one.stands or one.lapsed]
    if not found:
        raise InputError("Nothing was decided in this store; kg decide does that.")
    sure = tuple((one.confidence, one.verdict == "accepted") for one in found if one.confidence is not None)
    changes = Counter(part for one in found for part in changes_of(one))
    counted = Counter[str](one.verdict for one in found)
    verdicts: dict[str, int] = {verdict: counted[verdict] for verdict in VERDICTS}
    return Judged(verdicts, {part: changes[part] for part in PARTS}, sure)


def changes_of(one: Decision) -> list[str]:
    new = one.changed or one.judged
    return [part for part in PARTS if getattr(new, part) != getattr(one.judged, part)]


def judged_text(found: Judged) -> Iterator[str]:
    counts = ", ".join(f"{count} {verdict}" for verdict, count in found.verdicts.items())
    yield f"{number(sum(found.verdicts.values()), 'position')} decided on: {counts}"
    yield f"right as found   {found.right:.3f}"
    yield ""
    yield f"{'confidence':<12}{'right':>8}{'positions':>11}"
    yield from (f"{each.confidence:<12.3f}{each.right:8.3f}{each.count:11}" for each in found.bins)
    yield f"calibration error {found.error:.3f}"
    yield ""
    yield "changed: " + ", ".join(f"{part} {count}" for part, count in found.changed.items())


def judged_dict(found: Judged) -> dict[str, Any]:
    bins = [{"count": each.count, "confidence": each.confidence, "right": each.right} for each in found.bins]
    return {
        "verdicts": dict(found.verdicts),
        "right": found.right,
        "bins": bins,
        "calibration_error": found.error,
        "changed": dict(found.changed),
    }
