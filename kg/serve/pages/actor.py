"""An actor: what it holds, which offices and ties it has, with whom it agrees, and whose words it passes on."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import pyoxigraph as ox

from kg.serve.pages.chart import Chart, chart
from kg.serve.pages.offices import Office, offices
from kg.serve.pages.paging import Paged, paged
from kg.serve.pages.rows import Row, node, rows
from kg.serve.pages.statements import Article, Statement, article, passages, statements
from kg.serve.pages.things import Names, Thing
from kg.serve.pages.wanted import Wanted
from kg.store import Store

OTHERS, ISSUES = 12, 5  # shown of each
POLARITIES = ("favour", "against", "neither")


@dataclass(frozen=True)
class Relation:
    """X is minister of Y, as the articles say it."""

    subject: Thing
    words: str  # what the relation is called
    object: Thing
    proof: str
    article: Article | None


@dataclass(frozen=True)
class Other:
    """Somebody who is for or against the same issues, and how many of these are agreed upon."""

    who: Thing
    agreed: tuple[Thing, ...]
    agreements: int
    disputed: tuple[Thing, ...]
    conflicts: int


@dataclass(frozen=True)
class Actor:
    who: Thing
    names: tuple[str, ...]
    matches: tuple[str, ...]
    relations: tuple[Relation, ...]
    offices: tuple[Office, ...]
    counts: Counter[str]  # positions by polarity
    shown: str  # which polarity; empty for all
    positions: Paged[Statement]
    chart: Chart | None
    friends: tuple[Other, ...]
    rivals: tuple[Other, ...]
    passed: tuple[tuple[Thing, int], ...]


def page(store: Store, names: Names, wanted: Wanted) -> Actor | None:
    """None for who is not known."""
    iri = node(wanted.get("iri"))
    if iri is None:
        return None
    who, held = names.thing(iri.value), rows(store, "of-actor", who=iri)
    also = tuple(row["name"] for row in rows(store, "names", thing=iri) if row["name"] != who.label)
    passed = rows(store, "passed-on", who=iri)[:OTHERS]
    if not (held or also or passed or who.kind != "unknown"):
        return None
    kept = [(row, names.polarity(row["stance"])) for row in unique(held)]
    shown = wanted.get("polarity") if wanted.get("polarity") in POLARITIES else ""
    cut = paged([row["position"] for row, polarity in kept if shown in ("", polarity)], wanted.number("page"))
    friends, rivals = others(store, names, iri)
    return Actor(
        who=who,
        names=also,
        matches=tuple(row["match"] for row in rows(store, "matches", thing=iri)),
        relations=tuple(islice(relations(store, names, iri), OTHERS)),
        offices=offices(names, iri),
        counts=Counter(polarity for _, polarity in kept),
        shown=shown,
        positions=cut.of(statements(store, names, cut.items)),
        chart=chart((row["day"], polarity) for row, polarity in kept),
        friends=friends,
        rivals=rivals,
        passed=tuple((names.thing(row["holder"]), int(row["count"])) for row in passed),
    )


def unique(held: list[Row]) -> Iterator[Row]:
    """One row a position."""
    seen: set[str] = set()
    for row in held:
        if row["position"] not in seen:
            seen.add(row["position"])
            yield row


def relations(store: Store, names: Names, who: ox.NamedNode) -> Iterator[Relation]:
    """Each once, with the first article that says so."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows(store, "relations", who=who):
        key = (row["subject"], row["relation"], row["object"])
        if all(key) and key not in seen:
            seen.add(key)
            proof = next((one.text for one in passages(store, row["statement"]) if one.part == "evidence"), "")
            subject, relation, value = names.thing(key[0]), names.label(key[1]), names.thing(key[2])
            yield Relation(subject, relation, value, proof, article(store, row["article"]))


@dataclass
class Shared:
    """The issues that two are for or against both."""

    agreed: set[str] = field(default_factory=set)
    disputed: set[str] = field(default_factory=set)


def others(store: Store, names: Names, who: ox.NamedNode) -> tuple[tuple[Other, ...], tuple[Other, ...]]:
    """Who agrees most and who contradicts most, but for those who speak for the actor or whom it speaks for."""
    own = {who.value, *(row["other"] for row in rows(store, "same-side", who=who))}
    found = defaultdict[str, Shared](Shared)
    for issue, mine in attitudes(rows(store, "held", who=who), "issue", names).items():
        target = node(issue)
        holders = rows(store, "holders", issue=target) if target else []
        for other, theirs in attitudes(holders, "who", names).items():
            if other not in own and mine & theirs:
                found[other].agreed.add(issue)
            if other not in own and mine ^ theirs:
                found[other].disputed.add(issue)
    friends = sorted(found, key=lambda one: (-len(found[one].agreed), len(found[one].disputed), one))
    rivals = sorted(found, key=lambda one: (-len(found[one].disputed), len(found[one].agreed), one))
    return (
        tuple(summed(names, one, found[one]) for one in friends[:OTHERS] if found[one].agreed),
        tuple(summed(names, one, found[one]) for one in rivals[:OTHERS] if found[one].disputed),
    )


def attitudes(held: list[Row], of: str, names: Names) -> dict[str, set[str]]:
    """What is for or against: both for whoever said both."""
    found = defaultdict[str, set[str]](set)
    for row in held:
        if (polarity := names.polarity(row["stance"])) != "neither":
            found[row[of]].add(polarity)
    return found


def summed(names: Names, iri: str, shared: Shared) -> Other:
    agreed, disputed = sorted(shared.agreed), sorted(shared.disputed)
    return Other(
        names.thing(iri),
        tuple(names.thing(one) for one in agreed[:ISSUES]),
        len(agreed),
        tuple(names.thing(one) for one in disputed[:ISSUES]),
        len(disputed),
    )
