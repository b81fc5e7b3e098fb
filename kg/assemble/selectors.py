"""Passages as Web Annotation selectors (W3C Recommendation of 2017, section 4.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, XSD, Literal, URIRef

from kg.assemble.terms import Triple, below
from kg.model import Passage
from kg.namespaces import OA

CONTEXT = 32  # characters before and after, enough to find the passage again after the article was edited
LONGEST = 300  # characters of a quote in a graph that may be passed on


@dataclass(frozen=True)
class Selectors:
    """How passages are written; `full_text` keeps quotes of any length."""

    full_text: bool = False

    def node(self, passage: Passage) -> URIRef:
        """The same passage is the same node, whatever it proves."""
        return below(passage.document, f"s-{passage.start}-{passage.end}")

    def triples(self, passage: Passage) -> Iterator[Triple]:
        """The passage by its words and by its characters (start inclusive, end exclusive, from 0).

        A quote that was cut ends earlier than `oa:end` says, and its suffix follows where it was cut.
        """
        node = self.node(passage)
        quote, place = URIRef(f"{node}-quote"), URIRef(f"{node}-place")
        text, end = passage.document.text, passage.start + len(self.quoted(passage.text))
        yield node, RDF.type, OA.SpecificResource
        yield node, OA.hasSource, URIRef(passage.document.iri)
        yield node, OA.hasSelector, quote
        yield node, OA.hasSelector, place
        yield quote, RDF.type, OA.TextQuoteSelector
        yield quote, OA.exact, Literal(text[passage.start : end])
        yield quote, OA.prefix, Literal(text[max(0, passage.start - CONTEXT) : passage.start])
        yield quote, OA.suffix, Literal(text[end : end + CONTEXT])
        yield place, RDF.type, OA.TextPositionSelector
        yield place, OA.start, integer(passage.start)
        yield place, OA.end, integer(passage.end)

    def quoted(self, text: str) -> str:
        """At most 300 characters, cut between two words where there are two."""
        if self.full_text or len(text) <= LONGEST:
            return text
        head, space, _ = text[: LONGEST + 1].rpartition(" ")
        return head if space and head.strip() else text[:LONGEST]


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer, normalize=False)
