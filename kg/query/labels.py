"""Names for IRIs, in the reader's language where there is one."""

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox
from rdflib import RDFS, SKOS

from kg.namespaces import BASE, DECISION, DOCUMENT, POS, SCHEMA
from kg.store import Store, open_store
from kg.vocabulary.load import ontologies

# The first property that an IRI has names it.
NAMING = (SKOS.prefLabel, RDFS.label, SCHEMA.headline, SCHEMA.url, SCHEMA.identifier)


def labels(store: Store, iris: Iterable[str], language: str) -> dict[str, str]:
    """The name of each IRI that has one; words of our own namespace (`pos:direct`) have one always."""
    found = {iri: label(store, iri, language) or own(iri, language) for iri in dict.fromkeys(iris)}
    return {iri: name for iri, name in found.items() if name}


def label(store: Store, iri: str, language: str) -> str | None:
    """None for the name of a blank node, too, which is no IRI."""
    if ":" not in iri:
        return None
    node = ox.NamedNode(iri)
    for name in NAMING:
        found = store.triples(node, ox.NamedNode(str(name)))
        if texts := [one.object for one in found if isinstance(one.object, ox.Literal)]:
            return min(texts, key=lambda text: preference(text, language)).value
    return None


def preference(text: ox.Literal, language: str) -> tuple[int, str, str]:
    """The language asked for, then none, then any; of several labels always the same one."""
    order = {language.lower(): 0, None: 1}
    return order.get(text.language, 2), text.language or "", text.value


def own(iri: str, language: str) -> str | None:
    """What `ontologies/positions.ttl` calls a word of ours, which the graph does not repeat."""
    return (iri.startswith(POS) and label(ontology(), iri, language)) or local(iri)


@lru_cache(maxsize=1)
def ontology() -> Store:
    return open_store(ontologies() / "positions.ttl")


def local(iri: str) -> str | None:
    """None for documents and decisions, and for what is below them: they have no names but hashes."""
    named = iri.startswith(BASE) and not iri.startswith((DOCUMENT, DECISION))
    return iri.replace("#", "/").rsplit("/", 1)[-1] if named else None
