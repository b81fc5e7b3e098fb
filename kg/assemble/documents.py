"""Articles: what is known of their publication. The text itself stays out of the graph unless it is asked for."""

from collections.abc import Iterator

from rdflib import RDF, XSD, Literal, URIRef

from kg.assemble.terms import Triple, day, words
from kg.model import Document
from kg.namespaces import POS, PROV, SCHEMA


def document_triples(document: Document, *, full_text: bool = False) -> Iterator[Triple]:
    """A `schema:NewsArticle` with its hash; one without a title has the name of its file, to tell it by."""
    node = URIRef(document.iri)
    yield node, RDF.type, SCHEMA.NewsArticle
    yield node, RDF.type, PROV.Entity
    yield node, POS.sha256, Literal(document.sha256)
    if document.title:
        yield node, SCHEMA.headline, words(document.title, document.language)
    else:
        yield node, SCHEMA.identifier, Literal(document.id)
    if document.published:
        yield node, SCHEMA.datePublished, day(document.published)
    if document.publisher:
        yield node, SCHEMA.publisher, Literal(document.publisher)
    if document.url:
        # A literal and no IRI: what a page gives as its address may be no IRI at all.
        yield node, SCHEMA.url, Literal(document.url, datatype=XSD.anyURI, normalize=False)
    if document.language:
        yield node, SCHEMA.inLanguage, Literal(document.language)
    if full_text:
        yield node, SCHEMA.articleBody, words(document.text, document.language)
