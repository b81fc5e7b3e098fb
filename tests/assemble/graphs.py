"""Datasets of a few positions, and what is in them."""

from rdflib import RDF, Dataset, URIRef

from kg.assemble import assemble
from kg.model import Document, Extraction, Position
from kg.namespaces import POS
from kg.store import serialized
from kg.store.formats import FORMATS
from kg.store.terms import quads_of
from tests.assemble.examples import ARTICLE, CHANGED, DOCUMENT, RUN, VOCABULARY, broader


def built(*extractions: Extraction, full_text: bool = False) -> Dataset:
    return assemble(extractions or (ARTICLE, CHANGED), VOCABULARY, RUN, broader=broader, full_text=full_text)


def of(*positions: Position, document: Document = DOCUMENT) -> Dataset:
    return built(Extraction(document, positions))


def content(dataset: Dataset) -> bytes:
    return serialized(quads_of(dataset), FORMATS[".nq"])


def nodes(dataset: Dataset, kind: URIRef = POS.Position) -> list[URIRef]:
    return sorted(node for node in dataset.subjects(RDF.type, kind) if isinstance(node, URIRef))
