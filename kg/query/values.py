"""What a user gives as a value, as an RDF term: never as a piece of SPARQL."""

import re

import pyoxigraph as ox
from rdflib import XSD, Literal, URIRef

from kg.errors import QueryError
from kg.store.formats import NAMESPACES
from kg.store.terms import Term, term

SHORT = re.compile(r"([A-Za-z]+):([^\s<>\"{}|\\^`]+)")
WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def value(text: str) -> Term:
    """An IRI if it is written as one (`actor:russia`, `<urn:x>`, `https://…`, `URIRef`), else plain text.

    A rdflib `Literal` keeps its language or datatype. Raises `QueryError` for a broken IRI.
    """
    try:
        if isinstance(text, URIRef | Literal):
            return term(text)
        iri = expanded(text)
        return ox.Literal(text) if iri is None else ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{str(text)!r} is no IRI ({error}); write a name, or the IRI in full.") from error


def expanded(text: str) -> str | None:
    """The IRI that a text spells, or None."""
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    if WEB.fullmatch(text):
        return text
    if (found := SHORT.fullmatch(text)) and found[1] in NAMESPACES:
        return NAMESPACES[found[1]] + found[2]
    return None


def number(count: int) -> Literal:
    return Literal(str(count), datatype=XSD.integer, normalize=False)
