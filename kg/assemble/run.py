"""What made a graph. No clock time: building twice gives the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, RDFS, Literal, URIRef

from kg.assemble.terms import Triple, hashed
from kg.namespaces import POS, PROV, RUN


@dataclass(frozen=True)
class Run:
    """One way of extracting; every document of a build shares it (PROV-O, `prov:Activity`)."""

    version: str  # of this package
    model: str  # name and version of the language pipeline
    vocabulary_hash: str  # of all vocabulary files

    @property
    def iri(self) -> str:
        return str(RUN[hashed(self.version, self.model, self.vocabulary_hash, length=24)])


def run_triples(run: Run) -> Iterator[Triple]:
    node = URIRef(run.iri)
    yield node, RDF.type, PROV.Activity
    yield node, RDFS.label, Literal(f"diplokg {run.version}, {run.model}")
    yield node, POS.version, Literal(run.version)
    yield node, POS.model, Literal(run.model)
    yield node, POS.vocabulary, Literal(run.vocabulary_hash)
