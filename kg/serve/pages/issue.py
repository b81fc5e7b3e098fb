"""An issue: who is for it, who against, who moved, and what is broader and narrower."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

import pyoxigraph as ox

from kg.namespaces import POS
from kg.serve.pages.chart import Chart, chart
from kg.serve.pages.paging import Paged, paged
from kg.serve.pages.rows import Row, node, rows
from kg.serve.pages.statements import Statement, statements
from kg.serve.pages.things import Names, Stance, Thing
from kg.serve.pages.wanted import Wanted
from kg.store import Store
from kg.trace import on_issues
from kg.trace.ledger import Entry
from kg.view.palette import COLOURS
from kg.vocabulary.load import local


@dataclass(frozen=True)
class Held:
    """One position on the issue or on a narrower one."""

    iri: str
    holder: Thing
    side: Thing | None  # None where it is the holder itself
    stance: Stance
    target: Thing
    day: str
    guessed: bool
    conditional: bool


@dataclass(frozen=True)
class Holder:
    """Somebody in one of the columns; the newest position stands for the others."""

    who: Thing
    side: Thing | None
    held: tuple[Held, ...]


@dataclass(frozen=True)
class Step:
    """A step of the ledger (`kg.trace`)."""

    iri: str  # of the position
    stance: Stance
    day: str
    kind: str  # what the move is called; empty for the first


@dataclass(frozen=True)
class Move:
    """Somebody who did not only repeat what it held on the very same issue, by the rule of `kg.trace.moves`."""

    who: Thing
    target: Thing
    steps: tuple[Step, ...]  # in the order of the days; what only repeats the step before is left out


@dataclass(frozen=True)
class Issue:
    issue: Thing
    names: tuple[str, ...]
    broader: tuple[Thing, ...]
    narrower: tuple[tuple[Thing, int], ...]
    columns: dict[str, tuple[Holder, ...]]
    moves: tuple[Move, ...]
    chart: Chart | None
    positions: Paged[Statement]


def page(store: Store, names: Names, wanted: Wanted) -> Issue | None:
    """None for what is not known. What is held on narrower issues counts, too."""
    iri = node(wanted.get("iri"))
    if iri is None:
        return None
    issue = names.thing(iri.value)
    below = [row["narrow"] for row in rows(store, "narrower", issue=iri)]
    found = {target: on_target(store, names, target) for target in dict.fromkeys([iri.value, *below])}
    every = sorted((one for on in found.values() for one in on), key=lambda one: (one.day, one.iri), reverse=True)
    if not every and issue.kind != "issue":
        return None
    cut = paged([one.iri for one in every], wanted.number("page"))
    narrower = sorted(((names.thing(one), len(found[one])) for one in below if found[one]), key=lambda one: -one[1])
    return Issue(
        issue=issue,
        names=tuple(row["name"] for row in rows(store, "names", thing=iri) if row["name"] != issue.label),
        broader=tuple(
            names.thing(row["wide"]) for row in rows(store, "broader", issue=iri) if row["wide"] != iri.value
        ),
        narrower=tuple(narrower),
        columns={polarity: tuple(column(every, polarity)) for polarity in COLOURS},
        moves=tuple(moves(store, names, [target for target, on in found.items() if on])),
        chart=chart((one.day, one.stance.polarity) for one in every),
        positions=cut.of(statements(store, names, cut.items)),
    )


def on_target(store: Store, names: Names, target: str) -> list[Held]:
    found = {row["position"]: row for row in rows(store, "on-target", target=ox.NamedNode(target))}
    return [held(row, names, target) for row in found.values()]


def held(row: Row, names: Names, target: str) -> Held:
    return Held(
        iri=row["position"],
        holder=names.thing(row["holder"]),
        side=names.side(row["side"], row["holder"]),
        stance=names.stance(row["stance"]),
        target=names.thing(target),
        day=row["day"],
        guessed=local(row["factuality"]) == "speculative",
        conditional=bool(row["if"]),
    )


def column(every: Iterable[Held], polarity: str) -> list[Holder]:
    """Who says most first."""
    found = defaultdict[str, list[Held]](list)
    for one in every:
        if one.stance.polarity == polarity:
            found[one.holder.iri].append(one)
    holders = [Holder(said[0].holder, said[0].side, tuple(said)) for said in found.values()]
    return sorted(holders, key=lambda one: (-len(one.held), one.who.label.casefold(), one.who.iri))


def moves(store: Store, names: Names, issues: Iterable[str]) -> list[Move]:
    """Who moved on these very issues, those who reversed first."""
    found = [
        (all(entry.kind != "Reversal" for entry in entries), actor, issue, turns(entries))
        for (issue, actor), entries in on_issues(store, issues).items()
    ]
    return [
        Move(names.thing(actor), names.thing(issue), tuple(step(entry, names) for entry in on))
        for _, actor, issue, on in sorted(found, key=itemgetter(0, 1, 2))
        if len(on) > 1
    ]


def turns(entries: list[Entry]) -> list[Entry]:
    """What was held first, and what is no mere repetition of it and no denial."""
    held = [entry for entry in entries if (entry.kind or entry.why == "first") and entry.kind != "Denial"]
    return [entry for entry in held if entry.kind != "Repeat"]


def step(entry: Entry, names: Names) -> Step:
    one = entry.step.one
    kind = names.label(str(POS[entry.kind])) if entry.kind else ""
    return Step(one.position, names.stance(one.stance.iri), str(one.day), kind)
