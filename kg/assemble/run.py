"""What made a graph. No clock time: building twice gives the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, RDFS, Literal, URIRef

from kg.assemble.terms import Triple, hashed
from kg.namespaces import POS, PROV, RUN
from kg.vocabulary import Vocabulary


@dataclass(frozen=True)
class Run:
    """One way of extracting; every document of a build shares it (PROV-O, `prov:Activity`)."""

    version: str  # of this package
    model: str  # name and version of the language pipeline
    vocabulary_hash: str  # see `fingerprint`

    @property
    def iri(self) -> str:
        return str(RUN[hashed(self.version, self.model, self.vocabulary_hash, length=24)])


def fingerprint(vocabulary: Vocabulary) -> str:
    """The hash of everything that `ontologies/` says, in hexadecimal; comments and the order of files do not count."""
    parts = (vocabulary.actors, vocabulary.roles, vocabulary.stances, vocabulary.topics)
    entries = [repr(entry) for part in parts for entry in part.values()]
    entries += [repr(entry) for entry in (*vocabulary.cues, *vocabulary.acting_nouns)]
    return hashed(*sorted(entries), length=64)


def run_triples(run: Run) -> Iterator[Triple]:
    node = URIRef(run.iri)
    yield node, RDF.type, PROV.Activity
    yield node, RDFS.label, Literal(f"diplokg {run.version}, {run.model}")
    yield node, POS.version, Literal(run.version)
    yield node, POS.model, Literal(run.model)
    yield node, POS.vocabulary, Literal(run.vocabulary_hash)
