"""What positions are about: issues with their facets, and the topics that facets name."""

from collections.abc import Callable, Iterable, Iterator

from rdflib import RDF, SKOS, URIRef

from kg.assemble.actors import authority_triples, one_line
from kg.assemble.terms import Triple, camel, iri, words
from kg.model import Facet, Issue
from kg.namespaces import POS
from kg.vocabulary import Stance, Topic, Vocabulary

Broader = Callable[[Issue], Iterable[Issue]]  # an issue → those with one facet less


def issue_triples(same: list[Issue], vocabulary: Vocabulary, language: str | None) -> Iterator[Triple]:
    """One concept out of the issues of one IRI, with one preferred label a language (SKOS, S14).

    That is the composed label, else the first phrase of the text. The other phrases are alternatives, so that a search
    for the article's own words finds the issue.
    """
    node = iri(same[0].iri)
    yield from concept_triples(node)
    phrases = [words(one_line(issue.name), language) for issue in same]
    composed = [words(text, tag) for issue in same for tag, text in issue.labels]
    preferred = {label.language: label for label in reversed(composed + phrases)}
    for label in preferred.values():
        yield node, SKOS.prefLabel, label
    for phrase in phrases:
        if phrase not in preferred.values():
            yield node, SKOS.altLabel, phrase
    for facet in dict.fromkeys(facet for issue in same for facet in issue.facets):
        yield from facet_triples(node, facet)
        yield from named_triples(facet.iri, vocabulary)


def broader_triples(issues: Iterable[Issue], broader: Broader) -> Iterator[Triple]:
    """`skos:broader` from each issue up to those of a single facet: »Nato-Truppen in der Ukraine« → »Nato-Truppen« and
    »Truppen in der Ukraine« → »Truppen«. An issue that stands above others only has labels, which its facets made.
    """
    waiting = list(issues)
    met = {issue.iri for issue in waiting}
    while waiting:
        narrow = waiting.pop()
        for wide in broader(narrow):
            yield iri(narrow.iri), SKOS.broader, iri(wide.iri)
            if wide.iri not in met:
                met.add(wide.iri)
                waiting.append(wide)
                yield from label_triples(wide)


def label_triples(issue: Issue) -> Iterator[Triple]:
    node = iri(issue.iri)
    yield from concept_triples(node)
    for language, label in issue.labels:
        yield node, SKOS.prefLabel, words(label, language)


def concept_triples(node: URIRef) -> Iterator[Triple]:
    yield node, RDF.type, POS.Issue
    yield node, RDF.type, SKOS.Concept


def facet_triples(node: URIRef, facet: Facet) -> Iterator[Triple]:
    """`pos:facet` repeats what `pos:action`, `pos:by` … say: one pattern finds a topic in whatever part it plays."""
    yield node, POS[camel(facet.role)], iri(facet.iri)
    yield node, POS.facet, iri(facet.iri)


def named_triples(name: str, vocabulary: Vocabulary) -> Iterator[Triple]:
    """What the vocabulary calls a facet; an actor that only the text names is described where it is met."""
    if topic := vocabulary.topics.get(name):
        yield from topic_triples(topic)
    if actor := vocabulary.actors.get(name):
        yield from authority_triples(actor)


def topic_triples(topic: Topic) -> Iterator[Triple]:
    node = iri(topic.iri)
    yield node, RDF.type, POS[topic.kind.capitalize()]
    for language, label in dict(reversed(topic.labels)).items():
        yield node, SKOS.prefLabel, words(label, language)


def stance_triples(stance: Stance) -> Iterator[Triple]:
    """Label and polarity go with every graph that uses the stance: a query then needs no second file."""
    node = URIRef(stance.iri)
    yield node, RDF.type, POS.Stance
    yield node, POS.polarity, POS[stance.polarity]
    for language, label in stance.labels:
        yield node, SKOS.prefLabel, words(label, language)
