"""Positions as nanopublications, one each, in TriG (https://nanopub.net/guidelines/working_draft/).

The assertion is the position, with the plain triple where one follows; its provenance is the article, the sentence, who
passed it on and what found it; the publication info says who made the nanopublication. They have no trusty URIs and no
date of creation: the names come from the positions, and the same graph gives the same bytes, unless it has blank nodes,
which no graph of ours has.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, RDFS, SKOS

from kg.assemble.terms import hashed
from kg.exchange.reading import name, positions
from kg.exchange.values import Held
from kg.namespaces import BASE, POS, PROV, SOFTWARE
from kg.store import Store
from kg.store.formats import NAMESPACES
from kg.store.write import key
from kg.version import package_version

NP = "http://www.nanopub.org/nschema#"
NANOPUB = f"{BASE}nanopub/"
PARTS = {"assertion": "hasAssertion", "provenance": "hasProvenance", "pubinfo": "hasPublicationInfo"}
PLAINLY = ("holder", "onBehalfOf", "stance", "target", "mode", "factuality", "expressedOn")
CLAIMED = {str(RDF.type), *(str(POS[key]) for key in PLAINLY)}
KEPT = {str(POS.before), str(POS.found)}  # by a store, so that a person's decision can be undone
NAMING = {str(RDF.type), str(SKOS.prefLabel)}
Triples = Iterator[ox.Triple]


def nanopubs(store: Store, language: str) -> Iterator[bytes]:
    """A block each, with the four graphs of one beside each other.

    A position that is from no article has no provenance, and is left out.
    """
    prefixes = {**NAMESPACES, "np": NP, "dcterms": str(DCTERMS)}
    found = (held for held in positions(store, language) if held.article.iri)
    quads = (quad for held in found for quad in sorted(nanopub(held, store), key=key))
    yield ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=prefixes) or b""


def nanopub(held: Held, store: Store) -> Iterator[ox.Quad]:
    own = NANOPUB + hashed(held.iri, held.run, length=24)
    yield from within(f"{own}#Head", head(own))
    said = list(reached(held, store))
    parts = {
        "assertion": {*assertion(held), *(one for one in said if claims(one, held)), *names(held, store)},
        "provenance": {*provenance(own, held), *(one for one in said if not claims(one, held)), *known(held, store)},
        "pubinfo": set(pubinfo(own, held)),
    }
    for part, triples in parts.items():
        yield from within(f"{own}#{part}", triples)


def within(graph: str, triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    return (ox.Quad(one.subject, one.predicate, one.object, ox.NamedNode(graph)) for one in triples)


def head(own: str) -> Triples:
    node = ox.NamedNode(own)
    yield ox.Triple(node, name(RDF.type), name(f"{NP}Nanopublication"))
    for part, has in PARTS.items():
        yield ox.Triple(node, name(NP + has), name(f"{own}#{part}"))


def claims(triple: ox.Triple, held: Held) -> bool:
    return triple.subject == ox.NamedNode(held.iri) and triple.predicate.value in CLAIMED


def assertion(held: Held) -> Triples:
    """`actor:x pos:opposes issue:y`, for the holder and for its side."""
    for actor in (held.holder, held.side):
        if actor and held.is_plain:
            yield ox.Triple(name(actor.iri), name(POS[held.stance]), name(held.target.iri))


def reached(held: Held, store: Store) -> Triples:
    """What the graph says of the position, and of the passages, hops and lists below the article that it leads to."""
    waiting: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(held.iri)]
    met = set(waiting)
    while waiting:
        for triple in store.triples(waiting.pop()):
            yield triple
            node = triple.object
            below = isinstance(node, ox.BlankNode) or (
                isinstance(node, ox.NamedNode) and node.value.startswith(f"{held.article.iri}#")
            )
            if below and node not in met:
                assert isinstance(node, ox.NamedNode | ox.BlankNode)
                met.add(node)
                waiting.append(node)


def names(held: Held, store: Store) -> Triples:
    """What the actors and the issue are, and are called."""
    for one in (held.holder, held.side, held.target):
        if one:
            yield from (triple for triple in store.triples(name(one.iri)) if triple.predicate.value in NAMING)


def provenance(own: str, held: Held) -> Triples:
    node = name(f"{own}#assertion")
    yield ox.Triple(node, name(PROV.wasDerivedFrom), name(held.article.iri))
    if held.run:
        yield ox.Triple(node, name(PROV.wasGeneratedBy), name(held.run))


def known(held: Held, store: Store) -> Triples:
    """Of the article and of the run; the article's text, if the graph has it, stays there."""
    about = list(store.triples(name(held.article.iri)))
    own = (str(RDF.type), str(POS.sha256))
    yield from (one for one in about if one.predicate.value in own or is_about_publication(one.predicate.value))
    made = store.triples(name(held.run)) if held.run else ()
    yield from (one for one in made if one.predicate.value not in KEPT)


def is_about_publication(predicate: str) -> bool:
    return predicate.startswith(NAMESPACES["schema"]) and not predicate.endswith(("articleBody", "mentions"))


def pubinfo(own: str, held: Held) -> Triples:
    """A coding is its coder's; else the program made it."""
    node, agent = name(own), name(held.agent or SOFTWARE)
    yield ox.Triple(node, name(DCTERMS.creator), agent)
    yield ox.Triple(node, name(RDFS.label), ox.Literal(held.claim))
    yield ox.Triple(node, name(PROV.wasDerivedFrom), name(held.iri))
    kind = PROV.Agent if held.agent else PROV.SoftwareAgent
    yield ox.Triple(agent, name(RDF.type), name(kind))
    yield ox.Triple(agent, name(RDFS.label), ox.Literal(held.coder or software()))


@lru_cache(maxsize=1)
def software() -> str:
    return f"diplokg {package_version()}"
