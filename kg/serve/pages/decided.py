"""What people decided on positions, as the pages show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.decide import Claim, Decision, decisions, decisions_on
from kg.decide.finding import node_of, on
from kg.errors import DecisionError
from kg.serve.pages.paging import Paged, paged
from kg.serve.pages.statements import Article, Statement, article, statement
from kg.serve.pages.things import Names, Stance, Thing
from kg.serve.pages.wanted import Wanted
from kg.store import Store, in_memory


@dataclass(frozen=True)
class Claimed:
    """Who holds what."""

    holder: Thing
    side: Thing | None
    stance: Stance
    target: Thing


@dataclass(frozen=True)
class Judged:
    """A decision. `leads_to` is the position that stands by it: the one that was judged, or the one that was made."""

    iri: str
    leads_to: str
    verdict: str
    by: str
    at: str
    note: str
    judged: Claimed
    changed: Claimed | None
    stands: bool
    undone: str
    lapsed: str
    article: Article | None


def page(store: Store, names: Names, wanted: Wanted) -> Paged[Judged]:
    cut = paged(decisions(store), wanted.number("page"))
    return cut.of(judged(store, names, cut.items))


def judged(store: Store, names: Names, found: Iterable[Decision]) -> Iterator[Judged]:
    for one in found:
        yield Judged(
            iri=one.iri,
            leads_to=one.made if one.made and one.stands else one.position,
            verdict=one.verdict,
            by=one.by,
            at=one.at.isoformat(),
            note=one.note,
            judged=claimed(names, one.judged),
            changed=claimed(names, one.changed) if one.changed else None,
            stands=one.stands,
            undone=one.undone.isoformat() if one.undone else "",
            lapsed=one.lapsed,
            article=article(store, one.document),
        )


def claimed(names: Names, claim: Claim) -> Claimed:
    return Claimed(
        names.thing(claim.holder),
        names.side(claim.side or "", claim.holder),
        names.stance(claim.stance),
        names.thing(claim.target),
    )


def on_position(store: Store, names: Names, iri: str) -> tuple[Judged, ...]:
    """The newest first; none for what is no IRI."""
    try:
        return tuple(judged(store, names, decisions_on(store, iri)))
    except DecisionError:
        return ()


def as_it_was(store: Store, names: Names, iri: str) -> Statement | None:
    """A position that gave way to a decision: what the decision keeps of it."""
    graph = ox.NamedNode(iri)
    for one in on(store, node_of(iri, "position")):
        if one.decision.stands and one.decision.position == iri:
            kept = in_memory(ox.Quad(told.subject, told.predicate, told.object, graph) for told in one.before)
            return statement(kept, names, iri)
    return None
