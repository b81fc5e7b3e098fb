"""How many independent sources tell what a position says: articles of one story count once, others one each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox
from rdflib import PROV, RDF, XSD, Graph, URIRef
from rdflib.term import Node

from kg.namespaces import INDEPENDENCE, POS

COUNT = ox.NamedNode(str(POS.independentSources))
INTEGER = ox.NamedNode(str(XSD.integer))
Claim = tuple[str, str, str]  # holder, stance and target


@dataclass(frozen=True, order=True)
class Telling:
    """What a position claims, whom it is known from (a story, or the article where that tells none), and its IRI."""

    claim: Claim
    source: str
    position: str


def counts(tellings: Iterable[Telling]) -> Iterator[ox.Triple]:
    """How many sources each position has; the tellings of one claim come one after the other."""
    for _, told in groupby(tellings, key=lambda telling: telling.claim):
        alike = list(told)
        number = ox.Literal(str(len({telling.source for telling in alike})), datatype=INTEGER)
        yield from (ox.Triple(ox.NamedNode(telling.position), COUNT, number) for telling in alike)


def independence(graph: Graph) -> Iterator[ox.Quad]:
    """What is to be said of the positions of a graph that is held in memory, in a graph of its own."""
    place = ox.NamedNode(INDEPENDENCE)
    return (
        ox.Quad(triple.subject, triple.predicate, triple.object, place) for triple in counts(sorted(tellings(graph)))
    )


def tellings(graph: Graph) -> Iterator[Telling]:
    """A speculation is told by nobody."""

    def value(node: Node, name: URIRef) -> str:
        return str(graph.value(node, name))

    for position in graph.subjects(RDF.type, POS.Position):
        if graph.value(position, POS.factuality) != POS.speculative:
            source = graph.value(position, PROV.wasDerivedFrom)
            told = graph.value(source, POS.story) or source
            claim = (value(position, POS.holder), value(position, POS.stance), value(position, POS.target))
            yield Telling(claim, str(told), str(position))
