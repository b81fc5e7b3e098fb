"""Positions as nodes with everything known about them, and the plain triples that follow from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import RDF, Literal, URIRef
from rdflib.term import Node

from kg.assemble.actors import actor_iri
from kg.assemble.run import Run
from kg.assemble.selectors import Selectors
from kg.assemble.terms import Triple, below, day, decimal, hashed, iri, listed
from kg.model import Hop, Passage, Position
from kg.namespaces import POS, PROV

PLAIN = ("asserted", "reported")  # a speculation is nobody's position yet


def position_iri(position: Position) -> URIRef:
    """Named by what is held, how it is known and when it was said; the sentence does not count.

    So a position that two sentences of a document tell alike is one node with two pieces of evidence.
    """
    side = position.side and actor_iri(position.side)
    condition = position.condition and position.condition.text
    known: tuple[object, ...] = (position.mode, position.factuality, position.date, condition)
    chain = (actor_iri(hop.party) for hop in position.via)
    if is_before(position):
        known += ("before",)
    parts = (actor_iri(position.holder), side, position.stance, iri(position.target.iri), *known, *chain)
    return below(position.evidence.document, f"p-{hashed(*parts)}")


def is_before(position: Position) -> bool:
    """Told looking back, without a day."""
    return position.earlier and position.date is None and position.evidence.document.published is not None


def position_triples(positions: Iterable[Position], run: Run, selectors: Selectors) -> Iterator[Triple]:
    """All positions of one document."""
    alike: dict[URIRef, list[Position]] = defaultdict(list)
    for position in positions:
        alike[position_iri(position)].append(position)
    for node, same in alike.items():
        yield from node_triples(node, same, run, selectors)
        yield from plain_triples(same[0])


def plain_triples(position: Position) -> Iterator[Triple]:
    """`actor:x pos:opposes issue:y`, for the holder and for the side that it speaks for.

    None for what is held under a condition only: without the condition the triple would be false.
    """
    if position.factuality in PLAIN and position.condition is None:
        for actor in filter(None, (position.holder, position.side)):
            yield actor_iri(actor), POS[position.stance], iri(position.target.iri)


def node_triples(node: URIRef, same: list[Position], run: Run, selectors: Selectors) -> Iterator[Triple]:
    """One node; chain, rule and confidence are those of the surest of the sentences that tell it."""
    surest = min(same, key=lambda one: (-one.confidence, one.evidence.start, one.cue.start))
    yield from belief_triples(node, surest)
    yield node, POS.confidence, decimal(surest.confidence)
    yield node, PROV.wasDerivedFrom, URIRef(surest.evidence.document.iri)
    yield node, PROV.wasGeneratedBy, URIRef(run.iri)
    yield from list_triples(node, POS.rule, "rule", [Literal(step) for step in surest.rule])
    yield from list_triples(node, POS.attribution, "via", [hop_iri(hop, surest) for hop in surest.via])
    for hop in surest.via:
        yield from hop_triples(hop, surest, selectors)
    for one in same:
        yield from passage_triples(node, POS.evidence, one.evidence, selectors)
        yield from passage_triples(node, POS.cue, one.cue, selectors)
        if one.condition is not None:
            yield from passage_triples(node, POS.condition, one.condition, selectors)


def belief_triples(node: URIRef, position: Position) -> Iterator[Triple]:
    yield node, RDF.type, POS.Position
    yield node, POS.holder, actor_iri(position.holder)
    if position.side is not None:
        yield node, POS.onBehalfOf, actor_iri(position.side)
    yield node, POS.stance, POS[position.stance]
    yield node, POS.target, iri(position.target.iri)
    yield node, POS.mode, POS[position.mode]
    yield node, POS.factuality, POS[position.factuality]
    if position.date is not None:
        yield node, POS.expressedOn, day(position.date)
    elif is_before(position) and (published := position.evidence.document.published):
        yield node, POS.expressedBefore, day(published)


def list_triples(node: URIRef, name: URIRef, fragment: str, items: list[Node]) -> Iterator[Triple]:
    """A list, if there is anything in it."""
    if items:
        head = URIRef(f"{node}-{fragment}")
        yield node, name, head
        yield from listed(head, items)


def hop_iri(hop: Hop, position: Position) -> URIRef:
    """The same medium with the same cue is one hop for all positions that are known through it."""
    cue = (hop.cue.start, hop.cue.end) if hop.cue else ()
    return below(position.evidence.document, f"h-{hashed(actor_iri(hop.party), *cue)}")


def hop_triples(hop: Hop, position: Position, selectors: Selectors) -> Iterator[Triple]:
    node = hop_iri(hop, position)
    yield node, RDF.type, POS.Hop
    yield node, POS.party, actor_iri(hop.party)
    if hop.cue is not None:
        yield from passage_triples(node, POS.cue, hop.cue, selectors)


def passage_triples(node: URIRef, name: URIRef, passage: Passage, selectors: Selectors) -> Iterator[Triple]:
    yield node, name, selectors.node(passage)
    yield from selectors.triples(passage)
