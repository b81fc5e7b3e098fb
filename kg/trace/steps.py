"""What was said when: the positions of an actor on one issue, those of one statement together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.trace.reading import plain
from kg.trace.said import Said

Statement = tuple[str, str, str, str, str, bool, bool]
SURE = ("declared", "told", "ascribed")


@dataclass(frozen=True)
class Step:
    """One statement: the same holder, stance and condition on one day, in however many articles."""

    positions: tuple[Said, ...]

    @property
    def one(self) -> Said:
        """The position that stands for it: what the holder says itself comes first."""
        return self.positions[0]

    @property
    def day(self) -> date | None:
        return self.one.day

    @property
    def chains(self) -> int:
        """How many independent chains it rests on."""
        return len({said.chain for said in self.positions})

    @property
    def counts(self) -> bool:
        """Whether it can be part of a move: a fact of the actor's own, with a day and a direction."""
        one = self.one
        own = one.voice != "ascribed" and not one.speculative and not one.earlier
        return own and one.day is not None and (one.stance.moves or one.stance.denies)


def steps(positions: Iterable[Said]) -> list[Step]:
    """The statements on one issue in the order of their days, those without a day last.

    What an article prints of another one's text (`pos:story`) is no new statement, on whatever day it appears, unless
    the text itself tells the day.
    """
    dated = sorted(positions, key=lambda said: (said.day or date.max, said.position))
    known: dict[tuple[Statement, str], date | None] = {}
    together: dict[tuple[Statement, date | None], list[Said]] = defaultdict(list)
    for said in dated:
        statement = statement_of(said)
        day = said.day if said.expressed else known.setdefault((statement, said.story), said.day)
        together[statement, day].append(said)
    found = (Step(tuple(sorted(alike, key=first))) for alike in together.values())
    return sorted(found, key=lambda step: (step.day or date.max, step.one.voice == "ascribed", first(step.one)))


def statement_of(said: Said) -> Statement:
    ascribed = said.by or "" if said.voice == "ascribed" else ""
    return (
        said.holder, said.stance.iri, plain(said.condition), ascribed, said.issue, said.speculative, said.earlier
    )  # fmt: skip


def first(said: Said) -> tuple[date, int, str, str]:
    return said.day or date.max, SURE.index(said.voice), said.holder, said.position
