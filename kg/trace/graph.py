"""The ledger as RDF: a `pos:Move` a step, with both positions."""

from collections.abc import Iterator, Mapping

from rdflib import PROV, RDF, XSD, Literal, URIRef
from rdflib.term import Node

from kg.assemble.terms import Triple, day, hashed
from kg.namespaces import MOVE, POS
from kg.query.ask import TRIPLE, order
from kg.query.table import Table
from kg.trace.ledger import Entry
from kg.trace.said import Said


def graph(actor: str, ledger: Mapping[str, list[Entry]]) -> Table:
    """The triples of the ledger of one actor, sorted.

    They name the positions by their IRIs in the graph that they come from, and repeat who holds what on which day, so
    that they can be read alone; beside that graph, the evidence of a move is that of its positions.
    """
    found: set[tuple[Node, ...]] = set()
    for entries in ledger.values():
        for entry in entries:
            found.update(triples(actor, entry))
    ordered = sorted(found, key=order)
    return Table("construct", TRIPLE, tuple(ordered))


def triples(actor: str, entry: Entry) -> Iterator[Triple]:
    for said in entry.step.positions:
        yield from position_triples(said)
    if entry.kind:
        yield from move_triples(actor, entry)


def move_triples(actor: str, entry: Entry) -> Iterator[Triple]:
    one, earlier = entry.step.one, entry.earlier
    node = MOVE[hashed(actor, entry.kind, earlier and earlier.one.position, one.position)]
    yield node, RDF.type, POS.Move
    yield node, RDF.type, POS[str(entry.kind)]
    yield node, POS.mover, URIRef(actor)
    yield node, POS.target, URIRef(one.issue)
    yield node, POS.later, URIRef(one.position)
    yield node, POS.chains, Literal(str(entry.step.chains), datatype=XSD.integer, normalize=False)
    if one.day:
        yield node, POS.movedOn, day(one.day)
    if earlier:
        yield node, POS.earlier, URIRef(earlier.one.position)


def position_triples(said: Said) -> Iterator[Triple]:
    node = URIRef(said.position)
    yield node, RDF.type, POS.Position
    yield node, POS.holder, URIRef(said.holder)
    yield node, POS.stance, URIRef(said.stance.iri)
    yield node, POS.target, URIRef(said.issue)
    yield node, POS.voice, POS[said.voice]
    yield node, PROV.wasDerivedFrom, URIRef(said.source)
    if said.by:
        yield node, POS.ascribedBy, URIRef(said.by)
    if said.side:
        yield node, POS.onBehalfOf, URIRef(said.side)
    if said.expressed and said.day:
        yield node, POS.expressedOn, day(said.day)
