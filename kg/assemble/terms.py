"""RDF terms out of text that nobody has checked: IRIs, literals, names of nodes."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from hashlib import sha256
from urllib.parse import quote

from rdflib import RDF, XSD, Literal, URIRef
from rdflib.term import Node

from kg.errors import VocabularyError
from kg.model import Document

Triple = tuple[URIRef, URIRef, Node]

FORBIDDEN = re.compile(r'[\x00-\x20\x7f-\x9f<>"{}|\\^`]')  # RFC 3987 leaves these out; so do Turtle and SPARQL
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  # BCP 47, as far as RDF asks


def iri(text: str) -> URIRef:
    """An absolute IRI; what may not stand in one is percent-encoded.

    Raises `VocabularyError` if it has no scheme, since it would mean another thing in every file.
    """
    if not ABSOLUTE.match(text):
        raise VocabularyError(f"{text!r} is no absolute IRI; write it in full, or with a declared prefix.")
    return URIRef(FORBIDDEN.sub(lambda found: quote(found[0], safe=""), text))


def words(text: str, language: str | None) -> Literal:
    """Text in a language; without a tag where the language is unknown or no tag of BCP 47."""
    known = language is not None and LANGUAGE.fullmatch(language) is not None
    return Literal(text, lang=language.lower() if known and language else None)


def day(value: date) -> Literal:
    return Literal(value.isoformat(), datatype=XSD.date, normalize=False)


def decimal(value: float) -> Literal:
    """Four places at most and no zeros at the end: the form that SPARQL stores turn every decimal into."""
    rounded = Decimal(str(value)).quantize(Decimal("0.0001"), rounding=ROUND_HALF_EVEN).normalize()
    return Literal(f"{rounded:f}", datatype=XSD.decimal, normalize=False)


def hashed(*parts: object, length: int = 12) -> str:
    """Names a thing by its parts; None and '' differ, and so do ('ab', 'c') and ('a', 'bc')."""
    text = "\x1f".join("\x1e" if part is None else str(part) for part in parts)
    return sha256(text.encode()).hexdigest()[:length]


def slug(text: str, longest: int = 40) -> str:
    """»Große Koalition« → grosse-koalition; '' where no Latin letter is left."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-")


def camel(name: str) -> str:
    """`spokesperson_of`, `led-by` → spokespersonOf, ledBy: the values' names as names of properties."""
    first, *rest = re.split(r"[^A-Za-z0-9]+", name.strip("-_ "))
    return first + "".join(part.capitalize() for part in rest)


def below(document: Document, fragment: str) -> URIRef:
    """A node of the document's own: no blank nodes, so that two builds give the same bytes."""
    return URIRef(f"{document.iri}#{fragment}")


def listed(head: URIRef, items: list[Node]) -> Iterator[Triple]:
    """An RDF list whose first cell is `head` and the others `head` with a number (RDF 1.1 Schema, 5.2)."""
    cells = [head, *(URIRef(f"{head}-{number}") for number in range(2, len(items) + 1)), RDF.nil]
    for cell, item, rest in zip(cells, items, cells[1:], strict=False):
        yield cell, RDF.first, item
        yield cell, RDF.rest, rest
