"""Where accounts of a position disagree: the actor's own against another's, one source's against another's.

What an article tells of an actor stands beside the actor's own words; only what others say of it is against them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from rdflib import Literal, URIRef

from kg.trace.said import Said
from kg.trace.tables import Row, text

COLUMNS = (
    "kind", "target", "holder", "stance", "condition", "day", "source", "by", "otherStance", "otherCondition",
    "otherDay", "otherSource", "sentence", "otherSentence",
)  # fmt: skip
Pair = tuple[str, Said, Said]  # in what they differ, the one, the other
SELF, SOURCES = "self and others", "two sources"


def rows(positions: Iterable[Said]) -> list[Row]:
    """The disagreements on each issue, in the order of the days."""
    told: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in positions:
        if said.day and not said.speculative and not said.earlier and (said.stance.moves or said.stance.denies):
            told[said.issue, said.speaks].append(said)
    pairs = [pair for alike in told.values() for pair in (*against_others(alike), *between_sources(alike))]
    return [row(pair) for pair in sorted(pairs, key=order)]


def against_others(alike: list[Said]) -> Iterator[Pair]:
    """What others ascribe to an actor, against what it holds at that time: its last own word, else its next."""
    own = [said for said in alike if said.voice != "ascribed"]
    for other in distinct(said for said in alike if said.voice == "ascribed"):
        held = at_the_time(own, other)
        if held and all(said.stance.polarity != other.stance.polarity for said in held):
            yield SELF, held[0], other


def at_the_time(own: list[Said], other: Said) -> list[Said]:
    day = other.day or date.max
    before = [said.day for said in own if said.day and said.day <= day]
    after = [said.day for said in own if said.day and said.day > day]
    meant = max(before) if before else min(after, default=None)
    return [said for said in own if said.day == meant]


def between_sources(alike: list[Said]) -> Iterator[Pair]:
    """Two chains that tell what one holder said on one day: for and against, or with a condition and without."""
    own = distinct(said for said in alike if said.voice != "ascribed")
    for one, other in combinations(own, 2):
        if (one.holder, one.day) == (other.holder, other.day) and one.chain != other.chain and differ(one, other):
            yield SOURCES, one, other


def differ(one: Said, other: Said) -> bool:
    return one.stance.polarity != other.stance.polarity or bool(one.condition) != bool(other.condition)


def distinct(positions: Iterable[Said]) -> list[Said]:
    """One of those that say the same on one day through one chain."""
    found: dict[tuple[object, ...], Said] = {}
    for said in sorted(positions, key=lambda said: (said.day or date.max, said.position)):
        found.setdefault((said.holder, said.stance, said.condition, said.day, said.by, said.chain), said)
    return list(found.values())


def order(pair: Pair) -> tuple[str, date, str, str]:
    kind, one, other = pair
    return one.issue, max(one.day or date.min, other.day or date.min), kind, one.position + other.position


def row(pair: Pair) -> Row:
    kind, one, other = pair
    return (
        Literal(kind),
        URIRef(one.issue),
        URIRef(one.holder),
        *account(one),
        URIRef(other.by) if other.by else None,
        *account(other),
        text(one.sentence),
        text(other.sentence),
    )


def account(said: Said) -> Row:
    return URIRef(said.stance.iri), text(said.condition), text(str(said.day or "")), URIRef(said.source)
