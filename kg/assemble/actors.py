"""Actors: their names in every language, their kind, and what they are of one another."""

import re
from collections.abc import Iterator

from rdflib import RDF, SKOS, Literal, URIRef

from kg.assemble.selectors import Selectors
from kg.assemble.terms import Triple, below, camel, hashed, iri, slug, words
from kg.model import Kind, Party, Relation
from kg.namespaces import ACTOR, POS, PROV
from kg.vocabulary import Actor, Vocabulary

CLASSES: dict[Kind, URIRef] = {
    "state": POS.State,
    "organisation": POS.Organisation,
    "person": POS.Person,
    "medium": POS.Medium,
    "group": POS.Group,
    "place": POS.Place,
}


def actor_iri(party: Party) -> URIRef:
    """The authority's IRI, else one of kind and name; see `kg.assemble.unknown` for those that have a role."""
    if party.iri is not None:
        return iri(party.iri)
    name = one_line(party.name)
    return ACTOR["-".join(filter(None, ("x", slug(name), hashed(party.kind, name, length=8))))]


def party_triples(party: Party, vocabulary: Vocabulary, language: str | None) -> Iterator[Triple]:
    """An actor as the authority names it, else as the text of that language does."""
    known = vocabulary.actors.get(party.iri or "")
    if known is not None:
        yield from authority_triples(known)
        return
    node, name = actor_iri(party), one_line(party.name)
    yield node, RDF.type, CLASSES[party.kind]
    yield node, SKOS.prefLabel, words(name, language)
    for other in dict.fromkeys(map(one_line, party.names)):
        if other and other != name:
            yield node, SKOS.altLabel, words(other, language)
    if is_unnamed(party, vocabulary):
        yield node, POS.unnamed, Literal(True)


def is_unnamed(party: Party, vocabulary: Vocabulary) -> bool:
    """»Diplomaten«, "a senior official": one that the authority does not know, called by what it is.

    `ontologies/words/` has what such sources are called; »EU-Diplomat« is called by its last part.
    """
    known = vocabulary.word_classes.get("unnamed")
    if known is None or party.iri in vocabulary.actors:
        return False
    called = {word.lower().rpartition("-")[2] for word in party.name.split()}
    endings = tuple(ending.lower() for _, ending in known.endings)
    if party.kind in ("group", "person") and not called.isdisjoint(word.lower() for _, word in known.words):
        return True  # an organisation may have such a word in its name
    return any(word.endswith(endings) for word in called)


def authority_triples(actor: Actor) -> Iterator[Triple]:
    """One preferred label a language (SKOS, S14), and the alternatives; inflected forms and capitals are no names."""
    node = iri(actor.iri)
    yield node, RDF.type, CLASSES[actor.kind]
    preferred = dict(reversed(actor.labels))
    for language, label in preferred.items():
        yield node, SKOS.prefLabel, words(label, language)
    for language, name in (*actor.labels, *actor.alternatives):
        if preferred.get(language) != name:
            yield node, SKOS.altLabel, words(name, language)
    for elsewhere in actor.matches:
        yield node, SKOS.exactMatch, iri(elsewhere)


def relation_triples(relation: Relation, selectors: Selectors) -> Iterator[Triple]:
    """The plain triple, and a statement about it that carries the sentence (RDF 1.1 Schema, 5.3)."""
    triple = (actor_iri(relation.subject), POS[camel(relation.predicate)], actor_iri(relation.object))
    document = relation.evidence.document
    node = below(document, f"r-{hashed(*triple)}")
    yield triple
    yield node, RDF.type, RDF.Statement
    for place, term in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        yield node, place, term
    yield node, POS.evidence, selectors.node(relation.evidence)
    yield node, PROV.wasDerivedFrom, URIRef(document.iri)
    yield from selectors.triples(relation.evidence)


def one_line(text: str) -> str:
    """A name that the text broke over two lines is the same name."""
    return re.sub(r"\s+", " ", text).strip()
