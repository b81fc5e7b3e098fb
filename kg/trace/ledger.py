"""The ledger of an actor: on each issue the sequence of its positions, and how each moves from the one before.

Nothing is taken out: a position that has been given up stays, with its day, and so does what others ascribe to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.trace.moves import Kind, classify, strength
from kg.trace.said import Said
from kg.trace.steps import Step, steps


@dataclass(frozen=True)
class Entry:
    """A line of the ledger; `why` says why a step is no move."""

    step: Step
    kind: Kind | None = None
    earlier: Step | None = None
    why: str = ""


def ledger(actor: str, positions: Iterable[Said]) -> dict[str, list[Entry]]:
    """Issue → the entries of an actor, in the order of the days."""
    on: dict[str, list[Said]] = defaultdict(list)
    for said in positions:
        on[said.issue].append(said)
    return {issue: entries(actor, steps(on[issue])) for issue in sorted(on)}


def entries(actor: str, steps: list[Step]) -> list[Entry]:
    """The steps on one issue, each with its move or with the reason why it is none."""
    moves = {id(entry.step): entry for entry in moved(actor, steps)}
    return [moves.get(id(step)) or Entry(step, why=reason(actor, step)) for step in steps]


def moved(actor: str, steps: list[Step]) -> Iterator[Entry]:
    """The entries of what counts, day by day: two positions of one day are no move of the one to the other."""
    held: Step | None = None
    denied: Step | None = None
    for _, same in groupby((step for step in steps if step.counts and speaks(actor, step)), key=lambda step: step.day):
        today = list(same)
        for step in today:
            if step.one.stance.denies:
                before = held or denied or ascribed(steps, step)
                yield Entry(step, "Denial", before, "" if before else "first")
                denied = step
        claims = [step for step in today if not step.one.stance.denies]
        chosen = settled(claims)
        for step in claims:
            if step is not chosen:
                yield Entry(step, why="same day" if chosen else "both ways")
            elif held is None:
                yield Entry(step, why="first")
            else:
                yield Entry(step, classify(held.one, step.one), held)
        held = chosen or held


def speaks(actor: str, step: Step) -> bool:
    """Whether the holder of a step speaks for the actor whose ledger it is."""
    return actor in (step.one.holder, step.one.speaks)


def settled(claims: list[Step]) -> Step | None:
    """What a day comes to: the condition if there is one, else the strongest; None if it is for and against at once."""
    conditional = [step for step in claims if step.one.condition]
    if not conditional and len({step.one.stance.polarity for step in claims}) > 1:
        return None
    if len({step.one.stance.polarity for step in conditional}) > 1:
        return None
    return max(conditional or claims, key=lambda step: (strength(step.one), step.one.stance.strength), default=None)


def ascribed(steps: list[Step], denial: Step) -> Step | None:
    """What a denial answers where the actor has said nothing itself: the last that others have said of it."""
    known = (step for step in steps if step.day and denial.day and step.day <= denial.day)
    return max((step for step in known if step.one.voice == "ascribed"), key=lambda step: str(step.day), default=None)


def reason(actor: str, step: Step) -> str:
    """Why a step counts for no move."""
    one = step.one
    if one.voice == "ascribed":
        return "ascribed"
    if not speaks(actor, step):
        return "not for it"
    if one.speculative:
        return "guess"
    if one.earlier:
        return "looking back"
    return "no day" if one.day is None else "no side"


def standing(entries: list[Entry]) -> Step | None:
    """The position that is held in the end: the last that settled a day."""
    held = [
        entry.step for entry in entries if (entry.kind or entry.why == "first") and not entry.step.one.stance.denies
    ]
    return held[-1] if held else None
